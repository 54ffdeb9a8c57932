import { Link } from '@tanstack/react-router';
import { Page } from '#ui/layout/page.tsx';
import type { Column, Filter } from '#ui/table/columns.ts';
import { DataTable } from '#ui/table/data-table.tsx';
import { type CatalogueItem, STANDING_LABELS } from '../contract.ts';

export const CATALOGUE_COLUMNS: readonly Column<CatalogueItem>[] = [
  {
    id: 'title',
    title: '文件名称',
    always: true,
    wrap: true,
    card: 'head',
    render: (e) => (e.matterId === null ? e.title : <Link to={`/matters/${e.matterId}` as string}>{e.title}</Link>),
  },
  { id: 'number', title: '文号', width: 190, wrap: true, render: (e) => e.number },
  { id: 'maker', title: '制定机关', wrap: true, render: (e) => e.makerName },
  { id: 'standing', title: '状态', width: 110, card: 'head', render: (e) => STANDING_LABELS[e.standing] },
  { id: 'from', title: '施行日期', width: 110, render: (e) => e.from },
  { id: 'through', title: '有效期最后一日', width: 130, render: (e) => e.through ?? '没有写明' },
  { id: 'filingNumber', title: '备案号', width: 190, render: (e) => e.filingNumber },
  { id: 'filedOn', title: '备案日期', width: 110, hidden: true, render: (e) => e.filedOn },
  { id: 'publishedOn', title: '公布日期', width: 110, hidden: true, render: (e) => e.publishedOn },
  { id: 'bureau', title: '承办备案审查', wrap: true, hidden: true, render: (e) => e.bureauName },
];
const FILTERS: readonly Filter[] = [
  { id: 'q', label: '文件名称、文号或备案号', as: 'text' },
  { id: 'standing', label: '状态', as: 'choice', options: STANDING_LABELS },
  { id: 'organisation', label: '制定机关', as: 'organisation' },
  { id: 'on', label: '哪一日有效', as: 'date' },
  { id: 'knownOn', label: '截至哪一日的登记', as: 'date' },
];

/** 规范性文件备案目录: what counts on a day, as recorded by another. */
export function CataloguePage() {
  return (
    <Page
      title="规范性文件备案目录"
      status="本市已备案的规范性文件。不选日期的，列出全部并按今日说明状态。"
      actions={<Link to={'/ledger/normative-filing' as string}>备案台账</Link>}
    >
      <DataTable<CatalogueItem>
        id="normative-documents"
        what="规范性文件"
        path="/api/normative-documents"
        exportPath="/api/normative-documents/export"
        columns={CATALOGUE_COLUMNS}
        filters={FILTERS}
        rowKey={(e) => e.id}
        empty="还没有备案的规范性文件。准予备案后列在这里。"
      />
    </Page>
  );
}
