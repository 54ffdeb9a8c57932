import { openAsBlob } from 'node:fs';
import { rm } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from '#platform/db';
import { testIdentity } from '#testing/identity';
import { demonstrationMachineKey } from '../seed/secrets.ts';
import { databasesOf } from './databases.ts';
import { batchBody, decidingOrgans, loadFile } from './decisions.ts';
import { type HttpClient, httpClient } from './http-clients.ts';
import type { LoadingFigures } from './measure.ts';
import { cookieOf, everyPost } from './people.ts';

/** Most rows of one call. */
const CHUNK = 1_000;
/** Calls of the batch interface that follow the file. */
const CALLS = 5;
const IDLE_MS = 5_000;

type Where = { readonly dataDir: string; readonly base: string; readonly folder: string };

/** Loads a file of so many decisions as a person would, while somebody else reads lists; answers how long each took. */
export async function loadCity(where: Where, count: number, say: (text: string) => void): Promise<LoadingFigures> {
  const { owned, unbound } = databasesOf(where.dataDir);
  const client = httpClient(where.base, 4);
  try {
    return await load(where, owned.pool, client, count, say);
  } finally {
    client.close();
    await owned.close();
    await unbound.close();
  }
}

async function load(where: Where, pool: Pool, client: HttpClient, count: number, say: (text: string) => void): Promise<LoadingFigures> {
  const organs = await decidingOrgans(pool);
  const cookie = await supervisorsCookie(pool);
  const reader: Reader = (path) => client.get(path, { cookie });
  const path = await loadFile(where.folder, organs, count);
  await probe(reader, IDLE_MS / 2);
  const before = await probe(reader, IDLE_MS);
  const stop = { at: false };
  const reading = probe(reader, Number.POSITIVE_INFINITY, stop);
  const loadMs = await importFile(where.base, cookie, reader, path, count, say);
  stop.at = true;
  const busy = await reading;
  await rm(path);
  await pool.query('analyze');
  const start = performance.now();
  const listed = JSON.parse(await reader('/api/matters?kind=penalty-record')) as { total: { text?: string } & Record<string, unknown> };
  const listMs = performance.now() - start;
  const after = await probe(reader, IDLE_MS);
  const batches = await sendBatches(client, organs, count);
  return { loadMs, listMs, listed: JSON.stringify(listed.total), idle: [...before, ...after], busy, batches };
}

type Job = { readonly id: string; readonly state: string; readonly counts: { readonly loaded: number; readonly rejected: number } };

/** From the first byte of the upload until the job is done, all its rules included. */
async function importFile(
  base: string,
  cookie: string,
  reader: Reader,
  path: string,
  count: number,
  say: (text: string) => void,
): Promise<number> {
  const start = performance.now();
  const form = new FormData();
  form.append('file', await openAsBlob(path, { type: 'text/csv' }), 'load.csv');
  const { id: file } = await post<{ id: string }>(`${base}/api/files`, cookie, form);
  const job = await post<Job>(`${base}${IMPORTS}`, cookie, JSON.stringify({ file, fileKind: 'publicity' }));
  await post<Job>(`${base}${IMPORTS}/${job.id}/start`, cookie, '{}');
  for (let told = 0; ; ) {
    await sleep(250);
    const now = JSON.parse(await reader(`${IMPORTS}/${job.id}`)) as Job;
    const sinceS = (performance.now() - start) / 1000;
    if (now.counts.loaded - told >= 5_000) {
      told = now.counts.loaded;
      say(`loaded ${told} of ${count} decisions, ${sinceS.toFixed(1)} s`);
    }
    if (now.state === 'queued' || now.state === 'running') continue;
    if (now.state !== 'done' || now.counts.loaded !== count) throw new Error(`the load ended otherwise: ${JSON.stringify(now)}`);
    return performance.now() - start;
  }
}

const IMPORTS = '/api/penalty-records/imports';

async function post<T>(url: string, cookie: string, body: string | FormData): Promise<T> {
  const json = typeof body === 'string' ? { 'content-type': 'application/json' } : {};
  const headers = { cookie, origin: new URL(url).origin, 'x-faheng': '1', ...json };
  const answer = await fetch(url, { method: 'POST', headers, body });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${text.slice(0, 500)}`);
  return JSON.parse(text) as T;
}

/** A few full calls of the batch interface, with decisions that the file did not hold; answers rows per second. */
async function sendBatches(client: HttpClient, organs: readonly { readonly name: string }[], first: number): Promise<number> {
  const bodies = Array.from({ length: CALLS }, (_, i) => batchBody(organs, first + i * CHUNK, CHUNK));
  const start = performance.now();
  for (const [i, body] of bodies.entries()) {
    const headers = { authorization: `Bearer ${demonstrationMachineKey('sf-jk')}`, 'idempotency-key': `bench-load-${i}` };
    const answer = JSON.parse(await client.post({ path: '/api/penalty-records/batches', headers, body })) as { loaded: number };
    if (answer.loaded !== CHUNK) throw new Error(`${CHUNK - answer.loaded} of ${CHUNK} decisions were not loaded`);
  }
  return (CALLS * CHUNK * 1000) / (performance.now() - start);
}

type Reader = (path: string) => Promise<string>;

async function supervisorsCookie(pool: Pool): Promise<string> {
  const supervisor = (await everyPost(pool)).find((p) => p.login === 'sf-jd1');
  if (supervisor === undefined) throw new Error('no supervisor in the city');
  return cookieOf(testIdentity(pool, Date.now), supervisor.session);
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
