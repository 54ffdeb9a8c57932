import {
  addedFineRuns,
  type ClockBinding,
  type ClockRun,
  DAYS_LADDER,
  disputeClocks,
  ENDS_PENALTY,
  executionClocks,
  firstPaidOn,
  type LocalDate,
  type ObligationId,
  openDisputes,
  remedyClocks,
  type StatutoryClock,
} from '#law';
import { correctionClock } from '#law/correcting/index';
import { CORRECTING_ROOM } from './lifecycle/corrections.ts';
import { EXECUTING_ROOM } from './lifecycle/execution.ts';
import { recordClock } from './lifecycle/record-clock.ts';
import { closingKey, fineOf, type SummaryPenalty, settledOn } from './model.ts';

type S = SummaryPenalty;

function clock(id: string, obligation: ObligationId, name: string, startsOn: string, stopsOn: string): StatutoryClock {
  return { id, obligation, name, startsOn, stopsOn, ladder: DAYS_LADDER };
}

const KE_53 = clock('KE-53', 'local.summary-record', '当场处罚报备', '作出决定', '报本机关备案');
const KE_53_SECURITY = clock('KE-53-security', 'law.public-security-record', '治安案件当场处罚报备', '作出决定', '报所属公安机关备案');
const KE_07 = clock('KE-07', 'law.fine-payment', '缴纳罚款', '收到决定书', '缴清、延期或者终结执行');
const KE_54 = clock('KE-54', 'local.penalty-closing', '结案归档', '履行完毕', '归档');

const once = (s: S, startedOn: LocalDate | null, stoppedOn: LocalDate | null): readonly ClockRun[] =>
  startedOn === null ? [] : [{ key: '', startedOn, stoppedOn, boundId: s.organId }];

function record(s: S): readonly ClockRun[] {
  return once(s, s.decision?.on ?? null, s.reportedOn ?? s.ended?.on ?? null);
}

/** When the decision ceased to be. */
function revokedOn(s: S): LocalDate | null {
  return s.redresses.find((c) => ENDS_PENALTY.includes(c.undoing))?.effectOn ?? null;
}

/** The party's fifteen days for the fine, and for what a change adds to it; added to a warning alone, for that part. */
function payments(s: S): readonly ClockRun[] {
  const overOn = s.ended?.on ?? revokedOn(s);
  const added = addedFineRuns(EXECUTING_ROOM, s, overOn);
  if (fineOf(s) === 0 || s.decision?.original?.fineFen === 0) return added;
  return [...once(s, s.delivery?.on ?? null, s.deferrals[0]?.on ?? firstPaidOn(EXECUTING_ROOM, s) ?? overOn), ...added];
}

/** Reported and paid, whichever came last. */
function doneOn(s: S): LocalDate | null {
  const settled = settledOn(s);
  if (s.reportedOn === null || settled === null) return null;
  return [s.reportedOn, settled].toSorted()[1] ?? settled;
}

/** From performance, or the last dispute, to the archive; none runs while a dispute goes on. */
function closings(s: S): readonly ClockRun[] {
  const earlier = s.archivedBefore.flatMap((a, i) =>
    once(s, a.on, a.on).map((run) => ({ ...run, key: i === 0 ? '' : `第${i + 1}次归档` })),
  );
  const done = doneOn(s);
  if (openDisputes(s).length > 0 || done === null || s.status === 'remaking') return earlier;
  const ends = [done, ...s.disputes.map((d) => d.until), ...s.redresses.map((r) => r.effectOn)].filter((day) => day !== null);
  return [...earlier, ...once(s, ends.toSorted().at(-1) ?? done, s.archive?.on ?? null).map((run) => ({ ...run, key: closingKey(s) }))];
}

export const CLOCKS: readonly ClockBinding<S>[] = [
  { clock: KE_53, runs: (s) => (recordClock(s) === 'KE-53' ? record(s) : []) },
  { clock: KE_53_SECURITY, runs: (s) => (recordClock(s) === 'KE-53-security' ? record(s) : []) },
  // What officers have taken themselves is no longer the party's to pay.
  {
    clock: KE_07,
    outsider: '当事人',
    runs: payments,
  },
  ...executionClocks<S>(EXECUTING_ROOM, {
    endedOn: (s) => s.ended?.on ?? revokedOn(s) ?? settledOn(s),
    // A warning alone has nothing to be enforced; a fine that was taken back later had.
    isEnforceable: (s) => (s.decision?.original ?? s.decision)?.fineFen !== 0,
  }),
  ...remedyClocks<S>(EXECUTING_ROOM, (s) => s.closedOn),
  correctionClock(CORRECTING_ROOM),
  { clock: KE_54, runs: closings },
  ...disputeClocks<S>((s) => s.organId),
];
