import type { FastifyInstance } from 'fastify';
import { isRefusal, shanghaiDay } from '#law';
import type { Platform } from '#platform/acts/perform';
import { answerKeyed, sendRefusal } from '#platform/http/act-answers';
import { sendWorkbook } from '#platform/http/send-workbook';
import { ABSENT, deny, UPLOAD_GONE } from '#platform/identity/answers';
import { sessionOf } from '#platform/identity/guard';
import { preview, propose, publish, readWorkbook, revise, type SheetReader } from './actions.ts';
import { changeOf, changeRows, draftOf, EXPORT_TITLES, missingOf } from './actions-read.ts';
import { Params, PreviewBody, ProposeBody, PublishBody, ReviseBody, WorkbookBody } from './contract.ts';

const business = { scope: 'business' } as const;
const everybody = { scope: 'signed-in' } as const;
/** A line is checked as often as a hand can type one. */
const typed = { ...business, perMinute: 120 } as const;
/** A whole list of thousands of lines as it is typed. */
const bodyLimit = 16 * 1024 * 1024;
type Options = { readonly platform: Platform; readonly read: SheetReader };

/**
 * A unit's own lists: drafts are the unit's alone, whoever's range covers it; what is published is everybody's. Review,
 * return, sending and withdrawing are ordinary acts of the matter.
 */
export async function listChangeRoutes(app: FastifyInstance, { platform, read }: Options): Promise<void> {
  app.get('/api/list-changes/missing', { schema: { summary: '清单调整：本单位应录未录、未写公布日期的' }, config: business }, (request) =>
    missingOf(platform, sessionOf(request), shanghaiDay(platform.now())),
  );

  app.post<{ Body: PreviewBody }>(
    '/api/list-changes/preview',
    { bodyLimit, schema: { summary: '清单调整：核对拟调整的事项', body: PreviewBody }, config: typed },
    (request) => preview({ platform, session: sessionOf(request) }, request.body),
  );

  app.post<{ Body: WorkbookBody }>(
    '/api/list-changes/workbook',
    { schema: { summary: '清单调整：读工作簿', body: WorkbookBody }, config: { ...business, perMinute: 30 } },
    async (request, reply) => {
      const found = await readWorkbook({ platform, session: sessionOf(request) }, read, request.body);
      if (found === null) return deny(reply, UPLOAD_GONE);
      return isRefusal(found) ? sendRefusal(reply, found) : found;
    },
  );

  app.post<{ Body: ProposeBody }>(
    '/api/list-changes',
    { bodyLimit, schema: { summary: '清单调整：拟制', body: ProposeBody }, config: typed },
    (request, reply) => answerKeyed(platform, request, reply, (asked) => propose(asked, request.body)),
  );

  app.post<{ Params: Params; Body: ReviseBody }>(
    '/api/list-changes/:id',
    { bodyLimit, schema: { summary: '清单调整：修改拟调整的事项', params: Params, body: ReviseBody }, config: typed },
    (request, reply) => answerKeyed(platform, request, reply, (asked) => revise(asked, request.params.id, request.body)),
  );

  app.post<{ Params: Params; Body: PublishBody }>(
    '/api/list-changes/:id/publish',
    { schema: { summary: '清单调整：批准并公布', params: Params, body: PublishBody }, config: business },
    (request, reply) => answerKeyed(platform, request, reply, (asked) => publish(asked, request.params.id, request.body)),
  );

  app.get<{ Params: Params }>(
    '/api/list-changes/:id',
    { schema: { summary: '清单调整：变化', params: Params }, config: everybody },
    async (request, reply) => (await changeOf(platform, sessionOf(request), request.params.id)) ?? deny(reply, ABSENT),
  );

  app.get<{ Params: Params }>(
    '/api/list-changes/:id/draft',
    { schema: { summary: '清单调整：本单位的拟稿', params: Params }, config: business },
    async (request, reply) => (await draftOf(platform, sessionOf(request), request.params.id)) ?? deny(reply, ABSENT),
  );

  app.get<{ Params: Params }>(
    '/api/list-changes/:id/export',
    { schema: { summary: '清单调整：导出变化', params: Params }, config: { ...everybody, perMinute: 30 } },
    async (request, reply) => {
      const found = await changeRows(platform, sessionOf(request), request.params.id);
      if (found === null) return deny(reply, ABSENT);
      const rows = (async function* () {
        yield* found.rows;
      })();
      return sendWorkbook(platform, request, reply, { name: found.name, object: 'list-change', columns: EXPORT_TITLES, rows });
    },
  );
}
