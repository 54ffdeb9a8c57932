import { describe, expect, it } from 'vitest';
import { formatCitation } from '../citation.ts';
import { INSTRUMENTS } from '../instruments.ts';
import { SECOND_CITY } from '../profiles/index.ts';
import { B01_FIXTURES } from './B01-major-penalty-filed.fixtures.ts';
import { D08_FIXTURES } from './D08-summary-limits.fixtures.ts';
import { D11_FIXTURES } from './D11-law-in-force.fixtures.ts';
import { D12_FIXTURES } from './D12-basis-has-power.fixtures.ts';
import { E01_FIXTURES } from './E01-served-in-time.fixtures.ts';
import { F01_FIXTURES } from './F01-within-time-bar.fixtures.ts';
import { F06_FIXTURES } from './F06-decided-in-time.fixtures.ts';
import type { PenaltyFacts } from './facts.ts';
import { ALL_RULES, judge, PENALTY_RULES, ruleById } from './index.ts';
import { contextOn, LAWFUL, type RuleFixtures } from './lawful-decision.fixtures.ts';
import { P01_FIXTURES } from './P01-published-in-time.fixtures.ts';
import { P03_FIXTURES } from './P03-not-for-credit-display.fixtures.ts';
import { P04_FIXTURES } from './P04-withdrawn-in-time.fixtures.ts';
import { P05_FIXTURES } from './P05-public-for-the-right-time.fixtures.ts';
import { P06_FIXTURES } from './P06-no-personal-data.fixtures.ts';
import { P08_FIXTURES } from './P08-fields-well-formed.fixtures.ts';
import { Q06_FIXTURES } from './Q06-heavy-for-the-small.fixtures.ts';
import { Q07_FIXTURES } from './Q07-basis-not-repealed.fixtures.ts';
import { S01_FIXTURES } from './S01-qualified-organ.fixtures.ts';
import { S02_FIXTURES } from './S02-item-on-power-list.fixtures.ts';
import { S03_FIXTURES } from './S03-within-delegation.fixtures.ts';
import { S05_FIXTURES } from './S05-in-delegators-name.fixtures.ts';
import { S06_FIXTURES } from './S06-coercion-not-delegated.fixtures.ts';
import { S07_FIXTURES } from './S07-within-empowerment.fixtures.ts';
import { S09_FIXTURES } from './S09-two-certified-officers.fixtures.ts';
import { S10_FIXTURES } from './S10-certificate-fits.fixtures.ts';
import { S13_FIXTURES } from './S13-reviewer-qualified.fixtures.ts';

const FIXTURES: readonly RuleFixtures<PenaltyFacts>[] = [
  S01_FIXTURES,
  S02_FIXTURES,
  S03_FIXTURES,
  S05_FIXTURES,
  S06_FIXTURES,
  S07_FIXTURES,
  S09_FIXTURES,
  S10_FIXTURES,
  S13_FIXTURES,
  F01_FIXTURES,
  F06_FIXTURES,
  D08_FIXTURES,
  D11_FIXTURES,
  D12_FIXTURES,
  E01_FIXTURES,
  P01_FIXTURES,
  P03_FIXTURES,
  P04_FIXTURES,
  P05_FIXTURES,
  P06_FIXTURES,
  P08_FIXTURES,
  Q06_FIXTURES,
  Q07_FIXTURES,
  B01_FIXTURES,
];

function heading({ rule }: RuleFixtures<PenaltyFacts>): string {
  const found = ruleById(rule);
  return `${rule} ${found?.title ?? ''}（${found?.cite.map(formatCitation).join('、') ?? ''}）`;
}

for (const fixtures of FIXTURES) {
  describe(heading(fixtures), () => {
    it.each(fixtures.trips)('▲ $say', ({ facts, today }) => {
      const { doubts } = judge(PENALTY_RULES, { ...LAWFUL, ...facts }, contextOn(today));
      expect(doubts.map(({ rule, doubt }) => `${rule.id}：${doubt.because}`)).toHaveLength(1);
      expect(doubts[0]?.rule.id).toBe(fixtures.rule);
    });

    it.each(fixtures.clears)('✓ $say', ({ facts, today }) => {
      const { doubts, clean } = judge(PENALTY_RULES, { ...LAWFUL, ...facts }, contextOn(today));
      expect(doubts.map(({ rule, doubt }) => `${rule.id}：${doubt.because}`)).toEqual([]);
      expect(clean).toContain(fixtures.rule);
    });

    it.each(fixtures.unknown)('无法判断：$say（$missing）', ({ facts, today, missing }) => {
      const { notJudged } = judge(PENALTY_RULES, { ...LAWFUL, ...facts }, contextOn(today));
      expect(notJudged).toContainEqual({ rule: fixtures.rule, missing });
    });
  });
}

describe('另一座城市的参数', () => {
  it.each([
    ['2026-03-12', 0],
    ['2026-03-13', 1],
  ])('磴洲十日内备案：3月2日的决定，%s未备案的存疑%i条', (today, doubts) => {
    const context = { ...contextOn(today), profile: SECOND_CITY };
    expect(judge(PENALTY_RULES, { ...LAWFUL, fineFen: 6_000_000, recordFiled: { on: null } }, context).doubts).toHaveLength(doubts);
  });
});

describe('监督规则一览', () => {
  it('每条单案规则都有▲和✓的例子', () => {
    const covered = FIXTURES.filter((f) => f.trips.length > 0 && f.clears.length > 0).map((f) => f.rule);
    expect(covered.sort()).toEqual(PENALTY_RULES.map((rule) => rule.id).sort());
  });

  it('合法的记录每条规则都看过，没有一条存疑或者无法判断', () => {
    const judgement = judge(PENALTY_RULES, LAWFUL, contextOn());
    expect(judgement.doubts).toEqual([]);
    expect(judgement.notJudged).toEqual([{ rule: 'P03', missing: '缺公示渠道（文件未声明为信用平台导出）' }]);
    expect(judgement.clean).toHaveLength(PENALTY_RULES.length - 1);
  });

  it.each(ALL_RULES.map((rule) => [rule.id, rule] as const))('%s 引用的条文存在', (_, rule) => {
    expect(rule.cite.length).toBeGreaterThan(0);
    for (const { instrument, article } of rule.cite) {
      const { articles } = INSTRUMENTS[instrument];
      expect(article === null || articles === null || article <= articles).toBe(true);
    }
  });

  it('编号不重复，红色规则都标明行为类型', () => {
    expect(new Set(ALL_RULES.map((rule) => rule.id)).size).toBe(ALL_RULES.length);
    expect(ALL_RULES.filter((rule) => rule.severity === 'red' && rule.conduct === null)).toEqual([]);
  });
});
