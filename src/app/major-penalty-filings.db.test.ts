import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromBuffer, type ZipFile } from 'yauzl';
import { localDate } from '#law';
import { kindsOf } from '#platform/acts/kinds';
import { type Platform, perform } from '#platform/acts/perform';
import { sweep } from '#platform/acts/sweep';
import { verify } from '#platform/acts/verify';
import { inTransaction, rows } from '#platform/db';
import { folderStore, insertFile } from '#platform/files';
import { fileRoutes } from '#platform/http/file-routes';
import { listRoutes } from '#platform/http/list-routes';
import { matterRoutes } from '#platform/http/matter-routes';
import { MANIFEST } from '#platform/http/send-package';
import { workRoutes } from '#platform/http/work-routes';
import type { Identity } from '#platform/identity/identity';
import { matterView } from '#platform/matters/view';
import { drainOutbox } from '#platform/outbox';
import { type Session, SYSTEM_PREAMBLE } from '#platform/session';
import { ANCHOR_MORNING, type Person, seedTestCity, type TestCity } from '#testing/city';
import { browserOf, letThemSignIn } from '#testing/city-sign-in';
import { type TestDatabase, testDatabase } from '#testing/database';
import { testIdentity, testServer } from '#testing/identity';
import { testPlatform } from '#testing/platform';
import { type LookedForPaper, secondWall, waysToPaper } from '#testing/ways-to-a-paper';
import { lookUp } from '../enforcement/penalty-records/actions.ts';
import { loadBatch } from '../enforcement/penalty-records/actions-batch.ts';
import { updateRecord } from '../enforcement/penalty-records/actions-records.ts';
import { type PenaltyRecord, readPenaltyRecords } from '../enforcement/penalty-records/reading/read-records.ts';
import { reportedDecision } from '../enforcement/penalty-records/testing.ts';
import { settleFilings } from '../supervision/major-penalty-filings/actions.ts';
import { majorFilingRoutes } from '../supervision/major-penalty-filings/routes.ts';
import { dutiesFailed } from '../supervision/major-penalty-filings/store.ts';
import { countFilings } from '../supervision/major-penalty-filings/store-ledger.ts';
import { afterActs } from './after-act.ts';
import type { Opened } from './opened.ts';
import { previewRoutes } from './preview-routes.ts';
import { handlersOf, REACTIONS } from './reactions.ts';
import { KINDS } from './rooms.ts';

const KIND = 'major-penalty-filing';
const DAY = 86_400_000;
let database: TestDatabase;
let identity: Identity;
let platform: Platform;
let opened: Opened;
let city: TestCity;
let folder: string;
let now = ANCHOR_MORNING;
let serial = 0;
const queries: string[] = [];

beforeAll(async () => {
  database = await testDatabase({ onQuery: (q) => queries.push(q) });
  folder = await mkdtemp(join(tmpdir(), 'faheng-filings-'));
  ({ city } = await seedTestCity(database.pool));
  identity = testIdentity(database.pool, () => now);
  const more = { afterAct: afterActs(identity.keys), reactsTo: new Set(REACTIONS) };
  platform = await testPlatform(database.pool, () => now, kindsOf(KINDS), more);
  opened = { platform, identity, blobs: folderStore(join(folder, 'files')), close: async () => undefined };
});
afterAll(async () => {
  await database?.close();
  await rm(folder, { recursive: true, force: true });
});

const fined = (yuan: number, more: PenaltyRecord = {}): PenaltyRecord => {
  serial += 1;
  const sum = { '罚款金额(万元)': String(yuan / 10_000), 处罚内容: `罚款人民币${yuan}元` };
  return reportedDecision(city.区市场监管局.name, serial, { 处罚决定日期: '2026-03-04', ...sum, ...more });
};
const PERSON = { 行政相对人类别: '自然人', '行政相对人代码_1(统一社会信用代码)': '', 法定代表人: '' };

async function report(...records: readonly PenaltyRecord[]): Promise<readonly string[]> {
  now += 1_000;
  const request = { session: city.市司法局.machine.session, key: `filings-${serial}`, rows: records, fileKind: 'publicity' } as const;
  const result = await loadBatch({ platform, sealing: identity.keys }, { ...request, exportedOn: null });
  if (!result.ok) throw new Error(result.error);
  return result.answer.rows.map(({ matterId, problems }) => {
    if (matterId === null) throw new Error(JSON.stringify(problems));
    return matterId;
  });
}

