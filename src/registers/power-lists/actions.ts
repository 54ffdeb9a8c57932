import { randomUUID } from 'node:crypto';
import type { ListKind } from '#law';
import { type Queryable, rows } from '#platform/db';
import type { ListPlan, RegisteredEntry } from './load-plan.ts';

/** Of one unit, certain lists alone. */
export type OfUnit = { readonly organisationId: string; readonly lists: readonly ListKind[] };

/** Every line of a city's lists as known now, with its periods. */
export async function registeredEntries(client: Queryable, city: number, of?: OfUnit): Promise<readonly RegisteredEntry[]> {
  return rows<RegisteredEntry>(
    client,
    `select list, organisation_id as "organisationId", code, jsonb_agg(jsonb_build_object('id', id, 'from', lower(valid),
       'until', upper(valid), 'content', jsonb_build_object('name', name, 'powerKind', power_kind, 'basis', basis, 'duty', duty,
       'accountability', accountability, 'conditions', conditions, 'measure', measure, 'decision', decision,
       'publishedOn', published_on, 'publishedAt', published_at, 'domain', domain, 'evaluatedOn', evaluated_on, 'post', post,
       'officer', officer, 'certificate', certificate)) order by lower(valid)) as records
     from list_entry_record where city = $1 and upper_inf(known)${of === undefined ? '' : ' and organisation_id = $2 and list = any ($3::text[])'}
     group by list, organisation_id, code
     order by list, organisation_id, code collate "C"`,
    of === undefined ? [city] : [city, of.organisationId, of.lists],
  );
}

/** Carries a plan out in the caller's transaction: old lines superseded, new ones recorded, all in two statements. */
export async function carryOutLists(
  client: Queryable,
  city: number,
  plan: Pick<ListPlan, 'entries'>,
  by: { readonly actId: string; readonly at: string },
): Promise<void> {
  await client.query('update list_entry_record set known = tstzrange(lower(known), $2) where id = any ($1::uuid[])', [
    plan.entries.flatMap((entry) => entry.revision.supersede),
    by.at,
  ]);
  const recorded = plan.entries.flatMap(({ list, organisationId, code, revision }) =>
    revision.record.map(({ from, until, content }) => ({ id: randomUUID(), list, organisationId, code, from, until, ...content })),
  );
  await client.query(
    `insert into list_entry_record (id, city, list, organisation_id, code, name, power_kind, basis, duty, accountability, conditions,
       measure, decision, published_on, published_at, domain, evaluated_on, post, officer, certificate, valid, known, act_id, level)
     select id, $2, list, "organisationId", code, name, "powerKind", basis, duty, accountability, conditions, measure, decision,
       "publishedOn", "publishedAt", domain, "evaluatedOn", post, officer, certificate, daterange("from", "until"), tstzrange($3, null), $4,
       coalesce((select array_position(array['city', 'banner', 'township'], t.tier) from organisation_today t
                 where t.organisation_id = e."organisationId"), 4)
     from jsonb_to_recordset($1) as e (id uuid, list text, "organisationId" uuid, code text, "from" date, "until" date, name text,
       "powerKind" text, basis text, duty text, accountability text, conditions text, measure text, decision text,
       "publishedOn" date, "publishedAt" text, domain text, "evaluatedOn" date, post text, officer text, certificate text)`,
    [JSON.stringify(recorded), city, by.at, by.actId],
  );
}
