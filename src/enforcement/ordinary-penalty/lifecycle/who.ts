import { type Citation, type Guard, type May, ROLE_LABELS, type Role, refuse } from '#law';
import type { OrdinaryPenalty } from '../model.ts';
import { ART_43 } from './articles.ts';
import { isRecused, law } from './conditions.ts';

type S = OrdinaryPenalty;

/** Who tells for a unit that handles its cases in a system of its own, or on paper. */
const REPORTERS: readonly Role[] = ['handler', 'machine'];

export const HANDLERS: readonly Role[] = ['handler'];
export const LEADERS: readonly Role[] = ['deputy-head', 'head'];
export const REVIEWERS: readonly Role[] = ['legal-office'];
export const SEALERS: readonly Role[] = ['seal-keeper', 'legal-office', 'handler', 'deputy-head'];

/** A post of the organ with one of the roles. */
export function organ(roles: readonly Role[]): readonly May[] {
  return [{ as: 'organ', roles }];
}

type Office = {
  readonly cite: Citation;
  readonly by: readonly May[];
  readonly reportedBy: readonly May[];
  readonly guards: readonly Guard<S, null>[];
};

/**
 * An act that one office performs here, and that whoever reports for the unit may tell of as having happened elsewhere:
 * who enters it is then not the one who did it. `guards`: conditions on the matter beside that of the office.
 */
export function office(roles: readonly Role[], cite: Citation, guards: readonly Guard<S, null>[] = [], as = 'organ'): Office {
  const others = REPORTERS.filter((role) => !roles.includes(role));
  return {
    cite,
    by: [{ as, roles: [...roles, ...others] }],
    reportedBy: [{ as, roles: REPORTERS }],
    guards: [ofOffice(roles, cite), STILL_ON, ...guards],
  };
}

/** 43: whoever has been taken off the case does nothing more in it, in no post. */
const STILL_ON = law<null>('办理人没有被决定回避', ART_43, ({ state, actor, reported }) =>
  reported !== true && actor.officerId !== null && isRecused(state, actor.officerId) ? ['recused', '您已经被决定回避，不再办理本案'] : null,
);

function ofOffice(roles: readonly Role[], cite: Citation): Guard<S, null> {
  const names = roles.map((role) => ROLE_LABELS[role]).join('、');
  return {
    name: `在平台上由${names}办理`,
    nature: 'form',
    cite,
    check: ({ actor, reported }) =>
      reported === true || roles.some((role) => role === actor.role)
        ? null
        : refuse('wrong-role', cite, `由${names}办理；您的岗位只能补录在平台以外已经办理的事项`),
  };
}
