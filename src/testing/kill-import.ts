import { setTimeout as sleep } from 'node:timers/promises';
import { kindsOf } from '#platform/acts/kinds';
import { verify } from '#platform/acts/verify';
import { type Database, inTransaction, rows } from '#platform/db';
import { verifyFindings } from '#platform/findings/verify-findings';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { KINDS } from '../app/rooms.ts';
import { DEMONSTRATION_PASSWORD } from '../app/seed/secrets.ts';
import { csvLine } from '../enforcement/penalty-records/reading/penalty-files.fixtures.ts';
import { reportedDecision } from '../enforcement/penalty-records/testing.ts';
import { type ChildServer, serverPlan, startChild } from './child-server.ts';
import { type ApiClient, signIn } from './client.ts';
import { killDatabase, lookInside } from './look-inside.ts';

const WHO = 'scjg-cb1';
const IMPORTS = '/api/penalty-records/imports';
const BAD = 7;
const TWICE = 5;

export type KilledImport = {
  readonly kills: number;
  /** How many rows had been passed at each kill. */
  readonly passedAt: readonly number[];
  readonly state: string;
  readonly counts: Readonly<Record<string, number>>;
  /** Numbers of the file's decisions that stand in no record, and that stand in two. */
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  /** Lines that the result of the load tells not at all or twice. */
  readonly wrongLines: number;
  readonly faults: readonly unknown[];
};

/** What the four numbers must be for a file of so many lawful decisions, with some that cannot be read and some told twice. */
export function numbersOf(decisions: number): Readonly<Record<string, number>> {
  return { loaded: decisions, rejected: BAD, same: TWICE, duplicates: 0 };
}

/**
 * Loads a file of so many decisions while the server, by turns alone and together with its database, is killed at random
 * moments; then compares what is there with the file.
 */
export async function killWhileLoading(dataDir: string, kills: number, decisions: number): Promise<KilledImport> {
  const passedAt: number[] = [];
  let server = await begin(dataDir);
  const client = await signIn(server.said, WHO, DEMONSTRATION_PASSWORD);
  const job = await startLoad(client, decisions);
  for (let round = 0; round < kills; round += 1) {
    const wanted = Math.ceil(((round + Math.random()) * decisions) / kills);
    passedAt.push(await untilPassed(dataDir, job, wanted));
    await sleep(Math.random() * 200);
    if (round % 3 === 2) killDatabase(dataDir);
    await server.kill();
    server = await begin(dataDir);
    await endLease(dataDir);
  }
  try {
    await untilPassed(dataDir, job, Number.POSITIVE_INFINITY);
    return { kills, passedAt, ...(await inside(dataDir, (database) => examine(database, job, decisions))) };
  } finally {
    await server.stop();
  }
}

function begin(dataDir: string): Promise<ChildServer> {
  return startChild(serverPlan(dataDir, { REQUESTS_PER_MINUTE: '0' }));
}

async function startLoad(client: ApiClient, decisions: number): Promise<string> {
  const session = await client.get('/api/session');
  const organ = (session.body['post'] as { organisationName: string }).organisationName;
  const file = await client.upload('load.csv', Buffer.from(csvText(organ, decisions)), 'text/csv');
  const made = await client.post(IMPORTS, { file, fileKind: 'publicity' });
  const id = String(made.body['id']);
  const started = await client.post(`${IMPORTS}/${id}/start`, {});
  if (started.status !== 200) throw new Error(JSON.stringify(started.body));
  return id;
}

const numberAt = (i: number): string => `演中断罚〔2026〕${i}号`;

/** The file: lawful decisions of one organ, some lines that cannot be read, some decisions told again. */
export function csvText(organ: string, decisions: number): string {
  const decision = (i: number, more = {}) => reportedDecision(organ, 50_000 + i, { 行政处罚决定书文号: numberAt(i), ...more });
  const list = [
    ...Array.from({ length: decisions }, (_, i) => decision(i + 1)),
    ...Array.from({ length: BAD }, (_, i) => decision(decisions + 1 + i, { 处罚决定日期: '2026-13-01' })),
    ...Array.from({ length: TWICE }, (_, i) => decision(i + 1)),
  ];
  const titles = Object.keys(list[0] ?? {});
  return [csvLine(titles), ...list.map((row) => csvLine(titles.map((title) => String(row[title] ?? ''))))].join('\r\n');
}

