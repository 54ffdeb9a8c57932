import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HELD_REPORT } from '#enforcement/case-reports';
import { addDays, addWorkingDays, type LocalDate, shanghaiDay } from '#law';
import { rows } from '#platform/db';
import { ROUNDS, seedCommand } from './operator-seed.ts';
import { DONE, type Operator, onStorage, WRONG } from './operator-storage.ts';
import { CASE_KINDS } from './performed-penalties.ts';
import { plannedDecisions } from './seed/decisions/plan.ts';
import { unitPlants } from './seed/decisions/unit-plants.ts';
import { calendarOf, shippedNotices } from './seed/holidays.ts';
import { DUTY_TRUTH } from './seed/lists/duty-truth.ts';
import { type Found, scoreCases, scoreDuties, scoreLines, scoreRules, scoreStories } from './seed/rule-score.ts';
import { demonstrationCity } from './seed/world/demonstration.ts';
import { yearCases } from './seed/year/cases.ts';
import { YEAR_DUTY_TRUTH } from './seed/year/duty-truth.ts';
import { filedTwiceCases } from './seed/year/filed-twice.ts';
import { skippedCases } from './seed/year/skipped.ts';
import { CASE_ROUNDS } from './seed/year/stories.ts';

/**
 * Builds a large demonstration city and holds every finding of its rules against the table of truth: what was planted and
 * found, what was missed, what was doubted beyond it. Answers WRONG where anything was. Without a folder the city is built in
 * one of its own and removed; a given folder is kept, and a city that it already holds is taken as it is.
 */
export async function rulesReport(decisions: number, kept: string | null, say: (line: string) => void): Promise<number> {
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'faheng-rules-'));
  const operator: Operator = { say, now: Date.now, env: { DATA_DIR: folder } };
  const began = Date.now();
  const isBuilt = kept !== null && existsSync(join(kept, BUILT));
  try {
    const built = isBuilt ? DONE : await seedCommand(['--year', '--decisions', String(decisions)], operator);
    if (built !== DONE) return built;
    if (!isBuilt) say(`建城、核对用时${Math.round((Date.now() - began) / 1000)}秒。`);
    if (kept !== null) writeFileSync(join(kept, BUILT), shanghaiDay(began));
    return await onStorage(operator, ({ database }) => scoreOfCity(database.pool, shanghaiDay(operator.now()), say));
  } finally {
    if (kept === null) rmSync(folder, { recursive: true, force: true });
  }
}

/** Left in a kept folder whose city is whole. */
const BUILT = 'year-built-on';

/** Says, rule by rule, what was planted in a year's city that ends on `anchor` and what its rules found; WRONG where they differ. */
export async function scoreOfCity(pool: Parameters<typeof rows>[0], anchor: LocalDate, say: (line: string) => void): Promise<number> {
  const world = await demonstrationCity(anchor);
  const calendar = calendarOf(await shippedNotices());
  const working = (from: LocalDate, n: number): LocalDate => addWorkingDays(calendar, from, n) ?? addDays(from, n);
  const names = new Map(world.units.map((u) => [u.key, u.name]));
  const years = new Map(unitPlants({ anchor, working }, ROUNDS).map((p) => [`${names.get(p.unit)} ${p.year}年度`, p]));
  const all = await rows<Found & { readonly because: string; readonly kind: string | null; readonly stands: boolean }>(
    pool,
    `select f.rule_id as rule, coalesce(m.state->'row'->'number'->>'text', f.subject || coalesce('（' || coalesce(c.case_ref, h.case_ref) || '）', '')) as about, f.because, m.kind, f.stands
     from finding f left join matter m on m.id = f.matter_id left join case_report c on c.matter_id = f.matter_id
       left join held_report h on h.matter_id = f.matter_id`,
  );
  const ofCases = all.filter(({ kind }) => kind !== null && (CASE_KINDS.includes(kind) || kind === HELD_REPORT.kind));
  const standing = ofCases.filter(({ stands }) => stands);
  const found = all.filter((f) => !ofCases.includes(f));
  const ofDecisions = scoreRules(found, plannedDecisions(world, { anchor, working }, ROUNDS), years);
  const duties = [...DUTY_TRUTH, ...YEAR_DUTY_TRUTH].map((d) => ({ ...d, unit: names.get(d.unit) ?? d.unit }));
  const ofUnits = found.filter(({ rule }) => duties.some((d) => d.rule === rule));
  const whole = yearCases(CASE_ROUNDS);
  const toldCases = [...whole, ...skippedCases(CASE_ROUNDS), ...filedTwiceCases(whole)];
  const scores = [...ofDecisions, ...scoreCases(standing, toldCases), ...scoreStories(standing), ...scoreDuties(ofUnits, duties)];
  for (const line of scoreLines(scores)) say(line);
  // A case is told step by step: what the next step answers is doubted until it comes.
  say(`自有系统逐步报送途中曾有疑点、报全以后自行消除的${ofCases.length - standing.length}条，不计。`);
  const isWhole = scores.every(({ missed, wrong }) => missed.length === 0 && wrong.length === 0);
  say(isWhole ? '植入的疑点全部命中，没有误报。' : '与真值表不一致的见上。');
  return isWhole ? DONE : WRONG;
}
