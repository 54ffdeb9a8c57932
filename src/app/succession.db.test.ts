import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { localDate } from '#law';
import { kindsOf, tableOf } from '#platform/acts/kinds';
import { type ActAnswer, type Performed, type Platform, perform } from '#platform/acts/perform';
import { refoldAll } from '#platform/acts/refold';
import { verify } from '#platform/acts/verify';
import { inTransaction, rows } from '#platform/db';
import { folderStore } from '#platform/files';
import { matterView } from '#platform/matters/view';
import { drainOutbox } from '#platform/outbox';
import { type Session, SYSTEM_PREAMBLE, sessionPreamble } from '#platform/session';
import { organisationFacts } from '#registers/organisations';
import type { SubjectChange } from '#registers/subject-changes';
import { ANCHOR, ANCHOR_MORNING, seedTestCity, type TestCity } from '#testing/city';
import { type TestDatabase, testDatabase } from '#testing/database';
import { testIdentity } from '#testing/identity';
import { testPlatform } from '#testing/platform';
import { insertFile } from '../platform/files.ts';
import { propose, publish } from '../registers/list-changes/actions.ts';
import { followListChange } from '../registers/list-changes/actions-register.ts';
import { verifyListTexts } from '../registers/list-changes/actions-verify.ts';
import { nameToday, organisationHistory, plannedChanges } from '../registers/organisations/store-history.ts';
import { followSubjectChange } from '../registers/subject-changes/actions.ts';
import { changesOfUnit } from '../registers/subject-changes/store.ts';
import type { Opened } from './opened.ts';
import { handlersOf, REACTIONS } from './reactions.ts';
import { confirmLoad, previewLoad } from './register-load/load.ts';
import { LOADERS } from './register-load/loaders.ts';
import { readTable } from './register-load/read-table.ts';
import { KINDS } from './rooms.ts';

let database: TestDatabase;
let city: TestCity;
let platform: Platform;
let opened: Opened;
let folder: string;
let now = ANCHOR_MORNING;
const DAY = 86_400_000;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'succession-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(async () => {
  await database?.close();
  now = ANCHOR_MORNING;
  database = await testDatabase();
  ({ city } = await seedTestCity(database.pool));
  platform = await testPlatform(database.pool, () => now, kindsOf(KINDS), {
    reactsTo: new Set(REACTIONS),
    afterAct: async (client, done) => (await followSubjectChange(KINDS.map(tableOf))(client, done)) ?? followListChange(client, done),
  });
  const identity = testIdentity(database.pool, () => now, { publicOrigin: 'https://fz.example.gov.cn' });
  opened = { platform, identity, blobs: folderStore(join(folder, 'files')), close: async () => undefined };
});
afterAll(() => database?.close());

const drain = async (): Promise<void> => {
  while ((await drainOutbox(platform, handlersOf(opened))) > 0);
};
async function tried(by: Session, kind: string, name: string, matterId: string | null, input: unknown = {}): Promise<ActAnswer> {
  now += 60_000;
  const answer = await perform(platform, { by, kind, act: name, matterId, input });
  await drain();
  return answer;
}
async function act(by: Session, kind: string, name: string, matterId: string | null, input: unknown = {}): Promise<Performed> {
  const answer = await tried(by, kind, name, matterId, input);
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  return answer.done;
}

async function file(by: Session): Promise<string> {
  const id = randomUUID();
  const blob = { sha256: id.replaceAll('-', '').repeat(2), sm3: 'b'.repeat(64), size: 3 };
  const at = new Date(now).toISOString();
  await inTransaction(database.pool, SYSTEM_PREAMBLE, (client) =>
    insertFile(client, {
      ...{ id, city: 1508, matter: null, name: '依据.pdf', mediaType: 'application/pdf', blob, at },
      uploadedBy: by.accountId,
    }),
  );
  return id;
}

const EMPTY = { name: null, shortName: null, documentPrefix: null, superior: null, lineSuperior: null, successor: null, parts: null };
async function wanted(by: Session, more: Readonly<Record<string, unknown>>) {
  const basis = { basisName: '机构改革方案', basisNumber: '巴党办发〔2026〕3号', basisOn: '2026-03-02', basisFile: [await file(by)] };
  return {
    ...{ unit: city.市交通局.id, bureau: city.市司法局.id, effectiveOn: '2026-03-16', reason: '机构改革' },
    ...basis,
    ...EMPTY,
    ...{ ends: false, qualification: null },
    ...more,
  };
}

