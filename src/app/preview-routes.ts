import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { formatCitation, type OfficialDocument, type Refusal, withPartyWords } from '#law';
import type { Platform } from '#platform/acts/perform';
import { type PreviewAnswer, previewAct } from '#platform/acts/preview';
import type { DraftedDocument } from '#platform/acts/preview-documents';
import { type DraftPages, draftRenderer, type NoPages } from '#platform/documents/draft-pages';
import { ABSENT, deny } from '#platform/identity/answers';
import { sessionOf } from '#platform/identity/guard';
import { documentPagesRoute } from './document-pages-route.ts';
import { documentOf } from './templates.ts';

const Body = Type.Object(
  {
    kind: Type.String({ maxLength: 60 }),
    act: Type.String({ maxLength: 60 }),
    matterId: Type.Union([Type.String({ format: 'uuid' }), Type.Null()]),
    input: Type.Record(Type.String(), Type.Unknown()),
    legalDate: Type.Optional(Type.String({ maxLength: 20 })),
    reported: Type.Optional(Type.Boolean()),
    /** Which of the documents of the act to draw. */
    which: Type.Optional(Type.Integer({ minimum: 0, maximum: 20 })),
  },
  { additionalProperties: false },
);

const WATERMARKS = { draft: '草稿', unsigned: '未签发' } as const;
/** Stands where the code for public verification will: a code exists only once the document is issued. */
const CODE_TO_COME = '签发时生成';

const NO_PAGE = {
  busy: '此刻预览的人较多，稍后自动再试；不影响填写和办理。',
  'too-long': '内容很长，预览来不及排版；不影响办理，出具后照常生成版式文件。',
  none: '按现在的内容还排不出版面，请先补齐上列各项。',
} as const;

type Deps = { readonly platform: Platform; readonly publicOrigin?: string | null };

/**
 * What an act will print, while it is being written: shown to whoever may do the act now and to nobody else. Nothing
 * is stored, no number is taken, nothing is logged as done; pages are drawn apart from what has been issued.
 */
export async function previewRoutes(app: FastifyInstance, { platform, publicOrigin = null }: Deps): Promise<void> {
  const drafts = draftRenderer();
  app.addHook('onClose', () => drafts.close());
  documentPagesRoute(app, { platform, publicOrigin, drafts });
  app.post<{ Body: Static<typeof Body> }>(
    '/api/previews',
    { schema: { summary: '文书预览（不保存）', body: Body }, config: { scope: 'business', perMinute: 120 } },
    async (request, reply) => {
      const { legalDate, reported, which, ...asked } = request.body;
      const more = { ...(legalDate === undefined ? {} : { legalDate }), ...(reported === undefined ? {} : { reported }) };
      const answer = await previewAct(platform, { by: sessionOf(request), ...asked, ...more });
      if (!answer.ok) return sendNo(reply, answer);
      const shown = Math.min(which ?? 0, answer.documents.length - 1);
      const chosen = answer.documents[shown];
      const drafted = chosen === undefined ? null : contentOf(chosen, answer.missing.length > 0);
      const document = drafted === null ? null : withPartyWords(drafted, answer.parties, '〔待填〕');
      const drawn = document === null ? 'none' : await draw(request, reply, document, answer.issues);
      if (drawn === 'superseded') return reply.code(409).send({ error: 'superseded', reason: '已有更新的内容在预览。' });
      return { ...told(answer), shown, ...pageOf(drawn, answer.undecided) };
    },
  );

  function draw(request: FastifyRequest, reply: FastifyReply, document: OfficialDocument, issues: boolean): Promise<DraftPages | NoPages> {
    const gone = new AbortController();
    reply.raw.once('close', () => gone.abort());
    const layers = { draft: issues ? WATERMARKS.unsigned : WATERMARKS.draft };
    return drafts.render({ document, layers, account: sessionOf(request).accountId, signal: gone.signal });
  }
}

function sendNo(reply: FastifyReply, answer: Extract<PreviewAnswer, { ok: false }>): FastifyReply {
  if (answer.error === 'absent') return deny(reply, ABSENT);
  return reply.code(422).send(refusalView(answer.refusal));
}

function refusalView({ refused, cite, reason }: Refusal) {
  return { refused, cite, article: cite === null ? null : formatCitation(cite), reason };
}

function told(answer: Extract<PreviewAnswer, { ok: true }>) {
  return {
    documents: answer.documents.map(({ name, number }) => ({ name, isNumbered: number !== null })),
    number: answer.nextNumber,
    issues: answer.issues,
    on: answer.on,
    missing: answer.missing,
    refusal: answer.refusal === null ? null : refusalView(answer.refusal),
  };
}

function pageOf(drawn: DraftPages | 'busy' | 'too-long' | 'none', undecided: string | null) {
  if (typeof drawn !== 'string') return { page: drawn, noPage: null };
  const words = undecided === null ? NO_PAGE[drawn] : `选定“${undecided}”后，在这里看到将要印出的版面。`;
  return { page: null, noPage: { because: drawn, words } };
}

/** A mark may stand where a template needs more than a mark; a whole input always gives a document. */
function contentOf(drafted: DraftedDocument, isMarked: boolean): OfficialDocument | null {
  try {
    const document = documentOf(drafted.template, drafted.template_version, drafted.facts);
    return document === null ? null : { ...document, verifyCode: drafted.publiclyVerifiable ? CODE_TO_COME : null };
  } catch (error) {
    if (isMarked) return null;
    throw error;
  }
}
