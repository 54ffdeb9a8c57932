import { randomUUID } from 'node:crypto';
import { type Queryable, rows } from '#platform/db';
import type { LawPlan, RegisteredLaw } from './load-plan.ts';

export async function registeredLaws(client: Queryable): Promise<readonly RegisteredLaw[]> {
  return rows<RegisteredLaw>(
    client,
    `select name, jsonb_agg(jsonb_build_object('id', id, 'from', lower(valid), 'until', upper(valid), 'content',
       jsonb_build_object('shortNames', to_jsonb(short_names), 'level', level, 'replacedBy', replaced_by)) order by lower(valid)) as records
     from law_record where upper_inf(known) group by name order by name collate "C"`,
  );
}

/** Carries a plan out in the caller's transaction: old records superseded, new ones recorded. */
export async function carryOutLaws(client: Queryable, plan: LawPlan, by: { readonly actId: string; readonly at: string }): Promise<void> {
  await client.query('update law_record set known = tstzrange(lower(known), $2) where id = any ($1::uuid[])', [
    plan.laws.flatMap((l) => l.revision.supersede),
    by.at,
  ]);
  for (const l of plan.laws) {
    for (const r of l.revision.record) {
      await client.query(
        `insert into law_record (id, name, short_names, level, valid, known, replaced_by, act_id)
         values ($1, $2, $3, $4, daterange($5, $6), tstzrange($7, null), $8, $9)`,
        [randomUUID(), l.name, r.content.shortNames, r.content.level, r.from, r.until, by.at, r.content.replacedBy, by.actId],
      );
    }
  }
}
