import { Page } from '#ui/layout/page.tsx';
import type { Filter } from '#ui/table/columns.ts';
import { DataTable } from '#ui/table/data-table.tsx';
import type { DecisionItem } from '../contract.ts';
import { PENALTY_KIND_LABELS } from '../model.ts';
import { DECISION_COLUMNS } from './decision-columns.tsx';

const FILTERS: readonly Filter[] = [
  { id: 'q', label: '相对人、文号、机关或违法行为', as: 'text' },
  { id: 'organ', label: '处罚机关', as: 'organisation' },
  { id: 'from', label: '决定日期自', as: 'date' },
  { id: 'until', label: '决定日期至', as: 'date' },
  { id: 'kind', label: '处罚类别', as: 'choice', options: PENALTY_KIND_LABELS },
  { id: 'severity', label: '未了结预警', as: 'choice', options: { red: '红色', orange: '橙色', yellow: '黄色' } },
  { id: 'merged', label: '是否并入', as: 'choice', options: { true: '已并入其他记录' } },
];

/** 处罚决定: what departments have reported, within the reader's sight. */
export function DecisionsPage() {
  return (
    <Page title="处罚决定" status="各执法机关报送归集的行政处罚决定，最近作出的在前。自然人只显示姓氏；并入其他记录的不计数。">
      <DataTable<DecisionItem>
        id="decisions"
        what="处罚决定"
        path="/api/penalty-records"
        exportPath="/api/penalty-records/export"
        columns={DECISION_COLUMNS}
        filters={FILTERS}
        rowKey={(d) => d.id}
        href={(d) => `/matters/${d.id}`}
        empty="还没有归集处罚决定。由执法机关或者司法行政部门导入文件、部门系统对接报送后，列在这里。"
      />
    </Page>
  );
}
