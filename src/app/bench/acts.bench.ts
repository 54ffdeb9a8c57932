import { randomUUID } from 'node:crypto';
import { kindsOf } from '#platform/acts/kinds';
import { perform } from '#platform/acts/perform';
import { openDatabase, type Pool, rows } from '#platform/db';
import { loadLawContext } from '#platform/law-context';
import { startChild } from '#testing/child-server';
import { BUREAUS, draftOf } from '#testing/document-writers';
import { testIdentity } from '#testing/identity';
import { afterActs } from '../after-act.ts';
import { KINDS } from '../rooms.ts';
import { databasesOf } from './databases.ts';
import { type HttpClient, httpClient, throughput } from './http-clients.ts';
import { type Benchmark, byTurns, type Line, perSecond } from './measure.ts';
import { cookieOf, everyPost, type Poster } from './people.ts';
import { serverFlags } from './server-flags.ts';
import { openWire } from './wire.ts';

const CLIENTS = 8;
/** Acts that each matter already has when it is measured. */
const ACTS_BEFORE = 20;
/** So many that none grows far beyond that while it is measured: a draft keeps its earlier wordings, and grows by each act. */
const MATTERS = 400;
const ROUNDS = 6;
const ROUND_MS = 2_000;

/** An act of a document's draft by eight clients, against a handler that makes one durable insert and nothing else. */
export const acts: Benchmark = async (world) => {
  const { dataDir, base } = await world.city();
  const { owned, unbound, url } = databasesOf(dataDir);
  await unbound.pool.query(
    'create table if not exists bench_bare (id bigint generated always as identity primary key, key text, body jsonb)',
  );
  await unbound.pool.query('grant insert on bench_bare to public');
  const bare = await startChild({ program: 'dist/bench/bare-server.js', args: [url], flags: serverFlags(), ready: /^serves (\S+)/ });
  const [subject, baseline] = [httpClient(base, CLIENTS), httpClient(bare.said, CLIENTS)];
  try {
    const drafter = await drafterOf(owned.pool);
    const act = await actor(owned.pool, subject, base, drafter);
    const { ids, body } = await draftedMatters(act);
    let turn = 0;
    const bareBody = JSON.stringify({ key: randomUUID(), ...JSON.parse(body) });
    const rates = await byTurns(
      ROUNDS,
      () => throughput(CLIENTS, ROUND_MS, () => baseline.post({ path: '/bare', headers: {}, body: bareBody })),
      () => throughput(CLIENTS, ROUND_MS, () => act(`/api/supervision-document/${ids[turn++ % ids.length]}/revise`, body)),
    );
    const ratio = rates.subject / rates.baseline;
    const counted = await roundTrips(url, drafter, ids);
    return [
      {
        what: `an act over HTTP (${CLIENTS} clients, row security on, matters of ${ACTS_BEFORE} acts and more, all its guards)`,
        measured: perSecond(rates.subject),
        baseline: perSecond(rates.baseline),
        ratio: ratio.toFixed(2),
        target: '≥ 0.30 (goal 0.50)',
        met: ratio >= 0.3,
      },
      ...counted,
    ];
  } finally {
    subject.close();
    baseline.close();
    await bare.stop();
    await owned.close();
    await unbound.close();
  }
};

async function drafterOf(pool: Pool): Promise<Poster> {
  const found = (await everyPost(pool)).find((p) => p.login === BUREAUS.city.drafter);
  if (found === undefined) throw new Error('no drafter in the city');
  return found;
}

type Act = (path: string, body: string) => Promise<string>;

async function actor(pool: Pool, client: HttpClient, base: string, { session }: Poster): Promise<Act> {
  const cookie = await cookieOf(testIdentity(pool, Date.now), session);
  return (path, body) => client.post({ path, body, headers: { cookie, origin: base, 'x-faheng': '1', 'idempotency-key': randomUUID() } });
}

async function draftedMatters(act: Act): Promise<{ readonly ids: readonly string[]; readonly body: string }> {
  const body = JSON.stringify({ input: draftOf(BUREAUS.city, '基准') });
  const ids: string[] = [];
  await throughputOf(MATTERS, async () => {
    const { matterId } = JSON.parse(await act('/api/supervision-document/draft', body)) as { matterId: string };
    for (let i = 1; i < ACTS_BEFORE; i += 1) await act(`/api/supervision-document/${matterId}/revise`, body);
    ids.push(matterId);
  });
  return { ids, body };
}

async function throughputOf(count: number, work: () => Promise<void>): Promise<void> {
  let left = count;
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      while (left-- > 0) await work();
    }),
  );
}

/** Counted on the wire between program and database, from BEGIN to COMMIT: a draft's act, and an act on a record that all rules judge anew. */
async function roundTrips(url: string, drafter: Poster, ids: readonly string[]): Promise<readonly Line[]> {
  const wire = await openWire(url);
  const database = openDatabase(wire.url, { max: 1 });
  try {
    const law = await loadLawContext(database.pool);
    const platform = {
      pool: database.pool,
      kinds: kindsOf(KINDS),
      now: Date.now,
      law: () => law,
      reactsTo: new Set<string>(),
      afterAct: afterActs(testIdentity(database.pool, Date.now).keys),
    };
    const by = drafter.session;
    const [record] = await rows<{ id: string }>(database.pool, `select id from matter where kind = 'penalty-record' limit 1`);
    const plain = { by, kind: 'supervision-document', act: 'revise', matterId: ids[0] ?? null, input: draftOf(BUREAUS.city, '基准') };
    const judged = { by, kind: 'penalty-record', act: 'note-duplicate', matterId: record?.id ?? null, input: { where: '基准' } };
    const lines: Line[] = [];
    for (const [what, request] of [
      ['an act of a document', plain],
      ['an act on a decision, judged anew by all rules', judged],
    ] as const) {
      for (let i = 0; i < 2; i += 1) {
        const answer = await perform(platform, { ...request, idempotencyKey: randomUUID() });
        if (!answer.ok) throw new Error(JSON.stringify(answer));
      }
      const asked = wire.transactions().at(-1) ?? [];
      const measured = String(asked.length);
      lines.push({
        what: `round trips from BEGIN to COMMIT, ${what}`,
        measured,
        baseline: '–',
        ratio: measured,
        target: '≤ 6',
        met: asked.length <= 6,
      });
      if (process.env['BENCH_SQL']) console.error(asked);
    }
    return lines;
  } finally {
    await database.close();
    await wire.close();
  }
}
