import type { FastifyInstance } from 'fastify';
import { type Static, type TObject, Type } from 'typebox';
import type { Platform } from '../acts/perform.ts';
import { type Denial, deny } from '../identity/answers.ts';
import { sessionOf } from '../identity/guard.ts';
import type { RouteScope } from '../identity/route-scope.ts';
import { COLUMN_IDS, type ListColumn, shownColumns, unknownColumn } from '../matters/shown-columns.ts';
import type { Session } from '../session.ts';
import type { WorkbookCell } from '../spreadsheet/write-workbook.ts';
import { sendWorkbook } from './send-workbook.ts';

export type ListExport<F extends TObject, T> = {
  readonly path: string;
  readonly summary: string;
  readonly scope: RouteScope;
  /** Chinese name of file and sheet. */
  readonly name: string;
  /** What is exported, for the log. */
  readonly object: string;
  /** The filters of the page. */
  readonly filter: F;
  /** Every column that the page can show, by its titles and in its order; what the workbook alone has stands after them. */
  readonly columns: readonly ListColumn<T>[];
  /** Columns of the workbook where the caller names none: the layout in which it can be loaded again. All where left out. */
  readonly whole?: readonly ListColumn<T>[];
  /** The same list as on the page, in its order and to its end, within the reader's sight. */
  readonly rows: (session: Session, filter: Static<F>) => AsyncIterable<T>;
};

/** The export of a list as it is seen: the filters of the page and, by `columns`, the columns that it shows. */
export function exportRoute<F extends TObject, T>(app: FastifyInstance, platform: Platform, list: ListExport<F, T>): void {
  const querystring = Type.Object(
    { ...list.filter.properties, columns: Type.Optional(Type.String(COLUMN_IDS)) },
    { additionalProperties: false },
  );
  app.get(list.path, { schema: { summary: list.summary, querystring }, config: { scope: list.scope, perMinute: 30 } }, (request, reply) => {
    // Parsed by the schema above; the type of a filter that is not known here has no other way in.
    const query = request.query as Static<F> & { readonly columns?: string };
    const asked = query.columns;
    const denial = unknownAsked(list.columns, asked);
    if (denial !== null) return deny(reply, denial);
    const columns = asked === undefined ? (list.whole ?? list.columns) : shownColumns(list.columns, asked);
    const { name, object } = list;
    const rows = cellsOf(columns, list.rows(sessionOf(request), query));
    return sendWorkbook(platform, request, reply, { name, object, columns: columns.map(({ title }) => title), rows });
  });
}

async function* cellsOf<T>(columns: readonly ListColumn<T>[], items: AsyncIterable<T>): AsyncGenerator<readonly WorkbookCell[]> {
  for await (const item of items) yield columns.map(({ cell }) => cell(item));
}

type Named = { readonly id: string; readonly title: string };

/** A column that the list does not have is refused by its name, never left out silently; null: it has all that are asked for. */
export function unknownAsked(columns: readonly Named[], asked: string | undefined): Denial | null {
  const unknown = unknownColumn(columns, asked);
  if (unknown === null) return null;
  const known = columns.map(({ id, title }) => `${title}（${id}）`).join('、');
  return { status: 400, error: 'unknown-column', reason: `没有“${unknown}”这一栏；可以导出的有：${known}。` };
}
