import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anyKind, kindsOf } from '#platform/acts/kinds';
import { type Performed, type Platform, perform } from '#platform/acts/perform';
import { inTransaction, rows } from '#platform/db';
import { folderStore } from '#platform/files';
import { installIdentity } from '#platform/identity/guard';
import { drainOutbox } from '#platform/outbox';
import type { Session } from '#platform/session';
import { SUPERVISION_DOCUMENT } from '#supervision/supervision-document';
import { ANCHOR_MORNING, seedTestCity, type TestCity } from '#testing/city';
import { type TestDatabase, testDatabase } from '#testing/database';
import { testIdentity } from '#testing/identity';
import { testPlatform } from '#testing/platform';
import type { Opened } from '../opened.ts';
import { renderingHandlers } from '../rendering.ts';
import { setUpSecurityHeaders } from '../security-headers.ts';
import { publicPortal } from './portal-routes.ts';

/** Words that stand in the document and may stand in no answer. */
const PLANTED = [
  '密云路九百九十九号',
  '逾期公示二百二十二天',
  '违反第七千条',
  '补正第八千条',
  '临河区市场监督管理局',
  '0478-5550199',
  'sf-张',
];

let database: TestDatabase;
let city: TestCity;
let platform: Platform;
let opened: Opened;
let app: FastifyInstance;
let folder: string;
let now = ANCHOR_MORNING;
let document: Issued;
let withdrawn: Issued;
let unsealed: Issued;

type Issued = { id: string; code: string; number: string; pdf: Buffer; docx: Buffer; sealed: Buffer | null };

beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'verify-'));
  ({ city } = await seedTestCity(database.pool));
  platform = await testPlatform(database.pool, () => now, kindsOf([anyKind(SUPERVISION_DOCUMENT)]));
  const identity = testIdentity(database.pool, () => now, { publicOrigin: 'https://fz.example.gov.cn' });
  opened = { platform, identity, blobs: folderStore(join(folder, 'files')), close: async () => undefined };
  app = Fastify();
  await setUpSecurityHeaders(app);
  await installIdentity(app, identity);
  await app.register(publicPortal, { platform: opened.platform, blobs: opened.blobs });
  await app.ready();
  document = await issued(['seal', 'serve']);
  withdrawn = await issued(['seal', 'withdraw']);
  unsealed = await issued([]);
});
afterAll(async () => {
  await app?.close();
  await database?.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  now += 60_000;
});

async function act(by: Session, name: string, matterId: string | null, input: unknown = {}): Promise<Performed> {
  const answer = await perform(platform, { by, kind: 'supervision-document', act: name, matterId, input });
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  await drainOutbox(platform, new Map(renderingHandlers(opened)));
  return answer.done;
}

async function issued(further: readonly ('seal' | 'serve' | 'withdraw')[]): Promise<Issued> {
  const { supervisorA, supervisorB, checker, head, sealKeeper } = city.市司法局;
  const { matterId: id } = await act(supervisorA.session, 'draft', null, {
    type: 'opinion',
    subject: PLANTED[0],
    addressee: city.区市场监管局.id,
    reportTo: city.区司法局.id,
    background: PLANTED[1],
    problems: [{ subject: '某公司', facts: PLANTED[1], norm: PLANTED[2], demand: PLANTED[3] }],
    contact: PLANTED[5],
  });
  await act(supervisorA.session, 'submit', id);
  await act(supervisorB.session, 'check', id);
  await act(checker.session, 'review', id);
  await act(head.session, 'sign', id);
  const doers = { seal: sealKeeper, serve: supervisorA, withdraw: head };
  for (const name of further) await act(doers[name].session, name, id, name === 'withdraw' ? { reason: PLANTED[4] } : {});
  return read(id);
}

