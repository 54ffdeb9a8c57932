import { addDays, type LocalDate, shanghaiDay } from '#law';
import type { Platform } from '#platform/acts/perform';
import { inTransaction } from '#platform/db';
import { type Session, sessionPreamble } from '#platform/session';
import type { BenchmarkDraftView, BenchmarkHistory } from './contract.ts';
import { DRAFTER_ROLES, LIFECYCLE } from './lifecycle.ts';
import { STATUS_LABELS } from './model.ts';
import { SHEET_COLUMNS, sheetLines } from './reading/benchmark-sheet.ts';
import { type BenchmarkPage, type BenchmarkQuery, benchmarkMakers, ownBenchmark, publishedBenchmarks, versionsOf } from './store.ts';

type Db = Pick<Platform, 'pool' | 'now'>;

export function listPublished({ pool, now }: Db, session: Session, query: BenchmarkQuery): Promise<BenchmarkPage> {
  return inTransaction(pool, sessionPreamble(session, now()), (client) => publishedBenchmarks(client, session, query));
}

export function makersOf({ pool, now }: Db, session: Session) {
  return inTransaction(pool, sessionPreamble(session, now()), (client) => benchmarkMakers(client, session));
}

/** Every version of a benchmark; `knownOn`: as it was recorded by the end of that day. Unpublished ones are told to nobody. */
export async function historyOf(
  { pool, now }: Db,
  session: Session,
  id: string,
  knownOn: LocalDate | null,
): Promise<BenchmarkHistory | null> {
  const known = knownOn === null || knownOn >= shanghaiDay(now()) ? null : `${addDays(knownOn, 1)}T00:00:00+08:00`;
  return inTransaction(pool, sessionPreamble(session, now()), async (client) => {
    const versions = await versionsOf(client, session, id, known);
    const own = await ownBenchmark(client, session, id);
    const [first] = versions;
    if (first === undefined) return null;
    const status = own?.state.status;
    return {
      ...{ id, violation: first.violation, maker: first.maker, versions },
      own: status === undefined ? null : { status, statusName: STATUS_LABELS[status], mayRevise: mayRevise(status, session) },
    };
  });
}

function mayRevise(status: string, session: Session): boolean {
  const { from } = LIFECYCLE.revise;
  return from !== 'start' && from.some((s) => s === status) && DRAFTER_ROLES.includes(session.role);
}

/** The draft of the session's own organ; everybody else is told that there is nothing. */
export async function draftOf({ pool, now }: Db, session: Session, id: string): Promise<BenchmarkDraftView | null> {
  const own = await inTransaction(pool, sessionPreamble(session, now()), (client) => ownBenchmark(client, session, id));
  if (own === null || own.state.draft === null) return null;
  const { content, upper } = own.state.draft;
  return { violation: own.state.violation, content, upper, seq: own.seq };
}

/** The list in full, one line for each tier, page by page so that memory does not grow with it. */
export async function* exportRows(db: Db, session: Session, query: BenchmarkQuery): AsyncGenerator<readonly (string | null)[]> {
  const keys = Object.keys(SHEET_COLUMNS) as (keyof typeof SHEET_COLUMNS)[];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: BenchmarkPage = await listPublished(db, session, { ...query, cursor });
    for (const row of page.items) for (const line of sheetLines(row)) yield [row.maker, ...keys.map((key) => line[key])];
    cursor = page.cursor;
  }
}