/** A later report of the decision, taken for a change of it. */
async function correct(decision: string, record: PenaltyRecord): Promise<void> {
  const deps = { platform, sealing: identity.keys };
  const context = { today: localDate('2026-03-16'), fileKind: 'publicity', organ: null } as const;
  const outcome = readPenaltyRecords([record], context).outcomes[0];
  if (outcome?.is !== 'decision') throw new Error('not a decision');
  const by = city.市司法局.supervisorA.session;
  const [incoming] = (await lookUp(deps, { session: by, batchId: '', sourceOf: () => '' }, [{ line: 1, row: outcome.row }])).prepared;
  if (incoming === undefined || !('organ' in incoming)) throw new Error('no organ');
  const answer = await updateRecord(deps, by, { matterId: decision, incoming }, '更正', randomUUID());
  expect(answer.ok, JSON.stringify(answer)).toBe(true);
}

const settle = () => settleFilings(platform, () => false);
type Listed = { readonly id: string; readonly status: string; readonly state: Readonly<Record<string, unknown>> };
async function filingsOf(decision: string | undefined): Promise<readonly Listed[]> {
  return rows<Listed>(
    database.pool,
    `select m.id, m.status, m.state from major_penalty_filing f join matter m on m.id = f.matter_id where f.decision_id = $1 order by m.id`,
    [decision],
  );
}
const statusesOf = async (decision: string | undefined) => (await filingsOf(decision)).map((f) => f.status);

async function act(by: Session, name: string, matterId: string, input: unknown = {}): Promise<void> {
  const answer = await perform(platform, { by, kind: KIND, act: name, matterId, input });
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  while ((await drainOutbox(platform, handlersOf(opened))) > 0);
}
async function upload(by: Session): Promise<string> {
  const id = randomUUID();
  const blob = await opened.blobs.put(Buffer.from(`材料${id}`));
  const given = { id, city: by.city, matter: null, name: '决定书.pdf', mediaType: 'application/pdf', blob, uploadedBy: by.accountId };
  await inTransaction(database.pool, SYSTEM_PREAMBLE, (client) => insertFile(client, { ...given, at: new Date(now).toISOString() }));
  return id;
}
async function fileIt(id: string): Promise<void> {
  const { handlerA, head } = city.区市场监管局;
  const package_ = { facts: '事实和依据', process: '立案至决定', decisionPaper: [await upload(handlerA.session)], contact: '法规科' };
  await act(handlerA.session, 'prepare', id, package_);
  await act(head.session, 'file', id);
}
const b01 = async (decision: string | undefined) =>
  rows(database.pool, `select facts from finding where matter_id = $1 and rule_id = 'B01' and stands and missing is null`, [decision]);

