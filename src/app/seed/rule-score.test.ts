import { describe, expect, it } from 'vitest';
import { addDays, addWorkingDays, localDate } from '#law';
import { plannedDecisions } from './decisions/plan.ts';
import { TRUTH } from './decisions/truth-table.ts';
import { unitPlants } from './decisions/unit-plants.ts';
import { calendarOf, shippedNotices } from './holidays.ts';
import { scoreCases, scoreLines, scoreRules } from './rule-score.ts';
import { demonstrationCity } from './world/demonstration.ts';
import { yearCases } from './year/cases.ts';

const anchor = localDate('2026-11-24');
const world = await demonstrationCity(anchor);
const calendar = calendarOf(await shippedNotices());
const days = { anchor, working: (from: typeof anchor, n: number) => addWorkingDays(calendar, from, n) ?? addDays(from, n) };
const ROUNDS = 5;
const planned = plannedDecisions(world, days, ROUNDS);
const years = new Map(unitPlants(days, ROUNDS).map((p) => [`${p.unit} ${p.year}年度`, p]));

describe('一年的演示城市：每条规则植入的疑点和合法近似，与真值表逐一核对（faheng seed --year）', () => {
  it('每条规则的疑点和合法近似都不少于五件，植入的单位各不相同', () => {
    const scores = scoreRules([], planned, years);
    expect(
      scores.filter(({ planted, near }) => planted < 5 || near < 5).map(({ rule, planted, near }) => `${rule} ${planted} ${near}`),
    ).toEqual([]);
    expect(years.size).toBe(unitPlants(days, ROUNDS).length);
  });

  it('报送的案件：每种违法情形五件以上，紧挨着的合法案件五件以上；违法的没有预警、合法的有预警都列出', () => {
    const cases = yearCases(ROUNDS);
    const [breach, lawful] = ['alone-▲', 'alone-✓'].map((plant) => cases.find((c) => c.plant === plant)?.ref);
    const scores = scoreCases([{ rule: 'R-reported-act', about: `处罚案件：未按规定明码标价（${lawful}）` }], cases);
    expect(scores.filter(({ planted, near }) => planted < 5 || near < 5)).toEqual([]);
    expect(scores.find(({ rule }) => rule === '案件·alone')).toMatchObject({
      hit: 0,
      missed: expect.arrayContaining([breach]),
      wrong: [lawful],
    });
  });

  it('全部命中而没有误报的得满分；漏掉的、多出的逐件列出', () => {
    const doubted = new Set(TRUTH.filter((t) => t.doubted).map((t) => `${t.rule} ${t.plant}`));
    const found = [
      ...planned.map((d) => [d.number, d.plant] as const),
      ...[...years].map(([words, { id }]) => [words, id] as const),
    ].flatMap(([about, plant]) =>
      TRUTH.filter((t) => plant !== null && t.plant === plant.replace(/~\d$/, '') && doubted.has(`${t.rule} ${t.plant}`)).map((t) => ({
        rule: t.rule,
        about,
      })),
    );
    const whole = scoreRules(found, planned, years);
    expect(whole.flatMap(({ rule, missed, wrong }) => (missed.length + wrong.length > 0 ? [rule] : []))).toEqual([]);
    const one = scoreRules([...found.slice(1), { rule: 'E01', about: '演示〔2026〕9999号' }], planned, years);
    expect(one.flatMap(({ missed }) => missed)).toHaveLength(1);
    expect(scoreLines(one).filter((line) => line.includes('误报：') || line.includes('没有发现：'))).toHaveLength(2);
  });
});
