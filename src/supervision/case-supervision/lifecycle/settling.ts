import { certifiedSupervisors, condition, type Folds, type InputOf, type Lifecycle, listedIn, type May, numbersIn } from '#law';
import { FORMS } from '../forms.ts';
import { isAwaited, type Problem, runningDocuments, type SupervisionCase, unansweredProblems, unnoticedStops } from '../model.ts';
import { ART_9_5, ART_22_1 } from './articles.ts';
import { LEADERS, SUPERVISORS } from './clue.ts';
import { NOT_INVOLVED } from './conditions.ts';
import { ANSWERS_PROBLEMS, FOLLOWED_HERE, HAS_ENDED, ISSUED_HERE, NOTICE_FOR_STOPS } from './named.ts';

type S = SupervisionCase;

const {
  suspend,
  resume,
  establish,
  'no-problem': noProblem,
  'link-document': linkDocument,
  exempt,
  'follow-up': followUp,
  'document-ended': documentEnded,
  close,
  archive,
} = FORMS;
export const SETTLING_FORMS = {
  suspend,
  resume,
  establish,
  'no-problem': noProblem,
  'link-document': linkDocument,
  exempt,
  'follow-up': followUp,
  'document-ended': documentEnded,
  close,
  archive,
};
type SettlingForms = typeof SETTLING_FORMS;
type EstablishInput = InputOf<SettlingForms['establish']>;
type Numbered = readonly { readonly no: number }[] | null;

/** A problem is established by a certified supervisor; an alert alone is a doubt. */
const CERTIFIED = condition<S, null>('认定人持有效行政执法监督证', 'law', ART_22_1, ({ actor, facts, legalDate }) =>
  certifiedSupervisors([actor.officerId ?? ''], facts, legalDate).length === 1
    ? null
    : ['no-certificate', '问题由持有效行政执法监督证的人员认定，您在办理日期没有有效证件'],
);
const HEARD = condition<S, null>('已听取被监督单位的书面说明', 'law', ART_9_5, ({ state }) => {
  if (state.statement === null) return ['not-heard', '认定问题前应当要求被监督单位书面说明'];
  return isAwaited(state.statement) ? ['not-heard', '尚未登记被监督单位的书面说明，也未记明其未提交的情况'] : null;
});
const SUPPORTED = condition<S, EstablishInput>('每一项问题都有证据', 'law', ART_9_5, ({ input, state }) => {
  for (const [i, problem] of input.problems.entries()) {
    const numbers = numbersIn(problem.evidence);
    if (numbers === null) return ['evidence', `第${i + 1}项问题的证据序号应当填写材料的序号，例如“1、3”`];
    const wrong = numbers.find((no) => !state.gathered.some((g) => g.no === no));
    if (wrong !== undefined) return ['evidence', `第${i + 1}项问题所引的第${wrong}项材料不存在`];
    const visit = numbers.find((no) => state.gathered.some((g) => g.no === no && !g.isEvidence));
    if (visit !== undefined) return ['visit', `第${visit}项材料是走访了解，只能作线索，不能作为认定问题的证据`];
  }
  return null;
});

function problemNumbers<I extends { readonly problems: Numbered }>(mustBeOpen: boolean) {
  return condition<S, I>('所列问题属于本案', 'form', ART_22_1, ({ input, state }) => {
    const wrong = (input.problems ?? []).find((row) => !state.problems.some((p) => p.no === row.no));
    if (wrong !== undefined) return ['no-such-problem', `本案没有第${wrong.no}项问题`];
    const done = (input.problems ?? []).find((row) => state.problems.some((p) => p.no === row.no && p.answeredOn !== null));
    return mustBeOpen && done !== undefined ? ['answered', `第${done.no}项问题已经制发文书或者说明免发理由`] : null;
  });
}

const STOPS_KNOWN = condition<S, InputOf<SettlingForms['link-document']>>('所列当场制止属于本案', 'form', ART_9_5, ({ input, state }) => {
  const wrong = (input.stops ?? []).find((row) => !state.stops.some((stop) => stop.no === row.no));
  return wrong === undefined ? null : ['no-such-stop', `本案没有第${wrong.no}次当场制止`];
});
const LINKED = condition<S, InputOf<SettlingForms['document-ended']>>('文书与本案关联', 'form', ART_22_1, ({ input, state }) =>
  runningDocuments(state).some((d) => d.id === input.document) ? null : ['not-linked', '该文书没有与本案关联，或者已经登记办结'],
);

