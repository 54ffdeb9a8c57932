import { LIST_LABELS, type ListKind } from '#law';
import type { ListColumn } from './list-columns.ts';

/** set: what holds of an item from a day on. end: its last day. date: the day on which it was published. */
export const LINE_LABELS = { set: '新增或者变更', end: '终止', date: '补记公布日期' } as const;
export type LineKind = keyof typeof LINE_LABELS;

/** One proposed line as it was typed: nothing of it is lost, whether it can stand or not. */
export type ChangeLine = {
  readonly what: LineKind;
  /** What stands in the columns of the load, without list and unit: they are those of the change. */
  readonly cells: Readonly<Partial<Record<ListColumn, string>>>;
  /** The register as the line was written against (`baseOf`); null: not yet held against it. */
  readonly base: string | null;
};

/** Lists that a unit keeps itself. What it has published as normative documents is filed, not listed by it (细则 18). */
export type KeptList = Exclude<ListKind, 'normative-document'>;
const { 'normative-document': _, ...KEPT } = LIST_LABELS;
export const KEPT_LIST_LABELS: Readonly<Record<KeptList, string>> = KEPT;

/** What of one item the register says, in one word: a line written against it fits as long as it stays the same. */
export function baseOf(records: readonly { readonly id: string }[]): string {
  return records.map((record) => record.id).join(',');
}
