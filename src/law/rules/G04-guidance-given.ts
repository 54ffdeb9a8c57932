import { cite } from '../citation.ts';
import { addMonths, type LocalDate } from '../local-date.ts';
import { parameterOf } from '../profile.ts';
import type { Doubt, RuleContext, SupervisionRule } from '../rule.ts';
import { MISSING } from './missing.ts';
import type { GuidanceLink, GuidanceLinks, LineGuidance } from './unit-facts.ts';

/** Asked of whoever has to guide; a relation that began lately is counted from its beginning. */
export const guidanceGiven: SupervisionRule<GuidanceLinks> = {
  id: 'G04',
  version: 2,
  title: '业务指导关系是否长期没有指导',
  cite: [cite('实施细则', 2, 5), cite('实施细则', 23, 1), cite('行政执法监督条例', 42, 3)],
  grade: 'statute',
  severity: 'yellow',
  mode: 'A',
  reach: 'organisation',
  conduct: null,
  head: '8(13)',
  asks: '行政执法部门对受其委托的组织、派驻队伍和苏木乡镇、街道的行政执法进行业务指导，上级部门督促、指导下级部门（监督条例第四十二条第三款，节录）；多久没有指导算空转，由平台按规则参数提醒。',
  check: ({ guides, line }, { profile, today }) => {
    const months = parameterOf(profile, 'G04.months', today);
    if (months === null) return MISSING.parameter;
    const below = line === null ? null : lineDoubt(line, { profile, today });
    const silent = (guides ?? []).filter((link) => isSilent(link, months.value, today));
    const doubts = [...silent.map((link) => doubtOf(link, months.value)), ...(below === null ? [] : [below])];
    if (doubts.length > 0) return doubts;
    return guides === null || (line !== null && line.since === null) ? MISSING.guidance : null;
  },
};

function isSilent({ since, lastOn }: Pick<GuidanceLink, 'since' | 'lastOn'>, months: number, today: LocalDate): boolean {
  return addMonths(lastOn !== null && lastOn > since ? lastOn : since, months) < today;
}

/** Along the line any of the departments below may have been guided: whom to begin with is the department's own choice. */
function lineDoubt(
  { counterparts, since, lastOn, unconfirmedOn }: LineGuidance,
  { profile, today }: Pick<RuleContext, 'profile' | 'today'>,
): Doubt | null {
  const months = parameterOf(profile, 'G04.line-months', today);
  if (months === null || since === null || !isSilent({ since, lastOn }, months.value, today)) return null;
  const guided = `${counterparts}个下级部门`;
  return { ...doubtOf({ guided, since, lastOn, unconfirmedOn }, months.value), fact: 'line' };
}

function doubtOf({ guided, since, lastOn, unconfirmedOn }: GuidanceLink, months: number): Doubt {
  return {
    because: `对${guided}超过${months}个月没有${unconfirmedOn === null ? '' : '经对方确认的'}业务指导`,
    facts: { 指导对象: guided, 指导关系和记录起始: since, 最近一次指导: lastOn ?? '无', 尚待确认的指导: unconfirmedOn ?? '无' },
    clears: '经对方确认的业务指导记录，或者指导关系已经变更的说明',
    fact: guided,
  };
}
