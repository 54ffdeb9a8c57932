export { TEMPLATES } from './documents.ts';
export { SPECIAL_SUPERVISOR } from './kind.ts';
