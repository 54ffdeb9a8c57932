import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PENALTY_RECORD } from '#enforcement/penalty-records';
import type { Json } from '#law';
import { anyKind, kindsOf } from '#platform/acts/kinds';
import type { Platform } from '#platform/acts/perform';
import { verify } from '#platform/acts/verify';
import { rows } from '#platform/db';
import { folderStore } from '#platform/files';
import { verifyFindings } from '#platform/findings/verify-findings';
import { fileRoutes } from '#platform/http/file-routes';
import type { Identity } from '#platform/identity/identity';
import { ANCHOR, ANCHOR_MORNING, type Person, seedTestCity, type TestCity } from '#testing/city';
import { browserOf, letThemSignIn } from '#testing/city-sign-in';
import { type TestDatabase, testDatabase } from '#testing/database';
import { type TestBrowser, testIdentity, testServer } from '#testing/identity';
import { testPlatform } from '#testing/platform';
import { runNextImport } from '../enforcement/penalty-records/actions-import-run.ts';
import type { JobView, RowView } from '../enforcement/penalty-records/contract-imports.ts';
import { csvLine } from '../enforcement/penalty-records/reading/penalty-files.fixtures.ts';
import { openPenaltyFile } from '../enforcement/penalty-records/reading/read-rows.ts';
import { reportedDecision } from '../enforcement/penalty-records/testing.ts';
import { encoded, zipOf } from '../platform/spreadsheet/files.fixtures.ts';
import { afterActs } from './after-act.ts';
import { importRoutes } from './import-routes.ts';
import { importDeps } from './import-work.ts';

let database: TestDatabase;
let identity: Identity;
let platform: Platform;
let app: FastifyInstance;
let city: TestCity;
let folder: string;
let nowMs = ANCHOR_MORNING;
let deps: ReturnType<typeof importDeps>;
const people = new Map<Person, TestBrowser>();

beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'faheng-imports-'));
  ({ city } = await seedTestCity(database.pool));
  identity = testIdentity(database.pool, () => nowMs);
  await letThemSignIn(identity, city.world);
  const kinds = kindsOf([anyKind(PENALTY_RECORD)]);
  platform = await testPlatform(database.pool, () => nowMs, kinds, { afterAct: afterActs(identity.keys) });
  const opened = { platform, identity, blobs: folderStore(folder) };
  deps = importDeps(opened);
  app = await testServer(identity, async (server) => {
    await server.register(fileRoutes, opened);
    await importRoutes(server, opened);
  });
});
afterAll(async () => {
  await app?.close();
  await database?.close();
  await rm(folder, { recursive: true, force: true });
});

const AT = '/api/penalty-records/imports';

async function as(person: Person): Promise<TestBrowser> {
  const known = people.get(person) ?? (await browserOf(app, identity, person));
  people.set(person, known);
  return known;
}
const handler = (): Person => city.区市场监管局.handlerA;
const organ = (): string => city.区市场监管局.name;

