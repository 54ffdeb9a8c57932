import { type Queryable, rows } from '../db.ts';
import type { Standing } from './difference.ts';
import { EMPTY_PATTERN, type Pattern } from './pattern.ts';

/** Where a matter stands in the trees and who may see it; copied to its findings. */
export type MatterPlace = {
  readonly matterId: string;
  readonly city: number;
  readonly cohort: number;
  readonly regionOrd: number;
  readonly lineOrd: number;
  readonly label: number;
  readonly subject: string;
};

export type MatterKey = Pick<MatterPlace, 'matterId' | 'city' | 'cohort'>;

/** Locks the matters by id, so that two writers of findings never work on one matter at once, and reads their places. */
export async function lockPlaces(client: Queryable, matterIds: readonly string[]): Promise<readonly MatterPlace[]> {
  const found = await client.query<MatterPlace>({
    ...namedForOne('lock place', matterIds),
    text: `select m.id as "matterId", m.city, m.cohort, m.region_ord as "regionOrd", m.line_ord as "lineOrd", m.label, m.title as subject
     from matter m where m.id = any($1::uuid[]) order by m.id for no key update`,
    values: [matterIds],
  });
  return found.rows;
}

/** One matter is asked about behind each of its acts: planned once by a connection. Many at once are planned for how many they are. */
function namedForOne(name: string, of: readonly unknown[]): { readonly name?: string } {
  return of.length === 1 ? { name } : {};
}

export type Before = {
  readonly standing: readonly Standing[];
  readonly judged: {
    readonly patternId: string;
    readonly pattern: Pattern;
    readonly organisationId: string;
    readonly batchId: string | null;
  } | null;
};
export const NOTHING_BEFORE: Before = { standing: [], judged: null };

/** The state of a finding and its key, as one JSON object in the row's own names. */
export const STANDING = `to_jsonb(f) - '{head,gravity,tab,region_ord,line_ord,label,subject}'::text[]
  || jsonb_build_object('head', encode(f.head, 'hex'))`;

type Row = {
  matter_id: string;
  standing: Standing[];
  pattern_id: string | null;
  pattern: Pattern | null;
  organisation_id: string | null;
  batch_id: string | null;
};

/**
 * What stands about each matter by these rules, in one round trip for thousands; matters without anything are absent from
 * the answer. Each pattern is told with the first matter that has it: thousands share a few.
 */
export async function loadBefore(
  client: Queryable,
  places: readonly MatterKey[],
  rules: readonly string[],
): Promise<ReadonlyMap<string, Before>> {
  // The rules stand in the filter, not in the condition: there they would lead to an index by rule, and through all of its findings.
  const { rows: found } = await client.query<Row>({
    ...namedForOne('standing', places),
    text: `select w.matter_id, f.standing, j.pattern as pattern_id, j.organisation_id, j.batch_id,
       case when row_number() over (partition by j.pattern) = 1 then jsonb_build_object('asked', p.asked, 'missing', p.missing) end as pattern
     from unnest($1::int[], $2::int[], $3::uuid[]) as w(city, cohort, matter_id)
     left join judgement j on j.city = w.city and j.cohort = w.cohort and j.matter_id = w.matter_id
     left join judgement_pattern p on p.id = j.pattern
     left join lateral (select coalesce(jsonb_agg(${STANDING}) filter (where f.rule_id = any($4::text[])), '[]') as standing
       from finding f where f.city = w.city and f.cohort = w.cohort and f.matter_id = w.matter_id) f on true
     where j.pattern is not null or f.standing <> '[]'`,
    values: [places.map((p) => p.city), places.map((p) => p.cohort), places.map((p) => p.matterId), rules],
  });
  const patterns = new Map(found.map((row) => [row.pattern_id, row.pattern] as const).filter(([, pattern]) => pattern !== null));
  return new Map(found.map((row) => [row.matter_id, { standing: row.standing, judged: judged(row, patterns) }]));
}

function judged(row: Row, patterns: ReadonlyMap<string | null, Pattern | null>): Before['judged'] {
  if (row.pattern_id === null || row.organisation_id === null) return null;
  const pattern = patterns.get(row.pattern_id) ?? EMPTY_PATTERN;
  return { patternId: row.pattern_id, pattern, organisationId: row.organisation_id, batchId: row.batch_id };
}

/** One writer of what is judged of a city's units at a time; held until the end of the transaction. */
export async function lockUnitPlaces(client: Queryable, city: number): Promise<void> {
  await client.query(`select pg_advisory_xact_lock(hashtext('penalty units'), $1)`, [city]);
}

/**
 * The place of a unit whose year is judged as a whole (reach organisation): its findings stand under the unit's own id
 * in the place of a matter's, so that they are seen by whoever sees the unit.
 */
export async function unitPlaces(client: Queryable, organisationIds: readonly string[], year: number): Promise<readonly MatterPlace[]> {
  return rows<MatterPlace>(
    client,
    `select o.id as "matterId", o.city, $2::int as cohort, o.region_ord as "regionOrd", o.line_ord as "lineOrd", 1 as label,
       r.name || ' ' || $2 || '年度' as subject
     from organisation o join organisation_today r on r.organisation_id = o.id
     where o.id = any($1::uuid[]) order by o.id`,
    [organisationIds, year],
  );
}
