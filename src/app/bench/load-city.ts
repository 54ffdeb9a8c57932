import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from '#platform/db';
import { testIdentity } from '#testing/identity';
import { demonstrationMachineKey } from '../seed/secrets.ts';
import { databasesOf } from './databases.ts';
import { batchBody, decidingOrgans } from './decisions.ts';
import { type HttpClient, httpClient } from './http-clients.ts';
import type { LoadingFigures } from './measure.ts';
import { cookieOf, everyPost } from './people.ts';

/** Most rows of one call. */
const CHUNK = 1_000;
/** After so many calls the load pauses, and the idle times are measured on the tables as they are by then. */
const PAUSE_EVERY = 20;
const PAUSE_MS = 1_500;

/** Sends so many decisions as a department's system would, while somebody else reads lists; answers how long each took. */
export async function loadCity(dataDir: string, base: string, count: number, say: (text: string) => void): Promise<LoadingFigures> {
  const { owned, unbound } = databasesOf(dataDir);
  const client = httpClient(base, 4);
  try {
    return await load(owned.pool, client, count, say);
  } finally {
    client.close();
    await owned.close();
    await unbound.close();
  }
}

async function load(pool: Pool, client: HttpClient, count: number, say: (text: string) => void): Promise<LoadingFigures> {
  const organs = await decidingOrgans(pool);
  const reader = await readerOf(pool, client);
  const seen = { idle: [] as number[], busy: [] as number[] };
  await probe(reader, PAUSE_MS);
  let loadMs = 0;
  for (let first = 0; first < count; first += CHUNK * PAUSE_EVERY) {
    seen.idle.push(...(await probe(reader, PAUSE_MS)));
    const bodies = chunks(first, Math.min(count, first + CHUNK * PAUSE_EVERY)).map((at) =>
      batchBody(organs, at, Math.min(CHUNK, count - at)),
    );
    const start = performance.now();
    const stop = { at: false };
    const reading = probe(reader, Number.POSITIVE_INFINITY, stop);
    for (const [i, body] of bodies.entries()) await send(client, `bench-load-${first}-${i}`, body);
    loadMs += performance.now() - start;
    stop.at = true;
    seen.busy.push(...(await reading));
    say(`loaded ${Math.min(count, first + CHUNK * PAUSE_EVERY)} of ${count} decisions, ${(loadMs / 1000).toFixed(1)} s`);
  }
  await pool.query('analyze');
  const start = performance.now();
  const listed = JSON.parse(await reader('/api/matters?kind=penalty-record')) as { total: { text?: string } & Record<string, unknown> };
  return { loadMs, listMs: performance.now() - start, listed: JSON.stringify(listed.total), ...seen };
}

function chunks(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.ceil((to - from) / CHUNK) }, (_, i) => from + i * CHUNK);
}

async function send(client: HttpClient, key: string, body: string): Promise<void> {
  const headers = { authorization: `Bearer ${demonstrationMachineKey('sf-jk')}`, 'idempotency-key': key };
  const answer = JSON.parse(await client.post({ path: '/api/penalty-records/batches', headers, body })) as {
    loaded: number;
    rejected: number;
  };
  if (answer.rejected > 0) throw new Error(`${answer.rejected} of ${answer.loaded + answer.rejected} decisions were rejected`);
}

type Reader = (path: string) => Promise<string>;

async function readerOf(pool: Pool, client: HttpClient): Promise<Reader> {
  const supervisor = (await everyPost(pool)).find((p) => p.login === 'sf-jd1');
  if (supervisor === undefined) throw new Error('no supervisor in the city');
  const cookie = await cookieOf(testIdentity(pool, Date.now), supervisor.session);
  return (path) => client.get(path, { cookie });
}

const PAGES = ['/api/workbench', '/api/matters?kind=penalty-record&limit=20', '/api/tasks?box=todo', '/api/findings'];

/** One reader going from page to page; how long each answer took, in milliseconds. */
async function probe(reader: Reader, forMs: number, stop = { at: false }): Promise<readonly number[]> {
  const took: number[] = [];
  const start = performance.now();
  for (let i = 0; !stop.at && performance.now() - start < forMs; i += 1) {
    const sent = performance.now();
    await reader(PAGES[i % PAGES.length] ?? '');
    took.push(performance.now() - sent);
    await sleep(20);
  }
  return took;
}
