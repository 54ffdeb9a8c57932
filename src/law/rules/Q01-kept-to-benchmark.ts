import { cite } from '../citation.ts';
import { quoted } from '../discretion/benchmark.ts';
import { keptToTier } from '../discretion/deciding.ts';
import type { Doubt, NotJudged, SupervisionRule } from '../rule.ts';
import type { CaseWeighing, WeighingFact } from './case-facts.ts';
import { beyondLaw, fineInLaw } from './fine-in-law.ts';
import { MISSING } from './missing.ts';
import { OF_A_CASE } from './of-a-case.ts';

/** That no tier is named, another level is, or what is imposed is none of the tier's; a tier that does not exist is the form's. */
export const TIER_DOUBTS: readonly string[] = ['no-tier', 'other-level', 'outside-tier'];

export const keptToBenchmark: SupervisionRule<WeighingFact> = {
  ...OF_A_CASE,
  id: 'Q01',
  version: 2,
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
    if (stop === null) return calledOtherwise(weighing);
    if (!TIER_DOUBTS.includes(stop[0]) || (stop[0] === 'outside-tier' && isBeyondLaw(facts))) return null;
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

/** Punished without tier or reason, with no benchmark of its name: those of its item are its own, of those under its article nobody knows. */
function calledOtherwise({ weighed, lists: { benchmark, otherwise } }: CaseWeighing): Doubt | NotJudged | null {
  const isOpen = weighed.kinds.length > 0 && weighed.tier === null && weighed.deviation === null && benchmark === null;
  if (!isOpen || otherwise === undefined) return null;
  const { ofItem, under } = otherwise;
  if (ofItem.length === 0) return under.length === 0 ? null : MISSING.benchmarkName;
  return {
    because: `本事项有${quoted(ofItem)}的裁量权基准，没有选定其中哪一个、哪一档，也没有写明不按的理由`,
    facts: { 裁量权基准: ofItem.join('、'), 所选档次: '没有' },
    clears: '所适用的基准和档次，或者都不适用的理由和集体讨论记录',
  };
}
