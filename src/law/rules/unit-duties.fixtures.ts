import { B02_FIXTURES } from './B02-filed-with-both.fixtures.ts';
import { B03_FIXTURES } from './B03-normative-filed.fixtures.ts';
import { G04_FIXTURES } from './G04-guidance-given.fixtures.ts';
import { G06_FIXTURES } from './G06-internal-systems.fixtures.ts';
import { G08_FIXTURES } from './G08-four-lists.fixtures.ts';
import { G09_FIXTURES } from './G09-list-published.fixtures.ts';
import { G13_FIXTURES } from './G13-subjects-reviewed.fixtures.ts';
import { J02_FIXTURES } from './J02-inspected-items-public.fixtures.ts';
import { J15_FIXTURES } from './J15-plan-public.fixtures.ts';
import { P10_FIXTURES } from './P10-published-before.fixtures.ts';
import { Q08_FIXTURES } from './Q08-lists-entered.fixtures.ts';
import { S04_FIXTURES } from './S04-delegation-public.fixtures.ts';
import { S08_FIXTURES } from './S08-empowerment-evaluated.fixtures.ts';

/** What the rules about a unit's duties must trip on, must not trip on, and cannot judge. */
export const UNIT_FIXTURES = [
  ...[S04_FIXTURES, S08_FIXTURES, J02_FIXTURES, J15_FIXTURES, P10_FIXTURES, Q08_FIXTURES, B02_FIXTURES, B03_FIXTURES],
  ...[G04_FIXTURES, G06_FIXTURES, G08_FIXTURES, G09_FIXTURES, G13_FIXTURES],
];
