import { withSynonyms } from '#law/library/search-synonyms';

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
const PAIR = /^[\u3400-\u9fff]{2}$/;
const QUOTED = /["“「]([^"”」]{1,60})["”」]/g;
const MOST_WORDS = 8;

/** One thing that is asked for, in the ways of saying it: each written letter by letter, the word as it was typed first. */
export type Wanted = readonly [string, ...string[]];

export type SearchWords = {
  /** A tsquery; null where nothing can be searched for. */
  readonly query: string | null;
  readonly wanted: readonly Wanted[];
  /** What the index alone cannot tell: one of each must stand in the text as it is written. */
  readonly written: readonly Wanted[];
};

/** Words divided by spaces must all occur, each as it is written or as a synonym; words in quotation marks only as written. */
export function searchWords(asked: string): SearchWords {
  const plain = asked.normalize('NFKC').toLowerCase();
  const quoted = [...plain.matchAll(QUOTED)].map(([, phrase]): Wanted => [(phrase ?? '').trim()]);
  const typed = plain.replaceAll(QUOTED, ' ').split(/[\s"“”「」、,]+/);
  const words = typed.map((word): Wanted => [word, ...withSynonyms(word).slice(1)]);
  const wanted = [...quoted, ...words].filter(([word]) => word !== '').slice(0, MOST_WORDS);
  const terms = wanted.map((alternatives) => alternatives.map(termOf).filter((t) => t !== ''));
  return {
    query: wanted.length === 0 || terms.some((t) => t.length === 0) ? null : terms.map((t) => `(${t.join(' | ')})`).join(' & '),
    wanted,
    written: wanted.filter((alternatives) => !alternatives.every((word) => PAIR.test(word))),
  };
}

/** One character alone may begin a pair or stand by itself. */
function termOf(word: string): string {
  const pairs = [...new Set(pairsOf(word))].map((pair) => (word.length === 1 ? `'${pair}':*` : `'${pair}'`));
  return pairs.length === 0 ? '' : `(${pairs.join(' & ')})`;
}

/** How much of an article the wanted words fill, each by the one that fills most of it; a synonym counts a little less. */
export function shareOf(body: string, wanted: readonly Wanted[]): number {
  const text = body.normalize('NFKC').toLowerCase();
  const filled = wanted.map(([word, ...others]) =>
    Math.max(lettersOf(text, word), ...others.map((other) => SYNONYM * lettersOf(text, other))),
  );
  return filled.reduce((sum, n) => sum + n, 0) / Math.max(text.length, 1);
}

const SYNONYM = 0.8;

function lettersOf(text: string, word: string): number {
  let letters = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) letters += word.length;
  return letters;
}
