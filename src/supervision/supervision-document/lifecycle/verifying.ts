import {
  addDays,
  certifiedSupervisors,
  condition,
  type Folds,
  type InputOf,
  type Lifecycle,
  type LocalDate,
  type Profile,
  refuse,
  termsOf,
} from '#law';
import { checkIssues } from '../documents/issues.ts';
import { FORMS } from '../forms.ts';
import type { SupervisionDocument } from '../model.ts';
import { ART_16, ART_22_1, ART_22_2 } from './articles.ts';
import { ALL_CLEARED, isPeriodRunning, onSiteArticle } from './conditions.ts';
import { BY } from './people.ts';

type S = SupervisionDocument;

const { verify, 'return-report': returnReport, 'declare-unhandled': declareUnhandled, close, lapse } = FORMS;
export const VERIFYING_FORMS = { verify, 'return-report': returnReport, 'declare-unhandled': declareUnhandled, close, lapse };
type VerifyingForms = typeof VERIFYING_FORMS;
type VerifyInput = InputOf<VerifyingForms['verify']>;
type ReturnInput = InputOf<VerifyingForms['return-report']>;

const KNOWN_PROBLEMS = condition<S, VerifyInput>('逐项核查、不重不漏号', 'form', ART_22_1, ({ input, state }) => {
  const numbers = input.results.map((r) => r.no);
  const unknown = numbers.find((no) => !state.draft.problems.some((p) => p.no === no));
  if (unknown !== undefined) return ['no-such-problem', `没有第${unknown}项问题`];
  const unsaid = input.results.find((r) => r.outcome === 'failed' && r.opinion === null);
  if (unsaid !== undefined) return ['incomplete', `第${unsaid.no}项核查不合格，应当写明核查意见`];
  return new Set(numbers).size === numbers.length ? null : ['doubled', '同一项问题填写了两次'];
});

const HANDLED = condition<S, VerifyInput>('只有报告为已处理的问题才能销号', 'law', ART_22_2, ({ input, state }) => {
  const open = input.results.find(
    (r) => r.outcome === 'passed' && state.draft.problems.find((p) => p.no === r.no)?.handling?.result !== 'done',
  );
  return open === undefined ? null : ['not-handled', `第${open.no}项问题报告为部分处理或者未处理，不能销号`];
});

/** 细则 16, for a check on site: two persons, each with a valid certificate on the day; borrowed ones count. */
const TWO_ON_SITE = {
  name: '现场核查不少于两人并持有效证件',
  nature: 'law',
  cite: ART_16,
  severity: 'red',
  grade: 'statute',
  check: ({ input, facts, legalDate, profile }: Parameters<typeof KNOWN_PROBLEMS.check>[0]) => {
    if (!input.onSite || certifiedSupervisors(input.officers ?? [], facts, legalDate).length >= 2) return null;
    return refuse('two-on-site', onSiteArticle(profile, legalDate), '现场核查应当有两名以上持有效行政执法监督证的人员');
  },
} as const;

const ONCE = condition<S, null>('整改报告只退回一次', 'law', ART_22_1, ({ state }) =>
  state.returned === null ? null : ['returned-once', '报告已经退回过一次；仍不合格的，期限届满后按逾期未处理办理'],
);

const SOMETHING_OPEN = condition<S, null>('有问题核查不合格或者未处理', 'law', ART_22_1, ({ state }) =>
  state.draft.problems.some((p) => p.check?.passed === false || p.handling?.result !== 'done')
    ? null
    : ['nothing-open', '没有核查不合格或者未处理的问题；先逐项核查'],
);

/** Before the period ends its remaining days run; afterwards the issuer sets a date of its own, at most as far as the profile says. */
const DATE_SET_RIGHTLY = condition<S, ReturnInput>('期限内退回不另定日期，期限后退回另定日期', 'form', ART_22_1, (c) => {
  const running = isPeriodRunning(c);
  if (running === 'unknown') return 'unknown';
  const { until } = c.input;
  if (running) return until === null ? null : ['days-remain', '尚在书面报告的期限内，剩余日数继续计算，不另定日期'];
  const furthest = furthestDate(c.profile, c.legalDate);
  if (until === null) return ['date-missing', '书面报告的期限已经届满，应当另定报告日期'];
  if (until <= c.legalDate) return ['date-past', '另定的报告日期应当晚于退回日期'];
  return furthest !== null && until > furthest ? ['date-far', `另定的报告日期不得晚于${furthest}`] : null;
});

