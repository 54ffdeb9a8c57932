import { addDays, type LocalDate } from '#law';
import type { FiledCase } from '#law/rules/index';
import type { Queryable } from '#platform/db';
import { type Compared, DAYS_ALIKE, plain } from './model.ts';

export type FiledElsewhere = FiledCase & Omit<Compared, 'organId'>;

/** More cases like one of one party, with other organs and within some months, are not compared. */
const MOST = 50;
/** `plain` in the database, so that what is like it is not lost among the many that a party may have elsewhere. */
const PLAIN_CAUSE = `lower(regexp_replace(normalize(c.cause, NFKC), '[\\s·、，。（）()]', '', 'g'))`;

const FILED = `select * from (
    select o.matter_id as id, o.organ_id as organ, o.filed_on as "filedOn", o.opened_on as "openedOn", o.item_code as "itemCode", o.cause,
      m.state->>'actStartedOn' as "actStartedOn", m.state->>'actEndedOn' as "actEndedOn", m.state->>'place' as place,
      m.state->>'transferredOn' is null and m.state->>'ending' is distinct from 'withdrawn' as "goesOn"
    from ordinary_penalty o join matter m on m.city = o.city and m.cohort = o.cohort and m.id = o.matter_id
    where o.party_mark = $1 and o.city = $2 and o.organ_id <> $3 and o.filed_on is not null and m.label < 4
    union all
    select p.matter_id, p.organ_id, p.decided_on, m.opened_on, p.item_code, p.conduct, m.state->>'actOn', m.state->>'actOn', m.state->>'place', true
    from summary_penalty p join matter m on m.city = p.city and m.cohort = p.cohort and m.id = p.matter_id
    where p.party_mark = $1 and p.city = $2 and p.organ_id <> $3 and p.decided_on is not null and m.label < 4
  ) c where c."openedOn" between $4 and $5 and (c."itemCode" = $6 or ${PLAIN_CAUSE} = $7) order by c."filedOn", c.id limit ${MOST}`;

type Asked = Pick<Compared, 'organId' | 'openedOn' | 'itemCode' | 'cause'> & { readonly city: number; readonly mark: string };

/** Cases of the same party like this one that other organs have filed or decided on the spot, whoever may see them; sealed ones aside. */
export async function filedElsewhere(client: Queryable, asked: Asked): Promise<readonly FiledElsewhere[]> {
  const { mark, city, organId, openedOn, itemCode, cause } = asked;
  const [from, to]: [LocalDate, LocalDate] = [addDays(openedOn, -DAYS_ALIKE), addDays(openedOn, DAYS_ALIKE)];
  const values = [mark, city, organId, from, to, itemCode, plain(cause)];
  const found = await client.query<Omit<FiledElsewhere, 'clueRef'>>({ name: 'filed elsewhere', text: FILED, values });
  return found.rows.map((other) => ({ ...other, place: plain(other.place), clueRef: null }));
}
