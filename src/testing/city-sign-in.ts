import type { FastifyInstance } from 'fastify';
import { inTransaction } from '#platform/db';
import { IDENTITY_PREAMBLE, type Identity } from '#platform/identity/identity';
import { openSession } from '#platform/identity/sessions';
import { giveDemonstrationSecrets } from '../app/seed/secrets.ts';
import type { SeedWorld } from '../app/seed/world/world.ts';
import type { Person } from './city.ts';
import { browser, type TestBrowser } from './identity.ts';

/** Lets the people of a test city sign in; once per database, before `browserOf`. */
export async function letThemSignIn(identity: Identity, world: SeedWorld): Promise<void> {
  await inTransaction(identity.pool, '', (client) => giveDemonstrationSecrets(identity, client, world));
}

/** A browser in which a person of the test city is signed in, second factor fresh, through the first post or a named one. */
export async function browserOf(
  app: FastifyInstance,
  identity: Identity,
  person: Pick<Person, 'accountId' | 'postId'>,
  postId: string = person.postId,
): Promise<TestBrowser> {
  const opened = await inTransaction(identity.pool, IDENTITY_PREAMBLE, (client) =>
    openSession(identity, client, { accountId: person.accountId, postId, fresh: true, origin: { source: '127.0.0.1', agent: '' } }),
  );
  return browser(app, `faheng=${opened.token}`);
}
