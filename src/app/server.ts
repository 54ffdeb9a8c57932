import fastify, { type FastifyInstance } from 'fastify';
import { isRefusal, type Refusal } from '#law';
import type { Now } from '#platform/clock-now';
import type { Config } from '#platform/config';
import { setUpFullDisk } from './full-disk.ts';
import { setUpHealth } from './health.ts';
import { listen } from './listen.ts';
import { openStorage, type Storage } from './storage.ts';

export type RunningServer = { readonly address: string; readonly storage: Storage; readonly stop: () => Promise<void> };

/** Opens the storage and serves; a refusal names in Chinese what the operator must change. Everything opened is closed again. */
export async function startServer(config: Config, now: Now): Promise<RunningServer | Refusal> {
  const storage = await openStorage(config);
  if (isRefusal(storage)) return storage;
  const app = buildApp(storage, now);
  const stop = async (): Promise<void> => {
    await closeWithin(app, 10_000);
    await storage.close();
  };
  const address = await listen(app, config);
  if (!isRefusal(address)) return { address, storage, stop };
  await stop();
  return address;
}

/** Running requests may end; streams that would never end are cut off. */
async function closeWithin(app: FastifyInstance, patience: number): Promise<void> {
  const cutOff = setTimeout(() => app.server.closeAllConnections(), patience);
  await app.close();
  clearTimeout(cutOff);
}

function buildApp(storage: Storage, _now: Now): FastifyInstance {
  const app = fastify({ trustProxy: 'loopback' });
  setUpFullDisk(app, storage.disk);
  setUpHealth(app, storage);
  return app;
}
