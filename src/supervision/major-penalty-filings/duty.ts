import { VOLUNTARY } from '#enforcement/penalty-records';
import { canonicalJson, type Json } from '#law';
import type { Decided } from './decided.ts';
import type { MajorPenaltyFiling } from './model.ts';
import type { Recipients } from './recipients.ts';

/** What the platform fills the forms of its own acts with. */
export type DutyInput = { readonly [key: string]: Json };

/** A decision that was judged; no reasons: it need not be filed. */
export type Judged = { readonly decided: Decided; readonly reasons: readonly string[]; readonly recipients: Recipients };

export type Settling = { readonly act: 'open' | 'restate' | 'lapse'; readonly input: DutyInput };

/**
 * What has to happen, in this order, so that the filing says what the decision says now. What has been filed stays as it was
 * filed; a duty that has ended and comes back is a new matter, and so is that of a decision made anew; the same asked twice
 * changes nothing. `filing`: the latest of the decision, or of the case.
 */
export function settling(judged: Judged, filing: MajorPenaltyFiling | null): readonly Settling[] {
  const { decided, reasons } = judged;
  const open: Settling = { act: 'open', input: dutyOf(judged) };
  const owed = owedIn(filing);
  if (reasons.length === 0) return owed === null ? [] : [{ act: 'lapse', input: { reason: whyNot(decided, owed) } }];
  if (filing === null || isToComeBack(filing, decided)) return [open];
  if (isOfEarlier(filing, decided)) return owed === null ? [open] : [{ act: 'lapse', input: { reason: MADE_ANEW } }, open];
  if (owed === null || canonicalJson(open.input) === canonicalJson(saidBy(owed))) return [];
  return [{ act: 'restate', input: open.input }];
}

const owedIn = (filing: MajorPenaltyFiling | null): MajorPenaltyFiling | null =>
  filing !== null && (filing.status === 'due' || filing.status === 'overdue') ? filing : null;

/** What becomes of a filing whose decision is in the case no more; null: nothing, for it is not waited for. */
export function endingWithout(filing: MajorPenaltyFiling | null): Settling | null {
  return owedIn(filing) === null ? null : { act: 'lapse', input: { reason: '决定书送达以前已经作废，没有应当报送的决定' } };
}

const MADE_ANEW = '该决定已被撤销，重新作出的决定另行列入';

/** Of a decision of the case that another has taken the place of. */
function isOfEarlier({ decisionNo = 1 }: MajorPenaltyFiling, { no }: Decided): boolean {
  return decisionNo < no;
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
