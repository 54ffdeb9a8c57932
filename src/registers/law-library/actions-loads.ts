import { inTransaction, type Pool } from '#platform/db';
import { type Session, sessionPreamble } from '#platform/session';
import { comparedTexts, sourcesOf } from './compared-texts.ts';
import type { ComparedQuery, ComparedTexts, ConflictLines, LoadFiles, LoadLines } from './contract.ts';
import { keptLaws } from './store-kept.ts';
import { importFiles, importsSeen } from './store-loads.ts';

type Asked = { readonly pool: Pool; readonly now: () => number };
const MOST_CONFLICTS = 500;

export async function loadsOf({ pool, now }: Asked, session: Session): Promise<LoadLines> {
  return { items: await inTransaction(pool, sessionPreamble(session, now()), (client) => importsSeen(client, session)) };
}

/** null where the load is not in the session's sight. */
export async function filesOf({ pool, now }: Asked, session: Session, id: string, after: number): Promise<LoadFiles | null> {
  return inTransaction(pool, sessionPreamble(session, now()), (client) => importFiles(client, session, id, after));
}

export async function conflictsOf({ pool }: Asked): Promise<ConflictLines> {
  const { library } = await keptLaws(pool);
  const { conflicts } = library;
  const items = conflicts.slice(0, MOST_CONFLICTS).map((c) => ({ ...c, sources: c.is === 'two-texts' ? sourcesOf(library, c) : [] }));
  return { total: conflicts.length, items };
}

/** null where the law or the edition is not known. */
export async function comparedOf({ pool }: Asked, { law, edition }: ComparedQuery): Promise<ComparedTexts | null> {
  const { library } = await keptLaws(pool);
  return comparedTexts(library, law, edition);
}
