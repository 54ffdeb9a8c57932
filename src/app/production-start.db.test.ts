import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemNow } from '#platform/clock-now';
import { codeOfStep, stepOf } from '#platform/identity/totp';
import { type ChildServer, serverPlan, startChild } from '#testing/child-server';
import { copyPlantedFolder } from '#testing/planted-folder';
import { importCommand } from './operator-import.ts';
import type { Operator } from './operator-storage.ts';
import { userCommand } from './operator-user.ts';
import { migrateCommand, verifyCommand } from './operator-verify.ts';

let folder = '';
let server: ChildServer;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'faheng-production-'));
});
afterAll(async () => {
  await server?.kill();
  rmSync(folder, { recursive: true, force: true });
});

const MODE = { MODE: 'production', PUBLIC_ORIGIN: '' };

async function typed(command: typeof userCommand, args: readonly string[], answers: readonly string[] = []) {
  const said: string[] = [];
  const left = [...answers];
  const ask: NonNullable<Operator['ask']> = async () => left.shift() ?? '';
  const env = { DATA_DIR: folder, MODE: 'production' };
  const code = await command(args, { say: (line) => said.push(line), now: systemNow, env, ask });
  return { code, said: said.join('\n') };
}

const UNITS = `编码,名称,类别,层级,上级,司法行政部门,机关代字,区划,生效日
1,巴彦淖尔市人民政府,人民政府,市,,,巴政,150800,2019-03-01
2,巴彦淖尔市司法局,司法行政部门,市,1,,巴司,150800,2019-03-01
3,巴彦淖尔市交通运输局,行政执法部门,市,1,2,巴交,150800,2019-03-01
`;

/** A person at a page of the platform: keeps the cookie, sends what our own pages send. */
function page(base: string) {
  let cookie = '';
  return async (method: 'GET' | 'POST', path: string, body?: unknown): Promise<{ status: number; body: Record<string, unknown> }> => {
    const headers = {
      origin: base,
      'x-faheng': '1',
      cookie,
      'idempotency-key': randomUUID(),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    const answer = await fetch(base + path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    const set = answer.headers.get('set-cookie')?.split(';')[0];
    if (set !== undefined) cookie = set;
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>) };
  };
}

/** First sign-in as a person does it: opening code, own password, own authenticator. */
async function begin(login: string, code: string, password: string) {
  const call = page(server.said);
  const entered = await call('POST', '/api/session', { login, password: code });
  expect(entered, login).toMatchObject({ status: 200 });
  expect(await call('POST', '/api/account/password', { current: code, next: password })).toMatchObject({ status: 200 });
  const pending = await call('POST', '/api/account/authenticator');
  const secret = String(pending.body['secret']);
  const bound = await call('POST', '/api/account/authenticator/confirm', { code: codeOfStep(secret, stepOf(systemNow())) });
  expect(bound).toMatchObject({ status: 200 });
  return { call, password, secret, recoveryCodes: bound.body['recoveryCodes'] as readonly string[] };
}

const codes: Record<string, string> = {};
function keepCodes(said: string): void {
  for (const [, login, code] of said.matchAll(/登录名 (\S+) {2}开户码 (\S+)/g)) codes[login ?? ''] = code ?? '';
}

