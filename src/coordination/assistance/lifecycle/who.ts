import { cite, type May, type Role } from '#law';

export const ART_26 = cite('行政处罚法', 26);
export const ART_6 = cite('实施细则', 6);

const issuer = (roles: readonly Role[]): readonly May[] => [{ as: 'issuer', roles }];
export const DRAFTERS = issuer(['handler', 'legal-office']);
export const REVIEWERS = issuer(['legal-office', 'checker', 'deputy-head', 'head']);
export const LEADERS = issuer(['deputy-head', 'head']);
export const OFFICE = issuer(['handler', 'legal-office', 'receiver', 'checker', 'deputy-head', 'head']);
export const SEALERS = issuer(['seal-keeper', 'legal-office', 'receiver', 'deputy-head', 'head']);
const addressee = (roles: readonly Role[]): readonly May[] => [{ as: 'addressee', roles }];
export const REPLY_DRAFTERS = addressee(['liaison', 'receiver', 'handler', 'legal-office', 'deputy-head', 'head']);
export const REPLY_REVIEWERS = addressee(['legal-office', 'checker', 'deputy-head', 'head']);
export const REPLY_LEADERS = addressee(['deputy-head', 'head']);
export const REPLY_SEALERS = addressee(['seal-keeper', 'legal-office', 'receiver', 'deputy-head', 'head']);
export const RECEIVERS: readonly May[] = [
  { as: 'addressee', roles: ['liaison', 'receiver', 'handler', 'legal-office', 'deputy-head', 'head'] },
];
/** Whoever answers for the organ that was asked. */
export const ANSWERERS: readonly May[] = [{ as: 'addressee', roles: ['liaison', 'receiver', 'legal-office', 'deputy-head', 'head'] }];
