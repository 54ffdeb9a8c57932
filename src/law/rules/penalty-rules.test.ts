import { describe, expect, it } from 'vitest';
import { formatCitation } from '../citation.ts';
import { INSTRUMENTS } from '../instruments.ts';
import { SECOND_CITY } from '../profiles/index.ts';
import type { PenaltyFacts } from './facts.ts';
import { ALL_RULES, judge, PENALTY_RULES, ruleById } from './index.ts';
import { contextOn, LAWFUL, type RuleFixtures } from './lawful-decision.fixtures.ts';
import { PENALTY_FIXTURES } from './penalty-rules.fixtures.ts';

function heading({ rule }: RuleFixtures<PenaltyFacts>): string {
  const found = ruleById(rule);
  return `${rule} ${found?.title ?? ''}（${found?.cite.map(formatCitation).join('、') ?? ''}）`;
}

for (const fixtures of PENALTY_FIXTURES) {
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
    const covered = PENALTY_FIXTURES.filter((f) => f.trips.length > 0 && f.clears.length > 0).map((f) => f.rule);
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
