import { condition, type Folds, type Guard, type InputOf, type Lifecycle, type May, refuse, termsOf } from '#law';
import { FORMS } from '../forms.ts';
import type { Raised, SupervisionCase } from '../model.ts';
import { ART_9_5, REGULATION_RAISING } from './articles.ts';
import { LEADERS, SUPERVISORS } from './clue.ts';
import { APPROVER_NOT_ALONE, HANDLERS_FIT, NOT_INVOLVED } from './conditions.ts';

type S = SupervisionCase;

const { 'take-up': takeUp, designate, appoint, 'add-involved': addInvolved, extend } = FORMS;
export const RAISING_FORMS = { 'take-up': takeUp, designate, appoint, 'add-involved': addInvolved, extend };
type RaisingForms = typeof RAISING_FORMS;

/** Leaders of the upper bureau take no part in the case yet: which bureau that is says the guard. */
const UPPER_LEADERS: readonly May[] = [{ as: 'opener', roles: ['deputy-head', 'head'] }];
const FILED: readonly S['status'][] = ['inquiry', 'suspended', 'settling'];

const BY_UPPER_BUREAU: Guard<S, null> = {
  name: '由承办机关的上一级司法行政部门决定',
  nature: 'law',
  cite: REGULATION_RAISING,
  check: ({ state, actor, facts }) => {
    const organ = facts.organisations.get(state.organId);
    if (organ === undefined) return 'unknown';
    return organ.kind === 'bureau' && organ.lineSuperiorId !== null && organ.lineSuperiorId === actor.organisationId
      ? null
      : refuse('not-upper-bureau', REGULATION_RAISING, '提级、指定由承办机关的上一级司法行政部门决定');
  },
};

const TO_LOWER_BUREAU: Guard<S, InputOf<RaisingForms['designate']>> = {
  name: '指定给本机关的另一下级司法行政部门',
  nature: 'law',
  cite: REGULATION_RAISING,
  check: ({ state, input, actor, facts }) => {
    const to = facts.organisations.get(input.to);
    if (to === undefined) return refuse('unknown-organisation', REGULATION_RAISING, '所指定的机关在办理日期没有有效的登记信息');
    if (to.id === state.organId) return refuse('own-organ', REGULATION_RAISING, `${to.name}已经承办本案，应当指定另一机关`);
    return to.kind === 'bureau' && to.lineSuperiorId === actor.organisationId
      ? null
      : refuse('not-lower-bureau', REGULATION_RAISING, `${to.name}不是本机关的下一级司法行政部门`);
  },
};

const ONE_EXTENSION: Guard<S, null> = {
  name: '办理期限只延长一次',
  nature: 'form',
  cite: ART_9_5,
  check: ({ state, profile, legalDate }) => {
    if (state.extendedOn != null) return refuse('extended', ART_9_5, '办理期限已经延长过一次');
    return termsOf(profile, 'local.case-period-extended', legalDate) === null
      ? refuse('no-extension', ART_9_5, '本市规则参数没有延长办理期限的规定')
      : null;
  },
};

const NOT_ALL_HANDLERS = condition<S, InputOf<RaisingForms['add-involved']>>('补记的人员尚未在案', 'form', ART_9_5, ({ state, input }) =>
  input.involved.every((id) => state.involvedIds.includes(id)) ? ['known', '所列人员均已在回避名单内'] : null,
);

/** Once filed, a case may change hands: upwards, sideways by the upper bureau, or among the handlers of its organ. */
export const RAISING: Lifecycle<S, RaisingForms> = {
  'take-up': {
    label: '提级办理',
    does: 'step',
    from: FILED,
    to: 'stays',
    by: UPPER_LEADERS,
    cite: REGULATION_RAISING,
    guards: [BY_UPPER_BUREAU, NOT_INVOLVED],
    inputGuards: [HANDLERS_FIT, APPROVER_NOT_ALONE],
    aside: true,
    says: () => '本案由本机关提级办理；原承办机关不再办理。依据条款待核定。',
  },
  designate: {
    label: '指定办理',
    does: 'step',
    from: FILED,
    to: 'stays',
    by: UPPER_LEADERS,
    cite: REGULATION_RAISING,
    guards: [BY_UPPER_BUREAU],
    inputGuards: [TO_LOWER_BUREAU],
    aside: true,
    says: () => '本案已指定另一机关办理；等待其确定承办人。依据条款待核定。',
  },
  appoint: {
    label: '确定承办人',
    does: 'entry',
    group: '案件管理',
    from: FILED,
    to: 'stays',
    by: LEADERS,
    inside: 'organ',
    cite: ART_9_5,
    guards: [NOT_INVOLVED],
    inputGuards: [HANDLERS_FIT, APPROVER_NOT_ALONE],
    aside: true,
    says: (s) => `承办人已确定，共${s.handlerIds.length}名。`,
  },
  'add-involved': {
    label: '补记回避人员',
    does: 'entry',
    group: '案件管理',
    from: ['triage', 'filing', ...FILED],
    to: 'stays',
    by: [...SUPERVISORS, ...LEADERS],
    inside: 'organ',
    cite: ART_9_5,
    inputGuards: [NOT_ALL_HANDLERS],
    aside: true,
    says: (s) =>
      s.filedOn !== null && s.handlerIds.length === 0 ? '回避人员已补记；承办人均应回避，等待另行确定承办人。' : '回避人员已补记。',
  },
  extend: {
    label: '延长办理期限',
    does: 'entry',
    group: '案件管理',
    from: ['inquiry', 'suspended'],
    to: 'stays',
    by: LEADERS,
    inside: 'organ',
    cite: ART_9_5,
    guards: [NOT_INVOLVED, ONE_EXTENSION],
    aside: true,
    says: () => '办理期限已延长（内部提醒期限，待核定）。',
  },
};

function passed(s: S, how: Raised['how'], to: string, on: Raised['on'], handlerIds: readonly string[]): S {
  return { ...s, organId: to, handlerIds, raised: [...(s.raised ?? []), { how, from: s.organId, to, on }] };
}

export const RAISING_FOLDS: Folds<S, RaisingForms> = {
  'take-up': (s, input, frame) => passed(s, 'taken-up', frame.actor.organisationId ?? s.organId, frame.legalDate, input.handlers),
  designate: (s, input, frame) => passed(s, 'designated', input.to, frame.legalDate, []),
  appoint: (s, input) => ({ ...s, handlerIds: input.handlers }),
  'add-involved': (s, input) => ({
    ...s,
    involvedIds: [...new Set([...s.involvedIds, ...input.involved])],
    handlerIds: s.handlerIds.filter((id) => !input.involved.includes(id)),
  }),
  extend: (s, _, frame) => ({ ...s, extendedOn: frame.legalDate }),
};
