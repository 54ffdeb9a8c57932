import { randomUUID } from 'node:crypto';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { shanghaiDay } from '#law';
import type { Platform } from '#platform/acts/perform';
import { databaseTrouble } from '#platform/db';
import type { BlobStore } from '#platform/files';
import { rateLimit } from '#platform/identity/rate-limit';
import { sourceOf } from '#platform/identity/sign-in-source';
import { publicVerdict } from './ask.ts';
import { publicCardOf } from './ask-card.ts';
import { plain } from './asked-list.ts';
import { cardPage } from './card-page.ts';
import { cardPages, NO_CARD } from './card-routes.ts';
import { html } from './html.ts';
import { normativePages } from './normative-routes.ts';
import { page, sendPage } from './page.ts';
import { publishedPages } from './published-routes.ts';
import { codeOf, numberOf } from './question.ts';
import { FORM_LIMITS, LARGEST_MB, readForm } from './read-form.ts';
import { rosterPages } from './roster-routes.ts';
import { suggestionPages } from './suggestion-routes.ts';
import { type Shown, type Typed, verifyPage } from './verify-page.ts';

/** Questions a minute from one address: an office full of people behind one of them, but nobody who tries codes. */
const QUESTIONS_A_MINUTE = 30;
const LONGEST_CODE = 60;
const EMPTY: Typed = { code: '', number: '' };
/** What the boundaries and headers of the form take beside the file. */
const FRAME_BYTES = 16 * 1024;

type Stores = { readonly platform: Platform; readonly blobs: BlobStore };

/**
 * The public face: pages without script for anybody, who is never asked who they are. Nothing here writes but the form for
 * suggestions to review a normative document.
 */
export async function publicPortal(app: FastifyInstance, { platform, blobs }: Stores): Promise<void> {
  const { pool, now } = platform;
  const limit = rateLimit(now);
  const config = { scope: 'public' } as const;
  const hidden = { hide: true } as const;
  await app.register(multipart, { limits: FORM_LIMITS, throwFileSizeLimit: false });
  app.setErrorHandler((error, request, reply) => sendTrouble(error, request, reply));

  const isTooOften = (request: FastifyRequest): boolean => !limit(sourceOf(request.ip), QUESTIONS_A_MINUTE);
  const verdictOf = async (typed: Typed, sha256: string | null): Promise<Shown> => {
    const number = numberOf(typed.number);
    const verdict = await publicVerdict(pool, { code: codeOf(typed.code), number, sha256 });
    return { what: 'verdict', verdict, isNumberAsked: number !== null };
  };

  app.get('/public/verify', { schema: hidden, config }, async (request, reply) => {
    const code = codeIn(request.query);
    if (code === '') return sendPage(reply, 200, verifyPage(EMPTY, { what: 'nothing' }));
    if (isTooOften(request)) return sendTooOften(reply);
    const card = await publicCardOf({ pool, blobs }, codeOf(code), shanghaiDay(now()));
    if (card !== null) return sendPage(reply, 200, cardPage(NO_CARD, { what: 'cards', cards: [card] }));
    const typed = { code, number: '' };
    return sendPage(reply, 200, verifyPage(typed, await verdictOf(typed, null)));
  });

  app.post('/public/verify', { schema: hidden, config: { ...config, changesNothing: true } }, async (request, reply) => {
    if (isTooOften(request)) return sendTooOften(reply);
    if (Number(request.headers['content-length'] ?? 0) > FORM_LIMITS.fileSize + FRAME_BYTES) return sendTooLarge(reply, EMPTY);
    const { file, isTooLarge, code, number } = await readForm(request);
    const typed = { code, number };
    if (isTooLarge) return sendTooLarge(reply, typed);
    if (codeOf(typed.code) === '') return sendPage(reply, 400, verifyPage(typed, { what: 'trouble', reason: '请填写核验码。' }));
    const card = await publicCardOf({ pool, blobs }, codeOf(typed.code), shanghaiDay(now()));
    if (card !== null) return sendPage(reply, 200, cardPage(NO_CARD, { what: 'cards', cards: [card] }));
    return sendPage(reply, 200, verifyPage(typed, await verdictOf(typed, file)));
  });

  cardPages(app, { pool, now, blobs, isTooOften });
  normativePages(app, { pool, now, isTooOften });
  suggestionPages(app, { platform, isTooOften });
  rosterPages(app, { pool, now, isTooOften });
  publishedPages(app, { pool, now, isTooOften });

  app.get('/public', { schema: hidden, config }, (_request, reply) => reply.redirect('/public/verify'));
  app.get('/public/*', { schema: hidden, config }, (_request, reply) => sendPage(reply, 404, NO_PAGE));
}

const NO_PAGE = page('没有这个页面', html`<h1>没有这个页面</h1><p>地址可能不完整，或者页面已经移走。可以公开查询的都列在下面。</p>`);

/** Scanners and messengers add parameters of their own: only one plain code counts. */
function codeIn(query: unknown): string {
  return plain(query, 'code').slice(0, LONGEST_CODE);
}

function sendTooOften(reply: FastifyReply): FastifyReply {
  const shown = { what: 'trouble', reason: '核验过于频繁，请过一分钟再试。' } as const;
  return sendPage(reply.header('retry-after', '60'), 429, verifyPage(EMPTY, shown));
}

function sendTooLarge(reply: FastifyReply, typed: Typed): FastifyReply {
  const reason = `所选文件超过 ${LARGEST_MB} MB，不会是本平台制发的文书。请改选文书的电子文件，或者不选文件只核对核验码。`;
  return sendPage(reply.header('connection', 'close'), 413, verifyPage(typed, { what: 'trouble', reason }));
}

/** Errors of this face are pages too, and say no more than anybody may know. */
function sendTrouble(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const say = (status: number, reason: string) => sendPage(reply, status, verifyPage(EMPTY, { what: 'trouble', reason }));
  if (databaseTrouble(error) !== null) return say(503, '平台暂时不能核验，请稍后再试。');
  const status: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'statusCode') : null;
  if (typeof status === 'number' && status >= 400 && status < 500) return say(400, '提交的内容无法读取，请使用下面的表单重新填写。');
  const trace = randomUUID().slice(0, 8);
  console.error(`[${trace}] ${request.method} ${request.routeOptions.url ?? ''}`, error);
  return say(500, `平台出错，没有核验。请稍后再试，或者向平台管理单位说明错误编号 ${trace}。`);
}
