import { cite } from '../citation.ts';
import type { Doubt, SupervisionRule } from '../rule.ts';
import type { CapacityFact, CaseDecision, PenaltyOfCase } from './case-facts.ts';
import { MISSING } from './missing.ts';
import { OF_A_CASE } from './of-a-case.ts';

export const capableOfPenalty: SupervisionRule<CaseDecision & PenaltyOfCase & CapacityFact> = {
  ...OF_A_CASE,
  id: 'D07',
  title: '没有责任能力的是否没有处罚，未成年人是否从轻、减轻',
  cite: [cite('行政处罚法', 30), cite('行政处罚法', 31)],
  severity: 'red',
  mode: 'B',
  conduct: 'arbitrary-fine',
  asks: '不满十四周岁的、不能辨认或者不能控制自己行为的，不予行政处罚；已满十四周岁不满十八周岁的，应当从轻或者减轻。',
  check: ({ outcome, partyKind, age, isIncapable, isLess }) => {
    if (outcome !== 'penalty' || partyKind === 'organisation') return null;
    if (age === 'child') return doubt('行为时不满十四周岁，给予了行政处罚');
    if (isIncapable) return doubt('不能辨认或者不能控制自己行为，给予了行政处罚');
    if (age === 'minor') return isLess ? null : doubt('行为时已满十四周岁不满十八周岁，没有从轻或者减轻');
    return age === null && partyKind === 'person' ? MISSING.birth : null;
  },
};

function doubt(why: string): Doubt {
  return { because: `当事人${why}`, facts: { 当事人: why }, clears: '当事人出生日期、责任能力的证明，或者从轻、减轻的认定' };
}
