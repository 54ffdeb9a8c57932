import type { EarlierPenalty, LocalDate } from '#law';
import { cohortOf } from '#platform/acts/ids';
import type { ReadEarlier } from '#platform/acts/platform';
import { type Queryable, rows } from '#platform/db';
import { visible } from '#platform/matters/visible';
import { isUuid, type Session } from '#platform/session';

/** The cases of four rooms by one set of names; sealed ones stand in none of these lists, for those who may open them neither. */
const CASES = `(
  select city, cohort, matter_id, organ_id, party_name, party_kind, party_mark, item_code, cause, clue_ref, opened_on, decided_on, kinds, fine_fen,
    coalesce(decision_number, number) as number from ordinary_penalty
  union all select city, cohort, matter_id, organ_id, party_name, party_kind, party_mark, item_code, conduct, null, null, decided_on, kinds, fine_fen, number
    from summary_penalty
  union all select city, cohort, matter_id, organ_id, party_name, party_kind, party_mark, item_code, conduct, null, decided_on, decided_on, kinds, fine_fen, number
    from penalty_record where counted
  union all select city, cohort, matter_id, organ_id, party_name, party_kind, party_mark, null, cause, null, opened_on, null, '{}', null, number
    from correction_order
)`;

export type CaseRow = {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  readonly organId: string;
  readonly organName: string | null;
  readonly partyName: string;
  readonly partyKind: string;
  readonly mark: string | null;
  readonly itemCode: string | null;
  readonly cause: string;
  readonly clueRef: string | null;
  readonly number: string | null;
  readonly openedOn: LocalDate;
  readonly decidedOn: LocalDate | null;
  readonly kinds: readonly string[];
  readonly fineFen: number | null;
};

const selectOf = (session: Session): string => `select m.id, m.kind, m.status, c.organ_id as "organId",
  (select r.name from organisation_today r where r.organisation_id = c.organ_id) as "organName",
  c.party_name as "partyName", c.party_kind as "partyKind", c.party_mark as mark, c.item_code as "itemCode", coalesce(c.cause, '') as cause,
  c.clue_ref as "clueRef", c.number, coalesce(c.opened_on, m.opened_on) as "openedOn",
  c.decided_on as "decidedOn", c.kinds, c.fine_fen::float8 as "fineFen"
  from ${CASES} c join matter m on m.city = c.city and m.cohort = c.cohort and m.id = c.matter_id
  where m.label < 4 and ${visible(session, 'm', 'id')}`;

/** One case in the reader's sight; null: none. */
export async function caseOf(client: Queryable, session: Session, id: string): Promise<CaseRow | null> {
  if (!isUuid(id)) return null;
  const [found] = await rows<CaseRow>(client, `${selectOf(session)} and m.id = $1 and m.cohort = $2`, [id, cohortOf(id)]);
  return found ?? null;
}

export type Place = { readonly openedOn: string; readonly id: string };

/** Other cases of the same party in the reader's sight, the latest first. */
export async function casesOfMark(
  client: Queryable,
  session: Session,
  { mark, not, after, limit }: { readonly mark: string; readonly not: string; readonly after: Place | null; readonly limit: number },
): Promise<readonly CaseRow[]> {
  const from = after === null ? '' : ' and (coalesce(c.opened_on, m.opened_on), m.id) < ($4::date, $5::uuid)';
  return rows<CaseRow>(
    client,
    `${selectOf(session)} and c.party_mark = $1 and m.id <> $2${from} order by coalesce(c.opened_on, m.opened_on) desc, m.id desc limit $3`,
    [mark, not, limit, ...(after === null ? [] : [after.openedOn, after.id])],
  );
}

/** Penalties of parties in the reader's sight, the latest first; `not`: the matter in hand. */
export const penaltiesOfMarks: ReadEarlier = async (client, session, { marks, not }) => {
  const found = await rows<EarlierPenalty & { readonly mark: string }>(
    client,
    `select s.mark, s.number, s.cause, s."decidedOn" from (${selectOf(session)} and c.party_mark = any($1::text[])
       and ($2::uuid is null or m.id <> $2) and c.decided_on is not null and cardinality(c.kinds) > 0) s
     order by s."decidedOn" desc, s.id desc limit 50`,
    [marks, not],
  );
  return new Map(marks.map((mark) => [mark, found.filter((one) => one.mark === mark)]));
};

export async function countOfMark(client: Queryable, session: Session, mark: string, not: string, limit: number): Promise<number> {
  const [counted] = await rows<{ n: number }>(
    client,
    `select count(*)::int as n from (select 1 from ${CASES} c join matter m on m.city = c.city and m.cohort = c.cohort and m.id = c.matter_id
      where m.label < 4 and ${visible(session, 'm', 'id')} and c.party_mark = $1 and m.id <> $2 limit $3) k`,
    [mark, not, limit],
  );
  return counted?.n ?? 0;
}

/** Other cases of the organ that were opened from a clue of the same number, whoever their party is. */
export async function casesOfClue(
  client: Queryable,
  session: Session,
  organId: string,
  clueRef: string,
  not: string,
): Promise<readonly CaseRow[]> {
  return rows<CaseRow>(
    client,
    `${selectOf(session)} and c.organ_id = $1 and c.clue_ref = $2 and m.id <> $3 order by m.opened_on desc, m.id desc limit 20`,
    [organId, clueRef, not],
  );
}
