import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anyKind, kindsOf } from '#platform/acts/kinds';
import { type ActAnswer, type Platform, perform } from '#platform/acts/perform';
import { inTransaction, rows } from '#platform/db';
import { insertFile } from '#platform/files';
import { type Session, SYSTEM_PREAMBLE } from '#platform/session';
import { DELEGATION } from '#registers/delegations';
import { ANCHOR_MORNING, seedTestCity, type TestCity } from '#testing/city';
import { type TestDatabase, testDatabase } from '#testing/database';
import { testPlatform } from '#testing/platform';

let database: TestDatabase;
let city: TestCity;
let platform: Platform;
let by: Session;

beforeAll(async () => {
  database = await testDatabase();
  ({ city } = await seedTestCity(database.pool));
  by = city.市交通局.handlerA.session;
  platform = await testPlatform(database.pool, () => ANCHOR_MORNING, kindsOf([anyKind(DELEGATION)]));
});
afterAll(() => database?.close());

async function upload(): Promise<string> {
  const id = randomUUID();
  const blob = { sha256: id.replaceAll('-', '').repeat(2), sm3: 'b'.repeat(64), size: 3 };
  const given = { id, city: by.city, matter: null, name: '证明.pdf', mediaType: 'application/pdf', blob, uploadedBy: by.accountId };
  await inTransaction(database.pool, SYSTEM_PREAMBLE, (client) =>
    insertFile(client, { ...given, at: new Date(ANCHOR_MORNING).toISOString() }),
  );
  return id;
}

const inputWith = (lawfulProof: string, staffProof: string) => ({
  ...{ delegate: city.交通支队.id, bureau: city.市司法局.id, powers: '检查、取证', from: '2026-03-16', to: '2026-04-30' },
  items: [{ name: '超限运输的处罚', code: 'JT-001', power: 'penalty', basis: '《公路法》第七十六条' }],
  ...{ liability: '委托机关承担', supervision: '每年一次', lawful: '编委批准', lawfulProof: [lawfulProof], staff: '二十人' },
  ...{ staffProof: [staffProof], means: '有检测设备', meansProof: null, renews: null },
});
const draft = (input: object): Promise<ActAnswer> => perform(platform, { by, kind: 'delegation', act: 'draft', matterId: null, input });
const lostIn = (...paths: readonly string[]) => ({
  ...{ ok: false, error: 'input' },
  problems: paths.map((path) => ({ path, reason: expect.stringContaining('附件已失效') })),
});

async function matterOf(file: string): Promise<string | null | undefined> {
  const found = await inTransaction(database.pool, SYSTEM_PREAMBLE, (client) =>
    rows<{ at: string | null }>(client, 'select matter_id as at from file where id = $1', [file]),
  );
  return found[0]?.at;
}

it('几个办理同时写明同一附件：只有一个附得上，其余的拒绝并请重新上传，没有一个不声不响地少了附件', async () => {
  const [a, b] = [await upload(), await upload()];
  // 顺序相反也不互相等死
  const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => draft(i % 2 === 0 ? inputWith(a, b) : inputWith(b, a))));
  const done = answers.flatMap((answer) => (answer.ok ? [answer.done.matterId] : []));
  expect(done).toHaveLength(1);
  for (const answer of answers) if (!answer.ok) expect(answer).toMatchObject(lostIn('lawfulProof', 'staffProof'));
  expect([await matterOf(a), await matterOf(b)]).toEqual([done[0], done[0]]);
});

it('附件在办理途中被清除：办理等到清除完成，拒绝并请重新上传，什么也不记', async () => {
  const [a, b] = [await upload(), await upload()];
  const before = await rows(database.pool, 'select 1 from act');
  const clearing = await database.pool.connect();
  await clearing.query('begin');
  await clearing.query('delete from file where id = $1', [b]);
  let isAnswered = false;
  const answer = draft(inputWith(a, b)).finally(() => {
    isAnswered = true;
  });
  await sleep(300);
  expect(isAnswered).toBe(false);
  await clearing.query('commit');
  clearing.release();
  expect(await answer).toMatchObject(lostIn('staffProof'));
  expect(await matterOf(a)).toBeNull();
  expect(await rows(database.pool, 'select 1 from act')).toHaveLength(before.length);
});
