import type { LocalDate } from '#law';
import { lawsMovedBy } from '#law/library/impact';
import type { LawText, TextProblem } from '#law/library/law-text';
import type { StoredText } from '#law/library/library';
import { type Queryable, rows } from '#platform/db';

type TextRow = { id: string; source: string; file_day: LocalDate | null; body: LawText };

export async function storedTexts(client: Queryable): Promise<readonly StoredText[]> {
  const texts = await rows<TextRow>(
    client,
    'select id, source, file_day, body from law_text where upper_inf(known) order by lower(known), source, id',
  );
  return texts.map(({ id, source, file_day, body }) => ({ id, source, fileDay: file_day, text: body }));
}

const TEXTS_AT_ONCE = 50;

/** What the texts of these names, also those that have been replaced, say of other laws: by name, the laws that they move. */
export async function lawsMoved(client: Queryable, names: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const asked = [...new Set(names)];
  const moved = new Map<string, readonly string[]>();
  for (let i = 0; i < asked.length; i += TEXTS_AT_ONCE) {
    const texts = await rows<{ name: string; body: LawText }>(client, 'select name, body from law_text where name = any($1::text[])', [
      asked.slice(i, i + TEXTS_AT_ONCE),
    ]);
    for (const { name, body } of texts) moved.set(name, [...(moved.get(name) ?? []), ...lawsMovedBy(body)]);
  }
  return moved;
}

export async function textProblems(client: Queryable, id: string): Promise<readonly TextProblem[]> {
  const [row] = await rows<{ problems: readonly TextProblem[] }>(client, 'select problems from law_text where id = $1', [id]);
  return row?.problems ?? [];
}
