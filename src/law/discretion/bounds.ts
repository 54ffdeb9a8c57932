/**
 * A span of whole numbers whose bounds may belong to it or not, as laws write them: 以上、以下、以内 include the number
 * (民法典 1259), 超过、以外、不满 do not. `to` null: without upper bound.
 */
export type Bounds = {
  readonly from: number;
  readonly to: number | null;
  /** 超过: the lower number itself does not belong. */
  readonly fromOpen: boolean;
  /** 不满: the upper number itself does not belong. */
  readonly toOpen: boolean;
};

/** At least one number lies within. */
export function isOrdered(b: Bounds): boolean {
  return b.to === null || b.from < b.to || (b.from === b.to && !b.fromOpen && !b.toOpen);
}

export function contains(b: Bounds, n: number): boolean {
  const above = b.fromOpen ? n > b.from : n >= b.from;
  return above && (b.to === null || (b.toOpen ? n < b.to : n <= b.to));
}

/** Every number of `lower` is smaller than every number of `upper`. */
export function isBelow(lower: Bounds, upper: Bounds): boolean {
  if (lower.to === null) return false;
  return lower.to < upper.from || (lower.to === upper.from && (lower.toOpen || upper.fromOpen));
}

/** How two spans meet where the second follows the first: with nothing between and nothing twice, or not. */
export function meeting(first: Bounds, second: Bounds): 'meets' | 'gap' | 'overlap' {
  if (!isBelow(first, second)) return 'overlap';
  if (first.to !== second.from) return 'gap';
  return first.toOpen && second.fromOpen ? 'gap' : 'meets';
}

export function isWithin(inner: Bounds, outer: Bounds): boolean {
  return startsWithin(inner, outer) && endsWithin(inner, outer);
}

function startsWithin(inner: Bounds, outer: Bounds): boolean {
  return inner.from > outer.from || (inner.from === outer.from && (inner.fromOpen || !outer.fromOpen));
}

function endsWithin(inner: Bounds, outer: Bounds): boolean {
  if (outer.to === null) return true;
  if (inner.to === null) return false;
  return inner.to < outer.to || (inner.to === outer.to && (inner.toOpen || !outer.toOpen));
}

export function sameStart(a: Bounds, b: Bounds): boolean {
  return a.from === b.from && a.fromOpen === b.fromOpen;
}
export function sameEnd(a: Bounds, b: Bounds): boolean {
  return a.to === b.to && (a.to === null || a.toOpen === b.toOpen);
}

/** The smallest span that holds all the given ones; null where there are none. */
export function hull(all: readonly Bounds[]): Bounds | null {
  const [first, ...rest] = all;
  if (first === undefined) return null;
  return rest.reduce<Bounds>((sum, b) => {
    const start = startsWithin(b, sum) ? sum : b;
    const end = endsWithin(b, sum) ? sum : b;
    return { from: start.from, fromOpen: start.fromOpen, to: end.to, toOpen: end.toOpen };
  }, first);
}

/** 超过1万元、3万元以下, 1万元以上不满3万元, 3万元以下: each bound says whether it belongs. */
export function boundsWords(b: Bounds, say: (n: number) => string): string {
  if (b.to !== null && b.from === b.to) return say(b.from);
  const from = b.from === 0 && b.to !== null ? '' : b.fromOpen ? `超过${say(b.from)}` : `${say(b.from)}以上`;
  if (b.to === null) return from;
  if (b.toOpen) return `${from}不满${say(b.to)}`;
  return `${from}${b.fromOpen ? '、' : ''}${say(b.to)}以下`;
}
