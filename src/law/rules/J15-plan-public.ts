import { cite } from '../citation.ts';
import { type LocalDate, yearOf, ymd } from '../local-date.ts';
import { parameterOf } from '../profile.ts';
import type { Doubt, SupervisionRule } from '../rule.ts';
import { MISSING } from './missing.ts';
import type { YearlyPlan } from './unit-facts.ts';

export const planPublic: SupervisionRule<YearlyPlan> = {
  id: 'J15',
  version: 2,
  title: '年度行政检查计划是否在三月三十一日前在公示专栏公布',
  cite: [cite('内蒙古涉企检查文件', null)],
  grade: 'excerpt',
  severity: 'yellow',
  mode: 'A',
  reach: 'organisation',
  conduct: 'arbitrary-inspection',
  head: '8(10)',
  asks: '行政执法机关应当按年度制定日常检查计划，于每年三月三十一日前在公示专栏公布；具体日期据内政办发〔2025〕20号节录，待核定。',
  check: ({ inspects, plan }, { profile, today }) => {
    const last = parameterOf(profile, 'J15.last-day', today);
    if (last === null) return MISSING.parameter;
    const lastDay = ymd(yearOf(today), Math.trunc(last.value / 100), last.value % 100) ?? today;
    if (!inspects || today <= lastDay) return null;
    const inTime = plan.publishedOn !== null && plan.publishedOn <= lastDay;
    if (inTime && plan.publishedAt !== null) return null;
    if (!plan.hasEver) return MISSING.yearlyPlan;
    if (inTime) return notLinked(today, plan.publishedOn);
    return {
      because: plan.publishedOn === null ? `${lastDay}以前没有公布本年度行政检查计划` : `年度行政检查计划${plan.publishedOn}才公布`,
      facts: { 年度: String(yearOf(today)), 公布日期: plan.publishedOn ?? '无', 最后一日: lastDay },
      clears: '计划公布的网址和日期，或者本年度不开展日常检查的说明',
      fact: String(yearOf(today)),
    };
  },
};

function notLinked(today: LocalDate, publishedOn: LocalDate | null): Doubt {
  return {
    because: '年度行政检查计划已经公布，没有登记公布的位置（公示专栏）',
    facts: { 年度: String(yearOf(today)), 公布日期: publishedOn ?? '无', 公布位置: '无' },
    clears: '公示专栏中计划的网址，录入年度行政检查计划的公布位置',
    fact: String(yearOf(today)),
  };
}