const KIND = 'subject-change';
const apply = async (more: Readonly<Record<string, unknown>>, by = city.市交通局.legalOffice.session) =>
  tried(by, KIND, 'apply', null, await wanted(by, more));

/** From the application to the announcement, by everybody whose turn it is. */
async function announced(more: Readonly<Record<string, unknown>>, by = city.市交通局.legalOffice.session): Promise<string> {
  const answer = await apply(more, by);
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return passThrough(answer.done.matterId);
}
async function passThrough(id: string): Promise<string> {
  const { supervisorA, deputyHead, sealKeeper } = city.市司法局;
  await act(supervisorA.session, KIND, 'review', id, { government: city.市政府.id, opinion: '符合规定' });
  await act(city.市政府.leader.session, KIND, 'approve', id, { number: '巴政字〔2026〕8号', on: '2026-03-16', paper: null });
  await act(deputyHead.session, KIND, 'sign', id, { contact: '协调监督科' });
  await act(sealKeeper.session, KIND, 'seal', id);
  await act(supervisorA.session, KIND, 'publish', id, { channel: 'https://example.gov.cn/1' });
  return id;
}
async function stateOf(id: string): Promise<SubjectChange> {
  const [row] = await rows<{ state: SubjectChange }>(database.pool, 'select state from matter where id = $1', [id]);
  if (row === undefined) throw new Error('gone');
  return row.state;
}
const nameOn = async (id: string, on: string, known: string | null = null) =>
  (await organisationFacts(database.pool, [id], localDate(on), known)).get(id)?.name;
const sound = async () => expect((await verify(platform)).faults).toEqual([]);

