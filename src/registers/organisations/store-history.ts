import { type LocalDate, RELATIONS } from '#law';
import { type Queryable, rows } from '#platform/db';
import { basesAfter } from './bases.ts';
import type { BasisPaper, OrganisationEntry, PlannedChange, UnitRecord } from './model.ts';
import { ENTRY } from './store.ts';

/**
 * All that is recorded of a unit, oldest first: as known now, or as it was known at an instant. The act that recorded it
 * is named to those alone who may read its matter.
 */
export async function organisationHistory(
  client: Queryable,
  city: number,
  id: string,
  knownAt: string | null,
): Promise<readonly UnitRecord[]> {
  const found = await rows<UnitRecord>(
    client,
    `select ${ENTRY}, r.bases, s.name as "superiorName", l.name as "lineSuperiorName", b.name as "bureauName", w.name as "answersThroughName",
       a.matter_id as "recordedBy", lower(r.known) as "recordedAt"
     from organisation_record r join organisation o on o.id = r.organisation_id
     left join organisation_today s on s.organisation_id = r.superior_id
     left join organisation_today l on l.organisation_id = r.line_superior_id
     left join organisation_today b on b.organisation_id = r.bureau_id
     left join organisation_today w on w.organisation_id = r.answers_through_id
     left join act a on a.id = r.act_id
     where o.city = $1 and o.id = $2
       and case when $3::timestamptz is null then upper_inf(r.known) else r.known @> $3::timestamptz end order by lower(r.valid)`,
    [city, id, knownAt],
  );
  return openedBases(client, found);
}

/** Leaves the way to a matter only to those who may read it: the connection sees no other. */
async function openedBases(client: Queryable, records: readonly UnitRecord[]): Promise<readonly UnitRecord[]> {
  const named = records.flatMap((r) => RELATIONS.flatMap((relation) => r.bases[relation]?.matterId ?? []));
  const read = await rows<{ id: string }>(client, 'select id from matter where id = any ($1::uuid[])', [named]);
  const seen = new Set(read.map(({ id }) => id));
  const opened = (paper: BasisPaper): BasisPaper => ({ ...paper, matterId: seen.has(paper.matterId ?? '') ? paper.matterId : null });
  return records.map((r) => ({ ...r, bases: basesAfter(null, r, (relation) => r.bases[relation] && opened(r.bases[relation])) }));
}

/** What the register holds for later days than this: the next change of each unit. */
export async function plannedChanges(client: Queryable, city: number, on: LocalDate): Promise<readonly PlannedChange[]> {
  return rows<PlannedChange>(
    client,
    `select distinct on (o.id) o.id, coalesce(n."from", upper(r.valid)) as "from", n.name, s.name as "superiorName",
       n.qualification, n.id is null as ends, r.id is null as begins
     from organisation o
     left join organisation_record r on r.organisation_id = o.id and upper_inf(r.known) and r.valid @> $2::date
     left join lateral (select p.id, lower(p.valid) as "from", p.name, p.superior_id, p.qualification from organisation_record p
       where p.organisation_id = o.id and upper_inf(p.known) and lower(p.valid) > $2::date order by lower(p.valid) limit 1) n on true
     left join organisation_today s on s.organisation_id = n.superior_id and n.superior_id is distinct from r.superior_id
     where o.city = $1 and (n.id is not null or not upper_inf(r.valid))`,
    [city, on],
  );
}

/** Today's name of a unit of the city; null: there is no such unit. */
export async function nameToday(client: Queryable, city: number, id: string): Promise<string | null> {
  const [found] = await rows<Pick<OrganisationEntry, 'name'>>(
    client,
    'select name from organisation_today where city = $1 and organisation_id = $2',
    [city, id],
  );
  return found?.name ?? null;
}
