import { Link } from '@tanstack/react-router';
import { daysBetween, type LocalDate, localDate, PROCEDURE_LABELS } from '#law';
import { Page } from '#ui/layout/page.tsx';
import { useSession } from '#ui/session.tsx';
import type { Column, Filter } from '#ui/table/columns.ts';
import { DataTable } from '#ui/table/data-table.tsx';
import type { PublicityItem } from '../contract.ts';

/** 已公示, or how many days are left of the seven working days. */
function standing({ publishedOn, dueOn }: PublicityItem, today: LocalDate): string {
  if (publishedOn !== null) return `${publishedOn} 已公示`;
  if (dueOn === null) return '—';
  const left = daysBetween(today, localDate(dueOn));
  return left < 0 ? `${dueOn} 届满，已逾期 ${-left} 日` : `${dueOn} 届满，还有 ${left} 日`;
}

const columnsOn = (today: LocalDate): readonly Column<PublicityItem>[] => [
  {
    id: 'number',
    title: '决定书文号',
    always: true,
    wrap: true,
    card: 'head',
    render: (d) => <Link to={`/matters/${d.matterId}`}>{d.number}</Link>,
  },
  { id: 'party', title: '行政相对人', wrap: true, render: (d) => d.party },
  { id: 'cause', title: '违法行为类型', wrap: true, render: (d) => d.cause },
  { id: 'organ', title: '处罚机关', wrap: true, render: (d) => d.organ },
  { id: 'procedure', title: '程序', width: 100, hidden: true, render: (d) => PROCEDURE_LABELS[d.procedure] },
  { id: 'decidedOn', title: '决定日期', width: 110, render: (d) => d.decidedOn },
  { id: 'due', title: '公示', wrap: true, render: (d) => standing(d, today) },
  { id: 'reported', title: '报送', wrap: true, render: (d) => (d.withheld === null ? '报送' : `不报：${d.withheld}`) },
];
const FILTERS: readonly Filter[] = [{ id: 'organisation', label: '处罚机关', as: 'organisation' }];

/** 双公示: what is reported of the decisions made in cases, and until when. */
export function PublicityPage() {
  const { today } = useSession();
  return (
    <Page
      title="双公示"
      status="在平台办理、由自有系统报来的案件作出的处罚决定：自决定之日起七个工作日内公示（待核定）。导出按2018年双公示格式，只含报送的，隐去自然人姓名和证件号码；不报的写明理由。"
    >
      <DataTable<PublicityItem>
        id="publicity"
        what="决定"
        path="/api/publicity"
        exportPath="/api/publicity/export"
        columns={columnsOn(localDate(today))}
        filters={FILTERS}
        rowKey={(d) => d.matterId}
        href={(d) => `/matters/${d.matterId}`}
        empty="没有您可查阅的处罚决定。案件作出处罚决定以后列在这里。"
      />
    </Page>
  );
}
