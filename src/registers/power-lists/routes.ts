import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Static } from 'typebox';
import { parseLocalDate } from '#law';
import type { Platform } from '#platform/acts/perform';
import { sendWorkbook } from '#platform/http/send-workbook';
import { ABSENT, deny } from '#platform/identity/answers';
import { sessionOf } from '#platform/identity/guard';
import { readerOf } from '#platform/reader';
import type { Session } from '#platform/session';
import {
  CompareQuery,
  type Comparison,
  type Coverage,
  CoverageExport,
  CoverageQuery,
  type CoverageView,
  EntriesExport,
  EntriesQuery,
  type EntryHistory,
  type EntryItem,
  type EntryPage,
  EntryParams,
} from './contract.ts';
import { differences } from './differences.ts';
import { dutyItem, entryWords, LIST_LABELS, type ListKind } from './model.ts';
import { entriesOn, entryHistory, listEntries, nextEntries } from './store.ts';
import { coverageOn, coveragePage } from './store-coverage.ts';

const signedIn = { scope: 'signed-in' } as const;
const EXPORT_COLUMNS = [
  '清单',
  '单位',
  '事项编码',
  '事项名称',
  '权力类别',
  '设定依据',
  '责任事项',
  '追责情形及依据',
  '适用条件',
  '配套措施',
  '决定文号',
  '公布日期',
  '公布位置',
  '执法领域',
  '赋权评估日期',
  '岗位',
  '执法人员',
  '执法证号',
  '生效日',
  '失效日',
];

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

  app.get<{ Querystring: EntriesExport }>(
    '/api/power-lists/export',
    { schema: { summary: '导出清单事项', querystring: EntriesExport }, config: { ...signedIn, perMinute: 30 } },
    (request, reply) =>
      sendWorkbook(platform, request, reply, {
        name: '清单事项',
        object: 'power-list',
        columns: EXPORT_COLUMNS,
        rows: exported(sessionOf(request), request.query),
      }),
  );

  async function* exported(session: Session, filter: EntriesExport) {
    const day = today();
    let cursor: string | undefined;
    do {
      const from: string | undefined = cursor;
      const page = await reading(session, (client) => nextEntries(client, session.city, filter, day, from));
      for (const item of page.items) yield cellsOf(item);
      cursor = page.cursor ?? undefined;
    } while (cursor !== undefined);
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

  app.get<{ Querystring: CoverageExport }>(
    '/api/power-lists/coverage/export',
    { schema: { summary: '导出清单录入情况', querystring: CoverageExport }, config: { ...signedIn, perMinute: 30 } },
    (request, reply) =>
      sendWorkbook(platform, request, reply, {
        name: '清单录入情况',
        object: 'power-list-coverage',
        columns: ['单位', '应录未录', '已录入', '没有写公布日期'],
        rows: coverageRows(sessionOf(request), request.query),
      }),
  );

  async function* coverageRows(session: Session, filter: CoverageExport) {
    const on = parseLocalDate(filter.on ?? '') ?? today();
    for (const unit of await reading(session, (client) => coverageOn(client, session.city, on, filter))) yield coverageCells(unit);
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

function coverageCells({ organisationName, missing, counts, unpublished }: Coverage): readonly (string | number)[] {
  const entered = (Object.entries(counts) as [ListKind, number][]).map(([list, count]) => `${LIST_LABELS[list]} ${count}`);
  return [organisationName, missing.map((list) => LIST_LABELS[list]).join('、'), entered.join('，'), unpublished];
}

/** In the columns by which a list can be loaded again. */
function cellsOf(item: EntryItem): readonly (string | null)[] {
  const { 名称: name = '', ...words } = entryWords(item);
  const code = item.list === 'post-duty' ? dutyItem(item.code) : item.code;
  return [LIST_LABELS[item.list], item.organisationName, code, name, ...Object.values(words), item.from, item.through];
}
