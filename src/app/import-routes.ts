import type { FastifyInstance } from 'fastify';
import { batchRoutes } from '../enforcement/penalty-records/routes.ts';
import { importJobRoutes } from '../enforcement/penalty-records/routes-imports.ts';
import { importDeps } from './import-work.ts';
import type { Opened } from './opened.ts';

/** Loading decisions: what machines send, what people bring as files. */
export async function importRoutes(app: FastifyInstance, opened: Pick<Opened, 'platform' | 'identity' | 'blobs'>): Promise<void> {
  const deps = importDeps(opened);
  await app.register(batchRoutes, deps);
  await app.register(importJobRoutes, deps);
}
