import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { kindsOf } from '#platform/acts/kinds';
import { type Performed, type Platform, perform } from '#platform/acts/perform';
import { rows } from '#platform/db';
import { folderStore } from '#platform/files';
import { listTasks } from '#platform/matters/tasks';
import { matterView } from '#platform/matters/view';
import { workbench } from '#platform/matters/workbench';
import { drainOutbox, type Handlers, type OnGivenUp } from '#platform/outbox';
import type { Session } from '#platform/session';
import type { SupervisionCase } from '#supervision/case-supervision';
import { ANCHOR_MORNING, seedTestCity, type TestCity } from '#testing/city';
import { type TestDatabase, testDatabase } from '#testing/database';
import { testIdentity } from '#testing/identity';
import { testPlatform } from '#testing/platform';
import type { Opened } from './opened.ts';
import { effectOf, handlersOf, REACTIONS } from './reactions.ts';
import { KINDS } from './rooms.ts';
import { followUp } from './seed/town/follow-up.ts';
import { taskOfGivenUp, tryAgain } from './unfinished-effects.ts';

let database: TestDatabase;
let city: TestCity;
let platform: Platform;
let opened: Opened;
let folder: string;
let now = ANCHOR_MORNING;

beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'reactions-'));
  ({ city } = await seedTestCity(database.pool));
  platform = await testPlatform(database.pool, () => now, kindsOf(KINDS), { reactsTo: new Set(REACTIONS) });
  const identity = testIdentity(database.pool, () => now, { publicOrigin: 'https://fz.example.gov.cn' });
  opened = { platform, identity, blobs: folderStore(join(folder, 'files')), close: async () => undefined };
});
afterAll(async () => {
  await database?.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  now += 60_000;
});

async function act(by: Session, kind: string, name: string, matterId: string | null, input: unknown = {}): Promise<Performed> {
  const answer = await perform(platform, { by, kind, act: name, matterId, input });
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  while ((await drainOutbox(platform, handlersOf(opened))) > 0);
  return answer.done;
}

async function caseOf(id: string): Promise<SupervisionCase> {
  const [row] = await rows<{ state: SupervisionCase }>(database.pool, 'select state from matter where id = $1', [id]);
  if (row === undefined) throw new Error('no case');
  return row.state;
}

/** A case with one problem established, waiting for its document. */
async function settling(): Promise<string> {
  const { supervisorA, supervisorB, deputyHead } = city.市司法局;
  const on = (name: string, id: string | null, input: unknown, by = supervisorA.session) => act(by, 'case-supervision', name, id, input);
  const clue = { source: 'own', subject: '程序问题', unit: city.区市场监管局.id, head: '8(7)', facts: '未告知权利。' };
  const { matterId } = await on('open', null, clue);
  await on('propose-filing', matterId, { opinion: '建议立案' });
  await on('file', matterId, { handlers: [supervisorA.officerId, supervisorB.officerId] }, deputyHead.session);
  await on('ask-statement', matterId, { matters: '说明', due: '2026-03-20' });
  await on('record-statement', matterId, { received: true, words: '无异议' });
  const problems = [{ head: '8(7)', facts: '未告知', norm: '应当告知', evidence: '1' }];
  await on('establish', matterId, { problems, reasons: '证据充分' });
  return matterId;
}

const draft = (more: Readonly<Record<string, unknown>>) => ({
  ...{ type: 'opinion', subject: '程序问题', addressee: city.区市场监管局.id, reportTo: city.区司法局.id, background: '查明。' },
  problems: [{ facts: '未告知', norm: '应当告知', demand: '补正', caseNo: 1 }],
  contact: '监督科',
  ...more,
});

async function signed(more: Readonly<Record<string, unknown>>): Promise<string> {
  const { supervisorA, supervisorB, checker, head } = city.市司法局;
  const { matterId } = await act(supervisorA.session, 'supervision-document', 'draft', null, draft(more));
  await act(supervisorA.session, 'supervision-document', 'submit', matterId);
  await act(supervisorB.session, 'supervision-document', 'check', matterId);
  await act(checker.session, 'supervision-document', 'review', matterId);
  await act(head.session, 'supervision-document', 'sign', matterId);
  return matterId;
}

async function served(more: Readonly<Record<string, unknown>>): Promise<string> {
  const id = await signed(more);
  await act(city.市司法局.sealKeeper.session, 'supervision-document', 'seal', id);
  await act(city.市司法局.supervisorA.session, 'supervision-document', 'serve', id);
  return id;
}

