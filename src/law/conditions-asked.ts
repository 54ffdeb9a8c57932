import type { Citation } from './citation.ts';
import { type AnyRow, type DecisionCase, rowOf, whoMay } from './decide.ts';
import type { MatterKind } from './matter-kind.ts';
import { isRefusal } from './outcome.ts';

/** One condition of an act as it stands now. */
export type AskedCondition = {
  /** The sentence that it tests. */
  readonly name: string;
  readonly cite: Citation;
  /** null: it depends on what will be typed, or on a fact that the reader may not see. */
  readonly met: boolean | null;
  /** What is missing; null unless the condition is not met. */
  readonly reason: string | null;
};

/** Nothing is lacking: another person of the same house must do it. */
export const ANOTHER_PERSON: ReadonlySet<string | null> = new Set(['own-draft', 'own-seal', 'own-handling']);

/**
 * Every condition of an act, each asked by itself: what is met, what is missing and what is looked at with the form. The
 * same guards decide when the act is done; those that ask who acts are left out, for whoever looks need not be the one.
 */
export function conditionsAsked(row: AnyRow, c: DecisionCase): readonly AskedCondition[] {
  if (c.state === null) return [];
  const at = { ...c, state: c.state, input: null };
  const known = (row.guards ?? []).flatMap((guard): AskedCondition[] => {
    const { name, cite } = guard;
    const answer = guard.ofPerson === true ? null : guard.check(at);
    if (guard.ofPerson === true || (isRefusal(answer) && ANOTHER_PERSON.has(answer.refused))) return [];
    if (!isRefusal(answer)) return [{ name, cite, met: answer === 'unknown' ? null : true, reason: null }];
    return [{ name, cite: answer.cite ?? cite, met: false, reason: answer.reason }];
  });
  return [...known, ...(row.inputGuards ?? []).map(({ name, cite }) => ({ name, cite, met: null, reason: null }))];
}

/** A stage that may still come, with the steps that lead on from it. */
export type StageAhead = {
  readonly status: string;
  readonly name: string;
  readonly steps: readonly {
    readonly label: string;
    readonly cite: Citation;
    readonly who: string;
    readonly conditions: readonly { readonly name: string; readonly cite: Citation }[];
  }[];
};

/** The main line of a kind as its lifecycle has it: what each stage needs and who does it. */
export function stagesOf(kind: MatterKind): readonly StageAhead[] {
  const rows = Object.keys(kind.lifecycle).flatMap((act) => rowOf(kind, act) ?? []);
  const onward = rows.filter((row) => row.does === 'step' && row.aside !== true && row.inside === undefined && row.from !== 'start');
  return kind.mainLine.map((status) => ({
    status,
    name: kind.statuses[status] ?? status,
    steps: onward
      .filter((row) => row.from !== 'start' && row.from.includes(status))
      .map((row) => ({
        label: row.label,
        cite: row.cite,
        who: whoMay(kind, row.by),
        conditions: [...(row.guards ?? []).filter((g) => g.ofPerson !== true), ...(row.inputGuards ?? [])].map(({ name, cite }) => ({
          name,
          cite,
        })),
      })),
  }));
}
