import { ORDINARY_PENALTY, type OrdinaryPenalty } from '#enforcement/ordinary-penalty';
import { addDays, type BaseState, type LocalDate, type RuleContext } from '#law';
import { CASES_OF_ONE_PARTY_RULES, type FiledCase, type Judgement, judge } from '#law/rules/index';
import { type Client, rows } from '#platform/db';
import type { MatterPlace } from '#platform/findings/load-standing';
import { alikeness, DAYS_ALIKE, plain } from '../enforcement/same-party/model.ts';

/** Nothing has been filed: the rule is not asked. */
export const NOTHING_FILED: Judgement = { doubts: [], notJudged: [], clean: [] };

type Stored = { readonly kind: string; readonly state: BaseState; readonly place: MatterPlace };
type Other = FiledCase & { readonly openedOn: LocalDate; readonly itemCode: string | null; readonly cause: string };

/**
 * F03: whether another organ has filed the same before. Runs as the platform, who sees the cases of all organs; the doubt
 * names them by id alone, and each reader learns of those in own sight only. Of a case told late, cases that were filed after
 * it are looked at again.
 */
export async function judgeFiledTwice(client: Client, { kind, state, place }: Stored, context: RuleContext): Promise<Judgement> {
  if (kind !== ORDINARY_PENALTY.kind) return NOTHING_FILED;
  const s = state as OrdinaryPenalty;
  const { filedOn } = s;
  if (filedOn === null) return NOTHING_FILED;
  const own = { organId: s.organId, openedOn: s.openedOn, itemCode: s.itemCode, cause: s.cause, clueRef: null };
  const { mark } = s.party;
  const found = mark === null ? null : await othersOf(client, place, mark, s);
  const alike = found?.filter((o) => alikeness(own, { ...o, organId: o.organ, clueRef: null }, true) === 'act') ?? null;
  const filed: FiledCase = {
    ...{ id: place.matterId, organ: s.organId, filedOn, actStartedOn: s.actStartedOn, actEndedOn: s.actEndedOn },
    ...{ place: plainPlace(s.place), goesOn: s.transferredOn === null && s.ending !== 'withdrawn' },
  };
  // Of two one is before the other: nobody is woken in turn.
  const later = (alike ?? []).filter((other) => judgeOf(other, [filed], context).doubts.length > 0).map(({ id }) => id);
  if (later.length > 0) await client.query(LOOK_AGAIN, [place.city, later, context.today]);
  return judgeOf(filed, alike, context);
}

function judgeOf(filed: FiledCase, sameParty: readonly FiledCase[] | null, context: RuleContext): Judgement {
  return judge(CASES_OF_ONE_PARTY_RULES, { filed, sameParty }, context);
}

/** Not those that already doubt: they have looked. */
const LOOK_AGAIN = `insert into case_wake (city, matter_id, wake_on, whole) select $1, id, $3::date, true from unnest($2::uuid[]) as w(id)
  where exists (select 1 from ordinary_penalty o where o.matter_id = w.id)
    and not exists (select 1 from finding f where f.matter_id = w.id and f.rule_id = 'F03' and f.stands) on conflict do nothing`;

/** More cases like one of one party, with other organs and within some months, are not compared. */
const MOST = 50;
/** `plain` in the database, so that what is like it is not lost among the many that a party may have elsewhere. */
const PLAIN_CAUSE = `lower(regexp_replace(normalize(c.cause, NFKC), '[\\s·、，。（）()]', '', 'g'))`;

const OTHERS = `select * from (
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

async function othersOf(client: Client, { city }: MatterPlace, mark: string, s: OrdinaryPenalty): Promise<readonly Other[]> {
  const values = [mark, city, s.organId, addDays(s.openedOn, -DAYS_ALIKE), addDays(s.openedOn, DAYS_ALIKE), s.itemCode, plain(s.cause)];
  const found = await rows<Other>(client, OTHERS, values);
  return found.map((o) => ({ ...o, place: plainPlace(o.place) }));
}

function plainPlace(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s·、，。（）()]/g, '');
}
