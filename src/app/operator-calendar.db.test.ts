import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalDate, localDate, shanghaiMidnight } from '#law';
import { anyKind, kindsOf } from '#platform/acts/kinds';
import { type Platform, perform } from '#platform/acts/perform';
import { recountProvisional, sweep } from '#platform/acts/sweep';
import { systemNow } from '#platform/clock-now';
import { inTransaction, rows } from '#platform/db';
import { keepLawContext, type LawKeeper } from '#platform/law-context';
import { type Session, SYSTEM_PREAMBLE } from '#platform/session';
import { type ChildServer, serverPlan, startChild } from '#testing/child-server';
import { seedTestCity, type TestCity } from '#testing/city';
import { signIn } from '#testing/client';
import { type TestDatabase, testDatabase } from '#testing/database';
import { createLetterTable, LETTER } from '#testing/letter-kind';
import { copyPlantedFolder } from '#testing/planted-folder';
import { calendarCommand } from './operator-calendar.ts';
import { DEMONSTRATION_PASSWORD } from './seed/secrets.ts';

let database: TestDatabase;
let city: TestCity;
let keeper: LawKeeper;
let platform: Platform;
let folder = '';
let now = 0;
const morningOf = (day: string): number => shanghaiMidnight(localDate(day)) + 9 * 3_600_000;

/** No notice of 2027 exists yet: this one serves the test alone. */
const NOTICE_2027 = {
  year: 2027,
  source: '测试用放假安排',
  days: [
    ['2027-01-01', '元旦', true],
    ['2027-02-05', '春节', true],
    ['2027-02-08', '春节', true],
    ['2027-02-06', '春节', false],
  ],
};

