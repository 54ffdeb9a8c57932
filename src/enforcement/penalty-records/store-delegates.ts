import type { LocalDate } from '#law';
import type { DelegationDeed } from '#law/rules/index';
import { type Queryable, rows } from '#platform/db';
import type { Delegate, Delegates } from './loading/delegates.ts';
import type { ListedDays } from './loading/power-lists.ts';

type Row = {
  readonly id: string;
  readonly name: string;
  readonly spans: readonly ListedDays[];
  readonly deeds: readonly (DelegationDeed & { readonly organId: string; readonly until: LocalDate })[] | null;
};

/** Which of these units are delegates at any time, and what these organs have delegated to them, in one query. */
export async function delegatesEver(client: Queryable, organIds: readonly string[], unitIds: readonly string[]): Promise<Delegates> {
  if (unitIds.length === 0) return new Map();
  const found = await rows<Row>(client, DELEGATES, [unitIds, organIds]);
  return new Map(found.map(({ id, name, spans, deeds }): [string, Delegate] => [id, { name, spans, deeds: byOrgan(deeds ?? []) }]));
}

function byOrgan(deeds: NonNullable<Row['deeds']>): Delegate['deeds'] {
  const groups = new Map<string, DelegationDeed[]>();
  for (const { organId, items, from, until } of deeds) groups.set(organId, [...(groups.get(organId) ?? []), { items, from, until }]);
  return groups;
}

/** A deed holds from the day both sides have signed it, to the last day of its term or the day before it was ended. */
const DELEGATES = `
select r.organisation_id as id, (array_agg(r.name order by lower(r.valid) desc nulls last))[1] as name,
  jsonb_agg(jsonb_build_object('from', coalesce(lower(r.valid), '0001-01-01'), 'until', upper(r.valid))) as spans,
  (select jsonb_agg(jsonb_build_object('organId', d.delegator_id, 'items', d.items, 'from', greatest(d.term_from, d.countersigned_on),
      'until', least(d.term_to + 1, d.ended_on)) order by d.matter_id)
   from delegation d where d.delegate_id = r.organisation_id and d.delegator_id = any($2::uuid[]) and d.countersigned_on is not null) as deeds
from organisation_record r
where r.organisation_id = any($1::uuid[]) and r.kind = 'delegate' and upper_inf(r.known) group by r.organisation_id`;