describe('文书与来源监督案件的衔接（细则第二十二条第一款）', () => {
  it('新文书取代旧文书：旧文书登记为已更正或者撤销，问题改由新文书答复', async () => {
    const caseId = await settling();
    const old = await served({ fromCase: caseId });
    expect((await caseOf(caseId)).problems).toMatchObject([{ document: old }]);
    const successor = await served({ corrects: old });
    expect((await caseOf(caseId)).problems).toMatchObject([{ document: old }]);
    const input = { by: successor, effect: 'replaces', reason: '要求有误' };
    await act(city.市司法局.head.session, 'supervision-document', 'replace', old, input);
    const after = await caseOf(caseId);
    expect(after.problems).toMatchObject([{ document: successor }]);
    expect(after.documents.map((d) => [d.id, d.endedOn !== null])).toEqual([
      [old, true],
      [successor, false],
    ]);
  });

  it('只更正文字的，问题仍由原文书答复', async () => {
    const caseId = await settling();
    const old = await served({ fromCase: caseId });
    const note = await served({ corrects: old });
    const input = { by: note, effect: 'notes', reason: '错字' };
    await act(city.市司法局.head.session, 'supervision-document', 'replace', old, input);
    const after = await caseOf(caseId);
    expect(after.problems).toMatchObject([{ document: old }]);
    expect(after.documents.find((d) => d.id === old)).toMatchObject({ endedOn: null });
  });

  it('由本案移送其他机关的，移送函签发即记入本案（细则第二十条第二款）', async () => {
    const caseId = await settling();
    const { supervisorA, checker, head } = city.市司法局;
    const { matterId: id } = await act(supervisorA.session, 'referral', 'draft', null, {
      ...{ subject: '不属本机关', addressee: city.市市场监管局.id, basis: '职责', facts: '线索', contact: '监督科' },
      materials: [{ name: '笔录' }],
      fromCase: caseId,
    });
    await act(supervisorA.session, 'referral', 'submit', id);
    await act(checker.session, 'referral', 'review', id);
    expect((await caseOf(caseId)).followUps).toEqual([]);
    await act(head.session, 'referral', 'sign', id);
    expect((await caseOf(caseId)).followUps).toEqual([{ kind: 'transfer', id, problems: [] }]);
  });
});

const SIGNED = 'supervision-document.sign';
const FAILURE = '张三身份证号读取失败';
const failing: Handlers = new Map([[SIGNED, () => Promise.reject(new Error(FAILURE))]]);

async function queued(matterId: string, attempts = 0, error: string | null = null): Promise<number> {
  const [item] = await rows<{ id: number }>(
    database.pool,
    `insert into outbox (city, cohort, matter_id, seq, topic, payload, due_at, attempts, error)
     select city, cohort, id, 1, '${SIGNED}', '{}', $2, $3, $4 from matter where id = $1 returning id`,
    [matterId, new Date(now).toISOString(), attempts, error],
  );
  return item?.id ?? 0;
}

async function drafted(): Promise<string> {
  const caseId = await settling();
  const by = city.市司法局.supervisorA.session;
  return (await act(by, 'supervision-document', 'draft', null, draft({ fromCase: caseId }))).matterId;
}

/** Every attempt an hour later than the one before. */
async function attempts(n: number, handlers: Handlers, onGivenUp?: OnGivenUp): Promise<void> {
  for (let i = 0; i < n; i += 1) {
    now += 3_700_000;
    expect(await drainOutbox(platform, handlers, onGivenUp === undefined ? {} : { onGivenUp })).toBe(1);
  }
}

const told = (id: string) =>
  rows(database.pool, `select organisation_id from notice where matter_id = $1 and dedupe like 'given-up/%'`, [id]);
const itemOf = async (id: number) =>
  (await rows(database.pool, 'select attempts, error, done_at, given_up_at from outbox where id = $1', [id]))[0];
const tasksOf = (item: number) =>
  rows<{ id: string; title: string; status: string; home_id: string; label: number; state: object }>(
    database.pool,
    'select m.id, m.title, m.status, m.home_id, m.label, m.state from unfinished_effect u join matter m on m.id = u.matter_id where u.outbox_id = $1',
    [item],
  );

