import { type ActFrame, domainsOf, type Folds, type InputOf, type Lifecycle, type May, personOf, type Role } from '#law';
import { applicationPaper, notice } from './documents/issues.ts';
import type { Forms } from './forms.ts';
import {
  ANSWERED,
  APPLICANT,
  ART_8_5,
  BUREAU,
  COLLECTED_BY_NOW,
  COMPLETE,
  DECLARED,
  FORWARDER,
  KIND_OF_UNIT,
  NOT_APPLIED,
  NOT_COLLECTED,
  OWN_BUREAU,
  REPORTED,
} from './lifecycle/conditions.ts';
import { AFFAIR_LABELS, type Answer, type Card, type CertificateAffair, MAKES_CARD } from './model.ts';

type S = CertificateAffair;

export const UNIT_SIDE: readonly Role[] = ['handler', 'legal-office', 'supervisor', 'checker', 'justice-office', 'deputy-head', 'head'];
const BUREAU_SIDE: readonly Role[] = ['supervisor', 'checker', 'deputy-head', 'head'];
const at = (as: string, roles: readonly Role[]): readonly May[] => [{ as, roles }];
const UNIT = at('unit', UNIT_SIDE);
const APPLICANTS = [...UNIT, ...at('applicant', UNIT_SIDE)];
const BUREAUS = at('bureau', BUREAU_SIDE);
const FORWARDERS = at('forwarder', BUREAU_SIDE);

const APPLYING = { cite: ART_8_5, does: 'step', inputGuards: [COMPLETE, APPLICANT, BUREAU, KIND_OF_UNIT] } as const;
const STEP = { cite: ART_8_5, does: 'step' } as const;
/** What the region has decided is put right by what it decides next. */
const FROM_ABOVE = {
  ...STEP,
  guards: [REPORTED],
  putRightBy: '按自治区的新决定另行登记',
} as const;

const toOf = (s: S) => (s.affair === 'loss' && s.declared === null ? 'declaring' : 'applied');
const answeredTo = (s: S) => {
  if (s.answers.at(-1)?.is === 'refused') return 'refused';
  return s.affair === 'suspension' ? 'suspended' : 'done';
};

