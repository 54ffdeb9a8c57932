import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the product itself, found upwards because source and bundle lie at different depths. */
export function packageRoot(from: string = dirname(fileURLToPath(import.meta.url))): string {
  if (existsSync(join(from, 'package.json')) && existsSync(join(from, 'db', 'migrations'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('product folder not found: db/migrations is missing beside package.json');
  return packageRoot(parent);
}
