import { inTransaction } from '#platform/db';
import { type Session, SYSTEM_PREAMBLE } from '#platform/session';
import { workThrough } from './actions-case.ts';
import type { ReportDeps } from './actions-step.ts';
import { caseKeyOf } from './store.ts';

/** A person of the unit has asked to try a held step again; whatever else its case waits for is tried with it. */
export async function tryHeld(deps: ReportDeps, session: Session, heldId: string): Promise<void> {
  const key = await inTransaction(deps.platform.pool, SYSTEM_PREAMBLE, (client) => caseKeyOf(client, heldId));
  if (key === null || key.organisationId !== session.organisationId) return;
  await workThrough(deps, { session, key }, [], heldId);
}
