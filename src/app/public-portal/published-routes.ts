import type { FastifyInstance, FastifyRequest } from 'fastify';
import { parseLocalDate, shanghaiDay } from '#law';
import type { Now } from '#platform/clock-now';
import { inTransaction, type Pool } from '#platform/db';
import { sendPage } from './page.ts';
import { publishedPage } from './published-page.ts';
import { OPEN_REGISTERS, type OpenRegister } from './published-registers.ts';

/** Asks as a role without a right on any table, like the verification of documents. */
const PREAMBLE = 'set transaction read only; set local role app_public;';
const PAGE = 20;
const LONGEST = 60;

type Options = {
  readonly pool: Pool;
  readonly now: Now;
  /** Whether this address has asked too much in the running minute, this question counted. */
  readonly isTooOften: (request: FastifyRequest) => boolean;
};

/** Registers that the law wants published: by words and by the day on which they count. */
export function publishedPages(app: FastifyInstance, options: Options): void {
  for (const register of OPEN_REGISTERS) servePage(app, register, options);
}

function servePage(app: FastifyInstance, register: OpenRegister, { pool, now, isTooOften }: Options): void {
  app.get(register.path, { schema: { hide: true }, config: { scope: 'public' } }, async (request, reply) => {
    const today = shanghaiDay(now());
    const words = plain(request.query, 'q')
      .slice(0, LONGEST)
      .replace(/[\p{Cf}\p{Cc}]/gu, '')
      .trim();
    const typedDay = plain(request.query, 'on');
    const on = typedDay === '' ? today : parseLocalDate(typedDay);
    const asked = { words, on: on ?? today, page: pageOf(plain(request.query, 'page')) };
    const say = (status: number, trouble: string) => sendPage(reply, status, publishedPage(register, asked, null, trouble));
    if (on === null) return say(400, '日期应当写成 年-月-日，例如 2026-03-16。');
    if (isTooOften(request)) {
      reply.header('retry-after', '60');
      return say(429, '查找过于频繁，请过一分钟再试。');
    }
    const { entries, total } = await inTransaction(pool, PREAMBLE, (client) => register.read(client, asked, (asked.page - 1) * PAGE, PAGE));
    return sendPage(reply, 200, publishedPage(register, asked, { entries, total, pages: Math.max(1, Math.ceil(total / PAGE)) }, null));
  });
}

/** Anybody may give a parameter twice: only one plain value counts. */
function plain(query: unknown, name: string): string {
  const value: unknown = typeof query === 'object' && query !== null ? Reflect.get(query, name) : null;
  return typeof value === 'string' ? value : '';
}

function pageOf(typed: string): number {
  return /^[1-9]\d{0,2}$/.test(typed) ? Number(typed) : 1;
}
