import { cite } from '../citation.ts';
import type { Doubt, NotJudged, RuleContext, SupervisionRule } from '../rule.ts';
import { dueAfter } from './due-dates.ts';
import { MISSING } from './missing.ts';
import type { FiledPenalties, FiledPenalty } from './unit-facts.ts';

/** What was filed later than the period is B01's question; here one of those to whom it is due has nothing. */
export const filedWithBoth: SupervisionRule<FiledPenalties> = {
  id: 'B02',
  version: 1,
  title: '重大行政处罚是否同时报上一级主管部门',
  cite: [cite('重大行政处罚备案办法', 4)],
  grade: 'excerpt',
  severity: 'orange',
  mode: 'A',
  reach: 'organisation',
  conduct: 'procedure',
  head: '8(3)',
  asks: '行政执法部门的重大行政处罚报本级人民政府和上一级主管部门备案，垂直管理机关的报上级机关备案；备案期限待核定。',
  check: ({ filedPenalties, statedFilings }, context) => {
    const answers = filedPenalties.map((filed) => answerOn(filed, context));
    const doubts = answers.filter((answer): answer is Doubt => answer !== null && 'because' in answer);
    if (doubts.length > 0) return doubts;
    const unknown = answers.find((answer) => answer !== null);
    if (unknown !== undefined && unknown !== null) return unknown;
    return statedFilings > 0 ? MISSING.filedWith : null;
  },
};

/** The copy may come as late as the filing itself may. */
function answerOn(filed: FiledPenalty, context: RuleContext): Doubt | NotJudged | null {
  if (filed.upper === null || filed.receiptOn !== null) return null;
  const due = dueAfter('local.major-penalty-filing', filed.decidedOn, context);
  if (due === null || due.length === null) return MISSING.earlierLaw;
  if (due.dueOn === null || due.provisional) return MISSING.calendar;
  if (context.today <= due.dueOn) return null;
  return {
    because: `${filed.number}${filed.reviewer === null ? '' : `已报${filed.reviewer}备案，`}没有上一级主管部门（${filed.upper}）的回执`,
    facts: {
      处罚决定书文号: filed.number,
      处罚决定日期: filed.decidedOn,
      备案审查机关: filed.reviewer ?? '无（垂直管理）',
      上一级主管部门: filed.upper,
      回执日期: '无',
      期限届满日: due.dueOn,
    },
    clears: '上一级主管部门的回执，登记到该件备案；或者该机关没有上一级主管部门的说明',
    fact: filed.number,
  };
}
