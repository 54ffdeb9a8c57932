import { randomBytes, randomUUID } from 'node:crypto';
import Fastify, { type FastifyInstance, type InjectOptions, type LightMyRequestResponse } from 'fastify';
import { localDate, type Role } from '#law';
import type { Now } from '#platform/clock-now';
import { inTransaction, type Pool } from '#platform/db';
import { createAccount, type NewPost } from '#platform/identity/accounts';
import { installIdentity } from '#platform/identity/guard';
import { DEFAULT_SETTINGS, type Identity, type IdentitySettings } from '#platform/identity/identity';
import { identityKeys } from '#platform/identity/keys';
import { hashPassword } from '#platform/identity/passwords';
import { codeOfStep, newTotpSecret, stepOf } from '#platform/identity/totp';

/** One password for all test people, hashed once. */
export const TEST_PASSWORD = '黄河几字弯-Ketang-8642';
let testHash: Promise<string> | null = null;

export function testIdentity(pool: Pool, now: Now, settings: Partial<IdentitySettings> = {}): Identity {
  return { pool, now, keys: identityKeys(randomBytes(32)), settings: { ...DEFAULT_SETTINGS, requestsPerMinute: 0, ...settings } };
}

export type TestPerson = {
  readonly accountId: string;
  readonly postIds: readonly string[];
  readonly login: string;
  readonly totpSecret: string;
};

/** An account that can sign in, holding the posts since 2020 unless they say otherwise. */
export async function aPerson(
  identity: Identity,
  posts: readonly (Partial<NewPost> & { readonly organisationId: string; readonly role: Role })[],
  more: { readonly login?: string; readonly name?: string; readonly officerId?: string; readonly demonstration?: boolean } = {},
): Promise<TestPerson> {
  testHash ??= hashPassword(TEST_PASSWORD);
  const hash = await testHash;
  const login = more.login ?? `u${randomBytes(6).toString('hex')}`;
  const totpSecret = newTotpSecret();
  const made = await inTransaction(identity.pool, '', (client) =>
    createAccount(identity, client, {
      city: 1508,
      login,
      name: more.name ?? `测试人员${login}`,
      officerId: more.officerId ?? null,
      password: { hash },
      totpSecret,
      demonstration: more.demonstration ?? false,
      posts: posts.map((post) => ({ labelMax: 3, from: localDate('2020-01-01'), until: null, ...post })),
    }),
  );
  return { ...made, login, totpSecret };
}

let place = 0;

/** A unit reaching itself alone, with a register record since 2020. */
export async function anOrganisation(pool: Pool, name = '测试单位（演示）'): Promise<string> {
  place += 1024;
  const id = randomUUID();
  await pool.query(
    `insert into organisation (id, city, region_ord, region_hi, line_ord, line_hi, reach_region_lo, reach_region_hi, reach_line_lo, reach_line_hi)
     values ($1, 1508, $2, $3, $2, $3, $2, $3, $2, $3)`,
    [id, place, place + 1023],
  );
  await pool.query(
    `insert into organisation_record (id, organisation_id, valid, known, name, short_name, kind, tier, lead_kind, qualification, region_code, demonstration, act_id)
     values ($1, $2, '[2020-01-01,)', '[2020-01-01,)', $3, $3, 'department', 'city', 'local', 'confirmed', '150800', true, $1)`,
    [randomUUID(), id, name],
  );
  return id;
}

/** A server with the gate and what `routes` adds. */
export async function testServer(identity: Identity, routes: (app: FastifyInstance) => Promise<void> | void): Promise<FastifyInstance> {
  const app = Fastify({ ajv: { customOptions: { removeAdditional: false } } });
  await installIdentity(app, identity);
  await routes(app);
  await app.ready();
  return app;
}

/** What a page of our own sends with every call. */
export const OWN_PAGE = { origin: 'http://localhost:80', 'x-faheng': '1' } as const;

export type TestBrowser = {
  readonly call: (options: InjectOptions) => Promise<LightMyRequestResponse>;
  readonly cookie: () => string;
};

/** Keeps the cookie and sends the headers of our own page. */
export function browser(app: FastifyInstance, startWith = ''): TestBrowser {
  let cookie = startWith;
  return {
    cookie: () => cookie,
    call: async (options) => {
      const headers = { ...OWN_PAGE, ...(cookie === '' ? {} : { cookie }), ...options.headers };
      const answer = await app.inject({ ...options, headers });
      const set = answer.cookies.find(({ name }) => name.endsWith('faheng'));
      if (set !== undefined) cookie = set.value === '' ? '' : `${set.name}=${set.value}`;
      return answer;
    },
  };
}

/** Signs in with password and the code of this half minute; move the clock by 30 s before doing it again. */
export async function signedIn(app: FastifyInstance, identity: Identity, person: TestPerson): Promise<TestBrowser> {
  const page = browser(app);
  const code = codeOfStep(person.totpSecret, stepOf(identity.now()));
  const answer = await page.call({ method: 'POST', url: '/api/session', payload: { login: person.login, password: TEST_PASSWORD, code } });
  if (answer.statusCode !== 200) throw new Error(`sign-in failed: ${answer.body}`);
  return page;
}
