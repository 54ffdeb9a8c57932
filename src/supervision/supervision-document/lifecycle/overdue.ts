import {
  condition,
  type Folds,
  type Guard,
  type GuardCase,
  type InputOf,
  type Lifecycle,
  type OverdueMeasure,
  refuse,
  signedLetter,
} from '#law';
import { lateReportIssues, measuresIssues, performanceIssues, reminderIssues } from '../documents/issues.ts';
import { FORMS } from '../forms.ts';
import { isAllDone, MEASURE_LABELS, type MeasureId, type SupervisionDocument, TYPES } from '../model.ts';
import { ART_22_1, ART_22_2 } from './articles.ts';
import { ALL_CLEARED } from './conditions.ts';
import { partiesNeeded } from './drafting.ts';
import { withResults } from './handling.ts';
import { WHOLE_REPORT } from './paper-report.ts';
import { BY } from './people.ts';
import { withReportChecked } from './verifying.ts';

type S = SupervisionDocument;

const {
  remind,
  'late-report': lateReport,
  'close-late': closeLate,
  'request-government': requestGovernment,
  'government-decision': governmentDecision,
  'take-measures': takeMeasures,
  'withdraw-decision': withdrawDecision,
  'report-performance': reportPerformance,
  conclude,
  refer,
  'conclude-referral': concludeReferral,
} = FORMS;
export const OVERDUE_FORMS = {
  remind,
  'late-report': lateReport,
  'close-late': closeLate,
  'request-government': requestGovernment,
  'government-decision': governmentDecision,
  'take-measures': takeMeasures,
  'withdraw-decision': withdrawDecision,
  'report-performance': reportPerformance,
  conclude,
  refer,
  'conclude-referral': concludeReferral,
};
type OverdueForms = typeof OVERDUE_FORMS;
type MeasuresInput = InputOf<OverdueForms['take-measures']>;

/** Others enter a late report only as one that the unit has handed in on paper. */
const ONLY_OWN_OR_REPORTED: Guard<S, null> = {
  name: '逾期报告由收文单位提交，纸质的由收件机关补录',
  nature: 'form',
  cite: ART_22_1,
  check: ({ actor, state, reported }) =>
    reported === true || actor.organisationId === state.draft.addresseeId
      ? null
      : refuse('not-own-report', ART_22_1, '逾期报告由收文单位提交；收到纸质报告的，请勾选补录并填明来源和送达日期'),
};

function measureOf(c: { profile: GuardCase<S, null>['profile'] }, id: MeasureId): OverdueMeasure | null {
  return c.profile.measures.list.find((m) => m.id === id) ?? null;
}

const MEASURE_OPEN: Guard<S, { readonly measure: MeasureId }> = {
  name: '措施在本市规则参数之内',
  nature: 'law',
  cite: ART_22_2,
  check: (c) =>
    measureOf(c, c.input.measure) === null
      ? refuse('no-such-measure', ART_22_2, `本市规则参数“${c.profile.measures.name}”没有“${MEASURE_LABELS[c.input.measure]}”`)
      : null,
};

const GROUND_FITS = condition<S, MeasuresInput>('处理事由属于该项措施', 'law', ART_22_2, (c) => {
  const measure = measureOf(c, c.input.measure);
  if (measure === null || measure.grounds.some((g) => g.code === c.input.ground)) return null;
  return ['ground', `“${measure.label}”的事由只能是：${measure.grounds.map((g) => g.label).join('；')}`];
});

/** Undoing an act of a department goes through the government until the wording of Art. 29 is known. */
const GOVERNMENT_HAS_DECIDED = condition<S, MeasuresInput>('须由政府决定的措施已有政府决定', 'law', ART_22_2, (c) => {
  if (measureOf(c, c.input.measure)?.needsGovernment !== true) return null;
  const request = c.state.governmentRequest;
  const decided = request?.decision?.approved === true && request.measure === c.input.measure;
  return decided ? null : ['government-first', `“${MEASURE_LABELS[c.input.measure]}”应当先请示政府，经政府决定后作出`];
});

