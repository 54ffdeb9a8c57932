export { TEMPLATES } from './documents.ts';
export { SUBJECT_CHANGE } from './kind.ts';
export { endsUnit, type SubjectChange } from './model.ts';
