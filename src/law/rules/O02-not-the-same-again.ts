import { cite } from '../citation.ts';
import type { SupervisionRule } from '../rule.ts';
import type { RedressFacts } from './redress-facts.ts';

export const notTheSameAgain: SupervisionRule<Pick<RedressFacts, 'remade'>> = {
  id: 'O02',
  version: 1,
  title: '重新作出的决定是否与被撤销的决定基本相同',
  cite: [cite('行政复议法', 64), cite('行政诉讼法', 71)],
  grade: 'statute',
  severity: 'red',
  mode: 'B',
  reach: 'matter',
  conduct: 'arbitrary-fine',
  head: '8(7)',
  asks: '决定被撤销并责令重新作出的，不得以同一的事实和理由作出与原决定相同或者基本相同的决定；只因违反法定程序被撤销的除外。',
  check: ({ remade }) => {
    if (remade === null || remade.procedureOnly || !remade.sameResult || remade.differs) return null;
    return {
      because: '重新作出的处罚与被撤销的决定种类、数额相同，没有写明主要事实、理由的变化',
      facts: { 重新决定日期: remade.decidedOn, 处罚: '与被撤销的相同', 主要事实和理由的变化: '未写明' },
      clears: '主要事实、主要理由已经改变的证据，或者只因违反法定程序被撤销的文书',
    };
  },
};