describe('执法主体变更登入名录（细则第八条第四项）', () => {
  it('登记委托关系的依据文件：单位页列出依据，读不到该事项的人看不到去处（细则第二条）', async () => {
    const more = { change: 'relate', relation: 'supervision', other: null, unit: city.市交通局.id };
    const id = await announced(more);
    await drain();
    const session = (by: Session) =>
      inTransaction(database.pool, sessionPreamble(by, now), (client) => organisationHistory(client, 1508, city.市交通局.id, null));
    const paper = { name: '机构改革方案', number: '巴党办发〔2026〕3号', on: '2026-03-02' };
    expect((await session(city.市交通局.legalOffice.session)).at(-1)?.bases).toEqual({ supervision: { ...paper, matterId: id } });
    expect((await session(city.区市场监管局.handlerA.session)).at(-1)?.bases).toEqual({ supervision: { ...paper, matterId: null } });
    expect((await apply(more)).ok).toBe(true);
    await sound();
  });

  it('终止委托关系：生效日前一日仍是受委托，当日起不是；旧登记和依据仍可查看（细则第二条）', async () => {
    const unit = city.交通支队.id;
    const through = async (on: string) => (await organisationFacts(database.pool, [unit], localDate(on))).get(unit)?.answersThroughId;
    const more = { change: 'unrelate', relation: 'entrusting', other: null, unit, effectiveOn: '2026-03-20' };
    await announced(more);
    expect([await through('2026-03-19'), await through('2026-03-20')]).toEqual([city.市交通局.id, null]);
    expect(await apply(more)).toMatchObject({ refusal: { refused: 'nothing-changes', cite: { article: 8 } } });
    await sound();
  });

  it('更名自生效日起，前一日仍是旧名；变更前所知的名录不变', async () => {
    const before = new Date(now).toISOString();
    const id = await announced({ change: 'rename', name: '巴彦淖尔市交通运输管理局', shortName: '交管局', effectiveOn: '2026-04-01' });
    expect((await stateOf(id)).status).toBe('planned');
    const unit = city.市交通局.id;
    expect(await nameToday(database.pool, 1508, unit)).toBe('巴彦淖尔市交通运输局');
    expect(await plannedChanges(database.pool, 1508, ANCHOR)).toMatchObject([{ id: unit, from: '2026-04-01', ends: false, begins: false }]);
    expect(await nameOn(unit, '2026-03-31')).toBe('巴彦淖尔市交通运输局');
    expect(await nameOn(unit, '2026-04-01')).toBe('巴彦淖尔市交通运输管理局');
    expect(await nameOn(unit, '2026-04-01', before)).toBe('巴彦淖尔市交通运输局');
    now += 15 * DAY;
    await drain();
    expect((await stateOf(id)).status).toBe('planned');
    now += DAY;
    await drain();
    expect((await stateOf(id)).status).toBe('effective');
    expect(await nameToday(database.pool, 1508, unit)).toBe('巴彦淖尔市交通运输管理局');
    expect(await plannedChanges(database.pool, 1508, localDate('2026-04-01'))).toEqual([]);
    const [record] = await rows<{ type: string }>(
      database.pool,
      `select a.type from organisation_record r join act a on a.id = r.act_id where r.organisation_id = $1 and upper_inf(r.valid) and upper_inf(r.known)`,
      [unit],
    );
    expect(record?.type).toBe('register');
    await sound();
  });

  it('生效日早于上一次变更的不受理，同日的可以', async () => {
    await announced({ change: 'rename', name: '甲局', shortName: '甲', effectiveOn: '2026-04-01' });
    expect(await apply({ change: 'rename', name: '乙局', shortName: '乙', effectiveOn: '2026-03-31' })).toMatchObject({
      refusal: { refused: 'before-last-change', cite: { article: 8 } },
    });
    expect((await apply({ change: 'rename', name: '乙局', shortName: '乙', effectiveOn: '2026-04-01' })).ok).toBe(true);
  });

  it('文件载入的将来变更，到日零时改名、换号，不提前', async () => {
    const path = join(folder, `${randomUUID()}.csv`);
    const head = '编码,名称,类别,层级,上级,条线上级,机关代字,区划,生效日,失效日';
    const name = city.市交通局.name;
    const row = (called: string, from: string, through: string) =>
      `JT,${called},行政执法部门,市,${city.市政府.name},,巴交,150800,${from},${through}`;
    await writeFile(path, [head, row(name, '2019-03-01', '2026-03-31'), row('巴彦淖尔市交通局', '2026-04-01', '')].join('\n'));
    const table = await readTable(path, LOADERS.organisations.columns);
    if ('refused' in table) throw new Error(table.reason);
    const by = city.市司法局.supervisorA.session;
    const request = { register: 'organisations', file: { id: await file(by), name: '名录.csv', sha256: 'a'.repeat(64), table } } as const;
    const { basis, problems } = await previewLoad(platform, 1508, request);
    expect(problems).toEqual([]);
    expect((await confirmLoad(platform, by, request, basis)).is).toBe('loaded');
    now += 15 * DAY;
    await drain();
    expect(await nameToday(database.pool, 1508, city.市交通局.id)).toBe(name);
    now += DAY;
    await drain();
    expect(await nameToday(database.pool, 1508, city.市交通局.id)).toBe('巴彦淖尔市交通局');
    await sound();
  });

  it('设立自生效日起登记，前一日没有；公告前所知没有；名称重复、区划没有机关的不受理', async () => {
    const { basisFile } = await wanted(city.市政府.office.session, {});
    const paper = { basisName: '机构改革方案', basisNumber: '巴党办发〔2026〕3号', basisOn: '2026-03-01', basisFile };
    const unit = {
      ...{
        bureau: city.市司法局.id,
        effectiveOn: '2026-04-01',
        ...paper,
        reason: '机构改革',
        name: '巴彦淖尔市数据局',
        shortName: '市数据局',
      },
      ...{ documentPrefix: '巴数', code: null, uscc: null, kind: 'department', domain: null, powers: '《数据安全法》第六条', tier: 'city' },
      ...{ regionCode: '150800', superior: city.市政府.id, lineSuperior: null, answersThrough: null, leadKind: 'local', leadBasis: null },
    };
    const apply = (more: object) => tried(city.市政府.office.session, KIND, 'apply-new', null, { ...unit, ...more });
    expect(await apply({ name: city.市交通局.name })).toMatchObject({ refusal: { refused: 'unsound-tree' } });
    expect(await apply({ regionCode: '150821' })).toMatchObject({ refusal: { refused: 'unsound-tree' } });
    const answer = await apply({});
    if (!answer.ok) throw new Error(JSON.stringify(answer));
    const before = new Date(now).toISOString();
    await passThrough(answer.done.matterId);
    const [made] = await rows<{ id: string }>(
      database.pool,
      `select organisation_id as id from organisation_record where name = '巴彦淖尔市数据局'`,
    );
    const id = made?.id ?? '';
    expect([await nameOn(id, '2026-03-31'), await nameOn(id, '2026-04-01'), await nameOn(id, '2026-04-01', before)]).toEqual([
      undefined,
      '巴彦淖尔市数据局',
      undefined,
    ]);
    expect(await plannedChanges(database.pool, 1508, ANCHOR)).toMatchObject([{ id, from: '2026-04-01', ends: false, begins: true }]);
    now += 16 * DAY;
    await drain();
    expect((await stateOf(answer.done.matterId)).status).toBe('effective');
    expect(await nameToday(database.pool, 1508, id)).toBe('巴彦淖尔市数据局');
    await sound();
  });

  it('上下级成环、名称重复、没有变化的不受理', async () => {
    expect(await apply({ change: 'move', superior: city.交通支队.id })).toMatchObject({ refusal: { refused: 'unsound-tree' } });
    const taken = { change: 'rename', name: city.市市场监管局.name, shortName: '市监' };
    expect(await apply(taken)).toMatchObject({ refusal: { refused: 'unsound-tree', reason: expect.stringContaining('重复') as string } });
    expect(await apply({ change: 'move', superior: city.市政府.id })).toMatchObject({ refusal: { refused: 'nothing-changes' } });
    expect((await apply({ change: 'move', superior: city.区政府.id, effectiveOn: '2026-03-16' })).ok).toBe(true);
  });

  it('改变隶属的生效日零时换号：新的上级看得见单位的办件，原来的上级不再看得见', async () => {
    const [unit, to] = [city.区市场监管局, city.旗政府];
    const draft = {
      ...{ type: 'opinion', subject: '程序问题', background: '查明。', contact: '法制股', addressee: city.派驻中队.id },
      ...{ reportTo: city.区司法局.id, problems: [{ facts: '未告知', norm: '应当告知', demand: '补正' }] },
    };
    const { matterId } = await act(unit.legalOffice.session, 'supervision-document', 'draft', null, draft);
    const sees = async (session: Session) =>
      (await matterView(platform, await reach(session), matterId, { asOf: null, knownOn: null })) !== null;
    const change = { change: 'move', unit: unit.id, superior: to.id, lineSuperior: to.id, effectiveOn: '2026-03-17' };
    const by = city.市司法局.supervisorB.session;
    const id = await announced(change, by);
    expect([await sees(city.市市场监管局.head.session), await sees(to.leader.session)]).toEqual([true, false]);
    now += DAY - 3_600_000 * 10;
    await drain();
    expect((await stateOf(id)).status).toBe('planned');
    now += 3_600_000 * 10;
    await drain();
    expect([await sees(city.市市场监管局.head.session), await sees(to.leader.session)]).toEqual([false, true]);
    await sound();
  });
});

