import { type ClockBinding, DAYS_LADDER, type StatutoryClock } from '#law';
import type { NormativeFiling, Stretch } from './model.ts';

type S = NormativeFiling;

function clock(of: Pick<StatutoryClock, 'id' | 'name' | 'obligation' | 'startsOn' | 'stopsOn'>, ladder = DAYS_LADDER): StatutoryClock {
  return { ...of, ladder };
}

/** KS-11: filed within so many days of its publication. */
const KS_11 = clock({
  ...{ id: 'KS-11', name: '规范性文件报送备案', obligation: 'local.normative-filing' },
  ...{ startsOn: '公布', stopsOn: '报送备案' },
});
/** KS-12: the formal check, from receipt to registration. */
const KS_12 = clock({
  ...{ id: 'KS-12', name: '形式审查和登记', obligation: 'local.normative-registration' },
  ...{ startsOn: '收到报送材料', stopsOn: '登记、要求补正或者不予受理' },
});
const SUPPLEMENT = clock({
  ...{ id: 'normative-supplement', name: '补正备案材料', obligation: 'local.normative-supplement' },
  ...{ startsOn: '要求补正', stopsOn: '补正' },
});
/** KS-13: the opinion, from registration. */
const KS_13 = clock({
  ...{ id: 'KS-13', name: '合法性审查', obligation: 'local.normative-review' },
  ...{ startsOn: '登记', stopsOn: '签发审查结论' },
});
/** KS-15: the maker corrects its own document, from receipt of the opinion. */
const KS_15 = clock({
  ...{ id: 'KS-15', name: '自行纠正', obligation: 'local.normative-correction' },
  ...{ startsOn: '收到审查意见书', stopsOn: '报告纠正情况' },
});
/** KS-14: a suggestion to review, checked for form and answered (periods of a repealed text). */
const KS_14_FORM = clock({
  ...{ id: 'KS-14-form', name: '审查建议的形式审查', obligation: 'local.normative-suggestion-form' },
  ...{ startsOn: '收到审查建议', stopsOn: '受理或者不予受理' },
});
const KS_14 = clock({
  ...{ id: 'KS-14', name: '答复审查建议', obligation: 'local.normative-suggestion' },
  ...{ startsOn: '收到审查建议', stopsOn: '答复' },
});
/** KS-03: a document counts to its last day; a year ahead it is time to decide what follows (366: whatever the year). */
const KS_03 = clock(
  {
    ...{ id: 'KS-03', name: '规范性文件有效期', obligation: 'local.normative-validity' },
    ...{ startsOn: '施行', stopsOn: '废止、撤销或者有效期届满' },
  },
  { kind: 'days-before', days: [366, 180, 90, 30] },
);

const ended = (s: S, one: Stretch) => one.until ?? (isOver(s) ? (s.endedOn ?? one.since) : null);
const OVER: readonly S['status'][] = ['lapsed', 'repealed', 'revoked', 'declined', 'withdrawn', 'excused'];
const isOver = (s: S): boolean => OVER.includes(s.status);

const stretches = (s: S, of: readonly Stretch[], boundId: string) =>
  of.map((one) => ({ key: String(one.no), startedOn: one.since, stoppedOn: ended(s, one), issuerDate: one.by, boundId }));

export const CLOCKS: readonly ClockBinding<S>[] = [
  {
    clock: KS_11,
    runs: (s) =>
      s.isEntered
        ? []
        : [{ key: '', startedOn: s.firstPublishedOn, stoppedOn: s.submittedOn ?? (isOver(s) ? s.endedOn : null), boundId: s.makerId }],
  },
  { clock: KS_12, runs: (s) => stretches(s, s.checks, s.bureauId) },
  { clock: SUPPLEMENT, runs: (s) => stretches(s, s.supplements, s.makerId) },
  { clock: KS_13, runs: (s) => stretches(s, s.reviews, s.bureauId) },
  { clock: KS_15, runs: (s) => stretches(s, s.corrections, s.makerId), onOverdue: 'overdue' },
  {
    clock: KS_14_FORM,
    inside: 'bureau',
    runs: (s) =>
      s.suggestions.map(({ no, receivedOn, checkedOn }) => ({
        ...{ key: String(no), startedOn: receivedOn, boundId: s.bureauId },
        stoppedOn: checkedOn ?? (isOver(s) ? s.endedOn : null),
      })),
  },
  {
    clock: KS_14,
    inside: 'bureau',
    runs: (s) =>
      s.suggestions.map(({ no, receivedOn, checkedOn, isTakenUp, answeredOn }) => ({
        ...{ key: String(no), startedOn: receivedOn, boundId: s.bureauId },
        stoppedOn: answeredOn ?? (isTakenUp === false ? checkedOn : isOver(s) ? s.endedOn : null),
      })),
  },
  {
    clock: KS_03,
    runs: (s) => {
      const { lastDay, effectiveOn } = s.document;
      if (lastDay === null) return [];
      // Running out is the period's own end, not a stop before it.
      const stoppedOn = isOver(s) ? (s.endedOn !== null && s.endedOn <= lastDay ? s.endedOn : lastDay) : null;
      return [{ key: lastDay, startedOn: effectiveOn, stoppedOn, issuerDate: lastDay, boundId: s.makerId }];
    },
    onOverdue: 'lapse',
  },
];
