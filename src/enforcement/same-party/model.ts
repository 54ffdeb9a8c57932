import { daysBetween, type LocalDate } from '#law';

export const ALIKE_LABELS = {
  clue: '同一线索编号',
  act: '同一事项或者案由，登记日期相近',
} as const;
export type Alike = keyof typeof ALIKE_LABELS;

/** What tells one case from another when it is asked whether they are the same matter. */
export type Compared = {
  readonly organId: string;
  readonly openedOn: LocalDate;
  readonly itemCode: string | null;
  readonly cause: string;
  /** Number of the complaint, order or transfer from which the case came. */
  readonly clueRef: string | null;
};

/** Within so many days a second case of the same kind against the same party wants a look (处罚法 29); ours, not the law's. */
export const DAYS_ALIKE = 90;

/**
 * Whether another case may be the same one once more. `isSameParty`: told by code or papers. A hint for people: nothing is
 * stopped by it.
 */
export function alikeness(one: Compared, other: Compared, isSameParty: boolean): Alike | null {
  if (one.clueRef !== null && other.clueRef !== null && one.organId === other.organId && plain(one.clueRef) === plain(other.clueRef))
    return 'clue';
  if (!isSameParty || Math.abs(daysBetween(one.openedOn, other.openedOn)) > DAYS_ALIKE) return null;
  const isSameItem = one.itemCode !== null && one.itemCode === other.itemCode;
  return isSameItem || plain(one.cause) === plain(other.cause) ? 'act' : null;
}

/** A cause without what people write differently: width of letters, brackets, spaces. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\s·、，。（）()]/g, '')
    .toLowerCase();
}
