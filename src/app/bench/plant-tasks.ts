import { type Pool, rows } from '#platform/db';

/** A clock and an open task for every decision, as matters that wait for somebody have them; once per database. */
export async function plantTasks(unbound: Pool): Promise<void> {
  const [planted] = await rows(unbound, `select 1 from task where kind = 'penalty-record' limit 1`);
  if (planted !== undefined) return;
  await unbound.query(`insert into clock (city, cohort, matter_id, clock_id, key, bound_id, started_on, due_on, provisional, derivation, profile_id, profile_version, region_ord, line_ord, label)
    select city, cohort, id, 'KS-01', '', home_id, current_date - 10, current_date + (abs(hashtext(id::text)) % 30), false, '{}', profile_id, profile_version, region_ord, line_ord, label
    from matter where kind = 'penalty-record'`);
  await unbound.query(`insert into task (city, cohort, matter_id, key, opened_seq, kind, act, title, subject, organisation_id, roles, clock_id, clock_key, due_on, opened_at, region_ord, line_ord, label)
    select m.city, m.cohort, m.id, 'bench', 1, m.kind, 'handle', '办理', m.title, m.home_id, array['handler'], 'KS-01', '', c.due_on, m.recorded_at, m.region_ord, m.line_ord, m.label
    from matter m join clock c on c.matter_id = m.id where m.kind = 'penalty-record'`);
  await unbound.query('vacuum analyze');
}