/** 22¶1: a problem cannot close without a document or a reasoned exemption. */
const ALL_ANSWERED = condition<S, null>('每一项问题都有监督文书或者免发理由', 'law', ART_22_1, ({ state }) => {
  const open = unansweredProblems(state).map((p) => p.no);
  return open.length === 0 ? null : ['unanswered', `第${open.join('、')}项问题尚未制发监督文书，也未说明免发理由`];
});
const ALL_ENDED = condition<S, null>('关联的监督文书均已办结', 'law', ART_22_1, ({ state }) =>
  runningDocuments(state).length === 0 ? null : ['documents-running', `还有${runningDocuments(state).length}份关联的监督文书没有办结`],
);
const STOPS_NOTICED = condition<S, null>('当场制止均已补发监督通知书', 'law', ART_9_5, ({ state }) =>
  unnoticedStops(state).length === 0 ? null : ['stop-open', '有当场制止尚未补发监督通知书'],
);
const NONE_LENT = condition<S, null>('调阅材料均已归还', 'form', ART_9_5, ({ state }) =>
  state.lentItems.every((item) => item.returnedOn !== null) ? null : ['lent', '调阅的材料尚未全部归还'],
);
const NOT_ESTABLISHED = condition<S, null>('本案没有认定问题', 'form', ART_22_1, ({ state }) =>
  state.problems.length === 0 ? null : ['established', '本案已经认定问题'],
);

/** The platform links what its own reactions have opened. */
const SUPERVISORS_OR_PLATFORM: readonly May[] = [...SUPERVISORS, { as: 'system' }];

export const SETTLING: Lifecycle<S, SettlingForms> = {
  suspend: {
    label: '中止',
    does: 'step',
    from: ['inquiry'],
    to: 'suspended',
    by: LEADERS,
    inside: 'organ',
    cite: ART_9_5,
    guards: [NOT_INVOLVED],
    aside: true,
    says: () => '本案中止；中止原因消除后恢复调查。',
  },
  resume: {
    label: '恢复调查',
    does: 'step',
    from: ['suspended'],
    to: 'inquiry',
    by: LEADERS,
    inside: 'organ',
    cite: ART_9_5,
    guards: [NOT_INVOLVED],
    says: () => '已恢复调查取证。',
  },
  establish: {
    label: '认定问题',
    does: 'step',
    from: ['inquiry', 'settling'],
    to: 'settling',
    by: SUPERVISORS,
    inside: 'organ',
    cite: ART_22_1,
    guards: [NOT_INVOLVED, CERTIFIED, HEARD],
    inputGuards: [SUPPORTED],
    says: (s) => `已认定问题${s.problems.length}项；逐项制发监督文书，或者说明免发理由。`,
  },
  'no-problem': {
    label: '认定不成立',
    does: 'step',
    from: ['inquiry'],
    to: 'closed',
    by: LEADERS,
    inside: 'organ',
    cite: ART_9_5,
    guards: [NOT_INVOLVED, NOT_ESTABLISHED, STOPS_NOTICED, NONE_LENT],
    aside: true,
    says: () => '问题不成立，本案结案；等待归档。',
  },
  'link-document': {
    label: '关联监督文书',
    does: 'entry',
    from: ['inquiry', 'settling'],
    to: 'stays',
    by: SUPERVISORS_OR_PLATFORM,
    inside: 'organ',
    cite: ART_22_1,
    guards: [NOT_INVOLVED],
    inputGuards: [problemNumbers(false), STOPS_KNOWN, ISSUED_HERE, ANSWERS_PROBLEMS, NOTICE_FOR_STOPS],
    says: (s) => {
      const open = unansweredProblems(s).length;
      return open === 0 ? '监督文书已关联；各项问题均已有文书或者免发理由。' : `监督文书已关联；还有${open}项问题没有文书或者免发理由。`;
    },
  },
  exempt: {
    label: '免发监督文书',
    does: 'entry',
    from: ['settling'],
    to: 'stays',
    by: LEADERS,
    inside: 'organ',
    cite: ART_22_1,
    guards: [NOT_INVOLVED],
    inputGuards: [problemNumbers(true)],
    aside: true,
    says: () => '免发监督文书的理由已记明。',
  },
  'follow-up': {
    label: '移送、通报或者约谈',
    does: 'entry',
    group: '案件管理',
    from: ['inquiry', 'settling'],
    to: 'stays',
    by: SUPERVISORS_OR_PLATFORM,
    inside: 'organ',
    cite: ART_9_5,
    guards: [NOT_INVOLVED],
    inputGuards: [problemNumbers(false), FOLLOWED_HERE],
    says: () => '已关联；移送、通报、约谈不代替监督文书，各项问题仍应制发文书或者说明免发理由。',
  },
  'document-ended': {
    label: '登记文书办结',
    does: 'entry',
    from: ['inquiry', 'settling'],
    to: 'stays',
    by: SUPERVISORS_OR_PLATFORM,
    inside: 'organ',
    cite: ART_22_1,
    inputGuards: [LINKED, HAS_ENDED],
    says: (s) => `已登记；还有${runningDocuments(s).length}份关联文书没有办结。`,
  },
  close: {
    label: '结案',
    does: 'step',
    from: ['settling'],
    to: 'closed',
    by: LEADERS,
    inside: 'organ',
    cite: ART_22_1,
    guards: [NOT_INVOLVED, ALL_ANSWERED, ALL_ENDED, STOPS_NOTICED, NONE_LENT],
    says: () => '本案结案；等待归档。',
  },
  archive: {
    label: '归档',
    does: 'step',
    from: ['closed'],
    to: 'archived',
    by: SUPERVISORS,
    inside: 'organ',
    cite: ART_9_5,
    says: () => '本案已归档。',
  },
};

