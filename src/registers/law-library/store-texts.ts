import type { LocalDate } from '#law';
import { KNOWN_LAW_VERSIONS, lawVersionOf, SHORT_NAMES } from '#law';
import type { LawText, TextProblem } from '#law/library/law-text';
import { type LawLibrary, lawLibrary } from '#law/library/library';
import { type Queryable, rows } from '#platform/db';
import { searchWords } from './search-words.ts';
import { lawRecords } from './store.ts';

type TextRow = { id: string; source: string; file_day: LocalDate | null; body: LawText };

/** The library as known now: all texts with what is registered of laws. A thousand texts take a second or two. */
export async function loadLibrary(client: Queryable): Promise<LawLibrary> {
  const texts = await rows<TextRow>(client, 'select id, source, file_day, body from law_text where upper_inf(known) order by id');
  const registered = (await lawRecords(client)).map(lawVersionOf);
  return lawLibrary(
    texts.map(({ id, source, file_day, body }) => ({ id, source, fileDay: file_day, text: body })),
    [...KNOWN_LAW_VERSIONS, ...registered],
    SHORT_NAMES,
  );
}

/** Changes whenever another process has imported texts or loaded the register. */
export async function libraryMark(client: Queryable): Promise<string> {
  const [row] = await rows<{ mark: string }>(
    client,
    `select concat_ws(' ', (select count(*) from law_text), (select max(greatest(lower(known), upper(known))) from law_text),
       (select count(*) from law_record), (select max(lower(known)) from law_record)) as mark`,
  );
  return row?.mark ?? '';
}

export async function textProblems(client: Queryable, id: string): Promise<readonly TextProblem[]> {
  const [row] = await rows<{ problems: readonly TextProblem[] }>(client, 'select problems from law_text where id = $1', [id]);
  return row?.problems ?? [];
}

export type FoundArticle = { readonly textId: string; readonly key: number; readonly label: string; readonly body: string };

const MOST = 50;

/** Articles among the given texts that hold every word asked for, best first: where it fills more of a shorter article. */
export async function searchArticles(
  client: Queryable,
  asked: string,
  texts: readonly string[],
  offset = 0,
): Promise<readonly FoundArticle[]> {
  const { query, phrases } = searchWords(asked);
  if (query === null) return [];
  return rows<FoundArticle>(
    client,
    `select text_id as "textId", key, label, body from law_article
     where words @@ to_tsquery('simple', $1) and text_id = any ($2::uuid[]) and body like all ($3::text[])
     order by ts_rank(words, to_tsquery('simple', $1), 2) desc, text_id, key limit ${MOST} offset $4`,
    [query, texts, phrases.map((p) => `%${p.replaceAll(/[\\%_]/g, '\\$&')}%`), offset],
  );
}
