import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, addWorkingDays, type LocalDate, shanghaiDay } from '#law';
import { rows } from '#platform/db';
import { ROUNDS, seedCommand } from './operator-seed.ts';
import { DONE, type Operator, onStorage, WRONG } from './operator-storage.ts';
import { plannedDecisions } from './seed/decisions/plan.ts';
import { unitPlants } from './seed/decisions/unit-plants.ts';
import { calendarOf, shippedNotices } from './seed/holidays.ts';
import { type Found, scoreCases, scoreLines, scoreRules } from './seed/rule-score.ts';
import { demonstrationCity } from './seed/world/demonstration.ts';
import { yearCases } from './seed/year/cases.ts';
import { CASE_ROUNDS } from './seed/year/stories.ts';

/**
 * Builds a large demonstration city in a folder of its own and holds every finding of its rules against the table of truth:
 * what was planted and found, what was missed, what was doubted beyond it. Answers WRONG where anything was.
 */
export async function rulesReport(decisions: number, say: (line: string) => void): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'faheng-rules-'));
  const operator: Operator = { say, now: Date.now, env: { DATA_DIR: folder } };
  try {
    const built = await seedCommand(['--year', '--decisions', String(decisions)], operator);
    return built === DONE ? await onStorage(operator, ({ database }) => report(database.pool, say)) : built;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function report(pool: Parameters<typeof rows>[0], say: (line: string) => void): Promise<number> {
  const anchor = shanghaiDay(Date.now());
  const world = await demonstrationCity(anchor);
  const calendar = calendarOf(await shippedNotices());
  const working = (from: LocalDate, n: number): LocalDate => addWorkingDays(calendar, from, n) ?? addDays(from, n);
  const names = new Map(world.units.map((u) => [u.key, u.name]));
  const years = new Map(unitPlants({ anchor, working }, ROUNDS).map((p) => [`${names.get(p.unit)} ${p.year}年度`, p]));
  const found = await rows<Found>(
    pool,
    `select f.rule_id as rule, coalesce(m.state->'row'->'number'->>'text', f.subject) as about
     from finding f left join matter m on m.id = f.matter_id`,
  );
  const ofDecisions = scoreRules(found, plannedDecisions(world, { anchor, working }, ROUNDS), years);
  const scores = [...ofDecisions, ...scoreCases(found, yearCases(CASE_ROUNDS))];
  for (const line of scoreLines(scores)) say(line);
  const isWhole = scores.every(({ missed, wrong }) => missed.length === 0 && wrong.length === 0);
  say(isWhole ? '植入的疑点全部命中，没有误报。' : '与真值表不一致的见上。');
  return isWhole ? DONE : WRONG;
}
