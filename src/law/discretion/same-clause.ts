import { extractLawCitations } from '../law-citations.ts';

/** Whether both texts name the same article of the same law: a conduct is benchmarked under its 罚则, whatever either calls it. */
export function isSameClause(basis: string, penalty: string): boolean {
  const named = placesIn(penalty);
  return placesIn(basis).some((place) => named.includes(place));
}

function placesIn(text: string): readonly string[] {
  return extractLawCitations(text).flatMap(({ name, article, sub }) => (article === null ? [] : [`${name} ${article} ${sub}`]));
}
