import { createHash, randomUUID } from 'node:crypto';
import { lawName } from '#law/library/law-name';
import { articleKey, type LawText, type TextProblem } from '#law/library/law-text';
import { articleText } from '#law/library/locate';
import { type Client, type Queryable, rows } from '#platform/db';
import { fileDay, type ReadLaw } from './read-law-files.ts';
import { pairsOf } from './search-words.ts';

export type ImportCounts = { added: number; changed: number; unchanged: number; refused: number; articles: number; problems: number };

export function noCounts(): ImportCounts {
  return { added: 0, changed: 0, unchanged: 0, refused: 0, articles: 0, problems: 0 };
}

/** One import at a time: two of the same text would both find it absent. */
export async function lockImport(client: Queryable): Promise<void> {
  await client.query(`select pg_advisory_xact_lock(hashtext('law-library.import'))`);
}

/** What became of one file of a load. */
export type ImportedFile = {
  readonly source: string;
  /** Name of the text without 中华人民共和国; null where none was read. */
  readonly name: string | null;
  readonly result: 'added' | 'changed' | 'unchanged' | 'refused';
  readonly reason: string | null;
  readonly articles: number;
  readonly problems: readonly TextProblem[];
};

/**
 * Takes texts into the library in the caller's transaction. A text that is there already changes nothing; the same file
 * with other words takes the place of what it said before, which stays known for its time.
 */
export async function importTexts(
  client: Client,
  laws: readonly ReadLaw[],
  at: string,
  counts: ImportCounts,
): Promise<readonly ImportedFile[]> {
  const files: ImportedFile[] = [];
  for (const law of laws) {
    const file = await importFile(client, law, at);
    counts[file.result] += 1;
    counts.problems += file.problems.length;
    counts.articles += file.articles;
    files.push(file);
  }
  return files;
}

async function importFile(client: Client, law: ReadLaw, at: string): Promise<ImportedFile> {
  const { source } = law;
  if (law.is === 'refused') return { source, name: null, result: 'refused', reason: law.reason, articles: 0, problems: [] };
  const { text, problems } = law.parsed;
  const result = await importText(client, source, text, problems, at);
  return { source, name: lawName(text.title), result, reason: null, articles: text.articles.length, problems };
}

async function importText(
  client: Client,
  source: string,
  text: LawText,
  problems: readonly TextProblem[],
  at: string,
): Promise<'added' | 'changed' | 'unchanged'> {
  const name = lawName(text.title);
  const digest = createHash('sha256').update(JSON.stringify(text)).digest('hex');
  const known = await rows<{ id: string; source: string; digest: string; earlier: boolean }>(
    client,
    'select id, source, digest, lower(known) < $2 as earlier from law_text where name = $1 and upper_inf(known)',
    [name, at],
  );
  if (known.some((k) => k.digest === digest)) return 'unchanged';
  const before = known.find((k) => k.earlier && plainSource(k.source) === plainSource(source));
  if (before !== undefined) await client.query('update law_text set known = tstzrange(lower(known), $2) where id = $1', [before.id, at]);
  const id = randomUUID();
  const told = text.history.at(-1)?.on ?? null;
  await client.query(
    `insert into law_text (id, name, title, source, file_day, told_day, digest, articles, body, problems, known)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, tstzrange($11, null))`,
    [id, name, text.title, source, fileDay(source), told, digest, text.articles.length, stored(text), stored(problems), at],
  );
  await insertArticles(client, id, text);
  return before === undefined ? 'added' : 'changed';
}

/** The same file from a folder and from an archive. */
function plainSource(source: string): string {
  return source.slice(source.lastIndexOf('/') + 1);
}

/** What PostgreSQL cannot hold in a text has been taken out by the reader, except where a JSON escape brings it back. */
function stored(value: unknown): string {
  return JSON.stringify(value).replaceAll('\\u0000', '');
}

async function insertArticles(client: Client, textId: string, text: LawText): Promise<void> {
  const bodies = text.articles.map(articleText);
  await client.query(
    `insert into law_article (text_id, key, label, body, words)
     select $1, a.key, a.label, a.body, array_to_tsvector(string_to_array(a.pairs, ' ') || law_article_size(a.body))
     from unnest($2::int[], $3::text[], $4::text[], $5::text[]) as a (key, label, body, pairs)`,
    [
      textId,
      text.articles.map((a) => articleKey(a.number, a.sub)),
      text.articles.map((a) => `第${a.number}条${a.sub === 0 ? '' : `之${a.sub}`}`),
      bodies,
      bodies.map((body) => [...new Set(pairsOf(body))].join(' ')),
    ],
  );
}
