import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';
import type { RedressFacts, RemadeFact } from './redress-facts.ts';

const remade = (more: Partial<RemadeFact>): Partial<RedressFacts> => ({
  remade: { decidedOn: day('2026-04-01'), procedureOnly: false, sameResult: true, differs: false, ...more },
});

export const O02_FIXTURES: RuleFixtures<RedressFacts> = {
  rule: 'O02',
  trips: [{ say: '实体撤销后又罚同样的5万元', facts: remade({}) }],
  clears: [
    { say: '只因程序违法被撤销', facts: remade({ procedureOnly: true }) },
    { say: '数额不同', facts: remade({ sameResult: false }) },
    { say: '主要事实、理由有变化', facts: remade({ differs: true }) },
    { say: '没有重作', facts: { remade: null } },
  ],
  unknown: [],
};
