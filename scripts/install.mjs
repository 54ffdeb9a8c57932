// Runs with plain Node before anything is installed: imports nothing but Node itself.
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** Progress goes to stderr: stdout belongs to the program that is started. */
export const say = (text) => process.stderr.write(`${text}\n`);

export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const isFit = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  if (isFit) return;
  say(`法衡需要 Node.js 20.19 或更高版本，当前为 ${process.versions.node}。请升级后重试。`);
  say(`Faheng needs Node.js 20.19 or later (found ${process.versions.node}).`);
  process.exit(1);
}

/** Installs exactly what the lock file says, unless that is what is there already. */
export function ensureInstalled() {
  if (isInstalled()) return;
  if (isLinked()) {
    say('依赖与 package-lock.json 不一致，但 node_modules 是链接，不予改动。/ node_modules is a link and is left alone.');
    return;
  }
  say('正在安装依赖，首次约需一至三分钟…… / Installing dependencies, one to three minutes the first time…');
  for (let attempt = 1; attempt <= 2; attempt += 1) {
    if (install()) return say('依赖已安装。/ Dependencies are installed.');
    if (attempt === 1) say('安装未成功，再试一次…… / Trying once more…');
  }
  say('依赖没有装上：请检查网络以及 npm 的镜像设置（npm config get registry），然后重新运行。');
  say('Dependencies could not be installed: check the network and the registry npm uses, then run again.');
  process.exit(1);
}

// Install scripts are not needed (the database's library links are made at start) and are a way in for attackers.
function install() {
  const args = ['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const isNpm = npm !== undefined && /npm-cli\.c?js$/.test(npm) && existsSync(npm);
  const options = { cwd: ROOT, stdio: ['ignore', 2, 2], env: { ...process.env, NODE_ENV: 'development' } };
  const run = isNpm
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  return run.status === 0;
}

const isLinked = () => lstatSync(join(ROOT, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink() ?? false;

function isInstalled() {
  const wanted = packagesIn(join(ROOT, 'package-lock.json'));
  const present = packagesIn(join(ROOT, 'node_modules', '.package-lock.json'));
  if (wanted === null || present === null) return false;
  return Object.entries(wanted).every(([path, { version, optional, peer }]) => {
    if (path === '') return true;
    return present[path] === undefined ? Boolean(optional || peer) : present[path].version === version;
  });
}

function packagesIn(lock) {
  try {
    return JSON.parse(readFileSync(lock, 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}
