import type { OrganisationFact } from '#law';

export type Recipients = { readonly bureauId: string | null; readonly reviewerId: string | null; readonly upperId: string | null };
type Organ = Pick<OrganisationFact, 'kind' | 'leadKind' | 'bureauId' | 'lineSuperiorId' | 'superiorId' | 'answersThroughId'>;

/**
 * With whom a major penalty is filed (备案办法 4): a department with its own government, for which the 司法行政部门 of its
 * level acts (细则 18), and its upper department; a vertical organ with the upper department alone; a government with the
 * upper government; who decides by delegation with the delegating organ. `of` finds the neighbours.
 */
export function recipientsOf(organ: Organ, of: (id: string) => Organ | undefined): Recipients {
  const { kind, leadKind, bureauId, lineSuperiorId, superiorId, answersThroughId } = organ;
  if (leadKind === 'vertical') return { bureauId, reviewerId: null, upperId: lineSuperiorId ?? superiorId };
  if (kind === 'government') {
    const upper = superiorId === null ? undefined : of(superiorId);
    return { bureauId, reviewerId: upper?.bureauId ?? null, upperId: null };
  }
  // A 司法行政部门 does not review its own penalties: the one above does.
  if (kind === 'bureau') return { bureauId: lineSuperiorId, reviewerId: lineSuperiorId, upperId: null };
  if (kind === 'delegate' && answersThroughId !== null) return { bureauId, reviewerId: answersThroughId, upperId: null };
  return { bureauId, reviewerId: bureauId, upperId: kind === 'township' ? null : lineSuperiorId };
}
