// The database tests once more on the oldest PostgreSQL we promise to run on, where the machine has it.
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { say } from './install.mjs';
import { runVitest } from './vitest.mjs';

const PROGRAMS = '/usr/lib/postgresql/15/bin';

export async function runOnOlderPostgres() {
  if (!existsSync(join(PROGRAMS, 'postgres'))) {
    say('本机没有 PostgreSQL 15，略过在旧版上的复测。/ PostgreSQL 15 is not installed: its tests are NOT run.');
    return { passed: 0, failed: 0 };
  }
  const folder = mkdtempSync(join(tmpdir(), 'faheng-pg15-'));
  const account = accountOf();
  if (account) chownSync(folder, account.uid, account.gid);
  const options = { ...account, cwd: folder, stdio: 'ignore' };
  const data = join(folder, 'data');
  execFileSync(
    join(PROGRAMS, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'],
    options,
  );
  const port = await freePort();
  const settings = { port, listen_addresses: '127.0.0.1', unix_socket_directories: folder, fsync: 'off', max_connections: 200 };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(join(PROGRAMS, 'postgres'), ['-D', data, ...flags], options);
  try {
    await isUp(port, options);
    say('在 PostgreSQL 15 上复测…… / The database tests again on PostgreSQL 15…');
    return await runVitest(['db'], [], { TEST_DATABASE_URL: `postgresql://postgres@127.0.0.1:${port}/postgres` });
  } finally {
    server.kill('SIGINT');
    await new Promise((resolve) => server.once('exit', resolve));
    rmSync(folder, { recursive: true, force: true });
  }
}

async function isUp(port, options) {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    try {
      execFileSync(join(PROGRAMS, 'pg_isready'), ['-h', '127.0.0.1', '-p', String(port)], options);
      return;
    } catch {
      await sleep(100);
    }
  }
  throw new Error('PostgreSQL 15 did not start');
}

function accountOf() {
  if (process.getuid?.() !== 0) return null;
  const idOf = (flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
