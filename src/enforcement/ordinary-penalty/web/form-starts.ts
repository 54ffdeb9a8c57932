import type { Json } from '#law';
import type { FormStarts } from '#ui/form/typed.ts';
import { weighingOf } from '../lifecycle/weighing.ts';
import { type OrdinaryPenalty, reportOf } from '../model.ts';
import type { Penalty, Report } from '../model-deciding.ts';

/**
 * The decision starts from what was told, a further report from the one before it, the first from what was proposed for filing:
 * nobody types a penalty or its basis twice.
 */
export const startsOfOrdinaryPenalty: FormStarts = (state, act) => {
  const report = 'reports' in state ? reportOf(state as unknown as OrdinaryPenalty) : null;
  if (report === null) return act === 'conclude' && typeof state['basis'] === 'string' ? { basis: state['basis'] } : null;
  if (act === 'decide') return { ...penaltyInput(report.penalty), ...weighingInput(report) };
  if (act !== 'conclude') return null;
  const { facts, violated, basis, capacity, tierReason, outcome, isGrave, grounds } = report;
  return {
    ...{ violated, basis, capacity, tierReason, outcome, isGrave, grounds: [...grounds] },
    facts: facts.map(({ fact, evidence }) => ({ fact, evidence: evidence.join('、') })),
    ...penaltyInput(report.penalty),
    ...weighingInput(report),
  };
};

function penaltyInput(penalty: Penalty | null): { readonly [key: string]: Json } {
  if (penalty === null) return {};
  const { kinds, fineFen, incomeFen, goodsFen, content } = penalty;
  return { kinds: [...kinds], fine: fineFen, income: incomeFen, goods: goodsFen, content };
}

function weighingInput(report: Report): { readonly [key: string]: Json } {
  const { tier, benchmarkTier, mitigation, proof, deviation, notFree, notLess } = weighingOf(report);
  return {
    ...{ tier, benchmarkTier, deviation, notFree, notLess },
    mitigation: [...mitigation],
    mitigationEvidence: proof.join('、') || null,
  };
}
