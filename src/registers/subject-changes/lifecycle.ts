import {
  type ActFrame,
  cite,
  condition,
  type Folds,
  type InputOf,
  isActorOneOf,
  joinedBy,
  type Lifecycle,
  letterGuards,
  type May,
  personOf,
  type Role,
  sealing,
  sealingFolds,
  signedLetter,
} from '#law';
import { announcement } from './documents/issues.ts';
import type { Forms } from './forms.ts';
import { BUREAU_OF_UNIT, COMPLETE, ENDS_RELATION, FITTING, IN_TIME, RELATED, SUBJECT } from './lifecycle/conditions.ts';
import { NEW_BUREAU, NEW_COMPLETE, NEW_IN_TIME, NEW_PLACED } from './lifecycle/establishing.ts';
import { changeWanted, namedBy, unitWanted } from './lifecycle/wanted.ts';
import { endsUnit, type SubjectChange, type Wanted } from './model.ts';

type S = SubjectChange;

const ART_8_4 = cite('实施细则', 8, undefined, 4);
const bureau = (roles: readonly Role[]): readonly May[] => [{ as: 'bureau', roles }];
const SUPERVISORS = bureau(['supervisor', 'checker', 'deputy-head', 'head']);
const LEADERS = bureau(['deputy-head', 'head']);
const APPLICANTS: readonly Role[] = ['handler', 'legal-office', 'supervisor', 'deputy-head', 'head', 'government-office'];
const SYSTEM: readonly May[] = [{ as: 'system' }];

const LETTER = letterGuards<S>(ART_8_4, (s) => s.letter);
const NOT_APPLIED = condition<S, null>('审核、签发人不是申请人', 'law', ART_8_4, ({ state, actor }) =>
  isActorOneOf(actor, state.applicants) ? ['own-application', '不得由申请人本人审核或者签发'] : null,
);
const NOT_REVIEWED = condition<S, null>('签发人不是审核人', 'law', ART_8_4, ({ state, actor }) =>
  isActorOneOf(actor, [state.reviewer]) ? ['own-review', '本件由您审核，公告应当由另一人签发'] : null,
);
const OWN_GOVERNMENT = condition<S, InputOf<Forms['review']>>('报本级人民政府批准', 'form', ART_8_4, ({ state, input, facts }) => {
  const own = facts.organisations.get(state.wanted.bureauId);
  if (facts.organisations.get(input.government)?.kind !== 'government') return ['not-government', '报批单位应当是人民政府'];
  return own?.superiorId === input.government ? null : ['other-government', '应当报审核机关所属的本级人民政府批准'];
});
const APPROVED_BY_PAPER = condition<S, InputOf<Forms['approve']>>('批准有文件，日期不晚于今日', 'form', ART_8_4, (c) => {
  if (c.input.on > c.legalDate) return ['future', '批准日期不得晚于办理日期'];
  const isGovernment = c.actor.organisationId === c.state.governmentId;
  return isGovernment || (c.input.paper ?? []).length > 0 ? null : ['no-paper', '由司法行政部门登记政府批准的，应当上传批准文件'];
});
const DAY_HAS_COME = condition<S, null>('生效日已到', 'form', ART_8_4, ({ state, legalDate }) =>
  legalDate >= state.wanted.effectiveOn ? null : ['not-yet', `${state.wanted.effectiveOn}起生效`],
);

const APPLYING = {
  cite: ART_8_4,
  does: 'step',
  inputGuards: [COMPLETE, FITTING, BUREAU_OF_UNIT, SUBJECT, RELATED, ENDS_RELATION, IN_TIME],
} as const;
const SETTING_UP = { cite: ART_8_4, does: 'step', inputGuards: [NEW_COMPLETE, NEW_PLACED, NEW_BUREAU, NEW_IN_TIME] } as const;
const CHANGES_UNIT = condition<S, null>('变更已登记的单位', 'form', ART_8_4, ({ state }) =>
  state.wanted.unitId === null ? ['sets-up', '本件是设立新单位，用“补正后重新申请设立”'] : null,
);
const SETS_UP = condition<S, null>('设立新单位', 'form', ART_8_4, ({ state }) =>
  state.wanted.unitId === null ? null : ['changes-unit', '本件是变更已登记的单位，用“补正后重新申请”'],
);
const STEP = { cite: ART_8_4, does: 'step' } as const;

