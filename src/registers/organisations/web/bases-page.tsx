import { Link as PageLink } from '@tanstack/react-router';
import { RELATION_LABELS, relationName } from '#law';
import { Page } from '#ui/layout/page.tsx';
import type { Column, Filter } from '#ui/table/columns.ts';
import { DataTable } from '#ui/table/data-table.tsx';
import type { MissingBasis } from '../model.ts';

export const MISSING_BASIS_COLUMNS: readonly Column<MissingBasis>[] = [
  { id: 'name', title: '单位', always: true, wrap: true, card: 'head', render: (b) => b.name },
  { id: 'relation', title: '关系', width: 170, always: true, render: (b) => relationName(b.relation, b.kind) },
  { id: 'other', title: '关系的另一方', wrap: true, render: (b) => b.otherName ?? '—' },
  { id: 'since', title: '现登记起始', width: 120, render: (b) => b.since },
];
const FILTERS: readonly Filter[] = [
  { id: 'q', label: '单位名称', as: 'text', hint: '单位名称' },
  { id: 'relation', label: '关系', as: 'choice', options: RELATION_LABELS },
];

/** 关系依据待补: what the register says of who supervises, guides, delegates or sends, without a paper to show for it (细则 2). */
export function MissingBasesPage() {
  return (
    <Page
      title="关系依据待补"
      back={{ to: '/organisations', label: '机构树' }}
      status={
        <>
          管辖范围内还没有登记依据文件的监督、业务指导、委托和派驻关系（细则第二条）。可以在名录文件中补列，或者
          <PageLink to="/new/subject-change/apply">申请变更</PageLink>，选“监督、指导、委托和派驻关系”。
        </>
      }
    >
      <DataTable<MissingBasis>
        id="missing-bases"
        what="没有依据文件的关系"
        path="/api/missing-bases"
        exportPath="/api/missing-bases/export"
        columns={MISSING_BASIS_COLUMNS}
        filters={FILTERS}
        rowKey={(b) => `${b.id}/${b.relation}`}
        href={(b) => `/organisations/${b.id}`}
        empty="管辖范围内的关系都登记了依据文件。"
      />
    </Page>
  );
}
