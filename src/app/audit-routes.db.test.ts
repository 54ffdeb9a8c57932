import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AuditEvent, audit, auditActor, sealedEvent } from '#platform/audit';
import { linkAudit, verifyAudit } from '#platform/audit-chain';
import { steppedClock } from '#platform/clock-now';
import { inTransaction } from '#platform/db';
import type { Identity } from '#platform/identity/identity';
import { NO_RANGE, type Session, sessionPreamble } from '#platform/session';
import { type TestDatabase, testDatabase } from '#testing/database';
import { anOrganisation, aPerson, signedIn, type TestBrowser, type TestPerson, testIdentity, testServer } from '#testing/identity';
import { auditRoutes } from './audit-routes.ts';
import { identityRoutes } from './identity-routes.ts';

const clock = steppedClock('2026-03-16T09:00:00+08:00');
let database: TestDatabase;
let identity: Identity;
let app: FastifyInstance;
let unit: string;
let dataDir: string;
let person: TestPerson;
let auditor: TestPerson;
let session: Session;

beforeAll(async () => {
  database = await testDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'audit-'));
  identity = testIdentity(database.pool, clock.now);
  unit = await anOrganisation(database.pool, '杭锦后旗教育局（演示）');
  app = await testServer(identity, async (server) => {
    await server.register(identityRoutes, { identity });
    await server.register(auditRoutes, { identity, dataDir });
  });
  person = await aPerson(identity, [{ organisationId: unit, role: 'handler' }], { name: '张晓禾' });
  auditor = await aPerson(identity, [{ organisationId: unit, role: 'audit-admin', labelMax: 0 }], { name: '审计员' });
  session = {
    accountId: person.accountId,
    postId: person.postIds[0] ?? '',
    officerId: null,
    name: '张晓禾',
    role: 'handler',
    organisationId: unit,
    city: 1508,
    region: NO_RANGE,
    line: NO_RANGE,
    labelMax: 3,
  };
});
afterAll(async () => {
  await app?.close();
  await database?.close();
  await rm(dataDir, { recursive: true, force: true });
});
beforeEach(() => clock.advance(3_600_000));

const event = (more: Partial<AuditEvent> = {}): AuditEvent => ({
  actor: auditActor(session, '10.0.0.1'),
  at: clock.now(),
  action: 'matter.read',
  object: { kind: 'matter', id: 'm-1' },
  result: 'ok',
  ...more,
});
const write = (entry: AuditEvent): Promise<void> =>
  inTransaction(database.pool, sessionPreamble(session, clock.now()), (client) => audit(client, entry));
const enter = async (): Promise<TestBrowser> => {
  clock.advance(30_000);
  return signedIn(app, identity, auditor);
};

describe('审计日志：记录', () => {
  it('业务角色只能以自己的名义写入', async () => {
    await write(event());
    const other = { ...event().actor, accountId: auditor.accountId };
    await expect(write(event({ actor: other }))).rejects.toMatchObject({ code: '42501' });
  });

  it('日志写不进去，所记录的办理也不生效', async () => {
    const attempt = inTransaction(database.pool, sessionPreamble(session, clock.now()), async (client) => {
      await client.query(`insert into draft (account_id, subject, body, saved_at) values ($1, 'x', '{}', now())`, [person.accountId]);
      await audit(client, event({ action: 'NOT A CODE' }));
    });
    await expect(attempt).rejects.toMatchObject({ code: '23514' });
    expect((await database.pool.query(`select 1 from draft where subject = 'x'`)).rowCount).toBe(0);
  });

  it('密封事项只记种类和日期', () => {
    const sealed = sealedEvent(event({ at: Date.parse('2026-03-16T23:59:59+08:00'), detail: { number: '密〔2026〕1号' } }));
    expect(sealed).toMatchObject({ object: { kind: 'sealed', id: null }, at: Date.parse('2026-03-16T00:00:00+08:00') });
    expect(JSON.stringify(sealed)).not.toMatch(/m-1|密〔2026〕/);
  });

  it('换行、方向控制符、残缺字符不能伪造或破坏日志', async () => {
    const hostile = '甲\r\n2026-03-16 乙 登录成功\u202e\u0000\ud800';
    await write(event({ object: { kind: 'matter', id: hostile }, detail: { q: hostile } }));
    const { rows } = await database.pool.query('select object_id, detail from audit_event where strpos(object_id, $1) > 0', ['甲']);
    for (const text of [rows[0].object_id, rows[0].detail.q])
      expect(text).toBe('甲\\u000d\\u000a2026-03-16 乙 登录成功\\u202e\\u0000\\ud800');
  });

  it('任何人都改不了、删不了，表的所有者也不行', async () => {
    await write(event());
    await expect(database.pool.query(`update audit_event set who = '别人'`)).rejects.toThrow('never changed');
    await expect(database.pool.query('delete from audit_event')).rejects.toThrow('never changed');
    await expect(database.pool.query('truncate audit_event')).rejects.toThrow('never changed');
  });
});

