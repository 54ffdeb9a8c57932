import { describe, expect, it } from 'vitest';
import { formatCitation } from '../citation.ts';
import { judge, REDRESS_RULES, ruleById } from './index.ts';
import { contextOn } from './lawful-decision.fixtures.ts';
import { O01_FIXTURES } from './O01-redress-followed.fixtures.ts';
import { O02_FIXTURES } from './O02-not-the-same-again.fixtures.ts';
import type { RedressFacts } from './redress-facts.ts';

const NOTHING: RedressFacts = { redressed: [], opinions: [], remade: null };

for (const fixtures of [O01_FIXTURES, O02_FIXTURES]) {
  const rule = ruleById(fixtures.rule);
  describe(`${fixtures.rule} ${rule?.title ?? ''}（${rule?.cite.map(formatCitation).join('、') ?? ''}）`, () => {
    it.each(fixtures.trips)('▲ $say', ({ facts, today }) => {
      const { doubts } = judge(REDRESS_RULES, { ...NOTHING, ...facts }, contextOn(today));
      expect(doubts.map((d) => d.rule.id)).toEqual([fixtures.rule]);
    });
    it.each(fixtures.clears)('✓ $say', ({ facts, today }) => {
      expect(judge(REDRESS_RULES, { ...NOTHING, ...facts }, contextOn(today)).doubts).toEqual([]);
    });
    it.each(fixtures.unknown)('无法判断：$say（$missing）', ({ facts, today, missing }) => {
      const { notJudged } = judge(REDRESS_RULES, { ...NOTHING, ...facts }, contextOn(today));
      expect(notJudged).toContainEqual(expect.objectContaining({ rule: fixtures.rule, missing }));
    });
  });
}

it('法律没有规定长度的期限，预警里写明待核定；法定的六十日和文书写明的期限，写应当', () => {
  const reasons = (facts: Partial<RedressFacts>, today: string) =>
    judge(REDRESS_RULES, { ...NOTHING, ...facts }, contextOn(today)).doubts.map(({ doubt }) => doubt.because);
  const reasonOf = (said: string) =>
    O01_FIXTURES.trips.flatMap(({ say, facts, today }) => (say.includes(said) ? reasons(facts, today ?? '2026-11-23') : []))[0];
  const byLaw = ['第六十五日', '届满次日没有重作'].map(reasonOf);
  expect(byLaw).toEqual([expect.stringContaining('应当至'), expect.stringContaining('应当至')]);
  const reminded = ['六十日后才重作', '超过十五个工作日'].map(reasonOf);
  expect(reminded).toEqual([expect.stringContaining('待核定'), expect.stringContaining('待核定')]);
});
