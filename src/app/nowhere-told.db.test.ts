import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, type Json } from '#law';
import { perform } from '#platform/acts/perform';
import { openDataFolder } from '#platform/data-folder';
import { rows } from '#platform/db';
import { pdfText } from '#platform/documents/testing';
import type { RouteEntry } from '#platform/identity/route-scope';
import { drainOutbox } from '#platform/outbox';
import { ANCHOR, ANCHOR_MORNING, type Person } from '#testing/city';
import { browserOf } from '#testing/city-sign-in';
import type { TestBrowser } from '#testing/identity';
import { type ServedCity, servedCity } from '#testing/served-city';
import { cellsOf } from '#testing/ways-to-a-matter';
import * as outside from '../enforcement/correction-order/testing.ts';
import * as ordinary from '../enforcement/ordinary-penalty/testing.ts';
import { penaltiesOfMarks } from '../enforcement/same-party/store.ts';
import { afterActs } from './after-act.ts';
import { readLists } from './list-facts.ts';
import { renderingHandlers } from './rendering.ts';
import { KINDS } from './rooms.ts';
import { buildApp } from './server.ts';

type Input = Readonly<Record<string, Json>>;
/** Stands in every text of the case, and nowhere else in the city. */
const MARK = '隐秘标记';
const FIRM: Input = { ...ordinary.FIRM, name: `${MARK}有限公司` };

let served: ServedCity;
let app: FastifyInstance;
let folder: string;
let now = ANCHOR_MORNING;
/** The case and an order outside any case, and of what stands in them one of each: paper, file, finding, act, party. */
let ids: readonly string[] = [];
let matters: readonly string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nowhere-'));
  served = await servedCity({
    kinds: KINDS,
    now: () => now,
    more: (identity) => ({ sealing: identity.keys, lists: readLists, earlier: penaltiesOfMarks, afterAct: afterActs(identity.keys) }),
  });
  const data = openDataFolder(folder);
  if ('refused' in data) throw new Error(data.reason);
  const disk = { readOnly: () => false, space: () => ({ free: 1, total: 1 }), refresh: async () => undefined, stop: () => undefined };
  const storage = { disk, databaseUrl: served.database.url, folder: data };
  app = await buildApp(storage, { ...served, close: async () => undefined });
  await app.ready();
  matters = [await aCase(), await anOrder()];
  while ((await drainOutbox(served.platform, new Map(renderingHandlers({ ...served, close: async () => undefined })))) > 0);
  ids = await oneOfEach(matters);
});
afterAll(async () => {
  await app?.close();
  await served?.close();
  await rm(folder, { recursive: true, force: true });
});

async function does(by: Person, kind: string, act: string, matterId: string | null, input: Input = {}): Promise<string> {
  const answer = await perform(served.platform, { by: by.session, kind, act, matterId, input });
  if (!answer.ok) throw new Error(`${act}: ${JSON.stringify(answer)}`);
  return answer.done.matterId;
}

async function aCase(): Promise<string> {
  const { handlerA, handlerB, head, deputyHead, id: region } = served.city.区市场监管局;
  const officers = [handlerA.officerId, handlerB.officerId];
  const days = { actStartedOn: addDays(ANCHOR, -10), actEndedOn: addDays(ANCHOR, -10), discoveredOn: addDays(ANCHOR, -9) };
  const [one, two] = [await served.upload(handlerA, MARK), await served.upload(handlerA, MARK)];
  const clue = { ...ordinary.CLUE, ...days, cause: `${MARK}案由`, party: FIRM, materials: [one] };
  const id = await does(handlerA, 'ordinary-penalty', 'open', null, clue);
  await does(handlerA, 'ordinary-penalty', 'propose-filing', id, { ...ordinary.PROPOSAL, handlers: officers, region });
  await does(head, 'ordinary-penalty', 'file', id);
  await does(handlerA, 'ordinary-penalty', 'evidence', id, { ...ordinary.EVIDENCE, name: `${MARK}证据`, officers, papers: [two] });
  const order = { basis: '《价格法》第四十二条', by: addDays(ANCHOR, 10), court: null, again: null, ownNumber: null };
  await does(deputyHead, 'ordinary-penalty', 'order-correction', id, { ...order, content: `${MARK}责令` });
  return id;
}

async function anOrder(): Promise<string> {
  const { handlerA, handlerB, deputyHead } = served.city.区市场监管局;
  const officers = [handlerA.officerId, handlerB.officerId];
  const papers = [await served.upload(handlerA, MARK)];
  const told = { officers, papers, foundOn: ANCHOR, by: addDays(ANCHOR, 10), party: FIRM, cause: `${MARK}行为`, content: `${MARK}改正` };
  const id = await does(handlerA, 'correction-order', 'open', null, outside.aDraft(told));
  await does(deputyHead, 'correction-order', 'sign', id, { opinion: null, ownNumber: null });
  return id;
}

