import { type PenaltyRecord, VOLUNTARY } from '#enforcement/penalty-records';
import { canonicalJson, type Json, PENALTY_KIND_LABELS } from '#law';
import type { MajorPenaltyFiling } from './model.ts';
import type { Recipients } from './recipients.ts';

/** What the platform fills the forms of its own acts with. */
export type DutyInput = { readonly [key: string]: Json };

/** A decision that was judged; no reasons: it need not be filed. */
export type Judged = { readonly record: PenaltyRecord; readonly reasons: readonly string[]; readonly recipients: Recipients };

export type Settling =
  | { readonly act: 'open' | 'restate'; readonly input: DutyInput }
  | { readonly act: 'lapse'; readonly input: DutyInput }
  | null;

/**
 * What has to happen so that the filing says what the decision says now. What has been filed stays as it was filed; a duty
 * that has ended and comes back is a new matter; the same asked twice changes nothing.
 */
export function settling(judged: Judged, filing: MajorPenaltyFiling | null): Settling {
  const { record, reasons } = judged;
  const wanted = dutyOf(judged);
  const isOwed = filing !== null && (filing.status === 'due' || filing.status === 'overdue');
  if (reasons.length === 0) return isOwed ? { act: 'lapse', input: { reason: whyNot(record, filing) } } : null;
  if (filing === null || isToComeBack(filing, record)) return { act: 'open', input: wanted };
  if (!isOwed || canonicalJson(wanted) === canonicalJson(saidBy(filing))) return null;
  return { act: 'restate', input: wanted };
}

function isToComeBack({ status }: MajorPenaltyFiling, { row }: PenaltyRecord): boolean {
  return status === 'lapsed' || (status === 'stated' && row.extension.recordFiledOn === null);
}

function whyNot({ mergedInto, row }: PenaltyRecord, { voluntary }: MajorPenaltyFiling): string {
  if (mergedInto !== null) return '该决定已并入另一记录';
  if (row.undone === undefined && voluntary === true) return '处罚机关撤回了自愿报送';
  return row.undone === undefined ? '该决定经更正不属于重大行政处罚' : '该决定已被撤销、确认违法或者无效';
}

function dutyOf({ record, reasons, recipients }: Judged): DutyInput {
  const { party, number, penalty, fineFen, confiscatedFen, decidedOn, extension } = record.row;
  return {
    bureau: recipients.bureauId,
    reviewer: recipients.reviewerId,
    upper: recipients.upperId,
    number: number.text,
    party: party.name,
    penalty: penalty.kinds.map((kind) => PENALTY_KIND_LABELS[kind]).join('、') || penalty.text,
    fineFen,
    confiscatedFen,
    decidedOn,
    reasons: reasons.map((words) => ({ words })),
    statedOn: extension.recordFiledOn,
    voluntary: reasons.includes(VOLUNTARY),
  };
}

function saidBy({ bureauId, reviewerId, upperId, decision, statedOn, voluntary }: MajorPenaltyFiling): DutyInput {
  const { reasons, ...rest } = decision;
  const recipients = { bureau: bureauId, reviewer: reviewerId, upper: upperId };
  return { ...recipients, ...rest, reasons: reasons.map((words) => ({ words })), statedOn, voluntary: voluntary === true };
}
