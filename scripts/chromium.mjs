import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { say } from './install.mjs';

// The shell draws the same pages without the window around them, for little more than half of the processor time.
const SHELL = 'chromium-headless-shell';
const NAMES = [SHELL, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const TEN_MINUTES = 600_000;

/** The browser the walks use: `CHROMIUM` if set, else an installed one, else one the system's package manager brings; null when none. */
export function ensureChromium() {
  const found = findChromium();
  // A machine that only runs tests is given the shell even where a whole browser stands.
  if (found && (process.env.CHROMIUM || !process.env.CI || found.endsWith(SHELL))) return found;
  if (process.getuid?.() === 0 && onPath('apt-get')) {
    say('正在用 apt-get 安装浏览器 Chromium（含中文字体）…… / Installing Chromium…');
    const options = { stdio: 'ignore', timeout: TEN_MINUTES, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    spawnSync('apt-get', ['update', '-qq'], options);
    const install = (browser) =>
      spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', browser, 'fonts-noto-cjk'], options);
    install(SHELL);
    // Not every system has the shell as a package of its own.
    if (!findChromium()) install('chromium');
  }
  const installed = findChromium();
  if (!installed) {
    say('没有 Chromium，浏览器走查不运行。请安装 chromium 与 fonts-noto-cjk，或用环境变量 CHROMIUM 指明浏览器。');
    say('No Chromium found: the browser walks are NOT run. Install chromium or set CHROMIUM.');
  }
  return installed;
}

function findChromium() {
  const named = process.env.CHROMIUM;
  if (named && existsSync(named)) return named;
  return NAMES.map(onPath).find(Boolean) ?? null;
}

function onPath(name) {
  const folders = (process.env.PATH ?? '').split(':');
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}
