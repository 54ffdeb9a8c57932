import type { LocalDate } from '#law';
import { type Queryable, rows } from '#platform/db';
import type { Session } from '#platform/session';
import type { Links, LinksExport } from './contract.ts';
import type { Relation } from './model.ts';

/**
 * Who guides whom on a day, from the registers alone (细则 2¶5): 受委托组织 and 派驻队 by the organ they answer through,
 * townships by what they were empowered to do and which banner department has the same item or field, departments by
 * their line. `since`: from which day on without a break. Binds $1 city and $2 day.
 * The departments' items are read once and matched whole: asked for item by item a city of 100,000 entries took seconds.
 */
const LINKS = `
unit as (
  select o.id, o.region_ord, o.line_ord, r.name, r.kind, r.tier, r.region_code, r.domain, r.answers_through_id, r.line_superior_id
  from organisation o join organisation_record r on r.organisation_id = o.id and upper_inf(r.known) and r.valid @> $2::date
  where o.city = $1 and r.kind <> 'external'),
given as (
  select e.organisation_id, e.code, e.domain, left(u.region_code, 6) as banner, min(lower(e.valid)) as since
  from list_entry_record e join unit u on u.id = e.organisation_id and u.kind = 'township'
  where e.city = $1 and e.list = 'empowerment' and upper_inf(e.known) and e.valid @> $2::date group by 1, 2, 3, 4),
department as (select id, domain, left(region_code, 6) as banner from unit where kind = 'department' and tier = 'banner'),
held as materialized (
  select p.code, d.id, d.banner from list_entry_record p join department d on d.id = p.organisation_id
  where p.city = $1 and p.list = 'power' and upper_inf(p.known) and p.valid @> $2::date),
pair as (
  select t.guide_id, t.guided_id, 'township' as relation, 3 as rank, min(t.since) as since from (
    select d.id as guide_id, g.organisation_id as guided_id, g.since from given g join department d on d.banner = g.banner and d.domain = g.domain
    union all
    select h.id, g.organisation_id, g.since from given g join held h on h.banner = g.banner and h.code = g.code) t
  group by 1, 2
  union all
  select u.answers_through_id, u.id, u.kind, case u.kind when 'delegate' then 1 else 2 end, null from unit u
  where u.kind in ('delegate', 'stationed') and u.answers_through_id is not null
  union all
  select u.line_superior_id, u.id, 'counterpart', 4, null from unit u
  where u.line_superior_id is not null and u.kind in ('bureau', 'department', 'subordinate', 'vertical', 'authorised')),
link as (
  select distinct on (p.guide_id, p.guided_id) p.guide_id, p.guided_id, p.relation, coalesce(p.since, (
    select greatest(min(lower(r.valid)) filter (where held), max(upper(r.valid)) filter (where not held))
    from (select r.valid, coalesce(p.guide_id = case p.relation when 'counterpart' then r.line_superior_id else r.answers_through_id end, false) as held
      from organisation_record r where r.organisation_id = p.guided_id and upper_inf(r.known) and lower(r.valid) <= $2::date) r)) as since
  from pair p join unit g on g.id = p.guide_id where p.guide_id <> p.guided_id order by p.guide_id, p.guided_id, p.rank)`;

export type GuidanceStanding = {
  readonly guideId: string;
  readonly guidedId: string;
  /** Name of the guided organ on the day. */
  readonly guided: string;
  readonly relation: Relation;
  readonly since: LocalDate;
  /** Last day on which guidance was given that the other side has confirmed. */
  readonly lastConfirmedOn: LocalDate | null;
  /** Last day of guidance recorded that the other side has not confirmed yet. */
  readonly lastUnconfirmedOn: LocalDate | null;
  /** The first day from which this city keeps a log at all; null: none yet, so that nothing can be said of silence. */
  readonly logSince: LocalDate | null;
};

/** Every relation of a city on a day with what its log says: the facts of rule G04. Restricted matters do not count. */
export async function guidanceStanding(client: Queryable, city: number, on: LocalDate): Promise<readonly GuidanceStanding[]> {
  return rows<GuidanceStanding>(
    client,
    `with ${LINKS}
     select l.guide_id as "guideId", l.guided_id as "guidedId", u.name as guided, l.relation, l.since, c.confirmed as "lastConfirmedOn",
       c.unconfirmed as "lastUnconfirmedOn", (select min(least(g.begun_on, g.given_on)) from guidance g where g.city = $1) as "logSince"
     from link l join unit u on u.id = l.guided_id
     left join (select guide_id, guided_id, max(given_on) filter (where confirmed_on is not null) as confirmed,
         max(given_on) filter (where confirmed_on is null) as unconfirmed
       from guidance where city = $1 and label < 4 and given_on <= $2::date group by guide_id, guided_id) c
       on c.guide_id = l.guide_id and c.guided_id = l.guided_id
     order by l.guide_id, l.guided_id`,
    [city, on],
  );
}

/** Days of a half-year, both included. */
export type HalfYear = { readonly from: LocalDate; readonly through: LocalDate };

/**
 * Relations within the reader's reach (as a matter of the guide would be) on the last day of the half-year or today, with
 * what was asked, given and confirmed in it; the silent ones first.
 */
export async function guidanceLinks(
  client: Queryable,
  session: Session,
  { on, half, filter }: { readonly on: LocalDate; readonly half: HalfYear; readonly filter: LinksExport },
): Promise<Links['items']> {
  const { city, organisationId, region, line } = session;
  const values: unknown[] = [city, on, half.from, half.through, organisationId, region.lo, region.hi, line.lo, line.hi];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const parts = ['(u.region_ord between $6 and $7 or u.line_ord between $8 and $9 or l.guide_id = $5 or l.guided_id = $5)'];
  if (filter.relation !== undefined) parts.push(`l.relation = ${bind(filter.relation)}`);
  if (filter.organisation !== undefined) {
    const id = bind(filter.organisation);
    parts.push(`(l.guide_id = ${id} or l.guided_id = ${id})`);
  }
  if (filter.silent === 'true') parts.push('coalesce(c.confirmed, 0) = 0');
  if (filter.silent === 'false') parts.push('c.confirmed > 0');
  return rows<Links['items'][number]>(
    client,
    `with ${LINKS}
     select l.guide_id as "guideId", u.name as guide, l.guided_id as "guidedId", t.name as guided, l.relation, l.since,
       c.last_on as "lastOn", coalesce(c.asked, 0)::int as asked, coalesce(c.assigned, 0)::int as assigned,
       coalesce(c.confirmed, 0)::int as confirmed, coalesce(c.waiting, 0)::int as waiting
     from link l join unit u on u.id = l.guide_id join unit t on t.id = l.guided_id
     left join (select guide_id, guided_id, max(given_on) filter (where confirmed_on is not null) as last_on,
         count(*) filter (where origin = 'asked' and begun_on between $3 and $4) as asked,
         count(*) filter (where origin = 'assigned' and begun_on between $3 and $4) as assigned,
         count(*) filter (where confirmed_on is not null and given_on between $3 and $4) as confirmed,
         count(*) filter (where ended_on is null and begun_on <= $4) as waiting
       from guidance where city = $1 and label < 4 group by guide_id, guided_id) c
       on c.guide_id = l.guide_id and c.guided_id = l.guided_id
     where ${parts.join(' and ')} order by coalesce(c.confirmed, 0), c.last_on nulls first, u.region_ord, l.guide_id, l.guided_id`,
    values,
  );
}
