import { type Citation, type Guard, type LifecycleRow, type May, ROLE_LABELS, type Role, refuse } from '#law';
import type { SummaryPenalty } from '../model.ts';

type S = SummaryPenalty;

export const HANDLERS: readonly Role[] = ['handler'];
export const LEADERS: readonly Role[] = ['deputy-head', 'head'];
/** Who tells for a unit that handles its cases in a system of its own, or on paper. */
const REPORTERS: readonly Role[] = ['handler', 'machine'];

type Office = Pick<LifecycleRow<S, never>, 'cite'> & {
  readonly by: readonly May[];
  readonly reportedBy: readonly May[];
  readonly guards: readonly Guard<S, null>[];
};

/**
 * A step of one office that whoever reports for the unit may tell of as done elsewhere: who enters it is then not the one who
 * did it. `guards`: conditions on the matter beside that.
 */
export function office(roles: readonly Role[], cite: Citation, guards: readonly Guard<S, null>[] = [], as = 'organ'): Office {
  const names = roles.map((role) => ROLE_LABELS[role]).join('、');
  const ofOffice: Guard<S, null> = {
    name: `在平台上由${names}办理`,
    nature: 'form',
    cite,
    check: ({ actor, reported }) =>
      reported === true || roles.some((role) => role === actor.role)
        ? null
        : refuse('wrong-role', cite, `由${names}办理；您的岗位只能补录在平台以外已经办理的事项`),
  };
  return {
    cite,
    by: [{ as, roles: [...new Set([...roles, ...REPORTERS])] }],
    reportedBy: [{ as, roles: REPORTERS }],
    guards: [ofOffice, ...guards],
  };
}
