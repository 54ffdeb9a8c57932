import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PENALTY_RECORD } from '#enforcement/penalty-records';
import { anyKind, kindsOf } from '#platform/acts/kinds';
import { type Platform, perform } from '#platform/acts/perform';
import { inTransaction, rows } from '#platform/db';
import type { Identity } from '#platform/identity/identity';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { CERTIFICATE_AFFAIR } from '#registers/certificates';
import { ANCHOR_MORNING, seedTestCity, type TestCity } from '#testing/city';
import { type TestDatabase, testDatabase } from '#testing/database';
import { testIdentity } from '#testing/identity';
import { testPlatform } from '#testing/platform';
import { loadBatch } from '../enforcement/penalty-records/actions-batch.ts';
import { settleCauses } from '../enforcement/penalty-records/actions-causes.ts';
import { reportedDecision } from '../enforcement/penalty-records/testing.ts';
import { insertFile } from '../platform/files.ts';
import { afterActs } from './after-act.ts';

let database: TestDatabase;
let identity: Identity;
let platform: Platform;
let city: TestCity;
let ids: readonly (string | null)[] = [];

beforeAll(async () => {
  database = await testDatabase();
  ({ city } = await seedTestCity(database.pool));
  identity = testIdentity(database.pool, () => ANCHOR_MORNING);
  const kinds = kindsOf([anyKind(PENALTY_RECORD), anyKind(CERTIFICATE_AFFAIR)]);
  const afterAct = afterActs(identity.keys);
  platform = await testPlatform(database.pool, () => ANCHOR_MORNING, kinds, { afterAct });
  await suspend('handlerA', '2026-03-10');
  await loseCard();
  ids = await load();
});
afterAll(() => database?.close());

async function file(uploadedBy: string): Promise<string> {
  const id = randomUUID();
  const blob = { sha256: id.replaceAll('-', '').repeat(2), sm3: 'b'.repeat(64), size: 3 };
  const given = { id, city: 1508, matter: null, name: '决定.pdf', mediaType: 'application/pdf', blob, uploadedBy };
  await inTransaction(database.pool, SYSTEM_PREAMBLE, (client) =>
    insertFile(client, { ...given, at: new Date(ANCHOR_MORNING).toISOString() }),
  );
  return id;
}
const numberOf = async (officerId: string): Promise<string> =>
  (await rows<{ number: string }>(database.pool, 'select number from certificate_record where officer_id = $1', [officerId]))[0]?.number ??
  '';

/** Suspended by the region from a day. */
async function suspend(holderKey: 'handlerA' | 'handlerB', from: string): Promise<void> {
  const by = city.市司法局.supervisorA.session;
  const handler = city.区市场监管局[holderKey];
  const holder = { unit: city.区市场监管局.id, kind: 'enforcement', name: handler.name, number: await numberOf(handler.officerId) };
  const decided = {
    affair: 'suspension',
    paper: '内司发〔2026〕3号',
    from,
    reason: '处分期间',
    scan: [await file(by.accountId)],
  };
  const answer = await perform(platform, {
    ...{ by, kind: 'certificate-affair', act: 'record-decision', matterId: null, legalDate: '2026-03-09' },
    ...{ input: { ...holder, ...decided }, reported: { source: '自治区司法厅文件' } },
  });
  expect(answer).toMatchObject({ ok: true });
}

/** Declared lost and void from 2026-03-12. */
async function loseCard(): Promise<void> {
  const by = city.市市场监管局.handlerA.session;
  const { handlerB } = city.市市场监管局;
  const input = {
    ...{ affair: 'loss', unit: city.市市场监管局.id, bureau: city.市司法局.id, kind: 'enforcement', name: handlerB.name },
    ...{ number: await numberOf(handlerB.officerId), lostOn: '2026-03-11', reason: '外出途中遗失' },
  };
  const applied = await perform(platform, { by, kind: 'certificate-affair', act: 'apply', matterId: null, input });
  if (!applied.ok) throw new Error(JSON.stringify(applied));
  const declared = { on: '2026-03-12', channel: '巴彦淖尔日报', proof: [await file(by.accountId)] };
  expect(
    await perform(platform, { by, kind: 'certificate-affair', act: 'declare', matterId: applied.done.matterId, input: declared }),
  ).toMatchObject({
    ok: true,
  });
}

async function load(): Promise<readonly (string | null)[]> {
  const of = async (unit: '区市场监管局' | '市市场监管局', n: number, day: string) => {
    const { name, handlerA, handlerB } = city[unit];
    const officers = `${handlerA.name}（${await numberOf(handlerA.officerId)}）、${handlerB.name}（${await numberOf(handlerB.officerId)}）`;
    const own = { 行政处罚决定书文号: `演罚〔2026〕${n}号`, 处罚决定日期: day, 处罚有效期: '2099-12-31', 执法人员及证号: officers };
    return reportedDecision(name, n, own);
  };
  const records = [
    await of('区市场监管局', 1, '2026-03-09'),
    await of('区市场监管局', 2, '2026-03-10'),
    await of('市市场监管局', 3, '2026-03-11'),
    await of('市市场监管局', 4, '2026-03-12'),
  ];
  const request = {
    session: city.市司法局.machine.session,
    key: 'certificates-1',
    rows: records,
    fileKind: 'publicity',
    exportedOn: null,
  } as const;
  const result = await loadBatch({ platform, sealing: identity.keys }, request);
  if (!result.ok) throw new Error(result.error);
  return result.answer.rows.map((row) => row.matterId);
}

describe('S09：两名执法人员决定当日持有效证件（处罚法第四十二条，细则第八条第五项）', () => {
  const doubted = async () =>
    (
      await rows<{ id: string }>(database.pool, `select matter_id as id from finding where rule_id = 'S09' and stands and missing is null`)
    ).map((r) => r.id);

  it('暂扣、遗失作废前一日的决定不预警，当日的预警', async () => {
    expect(ids.every((id) => id !== null)).toBe(true);
    expect((await doubted()).sort()).toEqual([ids[1], ids[3]].sort());
  });

  it('已经存入的决定，事后登记暂扣的，自暂扣当日起的再判断后预警', async () => {
    await suspend('handlerB', '2026-03-09');
    await settleCauses({ platform, sealing: identity.keys }, city.world.city, 0);
    expect((await doubted()).sort()).toEqual([ids[0], ids[1], ids[3]].sort());
  });
});
