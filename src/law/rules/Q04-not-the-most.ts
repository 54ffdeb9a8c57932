import { cite } from '../citation.ts';
import { fineWords } from '../discretion/benchmark.ts';
import { yuan } from '../penalty.ts';
import type { SupervisionRule } from '../rule.ts';
import type { WeighingFact } from './case-facts.ts';
import { type FineInLaw, fineInLaw } from './fine-in-law.ts';
import { OF_A_CASE } from './of-a-case.ts';

/** 顶格 is told by this share of the most that the law allows: ours. */
const TOP_PERCENT = 95;

export const notTheMost: SupervisionRule<WeighingFact> = {
  ...OF_A_CASE,
  id: 'Q04',
  title: '没有从重情节的是否按罚款上限处罚',
  cite: [cite('行政处罚法', 5), cite('罚款设定实施指导意见', null)],
  grade: 'excerpt',
  severity: 'orange',
  mode: 'A',
  conduct: 'arbitrary-fine',
  head: '8(8)',
  asks: '实施行政处罚须与违法行为的事实、性质、情节以及社会危害程度相当；没有从重情节的，不应当按罚款的上限处罚（达到上限的百分之九十五即视为顶格，本平台口径）。',
  check: (facts) => {
    const fine = fineInLaw(facts);
    if (fine === null || 'notJudged' in fine) return fine;
    if (!isTop(fine) || isGraver(fine)) return null;
    const { fineFen, range, benchmark } = fine;
    const allowed = fineWords(benchmark.content.statutory.fine ?? range);
    return {
      because: `罚款${yuan(fineFen)}，达到法定上限的${TOP_PERCENT}%以上（${allowed}），没有写明从重情节`,
      facts: { 罚款金额: yuan(fineFen), 法定幅度: allowed, 从重情节: '没有' },
      clears: '从重情节及其证据，或者危害后果的证据',
    };
  },
};

/** A law that leaves hardly anything to choose knows no 顶格; what is above the most is asked by D04. */
function isTop({ fineFen, range: { from, to } }: FineInLaw): boolean {
  if (to === null || fineFen > to) return false;
  return fineFen * 100 >= to * TOP_PERCENT && from * 100 < to * TOP_PERCENT;
}

function isGraver({ weighed: { levels, tier }, harm, benchmark }: FineInLaw): boolean {
  const chosen = benchmark.content.tiers[(tier ?? 0) - 1];
  return harm === true || chosen?.level === 'heavy' || levels.every((level) => level === 'heavy');
}
