import type { LocalDate, PenaltyKind } from '#law';
import { type Queryable, rows } from '#platform/db';
import { MOST_PEERS } from './rules/earlier-fines.ts';
import type { FinesOfDay } from './rules/like-window.ts';
import type { DueGroup } from './store-groups.ts';

type Place = { readonly mark: string; readonly decidedOn: LocalDate; readonly matterId: string };
/** After which member a page goes on; null from the first. */
export type After = Place | null;

/** A decision as its like cases are compared with it. */
export type LikeMember = Place & {
  readonly fineFen: number | null;
  readonly conduct: string | null;
  readonly kinds: readonly PenaltyKind[];
};
/** A decision as the other fines of its party are compared with it. */
export type FinedMember = Place & {
  readonly organ: string;
  readonly number: string;
  readonly written: string;
  readonly fineFen: number | null;
  readonly conduct: string | null;
  readonly narrative: string | null;
  readonly actStartedOn: LocalDate | null;
  readonly actEndedOn: LocalDate | null;
};

type Between = readonly Pick<DueGroup, 'mark' | 'from' | 'until'>[];

function bound(city: number, groups: Between): unknown[] {
  return [city, groups.map((g) => g.mark), groups.map((g) => g.from), groups.map((g) => g.until)];
}

const COUNTED = 'p.city = $1 and p.counted and p.label < 4';

/** The records of several groups. */
function membersOf(column: string): string {
  return `unnest($2::text[], $3::date[], $4::date[]) as g(mark, since, until)
    join penalty_record p on ${COUNTED} and p.${column} = g.mark and p.decided_on between g.since and g.until`;
}

/** One group alone is read along its index, however large it is: a page costs a page. */
function pageOf(column: string, groups: Between, after: After, more = ''): { readonly from: string; readonly order: string } {
  const place = after === null ? '' : ' and (p.decided_on, p.matter_id) > ($6, $7)';
  if (groups.length !== 1) {
    const behind = after === null ? '' : 'where (g.mark, p.decided_on, p.matter_id) > ($8, $6, $7)';
    return { from: `from ${membersOf(column)} ${more} ${behind}`, order: 'order by g.mark, p.decided_on, p.matter_id limit $5' };
  }
  const within = `p.${column} = ($2::text[])[1] and p.decided_on between ($3::date[])[1] and ($4::date[])[1]`;
  return {
    from: `from penalty_record p ${more} where ${COUNTED} and ${within}${place}`,
    order: 'order by p.decided_on, p.matter_id limit $5',
  };
}

function pageValues(city: number, groups: Between, after: After, limit: number): unknown[] {
  const place = after === null ? [] : [after.decidedOn, after.matterId, ...(groups.length === 1 ? [] : [after.mark])];
  return [...bound(city, groups), limit, ...place];
}

/** Members of like groups by group and day. */
export async function likeMembers(
  client: Queryable,
  city: number,
  groups: Between,
  after: After,
  limit: number,
): Promise<readonly LikeMember[]> {
  const { from, order } = pageOf('likeness', groups, after);
  return rows<LikeMember>(
    client,
    `select p.likeness as mark, p.decided_on as "decidedOn", p.matter_id as "matterId", p.fine_fen as "fineFen", p.conduct, p.kinds ${from} ${order}`,
    pageValues(city, groups, after, limit),
  );
}

/** What the members of like groups were fined, by day and amount: as small as the group is alike. */
export async function likeFines(client: Queryable, city: number, groups: Between): Promise<ReadonlyMap<string, readonly FinesOfDay[]>> {
  const found = await rows<FinesOfDay & { mark: string }>(
    client,
    `select g.mark, p.decided_on as "decidedOn", p.fine_fen as "fineFen", count(*)::int as cases
     from ${membersOf('likeness')} where p.fine_fen > 0 group by 1, 2, 3`,
    bound(city, groups),
  );
  return byMark(found);
}

// The row is taken out of the state once: it is large, and each look into it would unpack it again.
const MATTER = `join matter m on m.city = p.city and m.cohort = p.cohort and m.id = p.matter_id
  cross join lateral (select m.state -> 'row' as told offset 0) s`;
const FINED = `p.decided_on as "decidedOn", p.matter_id as "matterId", p.number_key as number, p.number as written, p.fine_fen as "fineFen", p.conduct,
  s.told ->> 'facts' as narrative, (s.told -> 'extension' ->> 'actStartedOn')::date as "actStartedOn",
  (s.told -> 'extension' ->> 'actEndedOn')::date as "actEndedOn",
  coalesce((select r.name from organisation_today r where r.organisation_id = p.organ_id), p.organ_name) as organ`;

/** Decisions against one party by party and day. */
export async function finedMembers(
  client: Queryable,
  city: number,
  groups: Between,
  after: After,
  limit: number,
): Promise<readonly FinedMember[]> {
  const { from, order } = pageOf('party_mark', groups, after, MATTER);
  return rows<FinedMember>(client, `select p.party_mark as mark, ${FINED} ${from} ${order}`, pageValues(city, groups, after, limit));
}

/** Those of the marks whose party a counted record bears. */
export async function partiesKnown(client: Queryable, city: number, marks: readonly string[]): Promise<ReadonlySet<string>> {
  if (marks.length === 0) return new Set();
  const found = await rows<{ mark: string }>(
    client,
    `select distinct p.party_mark as mark from penalty_record p where ${COUNTED} and p.party_mark = any($2::text[])`,
    [city, marks],
  );
  return new Set(found.map(({ mark }) => mark));
}

/** The only decision against each of these parties, as far as D05 looks at one that stands alone. */
export type LoneFined = Pick<FinedMember, 'mark' | 'matterId' | 'decidedOn' | 'fineFen'> & {
  readonly cohort: number;
  readonly organId: string;
};

export async function loneFined(client: Queryable, city: number, marks: readonly string[]): Promise<readonly LoneFined[]> {
  return rows<LoneFined>(
    client,
    `select p.party_mark as mark, p.matter_id as "matterId", p.cohort, p.organ_id as "organId", p.decided_on as "decidedOn", p.fine_fen as "fineFen"
     from penalty_record p where ${COUNTED} and p.party_mark = any($2::text[])`,
    [city, marks],
  );
}

/** The latest fines of each party before the day from which it is judged; those of one day stay together. */
export async function finesBefore(client: Queryable, city: number, groups: Between): Promise<ReadonlyMap<string, readonly FinedMember[]>> {
  const found = await rows<FinedMember>(
    client,
    `select g.mark, ${FINED} from unnest($2::text[], $3::date[]) as g(mark, since)
     cross join lateral (select * from penalty_record x where x.city = $1 and x.party_mark = g.mark and x.counted and x.label < 4 and x.fine_fen > 0
       and x.decided_on < g.since order by x.decided_on desc fetch first ${MOST_PEERS} rows with ties) p
     ${MATTER}`,
    [city, groups.map((g) => g.mark), groups.map((g) => g.from)],
  );
  return byMark(found);
}

function byMark<T extends { readonly mark: string }>(list: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const group = groups.get(one.mark);
    if (group === undefined) groups.set(one.mark, [one]);
    else group.push(one);
  }
  return groups;
}