/** SM-C12: 申请 → 审核 → 报本级政府批准 → 公告 → 有效. The register is written by the announcement, from its effective day. */
export const LIFECYCLE: Lifecycle<S, Forms> = {
  apply: {
    ...APPLYING,
    label: '申请变更',
    from: 'start',
    to: 'applied',
    by: [{ as: 'opener', roles: APPLICANTS }],
    says: () => '已申请；等待司法行政部门审核。',
  },
  'apply-new': {
    ...SETTING_UP,
    label: '申请设立',
    from: 'start',
    to: 'applied',
    by: [{ as: 'opener', roles: APPLICANTS }],
    says: () => '已申请设立；等待司法行政部门审核。',
  },
  resubmit: {
    ...APPLYING,
    guards: [CHANGES_UNIT],
    label: '补正后重新申请',
    from: ['returned'],
    to: 'applied',
    by: [{ as: 'applicant', roles: APPLICANTS }],
    says: () => '已补正；等待司法行政部门审核。',
  },
  'resubmit-new': {
    ...SETTING_UP,
    guards: [SETS_UP],
    label: '补正后重新申请设立',
    from: ['returned'],
    to: 'applied',
    by: [{ as: 'applicant', roles: APPLICANTS }],
    says: () => '已补正；等待司法行政部门审核。',
  },
  review: {
    ...STEP,
    label: '审核',
    from: ['applied'],
    to: 'approving',
    by: SUPERVISORS,
    guards: [NOT_APPLIED],
    inputGuards: [OWN_GOVERNMENT],
    says: () => '审核通过；已报本级人民政府批准。',
  },
  return: { ...STEP, label: '退回补正', from: ['applied'], to: 'returned', by: SUPERVISORS, aside: true, says: () => '已退回补正。' },
  refuse: {
    ...STEP,
    label: '不予确认',
    from: ['applied', 'approving'],
    to: 'refused',
    by: LEADERS,
    guards: [NOT_APPLIED],
    aside: true,
    says: () => '不予确认；名录没有变化。',
  },
  approve: {
    ...STEP,
    label: '批准',
    from: ['approving'],
    to: 'signing',
    by: [{ as: 'government', roles: ['government-leader', 'government-office'] }, ...SUPERVISORS],
    inputGuards: [APPROVED_BY_PAPER],
    says: (s) => `本级人民政府已批准（${s.approval?.number ?? ''}）；等待签发公告。`,
  },
  sign: {
    ...STEP,
    label: '签发公告',
    from: ['signing'],
    to: 'sealing',
    by: LEADERS,
    guards: [NOT_APPLIED, NOT_REVIEWED],
    needs: (s) => (s === null ? [] : namedBy(s.wanted)).flatMap(needed),
    number: (s) => (s === null ? null : { issuerId: s.wanted.bureauId, series: '执主告' }),
    issues: (s, input, frame, facts) => announcement(s, input.contact, frame, facts),
    stepUp: true,
    says: (s) => `已签发，文号${s.letter?.number ?? ''}；等待用印。`,
  },
  ...sealing<S>({
    cite: ART_8_4,
    by: bureau(['seal-keeper', 'checker', 'deputy-head', 'head']),
    from: ['sealing'],
    to: 'announcing',
    letterOf: (s) => s.letter,
    next: '公告',
  }),
  publish: {
    ...STEP,
    label: '公告',
    from: ['announcing'],
    to: 'registering',
    by: SUPERVISORS,
    guards: [LETTER.sealed],
    documents: 'served',
    says: (s) => `已公告；名录即行登记，${s.wanted.effectiveOn}起生效。`,
  },
  withdraw: {
    ...STEP,
    label: '撤回',
    from: ['applied', 'returned', 'approving', 'signing', 'sealing', 'announcing', 'registering'],
    to: 'withdrawn',
    by: LEADERS,
    documents: 'void',
    aside: true,
    says: () => '已撤回；名录没有变化。',
  },
  register: {
    ...STEP,
    label: '登入名录',
    from: ['registering'],
    to: 'planned',
    by: SYSTEM,
    says: (s) => `${s.wanted.effectiveOn}起生效。`,
  },
  'hand-over': {
    cite: ART_8_4,
    does: 'entry',
    label: '登记交接情况',
    from: ['planned', 'passing'],
    to: 'stays',
    by: [...SUPERVISORS, { as: 'unit', roles: APPLICANTS }, { as: 'successor', roles: APPLICANTS }],
    says: () => '已登记交接情况。',
  },
  'take-effect': {
    ...STEP,
    label: '生效',
    from: ['planned'],
    to: (s) => (endsUnit(s.wanted) ? 'passing' : 'effective'),
    by: SYSTEM,
    guards: [DAY_HAS_COME],
    says: (s) => (endsUnit(s.wanted) ? '已生效；未办结事项逐件移交承接单位。' : '已生效。'),
  },
  finish: {
    ...STEP,
    label: '移交完毕',
    from: ['passing'],
    to: 'effective',
    by: SYSTEM,
    says: (s) => `未办结事项已全部移交承接单位${s.passed === null ? '' : `（${s.passed}件）`}。`,
  },
};

