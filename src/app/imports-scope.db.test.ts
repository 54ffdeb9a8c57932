import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PENALTY_RECORD } from '#enforcement/penalty-records';
import { newId } from '#platform/acts/ids';
import { anyKind, kindsOf } from '#platform/acts/kinds';
import { inTransaction, rows } from '#platform/db';
import { folderStore } from '#platform/files';
import type { Identity } from '#platform/identity/identity';
import { sessionPreamble } from '#platform/session';
import { ANCHOR_MORNING, type OtherCity, type Person, seedTestCity, type TestCity } from '#testing/city';
import { browserOf, letThemSignIn } from '#testing/city-sign-in';
import { type TestDatabase, testDatabase } from '#testing/database';
import { browser, testIdentity, testServer } from '#testing/identity';
import { testPlatform } from '#testing/platform';
import { createImport, startImport } from '../enforcement/penalty-records/actions-import.ts';
import { runNextImport } from '../enforcement/penalty-records/actions-import-run.ts';
import type { JobLine, RowView } from '../enforcement/penalty-records/contract-imports.ts';
import { csvLine } from '../enforcement/penalty-records/reading/penalty-files.fixtures.ts';
import { reportedDecision } from '../enforcement/penalty-records/testing.ts';
import { insertFile } from '../platform/files.ts';
import { afterActs } from './after-act.ts';
import { importRoutes } from './import-routes.ts';
import { importDeps } from './import-work.ts';

let database: TestDatabase;
let identity: Identity;
let app: FastifyInstance;
let city: TestCity;
let other: OtherCity;
let folder: string;
let deps: ReturnType<typeof importDeps>;
/** 临河区市场监管局的一次导入；它的密封孪生；乌拉特中旗市场监管局的一次导入。 */
let job: string;
let sealed: string;
let banner: string;

const AT = '/api/penalty-records/imports';
const PERSON = '演示人甲';
const NUMBER = '150802199001010017';

beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'faheng-imports-'));
  ({ city, other } = await seedTestCity(database.pool));
  identity = testIdentity(database.pool, () => ANCHOR_MORNING);
  await letThemSignIn(identity, city.world);
  await letThemSignIn(identity, other.world);
  const kinds = kindsOf([anyKind(PENALTY_RECORD)]);
  const platform = await testPlatform(database.pool, () => ANCHOR_MORNING, kinds, { afterAct: afterActs(identity.keys) });
  const opened = { platform, identity, blobs: folderStore(folder) };
  deps = importDeps(opened);
  app = await testServer(identity, (server) => importRoutes(server, opened));
  job = await load(city.区市场监管局.handlerA, city.区市场监管局.name, 1);
  sealed = await load(city.区市场监管局.handlerA, city.区市场监管局.name, 11);
  await database.pool.query('update import_job set label = 4 where id = $1', [sealed]);
  banner = await load(city.旗市场监管局.handlerA, city.旗市场监管局.name, 21);
});
afterAll(async () => {
  await app?.close();
  await database?.close();
  await rm(folder, { recursive: true, force: true });
});

/** One row loaded, one about a person to be corrected, one doubtful, one of another organ's unknown name. */
async function load(person: Person, organ: string, serial: number): Promise<string> {
  const about = { 行政相对人名称: PERSON, 行政相对人类别: '自然人', 证件类型: '身份证', 证件号码: NUMBER, 处罚决定日期: '不详' };
  const list = [
    reportedDecision(organ, serial),
    reportedDecision(organ, serial + 1, about),
    reportedDecision(organ, serial, { '罚款金额(万元)': '0.9' }),
    reportedDecision('没有登记的局', serial + 2),
    reportedDecision(organ, serial + 3, { 行政相对人名称: '测试数据' }),
    reportedDecision(organ, serial),
  ];
  const titles = [...new Set(list.flatMap((row) => Object.keys(row)))];
  const text = [titles, ...list.map((row) => titles.map((title) => String(row[title] ?? '')))].map((cells) => csvLine(cells)).join('\n');
  const blob = await deps.blobs.put(Buffer.from(`${text}\n`));
  const file = newId(ANCHOR_MORNING);
  await inTransaction(database.pool, sessionPreamble(person.session, ANCHOR_MORNING), (client) =>
    insertFile(client, {
      ...{ id: file, city: person.session.city, name: `${serial}.csv`, mediaType: 'text/csv', blob, matter: null },
      ...{ uploadedBy: person.accountId, at: new Date(ANCHOR_MORNING).toISOString() },
    }),
  );
  const made = await createImport(deps, person.session, { file, fileKind: 'publicity' });
  if (made === null || !('id' in made)) throw new Error('not taken up');
  await startImport(deps, person.session, made.id);
  while (await runNextImport(deps, () => false));
  return made.id;
}

