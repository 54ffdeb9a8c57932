import { cite } from '../citation.ts';
import { addMonths } from '../local-date.ts';
import { parameterOf } from '../profile.ts';
import type { SupervisionRule } from '../rule.ts';
import { MISSING } from './missing.ts';
import type { SubjectRounds } from './unit-facts.ts';

/** Asked of justice bureaus; a bureau that is new here is counted from the first day of its people here. */
export const subjectsReviewed: SupervisionRule<SubjectRounds> = {
  id: 'G13',
  version: 1,
  title: '执法主体是否定期清理',
  cite: [cite('实施细则', 8, undefined, 4)],
  grade: 'statute',
  severity: 'yellow',
  mode: 'A',
  reach: 'organisation',
  conduct: null,
  head: '8(4)',
  asks: '行政执法主体定期清理和确认；细则没有规定多久一次，平台按规则参数（每年一次，待核定）提醒司法行政部门。',
  check: ({ rounds }, { profile, today }) => {
    if (rounds === null) return null;
    const months = parameterOf(profile, 'G13.months', today);
    if (months === null) return MISSING.parameter;
    const { since, lastOpenedOn } = rounds;
    const from = lastOpenedOn ?? since;
    // Whoever does not work here may have reviewed its subjects elsewhere.
    if (from === null) return MISSING.subjectRounds;
    if (addMonths(from, months.value) >= today) return null;
    return {
      because: `超过${months.value}个月没有开始执法主体清理`,
      facts: { 上一次开始清理: lastOpenedOn ?? '无', 起算日期: from },
      clears: '开始清理的记录，或者在平台以外清理的公告',
      fact: 'subject-review',
    };
  },
};
