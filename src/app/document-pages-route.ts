import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { type Json, shanghaiDay } from '#law';
import type { Platform } from '#platform/acts/perform';
import { audit, auditActor } from '#platform/audit';
import { maskedFor } from '#platform/case-file/content';
import { SEALED } from '#platform/case-file/papers';
import { inTransaction, rows } from '#platform/db';
import type { DraftRenderer } from '#platform/documents/draft-pages';
import { electronicSeal } from '#platform/documents/seal';
import { ABSENT, deny } from '#platform/identity/answers';
import { originOf, sessionOf } from '#platform/identity/guard';
import { toldPaper } from '#platform/matters/visible';
import { asksReason } from '#platform/parties/numbers';
import { withPartiesPrinted } from '#platform/parties/printed';
import { sessionPreamble } from '#platform/session';
import { documentOf } from './templates.ts';

const Params = Type.Object({ id: Type.String({ format: 'uuid' }) }, { additionalProperties: false });

const Why = Type.Object(
  {
    /** 调阅事由: shows the page with the numbers of persons on it to whoever is not of the handling organ. */
    reason: Type.Optional(Type.String({ minLength: 4, maxLength: 200 })),
  },
  { additionalProperties: false },
);

const NO_PAGE = {
  busy: '此刻排版的人较多，稍后自动再试；也可以直接打开 PDF。',
  'too-long': '文书很长，请打开 PDF 阅读。',
  superseded: '',
} as const;

type Row = {
  readonly matter_id: string;
  readonly template: string;
  readonly template_version: number;
  readonly facts: Json;
  readonly verify_code: string | null;
  readonly pdf_file: string;
  readonly sealed: 'electronically' | 'by-hand' | null;
  readonly asks_reason: boolean | null;
};
type Deps = { readonly platform: Platform; readonly publicOrigin: string | null; readonly drafts: DraftRenderer };

/**
 * A recorded document as a picture, for screens that cannot show its PDF: drawn from the facts and the template version
 * fixed in its act. Whoever may fetch the PDF may see it, and it is logged alike; the recorded file is what counts. Who has
 * no task with the numbers of persons on it is shown it without them, unless a reason is stated (adr/0021).
 */
export function documentPagesRoute(app: FastifyInstance, { platform, publicOrigin, drafts }: Deps): void {
  app.get<{ Params: Static<typeof Params>; Querystring: Static<typeof Why> }>(
    '/api/documents/:id/pages',
    { schema: { summary: '文书的版面图样', params: Params, querystring: Why }, config: { scope: 'business', perMinute: 120 } },
    async (request, reply) => {
      const row = await recorded(platform, request, request.params.id, request.query.reason);
      const drawnFrom = row === null ? null : documentOf(row.template, row.template_version, row.facts);
      if (row === null || drawnFrom === null) return deny(reply, ABSENT);
      const isMasked = row.asks_reason === true && request.query.reason === undefined;
      const document = isMasked
        ? await maskedFor(platform, row.matter_id, drawnFrom, shanghaiDay(platform.now()))
        : await withPartiesPrinted(platform, row.matter_id, drawnFrom);
      const gone = new AbortController();
      reply.raw.once('close', () => gone.abort());
      const seal = row.sealed === 'electronically' ? electronicSeal(document.signature?.organisation ?? document.issuer) : null;
      const drawn = await drafts.render({
        document: { ...document, verifyCode: row.verify_code },
        layers: { seal, verifyBaseUrl: publicOrigin },
        // A draft that the same person writes meanwhile waits in a place of its own.
        account: `${sessionOf(request).accountId} reads`,
        signal: gone.signal,
      });
      if (typeof drawn === 'string') return { page: null, noPage: { because: drawn, words: NO_PAGE[drawn] }, sealed: row.sealed, isMasked };
      return { page: drawn, noPage: null, sealed: row.sealed, isMasked };
    },
  );
}

async function recorded(platform: Platform, request: FastifyRequest, id: string, reason: string | undefined): Promise<Row | null> {
  const session = sessionOf(request);
  return inTransaction(platform.pool, sessionPreamble(session, platform.now()), async (client) => {
    const [row] = await rows<Row>(
      client,
      `select d.matter_id, d.template, d.template_version, d.facts, d.verify_code, d.pdf_file, ${SEALED} as sealed,
         (select ${asksReason(session, platform.kinds, 'm')} from matter m where m.id = d.matter_id and m.cohort = d.cohort) as asks_reason
       from document d join file f on f.id = d.pdf_file left join file s on s.id = d.sealed_file
       where d.id = $1 and ${toldPaper(session, 'd')}`,
      [id],
    );
    if (row === undefined) return null;
    const actor = auditActor(session, originOf(request).source);
    const event = { actor, at: platform.now(), action: 'file.download', object: { kind: 'file', id: row.pdf_file }, result: 'ok' } as const;
    await audit(client, reason === undefined ? event : { ...event, detail: { reason } });
    return row;
  });
}
