import { cite } from '../citation.ts';
import type { SupervisionRule } from '../rule.ts';
import type { AnsweredTransferFact } from './case-facts.ts';
import { dueAfter, isBehind } from './due-dates.ts';
import { MISSING } from './missing.ts';
import { OF_A_CASE } from './of-a-case.ts';

export const transferAnswered: SupervisionRule<AnsweredTransferFact> = {
  ...OF_A_CASE,
  id: 'T03',
  version: 2,
  title: '受移送机关是否在决定后二十日内回告',
  cite: [cite('实施细则', 20, 2), cite('实施细则', 26)],
  head: '8(15)',
  severity: 'yellow',
  mode: 'A',
  conduct: null,
  asks: '有关机关对移送的案件作出处理决定的，自作出决定之日起二十日内书面告知移送机关。',
  check: ({ answered }, context) => {
    if (answered === null) return null;
    if (answered.decidedOn === null) return MISSING.transferDecision;
    const due = dueAfter('local.transfer-notice', answered.decidedOn, context);
    if (due === null || due.length === null) return MISSING.parameter;
    const { toldOn } = answered;
    const late = isBehind(due, toldOn ?? context.today);
    if (late !== true) return late === 'calendar' ? MISSING.calendar : null;
    return {
      because: `受移送机关${answered.decidedOn}作出决定，应当至${due.dueOn ?? ''}告知，${toldOn === null ? '届满没有收到书面告知' : `${toldOn}才收到`}`,
      facts: { 决定日期: answered.decidedOn, 回告期限: due.dueOn ?? '', 收到日期: toldOn ?? '无' },
      clears: '更早的书面告知',
    };
  },
};
