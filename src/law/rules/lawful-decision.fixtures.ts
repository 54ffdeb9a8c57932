import type { LawCalendar } from '../calendar.ts';
import { extractLawCitations } from '../law-citations.ts';
import { type CitedLaw, resolveCitations } from '../law-register.ts';
import { localDate } from '../local-date.ts';
import { BAYANNUR_2026 } from '../profiles/index.ts';
import { DEFAULT_LAW_REGISTER } from '../repealed-laws.ts';
import type { RuleContext } from '../rule.ts';
import type { PenaltyFacts } from './facts.ts';

/** One line of a rule's fixtures: what differs from the lawful record, and on which day it is judged. */
export type RuleFixture<F> = { readonly say: string; readonly facts: Partial<F>; readonly today?: string };
/** ▲ trips, ✓ clears, and what answers "not judged" with the missing fact's name. */
export type RuleFixtures<F> = {
  readonly rule: string;
  readonly trips: readonly RuleFixture<F>[];
  readonly clears: readonly RuleFixture<F>[];
  readonly unknown: readonly (RuleFixture<F> & { readonly missing: string })[];
};

export function cited(text: string): readonly CitedLaw[] {
  return resolveCitations(extractLawCitations(text), DEFAULT_LAW_REGISTER);
}

export const day = localDate;

/** Spring of 2026 with one holiday; 2027 is not loaded. */
export const CALENDAR: LawCalendar = {
  loadedYears: new Set([2023, 2024, 2025, 2026]),
  notice: new Map(['2026-04-04', '2026-04-05', '2026-04-06'].map((text) => [day(text), { name: '清明节', off: true }])),
};

export function contextOn(today = '2026-11-23'): RuleContext {
  return { profile: BAYANNUR_2026, calendar: CALENDAR, today: day(today) };
}

/** A record with every fact known and nothing to doubt: each fixture changes only what its line says. */
export const LAWFUL: PenaltyFacts = {
  decidedOn: day('2026-03-02'),
  partyKind: 'organisation',
  partyScale: 'larger',
  partyCode: '91150802MA0000001B',
  organCode: '11150800000000001K',
  partyId: null,
  representativeId: null,
  kinds: ['CF03'],
  kindsUnclear: false,
  fineFen: 400_000,
  statedFineFen: null,
  confiscatedFen: null,
  detentionDays: null,
  licence: null,
  illegalIncomeFen: 0,
  procedure: 'ordinary',
  citations: cited('《行政处罚法》第二十八条、《固体废物污染环境防治法》第一百零二条'),
  actStartedOn: day('2026-01-12'),
  actEndedOn: day('2026-01-12'),
  discoveredOn: day('2026-01-13'),
  filedOn: day('2026-01-14'),
  excludedDays: null,
  extendedDays: null,
  harm: false,
  lighterNewLaw: null,
  officers: [
    { key: '甲', certificate: 'valid', domains: ['生态环境'] },
    { key: '乙', certificate: 'valid', domains: ['生态环境'] },
  ],
  organ: { kind: 'department', qualification: 'confirmed' },
  itemCode: '1508000330200001',
  itemListed: true,
  itemEmpowered: null,
  itemDomain: '生态环境',
  delegated: [],
  measures: [],
  reviewers: [],
  served: { on: day('2026-03-03') },
  published: { on: day('2026-03-05') },
  recordFiled: { on: day('2026-03-05') },
  validUntil: day('2027-03-02'),
  publicUntil: day('2027-03-02'),
  shown: null,
  publicTexts: [{ label: '违法事实', text: '2026年1月12日将危险废物提供给无许可证的单位。' }],
  creditShownOn: null,
  undone: 'stands',
};
