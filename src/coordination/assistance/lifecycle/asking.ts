import {
  condition,
  type Folds,
  type Guard,
  type InputOf,
  joinedBy,
  type Lifecycle,
  letterGuards,
  type Need,
  personOf,
  refuse,
  reviewedLetter,
  reviewedLetterFolds,
  sealing,
  sealingFolds,
  signingWords,
} from '#law';
import { letterIssues } from '../documents/issues.ts';
import { FORMS, type Forms, type REPLY_FORMS } from '../forms.ts';
import type { Assistance } from '../model.ts';
import { ART_26, DRAFTERS, LEADERS, OFFICE, REVIEWERS, SEALERS } from './who.ts';

type S = Assistance;
type DraftInput = InputOf<Forms['revise']>;

const { receive, 'serve-on-paper': servePaper, remind, agree, refuse: refuseForm, answer, ...REST } = FORMS;
const { 'ask-coordination': askCoordination, 'note-coordination': noteCoordination, end, ...ASKING_FORMS } = REST;
export const ANSWERING_FORMS = {
  ...{ receive, 'serve-on-paper': servePaper, remind, agree, refuse: refuseForm, answer, end },
  'ask-coordination': askCoordination,
  'note-coordination': noteCoordination,
};
type AskingForms = Omit<typeof ASKING_FORMS, keyof typeof REPLY_FORMS>;

export const LETTER = letterGuards<S>(ART_26, (s) => s.letter);

const ONE_ORGAN: Guard<S, DraftInput> = {
  name: '写明一个被请求机关，不是本机关',
  nature: 'form',
  cite: ART_26,
  check: ({ input, actor, facts }) => {
    if ((input.addressee === null) === (input.outside === null))
      return refuse('one-organ', ART_26, '被请求机关从名录中选一个，名录里没有的写明全称，二者填一项');
    if (input.addressee === null) return null;
    if (!facts.organisations.has(input.addressee)) return refuse('unknown-organisation', ART_26, '被请求机关在办理日期没有有效的登记信息');
    return input.addressee === actor.organisationId ? refuse('own-organ', ART_26, '不能请求本机关协助') : null;
  },
};
const WANTED_LATER = condition<S, DraftInput>('希望答复的日期在办理日期以后', 'form', ART_26, ({ input, legalDate }) =>
  input.wantedBy !== null && input.wantedBy <= legalDate ? ['wanted-past', '希望答复的日期应当晚于办理日期'] : null,
);
const ENDED = ['archived', 'not-filed', 'closed'];
/** 26: for the needs of a penalty that the organ itself imposes. */
const FROM_OWN_CASE: Guard<S, InputOf<Forms['draft']>> = {
  name: '来源案件由本机关办理，还没有办结',
  nature: 'form',
  cite: ART_26,
  check: ({ input, actor, facts }) => {
    if (facts.matters === undefined) return 'unknown';
    const origin = facts.matters.get(input.fromCase);
    if (origin === undefined || origin.homeId !== actor.organisationId)
      return refuse('other-organs-case', ART_26, '来源案件由其他机关办理，只能为本机关办理的案件请求协助');
    return ENDED.includes(origin.status) ? refuse('case-ended', ART_26, '来源案件已经办结，不再请求协助') : null;
  },
};

/** The party that stands in the letter, and the organ whose name it bears. */
function needed(s: S | null): readonly Need[] {
  return s?.addresseeId == null ? [] : [{ register: 'organisation', key: s.addresseeId }];
}

export const ASKING: Lifecycle<S, AskingForms> = {
  draft: {
    label: '拟稿',
    does: 'step',
    from: 'start',
    to: 'draft',
    by: [{ as: 'opener', roles: ['handler', 'legal-office'] }],
    inside: 'issuer',
    cite: ART_26,
    inputGuards: [ONE_ORGAN, WANTED_LATER, FROM_OWN_CASE],
    links: (input) => [{ to: input.fromCase, as: 'opened-from' }],
    leadsTo: 'sign',
    says: () => '请求已拟稿；完成后送审核。',
  },
  revise: {
    label: '修改稿件',
    does: 'entry',
    from: ['draft'],
    to: 'stays',
    by: DRAFTERS,
    inside: 'issuer',
    cite: ART_26,
    inputGuards: [ONE_ORGAN, WANTED_LATER],
    leadsTo: 'sign',
    says: () => '稿件已修改。',
  },
  ...reviewedLetter<S>({
    cite: ART_26,
    at: { draft: 'draft', reviewing: 'reviewing', signing: 'signing', sealing: 'sealing' },
    drafters: DRAFTERS,
    reviewers: REVIEWERS,
    returners: REVIEWERS,
    leaders: LEADERS,
    signing: {
      needs: needed,
      number: (s) => (s === null ? null : { issuerId: s.issuerId, series: s.way === 'assist' ? '协助' : '协查' }),
      issues: (s, input, frame, facts) => letterIssues(s, signingWords(input.opinion, input.alone), frame, facts),
    },
  }),
  ...sealing<S>({
    ...{ cite: ART_26, by: SEALERS, from: ['sealing'], to: 'serving', letterOf: (s: S) => s.letter },
    ...{ inside: 'issuer', next: '送达' },
  }),
  serve: {
    label: '送达',
    does: 'step',
    from: ['serving'],
    to: 'receiving',
    by: OFFICE,
    cite: ART_26,
    guards: [LETTER.sealed],
    documents: 'served',
    says: (s) => (s.addresseeId === null ? '已发出；对方签收以后登记回执。' : '已送达；等待被请求机关签收。'),
  },
  withdraw: {
    label: '撤回',
    does: 'step',
    from: ['draft', 'reviewing', 'signing', 'sealing', 'serving'],
    to: 'withdrawn',
    by: LEADERS,
    inside: 'issuer',
    cite: ART_26,
    documents: 'void',
    aside: true,
    says: () => '已撤回。',
  },
};

function drafted(input: DraftInput) {
  const { way, subject, addressee, outside, basis, who, facts, request, materials, wantedBy, contact } = input;
  return {
    ...{ way, subject, addresseeId: addressee, outside, basis, who, facts, request, wantedBy, contact },
    materials: (materials ?? []).map(({ name }) => name),
  };
}

export const ASKING_FOLDS: Folds<S, AskingForms> = {
  draft: (_, input, frame) => ({
    status: 'draft',
    ...drafted(input),
    issuerId: frame.actor.organisationId ?? '',
    caseId: input.fromCase,
    drafters: [personOf(frame.actor)],
    reviewed: null,
    letter: null,
    agreedOn: null,
    answer: null,
    reminders: 0,
    coordination: null,
    closedOn: null,
  }),
  revise: (s, input, frame) => ({ ...s, ...drafted(input), drafters: joinedBy(s.drafters, frame.actor) }),
  ...reviewedLetterFolds<S>((s) => letterKind(s)),
  ...sealingFolds<S>(),
  serve: (s, _, frame) => (s.letter === null ? s : { ...s, letter: { ...s.letter, servedOn: frame.legalDate } }),
  withdraw: (s, _, frame) => ({ ...s, closedOn: frame.legalDate }),
};

/** The kind of the letter: 协助函, 协查函. */
export function letterKind({ way }: Pick<S, 'way'>): string {
  return way === 'assist' ? 'CT14-协助函' : 'CT14-协查函';
}
