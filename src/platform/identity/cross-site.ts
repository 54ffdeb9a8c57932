import type { FastifyRequest } from 'fastify';
import { CROSS_SITE, type Denial, NEEDS_TLS } from './answers.ts';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

export function isMutating(request: FastifyRequest): boolean {
  return !READING.has(request.method);
}

/** Three walls beside SameSite: a header that no form can send, and an Origin that is our own; a missing one is foreign. */
export function crossSiteDenial(request: FastifyRequest, publicOrigin: string | null): Denial | null {
  if (request.headers['x-faheng'] !== '1') return CROSS_SITE;
  const { origin } = request.headers;
  return isOwn(origin, ownOrigin(request, publicOrigin)) ? null : CROSS_SITE;
}

/**
 * A form without script that anybody may send for nobody: it may come without an Origin, never from another site's page,
 * whose visitors would each count as a new sender.
 */
export function foreignPageDenial(request: FastifyRequest, publicOrigin: string | null): Denial | null {
  const { origin, 'sec-fetch-site': from } = request.headers;
  if (from === 'cross-site' || from === 'same-site') return CROSS_SITE;
  if (origin === undefined) return null;
  const hosts = [request.host, publicOrigin === null ? null : hostOf(publicOrigin)];
  return hosts.includes(hostOf(origin)) ? null : CROSS_SITE;
}

function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : '';
}

/** Over plain http a password is readable on the way; only the machine itself is near enough. */
export function plainHttpDenial(request: FastifyRequest): Denial | null {
  return request.protocol === 'https' || isLoopback(request.hostname) ? null : NEEDS_TLS;
}

export function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    hostname === '::1' ||
    /^127(\.\d{1,3}){3}$/.test(hostname)
  );
}

function ownOrigin(request: FastifyRequest, publicOrigin: string | null): string | null {
  return normalOrigin(publicOrigin ?? `${request.protocol}://${request.host}`);
}

const NORMAL_KEPT = 1_000;
const normal = new Map<string, string | null>();

/** `null` (a sandboxed page) and everything that is no address never equal anything. Pages come from few places: each is read once. */
function normalOrigin(text: string): string | null {
  const known = normal.get(text);
  if (known !== undefined) return known;
  const origin = /^https?:\/\//.test(text) && URL.canParse(text) ? new URL(text).origin : null;
  if (normal.size >= NORMAL_KEPT) normal.clear();
  if (text.length <= 300) normal.set(text, origin);
  return origin;
}

function isOwn(origin: string | undefined, own: string | null): boolean {
  return origin !== undefined && own !== null && normalOrigin(origin) === own;
}