function established(s: S, input: EstablishInput, on: S['openedOn']): readonly Problem[] {
  return input.problems.map((p, i) => ({
    no: s.problems.length + i + 1,
    head: p.head,
    subject: p.subject,
    facts: p.facts,
    norm: p.norm,
    evidence: numbersIn(p.evidence) ?? [],
    findings: listedIn(p.finding),
    establishedOn: on,
    document: null,
    exemption: null,
    answeredOn: null,
  }));
}

const names = (rows: Numbered, no: number): boolean => (rows ?? []).some((row) => row.no === no);

export const SETTLING_FOLDS: Folds<S, SettlingForms> = {
  suspend: (s) => s,
  resume: (s) => s,
  establish: (s, input, frame) => ({
    ...s,
    problems: [...s.problems, ...established(s, input, frame.legalDate)],
    concludedOn: s.concludedOn ?? frame.legalDate,
  }),
  'no-problem': (s, _, frame) => ({ ...s, concludedOn: frame.legalDate, closedOn: frame.legalDate }),
  'link-document': (s, input, frame) => ({
    ...s,
    documents: s.documents.some((d) => d.id === input.document)
      ? s.documents
      : [...s.documents, { id: input.document, on: frame.legalDate, endedOn: null }],
    problems: s.problems.map((p) =>
      names(input.problems, p.no) && p.answeredOn === null ? { ...p, document: input.document, answeredOn: frame.legalDate } : p,
    ),
    stops: s.stops.map((stop) => (names(input.stops, stop.no) && stop.noticedOn === null ? { ...stop, noticedOn: frame.legalDate } : stop)),
  }),
  exempt: (s, input, frame) => ({
    ...s,
    problems: s.problems.map((p) => (names(input.problems, p.no) ? { ...p, exemption: input.reason, answeredOn: frame.legalDate } : p)),
  }),
  'follow-up': (s, input) => ({
    ...s,
    followUps: [
      ...s.followUps.filter((f) => f.id !== input.matter),
      { kind: input.kind, id: input.matter, problems: (input.problems ?? []).map((row) => row.no) },
    ],
  }),
  // A document withdrawn or replaced has not answered the problem: the duty of 22¶1 stands again.
  'document-ended': (s, input, frame) => ({
    ...s,
    documents: s.documents.map((d) => (d.id === input.document && d.endedOn === null ? { ...d, endedOn: frame.legalDate } : d)),
    problems:
      input.ending === 'closed'
        ? s.problems
        : s.problems.map((p) => (p.document === input.document ? { ...p, document: null, answeredOn: null } : p)),
  }),
  close: (s, _, frame) => ({ ...s, closedOn: frame.legalDate }),
  archive: (s) => s,
};