function needed(key: string | null) {
  return key === null ? [] : [{ register: 'organisation', key } as const];
}

function opened(wanted: Wanted, frame: ActFrame): S {
  return {
    status: 'applied',
    wanted,
    applicantId: frame.actor.organisationId ?? '',
    applicants: [personOf(frame.actor)],
    governmentId: null,
    reviewer: null,
    approval: null,
    letter: null,
    channel: null,
    handedOver: [],
    announcedOn: null,
    passed: null,
    endedOn: null,
  };
}

export const FOLDS: Folds<S, Forms> = {
  apply: (_, input, frame) => opened(changeWanted(input), frame),
  'apply-new': (_, input, frame) => opened(unitWanted(input), frame),
  resubmit: (s, input, frame) => ({ ...s, wanted: changeWanted(input), applicants: joinedBy(s.applicants, frame.actor) }),
  'resubmit-new': (s, input, frame) => ({ ...s, wanted: unitWanted(input), applicants: joinedBy(s.applicants, frame.actor) }),
  review: (s, input, frame) => ({ ...s, governmentId: input.government, reviewer: personOf(frame.actor) }),
  return: (s) => s,
  refuse: (s, _, frame) => ({ ...s, endedOn: frame.legalDate }),
  approve: (s, input) => ({ ...s, approval: { number: input.number, on: input.on } }),
  sign: (s, _, frame) => ({ ...s, letter: signedLetter(frame, 'DOC-29') }),
  ...sealingFolds<S>(),
  publish: (s, input, frame) => ({ ...s, channel: input.channel, announcedOn: frame.legalDate }),
  withdraw: (s, _, frame) => ({ ...s, endedOn: frame.legalDate }),
  register: (s) => s,
  'hand-over': (s, input, frame) => ({ ...s, handedOver: [...s.handedOver, { on: frame.legalDate, words: input.words }] }),
  'take-effect': (s, _, frame) => ({ ...s, endedOn: endsUnit(s.wanted) ? null : frame.legalDate }),
  finish: (s, input, frame) => ({ ...s, passed: input.passed, endedOn: frame.legalDate }),
};
