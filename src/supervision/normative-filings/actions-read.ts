import { shanghaiDay } from '#law';
import type { Platform } from '#platform/acts/perform';
import { inTransaction } from '#platform/db';
import { type Session, sessionPreamble } from '#platform/session';
import { type CatalogueExport, type CatalogueItem, type CataloguePage, type CatalogueQuery, STANDING_LABELS } from './contract.ts';
import { listCatalogue, nextEntries } from './store.ts';

type Db = Pick<Platform, 'pool' | 'now'>;

export function catalogueOf({ pool, now }: Db, session: Session, query: CatalogueQuery): Promise<CataloguePage> {
  return inTransaction(pool, sessionPreamble(session, now()), (client) => listCatalogue(client, session, query, shanghaiDay(now())));
}

export const EXPORT_TITLES = [
  '文件名称',
  '文号',
  '制定机关',
  '公布日期',
  '施行日期',
  '有效期最后一日',
  '状态',
  '备案号',
  '备案日期',
  '承办备案审查',
];

const cellsOf = (e: CatalogueItem): readonly (string | null)[] => [
  ...[e.title, e.number, e.makerName, e.publishedOn, e.from, e.through, STANDING_LABELS[e.standing]],
  ...[e.filingNumber, e.filedOn, e.bureauName],
];

/** The catalogue in full, page by page so that memory does not grow with it. */
export async function* exportRows(
  { pool, now }: Db,
  session: Session,
  filter: CatalogueExport,
): AsyncGenerator<readonly (string | null)[]> {
  for (let cursor: string | null = ''; cursor !== null; ) {
    const from: string = cursor;
    const page = await inTransaction(pool, sessionPreamble(session, now()), (client) =>
      nextEntries(client, session, filter, shanghaiDay(now()), from),
    );
    for (const entry of page.items) yield cellsOf(entry);
    cursor = page.cursor;
  }
}
