export { TEMPLATES } from './documents.ts';
export { SUBJECT_REVIEW } from './kind.ts';