function furthestDate(profile: Profile, legalDate: LocalDate): LocalDate | null {
  const terms = termsOf(profile, 'local.second-correction', legalDate);
  return terms?.length === undefined || terms.length === null ? null : addDays(legalDate, terms.length);
}

const PERIOD_OVER = condition<S, null>('书面报告的期限已经届满', 'law', ART_22_2, (c) => {
  const running = isPeriodRunning(c);
  if (running === 'unknown') return 'unknown';
  return running ? ['period-running', '尚在书面报告的期限内，不能认定逾期未处理'] : null;
});

export const VERIFYING: Lifecycle<S, VerifyingForms> = {
  verify: {
    label: '整改核查',
    does: 'step',
    from: ['verifying', 'late-verifying'],
    to: 'stays',
    by: BY.insideIssuer,
    reportedBy: BY.insideIssuer,
    cite: ART_22_1,
    inputGuards: [KNOWN_PROBLEMS, HANDLED, TWO_ON_SITE],
    issues: (s, input, frame, facts) => checkIssues(s, input, frame, facts),
    says: (s, frame) => {
      if (frame.doubts !== undefined) return '核查已按实补录；不符合办理条件，合格的结论不作销号依据，应当重新核查。';
      const cleared = s.draft.problems.filter((p) => p.clearedOn !== null).length;
      const total = s.draft.problems.length;
      return cleared === total ? `${total}项问题全部销号；可以办结。` : `已销号${cleared}项，共${total}项；其余继续核查或者退回。`;
    },
  },
  'return-report': {
    label: '退回整改',
    does: 'step',
    from: ['verifying'],
    to: 'handling',
    by: BY.insideIssuer,
    cite: ART_22_1,
    guards: [ONCE, SOMETHING_OPEN],
    inputGuards: [DATE_SET_RIGHTLY],
    aside: true,
    says: (s) => (s.returned?.until == null ? '报告已退回，剩余期限继续计算。' : `报告已退回，另定于${s.returned.until}前报告。`),
  },
  'declare-unhandled': {
    label: '认定逾期未处理',
    does: 'step',
    from: ['verifying'],
    to: 'lapsed',
    by: BY.signatory,
    cite: ART_22_2,
    guards: [PERIOD_OVER, SOMETHING_OPEN],
    aside: true,
    says: () => '已认定为未在规定时间内作出处理；由发文机关按行为的性质和程度作出处理。',
  },
  close: {
    label: '办结',
    does: 'step',
    from: ['verifying'],
    to: 'closed',
    by: BY.insideIssuer,
    cite: ART_22_1,
    guards: [ALL_CLEARED],
    says: () => '各项问题均已销号，本件办结。',
  },
  lapse: {
    label: '逾期未处理',
    does: 'step',
    from: ['proposing', 'assigning', 'handling', 'legal-review', 'report-signing', 'verifying'],
    to: 'lapsed',
    by: BY.system,
    cite: ART_22_2,
    says: () => '收文单位未在规定时间内作出处理；由发文机关按行为的性质和程度作出处理。',
  },
};

/** The issuer has finished with the latest report. */
export function withReportChecked(s: S, on: LocalDate): S {
  const last = s.reports.length - 1;
  return { ...s, reports: s.reports.map((r, i) => (i === last && r.checkedOn === null ? { ...r, checkedOn: on } : r)) };
}

export const VERIFYING_FOLDS: Folds<S, VerifyingForms> = {
  verify: (s, input, frame) => ({
    ...s,
    draft: {
      ...s.draft,
      problems: s.draft.problems.map((p) => {
        const row = input.results.find((r) => r.no === p.no);
        if (row === undefined) return p;
        const passed = row.outcome === 'passed';
        // A check that missed a condition of law writes nothing off.
        if (passed && frame.doubts !== undefined) return p;
        return { ...p, check: { passed, opinion: row.opinion, on: frame.legalDate }, clearedOn: passed ? frame.legalDate : null };
      }),
    },
  }),
  'return-report': (s, input, frame) => ({
    ...withReportChecked(s, frame.legalDate),
    returned: { on: frame.legalDate, until: input.until, reason: input.reason },
    handledBy: [],
  }),
  'declare-unhandled': (s, _, frame) => ({ ...withReportChecked(s, frame.legalDate), lapsedOn: frame.legalDate }),
  close: (s, _, frame) => ({ ...withReportChecked(s, frame.legalDate), closedOn: frame.legalDate }),
  lapse: (s, _, frame) => ({ ...withReportChecked(s, frame.legalDate), lapsedOn: frame.legalDate }),
};
