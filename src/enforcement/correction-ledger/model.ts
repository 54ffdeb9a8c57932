import { daysBetween, type LocalDate } from '#law';
import { FOLLOWED_LABELS, type Followed, type Standing } from '#law/correcting/index';

/** What a reader of the ledger is told of an order to correct: its standing, and whether its last day has gone by. */
export const CORRECTION_STATE_LABELS = {
  due: '到期待复查',
  disobeyed: '没有改正待处理',
  within: '期限内',
  unserved: '未送达',
  corrected: '复查合格',
  followed: '已处理',
  ended: '不再复查',
} as const;
export type CorrectionState = keyof typeof CORRECTION_STATE_LABELS;
export const CORRECTION_STATES = Object.keys(CORRECTION_STATE_LABELS) as readonly CorrectionState[];

/** The last day is the party's own to its end (处罚法 28): the order is due for a look from the day after. */
export function stateOf(standing: Standing, lastDay: LocalDate | null, today: LocalDate): CorrectionState {
  if (standing !== 'open') return standing;
  return lastDay !== null && lastDay < today ? 'due' : 'within';
}

/** Days since the last day, of an order that waits for its re-check; null: none have gone by, or nobody has to look any more. */
export function daysOver(standing: Standing, lastDay: LocalDate | null, today: LocalDate): number | null {
  return lastDay !== null && stateOf(standing, lastDay, today) === 'due' ? daysBetween(lastDay, today) : null;
}

const HOW_LABELS = { ...FOLLOWED_LABELS, again: '再次责令改正' } as const satisfies Readonly<Record<Followed | 'again', string>>;

/** How and when it was followed, for page and workbook alike; null: nothing has followed. */
export function handledWords({
  how,
  followedOn,
}: {
  readonly how: Followed | 'again' | null;
  readonly followedOn: LocalDate | null;
}): string | null {
  return how === null ? null : `${followedOn ?? ''} ${HOW_LABELS[how]}`.trim();
}
