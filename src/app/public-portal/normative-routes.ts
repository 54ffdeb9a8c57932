import type { FastifyInstance } from 'fastify';
import { type LocalDate, shanghaiDay } from '#law';
import { type Pool, rows } from '#platform/db';
import { asPublic } from './as-public.ts';
import { type AskedList, askedList, type ListOptions, pagesOf } from './asked-list.ts';
import { CATALOGUE_PATH, normativePage, type PublicCatalogue, type PublicDocument } from './normative-page.ts';
import { sendPage } from './page.ts';

const PAGE = 20;

/** The public catalogue of filed normative documents: by words and by the day on which they count. */
export function normativePages(app: FastifyInstance, { pool, now, isTooOften }: ListOptions): void {
  app.get(CATALOGUE_PATH, { schema: { hide: true }, config: { scope: 'public' } }, async (request, reply) => {
    const today = shanghaiDay(now());
    const { asked, isDay } = askedList(request.query, today);
    if (!isDay) return sendPage(reply, 400, normativePage(asked, null, '日期应当写成 年-月-日，例如 2026-03-16。'));
    if (isTooOften(request))
      return sendPage(reply.header('retry-after', '60'), 429, normativePage(asked, null, '查找过于频繁，请过一分钟再试。'));
    return sendPage(reply, 200, normativePage(asked, await catalogueOn(pool, asked, today), null));
  });
}

type Row = {
  id: string;
  title: string;
  document_number: string;
  maker: string | null;
  published_on: LocalDate;
  valid_from: LocalDate;
  last_day: LocalDate | null;
  filing_number: string;
  standing: PublicDocument['standing'];
  is_demonstration: boolean;
  total: string;
};

async function catalogueOn(pool: Pool, { words, on, page }: AskedList, today: LocalDate): Promise<PublicCatalogue> {
  const found = await asPublic(pool, (client) =>
    rows<Row>(client, 'select * from public_normative_documents($1, $2, $3, $4, $5)', [words, on, today, (page - 1) * PAGE, PAGE]),
  );
  const total = Number(found[0]?.total ?? 0);
  return {
    documents: found.map((r) => ({
      ...{ id: r.id, title: r.title, number: r.document_number, maker: r.maker ?? '', publishedOn: r.published_on, from: r.valid_from },
      ...{ lastDay: r.last_day, filingNumber: r.filing_number, standing: r.standing, isDemonstration: r.is_demonstration },
    })),
    total,
    pages: pagesOf(total, PAGE),
  };
}
