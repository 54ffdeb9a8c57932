import { type Citation, conditionsOf, type Guard, type May, type Office, type Role, reportedOffice } from '#law';
import type { OrderToCorrect } from '../model.ts';

type S = OrderToCorrect;

export const HANDLERS: readonly Role[] = ['handler'];
export const LEADERS: readonly Role[] = ['deputy-head', 'head'];
export const SEALERS: readonly Role[] = ['seal-keeper', 'legal-office', 'handler', 'deputy-head', 'head'];

export const { law, form } = conditionsOf<S>();

/** A post of the organ with one of the roles. */
export function organ(roles: readonly Role[]): readonly May[] {
  return [{ as: 'organ', roles }];
}

/** A step of one office of the organ, which a unit with a system of its own may tell of. */
export function office(roles: readonly Role[], cite: Citation, guards: readonly Guard<S, null>[] = [], as = 'organ'): Office<S> {
  return reportedOffice(roles, cite, guards, { as, isBegunHere: (s) => s.begunHere === true });
}
