// `npm run dev`: the server restarts and the pages reload as sources change.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, ROOT, requireNode, say } from './install.mjs';

requireNode();
ensureInstalled();
const bin = (name) => join(ROOT, 'node_modules', '.bin', name);
const programs = [[bin('tsx'), ['watch', '--clear-screen=false', join('src', 'app', 'main.ts')]]];
if (existsSync(join(ROOT, 'src', 'app', 'web-shell', 'index.html'))) {
  programs.push([bin('vite'), ['--config', 'vite.config.ts']]);
  say('页面在 http://localhost:5173，保存即刷新。/ Pages with live reload on http://localhost:5173.');
}
const children = programs.map(([program, args]) => spawn(program, args, { cwd: ROOT, stdio: 'inherit' }));
for (const child of children) {
  child.on('exit', (code) => {
    process.exitCode = code ?? 0;
    for (const other of children) other.kill('SIGTERM');
  });
}
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    for (const child of children) child.kill('SIGTERM');
  });
}
