export { TEMPLATES } from './documents.ts';
export { SUPERVISION_DOCUMENT } from './kind.ts';
export { RESULT_LABELS, STATUS_LABELS, type SupervisionDocument, TYPE_LABELS } from './model.ts';
