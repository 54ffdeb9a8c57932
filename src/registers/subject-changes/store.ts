import type { LocalDate } from '#law';
import { inTransaction, type Pool, rows } from '#platform/db';
import { visible } from '#platform/matters/visible';
import { type Session, sessionPreamble } from '#platform/session';
import { CHANGE_LABELS, type ChangeType, STATUS_LABELS, type Status } from './model.ts';

export type ChangeOfUnit = {
  readonly id: string;
  readonly title: string;
  readonly changeName: string;
  readonly statusName: string;
  readonly effectiveOn: LocalDate;
  readonly number: string | null;
  /** The unit succeeds the one that is changed. */
  readonly asSuccessor: boolean;
};

const MOST = 200;

/** Changes of a unit, and those by which it succeeds another, as far as the reader may read them; latest effect first. */
export async function changesOfUnit(pool: Pool, session: Session, unitId: string, nowMs: number): Promise<readonly ChangeOfUnit[]> {
  const found = await inTransaction(pool, sessionPreamble(session, nowMs), (client) =>
    rows<Omit<ChangeOfUnit, 'changeName' | 'statusName'> & { change: ChangeType; status: Status }>(
      client,
      `select m.id, m.title, m.status, c.change, c.effective_on as "effectiveOn", c.number, c.unit_id <> $1 as "asSuccessor"
       from subject_change c join matter m on m.city = c.city and m.cohort = c.cohort and m.id = c.matter_id
       where (c.unit_id = $1 or c.successor_id = $1) and ${visible(session, 'm', 'id')}
       order by c.effective_on desc, m.id desc limit ${MOST}`,
      [unitId],
    ),
  );
  return found.map(({ change, status, ...row }) => ({ ...row, changeName: CHANGE_LABELS[change], statusName: STATUS_LABELS[status] }));
}