/** Waits until the job has passed so many rows or has ended; answers how many it had passed. */
async function untilPassed(dataDir: string, job: string, wanted: number): Promise<number> {
  return inside(dataDir, async (database) => {
    for (let waited = 0; waited < 300_000; waited += 20) {
      const [at] = await asSystem<{ passed: number; state: string }>(database, 'select passed, state from import_job where id = $1', [job]);
      if (at === undefined) throw new Error('the job is gone');
      if (at.passed >= wanted || (at.state !== 'queued' && at.state !== 'running')) return at.passed;
      await sleep(20);
    }
    throw new Error(`the job does not get to ${wanted} rows`);
  });
}

/** Waits until the job has passed so many rows and does `then` while it can pass nothing more; answers how many it had passed. */
export async function heldAt(database: Database, job: string, wanted: number, then: () => Promise<void>): Promise<number> {
  for (let waited = 0; waited < 300_000; waited += 5) {
    const passed = await inTransaction(database.pool, SYSTEM_PREAMBLE, async (client) => {
      const [at] = await rows<{ passed: number }>(client, 'select passed from import_job where id = $1 for update', [job]);
      if (at === undefined || at.passed < wanted) return null;
      await then();
      return at.passed;
    });
    if (passed !== null) return passed;
    await sleep(5);
  }
  throw new Error(`the job does not get to ${wanted} rows`);
}

/** As though the minute were over that a vanished worker keeps its job. */
async function endLease(dataDir: string): Promise<void> {
  await inside(dataDir, (database) =>
    asSystem(database, `update import_job set lease_until = now() - interval '1 second' where state = 'running'`),
  );
}

/** What has become of the file's rows, and whether acts and findings are whole. */
export async function examine(database: Database, job: string, decisions: number) {
  const [ended] = await asSystem<{ state: string; counts: Record<string, number> }>(
    database,
    'select state, counts from import_job where id = $1',
    [job],
  );
  const there = await asSystem<{ number: string; n: number }>(
    database,
    `select number, count(*)::int as n from penalty_record where number like '演中断罚%' group by number`,
  );
  const lines = await asSystem<{ n: number }>(
    database,
    'select count(*)::int as n from import_row where job_id = $1 group by line having count(*) <> 1',
    [job],
  );
  const [told] = await asSystem<{ n: number }>(database, 'select count(*)::int as n from import_row where job_id = $1', [job]);
  const known = new Set(there.map(({ number }) => number));
  const { loaded = -1, rejected = -1, same = -1, duplicates = -1 } = ended?.counts ?? {};
  return {
    state: ended?.state ?? '',
    counts: { loaded, rejected, same, duplicates },
    lost: Array.from({ length: decisions }, (_, i) => numberAt(i + 1)).filter((number) => !known.has(number)),
    doubled: there.filter(({ n }) => n > 1).map(({ number }) => number),
    wrongLines: lines.length + Math.abs((told?.n ?? 0) - decisions - BAD - TWICE),
    faults: [
      ...(await verify({ pool: database.pool, kinds: kindsOf(KINDS) })).faults,
      ...(await verifyFindings({ pool: database.pool })).faults,
    ],
  };
}

function asSystem<Row extends Record<string, unknown>>(database: Database, text: string, values: readonly unknown[] = []): Promise<Row[]> {
  return inTransaction(database.pool, SYSTEM_PREAMBLE, (client) => rows<Row>(client, text, values));
}

async function inside<T>(dataDir: string, look: (database: Database) => Promise<T>): Promise<T> {
  const database = lookInside(dataDir);
  try {
    return await look(database);
  } finally {
    await database.close();
  }
}
