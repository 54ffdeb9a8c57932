import { describe, expect, it } from 'vitest';
import { formatCitation } from '../citation.ts';
import type { CaseProcessFacts } from './case-facts.ts';
import { CASE_FIXTURES } from './case-rules.fixtures.ts';
import { CASE_RULES, judge, ruleById, twoCertifiedOfficersEachTime } from './index.ts';
import { LAWFUL_CASE } from './lawful-case.fixtures.ts';
import { contextOn, day, type RuleFixtures } from './lawful-decision.fixtures.ts';

function heading({ rule }: RuleFixtures<CaseProcessFacts>): string {
  const found = ruleById(rule);
  return `${rule} ${found?.title ?? ''}（${found?.cite.map(formatCitation).join('、') ?? ''}）`;
}

const judged = (facts: Partial<CaseProcessFacts>, today?: string) => judge(CASE_RULES, { ...LAWFUL_CASE, ...facts }, contextOn(today));

for (const fixtures of CASE_FIXTURES) {
  describe(heading(fixtures), () => {
    it.each(fixtures.trips)('▲ $say', ({ facts, today }) => {
      expect(judged(facts, today).doubts.map(({ rule, doubt }) => `${rule.id}：${doubt.because}`)).toEqual([
        expect.stringContaining(`${fixtures.rule}：`),
      ]);
    });
    it.each(fixtures.clears)('✓ $say', ({ facts, today }) => {
      const { doubts, notJudged } = judged(facts, today);
      expect(doubts.map(({ rule, doubt }) => `${rule.id}：${doubt.because}`)).toEqual([]);
      expect(notJudged.map((n) => n.rule)).not.toContain(fixtures.rule);
    });
    it.each(fixtures.unknown)('无法判断：$say（$missing）', ({ facts, today, missing }) => {
      expect(judged(facts, today).notJudged).toContainEqual(expect.objectContaining({ rule: fixtures.rule, missing }));
    });
  });
}

describe('案件规则一览', () => {
  it('每条规则都有▲和✓的例子', () => {
    const covered = CASE_FIXTURES.filter((f) => f.trips.length > 0 && f.clears.length > 0).map((f) => f.rule);
    expect(covered.toSorted()).toEqual(CASE_RULES.map((rule) => rule.id).toSorted());
  });

  it('合法的案件每条规则都看过，没有一条存疑或者无法判断', () => {
    const { doubts, notJudged, clean } = judged({});
    expect([doubts, notJudged]).toEqual([[], []]);
    expect(clean).toHaveLength(CASE_RULES.length);
  });
});

describe('S09 案件里的每一次办理（行政处罚法第四十二条）', () => {
  const crew = (...certificates: readonly ('valid' | 'invalid' | 'none')[]) => ({
    crews: [{ what: '检查', on: day('2026-03-02'), officers: certificates.map((certificate, i) => ({ key: String(i), certificate })) }],
  });
  it.each([
    ['两人持有效证件', crew('valid', 'valid'), 0],
    ['一名执法人员和一名辅助人员', crew('valid', 'none'), 1],
    ['一人证件当日已经到期', crew('valid', 'invalid'), 1],
    ['三人中两人持有效证件', crew('valid', 'valid', 'none'), 0],
  ])('%s', (_, facts, doubts) => {
    const found = judge([twoCertifiedOfficersEachTime], facts, contextOn()).doubts;
    expect(found.map((d) => d.rule.id)).toEqual(Array.from({ length: doubts }, () => 'S09'));
  });
});
