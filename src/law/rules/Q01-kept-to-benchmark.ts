import { cite } from '../citation.ts';
import { keptToTier } from '../discretion/deciding.ts';
import type { SupervisionRule } from '../rule.ts';
import type { WeighingFact } from './case-facts.ts';
import { beyondLaw, fineInLaw } from './fine-in-law.ts';
import { MISSING } from './missing.ts';
import { OF_A_CASE } from './of-a-case.ts';

/** That no tier is named, another level is, or what is imposed is none of the tier's; a tier that does not exist is the form's. */
export const TIER_DOUBTS: readonly string[] = ['no-tier', 'other-level', 'outside-tier'];

export const keptToBenchmark: SupervisionRule<WeighingFact> = {
  ...OF_A_CASE,
  id: 'Q01',
  title: '是否按裁量权基准的档次处罚，不按的是否写明理由',
  cite: [cite('行政处罚法', 34), cite('实施细则', 8, undefined, 8)],
  severity: 'orange',
  mode: 'B',
  conduct: null,
  head: '8(8)',
  asks: '行政机关可以依法制定行政处罚裁量基准，规范行使行政处罚裁量权；有基准的按基准的档次处罚，不按的写明理由。',
  check: (facts) => {
    const { weighing } = facts;
    if (weighing === null) return null;
    if (weighing === 'untold') return MISSING.weighing;
    const stop = keptToTier(weighing.weighed, weighing.lists);
    if (stop === 'unknown') return MISSING.benchmark;
    if (stop === null || !TIER_DOUBTS.includes(stop[0]) || (stop[0] === 'outside-tier' && isBeyondLaw(facts))) return null;
    const { benchmark } = weighing.lists;
    const name = benchmark === null || benchmark === 'unknown' ? '' : `${benchmark.maker}${benchmark.documentNumber}`;
    return {
      because: stop[1],
      facts: { 裁量权基准: name, 所选档次: weighing.weighed.tier === null ? '没有' : `第${weighing.weighed.tier}档`, 不符之处: stop[1] },
      clears: '不按基准档次处罚的理由和集体讨论记录，或者档次、数额录入有误的证明',
    };
  },
};

/** D04 tells of it already. */
function isBeyondLaw(facts: WeighingFact): boolean {
  const fine = fineInLaw(facts);
  return fine !== null && !('notJudged' in fine) && beyondLaw(fine) !== null;
}