type Answer = { readonly status: number; readonly text: string; readonly bytes: Buffer };
async function ask(person: Person, method: 'GET' | 'POST', url: string, payload?: object): Promise<Answer> {
  const page = await browserOf(app, identity, person);
  const answer = await page.call({ method, url, ...(payload === undefined ? {} : { payload }) });
  return { status: answer.statusCode, text: answer.body, bytes: answer.rawPayload };
}
const itemsOf = <T>({ text }: Answer): readonly T[] => (JSON.parse(text) as { items: T[] }).items;

const READS = [
  '',
  '/rows?tab=loaded',
  '/rows?tab=to-correct',
  '/rows?tab=duplicate',
  '/rows?tab=same',
  '/rows?tab=set-aside',
  '/correction',
  '/file',
];
const ORGAN = { organs: [{ mark: 'x', organ: '01990000-0000-7000-8000-000000000000' }] };
const CHANGES: readonly (readonly [string, object])[] = [
  ['/columns', { titles: {} }],
  ['/start', {}],
  ['/cancel', {}],
  ['/organs', ORGAN],
  ['/duplicates', { decision: 'same' }],
];

/** Who may look at the load of 临河区市场监管局, by the law's own words: the unit, its bureau and government, the city's, its line. */
const OVERSEERS = (): readonly (readonly [string, Person])[] => [
  ['区司法局监督员', city.区司法局.supervisorA],
  ['区政府', city.区政府.leader],
  ['市司法局监督员', city.市司法局.supervisorB],
  ['市政府', city.市政府.leader],
  ['上级主管部门', city.市市场监管局.head],
];
const STRANGERS = (): readonly (readonly [string, Person])[] => [
  ['旗司法局监督员', city.旗司法局.supervisorA],
  ['旗市场监管局', city.旗市场监管局.handlerA],
  ['市交通局', city.市交通局.head],
  ['市税务局', city.市税务局.head],
  ['狼山镇', city.狼山镇.head],
  ['狼山司法所', city.狼山司法所.officer],
  ['特邀监督员', city.特邀监督员.member],
  ['市公安局联络人', city.市公安局.liaison],
  ['别市司法局', other.司法局.supervisorA],
];

