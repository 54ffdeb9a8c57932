import {
  type Citation,
  certifiedSupervisors,
  condition,
  type Guard,
  type GuardCase,
  type OrganisationFact,
  parameterOf,
  refuse,
  termsOf,
} from '#law';
import type { SupervisionCase } from '../model.ts';
import { ART_9_5, ART_16 } from './articles.ts';

type S = SupervisionCase;

/** The supervisor is not the one who handled the case or its legal review. */
export const NOT_INVOLVED = condition<S, null>('监督人员未承办或者审核该执法行为', 'law', ART_9_5, ({ state, actor }) =>
  actor.officerId !== null && state.involvedIds.includes(actor.officerId)
    ? ['recusal', '您是该执法行为的承办或者法制审核人员，应当回避']
    : null,
);

type WithOfficers = { readonly officers: readonly string[] | null; readonly onSite?: boolean };

/** 细则 16: on site at least two, each with a valid certificate on the day; the article is the city's own. */
export function twoOnSite<I extends WithOfficers>(): Guard<S, I> {
  return {
    name: '现场监督不少于两人并持有效行政执法监督证',
    nature: 'law',
    cite: ART_16,
    severity: 'red',
    grade: 'statute',
    check: ({ input, facts, legalDate, profile }: GuardCase<S, I>) => {
      if (input.onSite === false) return null;
      const certified = certifiedSupervisors(input.officers ?? [], facts, legalDate).length;
      if (certified >= 2) return null;
      const at: Citation = termsOf(profile, 'local.on-site-two', legalDate)?.cite ?? ART_16;
      return refuse(
        'two-on-site',
        at,
        `现场监督应当有两名以上持有效行政执法监督证的人员，现有${certified}名；一人了解情况请记为“走访了解”`,
      );
    },
  };
}

export function officersNotInvolved<I extends { readonly officers: readonly string[] | null }>(): Guard<S, I> {
  return condition<S, I>('承办监督的人员未承办或者审核该执法行为', 'law', ART_9_5, ({ state, input }) =>
    (input.officers ?? []).some((id) => state.involvedIds.includes(id))
      ? ['recusal', '所列监督人员中有该执法行为的承办或者法制审核人员，应当回避']
      : null,
  );
}

export function isVertical(unit: OrganisationFact): boolean {
  return unit.leadKind !== 'local' || unit.kind === 'vertical';
}

/** Who takes the case in hand: certified, and not involved in what is supervised. */
export const HANDLERS_FIT: Guard<S, { readonly handlers: readonly string[] }> = {
  name: '承办人持有效行政执法监督证，未承办或者审核该执法行为',
  nature: 'law',
  cite: ART_9_5,
  check: ({ state, input, facts, legalDate }) => {
    if (input.handlers.some((id) => state.involvedIds.includes(id)))
      return refuse('recusal', ART_9_5, '承办人中有该执法行为的承办或者法制审核人员，应当回避');
    return certifiedSupervisors(input.handlers, facts, legalDate).length === new Set(input.handlers).size
      ? null
      : refuse('no-certificate', ART_9_5, '承办人中有人没有有效的行政执法监督证');
  },
};

/**
 * Who decides that a case is taken up, or by whom, does not decide it for herself alone. The 细则 asks two persons only of
 * work on the spot (16) and says nothing of this; a city switches it off by its parameter, none set means on.
 */
export const APPROVER_NOT_ALONE: Guard<S, { readonly handlers: readonly string[] }> = {
  name: '批准立案、确定承办人的负责人不是唯一承办人',
  nature: 'law',
  cite: ART_9_5,
  grade: 'ours',
  check: ({ input, actor, profile, legalDate }) => {
    if (parameterOf(profile, 'case-filing.approver-apart', legalDate)?.value === 0) return null;
    return actor.officerId !== null && input.handlers.every((id) => id === actor.officerId)
      ? refuse('approver-alone', ART_9_5, '批准立案、确定承办人的负责人不得是唯一承办人，请另行指定或者增加承办人（平台内部要求，待核定）')
      : null;
  },
};
