import type { OrganisationFact } from './matter-kind.ts';
import type { OrganisationKind } from './roles.ts';

/** Relations of a unit that rest on a paper each (细则 2): who supervises it, who guides its work, in whose name or from whom it comes. */
export const RELATION_LABELS = {
  supervision: '监督关系',
  guidance: '条线、业务指导关系',
  entrusting: '委托、派驻或者归口关系',
} as const;
export type Relation = keyof typeof RELATION_LABELS;
export const RELATIONS = Object.keys(RELATION_LABELS) as readonly Relation[];

/** Which column of a unit's record names the other side of each relation. */
export const OTHER_SIDE = {
  supervision: 'bureauId',
  guidance: 'lineSuperiorId',
  entrusting: 'answersThroughId',
} as const satisfies Record<Relation, keyof OrganisationFact>;

/** The name that a relation bears for a unit of a kind. */
export function relationName(relation: Relation, kind: OrganisationKind): string {
  if (relation !== 'entrusting') return RELATION_LABELS[relation];
  if (kind === 'delegate') return '委托关系';
  return kind === 'stationed' ? '派驻关系' : '归口关系';
}
