import {
  choice,
  cite,
  conditionsOf,
  DAYS_LADDER,
  date,
  type Folds,
  type Lifecycle,
  longtext,
  type MatterKind,
  organisation,
  type Role,
  type TaskNeed,
  text,
} from '#law';
import { type HeldReport, STATUS_LABELS, WHY_LABELS } from './model.ts';

type S = HeldReport;
const ART = cite('实施细则', 8, undefined, 12);
const HANDLERS: readonly Role[] = ['handler'];
const LEADERS: readonly Role[] = ['deputy-head', 'head'];
const SYSTEM = [{ as: 'system' }] as const;
const optional = { required: false } as const;

const FORMS = {
  open: {
    owner: organisation('报送单位'),
    caseKind: text('事项代码', { max: 60 }),
    caseName: text('事项种类', { max: 60 }),
    caseRef: text('自有系统案件编号', { max: 100 }),
    stepRef: text('自有系统步骤编号', { max: 100 }),
    stepName: text('步骤', { max: 100 }),
    act: text('步骤代码', { ...optional, max: 60 }),
    doneOn: date('办理日期', optional),
    caseId: text('平台案件', { ...optional, max: 40 }),
    why: choice('没有记入的原因', WHY_LABELS),
    reason: longtext('说明', { max: 4000 }),
    content: longtext('报送的内容', { ...optional, max: 8000 }),
  },
  'try-again': {},
  record: {},
  'hold-again': {
    why: choice('没有记入的原因', WHY_LABELS),
    reason: longtext('说明', { max: 4000 }),
    caseId: text('平台案件', { ...optional, max: 40 }),
    doneOn: date('办理日期', optional),
  },
  'fall-due': {},
  dismiss: {
    reason: longtext('不再记入的理由', {
      max: 2000,
      hint: '写明核实的情况；报送有误的，写明正确的办理在哪里。报送的告知、决定、结案缺少法定步骤的，不再记入以后仍然是预警',
    }),
  },
};
type Forms = typeof FORMS;

const { form } = conditionsOf<S>();
const NOT_ANOTHER = form<null>('同一步骤没有记入不同的内容', ART, ({ state }) =>
  state.why === 'differs' ? ['differs', '同一步骤已经记入案件；记入的有误的，在办件页更正，报送的有误的，写明理由不再记入'] : null,
);

const folds: Folds<S, Forms> = {
  open: (_, input, frame) => ({
    ...input,
    status: 'waiting',
    ownerId: input.owner,
    content: input.content ?? '',
    receivedOn: frame.legalDate,
    ...{ isLate: false, tries: 0, endedOn: null, ending: null },
  }),
  'try-again': (s) => ({ ...s, tries: s.tries + 1 }),
  record: (s, _, frame) => ({ ...s, endedOn: frame.legalDate }),
  'hold-again': (s, { why, reason, caseId, doneOn }) => ({
    ...{ ...s, why, reason, caseId: caseId ?? s.caseId },
    ...(doneOn == null ? {} : { doneOn }),
  }),
  'fall-due': (s) => ({ ...s, isLate: true }),
  dismiss: (s, { reason }, frame) => ({ ...s, endedOn: frame.legalDate, ending: reason }),
};

const standing = (s: S): S['status'] => (s.isLate ? 'overdue' : 'waiting');

