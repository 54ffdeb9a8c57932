import { type ActFrame, cite, type Folds, type InputOf, type Lifecycle, type May, personOf, type Role } from '#law';
import { guidanceRecord } from './documents/issues.ts';
import type { Forms } from './forms.ts';
import {
  ART_2_5,
  ASKS_ITS_GUIDE,
  DUE_LATER,
  GUIDED_BY_OWN,
  GUIDES_IT,
  MAY_SET,
  ON_A_DAY_PAST,
  ON_A_DAY_SINCE,
  OWN_TASK,
} from './lifecycle/conditions.ts';
import type { Given, Guidance } from './model.ts';

type S = Guidance;

const by = (as: string, roles: readonly Role[]): readonly May[] => [{ as, roles }];
/** Whoever works in an organ that guides, be it a department or, in the line of justice bureaus, the upper bureau. */
export const GUIDE_ROLES: readonly Role[] = ['handler', 'legal-office', 'supervisor', 'checker', 'deputy-head', 'head'];
export const GUIDED_ROLES: readonly Role[] = ['handler', 'legal-office', 'receiver', 'supervisor', 'checker', 'deputy-head', 'head'];
const STEP = { cite: ART_2_5, does: 'step' } as const;
const OPENING = { ...STEP, from: 'start' } as const;

/** SM-C17: 指导关系 → 请求指导或者指导任务 → 记录（时间、人员、内容） → 对方确认. The relation itself is the register's. */
export const LIFECYCLE: Lifecycle<S, Forms> = {
  ask: {
    ...OPENING,
    label: '请求指导',
    to: 'asked',
    by: by('opener', GUIDED_ROLES),
    inputGuards: [ASKS_ITS_GUIDE, DUE_LATER],
    says: () => '已请求指导；等待指导部门答复。',
  },
  assign: {
    ...OPENING,
    label: '布置指导任务',
    to: 'assigned',
    by: by('opener', GUIDE_ROLES),
    inputGuards: [MAY_SET, GUIDES_IT, DUE_LATER],
    says: () => '已布置指导任务；指导以后登记记录。',
  },
  'record-given': {
    ...OPENING,
    label: '登记已开展的指导',
    to: 'confirming',
    by: by('opener', GUIDE_ROLES),
    inputGuards: [GUIDED_BY_OWN, ON_A_DAY_PAST],
    says: () => '已登记指导；等待对方确认。',
  },
  record: {
    ...STEP,
    label: '登记指导记录',
    from: ['asked', 'assigned'],
    to: 'confirming',
    by: by('guide', GUIDE_ROLES),
    inputGuards: [ON_A_DAY_SINCE],
    says: (s) => (s.origin === 'asked' ? '已答复；等待对方确认。' : '已登记指导；等待对方确认。'),
  },
  confirm: {
    ...STEP,
    label: '确认',
    from: ['confirming'],
    to: 'confirmed',
    by: by('guided', GUIDED_ROLES),
    needs: (s) => (s === null ? [] : [s.guideId, s.guidedId].map((key) => ({ register: 'organisation', key }) as const)),
    issues: (s, _, frame, facts) => guidanceRecord(s, frame, facts),
    says: () => '已确认；业务指导记录已生成。',
  },
  object: {
    ...STEP,
    label: '不予确认',
    from: ['confirming'],
    to: 'assigned',
    by: by('guided', GUIDED_ROLES),
    aside: true,
    says: () => '没有确认；已退指导部门核实，重新登记记录。',
  },
  decline: {
    ...STEP,
    label: '退回',
    from: ['asked', 'assigned'],
    to: 'declined',
    by: by('guide', GUIDE_ROLES),
    aside: true,
    says: (s) => `已退回：${s.endReason ?? ''}`,
  },
  withdraw: {
    ...STEP,
    label: '撤回请求',
    from: ['asked'],
    to: 'withdrawn',
    by: by('guided', GUIDED_ROLES),
    aside: true,
    says: () => '已撤回请求。',
  },
  cancel: {
    ...STEP,
    cite: cite('实施细则', 23, 1),
    label: '取消任务',
    from: ['assigned'],
    to: 'withdrawn',
    by: [...by('guide', GUIDE_ROLES), ...by('bureau', GUIDE_ROLES)],
    guards: [OWN_TASK],
    aside: true,
    says: () => '已取消指导任务。',
  },
};

type Begun = Pick<S, 'form' | 'guideId' | 'guidedId' | 'subject'>;

function begun(s: Begun & Pick<S, 'origin' | 'setById' | 'request' | 'dueOn'>, begunOn: S['begunOn']): S {
  const none = { given: null, recordedOn: null, confirmed: null, objections: [], endReason: null, endedOn: null };
  return { ...s, ...none, begunOn, status: 'asked' };
}

function recorded(
  { on, guides, attendees, content }: InputOf<Forms['record']>,
  frame: ActFrame,
): { given: Given; recordedOn: S['recordedOn'] } {
  return { given: { on, guides, attendees, content, by: personOf(frame.actor) }, recordedOn: frame.legalDate };
}

const ended = (s: S, endReason: string, endedOn: S['endedOn']): S => ({ ...s, endReason, endedOn });

export const FOLDS: Folds<S, Forms> = {
  ask: (_, input, frame) => {
    const guidedId = frame.actor.organisationId ?? '';
    const { form, subject, request, dueOn, guide } = input;
    return begun({ form, subject, request, dueOn, guideId: guide, guidedId, origin: 'asked', setById: null }, frame.legalDate);
  },
  assign: (_, input, frame) => {
    const { form, subject, request, dueOn, guide, guided } = input;
    const own = frame.actor.organisationId ?? '';
    const setById = own === guide ? null : own;
    return begun({ form, subject, request, dueOn, guideId: guide, guidedId: guided, origin: 'assigned', setById }, frame.legalDate);
  },
  'record-given': (_, input, frame) => {
    const { form, subject, guided } = input;
    const sides = { guideId: frame.actor.organisationId ?? '', guidedId: guided };
    const opened = begun({ form, subject, ...sides, request: '', dueOn: null, origin: 'given', setById: null }, frame.legalDate);
    return { ...opened, ...recorded(input, frame) };
  },
  record: (s, input, frame) => ({ ...s, ...recorded(input, frame) }),
  confirm: (s, input, frame) => ({
    ...s,
    confirmed: { on: frame.legalDate, words: input.words ?? '', by: personOf(frame.actor) },
    endedOn: frame.legalDate,
  }),
  object: (s, input, frame) => ({
    ...s,
    given: null,
    recordedOn: null,
    objections: [...s.objections, { on: frame.legalDate, reason: input.reason }],
  }),
  decline: (s, input, frame) => ended(s, input.reason, frame.legalDate),
  withdraw: (s, input, frame) => ended(s, input.reason, frame.legalDate),
  cancel: (s, input, frame) => ended(s, input.reason, frame.legalDate),
};
