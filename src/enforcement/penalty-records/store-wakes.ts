import type { LocalDate } from '#law';
import { type Client, type Queryable, rows } from '#platform/db';
import { sendLater } from '#platform/db-together';
import type { PenaltyRecord } from './model.ts';

export type Wake = { readonly matterId: string; readonly wakeOn: LocalDate };

const WAKES_AT_ONCE = 500;

/** Only added: nobody who changes a record waits for the work that judges it. */
export async function insertWakes(client: Client, city: number, wakes: readonly Wake[]): Promise<void> {
  if (wakes.length === 0) return;
  await sendLater(client, {
    text: 'insert into penalty_wake (city, matter_id, wake_on) select $1, w.matter_id, w.wake_on from unnest($2::uuid[], $3::date[]) as w(matter_id, wake_on)',
    values: [city, wakes.map((w) => w.matterId), wakes.map((w) => w.wakeOn)],
  });
}

/** Takes records whose day has come out of the queue, those of the earliest day first; they come back when the transaction fails. */
export async function takeWakes(client: Queryable, city: number, today: LocalDate): Promise<readonly string[]> {
  const taken = await rows<{ matterId: string }>(
    client,
    `delete from penalty_wake where id in (select id from penalty_wake where city = $1 and wake_on <= $2
       order by wake_on limit ${WAKES_AT_ONCE} for update skip locked) returning matter_id as "matterId"`,
    [city, today],
  );
  return [...new Set(taken.map((t) => t.matterId))];
}

/** Records, and which of the rules doubt each of them already. */
export async function recordsDoubted(
  client: Queryable,
  city: number,
  matterIds: readonly string[],
  rules: readonly string[],
): Promise<readonly { readonly matterId: string; readonly state: PenaltyRecord; readonly doubted: readonly string[] }[]> {
  return rows(
    client,
    `select m.id as "matterId", m.state,
       array(select f.rule_id from finding f where f.city = m.city and f.cohort = m.cohort and f.matter_id = m.id and f.stands and f.rule_id = any($3)) as doubted
     from matter m where m.city = $1 and m.id = any($2::uuid[]) and m.kind = 'penalty-record'`,
    [city, matterIds, rules],
  );
}
