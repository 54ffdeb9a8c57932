import type { BaseState, MatterFact, NamedFacts, Need } from '#law';
import { type Client, rows } from '../db.ts';
import type { Kinds } from './kinds.ts';
import type { InputProblem, Named } from './parse-input.ts';

/**
 * The other matters that an input names, as the actor may see them. One that is not there, lies out of sight or is of
 * another kind gives the same answer, so that no guess tells whether a matter exists.
 */
export async function namedMatters(
  client: Client,
  kinds: Kinds,
  about: string | null,
  named: Named['matters'],
): Promise<{ readonly facts: ReadonlyMap<string, MatterFact>; readonly problem: InputProblem | null }> {
  if (named.length === 0) return { facts: new Map(), problem: null };
  const ids = named.map((n) => n.id);
  const facts = await matterFacts(client, kinds, about, ids);
  const wrong = named.find((n) => !n.kinds.includes(facts.get(n.id)?.kind ?? ''));
  return {
    facts,
    problem: wrong === undefined ? null : { path: wrong.path, label: wrong.label, reason: '没有这一事项，或者您无权查看，请从列表中选择' },
  };
}

/** Adds the matters that the state itself names, where an act declares that it asks about them. No round trip without such. */
export async function withNeededMatters(
  client: Client,
  kinds: Kinds,
  about: string | null,
  known: ReadonlyMap<string, MatterFact>,
  needs: readonly Need[],
): Promise<ReadonlyMap<string, MatterFact>> {
  const ids = needs.filter((n) => n.register === 'matter' && !known.has(n.key)).map((n) => n.key);
  return ids.length === 0 ? known : new Map([...known, ...(await matterFacts(client, kinds, about, ids))]);
}

type NamedRow = Omit<MatterFact, keyof NamedFacts> & { readonly state: BaseState };
const NOTHING: NamedFacts = { type: null, about: [], isIssued: false };

async function matterFacts(
  client: Client,
  kinds: Kinds,
  about: string | null,
  ids: readonly string[],
): Promise<ReadonlyMap<string, MatterFact>> {
  const found = await rows<NamedRow>(client, NAMED, [about, ids]);
  return new Map(found.map(({ state, ...row }) => [row.id, { ...row, ...(kinds.get(row.kind)?.named?.(state) ?? NOTHING) }]));
}

const NAMED = `
select m.id, m.kind, m.status, m.home_id as "homeId", m.state, exists (
    select 1 from matter_link l where l.matter_id = m.id and l.other_id = $1::uuid and l.relation = 'follows'
  ) as "followsThis"
from matter m where m.id = any($2::uuid[])`;
