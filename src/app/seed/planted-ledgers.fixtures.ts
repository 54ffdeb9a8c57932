import ExcelJS from 'exceljs';
import type { FastifyInstance } from 'fastify';
import { shanghaiDay } from '#law';
import { listRoutes } from '#platform/http/list-routes';
import type { MatterItem } from '#platform/matters/list';
import { browserOf } from '#testing/city-sign-in';
import { testServer } from '#testing/identity';
import type { EmptyCity } from './planted-city.fixtures.ts';
import { seatsOf } from './town/seats.ts';
import type { SeedWorld } from './world/world.ts';

/** One ledger as a post reads it on the page, and the same taken away as a workbook. */
export type Ledger = { readonly kind: string; readonly seen: readonly Row[]; readonly taken: readonly Row[]; readonly titles: Row };
type Row = readonly (string | null)[];

const COLUMNS = ['number', 'title', 'organisation', 'addressees', 'status', 'dueOn', 'openedOn', 'changedAt'];
/** What the page shows of a matter in these columns, in the order of the sheet. */
const onPage = (m: MatterItem, isDirected: boolean): Row => [
  ...[m.dueOn, m.number, m.title, m.homeName],
  ...(isDirected ? [m.addressees] : []),
  ...[m.statusName, m.openedOn, shanghaiDay(Date.parse(m.changedAt))],
];

/** Every ledger that a post may export, page by page and as a workbook, under one filter; empty ones are left out. */
export async function ledgersOf(planted: EmptyCity, world: SeedWorld, login: string, filter: string): Promise<readonly Ledger[]> {
  const { platform, identity } = await planted.opened();
  const app: FastifyInstance = await testServer(identity, async (server) => {
    await server.register(listRoutes, { platform });
  });
  const page = await browserOf(app, identity, seatsOf(world)(login));
  const found: Ledger[] = [];
  for (const { kind, directedTo, sealedTo } of platform.kinds.values()) {
    if (sealedTo !== undefined) continue;
    const seen: MatterItem[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const after: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const { items, cursor: next } = (await page.call({ url: `/api/matters?kind=${kind}&limit=7${filter}${after}` })).json();
      seen.push(...items);
      cursor = next;
    }
    if (seen.length === 0) continue;
    const book = new ExcelJS.Workbook();
    const shown = COLUMNS.filter((id) => id !== 'addressees' || directedTo !== undefined).join();
    const answer = await page.call({ url: `/api/matters/export?kind=${kind}&columns=${shown}${filter}` });
    await book.xlsx.load(answer.rawPayload as never);
    const rows = rowsOf(book.worksheets[0]);
    const head = rows.findIndex((row) => row.includes('事项'));
    const rowsSeen = seen.map((m) => onPage(m, directedTo !== undefined));
    found.push({ kind, seen: rowsSeen, taken: rows.slice(head + 1), titles: rows[head] ?? [] });
  }
  await app.close();
  return found;
}

function rowsOf(sheet: ExcelJS.Worksheet | undefined): readonly Row[] {
  const rows: Row[] = [];
  const width = sheet?.columnCount ?? 0;
  sheet?.eachRow((row) =>
    rows.push(Array.from({ length: width }, (_, i) => (row.getCell(i + 1).text === '' ? null : row.getCell(i + 1).text))),
  );
  return rows;
}
