import type { FastifyInstance, RouteOptions } from 'fastify';
import { ADMIN_ROLES, type Role } from '#law';
import type { Confirmation, Session } from '#platform/session';
import type { Denial } from './answers.ts';
import type { MachineCaller, MachineScope } from './machine-keys.ts';
import type { SignedIn } from './sessions.ts';

export const ROUTE_SCOPES = ['public', 'signed-in', 'business', 'admin:system', 'admin:security', 'admin:audit', 'machine'] as const;
/** Who may call a route at all; what they then see is decided by row security and the queries. */
export type RouteScope = (typeof ROUTE_SCOPES)[number];

export type RouteEntry = {
  readonly method: string;
  readonly url: string;
  readonly scopes: readonly RouteScope[];
  readonly stepUp: boolean;
  readonly changesNothing: boolean;
  readonly anonymous: boolean;
};

declare module 'fastify' {
  interface FastifyContextConfig {
    scope?: RouteScope | readonly RouteScope[];
    /** For scope `machine`: what the key must be allowed to do. */
    machineScope?: MachineScope;
    /** Asks for a second factor proved within the last minutes. */
    stepUp?: boolean;
    /** Open to a session that still has to set up password or second factor. */
    duringSetUp?: boolean;
    /** Calls a minute, tighter than the general limit. */
    perMinute?: number;
    /** A public POST that only asks, as a plain form without script: nothing is written, so it may come from any page. */
    changesNothing?: boolean;
    /**
     * A public POST that writes for whoever sends it, as a plain form without script, and never for a session: it may come
     * without the header of our own pages, but from no other site's page. Its handler counts and limits what it takes.
     */
    anonymous?: boolean;
    /** Public files of the program itself, the same for everybody: nobody is asked who they are, and no call is counted. */
    isProgram?: boolean;
    /** The handler's own transaction asks whether the session still stands, so the gate need not ask before it. */
    confirmsSession?: boolean;
  }
  interface FastifyInstance {
    /** Every route of the server with its declared scopes, for inventories and tests. */
    routeInventory: RouteEntry[];
  }
  interface FastifyRequest {
    session: Session | null;
    signedIn: SignedIn | null;
    machine: MachineCaller | null;
    /** The session is remembered, not asked for: the handler must have it confirmed. Otherwise the gate does so before the answer leaves. */
    unconfirmed: Unconfirmed | null;
  }
}

export type Unconfirmed = {
  readonly confirmation: Confirmation;
  /** Asks for the session anew and passes the gate again; null: it stands, as `request.session` now says. */
  readonly again: () => Promise<Denial | null>;
};

export function scopesOf(config: { readonly scope?: RouteScope | readonly RouteScope[] }): readonly RouteScope[] {
  if (config.scope === undefined) return [];
  return typeof config.scope === 'string' ? [config.scope] : config.scope;
}

/** Deny by default: a server with a route that does not say who may call it does not start. */
export function demandScopes(app: FastifyInstance): void {
  const undeclared: string[] = [];
  app.decorate('routeInventory', []);
  app.addHook('onRoute', (route) => {
    const { url, config } = route;
    for (const method of [route.method].flat())
      app.routeInventory.push({
        method,
        url,
        scopes: scopesOf(config ?? {}),
        stepUp: config?.stepUp ?? false,
        changesNothing: config?.changesNothing ?? false,
        anonymous: config?.anonymous ?? false,
      });
    if (!isDeclared(route)) undeclared.push(`${[route.method].flat().join('|')} ${route.url}`);
  });
  app.addHook('onReady', async () => {
    if (undeclared.length > 0) throw new Error(`拒绝启动：以下接口没有声明访问范围（config.scope）：${undeclared.join('；')}`);
  });
}

function isDeclared({ config }: RouteOptions): boolean {
  const scopes = scopesOf(config ?? {});
  const isNamed = scopes.length > 0 && scopes.every((scope) => ROUTE_SCOPES.includes(scope));
  if ((config?.changesNothing || config?.anonymous || config?.isProgram) && scopes.join() !== 'public') return false;
  return isNamed && (!scopes.includes('machine') || config?.machineScope !== undefined);
}

const OPENS: Readonly<Record<RouteScope, (role: Role) => boolean>> = {
  public: () => true,
  'signed-in': () => true,
  business: (role) => !ADMIN_ROLES.includes(role) && role !== 'machine',
  'admin:system': (role) => role === 'system-admin',
  'admin:security': (role) => role === 'security-admin',
  'admin:audit': (role) => role === 'audit-admin',
  machine: () => false,
};

/** Whether a person's session opens a route of these scopes. Administrators never pass as business. */
export function personMay(session: Session, scopes: readonly RouteScope[]): boolean {
  return scopes.some((scope) => OPENS[scope](session.role));
}
