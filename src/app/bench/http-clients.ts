import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';

export type Post = { readonly path: string; readonly headers: Readonly<Record<string, string>>; readonly body: string };

/** Requests over kept connections, with as little of the client's own work as can be: both sides of a ratio pay it. */
export function httpClient(base: string, connections: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const { hostname, port } = new URL(base);
  const send = (method: string, path: string, headers: Readonly<Record<string, string>>, body: string | null): Promise<string> =>
    new Promise((resolve, reject) => {
      const length = body === null ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
      const sent = request({ agent, hostname, port, method, path, headers: { ...headers, ...length } }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          if (answer.statusCode === 200) resolve(text);
          else reject(new Error(`${method} ${path}: ${answer.statusCode} ${text.slice(0, 500)}`));
        });
      });
      sent.on('error', reject);
      sent.end(body ?? undefined);
    });
  return {
    get: (path: string, headers: Readonly<Record<string, string>>) => send('GET', path, headers, null),
    post: ({ path, headers, body }: Post) => send('POST', path, headers, body),
    close: () => agent.destroy(),
  };
}
export type HttpClient = ReturnType<typeof httpClient>;

/** So many clients, each sending its next request when the last is answered, for so long; answers requests per second. */
export async function throughput(clients: number, forMs: number, send: (client: number) => Promise<unknown>): Promise<number> {
  const start = performance.now();
  let done = 0;
  const one = async (client: number): Promise<void> => {
    while (performance.now() - start < forMs) {
      await send(client);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => one(client)));
  return (done * 1000) / (performance.now() - start);
}
