import type { LocalDate } from './local-date.ts';
import type { OfficialDocument } from './official-document.ts';
import { type PartyDetails, partyKindOf } from './party.ts';
import { findPersonalData } from './personal-data.ts';
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

/** A text with the numbers of persons in it hidden. */
export function maskedText(text: string, today: LocalDate): string {
  return findPersonalData(text, today)
    .filter(({ kind }) => kind !== 'plate')
    .reduceRight((shown, { start, length }) => `${shown.slice(0, start)}${HIDDEN}${shown.slice(start + length)}`, text);
}
