import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { shanghaiDay } from '#law';
import type { Now } from '#platform/clock-now';
import type { Pool } from '#platform/db';
import type { BlobStore } from '#platform/files';
import { cardNumberOf, holderNameOf, publicCards } from './ask-card.ts';
import { cardPage, type TypedCard } from './card-page.ts';
import { sendPage } from './page.ts';
import { readForm } from './read-form.ts';

export const NO_CARD: TypedCard = { number: '', name: '' };

type Options = {
  readonly pool: Pool;
  readonly now: Now;
  readonly blobs: BlobStore;
  /** Whether this address has asked too much in the running minute, this question counted. */
  readonly isTooOften: (request: FastifyRequest) => boolean;
};

/** Whether a card that somebody holds out counts today: by its number and the name on it, never by the number alone. */
export function cardPages(app: FastifyInstance, { pool, now, blobs, isTooOften }: Options): void {
  const config = { scope: 'public' } as const;
  const hidden = { hide: true } as const;
  const say = (reply: FastifyReply, status: number, typed: TypedCard, reason: string) =>
    sendPage(reply, status, cardPage(typed, { what: 'trouble', reason }));

  app.get('/public/certificates', { schema: hidden, config }, (_request, reply) =>
    sendPage(reply, 200, cardPage(NO_CARD, { what: 'nothing' })),
  );

  app.post('/public/certificates', { schema: hidden, config: { ...config, changesNothing: true } }, async (request, reply) => {
    if (isTooOften(request)) return say(reply.header('retry-after', '60'), 429, NO_CARD, '核对过于频繁，请过一分钟再试。');
    const { number, name } = await readForm(request);
    const asked = { number: cardNumberOf(number), name: holderNameOf(name) };
    if (asked.number === '' || asked.name === '') return say(reply, 400, { number, name }, '请填写证件号和证件上的姓名。');
    const cards = await publicCards({ pool, blobs }, asked, shanghaiDay(now()));
    return sendPage(reply, 200, cardPage({ number, name }, { what: 'cards', cards }));
  });
}
