import { cite, type GuardAnswer, type GuardCase, type Role, refuse } from '#law';

export const MANAGERS: readonly Role[] = ['supervisor', 'deputy-head', 'head'];
export const MANAGER = [{ as: 'manager', roles: MANAGERS }] as const;

/** One library serves the whole city: only the city's bureau loads it and settles what it leaves open (细则 8(1)). */
export function byCityBureau({ actor, facts }: Pick<GuardCase<unknown, unknown>, 'actor' | 'facts'>): GuardAnswer {
  const own = facts.organisations.get(actor.organisationId ?? '');
  const isOurs = own?.kind === 'bureau' && own.tier === 'city';
  return isOurs ? null : refuse('not-city-bureau', cite('实施细则', 8, undefined, 1), '法规文本由市级司法行政部门载入');
}
