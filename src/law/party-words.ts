import { chineseDay, parseLocalDate } from './local-date.ts';
import { ID_KIND_LABELS, PARTY_FIELDS, type PartyDetails, type PartyRef, SEX_LABELS } from './party.ts';
import { withTexts } from './with-texts.ts';

/** What of a party a document may print; each stands in the document's facts as a mark and is filled in when it is drawn. */
export type PartyPart = Exclude<keyof typeof PARTY_FIELDS, 'kind' | 'isIncapable' | 'scale'>;

/** Stands in the facts of a document for one thing about a party, so that no act holds it in plain. */
export function partyWord(ref: Pick<PartyRef, 'id'>, part: PartyPart): string {
  return `⟦${ref.id}:${part}⟧`;
}

const MARK = /⟦([0-9a-f-]{36}):([A-Za-z]+)⟧/g;

/** The parties whose marks stand anywhere in a value of plain JSON shapes. */
export function markedParties(value: unknown): readonly string[] {
  return [...new Set([...JSON.stringify(value ?? null).matchAll(MARK)].map((found) => found[1] ?? ''))];
}

/**
 * The value with every mark filled in. `absent`: what stands for a party that is not among the details (erased, or not
 * yet typed); what was never known of a party is printed as ／.
 */
export function withPartyWords<T>(value: T, details: ReadonlyMap<string, PartyDetails>, absent: string): T {
  return withTexts(value, (text) =>
    text.includes('⟦') ? text.replace(MARK, (_, id: string, part: string) => wordOf(details.get(id), part, absent)) : text,
  );
}

function wordOf(details: PartyDetails | undefined, part: string, absent: string): string {
  if (details === undefined) return absent;
  const { idKind, sex, birth } = details;
  if (part === 'idKind') return idKind === null ? '／' : ID_KIND_LABELS[idKind];
  if (part === 'sex') return sex === null ? '／' : SEX_LABELS[sex];
  const day = part === 'birth' && birth !== null ? parseLocalDate(birth) : null;
  if (day !== null) return chineseDay(day);
  const value: unknown = Object.hasOwn(PARTY_FIELDS, part) ? Reflect.get(details, part) : null;
  return typeof value === 'string' ? value : '／';
}
