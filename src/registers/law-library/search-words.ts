/**
 * Chinese has no spaces: a text is indexed by every pair of neighbouring characters, Latin words and numbers as they
 * are. Whatever is asked for is then found wherever it stands, without a dictionary that may lack the word.
 */
export function pairsOf(text: string): readonly string[] {
  const pairs: string[] = [];
  for (const [run] of text.normalize('NFKC').toLowerCase().matchAll(RUNS)) {
    if (!HAN.test(run)) pairs.push(run);
    else if (run.length === 1) pairs.push(run);
    else for (let i = 0; i < run.length - 1; i += 1) pairs.push(run.slice(i, i + 2));
  }
  return pairs;
}

const RUNS = /[\u3400-\u9fff]+|[a-z0-9]+/g;
const HAN = /[\u3400-\u9fff]/;

export type SearchWords = {
  /** For to_tsquery('simple', …); null where nothing can be searched for. */
  readonly query: string | null;
  /** Every one of them stands in a found article, letter by letter. */
  readonly phrases: readonly string[];
};

/** Words divided by spaces must all occur, each as it is written. */
export function searchWords(asked: string): SearchWords {
  const phrases = asked
    .normalize('NFKC')
    .split(/[\s"“”「」、，,]+/)
    .filter((p) => p !== '')
    .slice(0, 8);
  const terms = phrases.flatMap((phrase) => pairsOf(phrase).map((pair) => (phrase.length === 1 ? `${pair}:*` : `'${pair}'`)));
  return { query: terms.length === 0 ? null : [...new Set(terms)].join(' & '), phrases };
}
