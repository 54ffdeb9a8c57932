import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { isRefusal, type Refusal, ROLE_LABELS } from '#law';
import type { By } from '#platform/identity/administration';
import { findOrganisations, listAccounts, listMachineKeys, listRequests } from '#platform/identity/administration-lists';
import { disableAccount, endPost, endSessionsOf, revokeMachineKey } from '#platform/identity/at-once';
import { type Change, requestChange } from '#platform/identity/change-requests';
import { decideRequest, withdrawRequest } from '#platform/identity/decide-request';
import { originOf, signedInOf } from '#platform/identity/guard';
import type { Identity } from '#platform/identity/identity';
import { MACHINE_SCOPES } from '#platform/identity/machine-keys';
import { type AdminHealth, adminHealth } from './admin-health.ts';
import {
  AccountBody,
  DecisionBody,
  MachineKeyBody,
  MatterGrantBody,
  newPostOf,
  PageQuery,
  PostGrantBody,
  ReasonBody,
  RequestQuery,
} from './admin-schemas.ts';
import { IdParams } from './schema-parts.ts';

export type AdminOptions = {
  readonly identity: Identity;
  /** Free and total bytes of the data folder's disk, where known. */
  readonly space?: () => AdminHealth['disk'];
};
type Params = { Params: Static<typeof IdParams> };

/** Accounts, posts, grants and keys: asked by the system administrator, decided by the security administrator. */
export async function adminRoutes(app: FastifyInstance, { identity, space = () => null }: AdminOptions): Promise<void> {
  app.get('/api/admin/health', { schema: { summary: '运行状况' }, config: { scope: 'admin:system' } }, () =>
    adminHealth(identity.pool, identity.now(), space()),
  );
  lists(app, identity);
  accountRequests(app, identity);
  otherRequests(app, identity);
  decisions(app, identity);
  atOnce(app, identity);
}

function lists(app: FastifyInstance, identity: Identity): void {
  const both = { scope: ['admin:system', 'admin:security'] } as const;
  app.get<{ Querystring: Static<typeof PageQuery> }>(
    '/api/admin/accounts',
    { schema: { summary: '账号', querystring: PageQuery }, config: both },
    ({ query }) => listAccounts(identity, query.q || null, query.cursor ?? null, query.limit ?? 50),
  );
  app.get<{ Querystring: Static<typeof RequestQuery> }>(
    '/api/admin/requests',
    { schema: { summary: '变更申请', querystring: RequestQuery }, config: both },
    async ({ query }) => ({ items: await listRequests(identity, query.state ?? null, 200) }),
  );
  app.get('/api/admin/machine-keys', { schema: { summary: '接口密钥' }, config: both }, async () => ({
    items: await listMachineKeys(identity),
    scopes: MACHINE_SCOPES,
  }));
  app.get('/api/admin/roles', { schema: { summary: '岗位种类' }, config: both }, async () => ({ roles: ROLE_LABELS }));
  app.get<{ Querystring: { q?: string } }>(
    '/api/admin/organisations',
    { schema: { summary: '按名称找单位', querystring: Type.Pick(PageQuery, ['q']) }, config: both },
    async ({ query }) => ({ items: query.q ? await findOrganisations(identity, query.q) : [] }),
  );
}

const ASKING = { scope: 'admin:system', stepUp: true } as const;

function accountRequests(app: FastifyInstance, identity: Identity): void {
  app.post<{ Body: Static<typeof AccountBody> }>(
    '/api/admin/accounts',
    { schema: { summary: '申请新建账号', body: AccountBody }, config: ASKING },
    (request, reply) => {
      const { reason, posts, officerId, personNumber, ...rest } = request.body;
      const change: Change = {
        kind: 'account-create',
        ...rest,
        officerId: officerId ?? null,
        personNumber: personNumber ?? null,
        posts: posts.map(newPostOf),
      };
      return answer(reply, requestChange(identity, byOf(request), change, reason));
    },
  );
  for (const [path, kind, summary] of [
    ['enable', 'account-enable', '申请恢复账号'],
    ['reset', 'account-reset', '申请重置口令和验证器'],
  ] as const)
    app.post<Params & { Body: Static<typeof ReasonBody> }>(
      `/api/admin/accounts/:id/${path}`,
      { schema: { summary, params: IdParams, body: ReasonBody }, config: ASKING },
      (request, reply) =>
        answer(reply, requestChange(identity, byOf(request), { kind, accountId: request.params.id }, request.body.reason)),
    );
}

