import {
  type ClockBinding,
  type ClockRun,
  DAYS_LADDER,
  disputeClocks,
  executionClocks,
  type LocalDate,
  PERCENT_LADDER,
  remedyClocks,
  type StatutoryClock,
} from '#law';
import { correctionClock } from '#law/correcting/index';
import { closings, payments, publications, services } from './lifecycle/after-decision.ts';
import { casePeriod, periodOf } from './lifecycle/case-period.ts';
import { CORRECTING_ROOM } from './lifecycle/corrections.ts';
import { crimeAnswer, crimeDecision, crimeDelivery } from './lifecycle/crime-clocks.ts';
import { EXECUTING_ROOM } from './lifecycle/execution.ts';
import { decidedAfter } from './lifecycle/rounds.ts';
import { noticeOf, type OrdinaryPenalty } from './model.ts';

type S = OrdinaryPenalty;

/** The sentence of the law: what it counts, from when, until when; its length stands in the profile. */
function clock(
  id: string,
  obligation: StatutoryClock['obligation'],
  name: string,
  [startsOn, stopsOn]: readonly [string, string],
): StatutoryClock {
  return { id, name, obligation, startsOn, stopsOn, ladder: id.startsWith('KE-01') ? PERCENT_LADDER : DAYS_LADDER };
}

const KE_50 = clock('KE-50', 'local.penalty-clue', '线索核查', ['登记线索', '立案、不予立案或者移送']);
const KE_50_EXTENDED = clock('KE-50-extended', 'local.penalty-clue-extended', '线索核查（已延长）', ['登记线索', '立案、不予立案或者移送']);
const KE_01 = clock('KE-01', 'law.penalty-period', '办案期限', ['立案', '作出决定']);
const KE_01_SECURITY = clock('KE-01-security', 'law.public-security-period', '治安案件办案期限', ['立案', '作出决定']);
const KE_03 = clock('KE-03', 'law.preservation', '先行登记保存', ['登记保存', '作出处理决定']);
const KE_51 = clock('KE-51', 'local.penalty-review', '法制审核', ['送审', '出具审核意见']);
const KE_52 = clock('KE-52', 'local.penalty-statement', '陈述申辩', ['告知书送达', '期限届满、书面放弃或者作出决定']);
const KE_04 = clock('KE-04', 'law.hearing-request', '要求听证', ['告知书送达', '提出要求、书面放弃或者作出决定']);
const KE_06 = clock('KE-06', 'law.penalty-service', '决定书送达', ['作出决定', '送达']);
const KE_07 = clock('KE-07', 'law.fine-payment', '缴纳罚款', ['收到决定书', '缴清、延期或者终结']);
const KE_37 = clock('KE-37', 'law.penalty-publicity', '处罚决定公示', ['作出决定', '公示或者写明不公示的理由']);
const KE_54 = clock('KE-54', 'local.penalty-closing', '结案归档', ['执行完毕或者不再执行', '归档']);

const KE_30 = clock('KE-30', 'law.crime-decision', '涉嫌犯罪移送决定', ['接到移送报告', '作出移送决定']);
const KE_31 = clock('KE-31', 'law.crime-delivery', '涉嫌犯罪案件移送', ['决定移送', '送达受移送机关']);
const KE_33 = clock('KE-33', 'law.crime-police', '受移送机关决定是否立案', ['收到移送书', '作出决定、退回']);

const once = (s: S, startedOn: LocalDate | null, stoppedOn: LocalDate | null, key = ''): readonly ClockRun[] =>
  startedOn === null ? [] : [{ key, startedOn, stoppedOn, boundId: s.organId }];

/** Whoever has to be waited for until then: nothing is waited for any more once it is decided, or investigated anew. */
function afterNotice(s: S, waivedOn: (notice: NonNullable<ReturnType<typeof noticeOf>>) => LocalDate | null): readonly ClockRun[] {
  return s.notices.flatMap((notice, i) => {
    if (notice.receivedOn === null) return [];
    const isLast = notice === noticeOf(s);
    const gone =
      decidedAfter(s, notice.letterNo) ??
      s.endedOn ??
      s.transferredOn ??
      (isLast ? null : (s.reports[notice.reportNo]?.on ?? notice.receivedOn));
    const key = i === 0 ? '' : `第${i + 1}次告知`;
    return once(s, notice.receivedOn, waivedOn(notice) ?? gone, key);
  });
}

function hearingRequests(s: S): readonly ClockRun[] {
  const offered = { ...s, notices: s.notices.filter((n) => n.hearing) };
  return afterNotice(offered, (n) => n.hearingWaivedOn ?? hearingAsked(s, n.reportNo));
}

function hearingAsked(s: S, reportNo: number): LocalDate | null {
  return s.hearing?.reportNo === reportNo ? s.hearing.requestedOn : null;
}

/** Periods that the party uses or lets pass: nobody at the organ is late when they end. */
const PARTY = '当事人';
/** And those of the organ that has been handed a case. */
const HANDED_TO = '受移送机关';

export const CLOCKS: readonly ClockBinding<S>[] = [
  { clock: KE_50, runs: (s) => once(s, s.openedOn, s.clueExtendedOn ?? s.clueEndedOn) },
  { clock: KE_50_EXTENDED, runs: (s) => (s.clueExtendedOn === null ? [] : once(s, s.openedOn, s.clueEndedOn)) },
  { clock: KE_01, runs: (s) => (periodOf(s) === 'KE-01' ? casePeriod(s) : []) },
  { clock: KE_01_SECURITY, runs: (s) => (periodOf(s) === 'KE-01-security' ? casePeriod(s) : []) },
  {
    clock: KE_03,
    runs: (s) => s.preservations.flatMap((p) => once(s, p.on, p.settledOn ?? s.transferredOn, `第${p.no}次`)),
  },
  { clock: KE_51, runs: (s) => reviews(s) },
  // Whoever asks for a hearing states its case there.
  { clock: KE_52, outsider: PARTY, runs: (s) => afterNotice(s, (n) => n.waivedOn ?? hearingAsked(s, n.reportNo)) },
  { clock: KE_04, outsider: PARTY, runs: hearingRequests },
  { clock: KE_06, runs: services },
  { clock: KE_07, outsider: PARTY, runs: payments },
  { clock: KE_37, runs: publications },
  { clock: KE_30, runs: crimeDecision },
  { clock: KE_31, runs: crimeDelivery },
  { clock: KE_33, outsider: HANDED_TO, runs: crimeAnswer },
  ...executionClocks(EXECUTING_ROOM, { endedOn: (s) => s.endedOn }),
  ...remedyClocks(EXECUTING_ROOM, (s) => s.closedOn),
  correctionClock(CORRECTING_ROOM),
  { clock: KE_54, runs: closings },
  ...disputeClocks<S>((s) => s.organId),
];

/** One run a sending; the one that is open has no opinion yet. */
function reviews(s: S): readonly ClockRun[] {
  const done = s.reviews.flatMap((r, i) => once(s, r.sentOn, r.on, `第${i + 1}次`));
  return [...done, ...once(s, s.sentForReviewOn, null, `第${s.reviews.length + 1}次`)];
}
