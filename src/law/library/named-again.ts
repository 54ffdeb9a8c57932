import type { NamedLaw } from './reference-names.ts';

/** 该法, 上述条例, 其实施细则: a law already named in the text, or the one that carries it out. */
const AGAIN =
  /(?:本|该|此|上述|前述|(?<![合共])同|(?<!极)其|这部|这个)(法典|法|条例)?的?(法典|法|条例|办法|规定|细则|规则|决定|实施条例|实施细则|实施办法|施行细则)$/;
const CARRIES_OUT = /^(?:实施|施行)/;
const BESIDE = /(?:及其?|和其?|与其?)?(实施条例|实施细则|实施办法|施行细则)(?=第)/y;

export type Beside = { readonly law: NamedLaw; readonly end: number /** 及其: the first law is named as well. */; readonly both: boolean };

/** 《食品安全法》及其实施条例第六十八条: the second law and where its words end; null where none follows. */
export function carriedOutBeside(chars: string, end: number, law: NamedLaw): Beside | null {
  BESIDE.lastIndex = end;
  const found = BESIDE.exec(chars);
  if (found === null) return null;
  const [words, kind = ''] = found;
  return { law: carryingOut(law.name, kind), end: end + words.length, both: words !== kind };
}

/**
 * The law meant by words such as 该条例 at the end of `gap`: the last one named of that kind. undefined where no such words stand
 * there, null where no law of that kind was named: never simply the last one.
 */
export function namedAgain(
  gap: string,
  named: readonly NamedLaw[],
  bareBefore: (gap: string) => NamedLaw | null,
): NamedLaw | null | undefined {
  const found = AGAIN.exec(gap);
  if (found === null) return undefined;
  const [, of, kind = ''] = found;
  if (kind === '规定') return (of === undefined ? named.at(-1) : lastOf(of, named)) ?? null;
  const same = lastOf(kind, named);
  if (!CARRIES_OUT.test(kind)) return of === undefined ? (same ?? null) : null;
  if (of === undefined && same !== undefined && !found[0].startsWith('其')) return same;
  const before = bareBefore(gap.slice(0, found.index).replace(/[及和与、]+$/, ''));
  const base = before ?? (of === undefined ? named.at(-1) : lastOf(of, named));
  return base === undefined ? null : carryingOut(base.name, kind);
}

function lastOf(kind: string, named: readonly NamedLaw[]): NamedLaw | undefined {
  return named.findLast(({ name }) => (kind === '法' ? /(?:^|[^办])法典?$/.test(plain(name)) : plain(name).endsWith(kind)));
}

function carryingOut(name: string, kind: string): NamedLaw {
  return { name: `${name}${kind}`, edition: null, documentNumber: null, how: 'bare' };
}

function plain(name: string): string {
  return name.replace(/\([^()]*\)$/, '');
}
