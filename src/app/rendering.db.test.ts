import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { kindsOf } from '#platform/acts/kinds';
import { perform } from '#platform/acts/perform';
import type { Platform } from '#platform/acts/platform';
import { inTransaction, rows } from '#platform/db';
import { type BlobStore, folderStore } from '#platform/files';
import type { OutboxItem } from '#platform/outbox';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { ANCHOR_MORNING, type Person, seedTestCity, type TestCity } from '#testing/city';
import { type TestDatabase, testDatabase } from '#testing/database';
import { testIdentity } from '#testing/identity';
import { testPlatform } from '#testing/platform';
import type { Opened } from './opened.ts';
import { renderingHandlers } from './rendering.ts';
import { KINDS } from './rooms.ts';

let database: TestDatabase;
let city: TestCity;
let platform: Platform;
let folder: string;
let now = ANCHOR_MORNING;

beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'rendering-'));
  ({ city } = await seedTestCity(database.pool));
  platform = await testPlatform(database.pool, () => now, kindsOf(KINDS));
});
afterAll(async () => {
  await database?.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  now += 60_000;
});

/** A server of its own over the same database and folder, that keeps nothing it has drawn before `arrive` lets it. */
function server(arrive: () => Promise<void> = async () => undefined): Opened {
  const blobs = folderStore(join(folder, 'files'));
  const receive: BlobStore['receive'] = async (...asked) => {
    await arrive();
    return blobs.receive(...asked);
  };
  const identity = testIdentity(database.pool, () => now);
  return { platform, identity, blobs: { ...blobs, receive }, close: async () => undefined };
}

/** Lets all go on once `many` have come. */
function meeting(many: number): () => Promise<void> {
  let come = 0;
  let open: () => void = () => undefined;
  const all = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => {
    come += 1;
    if (come >= many) open();
    return all;
  };
}

async function act(person: Person, name: string, matterId: string | null, input: unknown = {}): Promise<string> {
  now += 1_000;
  const answer = await perform(platform, { by: person.session, kind: 'supervision-document', act: name, matterId, input });
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  return answer.done.matterId;
}

async function signed(): Promise<string> {
  const { supervisorA, supervisorB, checker, head } = city.市司法局;
  const matterId = await act(supervisorA, 'draft', null, {
    ...{ type: 'opinion', subject: '公示超期', addressee: city.区市场监管局.id, reportTo: city.区司法局.id },
    ...{ background: '经查阅台账，发现公示超期。', problems: [{ facts: '超期公示。', norm: '应当及时公示。', demand: '补正。' }] },
    contact: '监督科 0478-0000000',
  });
  await act(supervisorA, 'submit', matterId);
  await act(supervisorB, 'check', matterId);
  await act(checker, 'review', matterId);
  return act(head, 'sign', matterId, { opinion: '同意签发' });
}

async function draw(one: Opened, topic: string, matterId: string): Promise<void> {
  const item: OutboxItem = { id: 1, city: city.world.city, cohort: 2026, matter_id: matterId, seq: 1, topic, payload: null, attempts: 1 };
  await new Map(renderingHandlers(one)).get(topic)?.(item);
}

const system = <T>(work: Parameters<typeof inTransaction<T>>[2]) => inTransaction(database.pool, SYSTEM_PREAMBLE, work);
async function recorded(matterId: string, type: string): Promise<number> {
  return (await system((client) => rows(client, 'select from act where matter_id = $1 and type = $2', [matterId, type]))).length;
}
async function filesOf(matterId: string): Promise<{ drawn: number; taken: number; states: readonly string[] }> {
  const found = await system((client) =>
    rows<{ drawn: number; taken: number; states: string[] }>(
      client,
      `select (select count(*)::int from file where matter_id = $1) as drawn,
         (count(pdf_file) + count(docx_file) + count(sealed_file))::int as taken,
         array_agg(state order by number is null, id) as states from document where matter_id = $1`,
      [matterId],
    ),
  );
  if (found[0] === undefined) throw new Error('no documents');
  return found[0];
}

describe('两台服务器同时排印同一事项的文书：只记一次，只存一份', () => {
  it('排印：后到的一台什么也不记，文件各一份', async () => {
    const matterId = await signed();
    const papers = (await filesOf(matterId)).states.length;
    const together = meeting(2);
    await Promise.all([draw(server(together), 'render-documents', matterId), draw(server(together), 'render-documents', matterId)]);
    expect(await recorded(matterId, 'platform.rendered')).toBe(1);
    expect(await filesOf(matterId)).toMatchObject({ drawn: 2 * papers, taken: 2 * papers });
  });

  it('用印：后到的一台什么也不记；排印没有完成的，用印等下次再试', async () => {
    const matterId = await signed();
    await expect(draw(server(), 'seal-documents', matterId)).rejects.toThrow();
    await draw(server(), 'render-documents', matterId);
    await act(city.市司法局.sealKeeper, 'seal', matterId);
    const before = await filesOf(matterId);
    const together = meeting(2);
    await Promise.all([draw(server(together), 'seal-documents', matterId), draw(server(together), 'seal-documents', matterId)]);
    expect(await recorded(matterId, 'platform.sealed')).toBe(1);
    const after = await filesOf(matterId);
    expect([after.drawn, after.taken]).toEqual([before.drawn + 1, before.taken + 1]);
    expect(after.states[0]).toBe('sealed');
  });

  it('一台正在排印时另一台已经排好其中一件：其余的仍然排印，一件不重、一件不漏', async () => {
    const matterId = await signed();
    const papers = (await filesOf(matterId)).states.length;
    let isFirst = true;
    const late = server(async () => {
      if (!isFirst) return;
      isFirst = false;
      // 另一台只见到第一件：其余的暂时算作已经有了
      const others = await system((client) =>
        rows<{ id: string }>(client, 'select id from document where matter_id = $1 order by id offset 1', [matterId]),
      );
      const ids = others.map(({ id }) => id);
      await system((client) => client.query(`update document set state = 'sealed' where id = any($1)`, [ids]));
      await draw(server(), 'render-documents', matterId);
      await system((client) => client.query(`update document set state = 'rendering' where id = any($1)`, [ids]));
    });
    await draw(late, 'render-documents', matterId);
    expect(papers).toBeGreaterThan(1);
    expect(await recorded(matterId, 'platform.rendered')).toBe(2);
    expect(await filesOf(matterId)).toMatchObject({ drawn: 2 * papers, taken: 2 * papers });
  });
});
