import { A01_FIXTURES } from './A01-fine-income-growth.fixtures.ts';
import { A03_FIXTURES } from './A03-crowded-decisions.fixtures.ts';
import { CASE_FIXTURES } from './case-rules.fixtures.ts';
import { D05_FIXTURES } from './D05-fined-once.fixtures.ts';
import { P07_FIXTURES } from './P07-public-as-decided.fixtures.ts';
import { PENALTY_FIXTURES } from './penalty-rules.fixtures.ts';
import { Q05_FIXTURES } from './Q05-like-cases-alike.fixtures.ts';
import { UNIT_FIXTURES } from './unit-duties.fixtures.ts';

/** What a rule must trip on, must not trip on, and cannot judge: the cases by which it is tested, in words. */
export type RuleExamples = {
  readonly trips: readonly string[];
  readonly clears: readonly string[];
  readonly unknown: readonly string[];
};

type Said = { readonly say: string };
type Fixtures = {
  readonly rule: string;
  readonly trips: readonly Said[];
  readonly clears: readonly Said[];
  readonly unknown: readonly (Said & { readonly missing: string })[];
};

const ALL: readonly Fixtures[] = [
  ...CASE_FIXTURES,
  ...PENALTY_FIXTURES,
  ...UNIT_FIXTURES,
  A01_FIXTURES,
  A03_FIXTURES,
  D05_FIXTURES,
  P07_FIXTURES,
  Q05_FIXTURES,
];

/** The examples shown on the page of each rule are the very fixtures of its test. */
export const RULE_EXAMPLES: ReadonlyMap<string, RuleExamples> = new Map(
  ALL.map(({ rule, trips, clears, unknown }) => [
    rule,
    {
      trips: trips.map((f) => f.say),
      clears: clears.map((f) => f.say),
      unknown: unknown.map((f) => `${f.say}（${f.missing}）`),
    },
  ]),
);
