import {
  choice,
  cite,
  condition,
  date,
  type Folds,
  type InputOf,
  isActorOneOf,
  joinedBy,
  type Lifecycle,
  type LifecycleRow,
  longtext,
  type MatterKind,
  organisation,
  type Role,
  type TaskNeed,
  text,
} from '#law';
import { columns } from './columns.ts';
import { CASE_KIND_LABELS, type HandlingMode, MODE_LABELS, STATUS_LABELS } from './model.ts';

type S = HandlingMode;
/** 执法部门利用平台网上办案. */
const ART_3 = cite('实施细则', 3, 1);
const UNIT: readonly Role[] = ['handler', 'legal-office', 'deputy-head', 'head'];
const BUREAU: readonly Role[] = ['supervisor', 'deputy-head', 'head'];
const LEADERS: readonly Role[] = ['deputy-head', 'head'];

const PROPOSAL = {
  bureau: organisation('市司法局', { hint: '办理方式由市级司法行政部门核准' }),
  caseKind: choice('事项种类', CASE_KIND_LABELS),
  mode: choice('办理方式', MODE_LABELS),
  system: text('自有系统名称', { required: false, when: { field: 'mode', is: ['own-system'], fill: true } }),
  from: date('自何日起'),
  reason: longtext('理由', { max: 2000, hint: '自有系统的名称、建设依据，数据怎样按日对接；表格归集的写明期限' }),
};
const FORMS = {
  propose: PROPOSAL,
  resubmit: PROPOSAL,
  return: { words: longtext('需要补正的内容', { max: 1000 }) },
  approve: { opinion: longtext('核准意见', { required: false, max: 1000 }) },
  refuse: { reason: longtext('不予核准的理由', { max: 1000 }) },
  withdraw: { reason: longtext('撤回的理由', { max: 1000 }) },
};
type Forms = typeof FORMS;
type Proposal = InputOf<typeof PROPOSAL>;

const CITY_BUREAU = condition<S, Proposal>('由市级司法行政部门核准', 'form', ART_3, ({ input, facts }) => {
  const bureau = facts.organisations.get(input.bureau);
  return bureau?.kind === 'bureau' && bureau.tier === 'city' ? null : ['not-city-bureau', '办理方式由市级司法行政部门核准，请选择市司法局'];
});
const SYSTEM_NAMED = condition<S, Proposal>('自有系统对接的写明系统名称', 'form', ART_3, ({ input }) =>
  input.mode === 'own-system' && input.system === null ? ['no-system', '请填写自有系统名称'] : null,
);
const AHEAD = condition<S, Proposal>('自今日或者以后的日期起', 'form', ART_3, ({ input, legalDate }) =>
  input.from < legalDate ? ['past', '办理方式不溯及既往，请填写今日或者以后的日期'] : null,
);
const NOT_OWN = condition<S, null>('核准人不是提出的人', 'law', ART_3, ({ state, actor }) =>
  isActorOneOf(actor, state.proposers) ? ['own-proposal', '不得由提出的本人核准'] : null,
);

const PROPOSING = { cite: ART_3, does: 'step', inputGuards: [CITY_BUREAU, SYSTEM_NAMED, AHEAD] } as const;
const STEP = { cite: ART_3, does: 'step' } as const satisfies Partial<LifecycleRow<S, never>>;

const LIFECYCLE: Lifecycle<S, Forms> = {
  propose: {
    ...PROPOSING,
    label: '提出办理方式',
    from: 'start',
    to: 'proposed',
    by: [{ as: 'opener', roles: UNIT }],
    says: () => '已提出；等待市司法局核准，核准以前办理方式不变。',
  },
  resubmit: {
    ...PROPOSING,
    label: '补正后重新提出',
    from: ['returned'],
    to: 'proposed',
    by: [{ as: 'unit', roles: UNIT }],
    says: () => '已补正；等待市司法局核准。',
  },
  return: {
    ...STEP,
    label: '退回补正',
    from: ['proposed'],
    to: 'returned',
    by: [{ as: 'bureau', roles: BUREAU }],
    aside: true,
    says: () => '已退回补正。',
  },
  approve: {
    ...STEP,
    label: '核准',
    from: ['proposed'],
    to: 'approved',
    by: [{ as: 'bureau', roles: LEADERS }],
    guards: [NOT_OWN],
    says: (s) => `已核准：${CASE_KIND_LABELS[s.caseKind]}自${s.effectiveOn ?? s.from}起${MODE_LABELS[s.mode]}。`,
  },
  refuse: {
    ...STEP,
    label: '不予核准',
    from: ['proposed'],
    to: 'refused',
    by: [{ as: 'bureau', roles: LEADERS }],
    aside: true,
    says: () => '不予核准；办理方式没有变化。',
  },
  withdraw: {
    ...STEP,
    label: '撤回',
    from: ['proposed', 'returned'],
    to: 'withdrawn',
    by: [{ as: 'unit', roles: UNIT }],
    aside: true,
    says: () => '已撤回；办理方式没有变化。',
  },
};

const FOLDS: Folds<S, Forms> = {
  propose: (_, input, frame) => ({
    status: 'proposed',
    unitId: frame.actor.organisationId ?? '',
    ...wanted(input),
    proposers: joinedBy([], frame.actor),
    ...{ answer: null, effectiveOn: null },
  }),
  resubmit: (s, input, frame) => ({ ...s, ...wanted(input), proposers: joinedBy(s.proposers, frame.actor) }),
  return: (s, { words }) => ({ ...s, answer: words }),
  approve: (s, { opinion }, frame) => ({ ...s, answer: opinion, effectiveOn: [s.from, frame.legalDate].toSorted()[1] ?? s.from }),
  refuse: (s, { reason }) => ({ ...s, answer: reason }),
  withdraw: (s, { reason }) => ({ ...s, answer: reason }),
};

function wanted({ bureau, caseKind, mode, system, from, reason }: Proposal) {
  return { bureauId: bureau, caseKind, mode, system: mode === 'own-system' ? system : null, from, reason };
}

function tasks(s: S): readonly TaskNeed[] {
  if (s.status === 'proposed')
    return [{ key: 'approve', act: 'approve', title: '核准单位的办理方式', organisationId: s.bureauId, roles: LEADERS }];
  if (s.status !== 'returned') return [];
  return [{ key: 'resubmit', act: 'resubmit', title: '补正办理方式的报告', organisationId: s.unitId, roles: UNIT }];
}

/** 办理方式: where a unit handles its cases of a kind; proposed by it, approved by the city's bureau, dated in a register (细则 3¶1). */
export const HANDLING_MODE: MatterKind<S, Forms> = {
  kind: 'handling-mode',
  name: '办理方式',
  room: 'handling-modes',
  statuses: STATUS_LABELS,
  mainLine: ['proposed', 'approved'],
  closed: ['approved', 'refused', 'withdrawn'],
  parties: { unit: '办案单位', bureau: '市司法局' },
  forms: FORMS,
  lifecycle: LIFECYCLE,
  folds: FOLDS,
  clocks: [],
  title: (s) => `办理方式：${CASE_KIND_LABELS[s.caseKind]}·${MODE_LABELS[s.mode]}`,
  homeId: (s) => s.unitId,
  label: () => 2,
  participants: (s) => [
    { organisationId: s.unitId, as: 'unit' },
    { organisationId: s.bureauId, as: 'bureau' },
  ],
  tasks,
  columns,
  directedTo: { column: 'bureau_id', title: '市司法局' },
};
