import { cite } from '../citation.ts';
import { addDays } from '../local-date.ts';
import { parameterOf } from '../profile.ts';
import type { SupervisionRule } from '../rule.ts';
import type { ConfiscatedFact } from './case-facts.ts';
import { MISSING } from './missing.ts';
import { OF_A_CASE } from './of-a-case.ts';

export const confiscatedDisposed: SupervisionRule<ConfiscatedFact> = {
  ...OF_A_CASE,
  id: 'E09',
  title: '没收的财物是否及时处置',
  cite: [cite('行政处罚法', 74)],
  severity: 'orange',
  mode: 'A',
  conduct: null,
  asks: '除依法应当予以销毁的物品外，依法没收的非法财物必须按照国家规定公开拍卖或者按照国家有关规定处理（多少日以内是平台参数）。',
  check: ({ confiscated }, { profile, today }) => {
    if (confiscated.length === 0) return null;
    const most = parameterOf(profile, 'E09.days', today);
    if (most === null) return MISSING.parameter;
    return confiscated
      .filter(({ effectOn, endedOn }) => (endedOn ?? today) > addDays(effectOn, most.value))
      .map(({ name, effectOn, endedOn }) => ({
        because: `“${name}”自${effectOn}没收决定生效起${most.value}日内没有处置${endedOn === null ? '' : `，${endedOn}才处置`}`,
        facts: { 物品: name, 没收决定生效日期: effectOn, 处置日期: endedOn ?? '无' },
        clears: '拍卖、销毁、上缴的记录和凭证',
        fact: name,
      }));
  },
};
