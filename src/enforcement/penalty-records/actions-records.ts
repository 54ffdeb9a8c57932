import { canonicalJson, type Json } from '#law';
import { cohortOf, newId } from '#platform/acts/ids';
import { type ActAnswer, perform } from '#platform/acts/perform';
import { inTransaction } from '#platform/db';
import { type Session, sessionPreamble } from '#platform/session';
import type { LoadAnswer, LoadingDeps } from './actions.ts';
import type { Prepared } from './loading/prepare.ts';
import { toldInput } from './loading/prepare.ts';
import { insertParties } from './store.ts';

export type ToldAgain = Pick<Extract<LoadAnswer, { is: 'differs' | 'other-source' }>, 'matterId' | 'incoming'>;

/** The same decision as another source tells it; the difference, if any, is for P07 to find. */
export async function addOtherSource(deps: LoadingDeps, session: Session, told: ToldAgain, where: string, key: string): Promise<ActAnswer> {
  return tellAgain(deps, session, 'other-source', told.matterId, told.incoming, { where }, key);
}

/** A later report replaces what the record says; old and new stand side by side. */
export async function updateRecord(deps: LoadingDeps, session: Session, told: ToldAgain, reason: string, key: string): Promise<ActAnswer> {
  return tellAgain(deps, session, 'update', told.matterId, told.incoming, { reason }, key);
}

/** The same decision reported otherwise: the record stays as it is, and the same report is no question again. */
export async function noteDuplicate(deps: LoadingDeps, session: Session, told: ToldAgain, where: string, key: string): Promise<ActAnswer> {
  return perform(deps.platform, {
    by: session,
    kind: 'penalty-record',
    act: 'note-duplicate',
    matterId: told.matterId,
    input: { where, contentMark: told.incoming.marks.contentMark },
    reported: { source: where },
    idempotencyKey: key,
  });
}

async function tellAgain(
  deps: LoadingDeps,
  session: Session,
  act: 'other-source' | 'update',
  matterId: string,
  incoming: Prepared,
  more: Readonly<Record<string, Json>>,
  idempotencyKey: string,
): Promise<ActAnswer> {
  const party = await keepParty(deps, session, matterId, incoming);
  return perform(deps.platform, {
    by: session,
    kind: 'penalty-record',
    act,
    matterId,
    input: { ...toldInput(incoming, party), ...more },
    reported: { source: String(more['where'] ?? more['reason'] ?? '') },
    idempotencyKey,
  });
}

/** Written before the act that refers to it: a party without an act is nobody's and harms nobody, the reverse would lose a name. */
async function keepParty(deps: LoadingDeps, session: Session, matterId: string, { withheld }: Prepared): Promise<string | null> {
  if (withheld === null) return null;
  const id = newId(deps.platform.now());
  const sealed = deps.sealing.seal(canonicalJson(withheld as unknown as Json), id);
  await inTransaction(deps.platform.pool, sessionPreamble(session, deps.platform.now()), (client) =>
    insertParties(client, session.city, [{ id, matterId, cohort: cohortOf(matterId), sealed }]),
  );
  return id;
}
