export { keepPhoto, refusalOfCertificate, refusalOfCertificateChange, registerCertificateChange } from './actions-change.ts';
export { holderFinder } from './actions-holders.ts';
export type { CertificateChange } from './change-plan.ts';
export { STANDING_LABELS, type Standing, standingOn } from './standing.ts';
export { certificateFacts, lendableSupervisors, type OfficerHit, type OfficerScope, officersWithin } from './store.ts';
