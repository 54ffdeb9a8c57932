import { type OrganisationFact, OTHER_SIDE, RELATIONS, type Relation } from '#law';
import type { Bases, BasisPaper } from './model.ts';

type Related = Pick<OrganisationFact, 'bureauId' | 'lineSuperiorId' | 'answersThroughId'>;

/** What is said anew of the paper of a relation; undefined: nothing, null: that there is none. */
export type SaidOfBasis = (relation: Relation, isChanged: boolean) => BasisPaper | null | undefined;

/**
 * The papers of a record that follows another: a paper stands as long as the relation that it founded, and never for the
 * one that comes after it.
 */
export function basesAfter(was: (Related & { readonly bases: Bases }) | null, next: Related, said: SaidOfBasis): Bases {
  const bases: Partial<Record<Relation, BasisPaper>> = {};
  for (const relation of RELATIONS) {
    const other = next[OTHER_SIDE[relation]];
    if (other === null) continue;
    const isChanged = was === null || was[OTHER_SIDE[relation]] !== other;
    const named = said(relation, isChanged);
    const paper = named === undefined && !isChanged ? was.bases[relation] : named;
    if (paper != null) bases[relation] = paper;
  }
  return bases;
}

/** 《…》（文号，日期）. */
export function basisWords({ name, number, on }: Pick<BasisPaper, 'name' | 'number' | 'on'>): string {
  return `《${name}》（${number}，${on}）`;
}
