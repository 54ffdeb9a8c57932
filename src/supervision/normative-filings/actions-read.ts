import { shanghaiDay } from '#law';
import type { Platform } from '#platform/acts/perform';
import { inTransaction } from '#platform/db';
import { type Session, sessionPreamble } from '#platform/session';
import { toTheEnd } from '#platform/to-the-end';
import type { CatalogueExport, CatalogueItem, CataloguePage, CatalogueQuery } from './contract.ts';
import { listCatalogue, nextEntries } from './store.ts';

type Db = Pick<Platform, 'pool' | 'now'>;

export function catalogueOf({ pool, now }: Db, session: Session, query: CatalogueQuery): Promise<CataloguePage> {
  return inTransaction(pool, sessionPreamble(session, now()), (client) => listCatalogue(client, session, query, shanghaiDay(now())));
}

export function wholeCatalogue({ pool, now }: Db, session: Session, filter: CatalogueExport): AsyncGenerator<CatalogueItem> {
  return toTheEnd((cursor = '') =>
    inTransaction(pool, sessionPreamble(session, now()), (client) => nextEntries(client, session, filter, shanghaiDay(now()), cursor)),
  );
}
