import { setTimeout as sleep } from 'node:timers/promises';
import { kindsOf } from '#platform/acts/kinds';
import { type Fault, verify } from '#platform/acts/verify';
import { systemNow } from '#platform/clock-now';
import { type Database, inTransaction, rows } from '#platform/db';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { KINDS } from '../app/rooms.ts';
import { staff } from './bureau-staff.ts';
import { type ChildServer, serverPlan, startChild } from './child-server.ts';
import { type Acknowledged, BUREAUS, documentWriter } from './document-writers.ts';
import { type KillReport, killLoop } from './kill.ts';
import { killDatabase, lookInside } from './look-inside.ts';

export type KilledDocuments = KillReport & {
  readonly signed: number;
  readonly surprises: readonly string[];
  /** Acts that no request asked for, or that stand twice. */
  readonly unasked: readonly string[];
  readonly faults: readonly Fault[];
  /** Numbers that were told for another matter than the one that holds them, or left out of their series. */
  readonly wrongNumbers: readonly string[];
  /** Work that was queued and never done. */
  readonly leftUndone: number;
  readonly unrendered: number;
};

const KEY = 'kill-';

/**
 * Four people's worth of supervision documents over HTTP while the server, by turns alone and together with its
 * database, is killed at random moments; then everything that was said is compared with everything that is.
 */
export async function killWhileDocumentsAreWritten(dataDir: string, kills: number): Promise<KilledDocuments> {
  const since = systemNow();
  const people = staff();
  const writers = [BUREAUS.city, BUREAUS.linhe, BUREAUS.urad, BUREAUS.city].map((bureau) => documentWriter(people, bureau));
  const report = await killLoop({
    kills,
    writers: writers.length,
    longestLife: 300,
    busyFor: 40,
    random: Math.random,
    start: () => startChild(serverPlan(dataDir, { REQUESTS_PER_MINUTE: '0' })),
    write: async (server, id) => {
      const writer = writers[Number(id.split('-')[1])];
      await writer?.next(server.said, KEY + id.padStart(8, '0'));
    },
    read: () => inside(dataDir, async (client) => (await askedActs(client)).map((key) => key.slice(KEY.length).replace(/^0+(?=\d)/, ''))),
    kill: async (server, round) => {
      if (round % 3 === 2) killDatabase(dataDir);
      await server.kill();
    },
  });
  const acknowledged = writers.flatMap((w) => w.acknowledged);
  return { ...report, surprises: writers.flatMap((w) => w.surprises), ...(await examine(dataDir, acknowledged, since)) };
}

async function examine(dataDir: string, acknowledged: readonly Acknowledged[], since: number) {
  const server: ChildServer = await startChild(serverPlan(dataDir));
  try {
    return await inside(dataDir, async (database) => ({
      signed: acknowledged.filter((a) => a.number !== null).length,
      leftUndone: await untilDone(database),
      unrendered: await count(database, `select count(*)::int as n from document where pdf_file is null or docx_file is null`),
      unasked: await unaskedActs(database, since),
      wrongNumbers: await wrongNumbers(database, acknowledged),
      faults: (await verify({ pool: database.pool, kinds: kindsOf(KINDS) })).faults,
    }));
  } finally {
    await server.stop();
  }
}

async function inside<T>(dataDir: string, look: (database: Database) => Promise<T>): Promise<T> {
  const database = lookInside(dataDir);
  try {
    return await look(database);
  } finally {
    await database.close();
  }
}

function asSystem<Row extends Record<string, unknown>>(database: Database, text: string, values: readonly unknown[] = []): Promise<Row[]> {
  return inTransaction(database.pool, SYSTEM_PREAMBLE, (client) => rows<Row>(client, text, values));
}

async function count(database: Database, text: string): Promise<number> {
  const [row] = await asSystem<{ n: number }>(database, text);
  return row?.n ?? 0;
}

/** The key of the request behind every act that stands where its answer said. */
async function askedActs(database: Database): Promise<readonly string[]> {
  const found = await asSystem<{ key: string }>(
    database,
    `select i.key from act a join idempotency i on (i.answer ->> 'matterId')::uuid = a.matter_id and (i.answer ->> 'seq')::int = a.seq
     where i.key like $1`,
    [`${KEY}%`],
  );
  return found.map(({ key }) => key);
}

/** The city's own past, planted before the first request, is left out. */
async function unaskedActs(database: Database, since: number): Promise<readonly string[]> {
  const found = await asSystem<{ what: string }>(
    database,
    `select a.matter_id || '/' || a.seq || ' ' || a.type as what from act a
       left join idempotency i on (i.answer ->> 'matterId')::uuid = a.matter_id and (i.answer ->> 'seq')::int = a.seq
     where a.mode = 'performed' and i.key is null and a.recorded_at >= $1
     union all
     select 'twice: ' || (p.payload -> 'input' ->> 'subject') from act_payload p join act a using (city, cohort, matter_id, seq)
     where a.type = 'draft' and a.recorded_at >= $1 group by p.payload -> 'input' ->> 'subject' having count(*) > 1`,
    [new Date(since).toISOString()],
  );
  return found.map(({ what }) => what);
}

async function wrongNumbers(database: Database, acknowledged: readonly Acknowledged[]): Promise<readonly string[]> {
  const register = await asSystem<{ text: string; matter_id: string; series: string; serial: number; last: number }>(
    database,
    `select r.text, r.matter_id, concat_ws(' ', r.issuer_id, r.series, r.year) as series, r.serial, c.last
     from number_register r join number_counter c using (city, issuer_id, series, year)`,
  );
  const holder = new Map(register.map((r) => [r.text, r.matter_id]));
  const told = acknowledged.filter((a) => a.number !== null && holder.get(a.number) !== a.matterId).map((a) => `${a.number} ${a.matterId}`);
  const given = new Map<string, number>();
  for (const { series } of register) given.set(series, (given.get(series) ?? 0) + 1);
  const gaps = register.filter((r) => given.get(r.series) !== r.last).map((r) => `${r.series}: ${given.get(r.series)} of ${r.last}`);
  return [...told, ...new Set(gaps), ...(holder.size === register.length ? [] : ['a number stands twice'])];
}

/** Seconds in which not one piece of queued work is done: longer than a lease, then nothing more will come. */
const STANDSTILL = 150;

/** What a killed server had taken on comes back when its lease ends; the test asks for it at once. */
async function untilDone(database: Database): Promise<number> {
  await asSystem(database, 'update outbox set due_at = now() where done_at is null and due_at > now()');
  let least = Number.POSITIVE_INFINITY;
  for (let idle = 0; idle < STANDSTILL; idle += 1) {
    const left = await count(database, 'select count(*)::int as n from outbox where done_at is null');
    if (left === 0) return 0;
    if (left < least) idle = 0;
    least = Math.min(least, left);
    await sleep(1_000);
  }
  return least;
}