describe('导入、各行、更正工作簿、原文件：报送单位和管得到它的看得到，别的一律无此内容（细则第三条、第八条）', () => {
  it('报送单位和上级看得到', async () => {
    for (const [name, person] of [['承办人', city.区市场监管局.handlerA] as const, ...OVERSEERS()]) {
      const list = itemsOf<JobLine>(await ask(person, 'GET', AT)).map(({ id }) => id);
      expect(list, name).toContain(job);
      for (const path of READS) expect((await ask(person, 'GET', `${AT}/${job}${path}`)).status, `${name} ${path}`).toBe(200);
    }
  });

  it('看得到的只看不办：对应、开始、取消、确认重复都由报送单位的人办', async () => {
    for (const [name, person] of OVERSEERS())
      for (const [path, body] of CHANGES)
        expect((await ask(person, 'POST', `${AT}/${job}${path}`, body)).status, `${name} ${path}`).toBe(422);
    const left = await rows(database.pool, `select decided from import_row where job_id = $1 and decided is not null`, [job]);
    expect(left).toEqual([]);
  });

  it('别的单位、别的地方、别的城市：列表里没有，读、改、下载都答没有这项内容', async () => {
    for (const [name, person] of STRANGERS()) {
      expect(
        itemsOf<JobLine>(await ask(person, 'GET', AT)).map(({ id }) => id),
        name,
      ).not.toContain(job);
      for (const path of READS) expect((await ask(person, 'GET', `${AT}/${job}${path}`)).status, `${name} ${path}`).toBe(404);
      for (const [path, body] of CHANGES)
        expect((await ask(person, 'POST', `${AT}/${job}${path}`, body)).status, `${name} ${path}`).toBe(404);
    }
  });

  it('每个人列表里的，正是逐条读得到的', async () => {
    const everybody = [city.区市场监管局.handlerA, ...[...OVERSEERS(), ...STRANGERS()].map(([, person]) => person)];
    for (const person of everybody) {
      const listed = new Set(itemsOf<JobLine>(await ask(person, 'GET', `${AT}?limit=100`)).map(({ id }) => id));
      for (const id of [job, banner, sealed])
        expect((await ask(person, 'GET', `${AT}/${id}`)).status === 200, person.name).toBe(listed.has(id));
    }
  });

  it('密封孪生：列表、读、改、下载对谁都没有，报送人自己也没有', async () => {
    for (const [name, person] of [['报送人', city.区市场监管局.handlerA] as const, ...OVERSEERS(), ...STRANGERS()]) {
      expect(
        itemsOf<JobLine>(await ask(person, 'GET', AT)).map(({ id }) => id),
        name,
      ).not.toContain(sealed);
      for (const path of READS) expect((await ask(person, 'GET', `${AT}/${sealed}${path}`)).status, `${name} ${path}`).toBe(404);
      for (const [path, body] of CHANGES)
        expect((await ask(person, 'POST', `${AT}/${sealed}${path}`, body)).status, `${name} ${path}`).toBe(404);
    }
  });

  it('行所指的记录后来密封：行还在，记录的名称和编号都不出现', async () => {
    const [row] = itemsOf<RowView>(await ask(city.旗市场监管局.handlerA, 'GET', `${AT}/${banner}/rows?tab=loaded`));
    expect(row?.title).toContain('演市监罚');
    for (const table of ['matter', 'penalty_record', 'participant'])
      await database.pool.query(`update ${table} set label = 4 where ${table === 'matter' ? 'id' : 'matter_id'} = $1`, [row?.matterId]);
    for (const tab of ['loaded', 'duplicate']) {
      const answer = await ask(city.旗市场监管局.handlerA, 'GET', `${AT}/${banner}/rows?tab=${tab}`);
      expect(answer.text).not.toContain(row?.matterId);
      expect(itemsOf<RowView>(answer)).toMatchObject([{ matterId: null, title: null, differences: [] }]);
    }
  });

  it('自然人姓名、证件号码只在更正工作簿和原文件里，页面的各行里没有', async () => {
    for (const person of [city.区市场监管局.handlerA, city.市司法局.supervisorB])
      for (const path of READS.filter((p) => p !== '/file' && p !== '/correction')) {
        const { text } = await ask(person, 'GET', `${AT}/${job}${path}`);
        expect(text, path).not.toContain(PERSON);
        expect(text, path).not.toContain(NUMBER);
      }
  });

  it('下载留痕', async () => {
    const logged = await rows<{ action: string }>(
      database.pool,
      `select distinct action from audit_event where object_id = $1 order by action`,
      [job],
    );
    expect(logged.map(({ action }) => action)).toEqual(['import.correction', 'import.file']);
  });

  it('没有登录的、三员一律不行', async () => {
    for (const path of ['', `/${job}`, `/${job}/rows?tab=loaded`, `/${job}/correction`, `/${job}/file`, '/template'])
      expect((await browser(app).call({ url: `${AT}${path}` })).statusCode).toBe(401);
    for (const person of [city.平台运行中心.systemAdmin, city.平台运行中心.securityAdmin, city.平台运行中心.auditAdmin])
      for (const path of ['', `/${job}`, `/${job}/rows?tab=loaded`, `/${job}/correction`, `/${job}/file`, '/template'])
        expect((await ask(person, 'GET', `${AT}${path}`)).status).toBe(404);
  });
});
