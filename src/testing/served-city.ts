import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { MatterKind } from '#law';
import { kindsOf } from '#platform/acts/kinds';
import type { Platform } from '#platform/acts/perform';
import { inTransaction } from '#platform/db';
import { type BlobStore, folderStore, insertFile } from '#platform/files';
import { fileRoutes } from '#platform/http/file-routes';
import { listRoutes } from '#platform/http/list-routes';
import { matterRoutes } from '#platform/http/matter-routes';
import { workRoutes } from '#platform/http/work-routes';
import type { Identity } from '#platform/identity/identity';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { ANCHOR_MORNING, type OtherCity, type Person, seedTestCity, type TestCity } from './city.ts';
import { browserOf, letThemSignIn } from './city-sign-in.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { type TestBrowser, testIdentity, testServer } from './identity.ts';
import { testPlatform } from './platform.ts';

/** A test city whose people can sign in, with the pipeline of its kinds and the server that answers them. */
export type ServedCity = {
  readonly database: TestDatabase;
  readonly identity: Identity;
  readonly platform: Platform;
  readonly city: TestCity;
  readonly other: OtherCity;
  readonly blobs: BlobStore;
  readonly app: FastifyInstance;
  /** A browser in which the person is signed in. */
  readonly as: (person: Person) => Promise<TestBrowser>;
  /** A file that the person has uploaded and attached to nothing yet; `words` are in it. */
  readonly upload: (by: Person, words?: string) => Promise<string>;
  readonly close: () => Promise<void>;
};

type Served = Omit<ServedCity, 'app' | 'as' | 'upload' | 'close'>;

type Asked = {
  readonly kinds: readonly MatterKind[];
  /** The moment of the city; the anchor's morning unless a test moves it. */
  readonly now?: () => number;
  /** What else the pipeline has; asked once the keys of the identity are there. */
  readonly more?: (identity: Identity) => Partial<Omit<Platform, 'pool' | 'now' | 'kinds'>>;
  /** Routes beside those that every kind of matter has: its page, lists, work and files. */
  readonly routes?: (server: FastifyInstance, served: Served) => Promise<void>;
};

/** Close what it gives back after the tests of the file. */
export async function servedCity({ kinds, now = () => ANCHOR_MORNING, more = () => ({}), routes }: Asked): Promise<ServedCity> {
  const database = await testDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'served-city-'));
  const { city, other } = await seedTestCity(database.pool);
  const identity = testIdentity(database.pool, now);
  await letThemSignIn(identity, city.world);
  await letThemSignIn(identity, other.world);
  const platform = await testPlatform(database.pool, now, kindsOf(kinds), more(identity));
  const served = { database, identity, platform, city, other, blobs: folderStore(folder) };
  const app = await testServer(identity, async (server) => {
    await server.register(matterRoutes, { platform });
    await server.register(listRoutes, { platform });
    await server.register(workRoutes, { platform });
    await server.register(fileRoutes, { platform, blobs: served.blobs });
    await routes?.(server, served);
  });
  const upload = async (by: Person, words = ''): Promise<string> => {
    const id = randomUUID();
    const blob = await served.blobs.put(Buffer.from(`${words}${id}`));
    const pending = { id, city: by.session.city, matter: null, name: '材料.pdf', mediaType: 'application/pdf', blob };
    await inTransaction(database.pool, SYSTEM_PREAMBLE, (client) =>
      insertFile(client, { ...pending, uploadedBy: by.accountId, at: new Date(now()).toISOString() }),
    );
    return id;
  };
  const close = async (): Promise<void> => {
    await app.close();
    await database.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { ...served, app, as: (person) => browserOf(app, identity, person), upload, close };
}
