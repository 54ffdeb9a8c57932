import { newId } from '#platform/acts/ids';
import { type Queryable, rows } from '#platform/db';
import type { Organisation } from './city.ts';

/** The city, the unit's place, and as many matters as asked: bare rows for tests of what hangs on a matter. Answers their ids. */
export async function insertMatters(
  owner: Queryable,
  unit: Organisation,
  { now, count = 1, label = 2, title = '处罚决定' }: { now: number; count?: number; label?: number; title?: string },
): Promise<readonly string[]> {
  const ids = Array.from({ length: count }, () => newId(now));
  await rows(
    owner,
    `insert into matter (city, cohort, id, kind, status, title, state, seq, head, last_step_on, participants, home_id, region_ord, line_ord, label, opened_on, profile_id, profile_version, recorded_at, changed_at)
     select o.city, extract(year from $3::timestamptz at time zone 'Asia/Shanghai')::int, x.id, 'test-record', 'loaded', $5 || ' ' || x.n, '{}', 1, '\\x00', $3::timestamptz::date, '[]', o.id, o.region_ord, o.line_ord, $4, $3::timestamptz::date, 'p', 1, $3, $3
     from unnest($1::uuid[]) with ordinality as x(id, n), organisation o where o.id = $2`,
    [ids, unit.id, new Date(now).toISOString(), label, title],
  );
  return ids;
}