describe('自动衔接多次失败，交给人办理（细则第三条第二款、第二十二条第一款）', () => {
  const taskOf: OnGivenUp = (client, item) => taskOfGivenUp(platform, effectOf)(client, item);

  it('失败七次仍会重试；第八次给承办机关立件一次，题名、内容不带原事项的内容和失败的原因', async () => {
    const id = await drafted();
    const item = await queued(id);
    await attempts(7, failing, taskOf);
    expect(await tasksOf(item)).toEqual([]);
    await attempts(1, failing, taskOf);
    const [task] = await tasksOf(item);
    expect(task).toMatchObject({ status: 'open', home_id: city.市司法局.id, label: 2, title: expect.stringContaining('监督文书签发') });
    expect(JSON.stringify(task)).not.toContain('身份证');
    expect(JSON.stringify(task)).not.toContain('程序问题');
    expect(await itemOf(item)).toMatchObject({ attempts: 8, error: FAILURE, done_at: null });
    expect(await told(id)).toEqual([]);
    now += 3_700_000;
    expect(await drainOutbox(platform, failing, { onGivenUp: taskOf })).toBe(0);
    expect(await tasksOf(item)).toHaveLength(1);
    const links = await rows(database.pool, 'select other_id from matter_link where matter_id = $1', [task?.id]);
    expect(links).toEqual([{ other_id: id }]);
    const waiting = await listTasks(platform, city.市司法局.supervisorA.session, 'todo', undefined, 50);
    expect(waiting.items.filter((t) => t.matterId === task?.id)).toMatchObject([{ act: 'try-again' }]);
    const elsewhere = await listTasks(platform, city.区市场监管局.head.session, 'todo', undefined, 50);
    expect(elsewhere.items.filter((t) => t.matterId === task?.id)).toEqual([]);
    expect(await matterView(platform, city.区市场监管局.head.session, task?.id ?? '', { asOf: null, knownOn: null })).toBeNull();
  });

  it('事项的承办机关不是该步骤的办理单位的，交给办理单位：尚未送达的文书，承办机关不由此知道', async () => {
    const id = await drafted();
    const item = await queued(id, 7, '数据库忙');
    await database.pool.query('update matter set home_id = $2 where id = $1', [id, city.区市场监管局.id]);
    await attempts(1, failing, taskOf);
    const [task] = await tasksOf(item);
    expect(task).toMatchObject({ home_id: city.市司法局.id });
    expect(await matterView(platform, city.区市场监管局.head.session, task?.id ?? '', { asOf: null, knownOn: null })).toBeNull();
  });

  it('一次失败时别的一次已经办成的，不算放弃', async () => {
    const item = await queued(await drafted(), 7, '数据库忙');
    const late: Handlers = new Map([
      [
        SIGNED,
        async () => {
          await database.pool.query('update outbox set done_at = now() where id = $1', [item]);
          throw new Error(FAILURE);
        },
      ],
    ]);
    await attempts(1, late, taskOf);
    expect([await tasksOf(item), await itemOf(item)]).toMatchObject([[], { given_up_at: null, error: '数据库忙' }]);
  });

  it('再次办理只执行一次原来的处理：没有成功的回到待处理；成功的办结，不再计入失败', async () => {
    const item = await queued(await drafted(), 7, '数据库忙');
    await attempts(1, failing, taskOf);
    const [task] = await tasksOf(item);
    const again = () =>
      perform(platform, {
        ...{ by: city.市司法局.supervisorA.session, kind: 'unfinished-effect', act: 'try-again', matterId: task?.id ?? '', input: {} },
      });
    let runs = 0;
    const withOriginal = (original: () => Promise<void>): Handlers => {
      const handlers = new Map(handlersOf(opened));
      handlers.set(SIGNED, async () => {
        runs += 1;
        await original();
      });
      handlers.set('unfinished-effect.try-again', (one) => tryAgain(platform, handlers, one));
      return handlers;
    };
    expect((await again()).ok).toBe(true);
    await drainOutbox(
      platform,
      withOriginal(() => Promise.reject(new Error(FAILURE))),
    );
    expect(await tasksOf(item)).toMatchObject([{ status: 'open', state: { tries: [{ worked: false }] } }]);
    expect(await itemOf(item)).toMatchObject({ error: FAILURE, done_at: null });
    expect((await again()).ok).toBe(true);
    await drainOutbox(
      platform,
      withOriginal(() => Promise.resolve()),
    );
    expect(runs).toBe(2);
    expect(await tasksOf(item)).toMatchObject([{ status: 'done' }]);
    expect(await itemOf(item)).toMatchObject({ done_at: expect.any(String) });
  });

  it('人工办理后写明情况关闭，不再计入失败', async () => {
    const item = await queued(await drafted(), 7, '数据库忙');
    await attempts(1, failing, taskOf);
    const [task] = await tasksOf(item);
    await act(city.市司法局.deputyHead.session, 'unfinished-effect', 'close', task?.id ?? '', { reason: '已人工登记' });
    expect(await tasksOf(item)).toMatchObject([{ status: 'closed', state: { reason: '已人工登记' } }]);
    expect(await itemOf(item)).toMatchObject({ done_at: expect.any(String) });
  });

  it('五十次都因服务器中断没有结果的、第八次中断的，同样立件；四十九次的仍会重试', async () => {
    const id = await drafted();
    const [dead, failedOnce, patient] = [await queued(id, 50), await queued(id, 8, '数据库忙'), await queued(id, 49)];
    now += 3_700_000;
    expect(await drainOutbox(platform, new Map([[SIGNED, async () => undefined]]), { onGivenUp: taskOf })).toBe(3);
    expect(await tasksOf(dead)).toHaveLength(1);
    expect(await tasksOf(failedOnce)).toHaveLength(1);
    expect(await tasksOf(patient)).toEqual([]);
    expect(await itemOf(patient)).toMatchObject({ attempts: 50, done_at: expect.any(String) });
  });

  it('立件失败的，放弃的事实仍然记下，并通知承办机关；没有立件的也一样', async () => {
    const id = await drafted();
    const item = await queued(id, 7, '数据库忙');
    await attempts(1, failing, async (client) => {
      await client.query('select 1 / 0');
      return true;
    });
    expect(await itemOf(item)).toMatchObject({ given_up_at: expect.any(String), error: FAILURE });
    expect(await told(id)).toEqual([{ organisation_id: city.市司法局.id }]);
    const other = await drafted();
    await queued(other, 7, '数据库忙');
    await attempts(1, failing);
    expect(await told(other)).toHaveLength(1);
  });

  it('密封事项不立件，只通知有权查阅的人；本类事项自己的衔接也不立件', async () => {
    const id = await drafted();
    const item = await queued(id, 7, '数据库忙');
    await database.pool.query('update matter set label = 4 where id = $1', [id]);
    // Granted in another house than the matter's home.
    const { supervisorA: granted, supervisorB: colleague } = city.区司法局;
    await database.pool.query(
      `insert into access_grant (id, account_id, matter_id, basis, held) values (gen_random_uuid(), $1, $2, 'named', tstzrange($3, null))`,
      [granted.session.accountId, id, new Date(now).toISOString()],
    );
    await attempts(1, failing, taskOf);
    expect(await tasksOf(item)).toEqual([]);
    expect(await rows(database.pool, 'select label, organisation_id from notice where matter_id = $1', [id])).toEqual([
      { label: 4, organisation_id: city.区司法局.id },
    ]);
    const reads = async ({ session }: { session: Session }) =>
      (await workbench(platform, session)).notices.filter((notice) => notice.matterId === id).length;
    expect(await reads(granted)).toBe(1);
    for (const other of [colleague, city.区司法局.head, city.市司法局.head, city.平台运行中心.systemAdmin])
      expect(await reads(other)).toBe(0);
    const [effect] = await rows<{ matter_id: string }>(database.pool, 'select matter_id from unfinished_effect limit 1');
    const own = await queued(effect?.matter_id ?? '', 7, '数据库忙');
    await attempts(1, failing, taskOf);
    expect(await tasksOf(own)).toEqual([]);
    expect(await told(effect?.matter_id ?? '')).toHaveLength(1);
  });
});

