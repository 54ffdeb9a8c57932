import {
  cite,
  condition,
  deriveDue,
  type Folds,
  type Guard,
  type InputOf,
  joinedBy,
  type Lifecycle,
  type LocalDate,
  letterGuards,
  type May,
  type Need,
  originRefusal,
  personOf,
  type Role,
  refuse,
  reviewedLetter,
  reviewedLetterFolds,
  sealing,
  sealingFolds,
  signingWords,
  termsOf,
} from '#law';
import { referralIssues } from '../documents/issues.ts';
import type { Forms } from '../forms.ts';
import type { Referral } from '../model.ts';

type S = Referral;
type DraftInput = InputOf<Forms['revise']>;

export const ART_20_1 = cite('实施细则', 20, 1);
export const ART_20_2 = cite('实施细则', 20, 2);

const issuer = (roles: readonly Role[]): readonly May[] => [{ as: 'issuer', roles }];
const DRAFTERS = issuer(['supervisor', 'legal-office']);
const REVIEWERS = issuer(['checker', 'legal-office', 'deputy-head', 'head']);
const LEADERS = issuer(['deputy-head', 'head']);
const OFFICE = issuer(['supervisor', 'legal-office', 'checker', 'deputy-head', 'head', 'seal-keeper']);
/** A department without a keeper of the seal lets its legal office seal what its leader has signed. */
const SEALERS = issuer(['seal-keeper', 'checker', 'legal-office', 'deputy-head', 'head']);
const RECEIVERS: readonly May[] = [{ as: 'addressee', roles: ['liaison', 'receiver', 'handler', 'legal-office', 'deputy-head', 'head'] }];

const LETTER = letterGuards<S>(ART_20_2, (s) => s.letter);

const ORGAN_KNOWN = condition<S, DraftInput>('受移送机关有登记信息', 'form', ART_20_2, ({ input, facts }) =>
  facts.organisations.has(input.addressee) ? null : ['unknown-organisation', '受移送机关在办理日期没有有效的登记信息'],
);

/** Only a supervision body moves matters, and only to another organ; what belongs to 监察机关 goes the sealed way. */
const TO_ANOTHER_ORGAN: Guard<S, DraftInput> = {
  name: '由监督机关移送给有管辖权的其他机关',
  nature: 'law',
  cite: ART_20_2,
  check: ({ actor, input, facts }) => {
    const organ = facts.organisations.get(input.addressee);
    if (organ === undefined) return null;
    if (organ.id === actor.organisationId) return refuse('own-organ', ART_20_2, '不能移送给本机关');
    return /监察委|监委/.test(organ.name)
      ? refuse('sealed-way', ART_20_1, '职务违法、职务犯罪线索移送监察机关，应当使用密封的“职务违法犯罪线索移送”')
      : null;
  },
};
const DATE_LIKELY = condition<S, InputOf<Forms['decide']>>(
  '处理决定的日期在签收以后、今日以前',
  'form',
  ART_20_2,
  ({ state, input, legalDate }) => {
    if (input.decidedOn > legalDate) return ['future', '处理决定的日期不得晚于办理日期'];
    const received = state.letter?.receipt?.on ?? null;
    return received !== null && input.decidedOn < received ? ['before-receipt', '处理决定的日期不得早于受移送机关签收的日期'] : null;
  },
);
/** The period can only be over once its start, the organ's own decision, is known. */
const OVERDUE = condition<S, null>('书面告知已经逾期', 'law', ART_20_2, ({ state, legalDate, profile, calendar }) => {
  const terms = state.decidedOn === null ? null : termsOf(profile, 'local.transfer-notice', state.decidedOn);
  if (state.decidedOn === null || terms === null) return ['not-overdue', '受移送机关的处理决定日期尚未登记，期限没有开始'];
  if (calendar === undefined) return 'unknown';
  const due = deriveDue(terms, state.decidedOn, calendar, profile.rollOn);
  const isOver = due !== null && !due.provisional && due.dueOn !== null && legalDate > due.dueOn;
  return isOver ? null : ['not-overdue', '受移送机关的书面告知尚未逾期'];
});

const FROM_OWN_CASE: Guard<S, InputOf<Forms['draft']>> = {
  name: '来源监督案件由本机关承办',
  nature: 'form',
  cite: ART_20_2,
  check: ({ input, actor, facts }) => originRefusal(input.fromCase, actor.organisationId, null, facts, ART_20_2),
};

function partiesNeeded(s: S | null): readonly Need[] {
  if (s === null) return [];
  return [{ register: 'organisation', key: s.addresseeId }, ...s.handlerIds.map((key): Need => ({ register: 'certificates', key }))];
}

