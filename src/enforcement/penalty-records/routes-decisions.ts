import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Static } from 'typebox';
import { SHIPPED_LAWS } from '#law';
import type { Platform } from '#platform/acts/perform';
import { exportRoute } from '#platform/http/export-route';
import { ABSENT, deny } from '#platform/identity/answers';
import { sessionOf } from '#platform/identity/guard';
import { toTheEnd } from '#platform/to-the-end';
import { DecisionParams, DecisionsExport, DecisionsQuery, type DecisionView } from './contract.ts';
import { viewOf } from './routes/decision-words.ts';
import { DECISION_COLUMNS, LAYOUT_COLUMNS } from './routes/export-columns.ts';
import { decisionState, listDecisions, nextDecisions } from './store-decisions.ts';

const business = { scope: 'business' } as const;

/** 处罚决定: the list, its export and one decision, each within the reader's sight. */
export async function decisionRoutes(app: FastifyInstance, { platform }: { readonly platform: Platform }): Promise<void> {
  app.get<{ Querystring: DecisionsQuery }>(
    '/api/penalty-records',
    { schema: { summary: '行政处罚决定列表', querystring: DecisionsQuery }, config: business },
    (request) => listDecisions(platform, sessionOf(request), request.query),
  );

  exportRoute(app, platform, {
    ...{ path: '/api/penalty-records/export', summary: '导出行政处罚决定', scope: 'business' },
    ...{ name: '行政处罚决定', object: 'penalty-record', filter: DecisionsExport },
    ...{ columns: DECISION_COLUMNS, whole: LAYOUT_COLUMNS },
    rows: (session, filter) => toTheEnd((cursor) => nextDecisions(platform, session, filter, cursor)),
  });

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
