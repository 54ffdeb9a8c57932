import { type AnyRow, type BaseState, type CitationNote, checkCitations, type LocalDate, type MatterKind, SHIPPED_LAWS } from '#law';
import type { Queryable } from '../db.ts';
import type { Platform } from './platform.ts';

type Asked = Pick<Platform, 'lawSources'>;

/** What is wrong or unsure in the citations of the document in hand on a day; nothing is read where it cites nothing. */
export async function citationNotes(
  client: Queryable,
  { lawSources }: Asked,
  kind: MatterKind,
  state: BaseState,
  on: LocalDate,
): Promise<readonly CitationNote[]> {
  const texts = kind.citesIn?.(state) ?? [];
  if (texts.length === 0) return [];
  return checkCitations(texts, lawSources === undefined ? SHIPPED_LAWS : await lawSources(client), on);
}

/** The facts that conditions on citations read; nothing for acts that have none. */
export async function citationFacts(
  client: Queryable,
  platform: Asked,
  kind: MatterKind,
  row: AnyRow,
  state: BaseState | null,
  on: LocalDate,
): Promise<{ readonly citations?: readonly CitationNote[] }> {
  if (row.checksCitations !== true || state === null) return {};
  return { citations: await citationNotes(client, platform, kind, state, on) };
}