async function read(matterId: string): Promise<Issued> {
  const [row] = await rows<{ verify_code: string; number: string; pdf: string; docx: string; sealed: string | null }>(
    database.pool,
    `select d.verify_code, d.number, p.sha256 as pdf, x.sha256 as docx, s.sha256 as sealed from document d
     join file p on p.id = d.pdf_file join file x on x.id = d.docx_file left join file s on s.id = d.sealed_file
     where d.matter_id = $1 and d.verify_code is not null`,
    [matterId],
  );
  if (row === undefined) throw new Error('no document to verify');
  const bytes = async (sha256: string): Promise<Buffer> => Buffer.concat(await opened.blobs.read(sha256).toArray());
  return {
    id: matterId,
    code: row.verify_code,
    number: row.number,
    pdf: await bytes(row.pdf),
    docx: await bytes(row.docx),
    sealed: row.sealed === null ? null : await bytes(row.sealed),
  };
}

type Answer = { status: number; body: string; headers: Readonly<Record<string, unknown>> };
type Filled = { readonly code?: string; readonly number?: string; readonly file?: Buffer };

async function ask({ code = '', number = '', file }: Filled, address = '203.0.113.7'): Promise<Answer> {
  const form = new FormData();
  form.append('number', number);
  form.append('code', code);
  form.append('file', new Blob([new Uint8Array(file ?? Buffer.alloc(0))]), file === undefined ? '' : '文书.pdf');
  const sent = new Response(form);
  const answer = await app.inject({
    method: 'POST',
    url: '/public/verify',
    remoteAddress: address,
    headers: { 'content-type': sent.headers.get('content-type') ?? '' },
    payload: Buffer.from(await sent.arrayBuffer()),
  });
  return { status: answer.statusCode, body: answer.body, headers: answer.headers };
}

async function open(url: string): Promise<Answer> {
  const answer = await app.inject({ url });
  return { status: answer.statusCode, body: answer.body, headers: answer.headers };
}

/** The answer without what the asker typed. */
const withoutTyped = ({ status, body }: Answer): string => `${status} ${body.replaceAll(/value="[^"]*"/g, 'value=""')}`;

/** One row of the answer, as the reader sees it. */
const said = ({ body }: Answer, what: string): string => new RegExp(`<dt>${what}</dt><dd>([^<]*)</dd>`).exec(body)?.[1] ?? '';

describe('公开核验：只答真伪、发文机关、文书种类、发文日期和文件是否一致（议题第七项）', () => {
  it('凭文号和核验码核验：演示文书如实称为演示文书', async () => {
    const answer = await ask({ code: document.code, number: document.number });
    expect(answer.status).toBe(200);
    expect(answer.body).toContain('<h2>演示文书</h2>');
    expect(answer.body).toContain('演示文书不具法律效力');
    const facts = ['发文机关', '文书种类', '发文日期', '状态', '文号', '文件'].map((what) => said(answer, what));
    expect(facts).toEqual(['巴彦淖尔市司法局', '行政执法监督意见书', '2026年3月16日', '有效', '与所填一致', '未选择，没有核对']);
  });

  it('非演示机关的文书称为真实', async () => {
    await database.pool.query('update organisation_record set demonstration = false where organisation_id = $1', [city.市司法局.id]);
    await database.pool.query(`update document set facts = facts - 'demonstration' where verify_code = $1`, [document.code]);
    const answer = await ask({ code: document.code, number: document.number });
    expect(answer.body).toContain('核验通过，文书真实');
    expect(answer.body).not.toContain('不具法律效力');
    await database.pool.query(`update document set facts = facts || '{"demonstration": true}' where verify_code = $1`, [document.code]);
    expect((await ask({ code: document.code })).body).toContain('<h2>演示文书</h2>');
  });

  it('二维码只带核验码：答复相同，并说明文号没有核对；扫码软件另加的参数不妨碍', async () => {
    const answer = await open(`/public/verify?code=${document.code}&from=singlemessage`);
    expect(answer.status).toBe(200);
    expect(said(answer, '发文机关')).toBe('巴彦淖尔市司法局');
    expect(said(answer, '文号')).toBe('未填写，没有核对');
  });

  it.each([
    ['小写并每四位空格', (d: Issued) => ({ code: (d.code.match(/.{4}/g) ?? []).join(' ').toLowerCase(), number: d.number })],
    [
      '全角',
      (d: Issued) => ({ code: d.code.replace(/[2-9A-Z]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)), number: d.number }),
    ],
    ['文号用方括号、半角并带“第”', (d: Issued) => ({ code: d.code, number: ` ${d.number.replace('〔', '[').replace('〕', ']第 ')} ` })],
  ])('写法不同（%s）不影响核验', async (_, filled) => {
    expect(said(await ask(filled(document)), '文号')).toBe('与所填一致');
  });

  it('用印后撤回的文书答复作废（文号保留，细则第二十二条的文书编号）', async () => {
    const answer = await ask({ code: withdrawn.code, number: withdrawn.number });
    expect(said(answer, '状态')).toBe('作废');
    expect(answer.body).toContain('已作废');
  });
});

