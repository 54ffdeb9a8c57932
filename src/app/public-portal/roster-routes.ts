import type { FastifyInstance } from 'fastify';
import { type LocalDate, shanghaiDay } from '#law';
import { type Pool, rows } from '#platform/db';
import { asPublic } from './as-public.ts';
import { type ListOptions, pageIn, pagesOf } from './asked-list.ts';
import { sendPage } from './page.ts';
import { ROSTER_PATH, type Roster, rosterPage } from './roster-page.ts';

const PAGE = 50;

/** The public roster of special supervisors (细则 17). */
export function rosterPages(app: FastifyInstance, { pool, now, isTooOften }: ListOptions): void {
  app.get(ROSTER_PATH, { schema: { hide: true }, config: { scope: 'public' } }, async (request, reply) => {
    const today = shanghaiDay(now());
    if (isTooOften(request))
      return sendPage(reply.header('retry-after', '60'), 429, rosterPage(today, null, '查找过于频繁，请过一分钟再试。'));
    return sendPage(reply, 200, rosterPage(today, await rosterOn(pool, today, pageIn(request.query)), null));
  });
}

type Row = { holder: string; area: string | null; term_from: LocalDate; term_to: LocalDate; is_demonstration: boolean; total: string };

async function rosterOn(pool: Pool, today: LocalDate, page: number): Promise<Roster> {
  const found = await asPublic(pool, (client) =>
    rows<Row>(client, 'select * from public_special_roster($1, $2, $3)', [today, (page - 1) * PAGE, PAGE]),
  );
  const total = Number(found[0]?.total ?? 0);
  return {
    lines: found.map((r) => ({
      ...{ holder: r.holder, area: r.area ?? '', from: r.term_from, through: r.term_to, isDemonstration: r.is_demonstration },
    })),
    total,
    page,
    pages: pagesOf(total, PAGE),
  };
}
