import { type ClockBinding, type ClockRun, DAYS_LADDER, type LocalDate, type ObligationId, type StatutoryClock } from '#law';
import { fineOf, type SummaryPenalty, settledOn } from './model.ts';

type S = SummaryPenalty;

function clock(id: string, obligation: ObligationId, name: string, startsOn: string, stopsOn: string): StatutoryClock {
  return { id, obligation, name, startsOn, stopsOn, ladder: DAYS_LADDER };
}

const KE_53 = clock('KE-53', 'local.summary-record', '当场处罚报备', '作出决定', '报本机关备案');
const KE_07 = clock('KE-07', 'law.fine-payment', '缴纳罚款', '收到决定书', '缴清或者不再执行');
const KE_09 = clock('KE-09', 'law.collected-hand-in', '当场收缴的罚款交至机关', '收缴', '交至机关');
const KE_09_BANK = clock('KE-09-bank', 'law.collected-bank', '罚款缴付指定银行', '机关收到', '缴付银行');
const KE_54 = clock('KE-54', 'local.penalty-closing', '结案归档', '履行完毕', '归档');

const once = (s: S, startedOn: LocalDate | null, stoppedOn: LocalDate | null): readonly ClockRun[] =>
  startedOn === null ? [] : [{ key: '', startedOn, stoppedOn, boundId: s.organId }];

/** Reported and paid, whichever came last. */
function doneOn(s: S): LocalDate | null {
  const settled = settledOn(s);
  if (s.reportedOn === null || settled === null) return null;
  return [s.reportedOn, settled].toSorted()[1] ?? settled;
}

export const CLOCKS: readonly ClockBinding<S>[] = [
  { clock: KE_53, runs: (s) => once(s, s.decision?.on ?? null, s.reportedOn) },
  // What officers have taken themselves is no longer the party's to pay.
  {
    clock: KE_07,
    outsider: '当事人',
    runs: (s) => (fineOf(s) === 0 ? [] : once(s, s.delivery?.on ?? null, s.collection?.on ?? settledOn(s))),
  },
  { clock: KE_09, runs: (s) => once(s, s.collection?.on ?? null, s.collection?.handedInOn ?? null) },
  { clock: KE_09_BANK, runs: (s) => once(s, s.collection?.handedInOn ?? null, s.collection?.bankedOn ?? null) },
  { clock: KE_54, runs: (s) => once(s, doneOn(s), s.archive?.on ?? null) },
];
