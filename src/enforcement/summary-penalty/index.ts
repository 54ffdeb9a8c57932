export { TEMPLATES } from './documents.ts';
export { publicDecision } from './facts.ts';
export { SUMMARY_PENALTY } from './kind.ts';
export { correctionLinesOf } from './lifecycle/corrections.ts';
export { receiptsOf, type SummaryPenalty } from './model.ts';
export { moneyLineOf } from './money-line.ts';
