import type { Role } from '#law';

/** Whoever keeps lists in the unit; a small one has its receiver alone. */
export const KEEPERS: readonly Role[] = ['handler', 'legal-office', 'supervisor', 'receiver'];
/** A small unit has no legal office: a leader reviews there, and says so where the same signs. */
export const REVIEWERS: readonly Role[] = ['legal-office', 'checker', 'supervisor', 'deputy-head', 'head'];
export const LEADERS: readonly Role[] = ['deputy-head', 'head'];