describe('应备从处罚决定中列出（备案办法第三条，细则第十八条）', () => {
  it('组织五万元、公民五千元列入，少一分的不列；再看一遍不多列；一批决定只多一条语句', async () => {
    const before = queries.length;
    const ids = await report(
      fined(50_000),
      fined(49_999.99),
      fined(5_000, { ...PERSON, 行政相对人名称: '演示人甲' }),
      fined(4_999.99, { ...PERSON, 行政相对人名称: '演示人乙' }),
      fined(0, { 处罚类别: '责令停产停业', '罚款金额(万元)': '', 处罚内容: '责令停产停业' }),
      fined(60_000, { 备案日期: '2026-03-10' }),
    );
    expect(queries.slice(before).filter((q) => q.includes('insert into penalty_filing_duty'))).toHaveLength(1);
    expect(await settle()).toBe(4);
    expect(await Promise.all(ids.map(statusesOf))).toEqual([['due'], [], ['due'], [], ['due'], ['stated']]);
    expect(await settle()).toBe(0);
    const [first] = await filingsOf(ids[0]);
    expect(first?.state).toMatchObject({ decision: { reasons: ['罚款50,000元'], fineFen: 5_000_000 }, bureauId: city.区司法局.id });
    const [person] = await filingsOf(ids[2]);
    expect(JSON.stringify(person?.state)).not.toContain('演示人甲');
    const [clock] = await rows(database.pool, `select due_on, started_on from clock where matter_id = $1`, [first?.id]);
    expect(clock).toEqual({ due_on: '2026-03-19', started_on: '2026-03-04' });
  });

  it('少列一次也能补上：同一决定重新判断几次，仍只有一件', async () => {
    const [decision] = await report(fined(70_000));
    const by = city.市司法局.supervisorA.session;
    for (const where of ['甲', '乙'])
      await perform(platform, { by, kind: 'penalty-record', act: 'note-duplicate', matterId: decision ?? null, input: { where } });
    await Promise.all([settle(), settle()]);
    expect(await statusesOf(decision)).toEqual(['due']);
  });

  it('不必备案、也没有备案的决定重新判断，不再排队', async () => {
    const [small] = await report(fined(900));
    const by = city.市司法局.supervisorA.session;
    await perform(platform, { by, kind: 'penalty-record', act: 'note-duplicate', matterId: small ?? null, input: { where: '另一来源' } });
    expect(await rows(database.pool, 'select from penalty_filing_duty where matter_id = $1', [small])).toEqual([]);
    expect(await settle()).toBe(0);
  });

  it('决定已经并入另一记录的，报送登记到保留的记录（细则第十八条）', async () => {
    const [merged, kept] = await report(fined(82_000), fined(83_000));
    await settle();
    const id = (await filingsOf(merged))[0]?.id ?? '';
    const by = city.市司法局.supervisorA.session;
    const { handlerA, head } = city.区市场监管局;
    const package_ = { facts: '事实和依据', process: '立案至决定', decisionPaper: [await upload(handlerA.session)], contact: '法规科' };
    await act(handlerA.session, 'prepare', id, package_);
    const input = { into: kept, reason: '同一决定' };
    const answer = await perform(platform, { by, kind: 'penalty-record', act: 'merge', matterId: merged ?? null, input });
    expect(answer.ok, JSON.stringify(answer)).toBe(true);
    await act(head.session, 'file', id);
    const [state] = await rows<{ state: { filedHereOn: string } }>(database.pool, 'select state from matter where id = $1', [kept]);
    expect(state?.state.filedHereOn).toBe('2026-03-16');
  });

  it('一时列不进去的不丢：留着，一小时后再试，这期间告诉运维；其他决定照常列入', async () => {
    const [decision] = await report(fined(80_000));
    const organ = city.区市场监管局.id;
    const valid = await rows<{ id: string; valid: string }>(
      database.pool,
      'select id, valid::text as valid from organisation_record where organisation_id = $1',
      [organ],
    );
    const restore = async () => {
      for (const { id, valid: days } of valid)
        await database.pool.query('update organisation_record set valid = $2 where id = $1', [id, days]);
    };
    await database.pool.query(`update organisation_record set valid = daterange('2030-01-01', null) where organisation_id = $1`, [organ]);
    await expect(settle()).rejects.toThrow('承办机关在办理日期没有有效的登记信息');
    await restore();
    expect(await statusesOf(decision)).toEqual([]);
    expect(await inTransaction(database.pool, SYSTEM_PREAMBLE, dutiesFailed)).toBe(1);
    const [other] = await report(fined(81_000));
    expect(await settle()).toBe(1);
    expect([await statusesOf(other), await statusesOf(decision)]).toEqual([['due'], []]);
    const before = now;
    now += 3_600_000;
    expect(await settle()).toBe(1);
    now = before;
    expect(await statusesOf(decision)).toEqual(['due']);
    expect(await inTransaction(database.pool, SYSTEM_PREAMBLE, dutiesFailed)).toBe(0);
  });

  it('报送只由平台登记到决定：处罚机关、司法行政部门都不能自己登记（细则第十八条）', async () => {
    const [decision] = await report(fined(90_000));
    await settle();
    const [filing] = await rows<{ id: string }>(database.pool, 'select matter_id as id from major_penalty_filing where decision_id = $1', [
      decision,
    ]);
    const input = { filedOn: '2026-03-16', filing: filing?.id ?? '' };
    for (const by of [city.区市场监管局.handlerA.session, city.市司法局.supervisorA.session]) {
      const answer = await perform(platform, { by, kind: 'penalty-record', act: 'note-filed', matterId: decision ?? null, input });
      expect(answer).toMatchObject({ ok: false, refusal: { refused: 'wrong-role', cite: { instrument: '实施细则', article: 18 } } });
    }
  });

  it('更正到标准以下、撤销的不再应备；恢复到标准的重新列入；金额更正的跟着更正', async () => {
    const record = fined(50_000);
    const [decision] = await report(record);
    await settle();
    const sum = (yuan: number) => ({ ...record, '罚款金额(万元)': String(yuan / 10_000), 处罚内容: `罚款人民币${yuan}元` });
    await correct(decision ?? '', sum(80_000));
    await settle();
    expect((await filingsOf(decision))[0]?.state).toMatchObject({ status: 'due', decision: { fineFen: 8_000_000 } });
    await correct(decision ?? '', sum(49_999.99));
    await settle();
    expect((await filingsOf(decision))[0]?.state).toMatchObject({ status: 'lapsed', endReason: '该决定经更正不属于重大行政处罚' });
    await correct(decision ?? '', sum(50_001));
    await settle();
    expect(await statusesOf(decision)).toEqual(['lapsed', 'due']);
    const undone = { way: 'revoked', effectOn: '2026-03-12', authority: '区政府', reasonGiven: true };
    const by = city.市司法局.supervisorA.session;
    await perform(platform, { by, kind: 'penalty-record', act: 'note-undone', matterId: decision ?? null, input: undone });
    await settle();
    expect(await statusesOf(decision)).toEqual(['lapsed', 'lapsed']);
  });
});

