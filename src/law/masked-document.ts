import type { LocalDate } from './local-date.ts';
import type { OfficialDocument } from './official-document.ts';
import { type PartyDetails, partyKindOf } from './party.ts';
import { findPersonalData, type PersonalDataKind } from './personal-data.ts';
import { withTexts } from './with-texts.ts';

/** Stands for what is not shown: never part of a number. */
export const HIDDEN = '＊＊＊＊＊＊';

/**
 * A party as a page shows it to whoever has no task that needs its numbers: by name, without number of identity and
 * phone, and for a natural person without birthday and home.
 */
export function maskedParty(details: PartyDetails): PartyDetails {
  const hidden = { idNumber: hide(details.idNumber), phone: hide(details.phone) };
  if (partyKindOf(details.kind) === 'organisation') return { ...details, ...hidden };
  return { ...details, ...hidden, address: HIDDEN, birth: null };
}

const hide = (value: string | null): string | null => (value === null ? null : HIDDEN);

/** The same document with numbers of persons that somebody has typed into its texts hidden. */
export function maskedDocument(document: OfficialDocument, today: LocalDate): OfficialDocument {
  return withTexts(document, (text) => maskedText(text, today));
}

/** What whoever works on the case reads none the less: what was driven, who saw it, who is ill. */
const FOR_THE_WORK: ReadonlySet<PersonalDataKind> = new Set(['plate', 'health', 'third-party']);
/** What was driven is often what was decided upon. */
const FOR_THE_PUBLIC: ReadonlySet<PersonalDataKind> = new Set(['plate']);

/** A text with the numbers of persons in it hidden. */
export function maskedText(text: string, today: LocalDate): string {
  return without(text, today, FOR_THE_WORK);
}

/** A text for the public: nor does it say who is ill, or who bore witness (law/enforcement §6.2). */
export function publicText(text: string, today: LocalDate): string {
  return without(text, today, FOR_THE_PUBLIC);
}

function without(text: string, today: LocalDate, kept: ReadonlySet<PersonalDataKind>): string {
  return findPersonalData(text, today)
    .filter(({ kind }) => !kept.has(kind))
    .reduceRight((shown, { start, length }) => `${shown.slice(0, start)}${HIDDEN}${shown.slice(start + length)}`, text);
}
