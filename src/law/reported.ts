import type { Citation } from './citation.ts';
import type { AnyRow, DecisionCase } from './decide.ts';
import type { BaseState, Guard, GuardAnswer } from './matter-kind.ts';
import { isRefusal, type Refusal } from './outcome.ts';
import type { Grade } from './profile.ts';
import type { Severity } from './rule.ts';

/** A condition of law that a reported act, or an act as corrected, did not meet: recorded with the act, and opened as a finding. */
export type GuardDoubt = {
  readonly code: string;
  /** The sentence that the condition tests. */
  readonly guard: string;
  readonly cite: Citation | null;
  readonly reason: string;
  readonly severity: Severity;
  readonly grade: Grade;
};

/**
 * What the conditions of law would have refused, had the act been performed here. A reported act is recorded none the
 * less: the platform never refuses to record the truth, and says what is wrong with it. 'unknown' where a fact is lacking.
 */
export function lawDoubts(row: AnyRow, c: DecisionCase): readonly GuardDoubt[] | 'unknown' {
  const asked = answers(row, c, 'law');
  if (asked.some(({ answer }) => answer === 'unknown')) return 'unknown';
  return asked.flatMap(({ guard, answer }) =>
    isRefusal(answer)
      ? [
          {
            code: answer.refused,
            guard: guard.name,
            cite: answer.cite,
            reason: answer.reason,
            severity: guard.severity ?? 'orange',
            grade: guard.grade ?? 'ours',
          },
        ]
      : [],
  );
}

/** What the conditions of form refuse; those that cannot be judged for want of a fact are left out. */
export function formRefusals(row: AnyRow, c: DecisionCase): readonly Refusal[] {
  return answers(row, c, 'form').flatMap(({ answer }) => (isRefusal(answer) ? [answer] : []));
}

type Answered = { readonly guard: Pick<Guard<never, never>, 'name' | 'severity' | 'grade'>; readonly answer: GuardAnswer };

function answers(row: AnyRow, c: DecisionCase, nature: 'form' | 'law'): readonly Answered[] {
  // An opening row has only input guards that leave the state alone, as its type says.
  const at = { ...c, state: c.state as BaseState };
  return [
    ...(row.guards ?? []).filter((g) => g.nature === nature).map((guard) => ({ guard, answer: guard.check({ ...at, input: null }) })),
    ...(row.inputGuards ?? [])
      .filter((g) => g.nature === nature)
      .map((guard) => ({ guard, answer: guard.check({ ...at, input: c.input as never }) })),
  ];
}
