import type { BenchmarkContent } from '../discretion/benchmark.ts';
import { EXAMPLE, fine, tier } from '../discretion/example.fixtures.ts';
import type { BenchmarkFact } from '../list-facts.ts';
import type { CaseProcessFacts, CaseWeighing, NoticeTold, Sums } from './case-facts.ts';
import { cited, day } from './lawful-decision.fixtures.ts';

/** A fine of so many yuan. */
export const fineOf = (yuan: number): Sums => ({ kinds: ['CF03'], fineFen: yuan * 100, incomeFen: null, goodsFen: null });

/** Told on the second of March of a fine of 5,000 yuan, without a right to a hearing. */
export const TOLD: NoticeTold = {
  servedOn: day('2026-03-02'),
  waivedOn: null,
  hearing: false,
  hearingWaivedOn: null,
  penalty: fineOf(5000),
  lacks: [],
};
export const told = (more: Partial<NoticeTold>): Partial<CaseProcessFacts> => ({ notice: { ...TOLD, ...more } });
/** The party asked to be heard and took it back. */
export const hearingOf = (more: Partial<NonNullable<CaseProcessFacts['hearing']>>): Partial<CaseProcessFacts> => ({
  hearing: {
    ...{ noticedOn: null, heldOn: null, outcome: 'withdrawn', open: true, closedReason: false, transcript: null },
    ...more,
  },
});

/** 1,000 to 10,000 yuan in three tiers. Invented. */
const SMALL: BenchmarkContent = {
  ...EXAMPLE,
  statutory: { kinds: ['CF03'], fine: fine(1_000, 10_000) },
  tiers: [
    tier('lenient', fine(1_000, 3_000, { to: true }), []),
    tier('normal', fine(3_000, 6_000), []),
    tier('heavy', fine(6_000, 10_000, { from: true }), []),
  ],
};

export function benchmark(content: BenchmarkContent): BenchmarkFact {
  return { versionId: '1', maker: '演示局', documentNumber: '演示发〔2026〕1号', violation: '演示行为', content };
}

/** A fine of 5,000 yuan in the second tier of the benchmark; on no list. */
const WEIGHED: CaseWeighing = {
  weighed: {
    ...{ kinds: ['CF03'], fineFen: 500_000, incomeFen: null, levels: ['normal'], tier: 2 },
    ...{ deviation: null, notFree: null, notLess: null, mitigation: [] },
  },
  proven: null,
  harm: false,
  lists: { lenient: [], benchmark: benchmark(SMALL) },
};

/** The lawful weighing, some of it otherwise. */
export function weighed(more: Partial<CaseWeighing['weighed']>, around: Partial<CaseWeighing> = {}): Partial<CaseProcessFacts> {
  return { weighing: { ...WEIGHED, ...around, weighed: { ...WEIGHED.weighed, ...more } } };
}

/** The same by the benchmark of 10,000 to 100,000 yuan; the fine in yuan. */
export function weighedAs(
  yuan: number,
  more: Partial<CaseWeighing['weighed']>,
  around: Partial<CaseWeighing> = {},
): Partial<CaseProcessFacts> {
  return weighed({ fineFen: yuan * 100, ...more }, { lists: { lenient: [], benchmark: benchmark(EXAMPLE) }, ...around });
}

/** An ordinary case of a firm, decided and over, with every fact known and nothing to doubt. */
export const LAWFUL_CASE: CaseProcessFacts = {
  procedure: 'ordinary',
  filedOn: day('2026-02-02'),
  decidedOn: day('2026-03-16'),
  outcome: 'penalty',
  penalty: fineOf(5000),
  partyKind: 'organisation',
  citations: cited('《固体废物污染环境防治法》第一百零二条'),
  firstNoticeOn: day('2026-02-27'),
  weighing: WEIGHED,
  crews: [],
  recusals: [],
  related: [],
  measures: [],
  apart: [{ role: '法制审核人员', name: '丙', tookPart: false }],
  place: 'own',
  sufficientOn: day('2026-01-30'),
  settledOn: day('2026-02-02'),
  pauses: [],
  movesOn: false,
  lastRecordOn: day('2026-03-20'),
  visits: [{ what: '检查', on: day('2026-02-03'), shown: true, signed: true }],
  preservations: [],
  proofs: [{ no: 1, evidence: [{ no: 1, sound: true, spoken: false }] }],
  concludedOn: day('2026-02-20'),
  used: [{ no: 1, on: day('2026-02-03') }],
  monitored: [],
  stages: [],
  closedOn: day('2026-03-25'),
  entries: [],
  elsewhere: false,
  notice: TOLD,
  earlier: null,
  proposed: fineOf(5000),
  newFacts: false,
  statements: [],
  hearing: null,
  grounds: [],
  passedOn: null,
  isGrave: false,
  discussedOn: null,
  decisionText: { lacks: [], reconsiderDays: 60, suitMonths: 6, reconsiderFirst: null },
  correction: 'told',
  age: null,
  isIncapable: false,
  isLess: false,
  recordedOn: null,
  underArticle33: false,
  educated: false,
  letters: [],
  collected: [],
  handedIn: [],
  surcharges: [],
  windowFrom: null,
  performedOn: day('2026-03-20'),
  urgedOn: null,
  appliedOn: null,
  confiscated: [],
  suspectedOn: null,
  crimeAsked: true,
  transferredOn: null,
  crimeTransfers: [],
  answered: null,
};