beforeAll(async () => {
  database = await testDatabase();
  await createLetterTable(database.pool);
  ({ city } = await seedTestCity(database.pool));
  keeper = await keepLawContext(database.pool);
  await keeper.refresh();
  platform = { pool: database.pool, kinds: kindsOf([anyKind(LETTER)]), now: () => now, law: keeper.law, reactsTo: new Set() };
  folder = mkdtempSync(join(tmpdir(), 'faheng-calendar-'));
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

function fileOf(content: unknown): string {
  const path = join(folder, `notice-${Math.random()}.json`);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

/** As typed by the operator; the exit code and what was said. */
async function typed(args: readonly string[], env: Record<string, string> = { DATABASE_URL: database.url, DATA_DIR: folder }) {
  const said: string[] = [];
  const code = await calendarCommand(args, { say: (line) => said.push(line), now: () => now, env });
  return { code, said: said.join('\n') };
}

/** What a running server does by the morning of that day: look for newly loaded law, then sweep. */
async function on(day: string): Promise<void> {
  now = morningOf(day);
  if (await keeper.refresh()) await recountProvisional(platform);
  while ((await sweep(platform)) > 0);
}

async function receivedLetter(): Promise<string> {
  const does = async (by: Session, act: string, matterId: string | null, input: unknown = {}): Promise<string> => {
    const answer = await perform(platform, { by, kind: 'test-letter', act, matterId, input });
    if (!answer.ok) throw new Error(JSON.stringify(answer));
    return answer.done.matterId;
  };
  const id = await does(city.市司法局.supervisorA.session, 'open', null, { subject: '核实情况', addressee: city.区市场监管局.id });
  await does(city.市司法局.deputyHead.session, 'send', id);
  return does(city.区市场监管局.receiver.session, 'receive', id);
}

type Standing = { status: string; due_on: LocalDate | null; provisional: boolean; overdue_on: LocalDate | null };
async function standing(id: string): Promise<Standing | undefined> {
  const [row] = await inTransaction(database.pool, SYSTEM_PREAMBLE, (client) =>
    rows<Standing>(
      client,
      `select m.status, c.due_on, c.provisional, (select a.legal_date from act a where a.matter_id = m.id and a.type = 'lapse') as overdue_on
       from matter m join clock c on c.matter_id = m.id where m.id = $1`,
      [id],
    ),
  );
  return row;
}

describe('放假安排未载入的年度（细则第二十二条第一款的三十日跨年）', () => {
  it('到期日暂定，过了也不算逾期；载入后按放假安排重算：届满当日不逾期，次日零时逾期', async () => {
    now = morningOf('2026-12-10');
    const early = await receivedLetter();
    now = morningOf('2027-01-07');
    const late = await receivedLetter();
    expect(await standing(early)).toMatchObject({ status: 'received', provisional: true });

    await on('2027-02-04');
    expect(await standing(early)).toMatchObject({ status: 'received', provisional: true, overdue_on: null });

    expect(await typed(['load', fileOf(NOTICE_2027)])).toMatchObject({
      code: 0,
      said: expect.stringContaining('已载入2027年放假安排，共4天'),
    });
    await on('2027-02-04');
    // 2026-12-10 and thirty days is Saturday 2027-01-09: the next working day is Monday the 11th.
    expect(await standing(early)).toEqual({ status: 'overdue', due_on: '2027-01-11', provisional: false, overdue_on: '2027-01-12' });
    // Saturday 2027-02-06 is worked instead of a holiday, so the thirtieth day stands.
    expect(await standing(late)).toEqual({ status: 'received', due_on: '2027-02-06', provisional: false, overdue_on: null });

    await on('2027-02-06');
    expect(await standing(late)).toMatchObject({ status: 'received', overdue_on: null });
    await on('2027-02-07');
    expect(await standing(late)).toMatchObject({ status: 'overdue', overdue_on: '2027-02-07' });
  });

  it('同一年度不重复载入；文件写错时说明错在哪里，什么也不写', async () => {
    expect(await typed(['load', fileOf(NOTICE_2027)])).toMatchObject({ code: 2, said: expect.stringContaining('2027年放假安排已经载入') });
    expect(await typed(['load', fileOf({ ...NOTICE_2027, year: 2028, days: [['2028-02-30', '春节', true]] })])).toMatchObject({
      code: 2,
      said: expect.stringContaining('“days”第1项'),
    });
    const twice = [
      ['2028-01-01', '元旦', true],
      ['2028-01-01', '元旦', false],
    ];
    expect(await typed(['load', fileOf({ year: 2028, source: '测试', days: twice })])).toMatchObject({
      said: expect.stringContaining('2028-01-01写了两次'),
    });
    const overlapping = { year: 2028, source: '测试', days: [['2027-02-08', '春节', true]] };
    expect(await typed(['load', fileOf(overlapping)])).toMatchObject({ code: 2, said: expect.stringContaining('2027-02-08已由其他年度') });
    expect(await typed(['load', fileOf('{')])).toMatchObject({ code: 2, said: expect.stringContaining('不是 JSON 文件') });
    expect(await typed(['load', join(folder, 'absent.json')])).toMatchObject({ code: 2, said: expect.stringContaining('文件不存在') });
    expect(await typed(['show'])).toMatchObject({ code: 2, said: expect.stringContaining('用法') });
    expect(await rows(database.pool, 'select year from calendar_year where year > 2027')).toEqual([]);
  });

  it('载入写入日志', async () => {
    const logged = await inTransaction(database.pool, 'set local role app_identity;', (client) =>
      rows(client, `select object_id, result from audit_event where action = 'calendar.load'`),
    );
    expect(logged).toEqual([{ object_id: '2027', result: 'ok' }]);
  });
});

describe('运行中的服务', () => {
  it('不停止服务载入放假安排，服务自行采用', async () => {
    const own = mkdtempSync(join(tmpdir(), 'faheng-calendar-'));
    await copyPlantedFolder(own);
    const server: ChildServer = await startChild(serverPlan(own));
    try {
      now = systemNow();
      expect((await typed(['load', fileOf(NOTICE_2027)], { DATA_DIR: own })).code).toBe(0);
      const person = await signIn(server.said, 'sf-jd1', DEMONSTRATION_PASSWORD);
      const kinds = async () => JSON.stringify((await person.get('/api/calendar?from=2027-02-06&to=2027-02-06')).body);
      while (!(await kinds()).includes('make-up')) await sleep(500);
      expect(await kinds()).toContain('春节');
      expect(await server.stop()).toBe(0);
    } finally {
      await server.kill();
      rmSync(own, { recursive: true, force: true });
    }
    // A whole demonstration city is planted first.
  });
});
