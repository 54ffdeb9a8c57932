import { readFileSync } from 'node:fs';

/** What `npm start` gives the interpreter, for both sides of a ratio. */
export function serverFlags(): readonly string[] {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly scripts: { readonly start: string } };
  const flags = scripts.start.split(' ').filter((part) => part.startsWith('--'));
  if (flags.length === 0) throw new Error('npm start gives the interpreter no flags');
  return flags;
}
