import { VOLUNTARY } from '#enforcement/penalty-records';
import { canonicalJson, type Json } from '#law';
import type { Decided } from './decided.ts';
import type { MajorPenaltyFiling } from './model.ts';
import type { Recipients } from './recipients.ts';

/** What the platform fills the forms of its own acts with. */
export type DutyInput = { readonly [key: string]: Json };

/** A decision that was judged; no reasons: it need not be filed. */
export type Judged = { readonly decided: Decided; readonly reasons: readonly string[]; readonly recipients: Recipients };

export type Settling =
  | { readonly act: 'open' | 'restate'; readonly input: DutyInput }
  | { readonly act: 'lapse'; readonly input: DutyInput }
  | null;

/**
 * What has to happen so that the filing says what the decision says now. What has been filed stays as it was filed; a duty
 * that has ended and comes back is a new matter; the same asked twice changes nothing.
 */
export function settling(judged: Judged, filing: MajorPenaltyFiling | null): Settling {
  const { decided, reasons } = judged;
  const wanted = dutyOf(judged);
  const isOwed = filing !== null && (filing.status === 'due' || filing.status === 'overdue');
  if (reasons.length === 0) return isOwed ? { act: 'lapse', input: { reason: whyNot(decided, filing) } } : null;
  if (filing === null || isToComeBack(filing, decided)) return { act: 'open', input: wanted };
  if (!isOwed || canonicalJson(wanted) === canonicalJson(saidBy(filing))) return null;
  return { act: 'restate', input: wanted };
}

function isToComeBack({ status }: MajorPenaltyFiling, { statedOn }: Decided): boolean {
  return status === 'lapsed' || (status === 'stated' && statedOn === null);
}

function whyNot({ stands, whyNot: because }: Decided, { voluntary }: MajorPenaltyFiling): string {
  return stands && voluntary === true ? '处罚机关撤回了自愿报送' : because;
}

function dutyOf({ decided, reasons, recipients }: Judged): DutyInput {
  const { number, party, penalty, fineFen, confiscatedFen, decidedOn, statedOn } = decided;
  return {
    bureau: recipients.bureauId,
    reviewer: recipients.reviewerId,
    upper: recipients.upperId,
    ...{ number, party, penalty, fineFen, confiscatedFen, decidedOn, statedOn },
    reasons: reasons.map((words) => ({ words })),
    voluntary: reasons.includes(VOLUNTARY),
  };
}

function saidBy({ bureauId, reviewerId, upperId, decision, statedOn, voluntary }: MajorPenaltyFiling): DutyInput {
  const { reasons, ...rest } = decision;
  const recipients = { bureau: bureauId, reviewer: reviewerId, upper: upperId };
  return { ...recipients, ...rest, reasons: reasons.map((words) => ({ words })), statedOn, voluntary: voluntary === true };
}
