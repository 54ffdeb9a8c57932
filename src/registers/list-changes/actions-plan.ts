import { createHash } from 'node:crypto';
import { canonicalJson, type Json, type LocalDate, type Refusal, refuse } from '#law';
import type { Queryable } from '#platform/db';
import { keptLaws } from '#registers/law-library';
import { holderFinder } from '#registers/officers';
import {
  type ChangeLine,
  type ChangePlan,
  endedLaws,
  type KeptList,
  planLines,
  registeredEntries,
  withBases,
} from '#registers/power-lists';
import type { Preview, SentLine, ShownDifference } from './contract.ts';
import { ART_8_9 } from './lifecycle/conditions.ts';
import { unitPeriods } from './store.ts';

const MOST_SHOWN = 500;

export type Subject = { readonly city: number; readonly unitId: string; readonly list: KeptList; readonly today: LocalDate };
type Publication = { readonly on: LocalDate; readonly place: string };

/** Lines held against the register of this moment by the checks of the load; nothing is written. */
export async function heldAgainst(
  client: Queryable,
  { city, unitId, list, today }: Subject,
  sent: readonly SentLine[] | readonly ChangeLine[],
  publication: Publication | null = null,
): Promise<{ readonly plan: ChangePlan; readonly lines: readonly ChangeLine[] }> {
  const periods = await unitPeriods(client, unitId);
  const lists = list === 'post-duty' ? [list, 'power' as const] : [list];
  const register = await registeredEntries(client, city, { organisationId: unitId, lists });
  const { sources } = await keptLaws(client);
  const lines = withBases(sent, { list, register });
  const plan = planLines(lines, {
    ...{ list, register, publication, today },
    unit: { id: unitId, name: periods.at(-1)?.name ?? '' },
    unitOf: (_, on) => periods.find(({ from, until }) => (from === null || from <= on) && (until === null || on < until)) ?? null,
    endedBy: (text, on) => endedLaws(text, on, sources),
    ...(list === 'post-duty' ? { holderOf: await holderFinder(client, city, unitId) } : {}),
  });
  return { plan, lines };
}

export function previewOf(plan: ChangePlan): Preview {
  return {
    problems: plan.problems.slice(0, MOST_SHOWN),
    problemCount: plan.problems.length,
    stale: plan.stale,
    differences: plan.differences.slice(0, MOST_SHOWN),
    differenceCount: plan.differences.length,
    counts: countsOf(plan),
    idle: plan.idle,
    backdated: plan.backdated.length,
  };
}

export function countsOf({ differences }: { readonly differences: readonly Pick<ShownDifference, 'what'>[] }): Preview['counts'] {
  const count = (what: ShownDifference['what']) => differences.filter((d) => d.what === what).length;
  return { added: count('added'), changed: count('changed'), ended: count('ended') };
}

export function digestOf(lines: readonly ChangeLine[]): string {
  return createHash('sha256')
    .update(canonicalJson(lines as unknown as Json))
    .digest('hex');
}

/** Why lines cannot go on: the first of what is wrong, by line; null: nothing is. */
export function refusalOf({ problems, stale }: ChangePlan): Refusal | null {
  if (problems.length === 0) return null;
  const first = problems.slice(0, 3).map(({ line, column, reason }) => `第${line}行 ${column}：${reason}`);
  const more = problems.length > 3 ? `；另有${problems.length - 3}处` : '';
  return refuse(stale.length > 0 ? 'changed-meanwhile' : 'lines-wrong', ART_8_9, `${first.join('；')}${more}`);
}
