import { shanghaiDay } from '#law';
import type { Platform } from '#platform/acts/perform';
import { inTransaction } from '#platform/db';
import { type Session, sessionPreamble } from '#platform/session';
import type { CatalogueExport, CatalogueItem, CataloguePage, CatalogueQuery } from './contract.ts';
import { listCatalogue, nextEntries } from './store.ts';

type Db = Pick<Platform, 'pool' | 'now'>;

export function catalogueOf({ pool, now }: Db, session: Session, query: CatalogueQuery): Promise<CataloguePage> {
  return inTransaction(pool, sessionPreamble(session, now()), (client) => listCatalogue(client, session, query, shanghaiDay(now())));
}

/** The catalogue in full, page by page so that memory does not grow with it. */
export async function* wholeCatalogue({ pool, now }: Db, session: Session, filter: CatalogueExport): AsyncGenerator<CatalogueItem> {
  for (let cursor: string | null = ''; cursor !== null; ) {
    const from: string = cursor;
    const page = await inTransaction(pool, sessionPreamble(session, now()), (client) =>
      nextEntries(client, session, filter, shanghaiDay(now()), from),
    );
    for (const entry of page.items) yield entry;
    cursor = page.cursor;
  }
}