function otherRequests(app: FastifyInstance, identity: Identity): void {
  app.post<Params & { Body: Static<typeof PostGrantBody> }>(
    '/api/admin/accounts/:id/posts',
    { schema: { summary: '申请任命岗位', params: IdParams, body: PostGrantBody }, config: ASKING },
    (request, reply) => {
      const change = { kind: 'post-grant', accountId: request.params.id, post: newPostOf(request.body.post) } as const;
      return answer(reply, requestChange(identity, byOf(request), change, request.body.reason));
    },
  );
  app.post<Params & { Body: Static<typeof MatterGrantBody> }>(
    '/api/admin/accounts/:id/grants',
    { schema: { summary: '申请授权查看办件', params: IdParams, body: MatterGrantBody }, config: ASKING },
    (request, reply) => {
      const { reason, ...grant } = request.body;
      return answer(
        reply,
        requestChange(identity, byOf(request), { kind: 'matter-grant', accountId: request.params.id, ...grant }, reason),
      );
    },
  );
  app.post<Params & { Body: Static<typeof MachineKeyBody> }>(
    '/api/admin/accounts/:id/machine-keys',
    { schema: { summary: '申请签发接口密钥', params: IdParams, body: MachineKeyBody }, config: ASKING },
    (request, reply) => {
      const { reason, ...key } = request.body;
      return answer(reply, requestChange(identity, byOf(request), { kind: 'machine-key', accountId: request.params.id, ...key }, reason));
    },
  );
}

function decisions(app: FastifyInstance, identity: Identity): void {
  app.post<Params & { Body: Static<typeof DecisionBody> }>(
    '/api/admin/requests/:id/decide',
    {
      schema: { summary: '审批申请', params: IdParams, body: DecisionBody },
      config: { scope: 'admin:security', stepUp: true },
    },
    (request, reply) => {
      const { approve, reason } = request.body;
      return answer(reply, decideRequest(identity, byOf(request), request.params.id, { approve, reason: reason ?? null }));
    },
  );
  app.post<Params>(
    '/api/admin/requests/:id/withdraw',
    { schema: { summary: '撤回申请', params: IdParams }, config: { scope: 'admin:system' } },
    (request, reply) => answer(reply, withdrawRequest(identity, byOf(request), request.params.id)),
  );
}

function atOnce(app: FastifyInstance, identity: Identity): void {
  const config = { scope: ['admin:system', 'admin:security'] } as const;
  app.post<Params & { Body: Static<typeof ReasonBody> }>(
    '/api/admin/accounts/:id/disable',
    { schema: { summary: '停用账号', params: IdParams, body: ReasonBody }, config },
    (request, reply) => answer(reply, disableAccount(identity, byOf(request), request.params.id, request.body.reason)),
  );
  app.post<Params>(
    '/api/admin/accounts/:id/end-sessions',
    { schema: { summary: '结束账号的全部登录', params: IdParams }, config },
    (request, reply) => answer(reply, endSessionsOf(identity, byOf(request), request.params.id)),
  );
  app.post<Params & { Body: Static<typeof ReasonBody> }>(
    '/api/admin/posts/:id/end',
    { schema: { summary: '结束岗位', params: IdParams, body: ReasonBody }, config },
    (request, reply) => answer(reply, endPost(identity, byOf(request), request.params.id, request.body.reason)),
  );
  app.post<Params>(
    '/api/admin/machine-keys/:id/revoke',
    { schema: { summary: '停用接口密钥', params: IdParams }, config },
    (request, reply) => answer(reply, revokeMachineKey(identity, byOf(request), request.params.id)),
  );
}

function byOf(request: FastifyRequest): By {
  return { of: signedInOf(request), origin: originOf(request) };
}

async function answer(reply: FastifyReply, outcome: Promise<object | Refusal>): Promise<unknown> {
  const done = await outcome;
  return isRefusal(done) ? reply.code(422).send({ ...done, article: null }) : done;
}
