import { ORDINARY_PENALTY, type OrdinaryPenalty } from '#enforcement/ordinary-penalty';
import type { LocalDate } from '#law';
import { type Platform, perform } from '#platform/acts/perform';
import { inTransaction, rows } from '#platform/db';
import { SYSTEM_PREAMBLE } from '#platform/session';

type Filing = { readonly id: string; readonly on: LocalDate; readonly known: OrdinaryPenalty['filing'] | null };

/**
 * Tells a case that its decision has been filed as a major penalty, once: by its own filing, or by that of a record of the same
 * decision that was joined to it. The case is judged again by that act. False: there is nothing new to tell.
 */
export async function noteFilingOf(platform: Platform, city: number, caseId: string): Promise<boolean> {
  const [found] = await inTransaction(platform.pool, SYSTEM_PREAMBLE, (client) =>
    rows<Filing>(client, FILED, [caseId, ORDINARY_PENALTY.kind]),
  );
  if (found === undefined || found.known !== null) return false;
  const answer = await perform(platform, {
    by: { system: true, city },
    ...{ kind: ORDINARY_PENALTY.kind, act: 'note-filing', matterId: caseId, input: { filing: found.id, filedOn: found.on } },
    idempotencyKey: `filed-${found.id}-${caseId}`,
  });
  if (!answer.ok) throw new Error(`note-filing: ${JSON.stringify(answer)}`);
  return true;
}

/** Of the decision in hand: what was filed of one that was revoked since is told of that one. A record has the number of its decision. */
const FILED = `
select f.matter_id as id, f.filed_on as on, c.state->'filing' as known
from matter c join major_penalty_filing f on f.filed_on is not null
  and f.decision_id = any(array(select c.id union all select m.id from matter_link l join matter m on m.id = l.matter_id
    where l.other_id = c.id and l.relation = 'same-subject' and m.kind = 'penalty-record'))
cross join lateral (select jsonb_array_length(c.state->'rounds') + 1 as no, (select l->>'number' from jsonb_array_elements(c.state->'letters') l
  where l->'no' = c.state->'decision'->'letterNo') as number) d
where c.id = $1 and c.kind = $2 and (d.no = 1 or f.decision_no = d.no or (f.decision_id <> c.id and f.number = d.number))
order by f.filed_on, f.matter_id limit 1`;
