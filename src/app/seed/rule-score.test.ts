import { describe, expect, it } from 'vitest';
import { addDays, addWorkingDays, localDate } from '#law';
import { ALL_RULES } from '#law/rules/index';
import { plannedDecisions } from './decisions/plan.ts';
import { TRUTH } from './decisions/truth-table.ts';
import { unitPlants } from './decisions/unit-plants.ts';
import { calendarOf, shippedNotices } from './holidays.ts';
import { DUTY_TRUTH } from './lists/duty-truth.ts';
import { type Found, scarcelyPlanted, scoreCases, scoreDuties, scoreLines, scoreRules, scoreStories } from './rule-score.ts';
import { SCARCE } from './scarcely-planted.ts';
import { STORY_NEAR, STORY_TRUTH } from './stories/case-truth.ts';
import { demonstrationCity } from './world/demonstration.ts';
import { truthOf } from './year/case-truth.ts';
import { yearCases } from './year/cases.ts';
import { YEAR_DUTY_TRUTH } from './year/duty-truth.ts';
import { filedTwiceCases } from './year/filed-twice.ts';
import { skippedCases } from './year/skipped.ts';

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

  it('报送的案件：每条规则的违法情形五件以上，紧挨着的合法案件五件以上；没有发现的、多疑的逐件列出', () => {
    const cases = [...yearCases(ROUNDS), ...skippedCases(ROUNDS), ...filedTwiceCases(yearCases(ROUNDS))];
    const found = cases.flatMap(({ ref, plant }) => truthOf(plant).map((rule) => ({ rule, about: `明码标价（演案1001）（${ref}）` })));
    const whole = scoreCases(found, cases);
    expect(whole.length).toBeGreaterThanOrEqual(26);
    expect(whole.filter((s) => s.planted < 5 || s.near < 5 || s.missed.length > 0 || s.wrong.length > 0)).toEqual([]);
    const lawful = cases.find((c) => c.plant === 'alone-✓')?.ref ?? '';
    const scores = scoreCases([...found.slice(1), { rule: 'N03', about: `明码标价（${lawful}）` }], cases);
    expect(scores.flatMap((s) => s.missed)).toHaveLength(1);
    expect(scores.find((s) => s.rule === '案件·N03')?.wrong).toEqual([`${lawful} alone-✓`]);
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

  it('演示故事里的案件：有意的违法没有发现、合法的受到怀疑，都列出；报送的案件不在其中', () => {
    const planted = { rule: 'S09', about: '处罚案件：某小吃店（演示）擅自占用城市道路' };
    const lawful = { rule: 'S09', about: '处罚案件：某百货（演示）未明码标价' };
    const told = { rule: 'S09', about: '处罚案件：某商贸（演示）未按规定明码标价（演案1000）' };
    const ofS09 = (found: readonly Found[]) => scoreStories(found).filter(({ rule }) => rule === '故事·S09');
    expect(ofS09([planted, told])).toEqual([{ rule: '故事·S09', planted: 1, hit: 1, missed: [], near: 0, wrong: [] }]);
    expect(ofS09([lawful])).toMatchObject([{ hit: 0, missed: ['擅自占用城市道路'], wrong: [lawful.about] }]);
  });

  it('每条规则植入的疑点和合法近似都不少于五件；不足的逐条写明缘由，足了的不再列着', () => {
    const told = [...yearCases(ROUNDS), ...skippedCases(ROUNDS), ...filedTwiceCases(yearCases(ROUNDS))];
    const scores = [
      ...scoreRules([], planned, years),
      ...scoreCases([], told),
      ...scoreStories([]),
      ...scoreDuties([], [...DUTY_TRUTH, ...YEAR_DUTY_TRUTH]),
    ];
    const scarce = scarcelyPlanted(
      scores,
      ALL_RULES.map(({ id }) => id),
    );
    expect(scarce.toSorted()).toEqual(Object.keys(SCARCE).toSorted());
    expect(Object.values(SCARCE).filter((why) => why.length < 10)).toEqual([]);
  });

  it('单位的清单、制度、委托：漏掉的、多出的都列出；同一单位的几项各算各的', () => {
    const said = (unit: string, because: string) => ({ rule: 'S04', about: `${unit} 2026年度`, because });
    const found = [said('市交通局', '委托书已经生效，受委托组织没有公布'), said('市交通局', '没有报送备案'), said('市农牧局', '没有公布')];
    const ofS04 = (all: typeof found) => scoreDuties(all, DUTY_TRUTH).find(({ rule }) => rule === '单位·S04');
    expect(ofS04(found)).toMatchObject({ hit: 1, missed: [], wrong: ['市交通局 2026年度 没有报送备案', '市农牧局 2026年度 没有公布'] });
    expect(ofS04([])).toMatchObject({ hit: 0, missed: ['市交通局 受委托组织没有公布'], wrong: [] });
  });

  it('一年里另外植入的单位：疑点与合法近似不在同一单位同一事项上，也不与小演示城市的相反', () => {
    const all = [...DUTY_TRUTH, ...YEAR_DUTY_TRUTH];
    const keys = new Set(world.units.map(({ key }) => key));
    expect(all.filter(({ unit }) => !keys.has(unit))).toEqual([]);
    const ofUnit = (d: (typeof all)[number]) => (d.rule === 'S08' ? `${d.rule} ${d.unit} ${d.fact.slice(0, 3)}` : `${d.rule} ${d.unit}`);
    const doubted = new Set(all.filter((d) => d.doubted).map(ofUnit));
    expect(all.filter((d) => !d.doubted && doubted.has(ofUnit(d)))).toEqual([]);
  });

  it('在平台办理的补录（I09）：五件超过三日，五件恰好三日', () => {
    const all = Object.keys(STORY_TRUTH).filter((title) => STORY_TRUTH[title]?.includes('I09') === true);
    const scores = scoreStories(all.map((title) => ({ rule: 'I09', about: `处罚案件：某百货（演示）${title}` })));
    expect(scores.find(({ rule }) => rule === '故事·I09')).toMatchObject({ planted: 5, hit: 5, missed: [], near: 5, wrong: [] });
    const near = Object.keys(STORY_NEAR)[0] ?? '';
    expect(scoreStories([{ rule: 'I09', about: near }]).find(({ rule }) => rule === '故事·I09')).toMatchObject({ hit: 0, wrong: [near] });
  });
});
