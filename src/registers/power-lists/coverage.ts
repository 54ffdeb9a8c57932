import type { OrganisationKind, Qualification, Tier } from '#law';
import type { ListKind } from './model.ts';

export type ListingUnit = { readonly kind: OrganisationKind; readonly tier: Tier; readonly qualification: Qualification };

/** 令275 asks every organ that holds powers for a 权责清单; a team that acts in another's name has none of its own. */
const HOLDS_POWERS: readonly OrganisationKind[] = ['department', 'vertical', 'authorised', 'township', 'committee'];

/**
 * Lists that a unit must have entered: its 权责清单 (细则 8(3)) and, of departments, what they check at random (细则 8(10)) and their
 * internal systems (细则 25).
 * The four lenient lists are made by the city's departments where the law leaves room (细则 19¶2): whether a department lacks
 * one is asked by rule G08, not here.
 */
export function listsDue({ kind, qualification }: ListingUnit): readonly ListKind[] {
  if (qualification !== 'confirmed' || !HOLDS_POWERS.includes(kind)) return [];
  return kind === 'department' ? ['power', 'spot-check', 'internal-system'] : ['power'];
}

/** Which units to list: those that lack any list, those that lack none, or those that lack this one. */
export const LACKING_LABELS = {
  any: '有应录未录的',
  none: '应录的都已录入',
  power: '未录权责清单',
  'spot-check': '未录随机抽查事项清单',
  'internal-system': '未录内部监督制度',
} as const;
export type Lacking = keyof typeof LACKING_LABELS;