const ISSUED_BY_BUREAU = condition<S, null>('处理决定由司法行政部门作出', 'law', ART_22_2, ({ state }) =>
  state.issuedBy === 'bureau' ? null : ['decision-off', '部门法制机构制发决定书未启用（待核定），请提请同级司法行政部门处理'],
);
const ISSUED_BY_LEGAL_OFFICE = condition<S, null>('由部门法制机构制发', 'law', ART_22_2, ({ state }) => {
  if (state.issuedBy === 'bureau') return ['own-measures', '本机关是司法行政部门，应当自行作出处理'];
  return state.draft.reportToId === null ? ['no-bureau', '收文单位没有登记同级司法行政部门，不能提请'] : null;
});
const IS_GOVERNMENT: Guard<S, { readonly government: string }> = {
  name: '请示的机关是本级人民政府或者市人民政府',
  nature: 'form',
  cite: ART_22_2,
  check: ({ input, facts, state }) => {
    const government = facts.organisations.get(input.government);
    if (government?.kind !== 'government') return refuse('not-government', ART_22_2, '请示的机关应当是人民政府');
    const isOwn = facts.organisations.get(state.issuerId)?.superiorId === government.id;
    // Another government would not see the request: it is read by whoever's range covers the issuer.
    return isOwn || government.tier === 'city'
      ? null
      : refuse('other-government', ART_22_2, '应当请示发文机关的本级人民政府或者市人民政府');
  },
};

export const OVERDUE: Lifecycle<S, OverdueForms> = {
  remind: {
    label: '催办',
    does: 'entry',
    from: ['proposing', 'assigning', 'handling', 'legal-review', 'report-signing', 'lapsed', 'late-verifying'],
    to: 'stays',
    by: BY.sender,
    cite: ART_22_1,
    issues: (s, input, frame, facts, { profile }) => reminderIssues(s, input.words, frame, facts, profile),
    says: () => '催办函已送收文单位。',
  },
  'late-report': {
    label: '逾期报告',
    putRightBy: '再次提交逾期报告',
    does: 'step',
    from: ['lapsed', 'late-verifying'],
    to: 'late-verifying',
    by: [...BY.addresseeLeader, ...BY.reportReceiver],
    reportedBy: BY.reportReceiver,
    cite: ART_22_1,
    guards: [ONLY_OWN_OR_REPORTED],
    inputGuards: [WHOLE_REPORT],
    issues: (s, _, frame, facts) => lateReportIssues(s, frame, facts),
    stepUp: true,
    says: () => '逾期报告已送发文机关；逾期记录保留，等待核查和处理。',
  },
  'close-late': {
    label: '逾期整改后办结',
    does: 'step',
    from: ['late-verifying'],
    to: 'closed',
    by: BY.signatory,
    cite: ART_22_2,
    guards: [ALL_CLEARED],
    aside: true,
    says: () => '各项问题逾期后均已销号，本件办结；逾期记录保留。',
  },
  'request-government': {
    label: '请示政府',
    does: 'step',
    from: ['lapsed', 'late-verifying'],
    to: 'government',
    by: BY.signatory,
    cite: ART_22_2,
    // The unit learns of a measure by the decision on it; the government reads it by its range.
    inside: 'issuer',
    guards: [ISSUED_BY_BUREAU],
    inputGuards: [IS_GOVERNMENT, MEASURE_OPEN],
    says: () => '已请示政府；等待政府决定。',
  },
  'government-decision': {
    label: '政府决定',
    does: 'step',
    from: ['government'],
    to: 'lapsed',
    by: [{ as: 'government', roles: ['government-leader', 'government-office'] }, ...BY.insideIssuer],
    reportedBy: BY.insideIssuer,
    cite: ART_22_2,
    inside: 'issuer',
    says: (s) =>
      s.governmentRequest?.decision?.approved === true ? '政府已同意；由发文机关作出处理决定。' : '政府未同意；由发文机关另行处理。',
  },
  'take-measures': {
    label: '作出处理',
    does: 'step',
    from: ['lapsed', 'late-verifying'],
    to: 'measures-sealing',
    by: [{ as: 'issuer', roles: ['head'] }],
    inside: 'issuer',
    cite: ART_22_2,
    guards: [ISSUED_BY_BUREAU],
    inputGuards: [MEASURE_OPEN, GROUND_FITS, GOVERNMENT_HAS_DECIDED],
    needs: partiesNeeded,
    number: (s) => (s === null ? null : { issuerId: s.issuerId, series: TYPES.decision.series }),
    issues: (s, _, frame, facts, { profile }) => measuresIssues(s, frame, facts, profile),
    stepUp: true,
    says: (s) => `已作出处理决定，文号${s.decision?.number ?? ''}；等待用印。`,
  },
  'withdraw-decision': {
    label: '撤回处理决定',
    does: 'step',
    from: ['measures-sealing', 'measures-serving'],
    to: (s) => (s.reports.some((r) => r.late) ? 'late-verifying' : 'lapsed'),
    by: [{ as: 'issuer', roles: ['head'] }],
    inside: 'issuer',
    cite: ART_22_2,
    documents: 'void',
    aside: true,
    says: () => '处理决定在送达前撤回，文号作废；原文书仍为逾期未处理，等待重新作出处理。',
  },
  'report-performance': {
    label: '报告履行情况',
    putRightBy: '向发文机关另行说明',
    does: 'step',
    from: ['performing'],
    to: 'performed',
    by: BY.addresseeLeader,
    cite: ART_22_2,
    issues: (s, input, frame, facts) => performanceIssues(s, input.summary, frame, facts),
    stepUp: true,
    says: () => '履行情况报告已送发文机关；等待核查。',
  },
  conclude: {
    label: '处理办结',
    does: 'step',
    from: ['performing', 'performed'],
    to: 'closed',
    by: BY.signatory,
    cite: ART_22_2,
    says: () => '处理决定的履行结论已记明，本件办结。',
  },
  refer: {
    label: '提请司法行政部门处理',
    does: 'step',
    from: ['lapsed', 'late-verifying'],
    to: 'referred',
    by: BY.signatory,
    cite: ART_22_2,
    guards: [ISSUED_BY_LEGAL_OFFICE],
    says: () => '已提请同级司法行政部门处理。',
  },
  'conclude-referral': {
    label: '登记处理结果',
    does: 'step',
    from: ['referred'],
    to: 'closed',
    by: [{ as: 'bureau', roles: ['supervisor', 'checker', 'deputy-head', 'head'] }],
    cite: ART_22_2,
    links: (input) => (input.document === null ? [] : [{ to: input.document, as: 'follows' }]),
    says: () => '司法行政部门的处理结果已登记，本件办结。',
  },
};

