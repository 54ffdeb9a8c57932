export { TEMPLATES } from './documents.ts';
export { ASSISTANCE } from './kind.ts';
export { type Assistance, REFUSAL_LABELS, WAY_LABELS } from './model.ts';
