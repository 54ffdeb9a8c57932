import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A database address behind which every message of the client is looked at on its way. */
export type Wire = {
  readonly url: string;
  readonly transactions: () => readonly (readonly string[])[];
  readonly close: () => Promise<void>;
};

/**
 * Stands between a client and its PostgreSQL and notes what is asked from each BEGIN to its COMMIT: one entry for each
 * message that the client waits for (a simple query, or the Sync of an extended one).
 */
export async function openWire(url: string): Promise<Wire> {
  const place = new URL(url.replace('@/', '@localhost/'));
  const target = join(place.searchParams.get('host') ?? '', `.s.PGSQL.${place.searchParams.get('port') ?? '5432'}`);
  const folder = mkdtempSync(join(tmpdir(), 'faheng-wire-'));
  const done: string[][] = [];
  const server = createServer((client) => {
    const behind = connect(target);
    const read = frontend((words) => note(done, client, words));
    client.on('data', (chunk) => {
      read(chunk);
      behind.write(chunk);
    });
    behind.pipe(client);
    for (const [one, other] of [
      [client, behind],
      [behind, client],
    ] as const) {
      one.on('close', () => other.destroy());
      one.on('error', () => other.destroy());
    }
  });
  server.listen(join(folder, '.s.PGSQL.5432'));
  await once(server, 'listening');
  return {
    url: url.replace(/host=[^&]*/, `host=${encodeURIComponent(folder)}`).replace(/port=\d+/, 'port=5432'),
    transactions: () => done,
    close: async () => {
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const open = new WeakMap<Socket, string[]>();

function note(done: string[][], client: Socket, words: string): void {
  if (/^begin\b/i.test(words)) open.set(client, []);
  const running = open.get(client);
  running?.push(words.replace(/\s+/g, ' ').slice(0, 200));
  if (running === undefined || !/(^|; )commit$/i.test(words)) return;
  done.push(running);
  open.delete(client);
}

const STARTUP_HEADER = 4;
const HEADER = 5;

/** Cuts the client's bytes into messages; calls with the words of each query once the server is asked to answer. */
function frontend(asked: (words: string) => void): (chunk: Buffer) => void {
  let rest = Buffer.alloc(0);
  let started = false;
  let parsed = '';
  let words: string[] = [];
  const message = (type: string, body: Buffer): void => {
    if (type === 'Q') asked(text(body, 0));
    if (type === 'P') parsed = text(body, body.indexOf(0) + 1);
    if (type === 'B') words.push((text(body, body.indexOf(0) + 1) || parsed).slice(0, 60));
    if (type === 'S') {
      asked(words.join('; '));
      words = [];
    }
  };
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const header = started ? HEADER : STARTUP_HEADER;
      if (rest.length < header) return;
      const end = rest.readUInt32BE(header - 4) + (started ? 1 : 0);
      if (rest.length < end) return;
      if (started) message(String.fromCharCode(rest[0] ?? 0), rest.subarray(HEADER, end));
      started = true;
      rest = rest.subarray(end);
    }
  };
}

function text(body: Buffer, from: number): string {
  const end = body.indexOf(0, from);
  return body.toString('utf8', from, end < 0 ? undefined : end);
}
