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
 * enters it is then not the one who did it. `guards`: conditions on the matter beside
 * that of the office; `as`: the party whose office it is; `isBegunHere`: the matter was opened here and not told of.
 */
export function reportedOffice<S extends BaseState>(
  roles: readonly Role[],
  cite: Citation,
  guards: readonly Guard<S, null>[],
  { as, isBegunHere }: { readonly as: string; readonly isBegunHere: (s: S) => boolean },
): Office<S> {
  return {
    cite,
    by: [{ as, roles: [...new Set([...roles, ...REPORTERS])] }],
    reportedBy: [{ as, roles: REPORTERS }],
    guards: [ofOffice(roles, cite), toldByOffice(roles, cite, isBegunHere), ...guards],
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

/**
 * 细则 3¶2: a case that is handled here is handled by those whose office each step is. What a handler tells of as done by a
 * leader on paper is recorded as it is told, and somebody looks at it: otherwise telling would be a way round the signature.
 */
function toldByOffice<S extends BaseState>(roles: readonly Role[], cite: Citation, isBegunHere: (s: S) => boolean): Guard<S, null> {
  const names = roles.map((role) => ROLE_LABELS[role]).join('、');
  const asked = condition<S, null>(`平台办理的案件，由${names}办理的事项在平台上办理`, 'law', cite, ({ state, actor, reported }) => {
    const isOwn = actor.role === 'machine' || roles.some((role) => role === actor.role);
    // An opening act has no state: nothing was begun before it.
    return reported !== true || isOwn || (state as S | null) === null || !isBegunHere(state)
      ? null
      : ['told-by-handler', `本案在平台办理，该事项由${names}办理，现由承办人补录为平台以外已经办理，请核实当时的审批原件`];
  });
  return { ...asked, ofPerson: true };
}
