import { Link } from '@tanstack/react-router';
import { writeMoney } from '#ui/form/money.ts';
import { Page } from '#ui/layout/page.tsx';
import type { Column, Filter } from '#ui/table/columns.ts';
import { DataTable } from '#ui/table/data-table.tsx';
import { type FineItem, PROCEDURE_KIND_LABELS } from '../contract.ts';
import { ComparisonSection } from './comparison.tsx';

const sum = (id: string, title: string, of: (f: FineItem) => number): Column<FineItem> => ({
  ...{ id, title, align: 'right', width: 100 },
  render: (f) => writeMoney(of(f)),
});

export const FINE_COLUMNS: readonly Column<FineItem>[] = [
  {
    ...{ id: 'number', title: '决定书文号', always: true, wrap: true, card: 'head' },
    render: (f) => <Link to={`/matters/${f.matterId}`}>{f.number ?? '（撤销后尚未重新决定）'}</Link>,
  },
  { id: 'conduct', title: '案由、违法行为', wrap: true, render: (f) => f.conduct },
  { id: 'party', title: '当事人', wrap: true, render: (f) => f.party },
  { id: 'organ', title: '办案机关', wrap: true, render: (f) => f.organ },
  { id: 'kind', title: '程序', width: 100, hidden: true, render: (f) => PROCEDURE_KIND_LABELS[f.kind] },
  { id: 'decidedOn', title: '决定日期', width: 110, render: (f) => f.decidedOn },
  { ...sum('decided', '决定罚没（元）', (f) => f.decidedFen), hidden: true },
  sum('due', '现应缴（元）', (f) => f.dueFen),
  sum('paid', '已缴（元）', (f) => f.paidFen),
  sum('onTheWay', '当场收缴未缴银行（元）', (f) => f.onTheWayFen),
  { ...sum('banked', '已入库（元）', (f) => f.bankedFen), hidden: true },
  { ...sum('back', '应退还（元）', (f) => f.backFen), hidden: true },
  sum('backOpen', '尚未退还（元）', (f) => f.backOpenFen),
];
const FILTERS: readonly Filter[] = [
  { id: 'kind', label: '程序', as: 'choice', options: PROCEDURE_KIND_LABELS },
  { id: 'organisation', label: '办案机关', as: 'organisation' },
];

/** 罚没收入对账: what both procedures decided, what came in, where it is, and what goes back (处罚法 67, 71, 74). */
export function FineLedgerPage() {
  return (
    <Page
      title="罚没收入对账"
      status="普通程序和当场处罚决定的罚款、没收违法所得：应缴、已缴（含加处罚款），执法人员当场收缴而尚未缴付银行的，以及决定被纠正后应当退还的（处罚法第六十七条、第七十一条、第七十四条）。"
    >
      <ComparisonSection />
      <DataTable<FineItem>
        id="fine-ledger"
        what="案件"
        path="/api/fine-ledger"
        exportPath="/api/fine-ledger/export"
        columns={FINE_COLUMNS}
        filters={FILTERS}
        rowKey={(f) => f.matterId}
        href={(f) => `/matters/${f.matterId}`}
        empty="没有您可查阅的罚没收入。作出罚款、没收违法所得的决定以后列在这里。"
      />
    </Page>
  );
}
