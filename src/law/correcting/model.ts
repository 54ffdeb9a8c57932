import type { LocalDate } from '../local-date.ts';
import type { BaseState } from '../matter-kind.ts';
import type { PartyRef } from '../party.ts';

/** What comes of it that an order was not obeyed, or that nobody will check it any more. */
export const FOLLOWED_LABELS = {
  weighed: '在本案的处罚中依法考虑',
  filed: '逾期不改正另有处罚规定，另行立案',
  court: '申请人民法院强制执行',
  substitute: '依法代履行',
  transferred: '移送有权机关处理',
  none: '依法没有进一步的措施',
  moot: '责令改正的根据不再存在（撤销立案、当事人终止等），不再复查',
} as const;
export type Followed = keyof typeof FOLLOWED_LABELS;

/** 责令改正 (处罚法 28): with the party until its day, then checked; what was not corrected is followed by something. */
export type CorrectionOrder = {
  readonly no: number;
  /** The numbered letter that brings it; null: the decision made and handed over on the spot. */
  readonly letterNo: number | null;
  /** null: at once. */
  readonly by: LocalDate | null;
  readonly content: string;
  readonly checkedOn: LocalDate | null;
  readonly corrected: boolean | null;
  /** Ordered by the decision itself: it falls with it. */
  readonly ofDecision?: true;
  /** Left out while nothing follows; `again`: a later order repeats it, `words` say which. */
  readonly followed?: { readonly on: LocalDate; readonly how: Followed | 'again'; readonly words: string };
};

/** An organ and the party it orders; `corrections` is left out by cases that have ordered nothing. */
export type Correcting = BaseState & {
  readonly organId: string;
  readonly party: PartyRef;
  readonly corrections?: readonly CorrectionOrder[];
};
