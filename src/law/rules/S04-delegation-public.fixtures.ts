import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';
import type { DeedOnFile, UnitDuties } from './unit-facts.ts';

const DEED: DeedOnFile = {
  ...{ number: '巴交委〔2026〕1号', delegate: '综合执法支队（演示）' },
  ...{ byDelegatorOn: day('2026-01-05'), byDelegateOn: day('2026-01-06'), filedOn: day('2026-01-04') },
};

export const S04_FIXTURES: RuleFixtures<UnitDuties> = {
  rule: 'S04',
  trips: [
    { say: '细则施行当日没有备案', facts: { deeds: [{ ...DEED, filedOn: null }] }, today: '2023-07-28' },
    { say: '只有委托机关公布', facts: { deeds: [{ ...DEED, byDelegateOn: null }] } },
    { say: '双方公布而没有备案', facts: { deeds: [{ ...DEED, filedOn: null }] } },
  ],
  clears: [
    { say: '细则施行前一日没有备案', facts: { deeds: [{ ...DEED, filedOn: null }] }, today: '2023-07-27' },
    { say: '双方公布并已备案', facts: { deeds: [DEED] } },
    { say: '没有委托', facts: { deeds: [] } },
  ],
  unknown: [],
};
