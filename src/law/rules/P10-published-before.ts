import { addWorkingDays } from '../calendar.ts';
import { cite } from '../citation.ts';
import { addDays, type LocalDate } from '../local-date.ts';
import { parameterOf } from '../profile.ts';
import type { Doubt, RuleContext, SupervisionRule } from '../rule.ts';
import { MISSING } from './missing.ts';
import type { UnitLists, UnitPowers, UnseenPages } from './unit-facts.ts';

/** Pages that a list of the platform tells of: 执法权限 by the 权责清单, 随机抽查事项清单 by itself. */
const TOLD_BY_LISTS = ['power', 'spot-check'] as const;
/** So many days hold any twenty working days, whatever the year's holidays. */
const CERTAINLY_OVER = 92;

export const publishedBefore: SupervisionRule<UnitPowers & UnitLists & UnseenPages> = {
  id: 'P10',
  version: 2,
  title: '事前公开的内容变动后是否及时更新',
  cite: [cite('行政处罚法', 39), cite('三项制度指导意见', null)],
  // 处罚法 39 asks for what is public; that it is kept up to date is 三项制度's, which nobody has verified.
  grade: 'recalled',
  severity: 'yellow',
  mode: 'A',
  reach: 'organisation',
  conduct: null,
  head: '8(2)',
  asks: '行政处罚的实施机关、立案依据、实施程序和救济渠道等信息应当公示；执法主体、人员、权限、程序、抽查事项变动后及时更新。',
  check: ({ holdsPowers, lists, unseenPages }, context) => {
    if (holdsPowers === false) return null;
    if (holdsPowers === null) return MISSING.powerList;
    const days = parameterOf(context.profile, 'P10.working-days', context.today);
    if (days === null) return MISSING.parameter;
    const late: Doubt[] = [];
    for (const key of TOLD_BY_LISTS) {
      const list = lists[key];
      const from = list?.unpublishedFrom ?? null;
      // A list without any record is G09's and Q08's question.
      if (list === undefined || from === null || list.published === 0) continue;
      const isLate = isOver(from, days.value, context);
      if (isLate === null) return MISSING.calendar;
      if (isLate) late.push(notUpdated(key, list.label, from, days.value));
    }
    if (late.length > 0) return late;
    return unseenPages.length > 0 ? MISSING.publicPages : null;
  },
};

function isOver(from: LocalDate, days: number, { calendar, today }: RuleContext): boolean | null {
  if (addDays(from, CERTAINLY_OVER) < today) return true;
  const due = addWorkingDays(calendar, from, days);
  return due === null ? null : due < today;
}

function notUpdated(key: string, label: string, from: LocalDate, days: number): Doubt {
  return {
    because: `${label}自${from}起的变动超过${days}个工作日没有公布`,
    facts: { 清单: label, 变动日期: from, 公布日期: '无' },
    clears: '公布的网址和日期',
    fact: key,
  };
}
