import { cite } from '../citation.ts';
import { yuan } from '../penalty.ts';
import type { SupervisionRule } from '../rule.ts';
import type { SurchargesFact } from './case-facts.ts';
import { OF_A_CASE } from './of-a-case.ts';

export const surchargeWithinBounds: SupervisionRule<SurchargesFact> = {
  ...OF_A_CASE,
  id: 'E06',
  title: '加处罚款是否没有超出限度',
  cite: [cite('行政处罚法', 72), cite('行政处罚法', 73), cite('行政强制法', 45)],
  severity: 'red',
  mode: 'B',
  conduct: 'arbitrary-fine',
  asks: '到期不缴纳罚款的，每日按罚款数额的百分之三加处罚款，加处罚款的数额不得超出罚款的数额；行政复议、诉讼期间不予计算。',
  check: ({ surcharges }) =>
    surcharges
      .filter(({ takenFen, mostFen }) => takenFen > mostFen)
      .map(({ on, takenFen, mostFen }) => ({
        because: `至${on}累计收缴加处罚款${yuan(takenFen)}，依法至多${yuan(mostFen)}`,
        facts: { 收缴日期: on, 加处罚款: yuan(takenFen), 至多: yuan(mostFen) },
        clears: '退还多收款项的凭证，或者数额录入有误的证明',
        fact: on,
      })),
};
