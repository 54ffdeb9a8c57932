import {
  type AnyRow,
  type BaseState,
  type CitationNote,
  type CitedText,
  checkCitations,
  type Json,
  type LocalDate,
  type MatterKind,
  SHIPPED_LAWS,
} from '#law';
import type { Queryable } from '../db.ts';
import type { Platform } from './platform.ts';

type Asked = Pick<Platform, 'lawSources'>;

/** What is wrong or unsure in the citations of the document in hand on a day; nothing is read where it cites nothing. */
export async function citationNotes(
  client: Queryable,
  platform: Asked,
  kind: MatterKind,
  state: BaseState,
  on: LocalDate,
): Promise<readonly CitationNote[]> {
  return notesOf(client, platform, kind.citesIn?.(state) ?? [], on);
}

async function notesOf(
  client: Queryable,
  { lawSources }: Asked,
  texts: readonly CitedText[],
  on: LocalDate,
): Promise<readonly CitationNote[]> {
  if (texts.length === 0) return [];
  return checkCitations(texts, lawSources === undefined ? SHIPPED_LAWS : await lawSources(client), on);
}

/** The facts that conditions on citations read, of the document in hand or of what is typed; nothing for acts that have none. */
export async function citationFacts(
  client: Queryable,
  platform: Asked,
  kind: MatterKind,
  row: AnyRow,
  { state, input }: { readonly state: BaseState | null; readonly input: Readonly<Record<string, Json>> },
  on: LocalDate,
): Promise<{ readonly citations?: readonly CitationNote[] }> {
  if (row.checksCitations !== true || state === null) return {};
  const texts = row.citesTyped?.(state, input as never) ?? kind.citesIn?.(state) ?? [];
  return { citations: await notesOf(client, platform, texts, on) };
}
