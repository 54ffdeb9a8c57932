import type { FastifyInstance } from 'fastify';
import { type Database, openDatabase } from '#platform/db';
import { pendingMigrations } from '#platform/migrate';
import type { Storage } from './storage.ts';

export type Health = {
  readonly status: 'ok' | 'unavailable';
  readonly database: 'reachable' | 'gone';
  readonly migrations: 'done' | 'pending' | 'unknown';
  readonly disk: 'writable' | 'read-only';
  readonly freeBytes: number;
};

const PATIENCE = 3_000;

/** `GET /healthz` for proxies and operators: 503 when nothing can be answered. A full disk still answers reads, so it stays 200. */
export function setUpHealth(app: FastifyInstance, storage: Pick<Storage, 'disk' | 'databaseUrl'>): void {
  // A connection of its own: under full load the pool has none to spare, and a busy server is not a dead one.
  const probe = openDatabase(storage.databaseUrl, { max: 1, applicationName: 'faheng-health' });
  app.addHook('onClose', () => probe.close());
  app.get('/healthz', { config: { scope: 'public' } }, async (_request, answer) => {
    const health = await healthOf(storage, probe);
    return answer
      .code(health.status === 'ok' ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(health);
  });
}

async function healthOf(storage: Pick<Storage, 'disk'>, probe: Database): Promise<Health> {
  const disk = storage.disk.readOnly() ? 'read-only' : 'writable';
  const rest = { disk, freeBytes: storage.disk.space().free } as const;
  const pending = await Promise.race([pendingMigrations(probe.db).catch(() => null), afterPatience()]);
  if (pending === null) return { status: 'unavailable', database: 'gone', migrations: 'unknown', ...rest };
  if (pending.length > 0) return { status: 'unavailable', database: 'reachable', migrations: 'pending', ...rest };
  return { status: 'ok', database: 'reachable', migrations: 'done', ...rest };
}

function afterPatience(): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), PATIENCE).unref());
}
