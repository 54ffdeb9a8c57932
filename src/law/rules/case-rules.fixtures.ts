import type { CaseProcessFacts } from './case-facts.ts';
import { D01_FIXTURES } from './D01-reviewed-before-decided.fixtures.ts';
import { D02_FIXTURES } from './D02-decided-together.fixtures.ts';
import { D03_FIXTURES } from './D03-decision-complete.fixtures.ts';
import { D04_FIXTURES } from './D04-fined-within-law.fixtures.ts';
import { D06_FIXTURES } from './D06-correction-ordered.fixtures.ts';
import { D07_FIXTURES } from './D07-capable-of-penalty.fixtures.ts';
import { D09_FIXTURES } from './D09-summary-on-record.fixtures.ts';
import { D10_FIXTURES } from './D10-educated.fixtures.ts';
import { E02_FIXTURES } from './E02-e-service-agreed.fixtures.ts';
import { E03_FIXTURES } from './E03-public-service-last.fixtures.ts';
import { E04_FIXTURES } from './E04-not-collected-by-decider.fixtures.ts';
import { E05_FIXTURES } from './E05-collected-handed-in.fixtures.ts';
import { E06_FIXTURES } from './E06-surcharge-within-bounds.fixtures.ts';
import { E07_FIXTURES } from './E07-court-asked-in-time.fixtures.ts';
import { E08_FIXTURES } from './E08-urged-before-court.fixtures.ts';
import { E09_FIXTURES } from './E09-confiscated-disposed.fixtures.ts';
import { F02_FIXTURES } from './F02-own-place.fixtures.ts';
import { F04_FIXTURES } from './F04-filed-when-due.fixtures.ts';
import { F05_FIXTURES } from './F05-filed-before-told.fixtures.ts';
import { F07_FIXTURES } from './F07-paused-by-law.fixtures.ts';
import { F08_FIXTURES } from './F08-keeps-moving.fixtures.ts';
import { I01_FIXTURES } from './I01-card-shown.fixtures.ts';
import { I02_FIXTURES } from './I02-preservation-settled.fixtures.ts';
import { I03_FIXTURES } from './I03-preservation-approved.fixtures.ts';
import { I04_FIXTURES } from './I04-record-signed.fixtures.ts';
import { I05_FIXTURES } from './I05-fact-proved.fixtures.ts';
import { I06_FIXTURES } from './I06-evidence-before-report.fixtures.ts';
import { I07_FIXTURES } from './I07-monitoring-reviewed.fixtures.ts';
import { I08_FIXTURES } from './I08-stage-recorded.fixtures.ts';
import { I09_FIXTURES } from './I09-written-down-in-time.fixtures.ts';
import type { RuleFixtures } from './lawful-decision.fixtures.ts';
import { N01_FIXTURES } from './N01-told-before-decided.fixtures.ts';
import { N02_FIXTURES } from './N02-notice-complete.fixtures.ts';
import { N03_FIXTURES } from './N03-decided-as-told.fixtures.ts';
import { N04_FIXTURES } from './N04-not-heavier-for-defence.fixtures.ts';
import { N05_FIXTURES } from './N05-statement-rechecked.fixtures.ts';
import { N06_FIXTURES } from './N06-hearing-offered.fixtures.ts';
import { N07_FIXTURES } from './N07-hearing-period-kept.fixtures.ts';
import { N08_FIXTURES } from './N08-hearing-notified-ahead.fixtures.ts';
import { N09_FIXTURES } from './N09-hearing-open-and-recorded.fixtures.ts';
import { Q01_FIXTURES } from './Q01-kept-to-benchmark.fixtures.ts';
import { Q02_FIXTURES } from './Q02-let-go-when-due.fixtures.ts';
import { Q03_FIXTURES } from './Q03-less-with-ground.fixtures.ts';
import { Q04_FIXTURES } from './Q04-not-the-most.fixtures.ts';
import { S11_FIXTURES } from './S11-recusal-decided.fixtures.ts';
import { S12_FIXTURES } from './S12-reviewed-apart.fixtures.ts';
import { T01_FIXTURES } from './T01-crime-handed-on.fixtures.ts';
import { T02_FIXTURES } from './T02-crime-handed-on-in-time.fixtures.ts';
import { T03_FIXTURES } from './T03-transfer-answered.fixtures.ts';

/** The fixtures of all rules about a whole case. */
export const CASE_FIXTURES: readonly RuleFixtures<CaseProcessFacts>[] = [
  D01_FIXTURES,
  D02_FIXTURES,
  D03_FIXTURES,
  D04_FIXTURES,
  D06_FIXTURES,
  D07_FIXTURES,
  D09_FIXTURES,
  D10_FIXTURES,
  E02_FIXTURES,
  E03_FIXTURES,
  E04_FIXTURES,
  E05_FIXTURES,
  E06_FIXTURES,
  E07_FIXTURES,
  E08_FIXTURES,
  E09_FIXTURES,
  F02_FIXTURES,
  F04_FIXTURES,
  F05_FIXTURES,
  F07_FIXTURES,
  F08_FIXTURES,
  I01_FIXTURES,
  I02_FIXTURES,
  I03_FIXTURES,
  I04_FIXTURES,
  I05_FIXTURES,
  I06_FIXTURES,
  I07_FIXTURES,
  I08_FIXTURES,
  I09_FIXTURES,
  N01_FIXTURES,
  N02_FIXTURES,
  N03_FIXTURES,
  N04_FIXTURES,
  N05_FIXTURES,
  N06_FIXTURES,
  N07_FIXTURES,
  N08_FIXTURES,
  N09_FIXTURES,
  Q01_FIXTURES,
  Q02_FIXTURES,
  Q03_FIXTURES,
  Q04_FIXTURES,
  S11_FIXTURES,
  S12_FIXTURES,
  T01_FIXTURES,
  T02_FIXTURES,
  T03_FIXTURES,
];
