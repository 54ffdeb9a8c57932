import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Static } from 'typebox';
import { SHIPPED_LAWS } from '#law';
import type { Platform } from '#platform/acts/perform';
import { sendWorkbook } from '#platform/http/send-workbook';
import { ABSENT, deny } from '#platform/identity/answers';
import { sessionOf } from '#platform/identity/guard';
import type { Session } from '#platform/session';
import { DecisionParams, DecisionsExport, DecisionsQuery, type DecisionView } from './contract.ts';
import { DECISION_COLUMNS, decisionCells, viewOf } from './routes/decision-words.ts';
import { type DecisionFilter, decisionState, listDecisions, nextDecisions } from './store-decisions.ts';

const business = { scope: 'business' } as const;

/** 处罚决定: the list, its export and one decision, each within the reader's sight. */
export async function decisionRoutes(app: FastifyInstance, { platform }: { readonly platform: Platform }): Promise<void> {
  app.get<{ Querystring: DecisionsQuery }>(
    '/api/penalty-records',
    { schema: { summary: '行政处罚决定列表', querystring: DecisionsQuery }, config: business },
    (request) => listDecisions(platform, sessionOf(request), request.query),
  );

  app.get<{ Querystring: DecisionsExport }>(
    '/api/penalty-records/export',
    { schema: { summary: '导出行政处罚决定', querystring: DecisionsExport }, config: { ...business, perMinute: 30 } },
    (request, reply) =>
      sendWorkbook(platform, request, reply, {
        name: '行政处罚决定',
        object: 'penalty-record',
        columns: DECISION_COLUMNS,
        rows: exported(platform, sessionOf(request), request.query),
      }),
  );

  app.get<{ Params: Static<typeof DecisionParams> }>(
    '/api/penalty-records/:id',
    { schema: { summary: '行政处罚决定', params: DecisionParams }, config: business },
    async (request, reply): Promise<DecisionView | FastifyReply> => {
      const state = await decisionState(platform, sessionOf(request), request.params.id);
      if (state === null) return deny(reply, ABSENT);
      const { library } = (await platform.lawSources?.(platform.pool)) ?? SHIPPED_LAWS;
      return viewOf(state, library);
    },
  );
}

/** The same list as on screen, to its end. */
async function* exported(platform: Platform, session: Session, filter: DecisionFilter) {
  let cursor: string | undefined;
  do {
    const page: Awaited<ReturnType<typeof nextDecisions>> = await nextDecisions(platform, session, filter, cursor);
    for (const item of page.items) yield decisionCells(item);
    cursor = page.cursor ?? undefined;
  } while (cursor !== undefined);
}
