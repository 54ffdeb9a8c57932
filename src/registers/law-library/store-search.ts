import { containing } from '#platform/containing';
import { type Client, inTransaction, type Pool, rows } from '#platform/db';
import { type SearchWords, searchWords, shareOf, type Wanted } from './search-words.ts';

export type FoundArticle = { readonly textId: string; readonly key: number; readonly body: string };
export type FoundPage = {
  readonly articles: readonly FoundArticle[];
  /** How many were put in order; MOST_RANKED where there may be more. */
  readonly looked: number;
  readonly wanted: readonly Wanted[];
};

/** The shortest articles with all the words are ranked: a word that stands in most articles is no question yet. */
export const MOST_RANKED = 500;
/** Up to so many articles are all read; words of more are looked for among short articles first. */
const MOST_RARE = 5_000;

/** The law is public: no policy stands on these tables. The index is always the way, however many rows a word has. */
const PREAMBLE = `set local role app_rt; set local enable_seqscan = off; set local max_parallel_workers_per_gather = 0;`;
/** Classes of `law_article_size`, short articles first. */
const SIZES = ['#20', '#30', '#40', '#50', '#60', '#80', '#120', '#180', '#300', '#more'] as const;

/** Articles among the given texts that hold every word asked for, best first: where the words fill more of the article. */
export async function searchArticles(
  pool: Pool,
  asked: string,
  texts: readonly string[],
  offset: number,
  most: number,
): Promise<FoundPage> {
  const words = searchWords(asked);
  const { query, wanted } = words;
  if (query === null || texts.length === 0) return { articles: [], looked: 0, wanted };
  const found = await inTransaction(pool, PREAMBLE, async (client) => {
    const statement = (await isRare(client, query)) ? shortestOf('$1', words) : fromClasses(words);
    // An array as text: one value of the driver instead of thousands.
    const values = [query, `{${texts.join(',')}}`, ...words.written.map((w) => w.map(containing))];
    return rows<FoundArticle>(client, `with standing as materialized (select unnest($2::uuid[]) as id) ${statement}`, values);
  });
  const ranked = found
    .map((article) => ({ article, share: shareOf(article.body, wanted) }))
    .sort((a, b) => b.share - a.share)
    .map(({ article }) => article);
  return { articles: ranked.slice(offset, offset + most), looked: found.length, wanted };
}

async function isRare(client: Client, query: string): Promise<boolean> {
  const [hits] = await rows<{ many: number }>(
    client,
    `select count(*)::int as many from (select from law_article where words @@ $1::tsquery limit ${MOST_RARE + 1}) hit`,
    [query],
  );
  return (hits?.many ?? 0) <= MOST_RARE;
}

/** Longer articles are read only where the shorter ones are not enough. */
function fromClasses(words: SearchWords): string {
  const classes = SIZES.map((size) => `(${shortestOf(`('''${size}'' & ' || $1)`, words)})`);
  return `select * from (${classes.join(' union all ')}) found limit ${MOST_RANKED}`;
}

/** First by the index, then put in order by length, then read until enough hold the words as they are written. */
function shortestOf(query: string, { written }: SearchWords): string {
  const hits = `select text_id, key, body from law_article where words @@ ${query}::tsquery offset 0`;
  const inForce = `select * from (${hits}) hit where text_id in (select id from standing) order by char_length(body), text_id, key`;
  const asWritten = written.map((alternatives, i) => `${textOf(alternatives)} like any($${i + 3}::text[])`);
  const ordered = asWritten.length === 0 ? inForce : `select * from (${inForce} offset 0) ordered where ${asWritten.join(' and ')}`;
  return `select text_id as "textId", key, body from (${ordered} limit ${MOST_RANKED}) shortest`;
}

/** Characters that are written in one way only are compared as they stand; the rest in one width and one case. */
function textOf(alternatives: Wanted): string {
  return alternatives.every((word) => /^[\u4e00-\u9fa5、]+$/.test(word)) ? 'body' : 'lower(normalize(body, nfkc))';
}
