import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { kindsOf } from '#platform/acts/kinds';
import { type Performed, type Platform, perform } from '#platform/acts/perform';
import { rows } from '#platform/db';
import { folderStore } from '#platform/files';
import { drainOutbox } from '#platform/outbox';
import type { Session } from '#platform/session';
import type { SupervisionCase } from '#supervision/case-supervision';
import { ANCHOR_MORNING, seedTestCity, type TestCity } from '#testing/city';
import { type TestDatabase, testDatabase } from '#testing/database';
import { testIdentity } from '#testing/identity';
import { testPlatform } from '#testing/platform';
import type { Opened } from './opened.ts';
import { handlersOf, REACTIONS } from './reactions.ts';
import { KINDS } from './rooms.ts';

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

describe('自动衔接多次失败，交给人办理（细则第二十二条第一款）', () => {
  it('失败七次仍会重试；第八次起不再重试，计入失败，并通知承办机关一次', async () => {
    const caseId = await settling();
    const failing = new Map([['supervision-document.sign', () => Promise.reject(new Error('数据库忙'))]]);
    const { matterId: id } = await act(
      city.市司法局.supervisorA.session,
      'supervision-document',
      'draft',
      null,
      draft({ fromCase: caseId }),
    );
    await database.pool.query(
      `insert into outbox (city, cohort, matter_id, seq, topic, payload, due_at) select city, cohort, id, 1, 'supervision-document.sign', '{}', $2 from matter where id = $1`,
      [id, new Date(now).toISOString()],
    );
    const told = () => rows(database.pool, `select organisation_id from notice where matter_id = $1 and dedupe like 'given-up/%'`, [id]);
    const failed = async () =>
      (
        await rows<{ attempts: number; error: string }>(
          database.pool,
          'select attempts, error from outbox where matter_id = $1 and done_at is null',
          [id],
        )
      )[0];
    for (let i = 0; i < 7; i += 1) {
      now += 3_700_000;
      expect(await drainOutbox(platform, failing)).toBe(1);
    }
    expect(await told()).toEqual([]);
    now += 3_700_000;
    expect(await drainOutbox(platform, failing)).toBe(1);
    expect(await told()).toEqual([{ organisation_id: city.市司法局.id }]);
    expect(await failed()).toMatchObject({ attempts: 8, error: '数据库忙' });
    now += 3_700_000;
    expect(await drainOutbox(platform, failing)).toBe(0);
    expect(await told()).toHaveLength(1);
    const tasks = await rows<{ act: string }>(database.pool, 'select act from task where matter_id = $1 and closed_at is null', [caseId]);
    expect(tasks.map((t) => t.act)).toContain('link-document');
  });
});
