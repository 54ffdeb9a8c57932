export { TEMPLATES } from './documents.ts';
export { judgedNo, lastDecision, publicDecision } from './facts.ts';
export { ORDINARY_PENALTY } from './kind.ts';
export { correctionLinesOf } from './lifecycle/corrections.ts';
export { moneyLineOf, receiptsOf } from './lifecycle/money-line.ts';
export type { OrdinaryPenalty } from './model.ts';