describe('审计日志：只有审计管理员能查阅', () => {
  it('按日期、人员、动作查找；查阅本身也被记录', async () => {
    clock.set('2026-05-01T10:00:00+08:00');
    await write(event());
    clock.set('2026-05-02T00:30:00+08:00');
    await write(event({ result: 'refused' }));
    const page = await enter();
    const find = async (query: string) => {
      clock.advance(1000);
      return (await page.call({ url: `/api/admin/audit?${query}` })).json().items;
    };
    expect(await find('from=2026-05-01&to=2026-05-01&action=matter')).toMatchObject([
      { who: '张晓禾', organisation: '杭锦后旗教育局（演示）', roleName: '承办人', actionName: '查看办件', resultName: '成功' },
    ]);
    expect(await find('from=2026-05-02&to=2026-05-02&action=matter')).toMatchObject([{ resultName: '拒绝' }]);
    expect(await find(`from=2026-05-01&who=${encodeURIComponent('审计')}&action=audit.read`)).toMatchObject([
      { who: '审计员', detail: { from: '2026-05-01', action: 'audit.read' } },
      { detail: { from: '2026-05-02' } },
      { detail: { from: '2026-05-01' } },
    ]);
  });

  it('翻页不漏不重', async () => {
    clock.set('2026-06-01T10:00:00+08:00');
    for (let i = 0; i < 120; i++) await write(event({ object: { kind: 'matter', id: `p${i}` } }));
    const page = await enter();
    const seen: string[] = [];
    let cursor = '';
    for (let turn = 0; turn < 5; turn++) {
      const answer = (await page.call({ url: `/api/admin/audit?from=2026-06-01&action=matter.read${cursor}` })).json();
      seen.push(...answer.items.map((item: { objectId: string }) => item.objectId));
      if (answer.cursor === null) break;
      cursor = `&cursor=${encodeURIComponent(answer.cursor)}`;
    }
    expect(seen.toSorted()).toEqual(Array.from({ length: 120 }, (_, i) => `p${i}`).toSorted());
  });

  it('导出为表格，公式不会执行；没有的栏指出是哪一栏；超过五分钟要求再次验证', async () => {
    await write(event({ object: { kind: 'matter', id: '=HYPERLINK("x")' } }));
    const page = await enter();
    const answer = await page.call({ url: '/api/admin/audit/export' });
    expect(answer.statusCode).toBe(200);
    expect(answer.rawPayload.subarray(0, 2).toString()).toBe('PK');
    const unknown = (await page.call({ url: '/api/admin/audit/export?columns=at,secret' })).json();
    expect(unknown).toMatchObject({ error: 'unknown-column', reason: expect.stringContaining('没有“secret”这一栏') });
    clock.advance(5 * 60_000);
    expect((await page.call({ url: '/api/admin/audit/export' })).json()).toMatchObject({ error: 'step-up' });
  });

  it('业务人员和另外两员都看不到', async () => {
    for (const role of ['handler', 'head', 'system-admin', 'security-admin'] as const) {
      clock.advance(30_000);
      const page = await signedIn(app, identity, await aPerson(identity, [{ organisationId: unit, role, labelMax: 0 }]));
      for (const path of ['audit', 'audit/export', 'audit/verify'])
        expect([role, path, (await page.call({ url: `/api/admin/${path}` })).statusCode]).toEqual([role, path, 404]);
    }
  });
});

