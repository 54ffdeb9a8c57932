/** So many texts are remembered of one column; what comes later and is new is read each time. */
const MOST_KEPT = 5_000;
/** Longer texts hardly ever repeat. */
const LONGEST_KEPT = 200;

/** The same reading, done once for a text that a file writes many times: officers, sums, kinds. */
export function repeated<T>(reading: (text: string) => T): (text: string) => T {
  const kept = new Map<string, T>();
  return (text) => {
    if (text.length > LONGEST_KEPT) return reading(text);
    const known = kept.get(text);
    if (known !== undefined) return known;
    const own = ownCopy(text);
    const read = reading(own);
    if (kept.size < MOST_KEPT) kept.set(own, read);
    return read;
  };
}

/** A text of its own: a slice of a longer text, as cells are, keeps the whole part of the file in memory. */
function ownCopy(text: string): string {
  return ` ${text}`.slice(1);
}
