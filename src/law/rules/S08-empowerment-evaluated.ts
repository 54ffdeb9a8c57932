import { cite } from '../citation.ts';
import { addMonths } from '../local-date.ts';
import { parameterOf } from '../profile.ts';
import type { SupervisionRule } from '../rule.ts';
import { MISSING } from './missing.ts';
import type { EmpoweredTownships } from './unit-facts.ts';

/** Evaluating is the province's duty (处罚法 24¶2): whoever must bring it up is the bureau, not the township. */
export const empowermentEvaluated: SupervisionRule<EmpoweredTownships> = {
  id: 'S08',
  version: 1,
  title: '赋予苏木乡镇、街道的处罚权是否定期评估',
  cite: [cite('行政处罚法', 24)],
  grade: 'statute',
  severity: 'yellow',
  mode: 'A',
  reach: 'organisation',
  conduct: null,
  head: '8(13)',
  asks: '县级人民政府部门的行政处罚权交由苏木乡镇、街道行使的，应当定期组织评估；评估期限由平台按规则参数提醒。',
  check: ({ empowered }, { profile, today }) => {
    const months = parameterOf(profile, 'S08.months', today);
    if (months === null) return MISSING.parameter;
    const late = empowered.filter(({ since }) => addMonths(since, months.value) < today);
    if (late.length === 0) return null;
    return late.map(({ township, since, evaluated }) => ({
      because: `${township}的赋权${evaluated ? `自${since}评估后` : `自${since}生效后`}超过${months.value}个月没有评估`,
      facts: { 苏木乡镇街道: township, [evaluated ? '上次评估' : '赋权生效']: since },
      clears: '评估报告或者评估安排，录入赋权清单的评估日期',
      fact: township,
    }));
  },
};
