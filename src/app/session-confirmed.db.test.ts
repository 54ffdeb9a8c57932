import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anyKind, kindsOf } from '#platform/acts/kinds';
import { steppedClock } from '#platform/clock-now';
import { rows } from '#platform/db';
import { matterRoutes } from '#platform/http/matter-routes';
import type { Identity } from '#platform/identity/identity';
import { seedTestCity, type TestCity } from '#testing/city';
import { browserOf, letThemSignIn } from '#testing/city-sign-in';
import { type TestDatabase, testDatabase } from '#testing/database';
import { type TestBrowser, testIdentity, testServer } from '#testing/identity';
import { createLetterTable, LETTER } from '#testing/letter-kind';
import { testPlatform } from '#testing/platform';
import { identityRoutes } from './identity-routes.ts';

const clock = steppedClock('2026-03-16T09:00:00+08:00');
const queries: string[] = [];
let database: TestDatabase;
let identity: Identity;
let city: TestCity;
let app: FastifyInstance;
let page: TestBrowser;
let matterId: string;
let turn = 0;
const OWN_UNIT = '(select organisation_id from post where account_id = $1)';

beforeAll(async () => {
  database = await testDatabase({ onQuery: (text) => queries.push(text) });
  await createLetterTable(database.pool);
  ({ city } = await seedTestCity(database.pool));
  identity = testIdentity(database.pool, clock.now, { parallelSessions: 10 });
  await letThemSignIn(identity, city.world);
  const platform = await testPlatform(database.pool, clock.now, kindsOf([anyKind(LETTER)]));
  app = await testServer(identity, async (server) => {
    await server.register(identityRoutes, { identity });
    await server.register(matterRoutes, { platform });
  });
});
afterAll(async () => {
  await app?.close();
  await database?.close();
});

beforeEach(async () => {
  clock.advance(30_000);
  page = await browserOf(app, identity, city.市司法局.supervisorA);
  const opened = await act('open', { subject: '测试事由', addressee: city.区市场监管局.id }, null);
  expect(opened.statusCode).toBe(200);
  matterId = opened.json().matterId;
  expect((await act('note', { words: '一' })).statusCode).toBe(200);
  queries.length = 0;
});

function act(name: string, input: object, id: string | null = matterId, key = `key-${turn++}-----`) {
  const url = id === null ? `/api/test-letter/${name}` : `/api/test-letter/${id}/${name}`;
  return page.call({ method: 'POST', url, payload: { input }, headers: { 'idempotency-key': key } });
}
const notes = async (): Promise<number> =>
  (await rows<{ n: number }>(database.pool, `select jsonb_array_length(state -> 'notes') as n from matter where id = $1`, [matterId]))[0]
    ?.n ?? -1;
const change = (sql: string) => database.pool.query(sql, [city.市司法局.supervisorA.session.accountId]);
const asksFirst = (): boolean => queries.some((text) => text.startsWith('select s.*'));