describe('正式运行：从空数据库到第一批人登录', () => {
  it('没有单位名录就不能建立管理员，说明先做什么；名录有错什么也不载入', async () => {
    expect(await typed(migrateCommand, [])).toMatchObject({ code: 0 });
    expect(await typed(userCommand, ['init'])).toMatchObject({ code: 2, said: expect.stringContaining('faheng import organisations') });
    const path = join(folder, 'units.csv');
    writeFileSync(path, UNITS.replace('150800,2019-03-01\n2', '999999,2019-03-01\n2'));
    const wrong = await typed(importCommand, ['organisations', path, '--city', '1508']);
    expect(wrong).toMatchObject({ code: 1, said: expect.stringContaining('没有载入任何内容') });
    writeFileSync(path, UNITS);
    expect(await typed(importCommand, ['organisations', path, '--city', '1508'])).toMatchObject({
      code: 0,
      said: expect.stringContaining('已载入单位3个'),
    });
  });

  it('建立三名管理员，开户码各一；无人登录前可以重做，旧码作废；再载入名录被拒绝', async () => {
    const first = await typed(userCommand, ['init']);
    keepCodes(first.said);
    const old = { ...codes };
    expect(Object.keys(codes).sort()).toEqual(['audit-admin', 'security-admin', 'system-admin']);
    keepCodes((await typed(userCommand, ['init'])).said);
    for (const login of Object.keys(codes)) expect(codes[login]).not.toBe(old[login]);
    expect((await typed(userCommand, ['list'])).said).toContain('未设口令和验证器');
    expect((await typed(importCommand, ['organisations', join(folder, 'units.csv'), '--city', '1508'])).said).toContain('已有单位名录');
  });

  let system: Awaited<ReturnType<typeof begin>>;
  let security: Awaited<ReturnType<typeof begin>>;

  it('启动；三名管理员首次登录各设口令和验证器；开户码只能用一次', async () => {
    server = await startChild(serverPlan(folder, MODE));
    expect((await page(server.said)('GET', '/api/session/demo')).status).toBe(404);
    system = await begin('system-admin', codes['system-admin'] ?? '', '胡杨林里-Zouguo-7391');
    security = await begin('security-admin', codes['security-admin'] ?? '', '乌梁素海-Luwei-5826');
    await begin('audit-admin', codes['audit-admin'] ?? '', '阴山岩画-Shike-4417');
    const again = await page(server.said)('POST', '/api/session', { login: 'system-admin', password: codes['system-admin'] });
    expect(again.status).toBe(401);
  });

  it('系统管理员申请、安全管理员批准，新人以两半开户码登录并办理', async () => {
    const found = await system.call('GET', `/api/admin/organisations?q=${encodeURIComponent('司法局')}`);
    const [bureau] = found.body['items'] as { id: string }[];
    const today = new Date(systemNow() + 8 * 3_600_000).toISOString().slice(0, 10);
    const post = { organisationId: bureau?.id, role: 'supervisor', labelMax: 2, from: today };
    const asked = await system.call('POST', '/api/admin/accounts', { login: 'jd1', name: '监督一', posts: [post], reason: '上岗' });
    expect(asked).toMatchObject({ status: 200 });
    const decided = await security.call('POST', `/api/admin/requests/${String(asked.body['requestId'])}/decide`, { approve: true });
    expect(decided).toMatchObject({ status: 200 });
    const code = `${String(asked.body['half'])}-${String(decided.body['half'])}`;
    const person = await begin('jd1', code, '黄河灌区-Kuiyuan-9042');
    expect(await person.call('GET', '/api/session')).toMatchObject({ status: 200, body: { login: 'jd1' } });
    expect((await person.call('GET', '/api/admin/accounts')).status).toBe(404);
    const units = await system.call('GET', `/api/admin/organisations?q=${encodeURIComponent('交通运输局')}`);
    const [addressee] = units.body['items'] as { id: string }[];
    const problems = [{ facts: '未告知陈述、申辩权利。', norm: '处罚前应当告知。', demand: '自行纠正。' }];
    const draft = {
      type: 'opinion',
      subject: '首件',
      addressee: addressee?.id,
      background: '经查阅案卷。',
      problems,
      contact: '协调监督科',
    };
    const drafted = await person.call('POST', '/api/supervision-document/draft', { input: draft });
    expect(drafted, JSON.stringify(drafted.body)).toMatchObject({ status: 200, body: { seq: 1 } });
  });

  it('有人登录过就不能再建首任管理员；管理员丢失验证器时由另一名管理员到场重置，一个人办不成', async () => {
    expect(await typed(userCommand, ['init'])).toMatchObject({ code: 2, said: expect.stringContaining('faheng user reset') });
    const reset = ['reset', 'system-admin', '--by', 'security-admin', '--reason', '手机遗失'];
    const { password, recoveryCodes } = security;
    expect(await typed(userCommand, reset, [password, '000000'])).toMatchObject({ code: 2, said: expect.stringContaining('不正确') });
    const own = ['reset', 'security-admin', '--by', 'security-admin', '--reason', '手机遗失'];
    expect(await typed(userCommand, own, [password, recoveryCodes[0] ?? ''])).toMatchObject({
      code: 2,
      said: expect.stringContaining('另一名'),
    });
    const other = ['reset', 'jd1', '--by', 'security-admin', '--reason', '手机遗失'];
    expect(await typed(userCommand, other, [password, recoveryCodes[1] ?? ''])).toMatchObject({
      code: 2,
      said: expect.stringContaining('不是管理员'),
    });
    const done = await typed(userCommand, reset, [password, recoveryCodes[2] ?? '']);
    expect(done).toMatchObject({ code: 0 });
    expect((await system.call('GET', '/api/session')).status).toBe(401);
    const code = /：(\S+)$/.exec(done.said)?.[1] ?? '';
    await begin('system-admin', code, '河套平原-Maitian-6608');
  });

  it('连续输错锁定后可以提前解除；不写原因、不认识的选项都指明', async () => {
    const stranger = page(server.said);
    for (let i = 0; i < 5; i += 1) await stranger('POST', '/api/session', { login: 'audit-admin', password: '不对的口令' });
    expect((await typed(userCommand, ['list'])).said).toMatch(/audit-admin.*锁定中/);
    expect(await typed(userCommand, ['unlock', 'audit-admin'])).toMatchObject({ code: 2, said: expect.stringContaining('--reason') });
    expect(await typed(userCommand, ['unlock', 'audit-admin', '--reason', '本人到场'])).toMatchObject({ code: 0 });
    expect((await typed(userCommand, ['list'])).said).not.toContain('锁定中');
    expect((await typed(userCommand, ['unlock', 'nobody', '--reason', '无'])).said).toContain('没有登录名为 nobody 的账号');
    expect((await typed(userCommand, ['list', '--all'])).said).toContain('不认识的选项 --all');
    expect((await typed(userCommand, ['remove'])).said).toContain('没有“user remove”这个命令');
  });

  it('全部核对一致', async () => {
    expect(await server.stop()).toBe(0);
    expect(await typed(verifyCommand, [])).toMatchObject({ code: 0, said: expect.stringContaining('核对一致：事项2件') });
  });
});

describe('正式运行拒绝演示账号', () => {
  it('演示数据上以 MODE=production 启动被拒绝，说明原因；命令行同样拒绝', async () => {
    const demo = mkdtempSync(join(tmpdir(), 'faheng-demo-'));
    try {
      await copyPlantedFolder(demo);
      await expect(startChild(serverPlan(demo, MODE))).rejects.toThrow(/\d+ 个演示账号，正式运行模式拒绝启动/);
    } finally {
      rmSync(demo, { recursive: true, force: true });
    }
    // A whole demonstration city is planted first.
  });
});
