import { type ActAnswer, type Platform, perform, performWithin } from '#platform/acts/perform';
import { type Client, inTransaction, rows } from '#platform/db';
import { givenUpItem, type Handlers, noteFailure, type OnGivenUp, type OutboxItem, settleGivenUp } from '#platform/outbox';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { UNFINISHED_EFFECT, type UnfinishedEffect } from '#supervision/unfinished-effects';

const KIND = UNFINISHED_EFFECT.kind;
type Cause = { readonly kind: string; readonly label: number; readonly owner: string };

/**
 * Gives what the platform has given up to the house whose act it was to follow, once for each item: the home of the matter may
 * be the very unit that is not told of a letter before it has been served. Not of a sealed matter, of which
 * nothing is told elsewhere; not of what such a task itself has queued, which would never end.
 */
export function taskOfGivenUp(platform: Platform, effectOf: (topic: string) => string): OnGivenUp {
  return async (client, item) => {
    const [cause] = await rows<Cause>(
      client,
      `select m.kind, m.label, coalesce(a.organisation_id, m.home_id) as owner from matter m
         left join act a on a.city = m.city and a.cohort = m.cohort and a.matter_id = m.id and a.seq = $3
       where m.id = $1 and m.cohort = $2`,
      [item.matter_id, item.cohort, item.seq],
    );
    if (cause === undefined || cause.label > 3 || cause.kind === KIND) return false;
    const answer = await performWithin(client, platform, {
      by: { system: true, city: item.city },
      kind: KIND,
      act: 'open',
      matterId: null,
      input: {
        owner: cause.owner,
        label: String(cause.label),
        cause: item.matter_id,
        causeKind: platform.kinds.get(cause.kind)?.name ?? cause.kind,
        causeSeq: item.seq,
        item: item.id,
        topic: item.topic,
        effect: effectOf(item.topic),
      },
      idempotencyKey: `given-up-${item.id}`,
    });
    if (!answer.ok) throw new Error(`task of a given up item: ${answer.error}`);
    return true;
  };
}

/** Does what was given up once more, under its own id, and tells how it went; why it failed is for the administrators alone. */
export async function tryAgain(platform: Platform, handlers: Handlers, item: OutboxItem): Promise<void> {
  const original = await inTransaction(platform.pool, SYSTEM_PREAMBLE, async (client) =>
    givenUpItem(client, (await effectIn(client, item.matter_id)).itemId),
  );
  const failure = original === null ? null : await failureOf(handlers, original);
  if (original !== null)
    await inTransaction(platform.pool, SYSTEM_PREAMBLE, (client) =>
      failure === null ? settleGivenUp(client, original.id, platform.now()) : noteFailure(client, original.id, failure),
    );
  const answer = await bySystem(platform, item, failure === null ? 'worked' : 'failed');
  // Closed by a person in the meantime: what was done is done, and nothing is left to tell.
  if (!answer.ok && answer.error !== 'refused') throw new Error(`${KIND}: ${answer.error}`);
}

/** A person has seen to it. */
export async function settleClosed(platform: Platform, item: OutboxItem): Promise<void> {
  await inTransaction(platform.pool, SYSTEM_PREAMBLE, async (client) =>
    settleGivenUp(client, (await effectIn(client, item.matter_id)).itemId, platform.now()),
  );
}

async function failureOf(handlers: Handlers, original: OutboxItem): Promise<string | null> {
  const handler = handlers.get(original.topic);
  if (handler === undefined) return `no handler for ${original.topic}`;
  try {
    await handler(original);
    return null;
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
  }
}

function bySystem(platform: Platform, item: OutboxItem, act: 'worked' | 'failed'): Promise<ActAnswer> {
  return perform(platform, {
    by: { system: true, city: item.city },
    kind: KIND,
    act,
    matterId: item.matter_id,
    input: {},
    idempotencyKey: `reaction-${item.id}-result`,
  });
}

async function effectIn(client: Client, id: string): Promise<UnfinishedEffect> {
  const [found] = await rows<{ state: UnfinishedEffect }>(client, 'select state from matter where id = $1', [id]);
  if (found === undefined) throw new Error('the task of a given up item is gone');
  return found.state;
}
