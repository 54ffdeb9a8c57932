export { TEMPLATES } from './documents.ts';
export { CASE_SUPERVISION } from './kind.ts';
export { HEAD_LABELS, STATUS_LABELS, type SupervisionCase } from './model.ts';
