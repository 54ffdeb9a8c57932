import cookie from '@fastify/cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { audit, auditActor } from '#platform/audit';
import { inTransaction } from '#platform/db';
import type { Session } from '#platform/session';
import { ABSENT, type Denial, deny, MACHINE_KEY, SET_UP, SIGNED_OUT, STEP_UP, TOO_MANY, UNKNOWN } from './answers.ts';
import { tokenOf } from './cookies.ts';
import { crossSiteDenial, foreignPageDenial, isMutating } from './cross-site.ts';
import { IDENTITY_PREAMBLE, type Identity } from './identity.ts';
import { loadMachine } from './machine-keys.ts';
import { type RateLimit, rateLimit } from './rate-limit.ts';
import { recallSession } from './recalled-session.ts';
import { demandScopes, personMay, type RouteScope, scopesOf, type Unconfirmed } from './route-scope.ts';
import { loadSession, type Origin, type SignedIn } from './sessions.ts';
import { sourceOf } from './sign-in-source.ts';

/**
 * Puts the one gate before every route of the server: cross-site check, session or machine key, declared scope, fresh
 * second factor, rate. Call it on the root instance and await it before any route is added.
 */
export async function installIdentity(app: FastifyInstance, identity: Identity): Promise<void> {
  demandScopes(app);
  app.decorateRequest('session', null);
  app.decorateRequest('signedIn', null);
  app.decorateRequest('machine', null);
  if (!app.hasDecorator('parseCookie')) await app.register(cookie, { hook: false });
  const limit = rateLimit(identity.now);
  app.decorateRequest('unconfirmed', null);
  app.addHook('onRequest', async (request, reply) => {
    if (request.is404) return;
    const denial = await gate(identity, limit, request);
    if (denial !== null) return deny(reply, denial);
  });
  app.addHook('onSend', (request, reply, payload, done) => {
    const { unconfirmed } = request;
    if (unconfirmed === null || unconfirmed.confirmation.isConfirmed()) done(null, payload);
    else void askBeforeSending(unconfirmed, reply, payload).then((sent) => done(null, sent));
  });
}

/**
 * No answer leaves on a remembered session alone: what the act's transaction has not confirmed is asked now. A failure of
 * the server says nothing of anybody's data, and what it tells of the act's fate stays as it is where nobody can be asked.
 */
async function askBeforeSending({ again }: Unconfirmed, reply: FastifyReply, payload: unknown): Promise<unknown> {
  const denial = await again().catch(() => (reply.statusCode >= 500 ? null : UNKNOWN));
  if (denial === null) return payload;
  const { status, error, reason } = denial;
  reply.code(status).header('content-type', 'application/json; charset=utf-8').removeHeader('content-length');
  return JSON.stringify({ error, reason });
}

async function gate(identity: Identity, limit: RateLimit, request: FastifyRequest): Promise<Denial | null> {
  const { isProgram } = request.routeOptions.config;
  if (isProgram === true) return null;
  const scopes = scopesOf(request.routeOptions.config);
  const { authorization } = request.headers;
  if (scopes.includes('machine') && authorization !== undefined) return machineGate(identity, limit, request, authorization);
  const { changesNothing, anonymous } = request.routeOptions.config;
  if (isMutating(request) && !changesNothing) {
    const denial = anonymous ? foreignPageDenial : crossSiteDenial;
    const crossSite = denial(request, identity.settings.publicOrigin);
    if (crossSite !== null) return crossSite;
  }
  await recognise(identity, request);
  if (!withinRate(identity, limit, request, request.signedIn?.accountId ?? null)) return TOO_MANY;
  return scopes.includes('public') ? null : personGate(identity, request, scopes);
}