async function oneOfEach([first = '', second = '']: readonly string[]): Promise<readonly string[]> {
  const found = await rows<{ id: string }>(
    served.database.pool,
    `(select id from document where matter_id = $1 and pdf_file is not null limit 1)
     union all (select id from file where matter_id = $1 limit 1) union all (select id from finding where matter_id = $1 limit 1)
     union all (select id from act where matter_id = $1 limit 1) union all (select (state->'party'->>'id')::uuid from matter where id = $1)`,
    [first],
  );
  return [first, second, ...found.map(({ id }) => id)];
}

/** No more is asked in a minute than one person may. */
const A_MINUTE = 61_000;
const READS = ['GET', 'HEAD'];
const partsOf = (url: string): readonly string[] => url.match(/:[a-zA-Z]+/g) ?? [];

/** Every address of a route in which an id of the case can stand. */
function addressesOf({ url }: RouteEntry): readonly string[] {
  const [first, ...rest] = partsOf(url);
  if (first === undefined) return [url];
  const others = rest.length === 0 ? [''] : [...ids, '1'];
  const filled = ids.flatMap((id) => others.map((other) => rest.reduce((at, part) => at.replace(part, other), url.replace(first, id))));
  return filled.map((at) => at.replace('*', 'x'));
}

/** What an answer says to whoever reads it, whatever it is packed in. */
async function wordsOf(answer: Awaited<ReturnType<TestBrowser['call']>>): Promise<string> {
  const type = String(answer.headers['content-type']);
  if (type.includes('spreadsheetml')) return (await cellsOf(answer.rawPayload)).join();
  if (type.includes('pdf') && answer.body.startsWith('%PDF') && answer.rawPayload.includes('endobj'))
    return pdfText(answer.rawPayload).join('');
  return answer.body;
}
const asks = (url: string): string => `${url}${url.includes('?') ? '&' : '?'}reason=${encodeURIComponent('核对可见范围')}`;
const isOpen = (route: RouteEntry): boolean => route.scopes.some((scope) => ['business', 'signed-in', 'public'].includes(scope));

/** The routes that answer a person, and those at which it is told anything of the case. */
async function askedBy(person: Person): Promise<{ readonly answering: ReadonlySet<string>; readonly telling: readonly string[] }> {
  const answering = new Set<string>();
  const telling = new Set<string>();
  const page = await browserOf(app, served.identity, person);
  for (const route of app.routeInventory.filter((one) => one.method === 'GET' && isOpen(one))) {
    now += A_MINUTE;
    for (const url of addressesOf(route)) {
      const answers = [await page.call({ url })];
      if (answers[0]?.statusCode !== 200) answers.push(await page.call({ url: asks(url) }));
      for (const answer of answers) {
        if (answer.statusCode === 200) answering.add(route.url);
        const words = answer.statusCode === 200 ? await wordsOf(answer) : answer.body;
        if (answer.statusCode >= 500) telling.add(`${answer.statusCode} ${url}`);
        if (words.includes(MARK) || matters.some((id) => words.includes(id))) telling.add(route.url);
      }
    }
  }
  return { answering, telling: [...telling].toSorted() };
}

const LISTS = ['/api/matters', '/api/matters/export', '/api/correction-ledger', '/api/correction-ledger/export'];

describe('看不见的案件，任何接口都不透露（细则第三条；处罚法第五十条）', () => {
  it('本单位的人看得见', async () => {
    const { telling } = await askedBy(served.city.区市场监管局.handlerA);
    expect(telling).toEqual(expect.arrayContaining([...LISTS, '/api/matters/:id', '/api/files/:id']));
  });

  it('别的旗县、别的部门的人：列表、计数、导出、文书、附件、案卷、预览、草稿、同一当事人，一处也没有', async () => {
    for (const person of [served.city.旗司法局.supervisorA, served.city.市交通局.handlerA]) {
      const { answering, telling } = await askedBy(person);
      expect([...answering], person.name).toEqual(expect.arrayContaining(LISTS));
      expect(telling, person.name).toEqual([]);
    }
  });

  it('别的单位的人办不了其中任何一项，也改不了、删不了；案件没有变化', async () => {
    const before = await rows(served.database.pool, 'select id, seq, state from matter where id = any($1) order by id', [matters]);
    const person = served.city.旗市场监管局.head;
    const page = await browserOf(app, served.identity, person);
    const wrong: string[] = [];
    for (const route of app.routeInventory.filter((one) => !READS.includes(one.method) && isOpen(one) && one.url.includes(':'))) {
      now += A_MINUTE;
      for (const url of addressesOf(route).slice(0, 12)) {
        const headers = { 'idempotency-key': randomUUID() };
        const answer = await page.call({ method: route.method as 'POST', url, headers, payload: { input: {} } });
        const isTurnedAway = answer.statusCode !== 401 && answer.statusCode < 500 && !answer.body.includes(MARK);
        if (!isTurnedAway) wrong.push(`${answer.statusCode} ${route.method} ${url}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(await rows(served.database.pool, 'select id, seq, state from matter where id = any($1) order by id', [matters])).toEqual(before);
  });
});
