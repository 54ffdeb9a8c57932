import type { CaseProcessFacts } from './case-facts.ts';
import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';

const took = (
  ground: CaseProcessFacts['collected'][number]['ground'],
  fen: number,
  procedure: 'ordinary' | 'summary' = 'ordinary',
): Partial<CaseProcessFacts> => ({
  collected: [{ on: day('2026-03-16'), fen, ground }],
  procedure,
  recordedOn: day('2026-03-16'),
});

export const E04_FIXTURES: RuleFixtures<CaseProcessFacts> = {
  rule: 'E04',
  trips: [
    { say: '普通程序的罚款4.2万元缴入本机关账户', facts: took('own-account', 4_200_000) },
    { say: '当场处罚100元缴入本机关账户', facts: took('own-account', 10_000, 'summary') },
    { say: '普通程序的罚款4.2万元由本机关收取', facts: took(null, 4_200_000) },
    { say: '当场处罚200元，以一百元以下为由收缴', facts: took('small', 20_000, 'summary') },
    { say: '当场处罚100.01元，以一百元以下为由收缴', facts: took('small', 10_001, 'summary') },
    { say: '普通程序以事后难以执行为由收缴', facts: took('hard-later', 20_000) },
  ],
  clears: [
    { say: '到国库缴纳', facts: { collected: [] } },
    { say: '边远地区经当事人提出', facts: took('remote', 20_000) },
    { say: '当场处罚100元', facts: took('small', 10_000, 'summary') },
  ],
  unknown: [],
};
