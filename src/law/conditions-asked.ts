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

/** Nothing is lacking: another person of the same house must do it, or the organ that was asked. */
export const ANOTHER_PERSON: ReadonlySet<string | null> = new Set([
  'own-draft',
  'own-seal',
  'own-handling',
  'own-case',
  'recused',
  'handler-seals',
  'addressee-answers',
]);

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
  /** '' for the steps that many stages share. */
  readonly status: string;
  readonly name: string;
  readonly steps: readonly {
    readonly label: string;
    readonly cite: Citation;
    readonly who: string;
    readonly conditions: readonly { readonly name: string; readonly cite: Citation }[];
  }[];
};

/** Steps that so many stages of the main line share are told once, behind them all: the sealing and serving of letters. */
const SHARED = 4;

/** The main line of a kind as its lifecycle has it: what each stage needs and who does it. */
export function stagesOf(kind: MatterKind): readonly StageAhead[] {
  const rows = Object.keys(kind.lifecycle).flatMap((act) => rowOf(kind, act) ?? []);
  const onward = rows.filter((row) => row.does === 'step' && row.aside !== true && row.inside === undefined && row.from !== 'start');
  const isShared = (row: AnyRow): boolean => kind.mainLine.filter((status) => row.from.includes(status)).length >= SHARED;
  const stages = kind.mainLine.map((status) => ({
    status,
    name: kind.statuses[status] ?? status,
    steps: onward.filter((row) => row.from.includes(status) && !isShared(row)).map((row) => stepOf(kind, row)),
  }));
  const shared = onward.filter(isShared).map((row) => stepOf(kind, row));
  return shared.length === 0 ? stages : [...stages, { status: '', name: '各环节文书签发以后', steps: shared }];
}

function stepOf(kind: MatterKind, row: AnyRow): StageAhead['steps'][number] {
  const conditions = [...(row.guards ?? []).filter((g) => g.ofPerson !== true), ...(row.inputGuards ?? [])];
  return {
    label: row.label,
    cite: row.cite,
    who: whoMay(kind, row.by),
    conditions: conditions.map(({ name, cite }) => ({ name, cite })),
  };
}
