import type { May, Need, Role } from '#law';
import type { NormativeFiling } from '../model.ts';

export const MAKER_ROLES: readonly Role[] = [
  ...(['handler', 'legal-office', 'supervisor', 'checker', 'receiver', 'government-office'] as const),
  ...(['deputy-head', 'head', 'government-leader'] as const),
];
export const LEADER_ROLES: readonly Role[] = ['deputy-head', 'head'];
export const OFFICE_ROLES: readonly Role[] = ['supervisor', 'checker', 'deputy-head', 'head'];
export const SEALER_ROLES: readonly Role[] = ['seal-keeper', 'checker', 'deputy-head', 'head'];
export const GOVERNMENT_ROLES: readonly Role[] = ['government-office', 'government-leader'];

const may = (as: string, roles: readonly Role[]): readonly May[] => [{ as, roles }];
export const MAKER_SIDE = may('maker', MAKER_ROLES);
export const OFFICE = may('bureau', OFFICE_ROLES);
export const LEADERS = may('bureau', LEADER_ROLES);
export const SEALERS = may('bureau', SEALER_ROLES);
/** The government itself, or its 司法行政部门 for a decision taken on paper. */
export const GOVERNMENT: readonly May[] = [...may('recipient', GOVERNMENT_ROLES), ...OFFICE];
export const PLATFORM: readonly May[] = [{ as: 'system' }];

/** Names of all three sides, for the documents. */
export const sidesNeeded = (s: NormativeFiling | null): readonly Need[] =>
  s === null
    ? []
    : [s.makerId, s.bureauId, ...(s.recipientId === null ? [] : [s.recipientId])].map((key) => ({ register: 'organisation', key }));
