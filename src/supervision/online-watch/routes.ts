import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Static } from 'typebox';
import { isRefusal, type Refusal, shanghaiDay } from '#law';
import { ALL_RULES, ruleById } from '#law/rules/index';
import type { Platform } from '#platform/acts/perform';
import type { FindingItem } from '#platform/findings/list';
import { requestKey, sendAnswer, sendNoKey, sendRefusal } from '#platform/http/act-answers';
import { exportRoute } from '#platform/http/export-route';
import { ABSENT, deny } from '#platform/identity/answers';
import { originOf, sessionOf } from '#platform/identity/guard';
import { type CaseOpening, confirmCleared, excludeFindings, sendDown, takeUp } from './actions.ts';
import {
  CountsQuery,
  DecideBody,
  ExcludeBody,
  ExportQuery,
  FindingParams,
  FindingsQuery,
  type FindingView,
  GroupsQuery,
  NotJudgedQuery,
  RuleParams,
  TakeUpBody,
  type UnansweredRule,
} from './contract.ts';
import { exportedFindings, FINDING_COLUMNS } from './routes/export.ts';
import { offersOf } from './routes/offers.ts';
import { ruleLine, ruleView } from './routes/rule-lines.ts';
import { readFigures, readFinding, readFindings, readGroups, readNotJudged, readRuleHistory, readSummary } from './store.ts';

type Options = {
  readonly platform: Platform;
  readonly caseOpening: CaseOpening;
  /** Numbered rules that no room can answer yet, and the fact that is missing. */
  readonly unanswered: readonly UnansweredRule[];
};
const business = { scope: 'business' } as const;

/** 预警 and 规则: lists, counts, export and decisions, each within the reader's sight. */
export async function onlineWatchRoutes(app: FastifyInstance, options: Options): Promise<void> {
  findingReads(app, options.platform);
  findingDecisions(app, options);
  ruleReads(app, options);
}

function findingReads(app: FastifyInstance, platform: Platform): void {
  app.get<{ Querystring: FindingsQuery }>(
    '/api/findings',
    { schema: { summary: '预警列表', querystring: FindingsQuery }, config: business },
    async (request) => {
      const { cursor, limit, ...filter } = request.query;
      const page = { ...(cursor === undefined ? {} : { cursor }), ...(limit === undefined ? {} : { limit }) };
      const found = await readFindings(platform, sessionOf(request), filter, page);
      return { ...found, items: found.items.map(titled) };
    },
  );

  app.get<{ Querystring: GroupsQuery }>(
    '/api/findings/groups',
    { schema: { summary: '预警按规则或者单位汇总', querystring: GroupsQuery }, config: business },
    async (request) => {
      const { by, ...filter } = request.query;
      const groups = await readGroups(platform, sessionOf(request), filter, by);
      return { items: by === 'rule' ? groups.map((g) => ({ ...g, name: titleOf(g.id) })) : groups };
    },
  );

  app.get<{ Querystring: CountsQuery }>(
    '/api/findings/summary',
    { schema: { summary: '预警计数', querystring: CountsQuery }, config: business },
    (request) => readSummary(platform, sessionOf(request), request.query),
  );

  app.get<{ Querystring: NotJudgedQuery }>(
    '/api/findings/not-judged',
    { schema: { summary: '无法判断', querystring: NotJudgedQuery }, config: business },
    async (request) => {
      const found = await readNotJudged(platform, sessionOf(request), request.query);
      return { ...found, items: found.items.map((item) => ({ ...item, title: titleOf(item.rule) })) };
    },
  );

  exportRoute(app, platform, {
    ...{ path: '/api/findings/export', summary: '导出预警', scope: 'business' },
    ...{ name: '预警', object: 'finding', filter: ExportQuery, columns: FINDING_COLUMNS },
    rows: (session, filter) => exportedFindings(platform, session, filter),
  });

  app.get<{ Params: Static<typeof FindingParams> }>(
    '/api/findings/:id',
    { schema: { summary: '预警', params: FindingParams }, config: business },
    async (request, reply): Promise<FindingView | FastifyReply> => {
      const session = sessionOf(request);
      const today = shanghaiDay(platform.now());
      const found = await readFinding(platform, session, request.params.id, today);
      if (found === null) return deny(reply, ABSENT);
      const { view, certificates } = found;
      const rule = ruleById(view.ruleId);
      const offers = offersOf(view, session, certificates, today);
      return { ...view, ruleTitle: rule?.title ?? view.ruleId, ruleCurrent: rule?.version ?? null, offers };
    },
  );
}

function findingDecisions(app: FastifyInstance, { platform, caseOpening }: Options): void {
  app.post<{ Body: ExcludeBody }>(
    '/api/findings/exclude',
    { schema: { summary: '排除预警（细则第十六条）', body: ExcludeBody }, config: business },
    async (request, reply) => answered(reply, await excludeFindings(platform, sessionOf(request), request.body, originOf(request).source)),
  );

  app.post<{ Body: DecideBody }>(
    '/api/findings/confirm-cleared',
    { schema: { summary: '确认红色预警消除', body: DecideBody }, config: business },
    async (request, reply) => answered(reply, await confirmCleared(platform, sessionOf(request), request.body, originOf(request).source)),
  );

  app.post<{ Body: DecideBody }>(
    '/api/findings/send-down',
    { schema: { summary: '下发预警核查', body: DecideBody }, config: business },
    async (request, reply) => {
      const { ids, words } = request.body;
      const idempotencyKey = requestKey(request);
      if (idempotencyKey === null) return sendNoKey(reply);
      return sendAnswer(reply, await sendDown(platform, sessionOf(request), { ids, request: words, idempotencyKey }));
    },
  );

  app.post<{ Body: TakeUpBody }>(
    '/api/findings/take-up',
    { schema: { summary: '预警并入监督事项', body: TakeUpBody }, config: business },
    async (request, reply) => {
      const idempotencyKey = requestKey(request);
      if (idempotencyKey === null) return sendNoKey(reply);
      return sendAnswer(reply, await takeUp(platform, sessionOf(request), caseOpening, { ...request.body, idempotencyKey }));
    },
  );
}

function ruleReads(app: FastifyInstance, { platform, unanswered }: Options): void {
  app.get('/api/rules', { schema: { summary: '监督规则' }, config: business }, async (request) => {
    const figures = await readFigures(platform, sessionOf(request));
    return { items: ALL_RULES.map((rule) => ruleLine(rule, figures)), unanswered };
  });

  app.get<{ Params: Static<typeof RuleParams> }>(
    '/api/rules/:id',
    { schema: { summary: '监督规则', params: RuleParams }, config: business },
    async (request, reply) => {
      const rule = ruleById(request.params.id);
      if (rule === null) return deny(reply, ABSENT);
      const session = sessionOf(request);
      const line = ruleLine(rule, await readFigures(platform, session));
      return ruleView(rule, line, await readRuleHistory(platform, session, rule.id), platform.law().currentProfile(session.city));
    },
  );
}

function titleOf(rule: string): string {
  return ruleById(rule)?.title ?? rule;
}

function titled(item: FindingItem): FindingItem & { readonly ruleTitle: string } {
  return { ...item, ruleTitle: titleOf(item.ruleId) };
}

function answered(reply: FastifyReply, outcome: { readonly decided: number } | Refusal): FastifyReply {
  return isRefusal(outcome) ? sendRefusal(reply, outcome) : reply.send(outcome);
}
