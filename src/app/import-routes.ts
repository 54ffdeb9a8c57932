import type { FastifyInstance } from 'fastify';
import { batchRoutes } from '../enforcement/penalty-records/routes.ts';
import type { Opened } from './opened.ts';

/** Loading decisions: what machines send, what people bring as files. */
export async function importRoutes(app: FastifyInstance, { platform, identity }: Pick<Opened, 'platform' | 'identity'>): Promise<void> {
  await app.register(batchRoutes, { platform, sealing: identity.keys });
}
