import type { May, Role } from '#law';

export const LEADERS: readonly Role[] = ['head', 'deputy-head', 'government-leader'];
const DRAFTERS: readonly Role[] = ['supervisor', 'legal-office'];
/** Small units: whoever receives may be the leader himself. */
export const RECEIVERS: readonly Role[] = ['receiver', 'handler', 'legal-office', 'government-office', ...LEADERS];
const REVIEWERS: readonly Role[] = ['checker', 'legal-office', 'deputy-head', 'head'];

const issuer = (roles: readonly Role[]): readonly May[] => [{ as: 'issuer', roles }];
const addressee = (roles: readonly Role[]): readonly May[] => [{ as: 'addressee', roles }];

/** Who may what, in the words of the lifecycle tables. */
export const BY = {
  drafter: issuer(DRAFTERS),
  /** 核稿: another supervisor; a department's legal office of one person passes it to its leaders. */
  secondReader: issuer(['supervisor', 'checker', 'legal-office', 'deputy-head', 'head']),
  reviewer: issuer(REVIEWERS),
  signatory: issuer(LEADERS),
  insideIssuer: issuer(['supervisor', 'checker', 'legal-office', 'deputy-head', 'head']),
  /** A department without a keeper of the seal lets its legal office seal what its leader has signed. */
  sealKeeper: issuer(['seal-keeper', 'checker', 'legal-office', 'deputy-head', 'head']),
  sender: issuer(['supervisor', 'legal-office', 'checker', 'seal-keeper', 'deputy-head', 'head']),
  /** The written report reaches the issuer, and the bureau where another organ has issued. */
  reportReceiver: [
    { as: 'issuer', roles: ['supervisor', 'legal-office', 'checker', 'receiver', 'deputy-head', 'head'] },
    { as: 'bureau', roles: ['supervisor', 'checker', 'receiver', 'deputy-head', 'head'] },
  ],
  receiver: addressee(RECEIVERS),
  addresseeLeader: addressee(LEADERS),
  handler: addressee(['handler', 'legal-office', 'receiver', 'government-office', ...LEADERS]),
  legalOffice: addressee(['legal-office', ...LEADERS]),
  system: [{ as: 'system' }],
} as const satisfies Record<string, readonly May[]>;
