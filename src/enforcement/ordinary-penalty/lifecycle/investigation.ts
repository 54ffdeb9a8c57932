import { type Folds, type InputOf, type Lifecycle, type LifecycleRow, type LocalDate, notBefore } from '#law';
import { gather, monitoringReviewed } from '#law/evidence/index';
import { inspectionIssues, questionIssues } from '../documents/inquiry.ts';
import { FORMS } from '../forms.ts';
import type { OrdinaryPenalty } from '../model.ts';
import { ART_43, ART_46, ART_55, ART_57 } from './articles.ts';
import { form, law, notRecused, twoOfficers } from './conditions.ts';
import { LATE_EXPLAINED } from './custody.ts';
import { HANDLERS, LEADERS, office } from './who.ts';

type S = OrdinaryPenalty;

const {
  'ask-recusal': askRecusal,
  'decide-recusal': decideRecusal,
  evidence,
  question,
  inspect,
  'verify-evidence': verifyEvidence,
} = FORMS;
const INVESTIGATION_FORMS = {
  'ask-recusal': askRecusal,
  'decide-recusal': decideRecusal,
  evidence,
  question,
  inspect,
  'verify-evidence': verifyEvidence,
};
type InvestigationForms = typeof INVESTIGATION_FORMS;

type Taken = { readonly unsigned: string | null; readonly shown: boolean };
/** 55: cards shown on their own initiative; who is asked may refuse where none is shown. */
const SHOWN = law<Taken>('主动出示执法证件', ART_55, ({ input }) =>
  input.shown ? null : ['not-shown', '调查、检查时应当主动向当事人或者有关人员出示执法证件；未出示的，当事人有权拒绝'],
);
const TOLD = law<InputOf<InvestigationForms['question']>>('询问前告知权利义务', ART_55, ({ input }) =>
  input.told ? null : ['not-told', '询问前应当告知被询问人陈述、申辩、申请回避的权利和如实回答的义务'],
);
const SIGNED = law<{ readonly unsigned: string | null; readonly papers: readonly string[] | null }>(
  '笔录经签名，或者注明拒绝签名的情况',
  ART_55,
  ({ input }) =>
    input.unsigned !== null || (input.papers ?? []).length > 0
      ? null
      : ['unsigned', '笔录应当由被询问人、在场人签名并上传；拒绝签名的，注明情况'],
);
const KNOWN_EVIDENCE = form<InputOf<InvestigationForms['verify-evidence']>>('所列证据在案', ART_46, ({ state, input }) => {
  const wrong = input.items.find(({ no }) => !state.evidence.some((e) => e.no === no));
  return wrong === undefined ? null : ['no-such-evidence', `本案没有第${wrong.no}号证据`];
});
/** What was taken against the law is no basis for any fact (46¶3). */
const LAWFUL_EVIDENCE = law<InputOf<InvestigationForms['verify-evidence']>>('证据以合法手段取得', ART_46, ({ state, input }) => {
  const wrong = input.items.find(({ no }) => state.evidence.some((e) => e.no === no && !e.isLawful));
  return wrong === undefined ? null : ['unlawful-evidence', `第${wrong.no}号证据取得时不符合法定条件，不得作为认定案件事实的根据`];
});
/** The last of what is verified together. */
const TAKEN_ON = ({ evidence }: S, { items }: InputOf<InvestigationForms['verify-evidence']>): LocalDate | null =>
  evidence
    .filter((e) => items.some(({ no }) => no === e.no))
    .map(({ on }) => on)
    .toSorted()
    .at(-1) ?? null;
const ONE_OFFICER = form<InputOf<InvestigationForms['ask-recusal']>>('一次申请一人回避', ART_43, ({ input }) =>
  input.officer.length === 1 ? null : ['one-officer', '被申请回避的人员请填一人'],
);
const ASKED_ON = ({ recusals }: S, { no }: { readonly no: number }): LocalDate | null => recusals.find((r) => r.no === no)?.askedOn ?? null;
const OPEN_RECUSAL = form<InputOf<InvestigationForms['decide-recusal']>>('申请尚未决定', ART_43, ({ state, input }) =>
  state.recusals.some((r) => r.no === input.no && r.decidedOn === null) ? null : ['no-recusal', `没有尚未决定的第${input.no}项回避申请`],
);

/** 43¶3: decided by the leader; nobody decides on his own. */
const OF_ANOTHER = law<InputOf<InvestigationForms['decide-recusal']>>('不决定自己的回避', ART_43, ({ state, input, actor }) =>
  state.recusals.some((r) => r.no === input.no && r.officerId === actor.officerId)
    ? ['own-recusal', '您是被申请回避的人员，不得决定自己的回避，由其他负责人决定']
    : null,
);

/**
 * I06, 57: the report closes the inquiry; what is taken after it comes in only once the inquiry has been opened again. Told
 * by a unit's own system of a day before the report it is lawful however late it arrives.
 */
const BEFORE_THE_REPORT = law<null>('调查终结以前取证，或者退回补充调查以后取证', ART_57, ({ state, legalDate, reported }) => {
  const report = state.reports.at(-1);
  if (state.status === 'investigating' || report === undefined || (reported === true && legalDate <= report.on)) return null;
  if (state.decision !== null) return ['after-report', `${state.decision.on}已经作出决定，决定以后取得的不能作为本决定的证据`];
  return ['after-report', `${report.on}已经提交调查终结报告，不能再取证；需要补充的，由负责人退回补充调查`];
});

