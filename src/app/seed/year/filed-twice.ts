import { addDays } from '#law';
import type { ReportsBody } from '../../../enforcement/case-reports/contract.ts';
import { toldCase } from './cases.ts';
import type { CaseParts, Input } from './telling.ts';
import { UNPRICED } from './ways/breach.ts';

type Case = ReportsBody['cases'][number];

/** Another organ's case beside one that was filed before: of the same act (▲), or of what was done on the next day (✓). */
const FILED_TWICE_PLANTS: readonly string[] = ['filed-twice-▲', 'filed-twice-✓'];
/** Whose case was filed before: told whole and lawful in the same year. */
const FIRST = 'alone-✓';

/** By their numbers; `first`: the number of the case before it. */
export function filedTwiceCases(
  cases: readonly { readonly ref: string; readonly plant: string }[],
): readonly { readonly ref: string; readonly plant: string; readonly first: string }[] {
  return cases
    .filter(({ plant }) => plant === FIRST)
    .flatMap(({ ref }, r) => FILED_TWICE_PLANTS.map((plant, i) => ({ ref: `演案${1000 * (r + 1) + 950 + i}`, plant, first: ref })));
}

/** The whole lawful case of the later organ, opened a day after the first. */
export function filedTwice(plant: string, first: string, parts: CaseParts): Case {
  const told = toldCase(FIRST, { ...parts, openedOn: addDays(parts.openedOn, 1) });
  const actOn = addDays(parts.openedOn, plant.endsWith('▲') ? -1 : 0);
  const same: Input = { cause: UNPRICED.cause(first), actStartedOn: actOn, actEndedOn: actOn };
  return {
    ...told,
    steps: told.steps.map((step) => (step.act === 'open' ? { ...step, input: { ...(step.input as Input), ...same } } : step)),
  };
}
