import type { CaseProcessFacts } from './case-facts.ts';
import { day, type RuleFixtures } from './lawful-decision.fixtures.ts';

const letter = (more: Partial<CaseProcessFacts['letters'][number]>): Partial<CaseProcessFacts> => ({
  letters: [
    {
      ...{ what: '行政处罚决定书', how: 'other', receivedOn: day('2026-03-16'), confirmedOn: null, attempts: null, publishedOn: null },
      ...more,
    },
  ],
});

export const E02_FIXTURES: RuleFixtures<CaseProcessFacts> = {
  rule: 'E02',
  trips: [
    { say: '只发短信，没有确认书', facts: letter({ how: 'electronic' }) },
    { say: '送达以后才签订', facts: letter({ how: 'electronic', confirmedOn: day('2026-03-17') }) },
  ],
  clears: [
    { say: '3月1日签订确认书', facts: letter({ how: 'electronic', confirmedOn: day('2026-03-01') }) },
    { say: '送达当日签订确认书', facts: letter({ how: 'electronic', confirmedOn: day('2026-03-16') }) },
    { say: '直接送达', facts: letter({}) },
  ],
  unknown: [],
};
