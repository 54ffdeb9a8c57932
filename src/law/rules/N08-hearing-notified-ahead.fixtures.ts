import type { CaseProcessFacts } from './case-facts.ts';
import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';

const heard = (more: Partial<NonNullable<CaseProcessFacts['hearing']>>): Partial<CaseProcessFacts> => ({
  hearing: {
    ...{ noticedOn: day('2026-03-05'), heldOn: day('2026-03-16'), outcome: 'held', open: true, closedReason: false, transcript: true },
    ...more,
  },
});

export const N08_FIXTURES: RuleFixtures<CaseProcessFacts> = {
  rule: 'N08',
  trips: [{ say: '3月6日通知，3月16日举行', facts: heard({ noticedOn: day('2026-03-06') }) }],
  clears: [
    { say: '3月5日通知，3月16日举行', facts: heard({}) },
    { say: '当事人撤回要求', facts: heard({ noticedOn: day('2026-03-06'), outcome: 'withdrawn' }) },
    { say: '没有听证', facts: { hearing: null } },
  ],
  unknown: [{ say: '没有通知日期', facts: heard({ noticedOn: null }), missing: '缺听证通知送达日期' }],
};
