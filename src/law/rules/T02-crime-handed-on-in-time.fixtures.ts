import type { CaseProcessFacts, CrimeTransfer } from './case-facts.ts';
import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';

const inTime: CrimeTransfer = {
  ...{ reportedOn: day('2026-03-02'), decidedOn: day('2026-03-05'), byChief: true, deliveredOn: day('2026-03-06') },
};
const handed = (...more: readonly Partial<CrimeTransfer>[]): Partial<CaseProcessFacts> => ({
  crimeTransfers: more.map((one) => ({ ...inTime, ...one })),
});
const UNDECIDED = { decidedOn: null, byChief: null, deliveredOn: null } as const;

export const T02_FIXTURES: RuleFixtures<CaseProcessFacts> = {
  rule: 'T02',
  trips: [
    { say: '3月2日报告，3月6日才决定', facts: handed({ decidedOn: day('2026-03-06') }) },
    { say: '3月2日报告，3月6日还没有决定', facts: handed(UNDECIDED), today: '2026-03-06' },
    { say: '决定不移送，没有记录理由', facts: handed({ deliveredOn: null, refusal: 'unreasoned' }) },
    { say: '第四日才决定不移送', facts: handed({ decidedOn: day('2026-03-06'), deliveredOn: null, refusal: 'reasoned' }) },
    { say: '不是正职负责人决定', facts: handed({ byChief: false }) },
    { say: '决定以后第二日才移送', facts: handed({ deliveredOn: day('2026-03-07') }) },
    { say: '决定以后第二日还没有送达', facts: handed({ deliveredOn: null }), today: '2026-03-07' },
    {
      say: '退回以后又报告，第四日还没有决定',
      facts: handed({}, { ...UNDECIDED, reportedOn: day('2026-04-01') }),
      today: '2026-04-05',
    },
    {
      say: '先前的移送逾期送达，退回以后的报告按期决定',
      facts: handed(
        { deliveredOn: day('2026-03-07') },
        { reportedOn: day('2026-04-01'), decidedOn: day('2026-04-02'), refusal: 'reasoned' },
      ),
    },
    { say: '移送书签发以后一直没有送达', facts: handed({ deliveredOn: null }), today: '2026-12-20' },
  ],
  clears: [
    { say: '3月5日决定，次日移送', facts: handed({}) },
    { say: '决定次日还没有送达', facts: handed({ deliveredOn: null }), today: '2026-03-06' },
    { say: '3月2日报告，3月5日还没有决定', facts: handed(UNDECIDED), today: '2026-03-05' },
    {
      say: '退回以后又报告，第三日还没有决定',
      facts: handed({}, { ...UNDECIDED, reportedOn: day('2026-04-01') }),
      today: '2026-04-04',
    },
    { say: '决定不移送，理由记录在案', facts: handed({ deliveredOn: null, refusal: 'reasoned' }) },
    { say: '没有移送', facts: { crimeTransfers: [] } },
  ],
  unknown: [
    { say: '没有报告日期', facts: handed({ reportedOn: null }), missing: '缺移送报告日期和批准人' },
    {
      say: '2021年处罚法施行以前报告、决定、移送',
      facts: handed({ reportedOn: day('2021-07-12'), decidedOn: day('2021-07-14'), deliveredOn: day('2021-07-15') }),
      missing: '决定时的法律规定未载入',
    },
  ],
};
