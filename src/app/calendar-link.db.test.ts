import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyKind, kindsOf } from '#platform/acts/kinds';
import { type Performed, type Platform, perform } from '#platform/acts/perform';
import { steppedClock } from '#platform/clock-now';
import { rows } from '#platform/db';
import type { Identity } from '#platform/identity/identity';
import type { Session } from '#platform/session';
import { seedTestCity, type TestCity } from '#testing/city';
import { browserOf, letThemSignIn } from '#testing/city-sign-in';
import { type TestDatabase, testDatabase } from '#testing/database';
import { type TestBrowser, testIdentity, testServer } from '#testing/identity';
import { createLetterTable, LETTER } from '#testing/letter-kind';
import { testPlatform } from '#testing/platform';
import { calendarLinkRoutes } from './calendar-link-routes.ts';
import { identityRoutes } from './identity-routes.ts';

const clock = steppedClock('2026-03-16T09:00:00+08:00');
let database: TestDatabase;
let identity: Identity;
let city: TestCity;
let platform: Platform;
let app: FastifyInstance;

beforeAll(async () => {
  database = await testDatabase();
  await createLetterTable(database.pool);
  ({ city } = await seedTestCity(database.pool));
  identity = testIdentity(database.pool, clock.now);
  await letThemSignIn(identity, city.world);
  platform = await testPlatform(database.pool, clock.now, kindsOf([anyKind(LETTER)]));
  app = await testServer(identity, async (server) => {
    await server.register(identityRoutes, { identity });
    await server.register(calendarLinkRoutes, { platform, identity });
  });
  await running('公开测试事由', city.区市场监管局);
});
afterAll(async () => {
  await app?.close();
  await database?.close();
});

async function act(by: Session, name: string, matterId: string | null, input: unknown = {}): Promise<Performed> {
  const answer = await perform(platform, { by, kind: 'test-letter', act: name, matterId, input });
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.done;
}

/** A letter of the city bureau whose period runs at the unit. */
async function running(subject: string, unit: TestCity['区市场监管局']): Promise<void> {
  const { matterId: id } = await act(city.市司法局.supervisorA.session, 'open', null, { subject, addressee: unit.id });
  await act(city.市司法局.deputyHead.session, 'send', id);
  await act(unit.receiver.session, 'receive', id);
}

const newAddress = async (page: TestBrowser): Promise<string> => {
  const answer = await page.call({ method: 'POST', url: '/api/clocks/link', payload: {} });
  expect(answer.statusCode).toBe(200);
  return answer.json().address;
};
const read = (address: string) => app.inject({ method: 'GET', url: new URL(address).pathname });
const events = (text: string): number => text.split('BEGIN:VEVENT').length - 1;

describe('期限日历的订阅地址', () => {
  it('不登录凭地址读得到本岗位看得到的期限，没有事由和人员姓名；库中只存摘要', async () => {
    const page = await browserOf(app, identity, city.市司法局.supervisorA);
    const address = await newAddress(page);
    expect(address).toMatch(/^http:\/\/localhost(:80)?\/ical\/[\w-]{43}\.ics$/);
    const answer = await read(address);
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(events(answer.body)).toBe(1);
    expect(answer.body).toContain('20260415');
    const whole = answer.body.replaceAll('\r\n ', '');
    expect(whole).toContain('书面答复期限');
    for (const word of ['公开测试事由', city.市司法局.supervisorA.name, city.区市场监管局.receiver.name]) expect(whole).not.toContain(word);
    const stored = await rows(database.pool, 'select * from calendar_link');
    expect(JSON.stringify(stored)).not.toContain(address.slice(-47, -4));
  });

  it('只见本岗位范围内的期限：别的旗县司法局、无关部门的日历是空的', async () => {
    for (const person of [city.旗司法局.supervisorA, city.市市场监管局.receiver]) {
      const answer = await read(await newAddress(await browserOf(app, identity, person)));
      expect([answer.statusCode, events(answer.body)]).toEqual([200, 0]);
    }
    const addressee = await read(await newAddress(await browserOf(app, identity, city.区市场监管局.receiver)));
    expect(events(addressee.body)).toBe(1);
  });

  it('密封事项不进日历，办理人自己的也不进', async () => {
    const page = await browserOf(app, identity, city.市司法局.supervisorA);
    const address = await newAddress(page);
    await running('将要密封的事由', city.区市场监管局);
    expect(events((await read(address)).body)).toBe(2);
    const [sealed] = await rows<{ id: string }>(database.pool, `select id from matter where title like '%将要密封的事由'`);
    await database.pool.query(
      `insert into access_grant (id, account_id, matter_id, basis, held) values (gen_random_uuid(), $1, $2, '密封事项指名', tstzrange('2026-01-01', null))`,
      [city.市司法局.supervisorA.accountId, sealed?.id],
    );
    for (const table of ['matter', 'clock'])
      await database.pool.query(`update ${table} set label = 4 where ${table === 'matter' ? 'id' : 'matter_id'} = $1`, [sealed?.id]);
    expect(events((await read(address)).body)).toBe(1);
  });

  it('重新生成后旧地址失效，停用后都失效，猜测的地址和伪造的文件名一律没有', async () => {
    const page = await browserOf(app, identity, city.市司法局.supervisorB);
    const first = await newAddress(page);
    const second = await newAddress(page);
    expect((await read(first)).statusCode).toBe(404);
    expect((await read(second)).statusCode).toBe(200);
    expect((await page.call({ url: '/api/clocks/link' })).json().link).toMatchObject({ lastReadAt: expect.any(String) });
    expect((await page.call({ method: 'DELETE', url: '/api/clocks/link' })).statusCode).toBe(204);
    expect((await read(second)).statusCode).toBe(404);
    expect((await page.call({ method: 'DELETE', url: '/api/clocks/link' })).statusCode).toBe(404);
    expect((await page.call({ url: '/api/clocks/link' })).json()).toEqual({ link: null });
    for (const name of ['A'.repeat(43), 'x', '']) expect((await app.inject(`/ical/${name}.ics`)).statusCode).toBe(404);
  });

  it('账号停用、岗位期满后地址失效；各自留有审计记录', async () => {
    const { supervisorA } = city.旗司法局;
    const address = await newAddress(await browserOf(app, identity, supervisorA));
    expect((await read(address)).statusCode).toBe(200);
    await database.pool.query(`update post set held = daterange(lower(held), '2026-03-16') where id = $1`, [supervisorA.session.postId]);
    expect((await read(address)).statusCode).toBe(404);
    const { receiver } = city.市市场监管局;
    const other = await newAddress(await browserOf(app, identity, receiver));
    await database.pool.query(`update account set status = 'disabled' where id = $1`, [receiver.session.accountId]);
    expect((await read(other)).statusCode).toBe(404);
    const audited = await rows<{ action: string }>(
      database.pool,
      `select distinct action from audit_event where action like 'calendar-link.%' order by 1`,
    );
    expect(audited.map((a) => a.action)).toEqual(['calendar-link.create', 'calendar-link.revoke']);
  });
});
