import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Json } from '#law';
import { anyKind, kindsOf } from '#platform/acts/kinds';
import { steppedClock } from '#platform/clock-now';
import { rows } from '#platform/db';
import type { Identity } from '#platform/identity/identity';
import { type Person, seedTestCity, type TestCity } from '#testing/city';
import { browserOf, letThemSignIn } from '#testing/city-sign-in';
import { type TestDatabase, testDatabase } from '#testing/database';
import { testIdentity, testServer } from '#testing/identity';
import { TYPED_PARTIES } from '#testing/made-up-inputs';
import { createPartyCaseTable, PARTY_CASE } from '#testing/party-kind';
import { columnsHolding } from '#testing/plain-text-anywhere';
import { testPlatform } from '#testing/platform';
import type { Platform } from '../acts/platform.ts';
import { refoldAll } from '../acts/refold.ts';
import { verify } from '../acts/verify.ts';
import { listRoutes } from '../http/list-routes.ts';
import { matterRoutes } from '../http/matter-routes.ts';
import { workRoutes } from '../http/work-routes.ts';

const clock = steppedClock('2026-03-16T09:00:00+08:00');
const ID = '150802199001010017';
const NAME = '张三丰';
const PHONE = '13804780000';
const ADDRESS = '临河区演示路1号';
const PLAIN = [ID, NAME, PHONE, ADDRESS];
const [PERSON = {}, TRADER = {}] = TYPED_PARTIES;
const typed = (more: Readonly<Record<string, Json>> = {}): Json => ({
  ...PERSON,
  name: NAME,
  idNumber: ID,
  phone: PHONE,
  address: ADDRESS,
  ...more,
});

let database: TestDatabase;
let identity: Identity;
let platform: Platform;
let city: TestCity;
let app: FastifyInstance;
let key = 0;

beforeAll(async () => {
  database = await testDatabase();
  await createPartyCaseTable(database.pool);
  ({ city } = await seedTestCity(database.pool));
  identity = testIdentity(database.pool, clock.now);
  await letThemSignIn(identity, city.world);
  platform = await testPlatform(database.pool, clock.now, kindsOf([anyKind(PARTY_CASE)]), { sealing: identity.keys });
  app = await testServer(identity, async (server) => {
    await server.register(matterRoutes, { platform });
    await server.register(listRoutes, { platform });
    await server.register(workRoutes, { platform });
  });
});
afterAll(async () => {
  await app?.close();
  await database?.close();
});

async function send(person: Person, url: string, payload: object, more: Readonly<Record<string, string>> = {}) {
  const page = await browserOf(app, identity, person);
  key += 1;
  return page.call({ method: 'POST', url, payload, headers: { 'idempotency-key': `party-test-${key}`, ...more } });
}
async function get(person: Person, url: string) {
  return (await browserOf(app, identity, person)).call({ url });
}
const opens = (input: object, more?: Readonly<Record<string, string>>) =>
  send(city.区市场监管局.handlerA, '/api/test-party-case/open', { input: { others: null, sealed: false, ...input } }, more);

async function opened(input: object = {}): Promise<{ id: string; party: string }> {
  const answer = await opens({ who: typed(), ...input });
  expect(answer.body).toContain('已登记张某');
  const id = answer.json<{ matterId: string }>().matterId;
  const [matter] = await rows<{ party: string }>(database.pool, `select state->'who'->>'id' as party from matter where id = $1`, [id]);
  return { id, party: matter?.party ?? '' };
}

