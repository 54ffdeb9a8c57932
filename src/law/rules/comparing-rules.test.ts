import { describe, expect, it } from 'vitest';
import { formatCitation } from '../citation.ts';
import type { SupervisionRule } from '../rule.ts';
import { A01_FIXTURES, INCOME } from './A01-fine-income-growth.fixtures.ts';
import { A03_FIXTURES, YEAR } from './A03-crowded-decisions.fixtures.ts';
import { D05_FIXTURES, FINED } from './D05-fined-once.fixtures.ts';
import { F03_FIXTURES, FILED } from './F03-filed-once.fixtures.ts';
import {
  CASES_OF_ONE_PARTY_RULES,
  FINE_INCOME_RULES,
  FINES_OF_ONE_PARTY_RULES,
  judge,
  LIKE_CASES_RULES,
  ruleById,
  TWO_SOURCES_RULES,
  YEAR_OF_DECISIONS_RULES,
} from './index.ts';
import { contextOn, type RuleFixtures } from './lawful-decision.fixtures.ts';
import { P07_FIXTURES, TOLD } from './P07-public-as-decided.fixtures.ts';
import { LIKE, Q05_FIXTURES } from './Q05-like-cases-alike.fixtures.ts';

function characterise<F>(fixtures: RuleFixtures<F>, rules: readonly SupervisionRule<F>[], lawful: F): void {
  const rule = ruleById(fixtures.rule);
  describe(`${fixtures.rule} ${rule?.title ?? ''}（${rule?.cite.map(formatCitation).join('、') ?? ''}）`, () => {
    it.each(fixtures.trips)('▲ $say', ({ facts, today }) => {
      const { doubts } = judge(rules, { ...lawful, ...facts }, contextOn(today));
      expect(doubts.map((d) => d.rule.id)).toEqual([fixtures.rule]);
    });
    it.each(fixtures.clears)('✓ $say', ({ facts, today }) => {
      expect(judge(rules, { ...lawful, ...facts }, contextOn(today))).toEqual({ doubts: [], notJudged: [], clean: [fixtures.rule] });
    });
    it.each(fixtures.unknown)('无法判断：$say（$missing）', ({ facts, today, missing }) => {
      const { notJudged } = judge(rules, { ...lawful, ...facts }, contextOn(today));
      expect(notJudged).toEqual([{ rule: fixtures.rule, missing }]);
    });
  });
}

characterise(D05_FIXTURES, FINES_OF_ONE_PARTY_RULES, { fined: FINED, sameParty: [] });
characterise(F03_FIXTURES, CASES_OF_ONE_PARTY_RULES, { filed: FILED, sameParty: [] });
characterise(Q05_FIXTURES, LIKE_CASES_RULES, LIKE);
characterise(P07_FIXTURES, TWO_SOURCES_RULES, { told: TOLD, otherwise: null });
characterise(A01_FIXTURES, FINE_INCOME_RULES, INCOME);
characterise(A03_FIXTURES, YEAR_OF_DECISIONS_RULES, YEAR);

describe('候选', () => {
  it('行政处罚法第二十九条、第五条：只凭公示数据的存疑写明是候选', () => {
    const twice = judge(FINES_OF_ONE_PARTY_RULES, { fined: FINED, sameParty: [{ ...FINED, organ: '另一机关', number: '1' }] }, contextOn());
    const heavy = judge(LIKE_CASES_RULES, { ...LIKE, fineFen: 3_000_000 }, contextOn());
    for (const { doubts } of [twice, heavy]) expect(doubts[0]?.doubt.because).toMatch(/^候选：/);
  });
});

describe('A01集中于一项', () => {
  it('写明事项名称和编码；同一疑点不因名称改变', () => {
    const income = { ...INCOME, topItem: { name: '150802000001', cases: 90 } };
    const [bare] = judge(FINE_INCOME_RULES, income, contextOn()).doubts;
    const [named] = judge(FINE_INCOME_RULES, { ...income, topItem: { ...income.topItem, called: '未明码标价' } }, contextOn()).doubts;
    expect(named?.doubt.because).toContain('集中于一个事项（未明码标价，编码150802000001）');
    expect(bare?.doubt.because).toContain('集中于一个事项（150802000001）');
    expect(named?.doubt.fact).toBe(bare?.doubt.fact);
  });
});
