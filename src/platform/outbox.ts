import { type Json, shanghaiDay } from '#law';
import { newId } from './acts/ids.ts';
import type { Platform } from './acts/platform.ts';
import { type Client, inTransaction, rows } from './db.ts';
import { SYSTEM_PREAMBLE } from './session.ts';

export type OutboxItem = {
  readonly id: number;
  readonly city: number;
  readonly cohort: number;
  readonly matter_id: string;
  readonly seq: number;
  readonly topic: string;
  readonly payload: Json;
  readonly attempts: number;
};
/** Does one thing after its cause has been committed. May run twice: what it does must be idempotent by the item's id. */
export type Handler = (item: OutboxItem) => Promise<void>;
export type Handlers = ReadonlyMap<string, Handler>;
/**
 * Makes a task of an item that the platform will not try again, in the transaction that says so. False: nothing was opened,
 * the house of its matter is told by a notice; so it is where this fails.
 */
export type OnGivenUp = (client: Client, item: OutboxItem) => Promise<boolean>;
type Draining = { readonly batch?: number; readonly onGivenUp?: OnGivenUp };
type At = Pick<Platform, 'pool' | 'now'>;

const GIVE_UP_AFTER = 8;
/** Taken and never answered: the server ended first. That says little against the item, so much more patience is due. */
const GIVE_UP_UNANSWERED = 50;
const LEASE_SECONDS = 120;
/** Said of an item in the last attempt of which, too, no server lived to answer. */
const UNANSWERED = 'the server ended in the last attempt';

const ITEM = 'id, city, cohort, matter_id, seq, topic, payload, attempts';
/** How often an item is tried: `$1` where it has failed before, `$2` where no attempt was ever answered. */
const MOST = 'case when error is null then $2::int else $1::int end';

/**
 * Takes due items under a lease, runs their handlers, marks them done. One that fails comes back later and later, and
 * after eight tries is given up: it stands among the administrators' failures with its error and becomes a task of the
 * house of its matter, for what nobody does by machine somebody must do by hand. Answers how many were taken.
 */
export async function drainOutbox(at: At, handlers: Handlers, { batch = 20, onGivenUp }: Draining = {}): Promise<number> {
  const now = new Date(at.now()).toISOString();
  const items = await inTransaction(at.pool, SYSTEM_PREAMBLE, (client) =>
    rows<OutboxItem>(
      client,
      `update outbox o set attempts = o.attempts + 1, due_at = $3::timestamptz + make_interval(secs => $5)
       where o.id in (select id from outbox where done_at is null and given_up_at is null and due_at <= $3 and attempts < ${MOST}
         order by due_at, id limit $4 for update skip locked)
       returning ${ITEM}`,
      [GIVE_UP_AFTER, GIVE_UP_UNANSWERED, now, batch, LEASE_SECONDS],
    ),
  );
  for (const item of [...items].sort((a, b) => a.id - b.id)) await handle(at, handlers, item, onGivenUp);
  const lost = items.length < batch ? await giveUpLost(at, batch, onGivenUp) : 0;
  return items.length + lost;
}

async function handle(at: At, handlers: Handlers, item: OutboxItem, onGivenUp: OnGivenUp | undefined): Promise<void> {
  const handler = handlers.get(item.topic);
  let error: string | null = handler === undefined ? `no handler for ${item.topic}` : null;
  try {
    await handler?.(item);
  } catch (thrown) {
    error = thrown instanceof Error ? `${thrown.message}` : String(thrown);
  }
  const nowMs = at.now();
  const again = new Date(nowMs + Math.min(3_600_000, 5_000 * 2 ** item.attempts)).toISOString();
  await inTransaction(at.pool, SYSTEM_PREAMBLE, async (client) => {
    if (error === null) return client.query('update outbox set done_at = $2, error = null where id = $1', [item.id, iso(nowMs)]);
    // Another attempt may have outlived this one's lease and done it.
    const { rowCount } = await client.query('update outbox set error = $2, due_at = $3 where id = $1 and done_at is null', [
      item.id,
      error.slice(0, 500),
      again,
    ]);
    return item.attempts < GIVE_UP_AFTER || rowCount === 0 ? undefined : giveUp(client, item, nowMs, onGivenUp);
  });
}

