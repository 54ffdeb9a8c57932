import { condition, type Folds, type Guard, type InputOf, type Lifecycle, refuse } from '#law';
import { FORMS } from '../forms.ts';
import { isAllDone, type Report, type SupervisionDocument } from '../model.ts';
import { ART_22_1 } from './articles.ts';
import { isPeriodRunning } from './conditions.ts';
import { resultProblem, withResults } from './handling.ts';
import { BY } from './people.ts';

type S = SupervisionDocument;

export const PAPER_REPORT_FORMS = { 'paper-report': FORMS['paper-report'] };
type PaperForms = typeof PAPER_REPORT_FORMS;
type Results = { readonly results: InputOf<PaperForms['paper-report']>['results'] | null };

/** A report says of every problem what came of it, whether written here or on paper. */
export const WHOLE_REPORT = condition<S, Results>('逐项填明处理结果', 'form', ART_22_1, ({ input, state, legalDate }) => {
  const results = input.results ?? [];
  const wrong = resultProblem(results, state, legalDate);
  if (wrong !== null) return wrong;
  const open = withResults(state.draft.problems, results).filter((p) => p.handling === null);
  return open.length === 0 ? null : ['unanswered', `第${open.map((p) => p.no).join('、')}项问题没有处理结果`];
});

/** The period ends when the written report reaches the issuer or the bureau: on that day, by whatever way it came. */
const REACHED_IN_TIME: Guard<S, null> = {
  name: '纸质报告在书面报告的期限内送达',
  nature: 'form',
  cite: ART_22_1,
  check: (c) => {
    const received = c.state.letter?.receipt?.on ?? null;
    if (received === null || c.legalDate < received)
      return refuse('before-receipt', ART_22_1, '纸质报告的送达日期不得早于监督文书的签收日期');
    const until = c.state.returned?.until ?? null;
    const running = until === null ? isPeriodRunning(c) : c.legalDate <= until;
    if (running === 'unknown') return 'unknown';
    return running ? null : refuse('period-over', ART_22_1, '该日书面报告的期限已经届满，请在“逾期报告”中补录');
  },
};

export const PAPER_REPORT: Lifecycle<S, PaperForms> = {
  'paper-report': {
    label: '登记纸质报告',
    putRightBy: '撤销录入后按实重新登记',
    does: 'entry',
    from: ['proposing', 'assigning', 'handling', 'legal-review', 'report-signing', 'lapsed', 'late-verifying'],
    to: (s) => (s.lapsedOn === null ? 'verifying' : 'late-verifying'),
    by: BY.reportReceiver,
    reportedBy: BY.reportReceiver,
    cite: ART_22_1,
    guards: [REACHED_IN_TIME],
    inputGuards: [WHOLE_REPORT],
    aside: true,
    says: (s, frame) => {
      if (s.lapsedOn !== null) return '纸质报告已按实登记；仍有问题未处理完毕，逾期未处理的认定不变。';
      return s.lapseLifted?.reportedOn === frame.legalDate
        ? '纸质报告已按送达之日登记，期限在该日停止计算；此前的逾期记录保留并标明已更正，等待整改核查。'
        : '纸质报告已按送达之日登记；等待整改核查。';
    },
  },
};

export const PAPER_REPORT_FOLDS: Folds<S, PaperForms> = {
  'paper-report': (s, { results, summary, liability, systemic }, frame) => {
    const told: S = {
      ...s,
      summary: { summary, liability, systemic },
      draft: { ...s.draft, problems: withResults(s.draft.problems, results) },
    };
    const allDone = isAllDone(told);
    const report: Report = { on: frame.legalDate, late: false, allDone, checkedOn: null };
    const reports = [...s.reports, report].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
    const lifted = allDone && s.lapsedOn !== null;
    return {
      ...told,
      reports,
      ...(lifted ? { lapsedOn: null, lapseLifted: { lapsedOn: s.lapsedOn, reportedOn: frame.legalDate } } : {}),
    };
  },
};
