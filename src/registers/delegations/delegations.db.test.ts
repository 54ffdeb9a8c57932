import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anyKind, kindsOf } from '#platform/acts/kinds';
import { type ActAnswer, type Performed, type Platform, perform } from '#platform/acts/perform';
import { performPlatformAct } from '#platform/acts/platform-act';
import { sweep } from '#platform/acts/sweep';
import { verify } from '#platform/acts/verify';
import { inTransaction, rows } from '#platform/db';
import { listMatters } from '#platform/matters/list';
import { matterView } from '#platform/matters/view';
import { type Session, SYSTEM_PREAMBLE } from '#platform/session';
import { ANCHOR_MORNING, seedTestCity, type TestCity } from '#testing/city';
import { type TestDatabase, testDatabase } from '#testing/database';
import { testPlatform } from '#testing/platform';
import { insertFile } from '../../platform/files.ts';
import { DELEGATION } from './kind.ts';

const DAY = 86_400_000;
let database: TestDatabase;
let city: TestCity;
let platform: Platform;
let now = ANCHOR_MORNING;

beforeAll(async () => {
  database = await testDatabase();
  ({ city } = await seedTestCity(database.pool));
  platform = await testPlatform(database.pool, () => now, kindsOf([anyKind(DELEGATION)]));
});
beforeEach(() => {
  now = ANCHOR_MORNING;
});
afterAll(() => database?.close());

const tried = (by: Session, name: string, matterId: string | null, input: unknown = {}): Promise<ActAnswer> =>
  perform(platform, { by, kind: 'delegation', act: name, matterId, input });
async function act(by: Session, name: string, matterId: string | null, input: unknown = {}): Promise<Performed> {
  const answer = await tried(by, name, matterId, input);
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  return answer.done;
}
async function file(by: Session): Promise<string> {
  const id = randomUUID();
  const blob = { sha256: id.replaceAll('-', '').repeat(2), sm3: 'b'.repeat(64), size: 3 };
  const given = { id, city: 1508, matter: null, name: '证明.pdf', mediaType: 'application/pdf', blob, uploadedBy: by.accountId };
  await inTransaction(database.pool, SYSTEM_PREAMBLE, (client) => insertFile(client, { ...given, at: new Date(now).toISOString() }));
  return id;
}

/** Signed by both sides; rendering and sealing are recorded as the platform would. */
async function countersigned(): Promise<string> {
  const { handlerA, legalOffice, head } = city.市交通局;
  const by = handlerA.session;
  const items = [{ name: '超限运输的处罚', code: 'JT-001', power: 'penalty', basis: '《公路法》第七十六条' }];
  const { matterId: id } = await act(by, 'draft', null, {
    ...{ delegate: city.交通支队.id, bureau: city.市司法局.id, items, powers: '检查、取证', from: '2026-03-16', to: '2026-04-30' },
    ...{ liability: '委托机关承担', supervision: '每年一次', lawful: '编委批准', lawfulProof: [await file(by)], staff: '二十人' },
    ...{ staffProof: [await file(by)], means: '有检测设备', meansProof: null, renews: null },
  });
  await act(by, 'submit', id);
  await act(legalOffice.session, 'review', id, { opinion: '符合' });
  const { documents } = await act(head.session, 'sign', id, { contact: '法制科' });
  const made = (sealed: boolean) =>
    performPlatformAct(
      platform,
      {
        matterId: id,
        kind: 'delegation',
        type: sealed ? 'platform.sealed' : 'platform.rendered',
        input: {
          documents: documents.map((d) => ({
            id: d.id,
            pdf: 'a'.repeat(64),
            docx: 'b'.repeat(64),
            ...(sealed ? { sealed: 'c'.repeat(64) } : {}),
          })),
        },
        files: [],
      },
      async () => undefined,
    );
  await made(false);
  await act(by, 'seal', id);
  await made(true);
  await act(city.交通支队.head.session, 'countersign', id, { paper: null });
  return id;
}
const sees = async (by: Session, id: string): Promise<boolean> => {
  const view = await matterView(platform, by, id, { asOf: null, knownOn: null });
  const listed = (await listMatters(platform, by, { kind: 'delegation', limit: 200 })).items.some((i) => i.id === id);
  expect(listed).toBe(view !== null);
  return listed;
};

describe('委托执法存入、备案、届满（处罚法第二十条，细则第八条第十一项）', () => {
  it('取号、备案、双方公布；最后一日有效，次日零时由平台登记届满', async () => {
    const id = await countersigned();
    await act(city.市交通局.handlerA.session, 'file', id, { materials: null });
    await act(city.市司法局.supervisorA.session, 'accept', id, { opinion: '予以备案' });
    await act(city.市交通局.handlerA.session, 'publish', id, { channel: '局网站' });
    expect((await act(city.交通支队.handlerA.session, 'publish-here', id, { channel: '公示栏' })).status).toBe('effective');
    const [row] = await rows(
      database.pool,
      'select number, items, term_to, accepted_on, published_delegate_on from delegation where matter_id = $1',
      [id],
    );
    expect(row).toMatchObject({ number: '巴交委〔2026〕1号', items: ['JT-001'], term_to: '2026-04-30', accepted_on: '2026-03-16' });
    now += 45 * DAY;
    while ((await sweep(platform)) > 0);
    expect(await statusOf(id)).toBe('effective');
    now += DAY;
    while ((await sweep(platform)) > 0);
    expect(await statusOf(id)).toBe('expired');
    expect((await verify(platform)).faults).toEqual([]);
  });

  it('谁看得见：签署前只有委托机关及其上级，签署后受委托组织，其他单位始终不见；密封的谁也不见', async () => {
    const id = await countersigned();
    for (const by of [city.市交通局.handlerB, city.交通支队.head, city.市司法局.supervisorA]) expect(await sees(by.session, id)).toBe(true);
    for (const by of [city.市市场监管局.head, city.区司法局.supervisorA, city.旗市场监管局.head])
      expect(await sees(by.session, id)).toBe(false);
    expect(await tried(city.市市场监管局.handlerA.session, 'file', id, { materials: null })).toEqual({ ok: false, error: 'absent' });
    await database.pool.query('update matter set label = 4 where id = $1', [id]);
    await database.pool.query('update participant set label = 4 where matter_id = $1', [id]);
    for (const by of [city.市交通局.handlerB, city.交通支队.head, city.市司法局.head]) expect(await sees(by.session, id)).toBe(false);
    await database.pool.query('update matter set label = 2 where id = $1', [id]);
    await database.pool.query('update participant set label = 2 where matter_id = $1', [id]);
  });
});

async function statusOf(id: string): Promise<string | undefined> {
  const [found] = await rows<{ status: string }>(database.pool, 'select status from matter where id = $1', [id]);
  return found?.status;
}
