import type { MatterFact } from '#law';
import { type Client, rows } from '../db.ts';
import type { InputProblem, Named } from './parse-input.ts';

/**
 * The other matters that an input names, as the actor may see them. One that is not there, lies out of sight or is of
 * another kind gives the same answer, so that no guess tells whether a matter exists.
 */
export async function namedMatters(
  client: Client,
  about: string | null,
  named: Named['matters'],
): Promise<{ readonly facts: ReadonlyMap<string, MatterFact>; readonly problem: InputProblem | null }> {
  if (named.length === 0) return { facts: new Map(), problem: null };
  const found = await rows<MatterFact>(client, NAMED, [about, named.map((n) => n.id)]);
  const facts = new Map(found.map((f) => [f.id, f]));
  const wrong = named.find((n) => !n.kinds.includes(facts.get(n.id)?.kind ?? ''));
  return {
    facts,
    problem: wrong === undefined ? null : { path: wrong.path, label: wrong.label, reason: '没有这一事项，或者您无权查看，请从列表中选择' },
  };
}

const NAMED = `
select m.id, m.kind, m.status, m.home_id as "homeId", exists (
    select 1 from matter_link l where l.matter_id = m.id and l.other_id = $1::uuid and l.relation = 'follows'
  ) as "followsThis"
from matter m where m.id = any($2::uuid[])`;
