import type { ListKind } from '#law';
import type { ListColumn } from './list-columns.ts';

/** One proposed line as it was typed: nothing of it is lost, whether it can stand or not. */
export type ChangeLine = {
  /** set: what holds of an item from a day on. end: its last day. date: the day on which it was published. */
  readonly what: 'set' | 'end' | 'date';
  /** What stands in the columns of the load, without list and unit: they are those of the change. */
  readonly cells: Readonly<Partial<Record<ListColumn, string>>>;
  /** The register as the line was written against (`baseOf`); null: not yet held against it. */
  readonly base: string | null;
};

/** Lists that a unit keeps itself. What it has published as normative documents is filed, not listed by it (细则 18). */
export type KeptList = Exclude<ListKind, 'normative-document'>;

/** What of one item the register says, in one word: a line written against it fits as long as it stays the same. */
export function baseOf(records: readonly { readonly id: string }[]): string {
  return records.map((record) => record.id).join(',');
}
