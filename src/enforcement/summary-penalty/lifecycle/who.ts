import { type Citation, type Guard, type Office, type Role, reportedOffice } from '#law';
import type { SummaryPenalty } from '../model.ts';

type S = SummaryPenalty;

export const HANDLERS: readonly Role[] = ['handler'];
export const LEADERS: readonly Role[] = ['deputy-head', 'head'];
export const SEALERS: readonly Role[] = ['seal-keeper', 'legal-office', 'handler', 'deputy-head', 'head'];

/** A step of one office of the organ; `guards`: conditions on the matter beside that. */
export function office(roles: readonly Role[], cite: Citation, guards: readonly Guard<S, null>[] = [], as = 'organ'): Office<S> {
  return reportedOffice(roles, cite, guards, { as, isBegunHere: ({ told }) => told?.begunHere === true });
}
