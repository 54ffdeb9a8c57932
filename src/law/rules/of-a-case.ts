import type { SupervisionRule } from '../rule.ts';

/** What rules about a whole case have in common. */
export const OF_A_CASE = { version: 1, grade: 'statute', reach: 'matter', head: '8(7)' } as const satisfies Partial<SupervisionRule<never>>;