describe('刚读过的登录：由办理自己的事务确认', () => {
  it('登录没有变化，照常办理，不另问一次', async () => {
    expect((await act('note', { words: '二' })).statusCode).toBe(200);
    expect(asksFirst()).toBe(false);
    expect(await notes()).toBe(2);
  });

  it('别处结束了登录，办理、缺项、错项一律答复重新登录，什么也不写', async () => {
    await change(`update session set ended_at = now(), ended_because = 'ended-by-admin' where account_id = $1 and ended_at is null`);
    expect((await act('note', { words: '二' })).json().error).toBe('signed-out');
    expect(await notes()).toBe(1);
  });
  it.each([
    ['内容不合表单', () => act('note', { other: '二' })],
    ['请求格式不符', () => page.call({ method: 'POST', url: `/api/test-letter/${matterId}/note`, payload: { wrong: true } })],
    ['没有请求编号', () => page.call({ method: 'POST', url: `/api/test-letter/${matterId}/note`, payload: { input: {} } })],
    [
      '不能解析',
      () =>
        page.call({
          method: 'POST',
          url: `/api/test-letter/${matterId}/note`,
          payload: '{',
          headers: { 'content-type': 'application/json' },
        }),
    ],
  ])('别处结束了登录，%s的请求也只答复重新登录', async (_, send) => {
    expect((await send()).statusCode).toBe(400);
    await change(`update session set ended_at = now(), ended_because = 'ended-by-admin' where account_id = $1 and ended_at is null`);
    expect((await act('note', { words: '二' })).statusCode).toBe(401);
    page = await browserOf(app, identity, city.市司法局.supervisorA);
    expect((await act('note', { words: '二' })).statusCode).toBe(200);
    await change(`update session set ended_at = now(), ended_because = 'ended-by-admin' where account_id = $1 and ended_at is null`);
    const answer = await send();
    expect([answer.statusCode, answer.json().error]).toEqual([401, 'signed-out']);
  });

  it('停用账号，当即不能办理', async () => {
    await change(`update account set status = 'disabled' where id = $1`);
    expect((await act('note', { words: '二' })).statusCode).toBe(401);
    await change(`update account set status = 'active' where id = $1`);
    expect(await notes()).toBe(1);
  });

  it('岗位的职责变了，按新的职责办理', async () => {
    await change(`update post set role = 'handler' where account_id = $1`);
    const answer = await act('note', { words: '二' });
    await change(`update post set role = 'supervisor' where account_id = $1`);
    expect(answer.statusCode).not.toBe(401);
    expect(asksFirst()).toBe(true);
    expect(await rows(database.pool, `select actor ->> 'role' as role from act where matter_id = $1 and seq > 2`, [matterId])).toEqual(
      answer.statusCode === 200 ? [{ role: 'handler' }] : [],
    );
  });

  it.each([
    ['口令被重置为临时口令', `update account_secret set password_provisional = true where account_id = $1`, 403],
    [
      '岗位到昨天为止',
      `update post set held = daterange(lower(held), '2026-03-16') where account_id = $1 and held @> date '2026-03-16'`,
      401,
    ],
    ['单位的层级范围变了', `update organisation set reach_line_hi = reach_line_hi + 1 where id = ${OWN_UNIT}`, 200],
    ['单位改属另一地区', `update organisation set reach_region_lo = reach_region_lo + 1 where id = ${OWN_UNIT}`, 200],
  ])('%s：不按先前读到的办理', async (_, sql, status) => {
    const before = await rows<{ held: string }>(database.pool, `select held::text as held from post where account_id = $1`, [
      city.市司法局.supervisorA.session.accountId,
    ]);
    await change(sql);
    expect((await act('note', { words: '二' })).statusCode).toBe(status);
    expect(asksFirst()).toBe(true);
    await change(`update account_secret set password_provisional = false where account_id = $1`);
    await database.pool.query(`update post set held = $2 where account_id = $1`, [
      city.市司法局.supervisorA.session.accountId,
      before[0]?.held,
    ]);
    expect(await notes()).toBe(status === 200 ? 2 : 1);
  });

  it.each([
    ['别人的证件有变动', 'update certificate_record set valid = valid where id in (select id from certificate_record limit 5)'],
    ['单位的名录有变动', `update organisation_record set name = name where organisation_id = ${OWN_UNIT}`],
    ['单位一览里有改动而层级范围没有变', 'update organisation set reach_line_hi = reach_line_hi'],
  ])('%s：登录不必另问', async (_, sql) => {
    await database.pool.query(sql.replace('$1', `'${city.市司法局.supervisorA.session.accountId}'`));
    expect((await act('note', { words: '二' })).statusCode).toBe(200);
    expect(asksFirst()).toBe(false);
    expect(await notes()).toBe(2);
  });

  it('登记口令失败次数不算变化', async () => {
    await change(`update account_secret set failures = failures + 1 where account_id = $1`);
    expect((await act('note', { words: '二' })).statusCode).toBe(200);
    expect(asksFirst()).toBe(false);
  });

  it('过了零点，岗位是否仍在任先问再办', async () => {
    clock.advance(Date.parse('2026-03-17T00:00:00+08:00') - clock.now() - 5_000);
    page = await browserOf(app, identity, city.市司法局.supervisorA);
    expect((await act('note', { words: '二' })).statusCode).toBe(200);
    queries.length = 0;
    clock.advance(10_000);
    expect((await act('note', { words: '三' })).statusCode).toBe(200);
    expect(asksFirst()).toBe(true);
  });

  it('超过半分钟没有读过，先问再办', async () => {
    clock.advance(31_000);
    expect((await act('note', { words: '二' })).statusCode).toBe(200);
    expect(asksFirst()).toBe(true);
  });

  it('同一编号再来一次，登录已结束的不给原来的答复', async () => {
    expect((await act('note', { words: '二' }, matterId, 'again-and-again')).statusCode).toBe(200);
    expect((await act('note', { words: '二' }, matterId, 'again-and-again')).statusCode).toBe(200);
    await change(`update session set ended_at = now(), ended_because = 'ended-by-admin' where account_id = $1 and ended_at is null`);
    expect((await act('note', { words: '二' }, matterId, 'again-and-again')).statusCode).toBe(401);
    expect(await notes()).toBe(2);
  });
});
