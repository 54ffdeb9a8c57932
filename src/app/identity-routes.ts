import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { ABSENT, deny, SIGNED_OUT } from '#platform/identity/answers';
import { clearToken, sendToken } from '#platform/identity/cookies';
import { plainHttpDenial } from '#platform/identity/cross-site';
import { demonstrationAccounts } from '#platform/identity/demonstration';
import { originOf, signedInOf } from '#platform/identity/guard';
import type { Identity } from '#platform/identity/identity';
import { changePost, endOwnSession, signOut } from '#platform/identity/own-session';
import { type SessionView, sessionView } from '#platform/identity/session-view';
import { listSessions, loadSession, type Opened } from '#platform/identity/sessions';
import { NO_POST, SIGN_IN_FAILED, signIn } from '#platform/identity/sign-in';
import { STEP_UP_FAILED, stepUp } from '#platform/identity/step-up';
import { Closed, IdParams, Text } from './schema-parts.ts';
import { DEMONSTRATION_PASSWORD } from './seed/secrets.ts';

const SignInBody = Closed({ login: Text(64), password: Text(256), code: Type.Optional(Type.String({ maxLength: 32 })) });
const PostBody = Closed({ postId: Type.String({ format: 'uuid' }) });
const CodeBody = Closed({ code: Text(32) });

/** Signing in and out, the own sessions. `installIdentity` must have been called on the root instance. */
export async function identityRoutes(app: FastifyInstance, { identity }: { identity: Identity }): Promise<void> {
  const signedIn = { scope: 'signed-in', duringSetUp: true } as const;

  app.post<{ Body: Static<typeof SignInBody> }>(
    '/api/session',
    { schema: { summary: '登录', body: SignInBody }, config: { scope: 'public', perMinute: 120 } },
    async (request, reply) => {
      const plain = plainHttpDenial(request);
      if (plain !== null) return deny(reply, plain);
      const { login, password, code = '' } = request.body;
      const answer = await signIn(identity, { login: login.trim(), password, code }, originOf(request));
      if (!('failed' in answer)) return (await enter(identity, request, reply, answer)) ?? deny(reply, SIGNED_OUT);
      const reason = answer.failed === 'no-post' ? NO_POST : SIGN_IN_FAILED;
      return deny(reply, { status: 401, error: answer.failed, reason });
    },
  );

  app.get('/api/session', { schema: { summary: '当前登录' }, config: signedIn }, async (request, reply) => {
    return (await sessionView(identity, signedInOf(request))) ?? deny(reply, SIGNED_OUT);
  });

  app.delete('/api/session', { schema: { summary: '退出登录' }, config: signedIn }, async (request, reply) => {
    await signOut(identity, signedInOf(request), originOf(request));
    clearToken(request, reply);
    return reply.code(204).send();
  });

  app.post<{ Body: Static<typeof PostBody> }>(
    '/api/session/post',
    { schema: { summary: '切换岗位', body: PostBody }, config: { scope: 'signed-in' } },
    async (request, reply) => {
      const opened = await changePost(identity, signedInOf(request), request.body.postId, originOf(request));
      if (opened === null) return deny(reply, ABSENT);
      return (await enter(identity, request, reply, opened)) ?? deny(reply, SIGNED_OUT);
    },
  );

  app.post<{ Body: Static<typeof CodeBody> }>(
    '/api/session/step-up',
    { schema: { summary: '再次验证', body: CodeBody }, config: { scope: 'signed-in', perMinute: 30 } },
    async (request, reply) => {
      const opened = await stepUp(identity, signedInOf(request), request.body.code, originOf(request));
      if (opened === null) return deny(reply, { status: 422, error: 'code', reason: STEP_UP_FAILED });
      return (await enter(identity, request, reply, opened)) ?? deny(reply, SIGNED_OUT);
    },
  );

  app.get('/api/session/demo', { schema: { summary: '演示账号' }, config: { scope: 'public' } }, async (_, reply) => {
    if (identity.settings.mode !== 'demo') return deny(reply, ABSENT);
    return { accounts: await demonstrationAccounts(identity), password: DEMONSTRATION_PASSWORD };
  });

  app.get('/api/sessions', { schema: { summary: '我的登录' }, config: { scope: 'signed-in' } }, async (request) => {
    return { items: await listSessions(identity, signedInOf(request)) };
  });

  app.delete<{ Params: Static<typeof IdParams> }>(
    '/api/sessions/:id',
    { schema: { summary: '结束我的一个登录', params: IdParams }, config: { scope: 'signed-in' } },
    async (request, reply) => {
      const ended = await endOwnSession(identity, signedInOf(request), request.params.id, originOf(request));
      return ended ? reply.code(204).send() : deny(reply, ABSENT);
    },
  );
}

/** Sends the new token and says what the page needs to know of the session behind it; null when it has ended already. */
export async function enter(identity: Identity, request: FastifyRequest, reply: FastifyReply, opened: Opened): Promise<SessionView | null> {
  const signedIn = await loadSession(identity, opened.token);
  const view = signedIn === null ? null : await sessionView(identity, signedIn);
  if (view !== null) sendToken(request, reply, opened);
  return view;
}