/** SM-C13: 申领、审核注册、换证、遗失补证、暂扣、吊销、注销. The region makes and takes cards; here they are reviewed, sent up and recorded. */
export const LIFECYCLE: Lifecycle<S, Forms> = {
  apply: {
    ...APPLYING,
    label: '申请',
    from: 'start',
    to: toOf,
    by: [{ as: 'opener', roles: UNIT_SIDE }],
    says: (s) => (s.status === 'declaring' ? '已登记遗失；登报声明作废后送审核。' : '已申请；等待司法行政部门审核。'),
  },
  remind: {
    ...STEP,
    label: '到期提醒',
    from: 'start',
    to: 'due',
    by: [{ as: 'system' }],
    elsewhere: true,
    says: (s) => `${AFFAIR_LABELS[s.affair]}${s.due?.on ?? ''}到期；等待单位报送。`,
  },
  'record-decision': {
    ...FROM_ABOVE,
    label: '登记自治区的决定',
    from: 'start',
    to: answeredTo,
    by: [{ as: 'opener', roles: BUREAU_SIDE }],
    reportedBy: [{ as: 'opener', roles: BUREAU_SIDE }],
    inputGuards: [OWN_BUREAU],
    issues: (s, _, frame, facts) => notice(s, frame, facts),
    says: (s) => `已登记；该证自${s.answers.at(-1)?.from ?? ''}起${AFFAIR_LABELS[s.affair]}。`,
  },
  file: {
    ...STEP,
    label: '报送',
    from: ['due'],
    to: 'applied',
    by: UNIT,
    says: () => '已报送；等待司法行政部门审核。',
  },
  'register-shows': {
    ...STEP,
    label: '名录已有登记',
    from: ['due'],
    to: 'done',
    by: [{ as: 'system' }],
    aside: true,
    says: () => '名录已有登记，不再提醒。',
  },
  resubmit: {
    ...APPLYING,
    label: '补正后重新申请',
    from: ['returned'],
    to: toOf,
    by: APPLICANTS,
    says: () => '已补正；等待审核。',
  },
  declare: {
    ...STEP,
    label: '登记登报声明作废',
    from: ['declaring'],
    to: 'applied',
    by: APPLICANTS,
    inputGuards: [DECLARED],
    putRightBy: '已登入证件名录，按自治区的决定另行登记',
    issues: (s, _, frame, facts) => notice(s, frame, facts),
    says: (s) => `原证自${s.declared?.on ?? ''}起作废；等待司法行政部门审核补证。`,
  },
  return: { ...STEP, label: '退回补正', from: ['applied'], to: 'returned', by: BUREAUS, aside: true, says: () => '已退回补正。' },
  review: {
    ...STEP,
    label: '审核',
    from: ['applied'],
    to: 'reviewed',
    by: BUREAUS,
    guards: [NOT_APPLIED],
    inputGuards: [FORWARDER],
    issues: (s, _, frame, facts) => applicationPaper(s, frame, facts),
    says: () => '审核通过；由市司法行政部门汇总上报自治区。',
  },
  refuse: {
    ...STEP,
    label: '不予办理',
    from: ['applied', 'reviewed'],
    to: 'refused',
    by: [...BUREAUS, ...FORWARDERS],
    guards: [NOT_APPLIED],
    aside: true,
    says: () => '不予办理；名录没有变化。',
  },
  forward: {
    ...STEP,
    label: '上报自治区',
    from: ['reviewed'],
    to: 'awaiting',
    by: FORWARDERS,
    says: () => '已上报；收到自治区的答复后补录。',
  },
  answer: {
    ...FROM_ABOVE,
    label: '登记自治区的答复',
    from: ['awaiting'],
    to: answeredTo,
    by: FORWARDERS,
    reportedBy: FORWARDERS,
    inputGuards: [ANSWERED],
    issues: (s, _, frame, facts) => notice(s, frame, facts),
    says: (s) => saysOfAnswer(s),
  },
  restore: {
    ...FROM_ABOVE,
    label: '登记恢复',
    from: ['suspended'],
    to: 'done',
    by: [...BUREAUS, ...FORWARDERS],
    reportedBy: [...BUREAUS, ...FORWARDERS],
    says: (s) => `该证自${s.answers.at(-1)?.from ?? ''}起恢复有效。`,
  },
  revoke: {
    ...FROM_ABOVE,
    label: '登记吊销',
    from: ['suspended'],
    to: 'done',
    by: [...BUREAUS, ...FORWARDERS],
    reportedBy: [...BUREAUS, ...FORWARDERS],
    issues: (s, _, frame, facts) => notice(s, frame, facts),
    says: (s) => `该证自${s.answers.at(-1)?.from ?? ''}起吊销。`,
  },
  collect: {
    cite: ART_8_5,
    does: 'entry',
    label: '登记收缴证件',
    from: ['applied', 'reviewed', 'awaiting', 'suspended'],
    to: 'stays',
    by: [...APPLICANTS, ...BUREAUS],
    guards: [NOT_COLLECTED],
    inputGuards: [COLLECTED_BY_NOW],
    aside: true,
    says: () => '已登记收缴。',
  },
  withdraw: {
    ...STEP,
    label: '撤回',
    from: ['due', 'applied', 'returned', 'declaring'],
    to: 'withdrawn',
    by: APPLICANTS,
    aside: true,
    says: () => '已撤回；此前已经登入名录的不变。',
  },
};

function saysOfAnswer(s: S): string {
  const last = s.answers.at(-1);
  if (last?.is === 'refused') return '自治区不予办理；名录没有变化。';
  if (s.issued !== null) return `已登入名录：证件号${s.issued.number}，${s.issued.from}起有效，有效期至${s.issued.through}。`;
  return `已登入名录：该证自${last?.from ?? ''}起${s.affair === 'registration' ? '审核注册合格' : AFFAIR_LABELS[s.affair]}。`;
}

function cardOf(input: InputOf<Forms['apply']>): Card {
  const { kind, number, name, person, post, domains } = input;
  return { kind, number: plain(number), name, person, post, domains: domainsOf(domains) };
}