const ENTRY = { does: 'entry', to: 'stays' } as const satisfies Partial<LifecycleRow<S, never>>;
/** Recusal may be asked for until the decision. */
const BEFORE_DECISION = ['investigating', 'suspended', 'concluded', 'reviewing', 'notifying', 'told', 'hearing', 'deliberating'] as const;
const TAKING = { ...ENTRY, from: BEFORE_DECISION.filter((status) => status !== 'suspended'), group: '调查取证' } as const;

const gatheredSays = (s: S): string => {
  const last = s.evidence.at(-1);
  return last === undefined ? '已记录。' : `已登记为第${last.no}号证据：${last.name}；查证属实后才能作为认定事实的根据。`;
};

export const INVESTIGATION: Lifecycle<S, InvestigationForms> = {
  'ask-recusal': {
    ...office(HANDLERS, ART_43),
    ...ENTRY,
    from: BEFORE_DECISION,
    label: '登记回避申请',
    group: '案件管理',
    inputGuards: [ONE_OFFICER, notBefore('登记线索', ART_43, (s: S) => s.openedOn)],
    says: () => '回避申请已登记，由负责人决定；决定作出前不停止调查。',
  },
  'decide-recusal': {
    ...office(LEADERS, ART_43),
    ...ENTRY,
    from: BEFORE_DECISION,
    label: '决定是否回避',
    group: '案件管理',
    inputGuards: [OPEN_RECUSAL, OF_ANOTHER, notBefore('回避申请', ART_43, ASKED_ON)],
    says: (s) => (s.handlerIds.length < 2 ? '已决定回避；承办人不足两人，请更换承办人。' : '回避申请已决定。'),
  },
  evidence: {
    ...office(HANDLERS, ART_46, [BEFORE_THE_REPORT]),
    ...TAKING,
    // What was taken before the report may be told after the decision: nothing is missing before it, so nothing holds it back.
    from: [...TAKING.from, 'decided', 'performing', 'urged', 'court', 'ended'],
    label: '登记证据',
    inputGuards: [twoOfficers((i) => i.officers), notRecused((i) => i.officers), monitoringReviewed<S>(), LATE_EXPLAINED],
    says: gatheredSays,
  },
  question: {
    ...office(HANDLERS, ART_55, [BEFORE_THE_REPORT]),
    ...TAKING,
    label: '询问',
    inputGuards: [twoOfficers((i) => i.officers), notRecused((i) => i.officers), SHOWN, TOLD, SIGNED],
    issues: (s, input, frame, facts) => questionIssues(s, input, frame, facts),
    says: gatheredSays,
  },
  inspect: {
    ...office(HANDLERS, ART_55, [BEFORE_THE_REPORT]),
    ...TAKING,
    label: '检查、勘验',
    inputGuards: [twoOfficers((i) => i.officers), notRecused((i) => i.officers), SHOWN, SIGNED],
    issues: (s, input, frame, facts) => inspectionIssues(s, input, frame, facts),
    says: gatheredSays,
  },
  'verify-evidence': {
    ...office(HANDLERS, ART_46, [BEFORE_THE_REPORT]),
    ...TAKING,
    label: '证据查证属实',
    inputGuards: [KNOWN_EVIDENCE, LAWFUL_EVIDENCE, notBefore('取得证据', ART_46, TAKEN_ON)],
    says: (s) => `已查证属实${s.evidence.filter((e) => e.verifiedOn !== null).length}项，共${s.evidence.length}项。`,
  },
};

export const INVESTIGATION_FOLDS: Folds<S, InvestigationForms> = {
  'ask-recusal': (s, input, frame) => ({
    ...s,
    recusals: [
      ...s.recusals,
      { no: s.recusals.length + 1, officerId: input.officer[0] ?? '', askedOn: frame.legalDate, decidedOn: null, granted: null },
    ],
  }),
  'decide-recusal': (s, input, frame) => {
    const officer = s.recusals.find((r) => r.no === input.no)?.officerId;
    return {
      ...s,
      recusals: s.recusals.map((r) => (r.no === input.no ? { ...r, decidedOn: frame.legalDate, granted: input.granted } : r)),
      handlerIds: input.granted ? s.handlerIds.filter((id) => id !== officer) : s.handlerIds,
    };
  },
  evidence: (s, input, frame) => {
    const { kind, name, source, officers, how, form: copy, place, unsigned, late, keeper, keptAt } = input;
    const { device, reviewed, published, checked } = input;
    const first = { on: frame.legalDate, from: source, to: keeper ?? '', place: keptAt ?? place, why: '取得' };
    return gather(s, frame, {
      ...{ kind, name, source, collectorIds: officers, how, form: copy, place, unsigned, late },
      monitoring: how === 'monitored' ? { device, reviewed, published, checked } : null,
      custody: keeper === null ? [] : [first],
    });
  },
  question: (s, input, frame) => {
    const kind = input.as === 'party' ? 'statement' : 'testimony';
    const { name } = input.person;
    return gather(s, frame, { kind, name: `对${name}的询问笔录`, source: name, collectorIds: input.officers, how: 'questioned' });
  },
  inspect: (s, input, frame) =>
    gather(s, frame, { kind: 'record', name: `${input.place}的笔录`, source: input.place, collectorIds: input.officers, how: 'surveyed' }),
  'verify-evidence': (s, input, frame) => ({
    ...s,
    evidence: s.evidence.map((e) =>
      input.items.some(({ no }) => no === e.no) ? { ...e, verifiedOn: frame.legalDate, verifiedBy: frame.actor.name } : e,
    ),
  }),
};
