import type { Citation } from './citation.ts';
import { condition } from './conditions.ts';
import type { BaseState, Guard, May } from './matter-kind.ts';
import { ROLE_LABELS, type Role } from './roles.ts';

/** Who tells for a unit that handles its cases in a system of its own, or on paper. */
const REPORTERS: readonly Role[] = ['handler', 'machine'];

/** What a lifecycle row says of who may do it. */
export type Office<S extends BaseState> = {
  readonly cite: Citation;
  readonly by: readonly May[];
  readonly reportedBy: readonly May[];
  readonly guards: readonly Guard<S, null>[];
};

/**
 * An act that one office performs here, and that whoever reports for the unit may tell of as having happened elsewhere: who
 * enters it is then not the one who did it. `guards`: conditions on the matter beside that of the office; `as`: the party
 * whose office it is.
 */
export function reportedOffice<S extends BaseState>(
  roles: readonly Role[],
  cite: Citation,
  guards: readonly Guard<S, null>[],
  as: string,
): Office<S> {
  return {
    cite,
    by: [{ as, roles: [...new Set([...roles, ...REPORTERS])] }],
    reportedBy: [{ as, roles: REPORTERS }],
    guards: [ofOffice(roles, cite), ...guards],
  };
}

function ofOffice<S extends BaseState>(roles: readonly Role[], cite: Citation): Guard<S, null> {
  const names = roles.map((role) => ROLE_LABELS[role]).join('、');
  const asked = condition<S, null>(`在平台上由${names}办理`, 'form', cite, ({ actor, reported }) =>
    reported === true || roles.some((role) => role === actor.role)
      ? null
      : ['wrong-role', `由${names}办理；您的岗位只能补录在平台以外已经办理的事项`],
  );
  return { ...asked, ofPerson: true };
}