const LIFECYCLE: Lifecycle<S, Forms> = {
  open: {
    label: '报送的步骤没有记入',
    does: 'step',
    from: 'start',
    to: 'waiting',
    by: SYSTEM,
    cite: ART,
    roomOnly: true,
    links: ({ caseId }) => (caseId === null ? [] : [{ to: caseId, as: 'follows' }]),
    says: (s) => `“${s.stepName}”没有记入：${s.reason}`,
  },
  'try-again': {
    label: '再次记入',
    does: 'step',
    from: ['waiting', 'trying', 'overdue'],
    to: 'trying',
    by: [{ as: 'owner', roles: HANDLERS }],
    cite: ART,
    guards: [NOT_ANOTHER],
    says: () => '平台再次记入这一步骤，结果稍后显示在本页。',
  },
  record: {
    label: '记入案件',
    does: 'step',
    from: ['waiting', 'trying', 'overdue'],
    to: 'recorded',
    by: SYSTEM,
    cite: ART,
    roomOnly: true,
    says: (s) => `“${s.stepName}”已经记入案件。`,
  },
  'hold-again': {
    label: '仍然没有记入',
    does: 'step',
    from: ['waiting', 'trying', 'overdue'],
    to: standing,
    by: SYSTEM,
    cite: ART,
    roomOnly: true,
    says: (s) => `仍然没有记入：${s.reason}`,
  },
  'fall-due': {
    label: '满七日交负责人',
    does: 'step',
    from: ['waiting', 'trying'],
    to: 'overdue',
    by: SYSTEM,
    cite: ART,
    roomOnly: true,
    says: () => '报送的步骤满七日没有记入，交负责人处理；缺少法定步骤的，同时成为司法行政部门的预警。',
  },
  dismiss: {
    label: '不再记入',
    does: 'step',
    from: ['waiting', 'trying', 'overdue'],
    to: 'dismissed',
    by: [{ as: 'owner', roles: LEADERS }],
    cite: ART,
    aside: true,
    says: () => '已写明不再记入的理由；报送的内容继续留存。',
  },
};

function tasks(s: S): readonly TaskNeed[] {
  if (s.status === 'recorded' || s.status === 'dismissed') return [];
  const own = { organisationId: s.ownerId, clock: { id: 'KE-61', key: '' } };
  const ends = { ...own, act: 'dismiss', title: '处理没有记入的报送：核对以后写明不再记入的理由' };
  const byLeader = { ...ends, key: `leader-${s.tries}`, roles: LEADERS };
  if (s.why === 'differs') return [byLeader];
  const title = s.status === 'trying' ? '平台正在再次记入报送的步骤' : `核对没有记入的报送（${WHY_LABELS[s.why]}）`;
  const byHandler = { ...own, key: `handle-${s.tries}`, roles: HANDLERS, act: 'try-again', title };
  return s.isLate ? [byLeader, byHandler] : [byHandler];
}

/** 报送待处理: what a unit's own system told of a case and the case could not take (细则 8(12)); nothing told is lost. */
export const HELD_REPORT: MatterKind<S, Forms> = {
  kind: 'held-report',
  name: '报送待处理',
  room: 'case-reports',
  statuses: STATUS_LABELS,
  mainLine: ['waiting', 'recorded'],
  closed: ['recorded', 'dismissed'],
  parties: { owner: '报送单位' },
  forms: FORMS,
  lifecycle: LIFECYCLE,
  folds,
  clocks: [
    {
      clock: {
        ...{ id: 'KE-61', name: '处理没有记入的报送', obligation: 'local.held-report' },
        ...{ startsOn: '收到报送', stopsOn: '记入案件或者写明理由', ladder: DAYS_LADDER },
      },
      runs: (s) => [{ key: '', startedOn: s.receivedOn, stoppedOn: s.endedOn, boundId: s.ownerId }],
      onOverdue: 'fall-due',
    },
  ],
  title: (s) => `报送待处理：${s.caseName}${s.caseRef}·${s.stepName}`,
  homeId: (s) => s.ownerId,
  label: () => 2,
  participants: (s) => [{ organisationId: s.ownerId, as: 'owner' }],
  tasks,
  columns: (s) => ({
    owner_id: s.ownerId,
    case_kind: s.caseKind,
    case_ref: s.caseRef,
    step_ref: s.stepRef,
    step_name: s.stepName,
    case_id: s.caseId,
    why: s.why,
    reason: s.reason,
    received_on: s.receivedOn,
    is_late: s.isLate,
  }),
};
