import { B01_FIXTURES } from './B01-major-penalty-filed.fixtures.ts';
import { D08_FIXTURES } from './D08-summary-limits.fixtures.ts';
import { D11_FIXTURES } from './D11-law-in-force.fixtures.ts';
import { D12_FIXTURES } from './D12-basis-has-power.fixtures.ts';
import { E01_FIXTURES } from './E01-served-in-time.fixtures.ts';
import { F01_FIXTURES } from './F01-within-time-bar.fixtures.ts';
import { F06_FIXTURES } from './F06-decided-in-time.fixtures.ts';
import type { PenaltyFacts } from './facts.ts';
import type { RuleFixtures } from './lawful-decision.fixtures.ts';
import { P01_FIXTURES } from './P01-published-in-time.fixtures.ts';
import { P03_FIXTURES } from './P03-not-for-credit-display.fixtures.ts';
import { P04_FIXTURES } from './P04-withdrawn-in-time.fixtures.ts';
import { P05_FIXTURES } from './P05-public-for-the-right-time.fixtures.ts';
import { P06_FIXTURES } from './P06-no-personal-data.fixtures.ts';
import { P08_FIXTURES } from './P08-fields-well-formed.fixtures.ts';
import { Q06_FIXTURES } from './Q06-heavy-for-the-small.fixtures.ts';
import { Q07_FIXTURES } from './Q07-basis-not-repealed.fixtures.ts';
import { S01_FIXTURES } from './S01-qualified-organ.fixtures.ts';
import { S02_FIXTURES } from './S02-item-on-power-list.fixtures.ts';
import { S03_FIXTURES } from './S03-within-delegation.fixtures.ts';
import { S05_FIXTURES } from './S05-in-delegators-name.fixtures.ts';
import { S06_FIXTURES } from './S06-coercion-not-delegated.fixtures.ts';
import { S07_FIXTURES } from './S07-within-empowerment.fixtures.ts';
import { S09_FIXTURES } from './S09-two-certified-officers.fixtures.ts';
import { S10_FIXTURES } from './S10-certificate-fits.fixtures.ts';
import { S13_FIXTURES } from './S13-reviewer-qualified.fixtures.ts';

/** What the rules about single decisions must trip on, must not trip on, and cannot judge. */
export const PENALTY_FIXTURES: readonly RuleFixtures<PenaltyFacts>[] = [
  S01_FIXTURES,
  S02_FIXTURES,
  S03_FIXTURES,
  S05_FIXTURES,
  S06_FIXTURES,
  S07_FIXTURES,
  S09_FIXTURES,
  S10_FIXTURES,
  S13_FIXTURES,
  F01_FIXTURES,
  F06_FIXTURES,
  D08_FIXTURES,
  D11_FIXTURES,
  D12_FIXTURES,
  E01_FIXTURES,
  P01_FIXTURES,
  P03_FIXTURES,
  P04_FIXTURES,
  P05_FIXTURES,
  P06_FIXTURES,
  P08_FIXTURES,
  Q06_FIXTURES,
  Q07_FIXTURES,
  B01_FIXTURES,
];
