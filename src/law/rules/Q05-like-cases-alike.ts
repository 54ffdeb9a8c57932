import { cite } from '../citation.ts';
import { yuan } from '../penalty.ts';
import { parameterOf } from '../profile.ts';
import type { SupervisionRule } from '../rule.ts';
import { MISSING } from './missing.ts';
import type { LikeCases } from './peer-facts.ts';

export const likeCasesAlike: SupervisionRule<LikeCases> = {
  id: 'Q05',
  version: 1,
  title: '罚款是否明显偏离同类案件',
  cite: [cite('行政处罚法', 5)],
  grade: 'statute',
  severity: 'orange',
  mode: 'A',
  reach: 'peers',
  conduct: 'arbitrary-fine',
  head: '8(8)',
  asks: '行政处罚遵循公正原则，类别、性质、情节相同或者相近的案件，处罚应当基本一致。',
  check: ({ fineFen, decidedOn, others, likeness }, { profile }) => {
    if (fineFen === null || fineFen <= 0) return null;
    const cases = parameterOf(profile, 'Q05.minimum-cases', decidedOn);
    const times = parameterOf(profile, 'Q05.times', decidedOn);
    const fraction = parameterOf(profile, 'Q05.fraction', decidedOn);
    if (cases === null || times === null || fraction === null) return MISSING.parameter;
    if (others === null || others.cases + 1 < cases.value) return MISSING.comparable;
    const high = fineFen > others.medianFen * times.value;
    if (!high && fineFen * fraction.value >= others.medianFen) return null;
    const share = high ? `高于其${times.value}倍` : `低于其${fraction.value}分之一`;
    return {
      because: `候选：罚款${yuan(fineFen)}，同类${others.cases}件的中位数为${yuan(Math.round(others.medianFen))}，${share}`,
      facts: { 罚款金额: yuan(fineFen), 同类中位数: yuan(Math.round(others.medianFen)), 同类件数: `${others.cases}件`, 比较范围: likeness },
      clears: '情节、裁量阶次不同的说明，或者集体讨论记录',
    };
  },
};
