import type { LocalDate } from './local-date.ts';
import { isWarningAlone, type PartyKind, type PenaltyKind } from './penalty.ts';
import { type PenaltyTerm, reachesFarther } from './penalty-terms.ts';
import { type Profile, parameterOf } from './profile.ts';

/** What is to be imposed, as far as it weighs; sums in fen. */
export type PenaltyWeight = {
  readonly kinds: readonly PenaltyKind[];
  readonly fineFen: number | null;
  readonly incomeFen: number | null;
  readonly goodsFen: number | null;
  /** Which licences or restrictions, and how long; left out where that was not told. */
  readonly terms?: readonly PenaltyTerm[];
  /** Numbers of 涉案财物 in the ledger that are confiscated; left out where they were not told. */
  readonly things?: readonly number[];
};

/** 处罚法 63: 降低资质等级、吊销许可证件；责令停产停业、责令关闭、限制从业. */
const HEARD_KINDS: readonly PenaltyKind[] = ['CF07', 'CF08', 'CF10', 'CF11', 'CF12'];

/**
 * Whether the party must be told that a hearing may be asked for (63). The region's sum for 较大数额 is not verified: the
 * profile's stands in for it, and the lower one is taken for whoever is no organisation. For a fine a special law's own sum
 * (rules/special-laws) goes before the region's.
 */
export function needsHearingRight(
  penalty: PenaltyWeight,
  party: PartyKind,
  profile: Profile,
  on: LocalDate,
  ownFineFen: number | null = null,
): boolean {
  if (penalty.kinds.some((kind) => HEARD_KINDS.includes(kind))) return true;
  const name = party === 'organisation' ? 'N06.organisation-fen' : 'N06.citizen-fen';
  // A city without the parameter has no sum below which nobody need be told.
  const large = parameterOf(profile, name, on)?.value ?? 1;
  return (penalty.fineFen ?? 0) >= (ownFineFen ?? large) || (penalty.incomeFen ?? 0) + (penalty.goodsFen ?? 0) >= large;
}

/**
 * A kind, a sum, a thing, a licence or a length beyond the other: guards, disputes and rules all compare by this. A warning alone
 * is the mildest of all penalties (9): it is never more than another. What one of the two does not tell is not compared.
 */
export function weighsMore(penalty: PenaltyWeight, than: PenaltyWeight): boolean {
  if (isWarningAlone(penalty.kinds) && than.kinds.length > 0) return false;
  const more = (a: number | null, b: number | null) => (a ?? 0) > (b ?? 0);
  return (
    penalty.kinds.some((kind) => !than.kinds.includes(kind)) ||
    more(penalty.fineFen, than.fineFen) ||
    more(penalty.incomeFen, than.incomeFen) ||
    more(penalty.goodsFen, than.goodsFen) ||
    reachesFarther(penalty, than) ||
    takesMore(penalty.things, than.things)
  );
}

function takesMore(things: PenaltyWeight['things'], than: PenaltyWeight['things']): boolean {
  return things !== undefined && than !== undefined && things.some((no) => !than.includes(no));
}

/** The same kinds, sums and lengths. */
export function weighsSame(a: PenaltyWeight, b: PenaltyWeight): boolean {
  return !weighsMore(a, b) && !weighsMore(b, a);
}