describe('没有达到标准的，处罚机关可以自愿报送（细则第十八条）', () => {
  const onDecision = (by: Session, name: string, matterId: string | undefined, input: unknown = {}) =>
    perform(platform, { by, kind: 'penalty-record', act: name, matterId: matterId ?? null, input });
  const organ = () => city.区市场监管局.handlerA.session;

  it('列入后没有期限、不在应备之列；只由作出决定的机关办理；报送以后不能撤回', async () => {
    const [small] = await report(fined(800));
    expect(await onDecision(city.市司法局.supervisorA.session, 'offer-filing', small)).toMatchObject({ ok: false });
    expect(await onDecision(city.旗市场监管局.handlerA.session, 'offer-filing', small)).toMatchObject({ ok: false });
    expect((await onDecision(organ(), 'offer-filing', small)).ok).toBe(true);
    expect(await onDecision(organ(), 'offer-filing', small)).toMatchObject({ ok: false, refusal: { refused: 'offered' } });
    expect(await settle()).toBe(1);
    const [filing] = await filingsOf(small);
    expect(filing?.state).toMatchObject({ status: 'due', voluntary: true });
    expect(await rows(database.pool, 'select from clock where matter_id = $1', [filing?.id])).toEqual([]);
    const counts = await countFilings(platform, city.区司法局.supervisorA.session, {});
    const before = counts.owed;
    expect(counts.voluntary).toBe(1);
    now += 60 * DAY;
    while ((await sweep(platform)) > 0);
    now -= 60 * DAY;
    expect(await statusesOf(small)).toEqual(['due']);
    await fileIt(filing?.id ?? '');
    expect(await statusesOf(small)).toEqual(['receiving']);
    expect(await countFilings(platform, city.区司法局.supervisorA.session, {})).toMatchObject({ owed: before, voluntary: 1 });
    expect(await onDecision(organ(), 'withdraw-offer', small, { reason: '不报了' })).toMatchObject({
      ok: false,
      refusal: { refused: 'filed' },
    });
    expect(await b01(small)).toEqual([]);
  });

  it('报送以前撤回的不再办理；更正后达到标准的转为应备，期限自决定次日起', async () => {
    const [back] = await report(fined(810));
    await onDecision(organ(), 'offer-filing', back);
    await settle();
    expect((await onDecision(organ(), 'withdraw-offer', back, { reason: '不报了' })).ok).toBe(true);
    await settle();
    expect((await filingsOf(back))[0]?.state).toMatchObject({ status: 'lapsed', endReason: '处罚机关撤回了自愿报送' });
    const record = fined(820);
    const [grown] = await report(record);
    await onDecision(organ(), 'offer-filing', grown);
    await settle();
    await correct(grown ?? '', { ...record, '罚款金额(万元)': '6', 处罚内容: '罚款人民币60000元' });
    await settle();
    const [filing] = await filingsOf(grown);
    expect(filing?.state).toMatchObject({ status: 'due', decision: { reasons: ['罚款60,000元'] } });
    expect(filing?.state).not.toHaveProperty('voluntary');
    expect(await rows(database.pool, 'select due_on from clock where matter_id = $1', [filing?.id])).toEqual([{ due_on: '2026-03-19' }]);
    expect((await verify(platform)).faults).toEqual([]);
  });
});

