import type { FastifyInstance } from 'fastify';
import { toDataURL } from 'qrcode';
import { type Static, Type } from 'typebox';
import { accountPage } from '#platform/identity/account-page';
import { ABSENT, deny, SIGNED_OUT } from '#platform/identity/answers';
import { originOf, signedInOf } from '#platform/identity/guard';
import type { Identity } from '#platform/identity/identity';
import { confirmAuthenticator, renewRecoveryCodes, startAuthenticator } from '#platform/identity/own-authenticator';
import { changePassword } from '#platform/identity/own-password';
import { enter } from './identity-routes.ts';
import { Closed, Text } from './schema-parts.ts';

const PasswordBody = Closed({ current: Text(256), next: Text(512) });
const CodeBody = Closed({ code: Type.String({ pattern: '^[0-9]{6}$' }) });
const LABELS = { current: '当前口令', next: '新口令' } as const;

/** The person's own account: data, password, authenticator, recovery codes; also what a first sign-in must set up. */
export async function accountRoutes(app: FastifyInstance, { identity }: { identity: Identity }): Promise<void> {
  const setUp = { scope: 'signed-in', duringSetUp: true, stepUp: true, perMinute: 20 } as const;

  app.get('/api/account', { schema: { summary: '我的账号' }, config: { scope: 'signed-in' } }, (request) => {
    return accountPage(identity, signedInOf(request));
  });

  app.post<{ Body: Static<typeof PasswordBody> }>(
    '/api/account/password',
    { schema: { summary: '修改口令', body: PasswordBody }, config: { ...setUp, stepUp: false } },
    async (request, reply) => {
      const answer = await changePassword(identity, signedInOf(request), request.body, originOf(request));
      if (!('path' in answer)) return (await enter(identity, request, reply, answer)) ?? deny(reply, SIGNED_OUT);
      const problems = answer.reasons.map((reason) => ({ path: answer.path, label: LABELS[answer.path], reason }));
      return reply.code(400).send({ error: 'input', reason: answer.reasons.join('；'), problems });
    },
  );

  app.post('/api/account/authenticator', { schema: { summary: '绑定新的验证器' }, config: setUp }, async (request, reply) => {
    const pending = await startAuthenticator(identity, signedInOf(request));
    if (pending === null) return deny(reply, ABSENT);
    return { ...pending, qr: await toDataURL(pending.uri, { margin: 2, width: 240 }) };
  });

  app.post<{ Body: Static<typeof CodeBody> }>(
    '/api/account/authenticator/confirm',
    { schema: { summary: '确认验证器', body: CodeBody }, config: setUp },
    async (request, reply) => {
      const bound = await confirmAuthenticator(identity, signedInOf(request), request.body.code, originOf(request));
      if (bound === null) return deny(reply, { status: 422, error: 'code', reason: '验证码不正确，请核对手机时间后重新输入。' });
      const session = await enter(identity, request, reply, bound.opened);
      return session === null ? deny(reply, SIGNED_OUT) : { session, recoveryCodes: bound.recoveryCodes };
    },
  );

  app.post(
    '/api/account/recovery-codes',
    { schema: { summary: '重新生成恢复码' }, config: { scope: 'signed-in', stepUp: true } },
    async (request) => ({ recoveryCodes: await renewRecoveryCodes(identity, signedInOf(request), originOf(request)) }),
  );
}
