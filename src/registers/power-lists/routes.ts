import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Static } from 'typebox';
import { parseLocalDate } from '#law';
import type { Platform } from '#platform/acts/perform';
import { exportRoute } from '#platform/http/export-route';
import { ABSENT, deny } from '#platform/identity/answers';
import { sessionOf } from '#platform/identity/guard';
import { readerOf } from '#platform/reader';
import type { Session } from '#platform/session';
import { toTheEnd } from '#platform/to-the-end';
import {
  CompareQuery,
  type Comparison,
  CoverageExport,
  CoverageQuery,
  type CoverageView,
  EntriesExport,
  EntriesQuery,
  type EntryHistory,
  type EntryPage,
  EntryParams,
} from './contract.ts';
import { differences } from './differences.ts';
import { COVERAGE_COLUMNS, ENTRY_COLUMNS, LOADED_COLUMNS } from './routes/export-columns.ts';
import { entriesOn, entryHistory, listEntries, nextEntries } from './store.ts';
import { coverageOn, coveragePage } from './store-coverage.ts';

const signedIn = { scope: 'signed-in' } as const;

/** 清单: published registers of the city (细则 8(3)(9)(10)(13), 19¶2), open to everybody signed in; nothing here touches a matter. */
export async function powerListRoutes(app: FastifyInstance, { platform }: { readonly platform: Platform }): Promise<void> {
  const { reading, today } = readerOf(platform);

  app.get<{ Querystring: EntriesQuery }>(
    '/api/power-lists',
    { schema: { summary: '清单事项', querystring: EntriesQuery }, config: signedIn },
    (request): Promise<EntryPage> => {
      const session = sessionOf(request);
      return reading(session, (client) => listEntries(client, session.city, request.query, today()));
    },
  );

  exportRoute(app, platform, {
    ...{ path: '/api/power-lists/export', summary: '导出清单事项', scope: 'signed-in' },
    ...{ name: '清单事项', object: 'power-list', filter: EntriesExport, columns: ENTRY_COLUMNS, whole: LOADED_COLUMNS },
    rows: exported,
  });

  function exported(session: Session, filter: EntriesExport) {
    const day = today();
    return toTheEnd((cursor) => reading(session, (client) => nextEntries(client, session.city, filter, day, cursor)));
  }

  app.get<{ Querystring: CompareQuery }>(
    '/api/power-lists/compare',
    { schema: { summary: '一个单位的一份清单在两日之间的变化', querystring: CompareQuery }, config: signedIn },
    async (request, reply): Promise<Comparison | FastifyReply> => {
      const session = sessionOf(request);
      const { list, organisation, from, to } = request.query;
      const [before, after] = [parseLocalDate(from), parseLocalDate(to)];
      if (before === null || after === null) return deny(reply, ABSENT);
      return reading(session, async (client) => {
        const key = { city: session.city, list, organisation };
        const [was, is] = [await entriesOn(client, key, before), await entriesOn(client, key, after)];
        return { list, from: before, to: after, differences: differences(was, is) };
      });
    },
  );

  app.get<{ Querystring: CoverageQuery }>(
    '/api/power-lists/coverage',
    { schema: { summary: '清单录入情况', querystring: CoverageQuery }, config: signedIn },
    async (request): Promise<CoverageView> => {
      const session = sessionOf(request);
      const on = parseLocalDate(request.query.on ?? '') ?? today();
      return reading(session, (client) => coveragePage(client, session.city, on, request.query));
    },
  );

  exportRoute(app, platform, {
    ...{ path: '/api/power-lists/coverage/export', summary: '导出清单录入情况', scope: 'signed-in' },
    ...{ name: '清单录入情况', object: 'power-list-coverage', filter: CoverageExport, columns: COVERAGE_COLUMNS },
    rows: coverageRows,
  });

  async function* coverageRows(session: Session, filter: CoverageExport) {
    const on = parseLocalDate(filter.on ?? '') ?? today();
    yield* await reading(session, (client) => coverageOn(client, session.city, on, filter));
  }

  app.get<{ Params: Static<typeof EntryParams> }>(
    '/api/power-lists/:id',
    { schema: { summary: '清单事项及其历次内容', params: EntryParams }, config: signedIn },
    async (request, reply): Promise<EntryHistory | FastifyReply> => {
      const session = sessionOf(request);
      const found = await reading(session, (client) => entryHistory(client, session.city, request.params.id));
      return found ?? deny(reply, ABSENT);
    },
  );
}
