import { type AskedCondition, conditionsAsked, type DecisionCase, type MatterKind, rowOf } from '#law';
import type { Session } from '../session.ts';

/**
 * What an awaited step needs, and whether it is there; for the house alone that has to do it, as far as the reader may
 * look inside it.
 */
export function taskConditions(
  kind: MatterKind,
  task: { readonly act: string; readonly organisation_id: string },
  session: Session,
  inside: (party: string | undefined) => boolean,
  c: DecisionCase,
): readonly AskedCondition[] {
  const row = rowOf(kind, task.act);
  return row === null || task.organisation_id !== session.organisationId || !inside(row.inside) ? [] : conditionsAsked(row, c);
}
