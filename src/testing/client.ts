import { randomUUID } from 'node:crypto';

/** A person at a browser, as far as the API sees one: a cookie, the header of our own pages, one key per intent. */
export type ApiClient = {
  readonly login: string;
  get(path: string): Promise<ApiAnswer>;
  post(path: string, body: unknown, key?: string): Promise<ApiAnswer>;
  upload(name: string, bytes: Buffer, mediaType: string): Promise<string>;
};
export type ApiAnswer = { readonly status: number; readonly body: Readonly<Record<string, unknown>>; readonly bytes: Buffer };

type DemoAccount = { readonly login: string; readonly code: string };

/** Signs a demonstration account in over HTTP, with the code that the sign-in page shows. */
export async function signIn(base: string, login: string, password: string): Promise<ApiClient> {
  const listed = await fetch(`${base}/api/session/demo`);
  const { accounts } = (await listed.json()) as { accounts: DemoAccount[] };
  const code = accounts.find((a) => a.login === login)?.code;
  if (code === undefined) throw new Error(`no demonstration account ${login}`);
  const headers = { origin: base, 'x-faheng': '1', 'content-type': 'application/json' };
  const answer = await fetch(`${base}/api/session`, { method: 'POST', headers, body: JSON.stringify({ login, password, code }) });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (!answer.ok || cookie === undefined) throw new Error(`${login}: ${await answer.text()}`);
  const own = { ...headers, cookie };
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
  };
}

async function read(response: Response): Promise<ApiAnswer> {
  const bytes = Buffer.from(await response.arrayBuffer());
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  return { status: response.status, body: isJson ? (JSON.parse(bytes.toString('utf8')) as Record<string, unknown>) : {}, bytes };
}