describe('表单中录入的当事人只加密保存一处', () => {
  it('办理以后，任何一张表的任何一列都没有明文的证件号码、姓名、电话和住址；办理记录照常验证、重新推演', async () => {
    const answer = await opens({ who: typed(), others: [{ one: TRADER }] }, { 'idempotency-key': 'the-same-key' });
    const again = await opens({ who: typed(), others: [{ one: TRADER }] }, { 'idempotency-key': 'the-same-key' });
    expect(again.json()).toEqual(answer.json());
    expect(answer.json()).toMatchObject({ says: '已登记张某。', documents: [{ name: '登记表' }] });
    expect(await columnsHolding(database.pool, PLAIN)).toEqual([]);
    // A trader's full name is public; who runs it is not.
    expect(await columnsHolding(database.pool, ['李四光'])).toEqual([]);
    expect((await verify(platform)).faults).toEqual([]);
    expect((await refoldAll(platform)).changed).toEqual([]);
    expect((await verify(platform)).faults).toEqual([]);
  });

  it('草稿中的当事人同样加密，本人再打开时原样恢复', async () => {
    const page = await browserOf(app, identity, city.区市场监管局.handlerA);
    const body = { who: { ...(typed() as object), personal: true }, note: '备注' };
    await page.call({ method: 'PUT', url: '/api/drafts/party', payload: body });
    expect(await columnsHolding(database.pool, PLAIN)).toEqual([]);
    expect((await page.call({ url: '/api/drafts/party' })).json()).toMatchObject({ draft: { body } });
  });

  it('录入有误的逐项指明位置；500字的名称照收，501字的拒绝；什么也没有留下', async () => {
    const before = await rows(database.pool, 'select from party');
    const answer = await opens({ who: typed({ idNumber: '150802199001010018', phone: '1' }), others: [{ one: { ...TRADER, uscc: '1' } }] });
    expect(answer.statusCode).toBe(400);
    expect(answer.json<{ problems: { path: string }[] }>().problems.map((p) => p.path)).toEqual([
      'who.idNumber',
      'who.phone',
      'others[0].one.uscc',
    ]);
    expect(answer.body).not.toContain('150802199001010018');
    const long = await opens({ who: typed({ name: '长'.repeat(501) }) });
    expect(long.json()).toMatchObject({ problems: [{ path: 'who.name', reason: '不超过500字，现有501字' }] });
    expect(await rows(database.pool, 'select from party')).toHaveLength(before.length);
    expect((await opens({ who: typed({ name: '长'.repeat(500) }) })).statusCode).toBe(200);
  });

  it('办理条件读得到当事人的年龄：不满十四周岁的不予处罚', async () => {
    const minor = typed({ idKind: 'passport', idNumber: 'E1234567', birth: '2012-03-16', guardian: '张父' });
    const answer = await opens({ who: minor });
    expect(answer.json()).toMatchObject({ refused: 'under-14' });
  });

  it('别的事项的当事人编号不能冒充录入', async () => {
    const { party } = await opened();
    const answer = await opens({ who: { id: party, name: '张某', seal: 'x' } });
    expect(answer.statusCode).toBe(400);
  });
});

describe('谁能看到完整的当事人信息', () => {
  it('承办单位的办案岗位可以查看并留痕；收文员、监督机关、其他单位都看不到，密封案件也一样', async () => {
    for (const sealed of [false, true]) {
      const { id, party } = await opened({ sealed });
      const url = `/api/matters/${id}/parties/${party}`;
      const whole = await get(city.区市场监管局.handlerA, url);
      expect(whole.json()).toMatchObject({
        name: NAME,
        kindName: '自然人',
        fields: expect.arrayContaining([{ label: '证件号码', value: ID }]),
      });
      const others = [city.区市场监管局.receiver, city.区司法局.supervisorA, city.市司法局.supervisorA, city.市市场监管局.handlerA];
      for (const person of others) expect((await get(person, url)).statusCode, person.name).toBe(404);
      const logged = await rows(database.pool, `select from audit_event where action = 'party.read' and object_id = $1`, [id]);
      expect(logged.length).toBe(sealed ? 0 : 1);
      expect((await get(city.区市场监管局.handlerA, `/api/matters/${(await opened()).id}/parties/${party}`)).statusCode).toBe(404);
    }
  });

  it('办件页、列表、检索、导出只有简称', async () => {
    const { id } = await opened();
    for (const person of [city.区市场监管局.handlerA, city.区司法局.supervisorA]) {
      for (const url of [
        `/api/matters/${id}`,
        '/api/matters?kind=test-party-case',
        `/api/search?q=${ID}`,
        `/api/search?q=${encodeURIComponent(NAME)}`,
      ]) {
        const answer = await get(person, url);
        expect(answer.statusCode, url).toBe(200);
        for (const text of PLAIN.filter((one) => !decodeURIComponent(url).includes(one))) expect(answer.body, url).not.toContain(text);
      }
      expect((await get(person, `/api/matters/${id}`)).body).toContain('张某（自然人）');
    }
  });
});

