import { relationName } from '#law';
import type { ListColumn } from '#platform/matters/shown-columns';
import type { MissingBasis } from '../model.ts';

/** What the page of 关系依据待补 shows, in its order. */
export const MISSING_BASIS_COLUMNS: readonly ListColumn<MissingBasis>[] = [
  { id: 'name', title: '单位', cell: (b) => b.name },
  { id: 'relation', title: '关系', cell: (b) => relationName(b.relation, b.kind) },
  { id: 'other', title: '关系的另一方', cell: (b) => b.otherName },
  { id: 'since', title: '现登记起始', cell: (b) => b.since },
];