describe('期限和报送（细则第十八条，期限待核定）', () => {
  it('列入时已经过期的（补报多年的决定），随即转为逾期，逾期自届满次日起', async () => {
    const [decision] = await report(fined(90_000, { 处罚决定日期: '2025-03-04', 处罚有效期: '2026-03-04', 公示截止期: '2026-03-04' }));
    await settle();
    while ((await sweep(platform)) > 0);
    const [filing] = await filingsOf(decision);
    expect(filing?.state).toMatchObject({ status: 'overdue', overdueOn: '2025-03-20' });
  });

  it('最后一日未逾期，次日零时转为逾期并由司法行政部门催报；报送后登记到决定，规则B01重新判断', async () => {
    const [onTime, late, silent] = await report(
      fined(50_000, { 备案日期: '' }),
      fined(50_000, { 备案日期: '' }),
      fined(50_000, { 备案日期: '' }),
    );
    await settle();
    const [a, b, c] = (await Promise.all([onTime, late, silent].map(filingsOf))).map((f) => f[0]?.id ?? '');
    now = ANCHOR_MORNING + 3 * DAY;
    while ((await sweep(platform)) > 0);
    expect([await statusesOf(onTime), await statusesOf(late)]).toEqual([['due'], ['due']]);
    await fileIt(a ?? '');
    now = ANCHOR_MORNING + 4 * DAY;
    while ((await sweep(platform)) > 0);
    expect([await statusesOf(late), await statusesOf(silent)]).toEqual([['overdue'], ['overdue']]);
    const [state] = await filingsOf(silent);
    expect(state?.state).toMatchObject({ overdueOn: '2026-03-20' });
    const tasks = await rows(database.pool, `select act, organisation_id from task where matter_id = $1 order by act`, [c]);
    expect(tasks).toEqual([
      { act: 'demand', organisation_id: city.区司法局.id },
      { act: 'prepare', organisation_id: city.区市场监管局.id },
    ]);
    await fileIt(b ?? '');
    expect(
      await rows(database.pool, 'select late, filed_on from major_penalty_filing where matter_id = any($1::uuid[]) order by late', [
        [a, b],
      ]),
    ).toEqual([
      { late: false, filed_on: '2026-03-19' },
      { late: true, filed_on: '2026-03-20' },
    ]);
    expect([(await b01(onTime)).length, (await b01(late)).length]).toEqual([0, 1]);
    expect(JSON.stringify(await b01(late))).toContain('2026-03-20');
    expect(await settle()).toBeGreaterThan(0);
    expect([await statusesOf(onTime), await statusesOf(late)]).toEqual([['receiving'], ['receiving']]);
    expect((await verify(platform)).faults).toEqual([]);
  });
});

/** The files of a ZIP, read as other programs read it. */
function unzipped(bytes: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, zip: ZipFile) => {
      if (error !== null) return reject(error);
      const found = new Map<string, Buffer>();
      zip.on('error', reject).on('end', () => resolve(found));
      zip.on('entry', (entry: { fileName: string }) => {
        zip.openReadStream(entry as never, async (fault, stream) => {
          if (fault !== null) return reject(fault);
          const chunks: Buffer[] = [];
          for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
          found.set(entry.fileName, Buffer.concat(chunks));
          zip.readEntry();
        });
      });
      zip.readEntry();
    });
  });
}

