import type { Refusal } from '#law';
import { type Queryable, rows } from '../db.ts';
import { type DecisionBody, decideFindings, lockFindings, type OpenFinding, onEach } from './decide.ts';
import type { FindingActor } from './model.ts';

/**
 * Findings go into a case-supervision matter: from now on only people end them. Call it in the transaction of the act that
 * opens the case (AfterAct) or joins them to it; those already in the same case are left as they are.
 */
export async function markTakenUp(
  client: Queryable,
  findingIds: readonly string[],
  matterId: string,
  actor: FindingActor | null,
  nowMs: number,
): Promise<Refusal | null> {
  return mark(client, findingIds, (f) => f.taken_into === matterId, { type: 'taken-up', matterId }, actor, nowMs);
}

/** The case has established a problem from findings that it had taken up. `problemId` is the case's own name for it. */
export async function markEstablished(
  client: Queryable,
  findingIds: readonly string[],
  matterId: string,
  problemId: string,
  actor: FindingActor | null,
  nowMs: number,
): Promise<Refusal | null> {
  const isDone = (f: OpenFinding): boolean => f.status === 'established' && f.taken_into === matterId;
  return mark(client, findingIds, isDone, { type: 'established', matterId, problemId }, actor, nowMs);
}

/** Findings that a case has taken up and not yet settled. */
export async function findingsTakenInto(client: Queryable, matterId: string): Promise<readonly string[]> {
  const found = await rows<{ id: string }>(client, `select id from finding where taken_into = $1 and status = 'taken-up' order by id`, [
    matterId,
  ]);
  return found.map((f) => f.id);
}

async function mark(
  client: Queryable,
  ids: readonly string[],
  isDone: (finding: OpenFinding) => boolean,
  body: DecisionBody,
  actor: FindingActor | null,
  nowMs: number,
): Promise<Refusal | null> {
  if (ids.length === 0) return null;
  const found = await lockFindings(client, ids);
  if ('refused' in found) return found;
  const rest = found.filter((f) => !isDone(f));
  return decideFindings(client, onEach(rest, body), actor, nowMs);
}
