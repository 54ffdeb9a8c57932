import type { FastifyReply, FastifyRequest } from 'fastify';
import { formatCitation, type Refusal } from '#law';
import type { CorrectionAnswer } from '../acts/correct.ts';
import type { ActAnswer, Platform } from '../acts/perform.ts';
import { ABSENT, deny } from '../identity/answers.ts';
import { sessionOf } from '../identity/guard.ts';
import type { Session } from '../session.ts';

/** What an act is asked for with: by whom, and under which number of the request it counts once. */
export type KeyedAsk = { readonly platform: Platform; readonly session: Session; readonly key: string };

/** An act behind a route of a room's own, answered as every act of a matter is; without a number of the request nothing is done. */
export async function answerKeyed(
  platform: Platform,
  request: FastifyRequest,
  reply: FastifyReply,
  act: (asked: KeyedAsk) => Promise<ActAnswer>,
): Promise<FastifyReply> {
  const key = requestKey(request);
  return key === null ? sendNoKey(reply) : sendAnswer(reply, await act({ platform, session: sessionOf(request), key }));
}

/** The number of a request, 8 to 64 characters, from its `Idempotency-Key`; null: it bears none. */
export function requestKey(request: FastifyRequest): string | null {
  const key = request.headers['idempotency-key'];
  return typeof key === 'string' && key.length >= 8 && key.length <= 64 ? key : null;
}

export function sendNoKey(reply: FastifyReply): FastifyReply {
  return reply.code(400).send({
    error: 'input',
    reason: '缺少请求编号（Idempotency-Key，8至64个字符）',
    problems: [{ path: 'Idempotency-Key', label: '请求编号', reason: '缺少请求编号' }],
  });
}

export function sendAnswer(reply: FastifyReply, answer: ActAnswer | Extract<CorrectionAnswer, { ok: false }>): FastifyReply {
  if (answer.ok) return reply.send(answer.done);
  switch (answer.error) {
    case 'input':
      return reply
        .code(400)
        .send({ error: 'input', reason: answer.problems.map((p) => `${p.label}：${p.reason}`).join('；'), problems: answer.problems });
    case 'refused':
      return sendRefusal(reply, answer.refusal);
    case 'absent':
      return deny(reply, ABSENT);
    case 'changed':
      return reply
        .code(409)
        .send({ error: 'changed', seq: answer.seq, reason: '事项已被他人办理，内容有变化。请查看最新情况后再办，您填写的内容仍保留。' });
    case 'key-reused':
      return reply.code(409).send({ error: 'key-reused', reason: '同一请求编号已用于另一内容的办理，请重新提交。' });
  }
}

/** A lawful "no" with its article, and the matter that stands in the way where there is one. */
export function sendRefusal(reply: FastifyReply, { refused, cite, reason, matterId }: Refusal): FastifyReply {
  const inTheWay = matterId === undefined ? {} : { matterId };
  return reply.code(422).send({ refused, cite, article: cite === null ? null : formatCitation(cite), reason, ...inTheWay });
}