describe('查看范围：变更事项只给看得见的人', () => {
  const seen = async (by: Session) => (await changesOfUnit(database.pool, by, city.市交通局.id, now)).map((c) => c.changeName);

  it('单位、司法行政部门、上级看得见；承接单位在公告以后；无关单位看不见，密封的谁也不见', async () => {
    const merge = { change: 'merge', successor: city.市市场监管局.id, effectiveOn: '2026-03-20' };
    const first = await apply(merge);
    if (!first.ok) throw new Error('apply');
    expect(await seen(city.市交通局.handlerA.session)).toEqual(['合并']);
    expect(await seen(city.市司法局.supervisorC.session)).toEqual(['合并']);
    expect(await seen(city.市市场监管局.head.session)).toEqual([]);
    expect(await seen(city.旗市场监管局.head.session)).toEqual([]);
    await announced(merge);
    expect(await seen(city.市市场监管局.head.session)).toEqual(['合并']);
    expect(await seen(city.旗市场监管局.head.session)).toEqual([]);
    await database.pool.query(`update matter set label = 4 where kind = 'subject-change'`);
    await database.pool.query(`update participant set label = 4; update subject_change set label = 4`);
    for (const by of [city.市交通局.handlerA, city.市司法局.head, city.市市场监管局.head]) expect(await seen(by.session)).toEqual([]);
  });
});