/** A number as the register writes it, whatever widths and spaces it was typed in. */
function plain(number: string): string;
function plain(number: string | null): string | null;
function plain(number: string | null): string | null {
  return number === null ? null : number.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
}

const NEW = {
  forwarderId: null,
  reason: '',
  qualification: null,
  photo: null,
  due: null,
  filedOn: null,
  reviewer: null,
  opinion: null,
  lostOn: null,
  declared: null,
  forwarded: null,
  answers: [],
  issued: null,
  collected: null,
  endedOn: null,
} as const;

function applied(s: S | null, input: InputOf<Forms['apply']>, frame: ActFrame): S {
  const { affair, unit, bureau, reason, qualification, photo, lostOn } = input;
  return {
    ...(s ?? { ...NEW, applicants: [], applicantId: frame.actor.organisationId ?? '' }),
    ...{ status: 'applied', affair, unitId: unit, bureauId: bureau, card: cardOf(input), reason, qualification, lostOn },
    photo: photo?.[0] ?? s?.photo ?? null,
    filedOn: frame.legalDate,
    applicants: [...(s?.applicants ?? []), personOf(frame.actor)],
  };
}

const answered = (s: S, frame: ActFrame, is: Answer['is'], input: { readonly paper: string; readonly from: Answer['from'] }) => ({
  ...s,
  answers: [...s.answers, { is, paper: input.paper, on: frame.legalDate, from: input.from }],
});

export const FOLDS: Folds<S, Forms> = {
  apply: (_, input, frame) => applied(null, input, frame),
  resubmit: (s, input, frame) => applied(s, input, frame),
  remind: (_, input) => ({
    ...NEW,
    status: 'due',
    affair: input.affair,
    unitId: input.unit,
    bureauId: input.bureau,
    applicantId: input.unit,
    card: { kind: input.kind, number: input.number, name: input.name, person: null, post: null, domains: [] },
    due: { since: input.since, on: input.due },
    applicants: [],
  }),
  'record-decision': (_, input, frame) => ({
    ...NEW,
    status: 'done',
    affair: input.affair,
    unitId: input.unit,
    bureauId: frame.actor.organisationId ?? '',
    applicantId: frame.actor.organisationId ?? '',
    card: { kind: input.kind, number: plain(input.number), name: input.name, person: null, post: null, domains: [] },
    reason: input.reason,
    applicants: [personOf(frame.actor)],
    answers: [{ is: 'approved', paper: input.paper, on: frame.legalDate, from: input.from }],
    endedOn: input.affair === 'suspension' ? null : frame.legalDate,
  }),
  file: (s, input, frame) => ({
    ...s,
    qualification: input.qualification,
    photo: input.photo?.[0] ?? s.photo,
    filedOn: frame.legalDate,
    applicants: [personOf(frame.actor)],
  }),
  return: (s) => s,
  refuse: (s, _, frame) => ({ ...s, endedOn: frame.legalDate }),
  declare: (s, input) => ({ ...s, declared: { on: input.on, channel: input.channel } }),
  review: (s, input, frame) => ({ ...s, forwarderId: input.forwarder, opinion: input.opinion, reviewer: personOf(frame.actor) }),
  forward: (s, input, frame) => ({ ...s, forwarded: { on: frame.legalDate, paper: input.paper } }),
  answer: (s, input, frame) => {
    const { favour, number, from, through } = input;
    const isCard = favour === 'approved' && MAKES_CARD.includes(s.affair) && number !== null && from !== null && through !== null;
    const goesOn = favour === 'approved' && s.affair === 'suspension';
    return {
      ...answered(s, frame, favour, input),
      issued: isCard ? { number: plain(number), from, through } : null,
      endedOn: goesOn ? null : frame.legalDate,
    };
  },
  restore: (s, input, frame) => ({ ...answered(s, frame, 'restored', input), endedOn: frame.legalDate }),
  revoke: (s, input, frame) => ({ ...answered(s, frame, 'revoked', input), endedOn: frame.legalDate }),
  collect: (s, input) => ({ ...s, collected: { on: input.on, words: input.words } }),
  'register-shows': (s, _, frame) => ({ ...s, endedOn: frame.legalDate }),
  withdraw: (s, _, frame) => ({ ...s, endedOn: frame.legalDate }),
};
