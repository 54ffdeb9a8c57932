import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Opened } from './sessions.ts';

/** The prefix makes browsers refuse the cookie from any other host, path or plain connection. */
const SECURE_NAME = '__Host-faheng';
const LOCAL_NAME = 'faheng';

function cookieName(request: FastifyRequest): string {
  return request.protocol === 'https' ? SECURE_NAME : LOCAL_NAME;
}

export function tokenOf(request: FastifyRequest): string | null {
  const { cookie } = request.headers;
  if (cookie === undefined) return null;
  return request.server.parseCookie(cookie)[cookieName(request)] ?? null;
}

/** No expiry date: the cookie goes with the browser, the server ends the session by its own clock. */
export function sendToken(request: FastifyRequest, reply: FastifyReply, { token }: Opened): void {
  reply.setCookie(cookieName(request), token, { ...ATTRIBUTES, secure: request.protocol === 'https' });
}

export function clearToken(request: FastifyRequest, reply: FastifyReply): void {
  reply.clearCookie(cookieName(request), { ...ATTRIBUTES, secure: request.protocol === 'https' });
}

const ATTRIBUTES = { path: '/', httpOnly: true, sameSite: 'strict' } as const;
