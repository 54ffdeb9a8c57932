import type { ListColumn } from '#platform/matters/shown-columns';
import { type CatalogueItem, STANDING_LABELS } from '../contract.ts';

/** What the page of 规范性文件备案目录 shows, in its order. */
export const CATALOGUE_COLUMNS: readonly ListColumn<CatalogueItem>[] = [
  { id: 'title', title: '文件名称', cell: (e) => e.title },
  { id: 'number', title: '文号', cell: (e) => e.number },
  { id: 'maker', title: '制定机关', cell: (e) => e.makerName },
  { id: 'standing', title: '状态', cell: (e) => STANDING_LABELS[e.standing] },
  { id: 'from', title: '施行日期', cell: (e) => e.from },
  { id: 'through', title: '有效期最后一日', cell: (e) => e.through ?? '没有写明' },
  { id: 'filingNumber', title: '备案号', cell: (e) => e.filingNumber },
  { id: 'filedOn', title: '备案日期', cell: (e) => e.filedOn },
  { id: 'publishedOn', title: '公布日期', cell: (e) => e.publishedOn },
  { id: 'bureau', title: '承办备案审查', cell: (e) => e.bureauName },
];
