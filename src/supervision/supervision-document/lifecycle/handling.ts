import { condition, type Folds, type InputOf, joinedBy, type Lifecycle, type LocalDate } from '#law';
import { reportIssues } from '../documents/issues.ts';
import { FORMS } from '../forms.ts';
import { type Handling, isAllDone, type Problem, type SupervisionDocument } from '../model.ts';
import { ART_22_1 } from './articles.ts';
import { anotherPerson } from './conditions.ts';
import { BY } from './people.ts';

type S = SupervisionDocument;

const {
  propose,
  assign,
  handle,
  'submit-report': submitReport,
  'legal-check': legalCheck,
  'return-handling': returnHandling,
  report,
} = FORMS;
export const HANDLING_FORMS = {
  propose,
  assign,
  handle,
  'submit-report': submitReport,
  'legal-check': legalCheck,
  'return-handling': returnHandling,
  report,
};
type HandlingForms = typeof HANDLING_FORMS;
export type ResultRow = InputOf<HandlingForms['handle']>['results'][number];

/** What is wrong with reported results: unknown or doubled numbers, or a result without what the law wants said of it. */
export function resultProblem(results: readonly ResultRow[], s: S, on: LocalDate): readonly [string, string] | null {
  const seen = new Set<number>();
  for (const row of results) {
    if (seen.has(row.no)) return ['doubled', `第${row.no}项问题填写了两次`];
    seen.add(row.no);
    if (!s.draft.problems.some((p) => p.no === row.no)) return ['no-such-problem', `没有第${row.no}项问题`];
    if ([row.on, row.partyToldOn, row.refundedOn, row.unpublishedOn].some((day) => day !== null && day > on))
      return ['future', `第${row.no}项问题的日期晚于办理日期`];
  }
  const lacking = results.flatMap(missingIn);
  return lacking.length === 0 ? null : ['incomplete', lacking.join('；')];
}

function missingIn(row: ResultRow): readonly string[] {
  if (row.result !== 'done') return row.reason === null ? [`第${row.no}项问题未说明部分处理或者未处理的原因`] : [];
  const missing = [
    ...(row.way === null ? ['处理方式'] : []),
    ...(row.on === null ? ['处理日期'] : []),
    ...((row.proof ?? []).length === 0 ? ['证明材料'] : []),
  ];
  return missing.length === 0 ? [] : [`第${row.no}项问题已处理的，还缺${missing.join('、')}`];
}

/** Later results replace earlier ones of the same problem; a problem written off stays so. */
export function withResults(problems: readonly Problem[], results: readonly ResultRow[]): readonly Problem[] {
  return problems.map((p) => {
    const row = results.find((r) => r.no === p.no);
    return row === undefined || p.clearedOn !== null ? p : { ...p, handling: handlingOf(row), check: null };
  });
}

function handlingOf(row: ResultRow): Handling {
  return { ...row, proof: row.proof ?? [] };
}

/** A problem is unanswered while it has no result, or none since it was found wanting. */
function unanswered(s: S): readonly number[] {
  return s.draft.problems.filter((p) => p.handling === null || p.check?.passed === false).map((p) => p.no);
}

const RESULTS_WHOLE = condition<S, InputOf<HandlingForms['handle']>>('逐项填明处理结果', 'form', ART_22_1, ({ input, state, legalDate }) =>
  resultProblem(input.results, state, legalDate),
);
const ALL_ANSWERED = condition<S, null>('各项问题均有处理结果', 'form', ART_22_1, ({ state }) => {
  const open = unanswered(state);
  return open.length === 0 ? null : ['unanswered', `第${open.join('、')}项问题尚未填写处理结果`];
});
const NOT_HANDLED_BY = anotherPerson('法制审核人不是承办人', 'own-handling', '不得由承办人本人作法制审核', (s) => s.handledBy);

export const HANDLING: Lifecycle<S, HandlingForms> = {
  propose: {
    label: '拟办',
    inside: 'addressee',
    does: 'step',
    from: ['proposing'],
    to: 'assigning',
    by: BY.receiver,
    cite: ART_22_1,
    says: () => '已提出拟办意见；等待负责人批办。',
  },
  assign: {
    label: '批办',
    inside: 'addressee',
    does: 'step',
    from: ['proposing', 'assigning'],
    to: 'handling',
    by: BY.addresseeLeader,
    cite: ART_22_1,
    says: () => '已批办；等待承办人逐项处理。',
  },
  handle: {
    label: '填写处理情况',
    putRightBy: '报告前重新填写，报告后由发文机关退回后再次报告',
    inside: 'addressee',
    does: 'entry',
    from: ['handling'],
    to: 'stays',
    by: BY.handler,
    cite: ART_22_1,
    inputGuards: [RESULTS_WHOLE],
    says: (s) => {
      const open = unanswered(s).length;
      return open === 0 ? '各项问题均有处理结果；可送法制审核。' : `已填写处理情况；还有${open}项问题没有处理结果。`;
    },
  },
  'submit-report': {
    label: '送法制审核',
    putRightBy: '报告前退回承办，报告后由发文机关退回后再次报告',
    inside: 'addressee',
    does: 'step',
    from: ['handling'],
    to: 'legal-review',
    by: BY.handler,
    cite: ART_22_1,
    guards: [ALL_ANSWERED],
    leadsTo: 'report',
    says: () => '已送法制审核。',
  },
  'legal-check': {
    label: '法制机构审核',
    inside: 'addressee',
    does: 'step',
    from: ['legal-review'],
    to: 'report-signing',
    by: BY.legalOffice,
    cite: ART_22_1,
    guards: [NOT_HANDLED_BY],
    leadsTo: 'report',
    says: () => '法制审核通过；等待负责人签发报告。',
  },
  'return-handling': {
    label: '退回承办',
    inside: 'addressee',
    does: 'step',
    from: ['legal-review', 'report-signing'],
    to: 'handling',
    by: BY.legalOffice,
    cite: ART_22_1,
    aside: true,
    says: () => '已退回承办；等待承办人补充处理。',
  },
  report: {
    label: '签发报告',
    does: 'step',
    from: ['report-signing'],
    to: 'verifying',
    by: BY.addresseeLeader,
    cite: ART_22_1,
    issues: (s, _, frame, facts) => reportIssues(s, frame, facts),
    stepUp: true,
    says: (s) => {
      const to = s.draft.reportToId === null ? '发文机关' : '发文机关和同级司法行政部门';
      return isAllDone(s) ? `报告已送${to}；等待整改核查。` : `报告已送${to}；仍有问题未处理完毕，书面报告的期限继续计算。`;
    },
  },
};

export const HANDLING_FOLDS: Folds<S, HandlingForms> = {
  propose: (s, input) => ({ ...s, intake: { ...s.intake, proposal: input.proposal } }),
  assign: (s, input) => ({ ...s, intake: { ...s.intake, order: input.order } }),
  handle: (s, input, frame) => ({
    ...s,
    draft: { ...s.draft, problems: withResults(s.draft.problems, input.results) },
    handledBy: joinedBy(s.handledBy, frame.actor),
  }),
  'submit-report': (s, input, frame) => ({ ...s, summary: { ...input }, handledBy: joinedBy(s.handledBy, frame.actor) }),
  'legal-check': (s) => s,
  // Whoever takes it up next is the one from whom the legal office must differ.
  'return-handling': (s) => ({ ...s, handledBy: [] }),
  report: (s, _, frame) => ({
    ...s,
    reports: [...s.reports, { on: frame.legalDate, late: s.lapsedOn !== null, allDone: isAllDone(s), checkedOn: null }],
  }),
};
