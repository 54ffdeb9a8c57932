import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import staticFiles from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { packageRoot } from '#platform/package-root';

/** The built web shell: one page for every address that is not the API, and its assets. */
export async function setUpPages(app: FastifyInstance): Promise<void> {
  const folder = join(packageRoot(), 'dist', 'web');
  const config = { scope: 'public' } as const;
  if (!existsSync(join(folder, 'index.html'))) return;
  const index = await readFile(join(folder, 'index.html'), 'utf8');
  // The name of a file says what is in it: a browser that has it need not ask again.
  await app.register(staticFiles, { root: join(folder, 'assets'), prefix: '/assets/', serve: false, maxAge: '365d', immutable: true });
  app.get<{ Params: { '*': string } }>('/assets/*', { schema: { hide: true }, config: { ...config, isProgram: true } }, (request, reply) =>
    reply.sendFile(request.params['*']),
  );
  app.get('/*', { schema: { hide: true }, config }, (request, reply) => {
    if (request.url.startsWith('/api/')) return reply.callNotFound();
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(index);
  });
}
