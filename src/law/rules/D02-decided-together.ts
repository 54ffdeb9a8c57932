import { cite } from '../citation.ts';
import { penaltyWords } from '../disputing/words.ts';
import { needsHearingRight } from '../penalty-weight.ts';
import type { SupervisionRule } from '../rule.ts';
import type { CaseDecision, CaseProcedure, DiscussionFact, PenaltyOfCase } from './case-facts.ts';
import type { BasisFact } from './facts.ts';
import { OF_A_CASE } from './of-a-case.ts';
import { loadedSpecialLaw } from './special-laws.ts';

export const decidedTogether: SupervisionRule<CaseProcedure & CaseDecision & PenaltyOfCase & DiscussionFact & BasisFact> = {
  ...OF_A_CASE,
  id: 'D02',
  title: '情节复杂或者重大的是否经负责人集体讨论',
  cite: [cite('行政处罚法', 57)],
  severity: 'red',
  mode: 'B',
  conduct: 'procedure',
  asks: '对情节复杂或者重大违法行为给予行政处罚，行政机关负责人应当集体讨论决定（何为重大：种类，或者达到告知听证的数额，待核定）。',
  check: ({ procedure, decidedOn, outcome, penalty, partyKind, isGrave, discussedOn, citations }, { profile }) => {
    if (procedure === 'summary' || decidedOn === null || outcome !== 'penalty' || penalty === null) return null;
    const ownFineFen = loadedSpecialLaw(citations, decidedOn)?.hearing?.fineFen ?? null;
    if (!isGrave && !needsHearingRight(penalty, partyKind, profile, decidedOn, ownFineFen)) return null;
    if (discussedOn !== null && discussedOn <= decidedOn) return null;
    return {
      because: `${isGrave ? '情节复杂或者重大' : penaltyWords(penalty)}，${decidedOn}作出决定以前没有集体讨论`,
      facts: { 处罚: penaltyWords(penalty), 集体讨论日期: discussedOn ?? '无', 决定日期: decidedOn },
      clears: '决定以前的集体讨论笔录',
    };
  },
};