const reportedLate = (s: S, on: S['closedOn'] & string): S => ({
  ...withReportChecked(s, on),
  reports: [...withReportChecked(s, on).reports, { on, late: true, allDone: isAllDone(s), checkedOn: null }],
});

export const OVERDUE_FOLDS: Folds<S, OverdueForms> = {
  remind: (s) => ({ ...s, reminders: s.reminders + 1 }),
  'late-report': (s, { results, ...text }, frame) =>
    reportedLate({ ...s, summary: text, draft: { ...s.draft, problems: withResults(s.draft.problems, results ?? []) } }, frame.legalDate),
  'close-late': (s, _, frame) => ({ ...withReportChecked(s, frame.legalDate), closedOn: frame.legalDate }),
  'request-government': (s, input, frame) => ({
    ...s,
    governmentRequest: { governmentId: input.government, measure: input.measure, requestedOn: frame.legalDate, decision: null },
  }),
  'government-decision': (s, input, frame) => ({
    ...s,
    governmentRequest:
      s.governmentRequest === null
        ? null
        : { ...s.governmentRequest, decision: { approved: input.outcome === 'approved', number: input.number, on: frame.legalDate } },
  }),
  'take-measures': (s, input, frame) => ({
    ...withReportChecked(s, frame.legalDate),
    measures: { ...input, reportedOn: null },
    decision: signedLetter(frame, TYPES.decision.document),
  }),
  'withdraw-decision': (s) => ({ ...s, measures: null, decision: null }),
  'report-performance': (s, _, frame) => ({
    ...s,
    measures: s.measures === null ? null : { ...s.measures, reportedOn: frame.legalDate },
  }),
  conclude: (s, _, frame) => ({ ...s, closedOn: frame.legalDate }),
  refer: (s, _, frame) => withReportChecked(s, frame.legalDate),
  'conclude-referral': (s, _, frame) => ({ ...s, closedOn: frame.legalDate }),
};