export const LIFECYCLE: Lifecycle<S, Forms> = {
  draft: {
    label: '拟稿',
    does: 'step',
    from: 'start',
    to: 'draft',
    by: [{ as: 'opener', roles: ['supervisor', 'legal-office'] }],
    inside: 'issuer',
    cite: ART_20_2,
    inputGuards: [ORGAN_KNOWN, TO_ANOTHER_ORGAN, FROM_OWN_CASE],
    links: (input) => (input.fromCase === null ? [] : [{ to: input.fromCase, as: 'opened-from' }]),
    leadsTo: 'sign',
    says: () => '移送函已拟稿；完成后送审核。',
  },
  revise: {
    label: '修改稿件',
    does: 'entry',
    from: ['draft'],
    to: 'stays',
    by: DRAFTERS,
    inside: 'issuer',
    cite: ART_20_2,
    inputGuards: [ORGAN_KNOWN, TO_ANOTHER_ORGAN],
    leadsTo: 'sign',
    says: () => '稿件已修改。',
  },
  ...reviewedLetter<S>({
    cite: ART_20_2,
    at: { draft: 'draft', reviewing: 'reviewing', signing: 'signing', sealing: 'sealing' },
    drafters: DRAFTERS,
    reviewers: REVIEWERS,
    returners: REVIEWERS,
    leaders: LEADERS,
    signing: {
      needs: partiesNeeded,
      number: (s) => (s === null ? null : { issuerId: s.issuerId, series: '执监移' }),
      issues: (s, input, frame, facts, { profile }) => referralIssues(s, signingWords(input.opinion, input.alone), frame, facts, profile),
    },
  }),
  ...sealing<S>({ cite: ART_20_2, by: SEALERS, from: ['sealing'], to: 'serving', letterOf: (s) => s.letter, next: '送达' }),
  serve: {
    label: '送达',
    does: 'step',
    from: ['serving'],
    to: 'receiving',
    by: OFFICE,
    cite: ART_20_2,
    guards: [LETTER.sealed],
    documents: 'served',
    says: () => '移送函已送达；等待受移送机关签收。',
  },
  withdraw: {
    label: '撤回',
    does: 'step',
    from: ['draft', 'reviewing', 'signing', 'sealing', 'serving'],
    to: 'withdrawn',
    by: LEADERS,
    cite: ART_20_2,
    documents: 'void',
    aside: true,
    says: () => '已撤回。',
  },
  receive: {
    label: '签收',
    does: 'step',
    from: ['receiving'],
    to: 'handling',
    by: RECEIVERS,
    cite: ART_20_2,
    says: () => '已签收；作出处理决定后二十日内书面告知移送机关。',
  },
  'serve-on-paper': {
    label: '登记纸质签收',
    does: 'step',
    from: ['receiving'],
    to: 'handling',
    by: OFFICE,
    cite: ART_20_2,
    says: () => '回执已存；等待受移送机关办理。',
  },
  'return-referral': {
    label: '退回移送',
    does: 'step',
    from: ['receiving', 'handling'],
    to: 'returned',
    by: [...RECEIVERS, ...OFFICE],
    cite: ART_20_2,
    aside: true,
    says: () => '移送已退回，理由已记明。',
  },
  remind: {
    label: '询问办理情况',
    does: 'entry',
    from: ['receiving', 'handling', 'decided'],
    to: 'stays',
    by: OFFICE,
    cite: ART_20_2,
    says: () => '已向受移送机关询问办理情况和处理决定的日期。',
  },
  decide: {
    label: '登记处理决定',
    does: 'step',
    from: ['handling', 'decided'],
    to: 'decided',
    by: [...RECEIVERS, ...OFFICE],
    cite: ART_20_2,
    inputGuards: [DATE_LIKELY],
    says: () => '处理决定的日期已登记，书面告知的期限自次日起计算。',
  },
  answer: {
    label: '书面告知处理情况',
    does: 'step',
    from: ['decided'],
    to: 'closed',
    by: [...RECEIVERS, ...OFFICE],
    cite: ART_20_2,
    says: () => '处理情况已书面告知，本件办结。',
  },
  'report-government': {
    label: '报告政府',
    does: 'entry',
    from: ['decided'],
    to: 'stays',
    by: LEADERS,
    cite: ART_20_2,
    guards: [OVERDUE],
    aside: true,
    says: () => '逾期未告知的情况已报告政府。',
  },
};

function drafted(input: DraftInput) {
  return {
    subject: input.subject,
    addresseeId: input.addressee,
    basis: input.basis,
    facts: input.facts,
    materials: input.materials.map((m) => m.name),
    contact: input.contact,
    handlerIds: input.handlers ?? [],
  };
}

const withReceipt = (s: S, mode: 'system' | 'in-person' | 'left' | 'mail', receiver: string, on: LocalDate): S =>
  s.letter === null ? s : { ...s, letter: { ...s.letter, receipt: { mode, receiver, on } } };

export const FOLDS: Folds<S, Forms> = {
  draft: (_, input, frame) => ({
    status: 'draft',
    ...drafted(input),
    issuerId: frame.actor.organisationId ?? '',
    caseId: input.fromCase,
    drafters: [personOf(frame.actor)],
    reviewed: null,
    letter: null,
    reminders: 0,
    decidedOn: null,
    result: null,
    answeredOn: null,
    reportedToGovernment: false,
    closedOn: null,
  }),
  revise: (s, input, frame) => ({ ...s, ...drafted(input), drafters: joinedBy(s.drafters, frame.actor) }),
  ...reviewedLetterFolds<S>(() => 'DOC-19'),
  ...sealingFolds<S>(),
  serve: (s, _, frame) => (s.letter === null ? s : { ...s, letter: { ...s.letter, servedOn: frame.legalDate } }),
  withdraw: (s, _, frame) => ({ ...s, closedOn: frame.legalDate }),
  receive: (s, _, frame) => withReceipt(s, 'system', frame.actor.name, frame.legalDate),
  'serve-on-paper': (s, input, frame) => withReceipt(s, input.mode, input.receiver, frame.legalDate),
  'return-referral': (s, _, frame) => ({ ...s, closedOn: frame.legalDate }),
  remind: (s) => ({ ...s, reminders: s.reminders + 1 }),
  decide: (s, input) => ({ ...s, decidedOn: input.decidedOn, result: input.result ?? s.result }),
  answer: (s, input, frame) => ({ ...s, result: input.result, answeredOn: frame.legalDate, closedOn: frame.legalDate }),
  'report-government': (s) => ({ ...s, reportedToGovernment: true }),
};