/** A machine brings its key with every call and no cookie: nothing that another site's page could make it send. */
async function machineGate(identity: Identity, limit: RateLimit, request: FastifyRequest, authorization: string): Promise<Denial | null> {
  const machine = await loadMachine(identity, authorization);
  if (!withinRate(identity, limit, request, machine?.session.accountId ?? null)) return TOO_MANY;
  const { machineScope } = request.routeOptions.config;
  if (machine === null || machineScope === undefined || !machine.scopes.includes(machineScope)) return MACHINE_KEY;
  request.machine = machine;
  request.session = machine.session;
  return null;
}

async function recognise(identity: Identity, request: FastifyRequest): Promise<void> {
  const token = tokenOf(request);
  if (token === null || recall(identity, request, token)) return;
  await ask(identity, request, token);
}

/** A token that is nobody's stays with the browser: this answer may come in behind a new token and would take that one away. */
async function ask(identity: Identity, request: FastifyRequest, token: string): Promise<void> {
  request.signedIn = await loadSession(identity, token);
  request.session = request.signedIn?.session ?? null;
}

/** Where the route asks in its own transaction, a session read a moment ago serves until then; whoever it does not let in is asked about first. */
function recall(identity: Identity, request: FastifyRequest, token: string): boolean {
  const { config } = request.routeOptions;
  const recalled = config.confirmsSession === true ? recallSession(identity, token) : null;
  const session = recalled?.signedIn.session ?? null;
  if (recalled === null || session === null || !personMay(session, scopesOf(config))) return false;
  request.signedIn = recalled.signedIn;
  request.session = session;
  const again = async (): Promise<Denial | null> => {
    await ask(identity, request, token);
    request.unconfirmed = null;
    return personGate(identity, request, scopesOf(config));
  };
  request.unconfirmed = { confirmation: recalled.confirmation, again };
  return true;
}

async function personGate(identity: Identity, request: FastifyRequest, scopes: readonly RouteScope[]): Promise<Denial | null> {
  const { signedIn } = request;
  const { config } = request.routeOptions;
  if (signedIn === null) return SIGNED_OUT;
  if (signedIn.session === null) return config.duringSetUp ? null : SET_UP;
  if (!personMay(signedIn.session, scopes)) {
    await recordRefusal(identity, request, signedIn.session);
    return ABSENT;
  }
  return config.stepUp && signedIn.freshUntil === null ? STEP_UP : null;
}

async function recordRefusal(identity: Identity, request: FastifyRequest, session: Session): Promise<void> {
  await inTransaction(identity.pool, IDENTITY_PREAMBLE, (client) =>
    audit(client, {
      actor: auditActor(session, originOf(request).source),
      at: identity.now(),
      action: 'route.refused',
      object: { kind: 'route', id: `${request.method} ${request.routeOptions.url ?? ''}` },
      result: 'refused',
    }),
  );
}

function withinRate(identity: Identity, limit: RateLimit, request: FastifyRequest, accountId: string | null): boolean {
  const who = accountId ?? originOf(request).source;
  const { perMinute } = request.routeOptions.config;
  const general = identity.settings.requestsPerMinute;
  if (general === 0) return true;
  if (perMinute !== undefined && !limit(`${request.routeOptions.url} ${who}`, perMinute)) return false;
  return limit(who, general);
}

export function originOf(request: FastifyRequest): Origin {
  return { source: sourceOf(request.ip), agent: request.headers['user-agent'] ?? '' };
}

/** The session of a route that is not public; the gate has made sure of it. */
export function sessionOf(request: FastifyRequest): Session {
  if (request.session === null) throw new Error(`no session behind ${request.url}: its scope lets strangers in`);
  return request.session;
}

/** The open session of a route for people; never a machine. */
export function signedInOf(request: FastifyRequest): SignedIn {
  if (request.signedIn === null) throw new Error(`nobody is signed in behind ${request.url}: its scope lets strangers in`);
  return request.signedIn;
}

/** For acts whose lifecycle row asks for it: STEP_UP, or null when the second factor is fresh. Machines have none. */
export function stepUpDenial(request: FastifyRequest): Denial | null {
  return request.signedIn !== null && request.signedIn.freshUntil !== null ? null : STEP_UP;
}
