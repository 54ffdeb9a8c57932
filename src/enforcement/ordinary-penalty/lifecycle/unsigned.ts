import { type Letter, letterInHand, type Stop, withoutUnsent } from '#law';
import { ordersOf, withoutLastOrder } from '#law/correcting/index';
import { noticeOf, type OrdinaryPenalty } from '../model.ts';

type S = OrdinaryPenalty;

/** Why a letter that has not gone out stays: it has had an effect that its voiding would not take back. */
export function keepsLetter({ publication, filing }: S, { kind }: Letter): Stop {
  if (kind === 'transfer') return ['handed-on', '案件移送书不作废：受移送机关退回、不予受理的，登记退回后继续办理'];
  // 56: what is preserved is kept from the moment on which it was listed on the spot.
  if (kind === 'preservation')
    return ['in-effect', '登记保存自现场清点、登记起即发生效力，通知书不作废；不再保存的，作出处理决定，把物品退还当事人'];
  if (kind !== 'decision' && kind !== 'no-penalty') return null;
  if (publication !== null && 'where' in publication) return ['published', '决定已经公示，不能作废；送达后依法变更、撤销，并撤回公示'];
  return filing === undefined ? null : ['filed', '决定已经报送备案，不能作废；送达后依法变更、撤销'];
}

/** The case as it was before the letter was signed. */
export function unsigned(s: S, letter: Letter): S {
  if (letter.kind === 'notice') return { ...s, notices: s.notices.filter(({ letterNo }) => letterNo !== letter.no) };
  if (letter.kind === 'correction') return withoutItsOrder(s, letter);
  return letter.kind === 'decision' || letter.kind === 'no-penalty' ? undecided(withoutItsOrder(s, letter)) : s;
}

/** The order that the letter would have brought is the last one: while it is on its way no other is given. */
function withoutItsOrder(s: S, { no }: Letter): S {
  return ordersOf(s).at(-1)?.letterNo === no ? withoutLastOrder(s) : s;
}

/** Nothing has been decided: the ninety days run on, and what was to be made anew is so again. */
function undecided(s: S): S {
  const { decision } = s;
  if (decision === null) return s;
  const lastUndone = s.rounds.at(-1)?.redressNo ?? 0;
  return {
    ...s,
    status: beforeDecision(s),
    decision: null,
    publication: null,
    redresses: s.redresses.map((c) =>
      c.undoing === 'remake' && c.no >= lastUndone && c.redoneOn === decision.on ? { ...c, redoneOn: null } : c,
    ),
  };
}

/** Where it was decided from: not to punish may be decided upon the report, before any notice. */
function beforeDecision(s: S): S['status'] {
  return s.decision?.outcome === 'penalty' || noticeOf(s)?.receivedOn != null ? 'deliberating' : 'concluded';
}

/** What a party has to be told all the same, though the case ends: its order to correct (28), and what the organ itself puts right. */
const STILL_SENT: readonly string[] = ['correction', 'amending', 'rectifying'];

/**
 * The case with nothing on its way that its end has overtaken. `nobody`: a party that is no more, or of whose act nothing is left,
 * is sent nothing at all, and an order that reaches nobody was never given.
 */
export function unsent(s: S, nobody: boolean): S {
  const letter = letterInHand(s);
  if (letter === null || (!nobody && STILL_SENT.includes(letter.kind))) return s;
  const without = withoutUnsent(s);
  return letter.kind === 'correction' ? withoutItsOrder(without, letter) : without;
}
