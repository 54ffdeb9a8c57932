import { cite } from '../citation.ts';
import type { SupervisionRule } from '../rule.ts';
import type { CaseDecision, StatementsFact } from './case-facts.ts';
import { OF_A_CASE } from './of-a-case.ts';

export const statementRechecked: SupervisionRule<CaseDecision & StatementsFact> = {
  ...OF_A_CASE,
  id: 'N05',
  title: '陈述、申辩是否经复核',
  cite: [cite('行政处罚法', 45)],
  severity: 'red',
  mode: 'B',
  conduct: 'procedure',
  asks: '行政机关必须充分听取当事人的意见，对当事人提出的事实、理由和证据应当进行复核；成立的应当采纳。',
  check: ({ decidedOn, statements }) =>
    decidedOn === null
      ? null
      : statements
          .filter(({ on, recheckedOn }) => on <= decidedOn && (recheckedOn === null || recheckedOn > decidedOn))
          .map(({ no, on, recheckedOn }) => ({
            because: `${on}的第${no}次陈述、申辩，至${decidedOn}作出决定时没有复核`,
            facts: { 陈述申辩日期: on, 复核日期: recheckedOn ?? '无', 决定日期: decidedOn },
            clears: '决定以前写明是否采纳和理由的复核记录',
            fact: String(no),
          })),
};
