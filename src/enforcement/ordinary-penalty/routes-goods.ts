import type { FastifyInstance } from 'fastify';
import type { Platform } from '#platform/acts/perform';
import { sendWorkbook } from '#platform/http/send-workbook';
import { sessionOf } from '#platform/identity/guard';
import { readerOf } from '#platform/reader';
import type { Session } from '#platform/session';
import { type GoodItem, GoodsExport, type GoodsPage, GoodsQuery } from './contract-goods.ts';
import { DISPOSAL_LABELS, ORIGIN_LABELS } from './model-custody.ts';
import { cursorAfter, goodsWithin, nextGoods } from './store-goods.ts';

const business = { scope: 'business' } as const;
const COLUMNS = [
  '办案机关',
  '立案号',
  '案由',
  '序号',
  '物品名称',
  '数量、特征',
  '来源',
  '入库日期',
  '存放地点',
  '保管人',
  '移交次数',
  '去向',
  '去向日期',
  '接收人',
];
const AT_ONCE = 500;

/** 涉案财物台账 (处罚法 56, 74): every thing that was taken, where it lies and who keeps it, until its lawful end. */
export async function goodsRoutes(app: FastifyInstance, { platform }: { readonly platform: Platform }): Promise<void> {
  const { reading } = readerOf(platform);

  app.get<{ Querystring: GoodsQuery }>(
    '/api/case-goods',
    { schema: { summary: '涉案财物台账', querystring: GoodsQuery }, config: business },
    (request): Promise<GoodsPage> => {
      const { cursor, limit = 20, ...filter } = request.query;
      const session = sessionOf(request);
      return reading(session, (client) => goodsWithin(client, session, { filter, cursor, limit }));
    },
  );

  app.get<{ Querystring: GoodsExport }>(
    '/api/case-goods/export',
    { schema: { summary: '导出涉案财物台账', querystring: GoodsExport }, config: { ...business, perMinute: 30 } },
    (request, reply) =>
      sendWorkbook(platform, request, reply, {
        ...{ name: '涉案财物台账', object: 'case-goods', columns: COLUMNS },
        rows: exported(sessionOf(request), request.query),
      }),
  );

  async function* exported(session: Session, filter: GoodsExport) {
    for (let cursor: string | undefined; ; ) {
      const from = cursor;
      const page = await reading(session, (client) => nextGoods(client, session, { filter, cursor: from, limit: AT_ONCE }));
      for (const item of page) yield cellsOf(item);
      const last = page.at(-1);
      if (last === undefined || page.length < AT_ONCE) return;
      cursor = cursorAfter(last);
    }
  }
}

function cellsOf(g: GoodItem): readonly (string | number | null)[] {
  return [
    ...[g.organ, g.caseNumber, g.cause, g.no, g.name, g.quantity, ORIGIN_LABELS[g.origin], g.takenOn],
    ...[g.endedOn === null ? g.place : null, g.endedOn === null ? g.keeper : null, g.moves],
    ...[g.how === null ? '在库' : DISPOSAL_LABELS[g.how], g.endedOn, g.to],
  ];
}
