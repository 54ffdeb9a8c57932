/** A value of plain JSON shapes with every text in it exchanged: the shape stays. */
export function withTexts<T>(value: T, change: (text: string) => string): T {
  const fill = (inner: unknown): unknown => {
    if (typeof inner === 'string') return change(inner);
    if (Array.isArray(inner)) return inner.map(fill);
    if (typeof inner !== 'object' || inner === null) return inner;
    return Object.fromEntries(Object.entries(inner).map(([key, one]) => [key, fill(one)]));
  };
  // Only texts are exchanged for texts.
  return fill(value) as T;
}
