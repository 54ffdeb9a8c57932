import { Link } from '@tanstack/react-router';
import { Page } from '#ui/layout/page.tsx';
import type { Column, Filter } from '#ui/table/columns.ts';
import { DataTable } from '#ui/table/data-table.tsx';
import type { GoodItem } from '../contract-goods.ts';
import { DISPOSAL_LABELS, ORIGIN_LABELS } from '../model-custody.ts';

export const GOODS_COLUMNS: readonly Column<GoodItem>[] = [
  {
    id: 'name',
    title: '物品',
    always: true,
    wrap: true,
    card: 'head',
    render: (g) => (
      <Link to={`/matters/${g.matterId}`}>
        {g.name}（{g.quantity}）
      </Link>
    ),
  },
  { id: 'case', title: '案件', wrap: true, render: (g) => `${g.caseNumber ?? '未立案'} ${g.cause}` },
  { id: 'organ', title: '办案机关', wrap: true, render: (g) => g.organ },
  { id: 'origin', title: '来源', width: 120, render: (g) => ORIGIN_LABELS[g.origin] },
  { id: 'takenOn', title: '入库', width: 110, render: (g) => g.takenOn },
  { id: 'where', title: '存放地点和保管人', wrap: true, render: (g) => (g.endedOn === null ? `${g.place}，${g.keeper}` : '—') },
  { id: 'moves', title: '移交', align: 'right', width: 70, hidden: true, render: (g) => g.moves },
  { id: 'end', title: '去向', wrap: true, render: (g) => (g.how === null ? '在库' : `${g.endedOn} ${DISPOSAL_LABELS[g.how]}（${g.to}）`) },
];
const FILTERS: readonly Filter[] = [
  { id: 'held', label: '状态', as: 'choice', options: { true: '在库', false: '已返还或者处置' } },
  { id: 'origin', label: '来源', as: 'choice', options: ORIGIN_LABELS },
  { id: 'organisation', label: '办案机关', as: 'organisation' },
];

/** 涉案财物台账: every thing has a place and a keeper until its lawful end (处罚法 56, 74). */
export function GoodsPage() {
  return (
    <Page
      title="涉案财物台账"
      status="登记保存、抽样取证、查封扣押、没收和当事人交出的物品：在库的写明存放地点和保管人，出库的写明去向。没有返还或者处置的，案件不能结案（处罚法第七十四条）。"
    >
      <DataTable<GoodItem>
        id="case-goods"
        what="物品"
        path="/api/case-goods"
        exportPath="/api/case-goods/export"
        columns={GOODS_COLUMNS}
        filters={FILTERS}
        rowKey={(g) => `${g.matterId}/${g.no}`}
        href={(g) => `/matters/${g.matterId}`}
        empty="没有您可查阅的涉案财物。案件中登记保存、入库的物品列在这里。"
      />
    </Page>
  );
}