async function upload(person: Person, name: string, bytes: Buffer): Promise<string> {
  const boundary = '----faheng';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/csv\r\n\r\n`;
  const payload = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  const answer = await (await as(person)).call({
    method: 'POST',
    url: '/api/files',
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload,
  });
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json<{ id: string }>().id;
}

type Told = { readonly status: number; readonly view: JobView; readonly reason: string };

async function post(person: Person, path: string, body: object = {}): Promise<Told> {
  const answer = await (await as(person)).call({ method: 'POST', url: `${AT}${path}`, payload: body });
  const view = answer.json<JobView & { reason: string }>();
  return { status: answer.statusCode, view, reason: view.reason };
}

async function bring(person: Person, name: string, bytes: Buffer | string, more: object = {}): Promise<Told> {
  const file = await upload(person, name, Buffer.from(bytes));
  return post(person, '', { file, fileKind: 'publicity', ...more });
}

async function work(stopping: () => boolean = () => false): Promise<void> {
  while ((await runNextImport(deps, stopping)) && !stopping());
}

async function look(person: Person, id: string): Promise<JobView> {
  return (await (await as(person)).call({ method: 'GET', url: `${AT}/${id}` })).json<JobView>();
}

async function tab(person: Person, id: string, name: string): Promise<RowView[]> {
  const all: RowView[] = [];
  for (let cursor = ''; ; ) {
    const url = `${AT}/${id}/rows?tab=${name}&limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`;
    const page = (await (await as(person)).call({ method: 'GET', url })).json<{ items: RowView[]; cursor: string | null }>();
    all.push(...page.items);
    if (page.cursor === null) return all;
    cursor = page.cursor;
  }
}

/** Brings, starts and works off a file whose columns are all recognised. */
async function load(person: Person, name: string, bytes: Buffer | string, more: object = {}): Promise<JobView> {
  const brought = await bring(person, name, bytes, more);
  expect(brought.view, JSON.stringify(brought.view)).toMatchObject({ state: 'ready' });
  expect((await post(person, `/${brought.view.id}/start`)).status).toBe(200);
  await work();
  return look(person, brought.view.id);
}

type Row = Readonly<Record<string, Json>>;
function csv(list: readonly Row[], titles: readonly string[] = Object.keys(list[0] ?? {})): string {
  return [csvLine(titles), ...list.map((row) => csvLine(titles.map((title) => String(row[title] ?? ''))))].join('\r\n').concat('\r\n');
}
const decision = (serial: number, more: Record<string, string> = {}): Row => reportedDecision(organ(), serial, more) as Row;
const many = (from: number, n: number): Row[] => Array.from({ length: n }, (_, i) => decision(from + i));
const count = async (sql: string, values: unknown[] = []): Promise<number> =>
  Number((await rows<{ n: number }>(database.pool, sql, values))[0]?.n);
const stored = (): Promise<number> => count('select count(*)::int as n from penalty_record');

describe('上传、识别、入库（细则第八条第十二项）', () => {
  it('各行或者入库，或者写明行、列、内容和原因；变更、删除、测试行另列；四个数字对得上', async () => {
    const list = [
      decision(1),
      decision(2, { 处罚决定日期: '2026-13-45' }),
      decision(3, { 违法事实: '当事人联系电话13800000000，未明码标价。' }),
      decision(1),
      decision(1, { '罚款金额(万元)': '0.9' }),
      decision(4, { 备注: '删除' }),
      decision(5, { 行政相对人名称: '测试数据' }),
    ];
    const job = await load(handler(), '一月.csv', csv(list, [...Object.keys(decision(1)), '备注']));
    expect(job).toMatchObject({
      state: 'done',
      counts: { loaded: 2, rejected: 1, same: 1, duplicates: 1, setAside: 2, findings: 1 },
      passed: 7,
    });
    expect((await tab(handler(), job.id, 'loaded')).map((r) => r.line)).toEqual([2, 4]);
    const [wrong] = await tab(handler(), job.id, 'to-correct');
    expect(wrong).toMatchObject({ line: 3, faults: [{ column: '处罚决定日期', value: '2026-13-45' }] });
    expect((await tab(handler(), job.id, 'set-aside')).map((r) => [r.line, r.reason])).toEqual([
      [7, expect.stringContaining('删除行')],
      [8, expect.stringContaining('测试行')],
    ]);
    const [again] = await tab(handler(), job.id, 'duplicate');
    expect(again).toMatchObject({ line: 6, differences: [{ label: '罚款金额', before: '2,000元', after: '9,000元' }] });
    expect(again?.title).toContain('演市监罚〔2026〕1号');
  });

  it('不认识的列由人对应，记住以后同一单位的文件自动认出；另一单位不受影响', async () => {
    const strange = (list: Row[]) => csv(list).replace('处罚决定日期', '落款那天').replace('行政相对人名称', '罚了谁');
    const first = await bring(handler(), '自定表头.csv', strange([decision(11)]));
    expect(first.view).toMatchObject({ state: 'blocked', head: { missingKeys: ['partyName', 'decidedOn'] } });
    expect(first.view.sample[0]).toContain('2026-02-02');
    expect(await post(handler(), `/${first.view.id}/start`)).toMatchObject({
      status: 422,
      reason: '缺少必需的列：行政相对人名称、处罚决定日期',
    });
    const titles = { 落款那天: 'decidedOn', 罚了谁: 'partyName' };
    expect(await post(handler(), `/${first.view.id}/columns`, { titles: { 落款那天: '没有这一栏' } })).toMatchObject({ status: 422 });
    expect((await post(handler(), `/${first.view.id}/columns`, { titles })).view).toMatchObject({ state: 'ready' });
    await post(handler(), `/${first.view.id}/start`);
    await work();
    expect(await look(handler(), first.view.id)).toMatchObject({ state: 'done', counts: { loaded: 1 }, sample: [] });
    expect(await post(handler(), `/${first.view.id}/columns`, { titles })).toMatchObject({ status: 422 });
    expect((await bring(handler(), '又一份.csv', strange([decision(12)]))).view).toMatchObject({ state: 'ready' });
    expect((await bring(city.市司法局.supervisorA, '别家.csv', strange([decision(12)]))).view).toMatchObject({ state: 'blocked' });
  });

  it('文件没有处罚机关列：部门的归本机关，司法局的要指明', async () => {
    const titles = Object.keys(decision(1)).filter((title) => title !== '处罚机关');
    expect((await load(handler(), '本局.csv', csv([decision(21)], titles))).counts).toMatchObject({ loaded: 1 });
    const bureau = city.市司法局.supervisorA;
    const brought = await bring(bureau, '代报.csv', csv([decision(22)], titles));
    expect(brought.view).toMatchObject({ state: 'blocked', head: { missingKeys: ['organName'] } });
    const mapped = await post(bureau, `/${brought.view.id}/columns`, { titles: {}, organ: city.区市场监管局.id });
    expect(mapped.view).toMatchObject({ state: 'ready', organ: { name: organ() } });
    await post(bureau, `/${brought.view.id}/start`);
    await work();
    expect(await look(bureau, brought.view.id)).toMatchObject({ counts: { loaded: 1 } });
  });

  it('名录中没有的机关名称指明一次：等候的行随即入库，以后自动认出', async () => {
    const named = (n: number) => decision(n, { 处罚机关: '临河市监局' });
    const job = await load(handler(), '简称.csv', csv([named(31), named(32), decision(33)]));
    expect(job).toMatchObject({ counts: { loaded: 1, rejected: 2 }, unknownOrgans: [{ name: '临河市监局', rows: 2 }] });
    const mark = job.unknownOrgans[0]?.mark ?? '';
    expect(await post(city.市司法局.supervisorA, `/${job.id}/organs`, { organs: [{ mark, organ: city.区市场监管局.id }] })).toMatchObject({
      status: 422,
    });
    expect(await post(handler(), `/${job.id}/organs`, { organs: [{ mark, organ: city.区市场监管局.id }] })).toMatchObject({ status: 200 });
    await work();
    expect(await look(handler(), job.id)).toMatchObject({
      ...{ state: 'done', stateName: '已完成', counts: { loaded: 3, rejected: 0 } },
      unknownOrgans: [],
    });
    expect((await load(handler(), '又是简称.csv', csv([named(34)]))).counts).toMatchObject({ loaded: 1, rejected: 0 });
  });

  it('更正工作簿在出错的单元格旁写原因；改好原样上传，不重复入库', async () => {
    const job = await load(
      handler(),
      '待更正.csv',
      csv([decision(41), decision(42, { 处罚决定日期: '不详' }), decision(43, { 行政处罚决定书文号: '' })]),
    );
    expect(job.stateName).toBe('已完成，2行需更正');
    const answer = await (await as(handler())).call({ method: 'GET', url: `${AT}/${job.id}/correction` });
    expect(answer.statusCode).toBe(200);
    const path = join(folder, 'correction.xlsx');
    await writeFile(path, answer.rawPayload);
    const read = await openPenaltyFile(path, { today: ANCHOR, fileKind: 'publicity' });
    if ('refused' in read) throw new Error(read.reason);
    const outcomes = [];
    for await (const part of read.outcomes()) outcomes.push(...part);
    await read.close();
    expect(outcomes).toMatchObject([
      { is: 'rejected', faults: [{ column: '处罚决定日期' }] },
      { is: 'rejected', faults: [{ column: '行政处罚决定书文号' }] },
    ]);
    const before = await stored();
    const corrected = csv([decision(42), decision(43)], ['原行号', ...Object.keys(decision(1)), '更正原因']);
    const later = await load(handler(), '待更正（待更正）.csv', corrected);
    expect(later.counts).toMatchObject({ loaded: 2, rejected: 0 });
    expect(await look(handler(), job.id)).toMatchObject({ stateName: '已完成', corrected: 2, counts: { rejected: 2 } });
    const rowsThen = await tab(handler(), job.id, 'to-correct');
    expect(rowsThen.map((r) => [r.line, r.corrected?.by, r.title !== null])).toEqual([
      [3, later.id, true],
      [4, later.id, true],
    ]);
    const left = await (await as(handler())).call({ method: 'GET', url: `${AT}/${job.id}/correction` });
    expect(left.rawPayload.length).toBeLessThan(answer.rawPayload.length);
    expect((await load(handler(), '全部.csv', csv([decision(41), decision(42), decision(43)]))).counts).toMatchObject({
      loaded: 0,
      same: 3,
    });
    expect(await stored()).toBe(before + 2);
  });

  it('不是同一机关、文号、年份的，不算更正；别的单位导入的也不算', async () => {
    const job = await load(
      handler(),
      '未更正.csv',
      csv([
        decision(44, { 处罚决定日期: '不详' }),
        decision(45, { 行政处罚决定书文号: '' }),
        // Neither who was fined nor which number: the same day, words and facts are many others', too.
        decision(48, { 行政处罚决定书文号: '', 行政相对人名称: '' }),
      ]),
    );
    const alike = {
      ...decision(48),
      行政处罚决定书文号: decision(47)['行政处罚决定书文号'] ?? '',
      行政相对人名称: decision(47)['行政相对人名称'] ?? '',
    };
    await load(handler(), '别的.csv', csv([decision(46), alike]));
    expect(await look(handler(), job.id)).toMatchObject({ stateName: '已完成，3行需更正', corrected: 0 });
    expect((await tab(handler(), job.id, 'to-correct')).map((r) => r.corrected)).toEqual([null, null, null]);
  });

  it('信用平台导出声明导出日期，同一决定作为另一来源登记一次；晚于今天的日期拒绝', async () => {
    await load(handler(), '报送.csv', csv([decision(51)]));
    const credit = { fileKind: 'credit-export', exportedOn: '2026-03-10' };
    const text = csv([decision(51, { '罚款金额(万元)': '0.4' })]);
    expect((await bring(handler(), '晚.csv', text, { ...credit, exportedOn: '2026-03-17' })).reason).toContain('不得晚于今天');
    const job = await load(handler(), '信用.csv', text, credit);
    expect(job.counts).toMatchObject({ loaded: 0, otherSource: 1 });
    expect((await load(handler(), '信用又一次.csv', text, credit)).counts).toMatchObject({ same: 1, otherSource: 0 });
    const matterId = (await tab(handler(), job.id, 'loaded'))[0]?.matterId;
    expect(await count(`select count(*)::int as n from act where matter_id = $1 and type = 'other-source'`, [matterId])).toBe(1);
    expect(await count(`select count(*)::int as n from finding where matter_id = $1 and rule_id = 'P07' and stands`, [matterId])).toBe(1);
  });
});

describe('疑似重复由人确认', () => {
  const changed = (n: number): Row => decision(n, { '罚款金额(万元)': '0.8' });
  const decide = async (id: string, body: object) =>
    (await (await as(handler())).call({ method: 'POST', url: `${AT}/${id}/duplicates`, payload: body })).json();

  it('逐条或者成批确认为同一、更正、两份；更正之后原来的文件再导入答复已有', async () => {
    const serials = [61, 62, 63, 64];
    const original = csv(serials.map((n) => decision(n)));
    await load(handler(), '原件.csv', original);
    const job = await load(handler(), '后报.csv', csv(serials.map(changed)));
    expect(job.counts).toMatchObject({ duplicates: 4, loaded: 0 });
    const [same, update, separate] = await tab(handler(), job.id, 'duplicate');
    const before = await stored();
    expect(await decide(job.id, { decision: 'same', rows: [same?.n] })).toEqual({ decided: 1, left: 3, refused: [] });
    expect(await decide(job.id, { decision: 'separate', rows: [separate?.n] })).toEqual({ decided: 1, left: 2, refused: [] });
    expect(await decide(job.id, { decision: 'update' })).toEqual({ decided: 2, left: 0, refused: [] });
    expect(await decide(job.id, { decision: 'update', rows: [update?.n] })).toEqual({ decided: 0, left: 0, refused: [] });
    expect(await stored()).toBe(before + 1);
    expect(await look(handler(), job.id)).toMatchObject({ counts: { loaded: 1, updated: 2, same: 1, duplicates: 0 } });
    const fines = await rows<{ number: string; fines: string }>(
      database.pool,
      `select number, string_agg(fine_fen::text, ',' order by key_serial) as fines from penalty_record where number = any($1) group by number order by number`,
      [serials.map((n) => `演市监罚〔2026〕${n}号`)],
    );
    expect(fines.map((f) => f.fines)).toEqual(['200000', '800000', '200000,800000', '800000']);
    expect((await load(handler(), '原件再来.csv', original.replace('\r\n', '\r\n\r\n'))).counts).toMatchObject({ same: 4, duplicates: 0 });
    expect((await load(handler(), '后报再来.csv', csv(serials.map(changed).reverse()))).counts).toMatchObject({ same: 4, duplicates: 0 });
    expect((await tab(handler(), job.id, 'same'))[0]).toMatchObject({ decided: 'same', decidedBy: handler().name });
  });

  it('同一文件里互相重复的，确认之后同一文件再导入不再询问', async () => {
    const twice = csv([decision(66), changed(66)]);
    const job = await load(handler(), '互相重复.csv', twice);
    expect(job.counts).toMatchObject({ loaded: 1, duplicates: 1 });
    expect(await decide(job.id, { decision: 'update' })).toMatchObject({ decided: 1, refused: [] });
    expect((await load(handler(), '互相重复.csv', twice)).counts).toMatchObject({ loaded: 0, same: 2, duplicates: 0 });
  });

  it('互相重复的行都在等候机关名称：指明以后一行入库，一行仍请人确认', async () => {
    const first = decision(65, { 处罚机关: '某某无名局' });
    const job = await load(handler(), '都没有.csv', csv([first, { ...first, '罚款金额(万元)': '0.8' }]));
    expect(job.counts).toMatchObject({ rejected: 2, duplicates: 0 });
    await post(handler(), `/${job.id}/organs`, { organs: [{ mark: job.unknownOrgans[0]?.mark, organ: city.区市场监管局.id }] });
    await work();
    expect((await look(handler(), job.id)).counts).toMatchObject({ loaded: 1, rejected: 0, duplicates: 1 });
  });
});

describe('坏文件：说明原因，什么也不写入', () => {
  const jobs = (): Promise<number> => count('select count(*)::int as n from import_job');

  it.each([
    ['空文件', '空.csv', '', '文件是空的'],
    ['只有空行', '空行.csv', '\r\n\r\n', '文件是空的'],
    ['网页', '网页.xlsx', '<html><body><table><tr><td>1</td></tr></table></body></html>', '网页'],
    ['图片', '图片.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]), '文件'],
  ])('%s', async (_, name, bytes, reason) => {
    const before = await jobs();
    const answer = await bring(handler(), name, bytes);
    expect(answer.status).toBe(422);
    expect(answer.reason).toContain(reason);
    expect(await jobs()).toBe(before);
  });

  it('一千比一的压缩炸弹一秒内拒绝', async () => {
    const bomb = zipOf([
      { name: '[Content_Types].xml', body: '<Types/>' },
      { name: 'xl/workbook.xml', body: '<workbook/>' },
      { name: 'xl/worksheets/sheet1.xml', body: Buffer.alloc(20 * 1024 * 1024, 32) },
    ]);
    const began = performance.now();
    const answer = await bring(handler(), '炸弹.xlsx', bomb);
    expect(answer.status).toBe(422);
    expect(answer.reason).toMatch(/压缩|展开/);
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it('二百兆的文件拒绝，并说明上限', async () => {
    const answer = await bring(handler(), '大.csv', Buffer.alloc(200 * 1024 * 1024 - 4096, 0x41));
    expect(answer).toMatchObject({ status: 422, reason: expect.stringContaining('150 MB') });
  });

  it('表头两行、标题行、国标编码、十万字的单元格、中断的末行：能读的读，不能读的逐处说明', async () => {
    const titles = Object.keys(decision(1));
    const groups = titles.map((_, i) => (i === 0 ? '行政相对人信息' : ''));
    const lines = [
      '临河区市场监督管理局行政处罚信息表',
      csvLine(groups),
      csvLine(titles),
      csvLine(titles.map((t) => String(decision(71)[t] ?? ''))),
      csvLine(titles.map((t) => (t === '违法事实' ? '长'.repeat(100_000) : String(decision(72)[t] ?? '')))),
      csvLine(titles.map((t) => String(decision(73)[t] ?? '')).slice(0, 7)),
    ];
    const job = await load(handler(), '国标.csv', encoded(lines.join('\r\n'), 'gb18030'));
    expect(job.counts).toMatchObject({ loaded: 1, rejected: 2 });
    const wrong = await tab(handler(), job.id, 'to-correct');
    expect(wrong[0]?.faults[0]?.reason).toContain('100000');
    expect(wrong[1]?.reason).toContain('中断');
  });

  it('同一文件再次导入即说明以前的导入', async () => {
    const text = csv([decision(81)]);
    const first = await load(handler(), '一次.csv', text);
    expect((await bring(handler(), '换个名字.csv', text)).view.earlier).toMatchObject([{ id: first.id, loaded: 1 }]);
  });

  it('不办理报送的岗位不能导入；没有这个文件的一律无权', async () => {
    const file = await upload(city.市司法局.receiver, '收.csv', Buffer.from(csv([decision(82)])));
    expect(await post(city.市司法局.receiver, '', { file, fileKind: 'publicity' })).toMatchObject({ status: 422 });
    expect(await post(handler(), '', { file, fileKind: 'publicity' })).toMatchObject({
      status: 404,
      reason: expect.stringContaining('请重新上传'),
    });
  });
});

describe('后台办理', () => {
  it('办到一半停下，租期一过由另一个接着办：每一行恰好入库一次', async () => {
    const before = await stored();
    const { view } = await bring(handler(), '续办.csv', csv(many(1000, 650)));
    await post(handler(), `/${view.id}/start`);
    // The first worker vanishes after one chunk, without a word: its lease is still running.
    let chunks = 0;
    await runNextImport(deps, () => ++chunks > 1);
    await database.pool.query(`update import_job set state = 'running', lease_until = $2 where id = $1`, [
      view.id,
      new Date(nowMs + 60_000),
    ]);
    const passed = (await look(handler(), view.id)).passed;
    expect(passed).toBeGreaterThan(0);
    expect(passed).toBeLessThan(650);
    expect(await runNextImport(deps, () => false)).toBe(false);
    nowMs += 61_000;
    await Promise.all([work(), work()]);
    expect(await look(handler(), view.id)).toMatchObject({ state: 'done', passed: 650, counts: { loaded: 650, same: 0, duplicates: 0 } });
    expect(await stored()).toBe(before + 650);
    expect(await count('select count(*)::int as n from import_row where job_id = $1', [view.id])).toBe(650);
  });

  it('两个都以为是自己的：只有一个写得进去', async () => {
    const before = await stored();
    const { view } = await bring(handler(), '争办.csv', csv(many(2000, 600)));
    await post(handler(), `/${view.id}/start`);
    const first = runNextImport(deps, () => false);
    const second = (async () => {
      await database.pool.query(`update import_job set lease_until = $2 where id = $1`, [view.id, new Date(nowMs - 1)]);
      for (let i = 0; i < 50 && !(await runNextImport(deps, () => false)); i += 1)
        await database.pool.query(`update import_job set lease_until = $2 where id = $1 and state = 'running'`, [
          view.id,
          new Date(nowMs - 1),
        ]);
    })();
    await Promise.all([first, second]);
    nowMs += 61_000;
    await work();
    expect(await look(handler(), view.id)).toMatchObject({ state: 'done', counts: { loaded: 600 } });
    expect(await stored()).toBe(before + 600);
  });

  it('取消：没有开始的什么也不留；办到一半的，已入库的保留并计数', async () => {
    const idle = await bring(handler(), '不办了.csv', csv(many(3000, 3)));
    await post(handler(), `/${idle.view.id}/cancel`);
    await work();
    expect(await look(handler(), idle.view.id)).toMatchObject({ state: 'cancelled', passed: 0 });
    const { view } = await bring(handler(), '办到一半.csv', csv(many(3100, 650)));
    await post(handler(), `/${view.id}/start`);
    let chunks = 0;
    await runNextImport(deps, () => ++chunks > 1);
    const half = await look(handler(), view.id);
    expect(half.state).toBe('queued');
    expect((await post(handler(), `/${view.id}/cancel`)).view).toMatchObject({ cancelAsked: true });
    await work();
    const ended = await look(handler(), view.id);
    expect(ended.state).toBe('cancelled');
    expect(ended.counts.loaded).toBeGreaterThanOrEqual(half.counts.loaded);
    expect(ended.counts.loaded).toBeLessThan(650);
    expect(await post(handler(), `/${view.id}/cancel`)).toMatchObject({ status: 422 });
  });

  it('报送人离任的停下并说明；全部记录可由办理记录重新推演', async () => {
    const { view } = await bring(handler(), '离任.csv', csv(many(4000, 3)));
    await post(handler(), `/${view.id}/start`);
    await database.pool.query(`update account set status = 'disabled' where id = $1`, [handler().accountId]);
    await work();
    await database.pool.query(`update account set status = 'active' where id = $1`, [handler().accountId]);
    expect(await look(handler(), view.id)).toMatchObject({ state: 'failed', error: expect.stringContaining('账号已停用'), passed: 0 });
    await post(handler(), `/${view.id}/start`);
    await work();
    expect(await look(handler(), view.id)).toMatchObject({ state: 'done', counts: { loaded: 3 } });
    expect((await verify(platform)).faults).toEqual([]);
    expect((await verifyFindings({ pool: database.pool })).faults).toEqual([]);
  });
});
