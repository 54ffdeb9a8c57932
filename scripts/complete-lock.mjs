// After `npm install`: a registry mirror that lacks packages of other platforms leaves them out of package-lock.json, and
// `npm ci` then refuses everywhere. They are named here with version and platform; npm fetches them only where they fit.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, say } from './install.mjs';

const file = join(ROOT, 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));
const packages = lock.packages;

let added = 0;
for (const [path, parent] of Object.entries({ ...packages })) {
  for (const [name, range] of Object.entries(parent.optionalDependencies ?? {})) {
    if (placesFrom(path, name).some((place) => packages[place])) continue;
    packages[`node_modules/${name}`] = entryOf(name, range, parent);
    added += 1;
  }
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
if (added > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
say(`package-lock.json: ${added} packages of other platforms added`);

/** Where Node would look for `name` from the package at `path`. */
function placesFrom(path, name) {
  const own = `${path === '' ? '' : `${path}/`}node_modules/${name}`;
  const above = path.includes('node_modules/') ? path.slice(0, path.lastIndexOf('node_modules/')).replace(/\/$/, '') : null;
  return above === null ? [own] : [own, ...placesFrom(above, name)];
}

function entryOf(name, range, parent) {
  const version = /^\d/.test(range) ? range : parent.version;
  const parts = name.split('/').at(-1).split('-');
  const os = ['android', 'darwin', 'freebsd', 'openbsd', 'netbsd', 'linux', 'openharmony', 'win32', 'sunos', 'aix'].find((one) =>
    parts.includes(one),
  );
  const cpu = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el', 'wasm32'].find((one) =>
    parts.includes(one),
  );
  const libc = parts.some((part) => part.startsWith('musl')) ? 'musl' : parts.some((part) => part.startsWith('gnu')) ? 'glibc' : null;
  if (!os && !cpu) throw new Error(`${name} is optional, missing, and no platform package: install it`);
  return {
    version,
    ...(cpu ? { cpu: [cpu] } : {}),
    ...(parent.dev ? { dev: true } : {}),
    ...(os === 'linux' && libc ? { libc: [libc] } : {}),
    license: parent.license,
    optional: true,
    ...(os ? { os: [os] } : {}),
  };
}