describe('演示城市的办理：版面没有及时生成的立即再生成，不等平台的间隔', () => {
  it('前两次没有做成的第三次做成，接着用印；一直做不成的照样留待平台', async () => {
    const { supervisorA, supervisorB, checker, head, sealKeeper } = city.市司法局;
    const done = async (by: Session, name: string, id: string | null, input: unknown = {}) => {
      const answer = await perform(platform, { by, kind: 'supervision-document', act: name, matterId: id, input });
      if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
      return answer.done.matterId;
    };
    let failures = 2;
    const busy: Handlers = new Map(
      [...handlersOf(opened)].map(([topic, handle]) => [
        topic,
        async (item) => {
          if (failures-- > 0) throw new Error('document not rendered within 30000 ms');
          await handle(item);
        },
      ]),
    );
    const id = await done(supervisorA.session, 'draft', null, draft({}));
    await done(supervisorA.session, 'submit', id);
    await done(supervisorB.session, 'check', id);
    await done(checker.session, 'review', id);
    await followUp(platform, busy);
    failures = 2;
    await done(head.session, 'sign', id);
    await followUp(platform, busy);
    expect(await done(sealKeeper.session, 'seal', id)).toBe(id);
    failures = 2;
    await followUp(platform, busy);
    failures = Number.POSITIVE_INFINITY;
    await done(supervisorA.session, 'serve', id);
    await followUp(platform, busy);
    const open = await rows(database.pool, 'select attempts > 1 as tried from outbox where matter_id = $1 and done_at is null', [id]);
    expect(new Set(open.map(({ tried }) => tried))).toEqual(new Set([true]));
  });
});
