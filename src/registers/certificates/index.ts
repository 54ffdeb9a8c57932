export { TEMPLATES } from './documents.ts';
export { CERTIFICATE_AFFAIR } from './kind.ts';
