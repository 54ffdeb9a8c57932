import type { ListColumn } from '#platform/matters/shown-columns';
import type { Coverage, EntryItem } from '../contract.ts';
import { dutyItem, entryWords, LIST_LABELS, type ListKind, POWER_KIND_LABELS } from '../model.ts';

/** What the page of 清单 shows, in its order. */
export const ENTRY_COLUMNS: readonly ListColumn<EntryItem>[] = [
  { id: 'list', title: '清单', cell: (e) => LIST_LABELS[e.list] },
  { id: 'code', title: '事项编码', cell: (e) => e.code },
  { id: 'name', title: '事项名称', cell: (e) => e.name },
  { id: 'organisation', title: '单位', cell: (e) => e.organisationName },
  { id: 'powerKind', title: '权力类别', cell: (e) => (e.powerKind === null ? null : POWER_KIND_LABELS[e.powerKind]) },
  { id: 'basis', title: '设定依据', cell: (e) => e.basis },
  { id: 'domain', title: '执法领域', cell: (e) => e.domain },
  { id: 'post', title: '岗位和执法人员', cell: duty },
  { id: 'conditions', title: '适用条件', cell: (e) => e.conditions },
  { id: 'publishedOn', title: '公布日期', cell: (e) => e.publishedOn ?? '未写明' },
  { id: 'from', title: '生效日', cell: (e) => e.from },
  { id: 'through', title: '失效日', cell: (e) => e.through },
];

/** The titles by which a list can be loaded again. */
export const LOADED_COLUMNS: readonly ListColumn<EntryItem>[] = [
  { id: 'list', title: '清单', cell: (e) => LIST_LABELS[e.list] },
  { id: 'organisation', title: '单位', cell: (e) => e.organisationName },
  { id: 'code', title: '事项编码', cell: (e) => (e.list === 'post-duty' ? dutyItem(e.code) : e.code) },
  { id: 'name', title: '事项名称', cell: (e) => e.name },
  ...loadedWords(['权力类别', '设定依据', '责任事项', '追责情形及依据', '适用条件', '配套措施', '决定文号', '公布日期']),
  ...loadedWords(['公布位置', '执法领域', '赋权评估日期', '岗位', '执法人员', '执法证号']),
  { id: 'from', title: '生效日', cell: (e) => e.from },
  { id: 'through', title: '失效日', cell: (e) => e.through },
];

/** What the page of 录入情况 shows, in its order. */
export const COVERAGE_COLUMNS: readonly ListColumn<Coverage>[] = [
  { id: 'organisation', title: '单位', cell: (unit) => unit.organisationName },
  { id: 'missing', title: '应录未录', cell: ({ missing }) => missing.map((list) => LIST_LABELS[list]).join('、') },
  { id: 'counts', title: '已录入', cell: entered },
  { id: 'unpublished', title: '没有写公布日期', cell: (unit) => unit.unpublished },
];

function loadedWords(titles: readonly string[]): readonly ListColumn<EntryItem>[] {
  return titles.map((title) => ({ id: title, title, cell: (e) => entryWords(e)[title] ?? '' }));
}

function duty({ post, officer, certificate }: EntryItem): string | null {
  return post === null ? null : `${post}　${officer ?? ''}（${certificate ?? ''}）`;
}

function entered({ counts }: Coverage): string {
  return (Object.entries(counts) as [ListKind, number][]).map(([list, count]) => `${LIST_LABELS[list]} ${count}`).join('，');
}
