import type { PenaltyKind } from '../penalty.ts';
import { parameterOf } from '../profile.ts';
import type { RuleContext } from '../rule.ts';
import type { DecisionDay, FineFact, KindsFact, ProcedureFact } from './facts.ts';

/** 失信信息分类 of the credit-repair measures of 2026, by the examples known so far; the lists of the trades are not loaded. */
export const CREDIT_CLASS_LABELS = { minor: '轻微失信信息', general: '一般失信信息', serious: '严重失信信息' } as const;
export type CreditClass = keyof typeof CREDIT_CLASS_LABELS;

const SLIGHT: ReadonlySet<PenaltyKind> = new Set(['CF01', 'CF02']);
const GRAVE: ReadonlySet<PenaltyKind> = new Set(['CF08', 'CF12']);
const ORDINARY: ReadonlySet<PenaltyKind> = new Set(['CF01', 'CF02', 'CF03', 'CF04', 'CF05']);

/** 警告、通报批评 and nothing beside them. */
export function isReproofAlone(kinds: readonly PenaltyKind[]): boolean {
  return kinds.length > 0 && kinds.every((kind) => SLIGHT.has(kind));
}

/** null: the examples do not say to which class the decision belongs (a very high fine, suspension, closure …). */
export function creditClassOf(facts: DecisionDay & KindsFact & FineFact & ProcedureFact, context: RuleContext): CreditClass | null {
  const { kinds, kindsUnclear, procedure, fineFen } = facts;
  if (procedure === 'summary') return 'minor';
  if (kinds.some((kind) => GRAVE.has(kind))) return 'serious';
  if (kindsUnclear || kinds.length === 0) return null;
  if (isReproofAlone(kinds)) return 'minor';
  if (!kinds.every((kind) => ORDINARY.has(kind))) return null;
  const huge = parameterOf(context.profile, 'P05.huge-fine-fen', facts.decidedOn);
  return huge !== null && fineFen !== null && fineFen >= huge.value ? null : 'general';
}