describe('查不到的一律同一答复，不能借以探知有无', () => {
  it('文号不符、核验码不符、未用印、受限、不公开核验、胡乱填写，答复逐字相同', async () => {
    const wrong = `${document.code.slice(0, 15)}${document.code.endsWith('A') ? 'B' : 'A'}`;
    const refused = withoutTyped(await ask({ code: wrong, number: document.number }));
    expect(refused).toContain('核验未通过');
    const restrict = (change: string) => database.pool.query(`update document set ${change} where verify_code = $1`, [document.code]);
    const asked: Answer[] = [
      await ask({ code: document.code, number: withdrawn.number }),
      await ask({ code: wrong }),
      await ask({ code: unsealed.code, number: unsealed.number }),
      await ask({ code: 'x', number: '不存在的文号' }),
      await ask({ code: wrong, file: document.sealed ?? Buffer.alloc(0) }),
      await open(`/public/verify?code=${wrong}`),
    ];
    for (const [on, off] of [
      ['label = 3', 'label = 2'],
      ['label = 4', 'label = 2'],
      ['publicly_verifiable = false', 'publicly_verifiable = true'],
    ] as const) {
      await restrict(on);
      asked.push(await ask({ code: document.code, number: document.number }), await open(`/public/verify?code=${document.code}`));
      await restrict(off);
    }
    expect(asked.map(withoutTyped)).toEqual(asked.map(() => refused));
    expect((await ask({ code: document.code, number: document.number })).body).not.toContain('核验未通过');
  });

  it('同一地址每分钟三十次，其他地址不受影响', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 31; i += 1) statuses.push((await ask({ code: 'x' }, '198.51.100.4')).status);
    expect(statuses.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => 200));
    expect(statuses[30]).toBe(429);
    expect((await ask({ code: 'x' }, '198.51.100.5')).status).toBe(200);
  });
});

describe('核对电子文件', () => {
  it('留存的 PDF、DOCX、用印 PDF 都一致；改一个字节即不一致', async () => {
    const sealed = document.sealed ?? Buffer.alloc(0);
    for (const file of [document.pdf, document.docx, sealed])
      expect(said(await ask({ code: document.code, file }), '文件')).toBe('与平台留存的该文书一致');
    const altered = Buffer.from(sealed);
    altered.writeUInt8(altered.readUInt8(altered.length - 20) ^ 1, altered.length - 20);
    expect(said(await ask({ code: document.code, file: altered }), '文件')).toContain('不一致');
    expect(said(await ask({ code: document.code, file: withdrawn.sealed ?? Buffer.alloc(0) }), '文件')).toContain('不一致');
  });

  it('文件不保存，超过 50MB 的不接受', async () => {
    const count = async () => (await rows<{ n: number }>(database.pool, 'select count(*)::int as n from file')).at(0)?.n;
    const before = await count();
    await ask({ code: document.code, file: Buffer.from('某文件') });
    const answer = await ask({ code: document.code, file: Buffer.alloc(50 * 1024 * 1024 + 1) });
    expect([answer.status, answer.body.includes('超过 50 MB')]).toEqual([413, true]);
    expect(await count()).toBe(before);
  });
});

