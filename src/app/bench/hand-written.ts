import { LEADER_ROLES } from '#law';
import { type Pool, rows } from '#platform/db';
import type { Session } from '#platform/session';

export type Page = 'by-change' | 'by-due' | 'tasks' | 'findings';

/** The same page as a careful hand would write it for a database without row security: twenty rows and the count up to ten thousand. */
export async function handWritten(pool: Pool, page: Page, session: Session): Promise<readonly string[]> {
  const { list, count, values } = STATEMENTS[page](session);
  const found = await rows<{ id: string }>(pool, list, values);
  if (count !== null) await rows(pool, count, values);
  return found.slice(0, 20).map((row) => row.id);
}

type Statement = { readonly list: string; readonly count: string | null; readonly values: readonly unknown[] };

/** Whose rows: the unit's own place, its range, or a part in the matter. */
function within({ region, line, labelMax, organisationId }: Session, alias: string, id: string): string {
  return `${alias}.label <= ${labelMax} and (${alias}.region_ord between ${region.lo} and ${region.hi} or ${alias}.line_ord between ${line.lo} and ${line.hi}
    or ${alias}.${id} in (select p.matter_id from participant p where p.organisation_id = '${organisationId}'))`;
}

const DUE = `left join lateral (select c.due_on, c.started_on, c.provisional, c.clock_id from clock c
  where c.city = m.city and c.cohort = m.cohort and c.matter_id = m.id and c.stopped_on is null order by c.due_on nulls last limit 1) d on true`;

function matters(session: Session, order: string): Statement {
  const where = `m.kind = 'penalty-record' and ${within(session, 'm', 'id')}`;
  return {
    list: `select m.id, m.kind, m.title, m.status, m.opened_on, m.closed_on, m.changed_at, m.label,
      (select r.name from organisation_today r where r.organisation_id = m.home_id) as home,
      (select x.number from document x where x.matter_id = m.id and x.number is not null order by x.seq desc limit 1) as number,
      d.due_on, d.started_on, d.provisional, d.clock_id
      from matter m ${DUE} where ${where} order by ${order} limit 21`,
    count: `select count(*)::int as n from (select 1 from matter m where ${where} limit 10001) c`,
    values: [],
  };
}

const STATEMENTS: Readonly<Record<Page, (session: Session) => Statement>> = {
  'by-change': (session) => matters(session, 'm.changed_at desc, m.id desc'),
  'by-due': (session) => matters(session, `coalesce(d.due_on, '9999-12-31') asc, m.id asc`),
  tasks: (session) => ({
    list: `select t.matter_id as id, t.key, t.kind, t.title, t.subject, t.act, t.due_on, t.clock_id, c.started_on, c.provisional, t.opened_at,
      (select x.number from document x where x.matter_id = t.matter_id and x.number is not null order by x.seq desc limit 1) as number
      from task t left join clock c on c.city = t.city and c.cohort = t.cohort and c.matter_id = t.matter_id and c.clock_id = t.clock_id and c.key = t.clock_key
      where t.closed_at is null and t.organisation_id = $1 and (t.post_id = $2 or (t.post_id is null and (t.roles @> array[$3::text]
        ${LEADER_ROLES.includes(session.role) ? 'or not exists (select 1 from post v where v.organisation_id = t.organisation_id and v.role = any(t.roles) and v.held @> current_date)' : ''})))
      and (t.label < 4 or t.matter_id in (select g.matter_id from access_grant g where g.account_id = $4 and g.held @> now()))
      order by coalesce(t.due_on, '9999-12-31'), t.matter_id, t.key limit 21`,
    count: null,
    values: [session.organisationId, session.postId, session.role, session.accountId],
  }),
  findings: (session) => {
    const where = `f.tab = 'open' and f.label < 4 and ${within(session, 'f', 'matter_id')}`;
    return {
      list: `select f.id, f.rule_id, f.severity, f.gravity, f.status, f.subject, f.matter_id, f.organisation_id,
        (select r.name from organisation_today r where r.organisation_id = f.organisation_id) as unit,
        f.because, f.facts, f.missing, f.stands, f.opened_at, f.changed_at
        from finding f where ${where} order by f.gravity desc, f.opened_at desc, f.id desc limit 21`,
      count: `select count(*)::int as n from (select 1 from finding f where ${where} limit 10001) c`,
      values: [],
    };
  },
};
