import { ORDINARY_PENALTY, type OrdinaryPenalty } from '#enforcement/ordinary-penalty';
import type { BaseState, RuleContext } from '#law';
import { CASES_OF_ONE_PARTY_RULES, type FiledCase, type Judgement, judge } from '#law/rules/index';
import type { Client } from '#platform/db';
import { sendLater } from '#platform/db-together';
import type { MatterPlace } from '#platform/findings/load-standing';
import { alikeness, plain } from '../enforcement/same-party/model.ts';
import { filedElsewhere } from '../enforcement/same-party/store-filed.ts';

/** Nothing has been filed: the rule is not asked. */
export const NOTHING_FILED: Judgement = { doubts: [], notJudged: [], clean: [] };

type Stored = { readonly kind: string; readonly state: BaseState; readonly place: MatterPlace };

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
  const found = mark === null ? null : await filedElsewhere(client, { ...own, city: place.city, mark });
  const alike = found?.filter((o) => alikeness(own, { ...o, organId: o.organ }, true) === 'act') ?? null;
  const filed: FiledCase = {
    ...{ id: place.matterId, organ: s.organId, filedOn, actStartedOn: s.actStartedOn, actEndedOn: s.actEndedOn },
    ...{ place: plain(s.place), goesOn: s.transferredOn === null && s.ending !== 'withdrawn' },
  };
  // Of two one is before the other: nobody is woken in turn.
  const later = (alike ?? []).filter((other) => judgeOf(other, [filed], context).doubts.length > 0).map(({ id }) => id);
  if (later.length > 0) await sendLater(client, { name: 'look again', text: LOOK_AGAIN, values: [place.city, later, context.today] });
  return judgeOf(filed, alike, context);
}

function judgeOf(filed: FiledCase, sameParty: readonly FiledCase[] | null, context: RuleContext): Judgement {
  return judge(CASES_OF_ONE_PARTY_RULES, { filed, sameParty }, context);
}

/** Not those that already doubt: they have looked. */
const LOOK_AGAIN = `insert into case_wake (city, matter_id, wake_on, whole) select $1, id, $3::date, true from unnest($2::uuid[]) as w(id)
  where exists (select 1 from ordinary_penalty o where o.matter_id = w.id)
    and not exists (select 1 from finding f where f.matter_id = w.id and f.rule_id = 'F03' and f.stands) on conflict do nothing`;
