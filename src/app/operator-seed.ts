import { addDays, addWorkingDays, isRefusal, type LocalDate, refuse } from '#law';
import { type ArgumentPlan, type Arguments, readArguments, usage } from './operator-arguments.ts';
import { DONE, type Operator, type OperatorStorage, onStorage, refused } from './operator-storage.ts';
import { verifyAll } from './operator-verify.ts';
import { openPlatform } from './platform.ts';
import { isUnseeded } from './seed/demonstration.ts';
import { calendarOf, shippedNotices } from './seed/holidays.ts';
import { STORIES } from './seed/stories/index.ts';
import type { YearPlan } from './seed/year/decisions.ts';
import { yearStories } from './seed/year/stories.ts';

export const SEED_USAGE = `用法：faheng seed --year [--decisions 件数] [--seed 数]
  在空数据库中建立一个大的演示城市：演示城市的全部内容，各部门、苏木乡镇上一整年和今年以来的处罚决定，十个单位自有系统报送的日常案件（每百件决定十五件，普通、简易程序），逐月制发并办结的监督文书，
  以及重复植入的疑点。用于试用和压力测试，内容均为虚构；完成后自动核对（同 faheng verify）。
  --decisions   一整年的处罚决定件数，100至200000，默认20000；进度随时显示
  --seed        随机数种子，默认1；同一天、同一种子得到同一座城市
  用 DATA_DIR 指向一个新的空文件夹；已有单位的数据库和 MODE=production 不接受。中断的不留下任何内容，重新执行即可。`;

const PLAN: ArgumentPlan = { places: [], options: ['decisions', 'seed'], flags: ['year'] };
const USUAL = 20_000;
/** Each plant comes as often as a rule wants cases on both sides of its line. */
export const ROUNDS = 5;

/** `faheng seed --year`: a large city for trying out and for load tests, whole or not at all. */
export async function seedCommand(args: readonly string[], operator: Operator): Promise<number> {
  const given = readArguments(args, PLAN);
  const plan = isRefusal(given) ? given : planOf(given);
  if (isRefusal(plan)) return refused(operator, refuse('usage', null, `${plan.reason}。\n\n${SEED_USAGE}`));
  return onStorage(operator, async (storage) => {
    if (storage.config.mode === 'production') return PRODUCTION;
    if (!(await isUnseeded(storage.database.pool))) return NOT_EMPTY;
    return seedYear(operator, storage, plan);
  });
}

const PRODUCTION = refuse('production', null, '这是正式运行的数据库（MODE=production），不植入演示数据。');
const NOT_EMPTY = refuse(
  'not-empty',
  null,
  '数据库中已有单位，不植入演示数据。请用 DATA_DIR 指向一个新的空文件夹（或者用 DATABASE_URL 指向空的数据库）后再执行。',
);

function planOf(given: Arguments): YearPlan | ReturnType<typeof usage> {
  if (!given.has('year')) return usage('没有写明 --year');
  const perYear = numberOf(given, 'decisions', USUAL, 100, 200_000);
  const seed = numberOf(given, 'seed', 1, 0, 1_000_000);
  if (typeof perYear !== 'number') return perYear;
  return typeof seed === 'number' ? { seed, perYear } : seed;
}

function numberOf(given: Arguments, name: string, usual: number, least: number, most: number): number | ReturnType<typeof usage> {
  const text = given.option(name);
  if (text === null) return usual;
  const value = /^\d{1,7}$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : usage(`--${name} 应为${least}至${most}的整数，现为“${text}”`);
}

async function seedYear(operator: Operator, storage: OperatorStorage, plan: YearPlan) {
  const { say, now } = operator;
  const calendar = calendarOf(await shippedNotices());
  const working = (from: LocalDate, n: number): LocalDate => addWorkingDays(calendar, from, n) ?? addDays(from, n);
  say(`建立大的演示城市：一整年${plan.perYear}件处罚决定，种子${plan.seed}。`);
  const opened = await openPlatform(storage.config, storage, now, (world) => ({
    stories: [...yearStories(world, plan, { anchor: world.anchor, working }, say), ...STORIES],
    rounds: ROUNDS,
  }));
  if (isRefusal(opened)) return opened;
  await opened.close();
  // Plans of the first readers rest on what the tables hold by now.
  await storage.database.pool.query('analyze');
  say('核对全部办理记录。');
  const verdict = await verifyAll(storage, say, true);
  if (verdict === DONE) say('大的演示城市已经建好：faheng start 启动，账号同演示城市。');
  return verdict;
}
