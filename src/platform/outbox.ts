import type { Json } from '#law';
import { newId } from './acts/ids.ts';
import type { Platform } from './acts/perform.ts';
import { inTransaction, rows } from './db.ts';
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

const GIVE_UP_AFTER = 8;
/** Taken and never answered: the server ended first. That says little against the item, so much more patience is due. */
const GIVE_UP_UNANSWERED = 50;
const LEASE_SECONDS = 120;

/**
 * Takes due items under a lease, runs their handlers, marks them done. One that fails comes back later and later, and
 * after eight tries stands among the administrators' failures with its error, and is told to the house of its matter:
 * what nobody does by machine somebody must do by hand. Answers how many were taken.
 */
export async function drainOutbox(platform: Pick<Platform, 'pool' | 'now'>, handlers: Handlers, batch = 20): Promise<number> {
  const now = new Date(platform.now()).toISOString();
  const items = await inTransaction(platform.pool, SYSTEM_PREAMBLE, (client) =>
    rows<OutboxItem>(
      client,
      `update outbox o set attempts = o.attempts + 1, due_at = $1::timestamptz + make_interval(secs => $3)
       where o.id in (select id from outbox where done_at is null and due_at <= $1 and attempts < case when error is null then $5::int else $4::int end order by due_at, id limit $2 for update skip locked)
       returning o.id, o.city, o.cohort, o.matter_id, o.seq, o.topic, o.payload, o.attempts`,
      [now, batch, LEASE_SECONDS, GIVE_UP_AFTER, GIVE_UP_UNANSWERED],
    ),
  );
  for (const item of [...items].sort((a, b) => a.id - b.id)) await handle(platform, handlers, item);
  return items.length;
}

async function handle(platform: Pick<Platform, 'pool' | 'now'>, handlers: Handlers, item: OutboxItem): Promise<void> {
  const handler = handlers.get(item.topic);
  let error: string | null = handler === undefined ? `no handler for ${item.topic}` : null;
  try {
    await handler?.(item);
  } catch (thrown) {
    error = thrown instanceof Error ? `${thrown.message}` : String(thrown);
  }
  const nowMs = platform.now();
  const again = new Date(nowMs + Math.min(3_600_000, 5_000 * 2 ** item.attempts)).toISOString();
  await inTransaction(platform.pool, SYSTEM_PREAMBLE, (client) =>
    error === null
      ? client.query('update outbox set done_at = $2, error = null where id = $1', [item.id, new Date(nowMs).toISOString()])
      : client.query('update outbox set error = $2, due_at = $3 where id = $1', [item.id, error.slice(0, 500), again]),
  );
  if (error !== null && item.attempts === GIVE_UP_AFTER) await tellGivenUp(platform, item, nowMs);
}

/** Once for an item; to every post of the matter's home, as far as its label allows. */
async function tellGivenUp(platform: Pick<Platform, 'pool'>, item: OutboxItem, nowMs: number): Promise<void> {
  const text = '本件办理后由平台自动完成的后续事项多次未成功，请核对相关事项和文书，必要时人工办理，并告知系统管理员。';
  await inTransaction(platform.pool, SYSTEM_PREAMBLE, (client) =>
    client.query(
      `insert into notice (id, city, cohort, matter_id, organisation_id, roles, text, at, label, dedupe)
       select $2, city, cohort, id, home_id, '{}', $3, $4, label, 'given-up/' || $5 from matter where id = $1 on conflict (dedupe) do nothing`,
      [item.matter_id, newId(nowMs), text, new Date(nowMs).toISOString(), String(item.id)],
    ),
  );
}