/** Items that nobody will take again: their last attempt ended with its server, and nobody was left to say so. */
async function giveUpLost(at: At, batch: number, onGivenUp: OnGivenUp | undefined): Promise<number> {
  const nowMs = at.now();
  for (let n = 0; n < batch; n += 1) {
    const found = await inTransaction(at.pool, SYSTEM_PREAMBLE, async (client) => {
      const [item] = await rows<OutboxItem>(
        client,
        `update outbox set error = coalesce(error, $4) where id = (select id from outbox
           where done_at is null and given_up_at is null and due_at <= $3 and attempts >= ${MOST} order by id limit 1 for update skip locked)
         returning ${ITEM}`,
        [GIVE_UP_AFTER, GIVE_UP_UNANSWERED, iso(nowMs), UNANSWERED],
      );
      if (item !== undefined) await giveUp(client, item, nowMs, onGivenUp);
      return item !== undefined;
    });
    if (!found) return n;
  }
  return batch;
}

/** That an item is given up stands whatever becomes of its task. */
async function giveUp(client: Client, item: OutboxItem, nowMs: number, onGivenUp: OnGivenUp | undefined): Promise<void> {
  await client.query('update outbox set given_up_at = $2 where id = $1', [item.id, iso(nowMs)]);
  if (onGivenUp === undefined || !(await opensTask(client, item, onGivenUp))) await tellGivenUp(client, item, nowMs);
}

async function opensTask(client: Client, item: OutboxItem, onGivenUp: OnGivenUp): Promise<boolean> {
  await client.query('savepoint task_of_given_up');
  try {
    const isOpened = await onGivenUp(client, item);
    await client.query('release savepoint task_of_given_up');
    return isOpened;
  } catch {
    await client.query('rollback to savepoint task_of_given_up');
    return false;
  }
}

/** Once for an item; to the matter's home, of a sealed matter to the houses of those who have a grant: nobody else may read it there. */
async function tellGivenUp(client: Client, item: OutboxItem, nowMs: number): Promise<void> {
  const text = '办理后由平台自动完成的后续事项多次未成功，请核对相关事项和文书，必要时人工办理，并告知系统管理员。';
  const told = await rows<{ id: string; sealed: boolean }>(
    client,
    `select home_id as id, false as sealed from matter where id = $1 and label < 4
     union select p.organisation_id, true from matter m join access_grant g on g.matter_id = m.id and g.held @> $2::timestamptz
       join post p on p.account_id = g.account_id and p.held @> $3::date where m.id = $1 and m.label = 4`,
    [item.matter_id, iso(nowMs), shanghaiDay(nowMs)],
  );
  for (const { id, sealed } of told)
    await client.query(
      `insert into notice (id, city, cohort, matter_id, organisation_id, roles, text, at, label, dedupe)
       select $2, city, cohort, id, $6, '{}', '“' || title || '”' || $3, $4, label, 'given-up/' || $5 from matter where id = $1 on conflict (dedupe) do nothing`,
      [item.matter_id, newId(nowMs), text, iso(nowMs), sealed ? `${item.id}/${id}` : String(item.id), id],
    );
}

/** An item that was given up and is still to be done; null: it is done, or is no such item. */
export async function givenUpItem(client: Client, id: number): Promise<OutboxItem | null> {
  const [item] = await rows<OutboxItem>(
    client,
    `select ${ITEM} from outbox where id = $1 and done_at is null and given_up_at is not null`,
    [id],
  );
  return item ?? null;
}

/** A person has seen to it, or it has been done at last: it no longer counts among the failures. */
export async function settleGivenUp(client: Client, id: number, nowMs: number): Promise<void> {
  await client.query('update outbox set done_at = $2 where id = $1 and done_at is null and given_up_at is not null', [id, iso(nowMs)]);
}

/** Why another try came to nothing, for the administrators alone. */
export async function noteFailure(client: Client, id: number, error: string): Promise<void> {
  await client.query('update outbox set error = $2 where id = $1 and done_at is null', [id, error.slice(0, 500)]);
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
