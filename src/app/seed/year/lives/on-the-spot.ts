import { LAWFUL_ON_THE_SPOT, type SummaryWay, toldSummaryCase } from '../told-summary.ts';
import { choicesOf, conductOf, fineOf, firmOf, itemOf, type Life, numberOf, personOf, placeOf, type Seed } from './life.ts';
import { NOT_ON_LISTS } from './own-systems.ts';

const USUAL = LAWFUL_ON_THE_SPOT;
/** Of sixteen that are decided on the spot. */
const COURSES: readonly (readonly [course: string, parts: number, way: SummaryWay])[] = [
  ['当场罚款', 7, USUAL],
  ['当场警告', 3, { ...USUAL, penalty: 'warning' }],
  ['当场申辩', 2, { ...USUAL, statement: 'rechecked' }],
  ['当场拒签', 1, { ...USUAL, signed: false }],
  ['当场不罚', 1, { ...USUAL, spared: true }],
  ['当场延期', 1, { ...USUAL, paid: 'deferred', paidAfter: 20 }],
  ['当场复议', 1, { ...USUAL, disputedAfter: 1, paidAfter: 1 }],
];
/** Where banks are far. */
const REMOTE: readonly (typeof COURSES)[number][] = [['当场收缴', 5, { ...USUAL, paid: 'remote' }]];
export const COURSES_ON_THE_SPOT: readonly string[] = [...COURSES, ...REMOTE].map(([course]) => course);

/** A case of the spot: all of one hour, then the bank and the archive. */
export function onTheSpot(seed: Seed): Life {
  const { n, system, on, officers, day } = seed;
  const [course, way] = courseOf(seed);
  const from = choicesOf(seed, 'spot');
  const { what, facts, basis } = conductOf(system);
  const ref = `自当${String(n + 1).padStart(5, '0')}`;
  const told = toldSummaryCase(
    { ...way, paidAfter: way.paidAfter + from.below(5) },
    {
      ...{
        ref,
        on,
        officers,
        day,
        court: system.court,
        body: system.body,
        party: way.penalty === 'warning' ? personOf(seed) : firmOf(seed),
        place: placeOf(seed),
        itemCode: itemOf(system),
      },
      ...{ conduct: what, facts: `${facts}，现场照片${2 + from.below(4)}张，当事人没有异议。`, violated: basis, basis, fine: fineOf(seed) },
      ...{ number: numberOf(seed, '当罚'), deciding: NOT_ON_LISTS },
      time: `${9 + from.below(8)}时${String(from.below(60)).padStart(2, '0')}分`,
    },
  );
  return { system, kind: 'summary-penalty', ref, course, steps: told.steps };
}

function courseOf(seed: Seed): readonly [string, SummaryWay] {
  const all = seed.system.streets.some((street) => street.endsWith('嘎查') || street.endsWith('苏木')) ? [...COURSES, ...REMOTE] : COURSES;
  let left = choicesOf(seed, 'course').below(all.reduce((sum, [, parts]) => sum + parts, 0));
  for (const [course, parts, way] of all) {
    if (left < parts) return [course, way];
    left -= parts;
  }
  return ['当场罚款', USUAL];
}
