import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type LocalDate, shanghaiDay } from '#law';
import type { Now } from '#platform/clock-now';
import { inTransaction, type Pool, rows } from '#platform/db';
import { sendPage } from './page.ts';
import { type Roster, rosterPage } from './roster-page.ts';

/** Asks as a role without a right on any table, like the verification of documents. */
const PREAMBLE = 'set transaction read only; set local role app_public;';
const PAGE = 50;

type Options = {
  readonly pool: Pool;
  readonly now: Now;
  /** Whether this address has asked too much in the running minute, this question counted. */
  readonly isTooOften: (request: FastifyRequest) => boolean;
};

/** The public roster of special supervisors (细则 17). */
export function rosterPages(app: FastifyInstance, { pool, now, isTooOften }: Options): void {
  app.get('/public/special-supervisors', { schema: { hide: true }, config: { scope: 'public' } }, async (request, reply) => {
    const today = shanghaiDay(now());
    if (isTooOften(request))
      return sendPage(reply.header('retry-after', '60'), 429, rosterPage(today, null, '查找过于频繁，请过一分钟再试。'));
    return sendPage(reply, 200, rosterPage(today, await rosterOn(pool, today, pageOf(request.query)), null));
  });
}

/** Anybody may give a parameter twice or in words: only one plain number counts. */
function pageOf(query: unknown): number {
  const typed: unknown = typeof query === 'object' && query !== null ? Reflect.get(query, 'page') : null;
  return typeof typed === 'string' && /^[1-9]\d{0,2}$/.test(typed) ? Number(typed) : 1;
}

type Row = { holder: string; area: string | null; term_from: LocalDate; term_to: LocalDate; is_demonstration: boolean; total: string };

async function rosterOn(pool: Pool, today: LocalDate, page: number): Promise<Roster> {
  const found = await inTransaction(pool, PREAMBLE, (client) =>
    rows<Row>(client, 'select * from public_special_roster($1, $2, $3)', [today, (page - 1) * PAGE, PAGE]),
  );
  const total = Number(found[0]?.total ?? 0);
  return {
    lines: found.map((r) => ({
      ...{ holder: r.holder, area: r.area ?? '', from: r.term_from, through: r.term_to, isDemonstration: r.is_demonstration },
    })),
    total,
    page,
    pages: Math.max(1, Math.ceil(total / PAGE)),
  };
}