describe('谁看得到：列表、件数、检索、导出、文件、材料包，各有密封孪生（细则第十八条）', () => {
  let app: FastifyInstance;
  let plain: string;
  let sealed: string;
  let paper: string;
  let sealedPaper: string;
  const AT = '/api/major-penalty-filings';

  beforeAll(async () => {
    await letThemSignIn(identity, city.world);
    const deps = { platform, blobs: opened.blobs };
    app = await testServer(identity, async (server) => {
      await server.register(majorFilingRoutes, deps);
      await server.register(listRoutes, deps);
      await server.register(fileRoutes, deps);
      await server.register(matterRoutes, deps);
      await server.register(workRoutes, deps);
      await server.register(previewRoutes, deps);
    });
    const ids = await report(
      fined(66_000, { 行政处罚决定书文号: '明显〔2026〕1号' }),
      fined(66_000, { 行政处罚决定书文号: '密封〔2026〕2号' }),
    );
    await settle();
    [plain = '', sealed = ''] = (await Promise.all(ids.map(filingsOf))).map((f) => f[0]?.id ?? '');
    for (const id of [plain, sealed]) await fileIt(id);
    const fileOf = async (id: string) =>
      (await rows<{ id: string }>(database.pool, `select id from file where matter_id = $1 and name = '决定书.pdf'`, [id]))[0]?.id ?? '';
    [paper, sealedPaper] = [await fileOf(plain), await fileOf(sealed)];
    for (const [table, key] of [
      ['matter', 'id'],
      ['major_penalty_filing', 'matter_id'],
      ['participant', 'matter_id'],
      ['document', 'matter_id'],
    ])
      await database.pool.query(`update ${table} set label = 4 where ${key} = $1`, [sealed]);
  });
  afterAll(() => app?.close());

  async function ask(person: Person, url: string): Promise<{ status: number; text: string; bytes: Buffer }> {
    const page = await browserOf(app, identity, person);
    const answer = await page.call({ method: 'GET', url });
    return { status: answer.statusCode, text: answer.body, bytes: answer.rawPayload };
  }
  const sheet = async (person: Person, url: string) => [...(await unzipped((await ask(person, url)).bytes)).values()].map(String).join('');

  it('处罚机关、备案审查机关、上级司法行政部门看得到；抄报的上一级主管部门报送后看得到；其他单位看不到；密封的谁也看不到', async () => {
    const { 区市场监管局, 区司法局, 市司法局, 市市场监管局, 市交通局, 旗市场监管局 } = city;
    const readers = [区市场监管局.handlerA, 区司法局.supervisorA, 市司法局.supervisorA, 市市场监管局.handlerA];
    const strangers = [市交通局.handlerA, 旗市场监管局.handlerA];
    for (const [people, seen] of [
      [readers, true],
      [strangers, false],
    ] as const)
      for (const person of people) {
        const list = await ask(person, AT);
        expect(list.text.includes('明显〔2026〕1号'), person.login).toBe(seen);
        expect(list.text).not.toContain('密封〔2026〕2号');
        const found = JSON.parse((await ask(person, `${AT}?q=${encodeURIComponent('〔2026〕')}`)).text);
        const counts = JSON.parse((await ask(person, `${AT}/counts`)).text);
        expect(counts.owed + counts.lapsed + counts.voluntary).toBe(JSON.parse(list.text).total.count);
        expect(JSON.stringify(found)).not.toContain('密封');
        expect((await ask(person, `/api/search?q=${encodeURIComponent('密封〔2026〕2号')}`)).text).not.toContain(sealed);
        expect((await ask(person, `/api/search?q=${encodeURIComponent('明显〔2026〕1号')}`)).text.includes(plain)).toBe(seen);
        const exported = await sheet(person, `${AT}/export`);
        expect([exported.includes('明显〔2026〕1号'), exported.includes('密封〔2026〕2号')]).toEqual([seen, false]);
        expect([(await ask(person, `${AT}/${plain}`)).status, (await ask(person, `${AT}/${sealed}`)).status]).toEqual([
          seen ? 200 : 404,
          404,
        ]);
        expect([(await ask(person, `/api/files/${paper}`)).status, (await ask(person, `/api/files/${sealedPaper}`)).status]).toEqual([
          seen ? 200 : 404,
          404,
        ]);
        expect([(await ask(person, `${AT}/${plain}/package`)).status, (await ask(person, `${AT}/${sealed}/package`)).status]).toEqual([
          seen ? 200 : 404,
          404,
        ]);
      }
  });

  it('送达以前处罚机关在页面、台账里看不到审查意见和怎样审核的', async () => {
    const { supervisorA, checker, head } = city.区司法局;
    const [decision] = await report(fined(88_000, { 行政处罚决定书文号: '意见〔2026〕3号' }));
    await settle();
    const id = (await filingsOf(decision))[0]?.id ?? '';
    await fileIt(id);
    const problem = { head: 'procedure', facts: '没有告知听证权利。', basis: '程序规定' };
    const opinion = { result: 'advise', problems: [problem], requirement: '依法纠正。', answerBy: null, handlers: null, contact: '监督股' };
    await act(supervisorA.session, 'receive', id);
    await act(supervisorA.session, 'draft-opinion', id, opinion);
    await act(supervisorA.session, 'submit', id);
    await act(checker.session, 'review', id, { opinion: '同意拟稿' });
    await act(head.session, 'sign', id, { opinion: '同意签发', alone: null });
    const seen = async ({ session }: Person) => {
      const view = await matterView(platform, session, id, { asOf: null, knownOn: null });
      return {
        opinion: JSON.stringify(view?.state).includes('依法纠正'),
        words: JSON.stringify(view).includes('同意拟稿'),
      };
    };
    expect(await seen(supervisorA)).toEqual({ opinion: true, words: true });
    for (const person of [city.区市场监管局.handlerA, city.区市场监管局.head, city.市市场监管局.handlerA]) {
      expect(await seen(person), person.login).toEqual({ opinion: false, words: false });
      expect((await ask(person, `${AT}/${id}`)).text, person.login).toContain('"result":null');
    }
    const slips = await inTransaction(database.pool, SYSTEM_PREAMBLE, (client) =>
      rows<{ pdf: string; docx: string }>(
        client,
        `select pdf_file as pdf, docx_file as docx from document where matter_id = $1 and inside`,
        [id],
      ),
    );
    expect(slips).toHaveLength(1);
    const nearSlip = async (person: Person) => ({
      listed: JSON.stringify(await matterView(platform, person.session, id, { asOf: null, knownOn: null })).includes('发文签批单'),
      files: [(await ask(person, `/api/files/${slips[0]?.pdf}`)).status, (await ask(person, `/api/files/${slips[0]?.docx}`)).status],
    });
    expect(await nearSlip(supervisorA)).toEqual({ listed: true, files: [200, 200] });
    for (const person of [city.区市场监管局.handlerA, city.区市场监管局.head, city.市市场监管局.handlerA])
      expect(await nearSlip(person), person.login).toEqual({ listed: false, files: [404, 404] });
    // The sealed twin was sealed by hand, which the proof is there to find.
    expect((await verify(platform)).faults.filter((fault) => fault.matterId !== sealed)).toEqual([]);
    await letterUntilServed(id);
  });

  /** The signed opinion by every way: the reviewing bureau's alone until it has been served, the organ's from then on. */
  async function letterUntilServed(id: string): Promise<void> {
    const [printed] = await inTransaction(database.pool, SYSTEM_PREAMBLE, (client) =>
      rows<Pick<LookedForPaper, 'id' | 'number' | 'file'>>(
        client,
        'select id, number, pdf_file as file from document where matter_id = $1 and withheld',
        [id],
      ),
    );
    if (printed === undefined) throw new Error('no opinion');
    const letter = { kind: KIND, matterId: id, ...printed };
    const told = { page: true, column: true, search: true, workbook: true, tasks: true, pdf: true, pages: true, file: true };
    const untold = { page: false, column: false, search: false, workbook: false, tasks: false, pdf: false, pages: false, file: false };
    const ways = async (person: Person) => waysToPaper(await browserOf(app, identity, person), letter);
    const { 区司法局, 区市场监管局, 市市场监管局 } = city;
    const organ = [区市场监管局.handlerA, 区市场监管局.head, 市市场监管局.handlerA];
    expect(await ways(区司法局.supervisorA)).toMatchObject({ ...told, tasks: false });
    for (const person of organ) {
      expect(await ways(person), person.login).toEqual(untold);
      expect(await secondWall(database.pool, person.session, now, letter), person.login).toEqual([false, false]);
    }
    const scan = await upload(区司法局.sealKeeper.session);
    await act(区司法局.sealKeeper.session, 'seal-by-hand', id, { scan: [scan] });
    for (const person of organ) expect(await ways(person), person.login).toEqual(untold);
    for (const person of organ)
      expect(await secondWall(database.pool, person.session, now, { ...letter, file: scan })).toEqual([false, false]);
    await act(区司法局.supervisorA.session, 'serve', id);
    for (const person of organ) {
      expect({ ...(await ways(person)), tasks: true }, person.login).toEqual(told);
      expect(await secondWall(database.pool, person.session, now, { ...letter, file: scan }), person.login).toEqual([true, true]);
    }
    expect(await secondWall(database.pool, city.旗市场监管局.handlerA.session, now, letter)).toEqual([false, false]);
    await caseFromFiling(id);
  }

  /** What the review found is looked into as a case: of the unit that filed, linked both ways once it has been opened as one. */
  async function caseFromFiling(filing: string): Promise<void> {
    const { supervisorA, supervisorB, head } = city.区司法局;
    const clue = {
      ...{ source: 'filing', subject: '没有告知听证权利', unit: city.区市场监管局.id, head: '8(3)', facts: '备案审查发现。', filing },
      ...{ partner: null, involved: null, materials: null, basis: null, findings: null },
    };
    const on = async ({ session }: Person, name: string, matterId: string | null, input: unknown) => {
      const answer = await perform(platform, { by: session, kind: 'case-supervision', act: name, matterId, input });
      while ((await drainOutbox(platform, handlersOf(opened))) > 0);
      return answer;
    };
    const other = await on(supervisorA, 'open', null, { ...clue, unit: city.狼山镇.id });
    expect(other).toMatchObject({ ok: false, refusal: { reason: expect.stringContaining('来源备案不是被监督单位报送的') } });
    const answer = await on(supervisorA, 'open', null, clue);
    if (!answer.ok) throw new Error(JSON.stringify(answer));
    const { matterId } = answer.done;
    const takenUp = async () =>
      (await rows<{ state: { takenUpBy: string[] } }>(database.pool, 'select state from matter where id = $1', [filing]))[0]?.state
        .takenUpBy;
    expect(await takenUp()).toEqual([]);
    expect(await on(supervisorA, 'propose-filing', matterId, { opinion: '建议立案' })).toMatchObject({ ok: true });
    const handlers = [supervisorA.officerId, supervisorB.officerId];
    expect(await on(head, 'file', matterId, { handlers, opinion: null })).toMatchObject({ ok: true });
    expect(await takenUp()).toEqual([matterId]);
  }

  const downloads = async (): Promise<number> =>
    Number(
      (await rows<{ n: number }>(database.pool, `select count(*)::int as n from audit_event where action = 'package.download'`))[0]?.n,
    );

  /** While a stored file has other bytes than its digest says. */
  async function damaged(sha256: string, during: () => Promise<void>): Promise<void> {
    const at = join(folder, 'files', sha256.slice(0, 2), sha256);
    const whole = await readFile(at);
    await writeFile(at, Buffer.from(whole.map((byte, i) => (i === 0 ? byte ^ 1 : byte))));
    await during();
    await writeFile(at, whole);
  }

  it('材料包是ZIP：备案报告、各材料和清单，清单的摘要与文件一致；没有报送的不给；有一份与摘要不符的整包不发，也不记作已经发出', async () => {
    const person = city.区市场监管局.handlerA;
    const files = await unzipped((await ask(person, `${AT}/${plain}/package`)).bytes);
    const manifest = JSON.parse(String(files.get(MANIFEST)));
    expect(manifest).toMatchObject({ 决定书文号: '明显〔2026〕1号', 摘要算法: 'SHA-256' });
    expect([...files.keys()].sort()).toEqual([MANIFEST, ...manifest.files.map((f: { path: string }) => f.path)].sort());
    expect(manifest.files).toHaveLength(2);
    for (const { path, sha256, size } of manifest.files) {
      const bytes = files.get(path) ?? Buffer.alloc(0);
      expect([createHash('sha256').update(bytes).digest('hex'), bytes.length]).toEqual([sha256, size]);
    }
    await damaged(manifest.files[0].sha256, async () => {
      const before = await downloads();
      const refused = await ask(person, `${AT}/${plain}/package`);
      expect([refused.status, JSON.parse(refused.text).error]).toEqual([409, 'damaged-file']);
      expect(refused.text).toContain(`服务器上有文件已损坏。“${manifest.files[0].path}”的内容与登记的摘要不符`);
      expect(refused.text).toContain(manifest.files[0].sha256);
      expect(await downloads()).toBe(before);
    });
    const [due] = await report(fined(77_000));
    await settle();
    const [open] = await filingsOf(due);
    expect((await ask(person, `${AT}/${open?.id ?? ''}/package`)).status).toBe(409);
    const state = JSON.parse((await ask(person, `${AT}?state=late`)).text);
    expect(state.items.every((f: { state: string }) => f.state === 'late')).toBe(true);
  });
});