describe('不泄露、不执行、不收录', () => {
  it('收文单位、事实、依据、联系人，在任何答复中都不出现', async () => {
    const bodies: string[] = [];
    for (const one of [document, withdrawn, unsealed]) {
      bodies.push((await open(`/public/verify?code=${one.code}`)).body);
      for (const file of [one.pdf, one.docx, Buffer.from('别的文件')])
        bodies.push((await ask({ code: one.code, number: one.number, file })).body);
    }
    for (const body of bodies) for (const words of PLANTED) expect(body).not.toContain(words);
    // The document itself does hold them: the test looks for the right words.
    const [stored] = await rows<{ facts: string }>(database.pool, 'select facts::text as facts from document where verify_code = $1', [
      document.code,
    ]);
    for (const words of PLANTED.slice(0, 5)) expect(stored?.facts).toContain(words);
  });

  it('app_public 对任何表没有任何权限，只能问这一个函数', async () => {
    const rights = await rows<{ name: string }>(
      database.pool,
      `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'S')
       and (c.relkind = 'S' and has_sequence_privilege('app_public', c.oid, 'usage, select, update')
         or c.relkind <> 'S' and has_any_column_privilege('app_public', c.oid, 'select, insert, update, references')
         or c.relkind <> 'S' and has_table_privilege('app_public', c.oid, 'delete, truncate, trigger'))`,
    );
    expect(rights).toEqual([]);
    const peek = inTransaction(database.pool, 'set local role app_public;', (client) => rows(client, 'select facts from document'));
    await expect(peek).rejects.toThrow(/permission denied/);
  });

  it.each([
    ['标签', '"><script>alert(1)</script>'],
    ['语句', "' or 1=1 --"],
    ['模板', '{{7*7}}<%= 7*7 %>'],
    ['控制字符和半个字符', '\u0000\u202e\ud800'],
    ['公式', '=cmd|calc'],
    ['极长', 'A'.repeat(900)],
    ['路径', '../../etc/passwd'],
  ])('恶意输入（%s）：原样转义，答复如常', async (_, text) => {
    const answer = await ask({ code: text, number: text });
    expect(answer.status).toBe(200);
    expect(answer.body).toContain('核验未通过');
    expect(answer.body).not.toMatch(/<script|PostgreSQL|syntax error/i);
    expect((await open(`/public/verify?code=${encodeURIComponent(Buffer.from(text).toString())}`)).status).toBe(200);
  });

  it('不是表单的、字段过多的、重复的参数：说明无法读取，不出错', async () => {
    const json = await app.inject({ method: 'POST', url: '/public/verify', payload: { code: document.code } });
    expect([json.statusCode, json.body.includes('无法读取')]).toEqual([400, true]);
    const plain = await app.inject({
      method: 'POST',
      url: '/public/verify',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'code=x',
    });
    expect([plain.statusCode, plain.headers['content-type']]).toEqual([400, 'text/html; charset=utf-8']);
    expect((await open(`/public/verify?code=${document.code}&code=x`)).body).not.toContain('演示文书');
    expect((await ask({})).status).toBe(400);
  });

  it('页面不带脚本，禁止收录、缓存和嵌入，只许交给本站', async () => {
    for (const url of ['/public/verify', `/public/verify?code=${document.code}`, '/public/nothing']) {
      const { body, headers } = await open(url);
      expect(headers).toMatchObject({
        'x-robots-tag': 'noindex, nofollow',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
      });
      expect(headers['content-security-policy']).toMatch(
        /^default-src 'none'; img-src data:; script-src 'none'; style-src 'sha256-[^']+'; form-action 'self'/,
      );
      expect(body).toContain('<meta name="robots" content="noindex,nofollow">');
      expect(body).not.toContain('<script');
      expect(body.length).toBeLessThan(8_000);
    }
  });
});
