import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type LocalDate, parseLocalDate, shanghaiDay } from '#law';
import type { Now } from '#platform/clock-now';
import { inTransaction, type Pool, rows } from '#platform/db';
import { normativePage, type PublicCatalogue, type PublicDocument } from './normative-page.ts';
import { sendPage } from './page.ts';

/** Asks as a role without a right on any table, like the verification of documents. */
const PREAMBLE = 'set transaction read only; set local role app_public;';
const PAGE = 20;
const MOST_PAGES = 500;
const LONGEST = 60;

type Options = {
  readonly pool: Pool;
  readonly now: Now;
  /** Whether this address has asked too much in the running minute, this question counted. */
  readonly isTooOften: (request: FastifyRequest) => boolean;
};

/** The public catalogue of filed normative documents: by words and by the day on which they count. */
export function normativePages(app: FastifyInstance, { pool, now, isTooOften }: Options): void {
  app.get('/public/normative-documents', { schema: { hide: true }, config: { scope: 'public' } }, async (request, reply) => {
    const today = shanghaiDay(now());
    const words = plain(request.query, 'q')
      .slice(0, LONGEST)
      .replace(/[\p{Cf}\p{Cc}]/gu, '')
      .trim();
    const typedDay = plain(request.query, 'on');
    const on = typedDay === '' ? today : parseLocalDate(typedDay);
    const asked = { words, on: on ?? today, page: pageOf(plain(request.query, 'page')) };
    if (on === null) return sendPage(reply, 400, normativePage(asked, null, '日期应当写成 年-月-日，例如 2026-03-16。'));
    if (isTooOften(request))
      return sendPage(reply.header('retry-after', '60'), 429, normativePage(asked, null, '查找过于频繁，请过一分钟再试。'));
    return sendPage(reply, 200, normativePage(asked, await catalogueOn(pool, asked, today), null));
  });
}

/** Anybody may give a parameter twice: only one plain value counts. */
function plain(query: unknown, name: string): string {
  const value: unknown = typeof query === 'object' && query !== null ? Reflect.get(query, name) : null;
  return typeof value === 'string' ? value : '';
}

function pageOf(typed: string): number {
  return /^[1-9]\d{0,2}$/.test(typed) ? Math.min(Number(typed), MOST_PAGES) : 1;
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

async function catalogueOn(
  pool: Pool,
  { words, on, page }: { readonly words: string; readonly on: LocalDate; readonly page: number },
  today: LocalDate,
): Promise<PublicCatalogue> {
  const found = await inTransaction(pool, PREAMBLE, (client) =>
    rows<Row>(client, 'select * from public_normative_documents($1, $2, $3, $4, $5)', [words, on, today, (page - 1) * PAGE, PAGE]),
  );
  const total = Number(found[0]?.total ?? 0);
  return {
    documents: found.map((r) => ({
      ...{ id: r.id, title: r.title, number: r.document_number, maker: r.maker ?? '', publishedOn: r.published_on, from: r.valid_from },
      ...{ lastDay: r.last_day, filingNumber: r.filing_number, standing: r.standing, isDemonstration: r.is_demonstration },
    })),
    total,
    pages: Math.max(1, Math.ceil(total / PAGE)),
  };
}
