export { TEMPLATES } from './documents.ts';
export { REFERRAL, SEALED_REFERRAL } from './kind.ts';
export type { Referral, SealedReferral } from './model.ts';
