import { type Citation, type Guard, type May, type Office, type Role, reportedOffice } from '#law';
import type { OrdinaryPenalty } from '../model.ts';
import { ART_43 } from './articles.ts';
import { isRecused, law } from './conditions.ts';

type S = OrdinaryPenalty;

export const HANDLERS: readonly Role[] = ['handler'];
export const LEADERS: readonly Role[] = ['deputy-head', 'head'];
export const HEADS: readonly Role[] = ['head'];
export const REVIEWERS: readonly Role[] = ['legal-office'];
export const SEALERS: readonly Role[] = ['seal-keeper', 'legal-office', 'handler', 'deputy-head', 'head'];

/** A post of the organ with one of the roles. */
export function organ(roles: readonly Role[]): readonly May[] {
  return [{ as: 'organ', roles }];
}

/** An act of one office of the organ. `guards`: conditions on the matter beside that of the office. */
export function office(roles: readonly Role[], cite: Citation, guards: readonly Guard<S, null>[] = [], as = 'organ'): Office<S> {
  return reportedOffice(roles, cite, [STILL_ON, ...guards], { as, isBegunHere: ({ told }) => told?.begunHere === true });
}

/** 43: whoever has been taken off the case does nothing more in it, in no post. */
const STILL_ON: Guard<S, null> = {
  ...law<null>('办理人没有被决定回避', ART_43, ({ state, actor, reported }) =>
    reported !== true && actor.officerId !== null && isRecused(state, actor.officerId)
      ? ['recused', '您已经被决定回避，不再办理本案']
      : null,
  ),
  ofPerson: true,
};
