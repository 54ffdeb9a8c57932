import type { CertificateFact, LocalDate, Need, OrganisationFact, RegisterFacts } from '#law';
import { type Client, rows } from '../db.ts';
import type { Platform } from './platform.ts';
import { CERTIFICATE_FACT, ORGANISATION_FACT, registerFacts, validOn } from './register-facts.ts';

/**
 * Adds the register facts that an act declares beside those of its actor, parties and input: what the matter's own
 * state names (an addressee before service, the officers who handled it). No round trip when all of them are there.
 */
export async function withNeeds(client: Client, facts: RegisterFacts, needs: readonly Need[], on: LocalDate): Promise<RegisterFacts> {
  const organisations = missing(needs, 'organisation', facts.organisations);
  const officers = missing(needs, 'certificates', facts.certificates);
  if (organisations.length === 0 && officers.length === 0) return facts;
  const asked = await client.query<{
    organisations: OrganisationFact[];
    certificates: CertificateFact[];
    officers: Record<string, string>;
  }>({
    name: 'needs',
    text: NEEDS,
    values: [organisations, officers, on],
  });
  const [found] = asked.rows;
  if (found === undefined) throw new Error('needs answered no row');
  const known = registerFacts(
    [...facts.organisations.values(), ...found.organisations],
    [...[...facts.certificates.values()].flat(), ...found.certificates],
  );
  return { ...known, officerNames: new Map(Object.entries(found.officers)) };
}

const LISTS: readonly Need['register'][] = ['power-item', 'benchmark', 'benchmarks-of-item', 'benchmarks-under', 'review-catalogue'];

/** What lists and benchmarks say of what an act asks about; no round trip where it asks about none. */
export async function listFacts(
  client: Client,
  { lists }: Pick<Platform, 'lists'>,
  needs: readonly Need[],
  on: LocalDate,
): Promise<Pick<RegisterFacts, 'items' | 'benchmarks' | 'itemBenchmarks' | 'violations' | 'catalogues'>> {
  const asked = needs.filter(({ register }) => LISTS.includes(register));
  if (asked.length === 0) return {};
  if (lists === undefined) throw new Error('an act asks for lists that nobody reads');
  return lists(client, asked, on);
}

/** Where an organisation stands that the act needs and whose matter this becomes; null: it has no valid record on the day. */
export async function placeOfNeeded(
  client: Client,
  id: string,
  on: LocalDate,
): Promise<{ readonly id: string; readonly regionOrd: number; readonly lineOrd: number } | null> {
  const [found] = await rows<{ id: string; regionOrd: number; lineOrd: number }>(
    client,
    `select o.id, o.region_ord as "regionOrd", o.line_ord as "lineOrd" from organisation o where o.id = $1
       and exists (select from organisation_record r where r.organisation_id = o.id and upper_inf(r.known) and ${validOn('r', 2)})`,
    [id, on],
  );
  return found ?? null;
}

function missing(needs: readonly Need[], register: Need['register'], known: ReadonlyMap<string, unknown>): string[] {
  return [...new Set(needs.filter((n) => n.register === register && n.key !== '' && !known.has(n.key)).map((n) => n.key))];
}

const NEEDS = `
with named as (
  select r.* from organisation_record r where upper_inf(r.known) and ${validOn('r', 3)} and r.organisation_id = any($1::uuid[])
), near as (
  select unnest(array[bureau_id, line_superior_id, answers_through_id, superior_id]) as id from named
)
select
  (select coalesce(jsonb_agg(${ORGANISATION_FACT}), '[]') from organisation_record r
     where upper_inf(r.known) and ${validOn('r', 3)}
       and (r.organisation_id = any($1::uuid[]) or r.organisation_id in (select id from near))) as organisations,
  (select coalesce(jsonb_agg(${CERTIFICATE_FACT}), '[]')
     from certificate_record c join officer o on o.id = c.officer_id
     where c.officer_id = any($2::uuid[]) and upper_inf(c.known) and ${validOn('c', 3)}) as certificates,
  (select coalesce(jsonb_object_agg(o.id, o.name), '{}') from officer o where o.id = any($2::uuid[])) as officers`;
