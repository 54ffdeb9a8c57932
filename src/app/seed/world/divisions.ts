import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '#platform/package-root';

export type Township = { readonly code: string; readonly name: string; readonly kind: string };
export type Banner = {
  readonly code: string;
  readonly name: string;
  /** Short form in names of units: 临河. */
  readonly short: string;
  /** First part of its organs' 机关代字: 临司, 临市监. */
  readonly mark: string;
  readonly townships: readonly Township[];
};
export type Committee = { readonly code: string; readonly name: string; readonly mark: string };
export type Divisions = { readonly committees: readonly Committee[]; readonly banners: readonly Banner[] };

/** The public divisions of Bayannur: 7 banners and counties, 59 苏木乡镇, 11 streets, 3 management committees. */
export async function bayannurDivisions(): Promise<Divisions> {
  const file = join(packageRoot(), 'data', 'divisions', 'bayannur.json');
  const value: unknown = JSON.parse(await readFile(file, 'utf8'));
  return {
    committees: list(value, 'committees').map((c) => ({ code: text(c, 'code'), name: text(c, 'name'), mark: text(c, 'mark') })),
    banners: list(value, 'banners').map((b) => ({
      code: text(b, 'code'),
      name: text(b, 'name'),
      short: text(b, 'short'),
      mark: text(b, 'mark'),
      townships: list(b, 'townships').map((t) => ({ code: text(t, 0), name: text(t, 1), kind: text(t, 2) })),
    })),
  };
}

function field(value: unknown, name: string | number): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function list(value: unknown, name: string): readonly unknown[] {
  const found = field(value, name);
  if (!Array.isArray(found)) throw new Error(`divisions: ${name} is no list`);
  return found;
}

function text(value: unknown, name: string | number): string {
  const found = field(value, name);
  if (typeof found !== 'string') throw new Error(`divisions: ${name} is no text`);
  return found;
}
