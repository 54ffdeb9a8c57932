import type { CaseProcessFacts } from './case-facts.ts';
import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';

const heard = (more: Partial<NonNullable<CaseProcessFacts['hearing']>>): Partial<CaseProcessFacts> => ({
  hearing: {
    ...{ noticedOn: day('2026-03-05'), heldOn: day('2026-03-16'), outcome: 'held', open: true, closedReason: false, transcript: true },
    ...more,
  },
});

export const N09_FIXTURES: RuleFixtures<CaseProcessFacts> = {
  rule: 'N09',
  trips: [
    { say: '没有笔录签名', facts: heard({ transcript: false }) },
    { say: '没有公开，没有理由', facts: heard({ open: false }) },
  ],
  clears: [
    { say: '涉及商业秘密不公开', facts: heard({ open: false, closedReason: true }) },
    { say: '公开举行，笔录签名', facts: heard({}) },
  ],
  unknown: [{ say: '没有写明笔录是否签名', facts: heard({ transcript: null }), missing: '缺听证笔录签名情况' }],
};
