import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HELD_REPORT } from '#enforcement/case-reports';
import { addDays, addWorkingDays, type LocalDate, localDate, shanghaiMidnight } from '#law';
import { rows } from '#platform/db';
import { type TestDatabase, testDatabase } from '#testing/database';
import { ROUNDS, seedCommand } from './operator-seed.ts';
import { DONE } from './operator-storage.ts';
import { CASE_KINDS } from './performed-penalties.ts';
import { scoreOfCity } from './rules-report.ts';
import { plannedDecisions } from './seed/decisions/plan.ts';
import { TRUTH } from './seed/decisions/truth-table.ts';
import { calendarOf, shippedNotices } from './seed/holidays.ts';
import { DUTY_TRUTH } from './seed/lists/duty-truth.ts';
import { yearsOf } from './seed/planted-city.fixtures.ts';
import { demonstrationCity } from './seed/world/demonstration.ts';
import { YEAR_DUTY_TRUTH } from './seed/year/duty-truth.ts';
import { OWN_SYSTEMS } from './seed/year/lives/own-systems.ts';

const ANCHOR = localDate('2026-11-24');
let database: TestDatabase;
let folder = '';
beforeAll(async () => {
  database = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), 'faheng-year-'));
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const all = <T extends Record<string, unknown>>(sql: string): Promise<T[]> => rows<T>(database.pool, sql);

describe('faheng seed --year，小规模', () => {
  it('建成、说明进度、核对一致；预警与真值表完全一致：每轮植入的不少一条，一年的合法决定、合法案件没有一条；在办的案件时限在走', async () => {
    const said: string[] = [];
    const now = () => shanghaiMidnight(ANCHOR) + 9 * 3_600_000;
    const env = { DATABASE_URL: database.url, DATA_DIR: folder };
    const code = await seedCommand(['--year', '--decisions', '400'], { say: (line) => said.push(line), now, env });
    expect(code, said.join('\n')).toBe(0);
    expect(said.join('\n')).toMatch(/归集处罚决定 \d+\/\d+ 件/);
    expect(said.join('\n')).toContain('核对一致');

    const world = await demonstrationCity(ANCHOR);
    const calendar = calendarOf(await shippedNotices());
    const working = (from: LocalDate, n: number) => addWorkingDays(calendar, from, n) ?? addDays(from, n);
    const planned = plannedDecisions(world, { anchor: ANCHOR, working }, ROUNDS);
    const named = new Map([...planned.map((d) => [d.number, d.plant ?? d.number] as const), ...(await yearsOf(world, ROUNDS))]);
    const found = await all<{ rule: string; about: string }>(
      `select f.rule_id as rule, coalesce(m.state->'row'->'number'->>'text', f.subject) as about from finding f left join matter m on m.id = f.matter_id
       where m.kind is null or not m.kind = any('{${[...CASE_KINDS, HELD_REPORT.kind].join(',')}}')`,
    );
    const doubted = new Map(TRUTH.map((t) => [t.plant, t]));
    const nameOf = (key: string) => world.units.find((u) => u.key === key)?.name ?? key;
    const duties = [...DUTY_TRUTH, ...YEAR_DUTY_TRUTH].filter((t) => t.doubted).map((t) => `${t.rule} ${nameOf(t.unit)} 2026年度`);
    const expected = [...planned.flatMap((d) => d.plant ?? []), ...(await yearsOf(world, ROUNDS)).values()].flatMap((plant) => {
      const truth = doubted.get(plant.replace(/~\d$/, ''));
      return truth?.doubted === true ? [`${truth.rule} ${plant}`] : [];
    });
    expect(found.map((f) => `${f.rule} ${named.get(f.about) ?? f.about}`).sort()).toEqual([...expected, ...duties].sort());
    const scores: string[] = [];
    expect([await scoreOfCity(database.pool, ANCHOR, (line) => scores.push(line)), scores.at(-1)]).toEqual([
      DONE,
      '植入的疑点全部命中，没有误报。',
    ]);
    const lives = `from case_report r join matter m on m.id = r.matter_id where r.case_ref like '自%'`;
    const [told] = await all<{ cases: number; units: number; inHand: number }>(
      `select count(*)::int as cases, count(distinct r.organisation_id)::int as units,
              count(*) filter (where exists (select from clock c where c.matter_id = m.id and c.stopped_on is null))::int as "inHand" ${lives}`,
    );
    expect([told?.cases, told?.units]).toEqual([60, OWN_SYSTEMS.length]);
    expect(told?.inHand).toBeGreaterThan(0);
    expect(
      await all(
        `select f.rule_id, m.title, f.because ${lives.replace('where', 'join finding f on f.matter_id = m.id and f.stands where')}`,
      ),
    ).toEqual([]);
    const closed = await all(`select 1 from matter where kind = 'supervision-document' and status = 'closed'`);
    expect(closed.length).toBeGreaterThan(25);
  });

  it('再执行一次：不接受，什么也不改', async () => {
    const said: string[] = [];
    const env = { DATABASE_URL: database.url, DATA_DIR: folder };
    expect(await seedCommand(['--year'], { say: (line) => said.push(line), now: () => shanghaiMidnight(ANCHOR), env })).toBe(2);
    expect(said.join()).toContain('已有单位');
  });
});
