import type { ReportsBody } from '../../../enforcement/case-reports/contract.ts';
import { toldCase } from './cases.ts';
import type { CaseParts } from './telling.ts';

type Case = ReportsBody['cases'][number];

/** A lawful case of which a system leaves out steps that the law asks: for good (▲), or only until it tells them too (✓). */
const LEFT_OUT: Readonly<Record<string, { readonly acts: readonly string[]; readonly once?: readonly string[] }>> = {
  untold: { acts: ['notify', 'close-notice'], once: ['serve'] },
  unfiled: { acts: ['propose-filing', 'file'] },
};
export const SKIPPED_PLANTS: readonly string[] = Object.keys(LEFT_OUT).flatMap((one) => [`skipped-${one}-▲`, `skipped-${one}-✓`]);

/** The cases of a year of which steps are left out, beside those told whole. */
export function skippedCases(rounds: number): readonly { readonly ref: string; readonly plant: string }[] {
  return Array.from({ length: rounds }, (_, r) =>
    SKIPPED_PLANTS.map((plant, i) => ({ ref: `演案${1000 * (r + 1) + 900 + i}`, plant })),
  ).flat();
}

/** What is told at first, and what a week before it is too late is told besides; null: nothing is. */
export function skippedCase(plant: string, parts: CaseParts): { readonly first: Case; readonly later: Case | null } {
  const [, one = '', sign] = plant.split('-');
  const left = LEFT_OUT[one];
  if (left === undefined) throw new Error(`no plant ${plant}`);
  const { caseRef, steps } = toldCase('alone-✓', parts);
  const once = (left.once ?? []).map((act) => steps.findIndex((step) => step.act === act));
  const isLeft = (step: Case['steps'][number], i: number): boolean => left.acts.includes(step.act) || once.includes(i);
  const later = sign === '✓' ? { caseRef, steps: steps.filter(isLeft) } : null;
  return { first: { caseRef, steps: steps.filter((step, i) => !isLeft(step, i)) }, later };
}
