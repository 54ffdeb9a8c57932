import { randomUUID } from 'node:crypto';

/** A person at a browser, as far as the API sees one: a cookie, the header of our own pages, one key per intent. */
export type ApiClient = {
  readonly login: string;
  get(path: string): Promise<ApiAnswer>;
  post(path: string, body: unknown, key?: string): Promise<ApiAnswer>;
  upload(name: string, bytes: Buffer, mediaType: string): Promise<string>;
  /** The same session at another address: the server was started again, perhaps on another port. */
  at(base: string): ApiClient;
  /** The second factor shown again; the session goes on under the client that this answers. */
  stepUp(): Promise<ApiClient>;
};
export type ApiAnswer = { readonly status: number; readonly body: Readonly<Record<string, unknown>>; readonly bytes: Buffer };

type DemoAccount = { readonly login: string; readonly code: string };

/** Signs a demonstration account in over HTTP, with the code that the sign-in page shows. */
export async function signIn(base: string, login: string, password: string): Promise<ApiClient> {
  const body = JSON.stringify({ login, password, code: await codeShown(base, login) });
  const answer = await fetch(`${base}/api/session`, { method: 'POST', headers: ownHeaders(base), body });
  return clientOf(base, login, await cookieOf(answer, login));
}

function ownHeaders(base: string) {
  return { origin: base, 'x-faheng': '1', 'content-type': 'application/json' };
}

async function codeShown(base: string, login: string): Promise<string> {
  const listed = await fetch(`${base}/api/session/demo`);
  const { accounts } = (await listed.json()) as { accounts: DemoAccount[] };
  const code = accounts.find((a) => a.login === login)?.code;
  if (code === undefined) throw new Error(`no demonstration account ${login}`);
  return code;
}

async function cookieOf(answer: Response, login: string): Promise<string> {
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (!answer.ok || cookie === undefined) throw new Error(`${login}: ${await answer.text()}`);
  return cookie;
}

function clientOf(base: string, login: string, cookie: string): ApiClient {
  const own = { ...ownHeaders(base), cookie };
  return {
    login,
    get: async (path) => read(await fetch(base + path, { headers: { cookie } })),
    post: async (path, body, key) =>
      read(
        await fetch(base + path, {
          method: 'POST',
          headers: { ...own, 'idempotency-key': key ?? randomUUID() },
          body: JSON.stringify(body),
        }),
      ),
    upload: async (name, bytes, mediaType) => {
      const form = new FormData();
      form.append('file', new Blob([new Uint8Array(bytes)], { type: mediaType }), name);
      const { 'content-type': _, ...rest } = own;
      const sent = await read(await fetch(`${base}/api/files`, { method: 'POST', headers: rest, body: form }));
      return String(sent.body['id']);
    },
    at: (other) => clientOf(other, login, cookie),
    stepUp: async () => {
      const body = JSON.stringify({ code: await codeShown(base, login) });
      return clientOf(
        base,
        login,
        await cookieOf(await fetch(`${base}/api/session/step-up`, { method: 'POST', headers: own, body }), login),
      );
    },
  };
}

async function read(response: Response): Promise<ApiAnswer> {
  const bytes = Buffer.from(await response.arrayBuffer());
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  return { status: response.status, body: isJson ? (JSON.parse(bytes.toString('utf8')) as Record<string, unknown>) : {}, bytes };
}
