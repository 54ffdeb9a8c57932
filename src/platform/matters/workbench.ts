import { type LocalDate, ROLE_LABELS, shanghaiDay } from '#law';
import type { Platform } from '../acts/perform.ts';
import { inTransaction, rows } from '../db.ts';
import { type Session, sessionPreamble } from '../session.ts';
import { type Notice, noticesOf } from './notices.ts';
import { mine } from './tasks.ts';

export type Workbench = {
  readonly sentence: string;
  readonly todo: number;
  /** Of these without a period: they come last in the list. */
  readonly undated: number;
  readonly overdue: number;
  readonly dueTomorrow: number;
  readonly week: readonly { readonly day: LocalDate; readonly count: number }[];
  readonly notices: readonly Notice[];
  /** Messages that have come since this post read them last; at most 100 are counted. */
  readonly unread: number;
};

/** The first page after sign-in: one sentence that says where things stand, and the days of this week that end something. */
export async function workbench(platform: Platform, session: Session): Promise<Workbench> {
  const today = shanghaiDay(platform.now());
  const { sql, values } = mine(session, today);
  return inTransaction(platform.pool, sessionPreamble(session, platform.now()), async (client) => {
    const [counts] = await rows<{ todo: number; undated: number; overdue: number; tomorrow: number }>(
      client,
      `select count(*)::int as todo, count(*) filter (where t.due_on is null)::int as undated,
         count(*) filter (where t.due_on < $4::date)::int as overdue, count(*) filter (where t.due_on = $4::date + 1)::int as tomorrow
       from task t where t.closed_at is null and ${sql}`,
      values,
    );
    const week = await rows<{ day: LocalDate; count: number }>(
      client,
      `select d::date as day, (select count(*) from task t where t.closed_at is null and t.due_on = d::date and ${sql})::int as count
       from generate_series($4::date, $4::date + 6, interval '1 day') d order by d`,
      values,
    );
    const { notices, unread } = await noticesOf(client, session);
    const { todo = 0, undated = 0, overdue = 0, tomorrow = 0 } = counts ?? {};
    const said = sentence(session, todo, overdue, tomorrow);
    return { sentence: said, todo, undated, overdue, dueTomorrow: tomorrow, week, notices, unread };
  });
}

function sentence(session: Session, todo: number, overdue: number, tomorrow: number): string {
  if (todo === 0) return `${ROLE_LABELS[session.role]}：现在没有要办的事项。`;
  const parts = [`今天有${todo}件要办`, ...(tomorrow > 0 ? [`${tomorrow}件明天到期`] : []), ...(overdue > 0 ? [`${overdue}件已逾期`] : [])];
  return `${parts.join('，')}。`;
}
