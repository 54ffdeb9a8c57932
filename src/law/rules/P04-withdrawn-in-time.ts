import { addWorkingDays, type LawCalendar } from '../calendar.ts';
import { cite } from '../citation.ts';
import type { LocalDate } from '../local-date.ts';
import type { Doubt, SupervisionRule } from '../rule.ts';
import type { Undone } from './facts.ts';
import { MISSING } from './missing.ts';

const WORKING_DAYS = 3;

export const withdrawnInTime: SupervisionRule<{ readonly undone: Undone | 'stands' | null }> = {
  id: 'P04',
  version: 1,
  title: '处罚决定被变更、撤销后是否在三个工作日内撤回公示并说明理由',
  cite: [cite('行政处罚法', 48), cite('行政处罚法', 85)],
  grade: 'statute',
  severity: 'red',
  mode: 'A',
  reach: 'matter',
  conduct: 'publicity',
  head: '8(12)',
  asks: '公开的行政处罚决定被依法变更、撤销、确认违法或者确认无效的，在三个工作日内撤回处罚决定信息并公开说明理由。',
  check: ({ undone }, { calendar, today }) => {
    if (undone === null) return MISSING.changes;
    if (undone === 'stands') return null;
    const due = withdrawalDue(undone, calendar);
    if (due === null) return MISSING.calendar;
    if ((undone.offlineOn ?? today) > due)
      return doubt(undone, due, undone.offlineOn === null ? '届满仍未撤下' : `至${undone.offlineOn}才撤下`);
    return undone.offlineOn !== null && !undone.reasonGiven ? doubt(undone, due, '撤回时没有公开说明理由') : null;
  },
};

/** The last of the three working days; null: the holidays of the year are not loaded. */
export function withdrawalDue({ effectOn }: Undone, calendar: LawCalendar): LocalDate | null {
  return addWorkingDays(calendar, effectOn, WORKING_DAYS);
}

function doubt(undone: Undone, due: string, because: string): Doubt {
  return {
    because: `决定${undone.effectOn}被变更、撤销或者确认违法、无效，${because}`,
    facts: { 生效日期: undone.effectOn, 撤下日期: undone.offlineOn ?? '未撤下', 期限届满日: due },
    clears: '三个工作日内撤下并公开说明理由的记录',
  };
}
