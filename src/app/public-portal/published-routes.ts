import type { FastifyInstance } from 'fastify';
import { shanghaiDay } from '#law';
import { asPublic } from './as-public.ts';
import { askedList, type ListOptions, pagesOf } from './asked-list.ts';
import type { OpenRegister } from './open-register.ts';
import { sendPage } from './page.ts';
import { publishedPage } from './published-page.ts';
import { OPEN_REGISTERS } from './published-registers.ts';

const PAGE = 20;

/** Registers that the law wants published: by words and by the day on which they count. */
export function publishedPages(app: FastifyInstance, options: ListOptions): void {
  for (const register of OPEN_REGISTERS) servePage(app, register, options);
}

function servePage(app: FastifyInstance, register: OpenRegister, { pool, now, isTooOften }: ListOptions): void {
  app.get(register.path, { schema: { hide: true }, config: { scope: 'public' } }, async (request, reply) => {
    const { asked, isDay } = askedList(request.query, shanghaiDay(now()));
    const say = (status: number, trouble: string) => sendPage(reply, status, publishedPage(register, asked, null, trouble));
    if (!isDay) return say(400, '日期应当写成 年-月-日，例如 2026-03-16。');
    if (isTooOften(request)) {
      reply.header('retry-after', '60');
      return say(429, '查找过于频繁，请过一分钟再试。');
    }
    const { entries, total } = await asPublic(pool, (client) => register.read(client, asked, (asked.page - 1) * PAGE, PAGE));
    return sendPage(reply, 200, publishedPage(register, asked, { entries, total, pages: pagesOf(total, PAGE) }, null));
  });
}