describe('审计日志链：改一处、删一条、补一条、截尾都能发现', () => {
  const all = async (): Promise<void> => {
    while ((await linkAudit(database.pool)) !== null);
  };
  /** What a database superuser could do behind the platform's back. */
  const behindTheBack = async (statement: string, values: unknown[] = []): Promise<void> => {
    const client = await database.pool.connect();
    await client.query('alter table audit_event disable trigger user; alter table audit_link disable trigger user');
    await client.query('alter table audit_event no force row level security');
    await client.query(statement, values);
    await client.query('alter table audit_event force row level security');
    await client.query('alter table audit_event enable trigger user; alter table audit_link enable trigger user');
    client.release();
  };
  const faults = async (): Promise<string[]> => (await verifyAudit(database.pool)).faults.map(({ what }) => what);

  it('完好的链通过校验；并行写入的记录一条不少', async () => {
    await Promise.all(Array.from({ length: 40 }, () => write(event())));
    await Promise.all([linkAudit(database.pool), linkAudit(database.pool)]);
    await all();
    const verdict = await verifyAudit(database.pool);
    const total = await database.pool.query('select count(*) from audit_link');
    expect(verdict).toMatchObject({ faults: [], waiting: 0, linked: total.rows[0].count });
    const page = await enter();
    expect((await page.call({ url: '/api/admin/audit/verify' })).json()).toMatchObject({ whole: true });
  });

  it('尾部被截，凭另处留存的链首发现', async () => {
    await all();
    const kept = (await verifyAudit(database.pool)).head;
    const last = await database.pool.query('select event_id from audit_link order by seq desc limit 1');
    const id = last.rows[0].event_id;
    const event = await database.pool.query('select to_jsonb(e) as row from audit_event e where id = $1', [id]);
    const link = await database.pool.query('select to_jsonb(l) as row from audit_link l where event_id = $1', [id]);
    await behindTheBack(`with gone as (delete from audit_link where event_id = '${id}') delete from audit_event where id = '${id}'`);
    expect(await faults()).toEqual([]);
    expect((await verifyAudit(database.pool, kept === null ? [] : [kept])).faults).toMatchObject([
      { what: expect.stringContaining('末尾缺失') },
    ]);
    await behindTheBack(`insert into audit_event select * from jsonb_populate_record(null::audit_event, $1)`, [event.rows[0].row]);
    await behindTheBack(`insert into audit_link select * from jsonb_populate_record(null::audit_link, $1)`, [link.rows[0].row]);
    expect(await faults()).toEqual([]);
  });

  it.each([
    ['改动内容', `update audit_event set who = '别人' where id = (select event_id from audit_link where seq = 5)`, '日志内容已被改动'],
    ['删去内容', `delete from audit_event where id = (select event_id from audit_link where seq = 9)`, '日志内容已被删除'],
    ['抽掉一环', `delete from audit_link where seq = 12`, '第 12 至 12 条缺失'],
    [
      '背后补记',
      `insert into audit_event (id, at, who, action, result, detail) values (gen_random_uuid(), now(), '某人', 'sign-in', 'ok', '{}')`,
      '不在日志链中',
    ],
  ])('%s', async (_, statement, what) => {
    await all();
    await behindTheBack(statement);
    expect(await faults()).toContain(what);
  });
});
