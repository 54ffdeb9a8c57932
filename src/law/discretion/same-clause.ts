import { extractLawCitations } from '../law-citations.ts';

/** Whether both texts name the same article of the same law: a conduct is benchmarked under its 罚则, whatever either calls it. */
export function isSameClause(basis: string, penalty: string): boolean {
  const named = placesIn(penalty);
  return named.length > 0 && placesIn(basis).some((place) => named.includes(place));
}

const MOST_READINGS = 10_000;
/** The same few texts come again with every case that is asked. */
const readings = new Map<string, readonly string[]>();

function placesIn(text: string): readonly string[] {
  const known = readings.get(text);
  if (known !== undefined) return known;
  const read = extractLawCitations(text).flatMap(({ name, article, sub }) => (article === null ? [] : [`${name} ${article} ${sub}`]));
  if (readings.size >= MOST_READINGS) readings.clear();
  readings.set(text, read);
  return read;
}
