import { cite } from '../citation.ts';
import type { LocalDate } from '../local-date.ts';
import type { Doubt, NotJudged, RuleContext, SupervisionRule } from '../rule.ts';
import type { HandedInFact } from './case-facts.ts';
import { dueAfter } from './due-dates.ts';
import { MISSING } from './missing.ts';
import { OF_A_CASE } from './of-a-case.ts';

export const collectedHandedIn: SupervisionRule<HandedInFact> = {
  ...OF_A_CASE,
  id: 'E05',
  version: 2,
  title: '当场收缴的罚款是否按期交至机关、缴付银行',
  cite: [cite('行政处罚法', 71), cite('行政处罚法', 85)],
  severity: 'orange',
  mode: 'A',
  conduct: 'profit-driven',
  asks: '执法人员当场收缴的罚款，应当自收缴之日起二日内交至行政机关，行政机关应当在二日内缴付指定的银行；“二日”指工作日。',
  check: ({ handedIn }, context) => {
    const answers = handedIn.flatMap(({ on, handedInOn, bankedOn }) => [
      late('law.collected-hand-in', '交至本机关', on, handedInOn, context),
      handedInOn === null ? null : late('law.collected-bank', '缴付指定银行', handedInOn, bankedOn, context),
    ]);
    const doubts = answers.filter((answer): answer is Doubt => answer !== null && 'because' in answer);
    return doubts.length > 0 ? doubts : (answers.find((answer) => answer !== null) ?? null);
  },
};

function late(
  obligation: 'law.collected-hand-in' | 'law.collected-bank',
  what: string,
  from: LocalDate,
  doneOn: LocalDate | null,
  context: RuleContext,
): Doubt | NotJudged | null {
  const due = dueAfter(obligation, from, context);
  if (due === null || due.length === null) return MISSING.earlierLaw;
  if (due.dueOn === null || due.provisional) return MISSING.calendar;
  if ((doneOn ?? context.today) <= due.dueOn) return null;
  return {
    because: `${from}起算，应当至${due.dueOn}${what}，${doneOn === null ? '届满没有办理' : `${doneOn}才办理`}`,
    facts: { 起算日期: from, 期限届满日: due.dueOn, 办理日期: doneOn ?? '无' },
    clears: '更早的交款、缴库凭证',
    fact: `${what}/${from}`,
  };
}