describe('合并、撤销：未办结事项逐件移交（细则第八条第四项）', () => {
  const lettered = { type: 'opinion', subject: '程序问题', background: '查明。', contact: '监督科' };
  const problems = [{ facts: '未告知', norm: '应当告知', demand: '补正' }];

  async function servedTo(unitId: string): Promise<string> {
    const { supervisorA, supervisorB, checker, head, sealKeeper } = city.市司法局;
    const draft = { ...lettered, addressee: unitId, problems };
    const on = (by: Session, name: string, id: string | null, input: unknown = {}) => act(by, 'supervision-document', name, id, input);
    const { matterId } = await on(supervisorA.session, 'draft', null, draft);
    await on(supervisorA.session, 'submit', matterId);
    await on(supervisorB.session, 'check', matterId);
    await on(checker.session, 'review', matterId);
    await on(head.session, 'sign', matterId);
    await on(sealKeeper.session, 'seal', matterId);
    await on(supervisorA.session, 'serve', matterId);
    return matterId;
  }

  it('并入另一局：监督文书由承接单位继续反馈，原单位岗位终止，下级改隶，旧档可核验', async () => {
    const [from, to] = [city.市交通局, city.市市场监管局];
    const letter = await servedTo(from.id);
    await act(from.receiver.session, 'supervision-document', 'receive', letter);
    const due = await rows(database.pool, `select due_on from clock where matter_id = $1 and clock_id = 'KS-01'`, [letter]);
    const id = await announced({ change: 'merge', successor: to.id, effectiveOn: '2026-03-17' });
    expect(await tasksOf(letter)).toEqual([from.id]);
    now += DAY;
    await drain();
    expect(await stateOf(id)).toMatchObject({ status: 'effective', passed: 1 });
    expect(await tasksOf(letter)).toEqual([to.id]);
    expect(await rows(database.pool, `select due_on from clock where matter_id = $1 and clock_id = 'KS-01'`, [letter])).toEqual(due);
    expect(await matterView(platform, from.handlerA.session, letter, { asOf: null, knownOn: null })).toBeNull();
    const view = await matterView(platform, to.handlerA.session, letter, { asOf: null, knownOn: null });
    expect(view?.timeline[0]).toMatchObject({
      label: '由承接单位继续办理',
      fields: [
        { label: '原单位', value: from.name },
        { label: '承接单位', value: to.name },
        { label: '依据', value: '巴司执主告〔2026〕1号' },
      ],
    });
    expect(await nameOn(from.id, '2026-03-16')).toBe(from.name);
    expect(await nameOn(from.id, '2026-03-17')).toBeUndefined();
    const team = (await organisationFacts(database.pool, [city.交通支队.id], localDate('2026-03-17'))).get(city.交通支队.id);
    expect(team).toMatchObject({ superiorId: to.id, answersThroughId: to.id });
    const posts = await rows<{ n: number }>(
      database.pool,
      `select count(*)::int as n from post where organisation_id = $1 and held @> $2::date`,
      [from.id, '2026-03-17'],
    );
    expect(posts[0]?.n).toBe(0);
    expect(await refoldAll(platform)).toMatchObject({ changed: [], failed: [] });
    await sound();
  });

  it('待审核的清单调整连同拟稿移交承接单位，由它审核、公布，编承接单位的号（细则第八条第九项）', async () => {
    const [from, to] = [city.市交通局, city.市市场监管局];
    const cells = { code: 'JT-1', name: '对超限运输的处罚', powerKind: '行政处罚', basis: '《道路运输条例》第七十条', from: ANCHOR };
    const lines = [{ what: 'set' as const, cells, base: null }];
    const by = (session: Session, key: string) => ({ platform, session, key });
    const proposal = { list: 'power' as const, reason: '首次录入', grounds: null, lines };
    const proposed = await propose(by(from.handlerA.session, 'propose'), proposal);
    if (!proposed.ok) throw new Error(JSON.stringify(proposed));
    const { matterId } = proposed.done;
    await act(from.handlerA.session, 'list-change', 'submit', matterId);
    await announced({ change: 'merge', successor: to.id });
    expect(await tasksOf(matterId)).toEqual([to.id]);
    const { seq } = await act(to.legalOffice.session, 'list-change', 'review', matterId, { opinion: '合法。' });
    const publication = { publishedOn: localDate(ANCHOR), place: '本局门户网站', opinion: null, alone: null, ifSeq: seq };
    const published = await publish(by(to.head.session, 'publish'), matterId, publication);
    expect(published).toMatchObject({ ok: true });
    const [entry] = await rows(database.pool, `select organisation_id from list_entry_record where code = 'JT-1' and upper_inf(known)`);
    expect(entry).toEqual({ organisation_id: to.id });
    const papers = await rows<{ number: string | null }>(database.pool, 'select number from document where matter_id = $1', [matterId]);
    expect(papers).toEqual([{ number: expect.stringMatching(/清单告〔2026〕1号$/) }]);
    expect((await verifyListTexts(database.pool)).faults).toEqual([]);
    await sound();
  });

  it('密封事项一样移交，不计入件数，承接单位的人不因此看得见', async () => {
    const [from, to] = [city.市交通局, city.市市场监管局];
    const clue = {
      ...{ commission: city.市监委.id, secrecy: 'confidential', suspects: '某人', clue: '线索', attachments: null },
      ...{ evidence: [{ name: '材料' }], readers: [from.head.officerId] },
    };
    const { matterId } = await act(from.legalOffice.session, 'sealed-referral', 'draft', null, clue);
    const id = await announced({ change: 'merge', successor: to.id });
    expect(await stateOf(id)).toMatchObject({ status: 'effective', passed: 0 });
    expect(await tasksOf(matterId)).toEqual([to.id]);
    expect(await matterView(platform, to.head.session, matterId, { asOf: null, knownOn: null })).toBeNull();
    expect(await matterView(platform, from.legalOffice.session, matterId, { asOf: null, knownOn: null })).not.toBeNull();
    await sound();
  });

  it('没有承接单位、承接单位是自己或者已经终止的，不受理', async () => {
    expect(await apply({ change: 'abolish', effectiveOn: '2026-03-17' })).toMatchObject({ refusal: { refused: 'incomplete' } });
    expect(await apply({ change: 'merge', successor: city.市交通局.id, effectiveOn: '2026-03-17' })).toMatchObject({
      refusal: { refused: 'own-successor' },
    });
    await announced({ change: 'abolish', successor: city.市市场监管局.id, effectiveOn: '2026-03-17' });
    const into = { change: 'merge', unit: city.市市场监管局.id, successor: city.市交通局.id };
    const by = city.市市场监管局.legalOffice.session;
    expect(await apply({ ...into, effectiveOn: '2026-03-17' }, by)).toMatchObject({ refusal: { refused: 'successor-not-valid' } });
    now += DAY;
    await drain();
    expect(await apply({ ...into, effectiveOn: '2026-03-20' }, by)).toMatchObject({ refusal: { refused: 'successor-not-valid' } });
    expect(
      await apply({ change: 'rename', name: '丙局', shortName: '丙', effectiveOn: '2026-03-20' }, city.市司法局.supervisorB.session),
    ).toMatchObject({ refusal: { refused: 'not-valid' } });
  });

  it('分设后原单位终止的，第一个新单位承接；新单位沿用原单位的位置', async () => {
    const letter = await servedTo(city.市交通局.id);
    const parts = [
      { name: '巴彦淖尔市公路局', shortName: '公路局', code: null, documentPrefix: '巴公路' },
      { name: '巴彦淖尔市运输局', shortName: '运输局', code: 'YS', documentPrefix: null },
    ];
    const id = await announced({ change: 'split', parts, ends: true });
    expect(await stateOf(id)).toMatchObject({ status: 'effective', passed: 1 });
    const made = await rows<{ id: string; name: string; superior_id: string }>(
      database.pool,
      `select organisation_id as id, name, superior_id from organisation_record where name like '巴彦淖尔市%局' and lower(valid) = '2026-03-16' order by name`,
    );
    expect(made).toMatchObject([
      { name: '巴彦淖尔市公路局', superior_id: city.市政府.id },
      { name: '巴彦淖尔市运输局', superior_id: city.市政府.id },
    ]);
    expect(await tasksOf(letter)).toContain(made[0]?.id);
    expect(await tasksOf(letter)).not.toContain(city.市交通局.id);
    await sound();
  });
});

async function tasksOf(id: string): Promise<readonly string[]> {
  const found = await rows<{ organisation_id: string }>(
    database.pool,
    'select distinct organisation_id from task where matter_id = $1 and closed_at is null',
    [id],
  );
  return found.map((t) => t.organisation_id);
}

/** The session as a new sign-in of today would give it. */
async function reach(session: Session): Promise<Session> {
  const [o] = await rows<Record<string, number>>(database.pool, 'select * from organisation where id = $1', [session.organisationId]);
  const range = (name: string) => ({ lo: o?.[`reach_${name}_lo`] ?? 1, hi: o?.[`reach_${name}_hi`] ?? 0 });
  return { ...session, region: range('region'), line: range('line') };
}
