import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';
import type { GuidanceLink, LineGuidance, UnitDuties } from './unit-facts.ts';

const LINK: GuidanceLink = { guided: '狼山镇（演示）', since: day('2024-01-01'), lastOn: day('2026-06-23'), unconfirmedOn: null };
const link = (more: Partial<GuidanceLink>): Partial<UnitDuties> => ({ guides: [{ ...LINK, ...more }] });

const LINE: LineGuidance = { counterparts: 7, since: day('2025-03-01'), lastOn: day('2026-06-23'), unconfirmedOn: null };
const line = (more: Partial<LineGuidance>): Partial<UnitDuties> => ({ line: { ...LINE, ...more } });

export const G04_FIXTURES: RuleFixtures<UnitDuties> = {
  rule: 'G04',
  trips: [
    { say: '七个月没有指导', facts: link({ lastOn: day('2026-04-23') }) },
    { say: '满六个月次日', facts: link({ lastOn: day('2026-05-22') }) },
    { say: '从来没有指导', facts: link({ lastOn: null }) },
    { say: '七个月没有指导任何一个下级部门', facts: line({ lastOn: day('2026-04-23') }) },
    { say: '对下级部门满六个月次日', facts: line({ lastOn: day('2026-05-22') }) },
    { say: '登记了指导，对方没有确认', facts: link({ lastOn: null, unconfirmedOn: day('2026-11-01') }) },
  ],
  clears: [
    { say: '五个月前指导过', facts: link({}) },
    { say: '满六个月当日', facts: link({ lastOn: day('2026-05-23') }) },
    { say: '指导关系建立不满六个月', facts: link({ since: day('2026-10-01'), lastOn: null }) },
    { say: '五个月前指导过一个下级部门', facts: line({}) },
    { say: '对下级部门满六个月当日', facts: line({ lastOn: day('2026-05-23') }) },
    { say: '没有指导关系', facts: { guides: [] } },
  ],
  unknown: [
    { say: '业务指导没有登记', facts: { guides: null }, missing: '缺业务指导登记' },
    { say: '对下级部门一次也没有登记过', facts: line({ since: null, lastOn: null }), missing: '缺业务指导登记' },
  ],
};
