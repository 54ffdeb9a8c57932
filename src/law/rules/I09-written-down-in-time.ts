import { cite } from '../citation.ts';
import { daysBetween } from '../local-date.ts';
import { parameterOf } from '../profile.ts';
import type { SupervisionRule } from '../rule.ts';
import type { EntriesFact } from './case-facts.ts';
import { MISSING } from './missing.ts';
import { OF_A_CASE } from './of-a-case.ts';

export const writtenDownInTime: SupervisionRule<EntriesFact> = {
  ...OF_A_CASE,
  id: 'I09',
  title: '办理记录是否及时录入，没有倒签、补录',
  cite: [cite('行政处罚法', 47)],
  severity: 'orange',
  mode: 'A',
  conduct: 'procedure',
  asks: '全过程记录应当真实；在平台办理的，办理日期与录入日期相差过久的须说明（相差日数是平台参数）。',
  check: ({ entries, elsewhere }, { profile, today }) => {
    if (entries === null) return MISSING.writtenOn;
    const most = parameterOf(profile, 'I09.days', today);
    if (most === null) return MISSING.parameter;
    const late = entries.filter((e) => daysBetween(e.on, e.recordedOn) > most.value);
    if (late.length === 0) return elsewhere ? MISSING.writtenOn : null;
    return late.map(({ what, on, recordedOn }) => ({
      because: `${what}的办理日期为${on}，${recordedOn}才录入，相差超过${most.value}日`,
      facts: { 办理: what, 办理日期: on, 录入日期: recordedOn },
      clears: '当时形成的原始记录，或者迟延录入的正当理由',
      fact: `${what}/${on}`,
    }));
  },
};
