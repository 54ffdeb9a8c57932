import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import type { Json } from '#law';
import type { Platform } from '#platform/acts/perform';
import { audit, auditActor } from '#platform/audit';
import { inTransaction, rows } from '#platform/db';
import type { DraftRenderer } from '#platform/documents/draft-pages';
import { electronicSeal } from '#platform/documents/seal';
import { ABSENT, deny } from '#platform/identity/answers';
import { originOf, sessionOf } from '#platform/identity/guard';
import { toldPaper } from '#platform/matters/visible';
import { withPartiesPrinted } from '#platform/parties/printed';
import { sessionPreamble } from '#platform/session';
import { documentOf } from './templates.ts';

const Params = Type.Object({ id: Type.String({ format: 'uuid' }) }, { additionalProperties: false });

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
};
type Deps = { readonly platform: Platform; readonly publicOrigin: string | null; readonly drafts: DraftRenderer };

/**
 * A recorded document as a picture, for screens that cannot show its PDF: drawn from the facts and the template version
 * fixed in its act. Whoever may fetch the PDF may see it, and it is logged alike; the recorded file is what counts.
 */
export function documentPagesRoute(app: FastifyInstance, { platform, publicOrigin, drafts }: Deps): void {
  app.get<{ Params: Static<typeof Params> }>(
    '/api/documents/:id/pages',
    { schema: { summary: '文书的版面图样', params: Params }, config: { scope: 'business', perMinute: 120 } },
    async (request, reply) => {
      const row = await recorded(platform, request, request.params.id);
      const drawnFrom = row === null ? null : documentOf(row.template, row.template_version, row.facts);
      if (row === null || drawnFrom === null) return deny(reply, ABSENT);
      const document = await withPartiesPrinted(platform, row.matter_id, drawnFrom);
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
      if (typeof drawn === 'string') return { page: null, noPage: { because: drawn, words: NO_PAGE[drawn] }, sealed: row.sealed };
      return { page: drawn, noPage: null, sealed: row.sealed };
    },
  );
}

/** The platform seals with a file of its own, people with a scan that they upload. */
const SEALED = `case when s.id is null then null when s.uploaded_by is null then 'electronically' else 'by-hand' end`;

async function recorded(platform: Platform, request: FastifyRequest, id: string): Promise<Row | null> {
  const session = sessionOf(request);
  return inTransaction(platform.pool, sessionPreamble(session, platform.now()), async (client) => {
    const [row] = await rows<Row>(
      client,
      `select d.matter_id, d.template, d.template_version, d.facts, d.verify_code, d.pdf_file, ${SEALED} as sealed
       from document d join file f on f.id = d.pdf_file left join file s on s.id = d.sealed_file
       where d.id = $1 and ${toldPaper(session, 'd')}`,
      [id],
    );
    if (row === undefined) return null;
    const actor = auditActor(session, originOf(request).source);
    await audit(client, { actor, at: platform.now(), action: 'file.download', object: { kind: 'file', id: row.pdf_file }, result: 'ok' });
    return row;
  });
}
