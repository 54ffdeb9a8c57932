import { cite } from '../citation.ts';
import { monthOf, yearOf, ymd } from '../local-date.ts';
import { parameterOf } from '../profile.ts';
import type { Doubt, RuleContext, SupervisionRule } from '../rule.ts';
import type { YearOfDecisions } from './counter-facts.ts';
import { MISSING } from './missing.ts';

export const crowdedDecisions: SupervisionRule<YearOfDecisions> = {
  id: 'A03',
  version: 1,
  title: '处罚是否集中在年底，或者一人同日大量作出',
  cite: [cite('涉企检查意见', null)],
  grade: 'excerpt-summary',
  severity: 'yellow',
  mode: 'A',
  reach: 'organisation',
  conduct: 'profit-driven',
  head: '8(7)',
  asks: '严禁下达检查指标，不得将罚没收入、处罚数量作为考核指标；处罚应当随案件进展作出，不突击办案。',
  check: (facts, context) => {
    const on = ymd(facts.year, 12, 31) ?? context.today;
    const sameDay = parameterOf(context.profile, 'A03.same-day', on);
    if (sameDay === null) return MISSING.parameter;
    const { busiest } = facts;
    const crowded = busiest !== null && busiest.cases > sameDay.value ? manyOnOneDay(facts.year, busiest) : null;
    const december = decemberShare(facts, context);
    if (december === null || 'notJudged' in december) return crowded ?? december;
    return crowded === null ? december : [december, crowded];
  },
};

function decemberShare(facts: YearOfDecisions, { profile, today }: RuleContext) {
  const end = ymd(facts.year, 12, 31) ?? today;
  const share = parameterOf(profile, 'A03.december-percent', end);
  const least = parameterOf(profile, 'A03.minimum-cases', end);
  const from = parameterOf(profile, 'A03.data-from-month', end);
  if (share === null || least === null || from === null) return MISSING.parameter;
  // A file of the last quarter only would make every December look crowded.
  if (yearOf(today) <= facts.year || facts.dataFrom === null || monthOf(facts.dataFrom) > from.value) return MISSING.wholeYear;
  if (facts.cases < least.value || facts.decemberCases * 100 <= facts.cases * share.value) return null;
  const percent = Math.floor((facts.decemberCases * 100) / facts.cases);
  return {
    because: `${facts.year}年${facts.cases}件处罚中有${facts.decemberCases}件在十二月作出，占${percent}%`,
    facts: { 全年案件: `${facts.cases}件`, 十二月案件: `${facts.decemberCases}件`, 占比: `${percent}%` },
    clears: '年底集中作出的原因（如专项治理、案件集中到期）的说明',
    fact: `${facts.year}:december`,
  } satisfies Doubt;
}

function manyOnOneDay(year: number, { officer, day, cases }: NonNullable<YearOfDecisions['busiest']>): Doubt {
  return {
    because: `${officer}在${day}一日作出${cases}件处罚`,
    facts: { 执法人员: officer, 日期: day, 件数: `${cases}件` },
    clears: '各案实际办理过程的记录，或者决定日期录入有误的证明',
    fact: `${year}:${officer}:${day}`,
  };
}
