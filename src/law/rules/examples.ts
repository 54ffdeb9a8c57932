import { A01_FIXTURES } from './A01-fine-income-growth.fixtures.ts';
import { A03_FIXTURES } from './A03-crowded-decisions.fixtures.ts';
import { B01_FIXTURES } from './B01-major-penalty-filed.fixtures.ts';
import { B02_FIXTURES } from './B02-filed-with-both.fixtures.ts';
import { B03_FIXTURES } from './B03-normative-filed.fixtures.ts';
import { CASE_FIXTURES } from './case-rules.fixtures.ts';
import { D05_FIXTURES } from './D05-fined-once.fixtures.ts';
import { D08_FIXTURES } from './D08-summary-limits.fixtures.ts';
import { D11_FIXTURES } from './D11-law-in-force.fixtures.ts';
import { D12_FIXTURES } from './D12-basis-has-power.fixtures.ts';
import { E01_FIXTURES } from './E01-served-in-time.fixtures.ts';
import { F01_FIXTURES } from './F01-within-time-bar.fixtures.ts';
import { F06_FIXTURES } from './F06-decided-in-time.fixtures.ts';
import { G04_FIXTURES } from './G04-guidance-given.fixtures.ts';
import { G06_FIXTURES } from './G06-internal-systems.fixtures.ts';
import { G08_FIXTURES } from './G08-four-lists.fixtures.ts';
import { G09_FIXTURES } from './G09-list-published.fixtures.ts';
import { G13_FIXTURES } from './G13-subjects-reviewed.fixtures.ts';
import { J02_FIXTURES } from './J02-inspected-items-public.fixtures.ts';
import { J15_FIXTURES } from './J15-plan-public.fixtures.ts';
import { P01_FIXTURES } from './P01-published-in-time.fixtures.ts';
import { P03_FIXTURES } from './P03-not-for-credit-display.fixtures.ts';
import { P04_FIXTURES } from './P04-withdrawn-in-time.fixtures.ts';
import { P05_FIXTURES } from './P05-public-for-the-right-time.fixtures.ts';
import { P06_FIXTURES } from './P06-no-personal-data.fixtures.ts';
import { P07_FIXTURES } from './P07-public-as-decided.fixtures.ts';
import { P08_FIXTURES } from './P08-fields-well-formed.fixtures.ts';
import { P10_FIXTURES } from './P10-published-before.fixtures.ts';
import { Q05_FIXTURES } from './Q05-like-cases-alike.fixtures.ts';
import { Q06_FIXTURES } from './Q06-heavy-for-the-small.fixtures.ts';
import { Q07_FIXTURES } from './Q07-basis-not-repealed.fixtures.ts';
import { Q08_FIXTURES } from './Q08-lists-entered.fixtures.ts';
import { S01_FIXTURES } from './S01-qualified-organ.fixtures.ts';
import { S02_FIXTURES } from './S02-item-on-power-list.fixtures.ts';
import { S03_FIXTURES } from './S03-within-delegation.fixtures.ts';
import { S04_FIXTURES } from './S04-delegation-public.fixtures.ts';
import { S05_FIXTURES } from './S05-in-delegators-name.fixtures.ts';
import { S06_FIXTURES } from './S06-coercion-not-delegated.fixtures.ts';
import { S07_FIXTURES } from './S07-within-empowerment.fixtures.ts';
import { S08_FIXTURES } from './S08-empowerment-evaluated.fixtures.ts';
import { S09_FIXTURES } from './S09-two-certified-officers.fixtures.ts';
import { S10_FIXTURES } from './S10-certificate-fits.fixtures.ts';
import { S13_FIXTURES } from './S13-reviewer-qualified.fixtures.ts';

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
  B02_FIXTURES,
  B03_FIXTURES,
  G04_FIXTURES,
  J02_FIXTURES,
  S06_FIXTURES,
  S13_FIXTURES,
  G06_FIXTURES,
  G08_FIXTURES,
  G09_FIXTURES,
  G13_FIXTURES,
  J15_FIXTURES,
  P10_FIXTURES,
  Q08_FIXTURES,
  S04_FIXTURES,
  S08_FIXTURES,
  A01_FIXTURES,
  A03_FIXTURES,
  B01_FIXTURES,
  D05_FIXTURES,
  D08_FIXTURES,
  D11_FIXTURES,
  D12_FIXTURES,
  E01_FIXTURES,
  F01_FIXTURES,
  F06_FIXTURES,
  P01_FIXTURES,
  P03_FIXTURES,
  P04_FIXTURES,
  P05_FIXTURES,
  P06_FIXTURES,
  P07_FIXTURES,
  P08_FIXTURES,
  Q05_FIXTURES,
  Q06_FIXTURES,
  Q07_FIXTURES,
  S01_FIXTURES,
  S02_FIXTURES,
  S03_FIXTURES,
  S05_FIXTURES,
  S07_FIXTURES,
  S09_FIXTURES,
  S10_FIXTURES,
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
