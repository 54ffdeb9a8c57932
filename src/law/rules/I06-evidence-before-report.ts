import { cite } from '../citation.ts';
import type { SupervisionRule } from '../rule.ts';
import type { ReportFact } from './case-facts.ts';
import { OF_A_CASE } from './of-a-case.ts';

export const evidenceBeforeReport: SupervisionRule<ReportFact> = {
  ...OF_A_CASE,
  id: 'I06',
  title: '调查终结以后取得的证据是否未经补充调查而使用',
  cite: [cite('行政处罚法', 57)],
  severity: 'orange',
  mode: 'A',
  conduct: 'procedure',
  asks: '调查终结，行政机关负责人对调查结果进行审查；终结以后又取证的，应当退回补充调查、重新提出意见。',
  check: ({ concludedOn, used }) =>
    concludedOn === null
      ? null
      : used
          .filter(({ on }) => on > concludedOn)
          .map(({ no, on }) => ({
            because: `${concludedOn}调查终结，所引的第${no}号证据${on}才取得，没有补充调查`,
            facts: { 调查终结日期: concludedOn, 证据: `${no}号`, 取得日期: on },
            clears: '补充调查的审批，或者证据取得日期录入有误的证明',
            fact: String(no),
          })),
};
