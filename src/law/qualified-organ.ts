import type { Citation } from './citation.ts';
import type { Guard } from './matter-kind.ts';
import { refuse } from './outcome.ts';

/**
 * Who has no qualification as a subject decides nothing that stands. `name`: the sentence; `does`: what it cannot do in its own
 * name. Asked of the organ that acts, so that it may stand on an act that opens a matter.
 */
export function organQualified(cite: Citation, name: string, does: string): Guard<never, never> {
  return {
    ...{ name, nature: 'law', cite, severity: 'red', grade: 'statute' },
    check: ({ actor, facts }) => {
      const organ = facts.organisations.get(actor.organisationId ?? '');
      if (organ === undefined) return 'unknown';
      if (organ.kind === 'delegate' || organ.kind === 'external')
        return refuse('not-subject', cite, `${organ.name}不能以自己的名义${does}`);
      return organ.qualification === 'confirmed'
        ? null
        : refuse('not-qualified', cite, `${organ.name}的执法主体资格未确认、已暂停或者注销`);
    },
  };
}
