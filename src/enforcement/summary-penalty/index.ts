export { TEMPLATES } from './documents.ts';
export { publicDecision } from './facts.ts';
export { SUMMARY_PENALTY } from './kind.ts';
export type { SummaryPenalty } from './model.ts';
export { moneyLineOf, receiptsOf } from './money-line.ts';