describe('签收人、见证人等写明姓名的文字', () => {
  const WITNESS = '王见证（嘎查干部）13904780001';
  async function witnessed(sealed: boolean) {
    const { id } = await opened({ witness: WITNESS, sealed });
    const [found] = await rows<{ witness: string }>(database.pool, `select state->'witness'->>'id' as witness from matter where id = $1`, [
      id,
    ]);
    return { id, url: `/api/matters/${id}/parties/${found?.witness ?? ''}` };
  }

  it('任何一列都没有明文；办件页、检索、草稿没有；办案岗位查看留痕，其他人看不到，密封案件也一样', async () => {
    for (const sealed of [false, true]) {
      const { id, url } = await witnessed(sealed);
      expect(await columnsHolding(database.pool, [WITNESS, '王见证'])).toEqual([]);
      const own = await get(city.区市场监管局.handlerA, `/api/matters/${id}`);
      expect([own.body.includes('姓名加密保存'), own.body.includes('王见')]).toEqual([true, false]);
      expect((await get(city.区市场监管局.handlerA, url)).json()).toMatchObject({ name: WITNESS });
      const others = [city.区市场监管局.receiver, city.区司法局.supervisorA, city.市市场监管局.handlerA];
      for (const person of others) expect((await get(person, url)).statusCode, person.name).toBe(404);
      for (const person of [city.区市场监管局.handlerA, city.区司法局.supervisorA])
        expect((await get(person, `/api/search?q=${encodeURIComponent('王见证')}`)).body).not.toContain(id);
    }
    const page = await browserOf(app, identity, city.区市场监管局.handlerA);
    await page.call({ method: 'PUT', url: '/api/drafts/witness', payload: { witness: { words: WITNESS, personal: true } } });
    expect(await columnsHolding(database.pool, ['王见证'])).toEqual([]);
    expect((await verify(platform)).faults).toEqual([]);
  });

  it('空白的视为没有填写；过长的、不是文字的指明位置；更正时原样保留', async () => {
    for (const witness of ['　', '\u200b\u3164']) {
      const { id: blank } = await opened({ witness });
      expect(await rows(database.pool, `select state->'witness' as witness from matter where id = $1`, [blank])).toEqual([
        { witness: null },
      ]);
    }
    for (const [witness, reason] of [
      ['长'.repeat(201), '不超过200字，现有201字'],
      [{ id: '01990000-0000-7000-8000-000000000000', name: '某' }, '应为文字'],
    ] as const)
      expect((await opens({ who: typed(), witness })).json()).toMatchObject({ problems: [{ path: 'witness', reason }] });
    const { id, url } = await witnessed(false);
    const fix = { ifSeq: 1, seq: 1, retract: false, legalDate: null, reason: '不变', proof: [], proposal: null };
    const fields = { witness: { id: url.split('/').at(-1) } };
    const same = await send(city.区市场监管局.handlerA, `/api/matters/${id}/corrections`, { ...fix, fields });
    expect(same.json()).toMatchObject({ problems: [{ reason: '与原内容相同，没有需要更正的' }] });
  });
});

describe('更正和抹除', () => {
  it('更正当事人须另一人确认；新旧都只留简称，原当事人不变的不必重填', async () => {
    const { id, party } = await opened();
    const fix = { ifSeq: 1, seq: 1, retract: false, legalDate: null, reason: '姓名写错', proof: [], proposal: null };
    const same = await send(city.区市场监管局.handlerA, `/api/matters/${id}/corrections`, { ...fix, fields: { who: { id: party } } });
    expect(same.json()).toMatchObject({ error: 'input', problems: [{ reason: '与原内容相同，没有需要更正的' }] });
    const proposed = await send(city.区市场监管局.handlerA, `/api/matters/${id}/corrections`, {
      ...fix,
      fields: { who: typed({ name: '李三丰' }) },
    });
    expect(proposed.json()).toMatchObject({ ok: true, done: false });
    const [act] = await rows<{ who: Json }>(
      database.pool,
      `select payload->'input'->'fields'->'who' as who from act_payload where matter_id = $1 and seq = 2`,
      [id],
    );
    const confirmed = await send(city.区市场监管局.handlerB, `/api/matters/${id}/corrections`, {
      ...fix,
      ifSeq: 2,
      fields: { who: act?.who },
      proposal: 2,
    });
    expect(confirmed.json()).toMatchObject({ ok: true, done: true });
    expect((await get(city.区司法局.supervisorA, `/api/matters/${id}`)).body).toContain('李某（自然人）');
    expect(await columnsHolding(database.pool, [...PLAIN, '李三丰'])).toEqual([]);
    expect((await verify(platform)).faults).toEqual([]);
  });

  it('删去加密的一行即抹除：链照常成立，验证指出内容缺失，办件页仍在，条件如实答复', async () => {
    const { id, party } = await opened();
    await database.pool.query('delete from party where id = $1', [party]);
    expect((await verify(platform)).faults).toMatchObject([{ matterId: id, what: '当事人信息缺失，没有抹除记录' }]);
    expect((await get(city.区市场监管局.handlerA, `/api/matters/${id}`)).statusCode).toBe(200);
    expect((await get(city.区市场监管局.handlerA, `/api/matters/${id}/parties/${party}`)).statusCode).toBe(404);
    const closing = await send(city.区市场监管局.handlerA, `/api/test-party-case/${id}/close`, { input: {} });
    expect(closing.json()).toMatchObject({ refused: 'erased' });
  });
});
