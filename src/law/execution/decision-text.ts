import type { Citation } from '../citation.ts';
import { condition, type Stop } from '../conditions.ts';
import type { InputOf } from '../form.ts';
import type { Guard, IssuedFact, Need, RegisterFacts } from '../matter-kind.ts';
import type { OfficialDocument } from '../official-document.ts';
import { markedParties, withPartyWords } from '../party-words.ts';
import { comparable, printedTexts } from '../printed-texts.ts';
import type { RectifyingForms } from './forms.ts';
import type { Executed } from './model.ts';
import type { ExecutingRoom } from './room.ts';

/** The decision as it was issued, and its party, whose name and numbers stand in it as marks. */
export function decisionNeeds<S extends Executed>(room: ExecutingRoom<S>, s: S | null): readonly Need[] {
  const documentId = s === null ? null : (room.decision(s)?.documentId ?? null);
  if (s === null || documentId === null) return [];
  return [
    { register: 'document', key: documentId },
    { register: 'party', key: s.party.id },
  ];
}

/** The document of the decision in hand; null: it was made elsewhere, its text is not on the platform; 'unknown': withheld from the reader. */
export function issuedDecision<S extends Executed>(room: ExecutingRoom<S>, s: S, facts: RegisterFacts): IssuedFact | null | 'unknown' {
  const documentId = room.decision(s)?.documentId ?? null;
  if (documentId === null) return null;
  return facts.documents === undefined ? 'unknown' : (facts.documents.get(documentId) ?? null);
}

/** The page of a document by the room's own template of its version, parties still as marks; null: no such template. */
export function pageOf<S extends Executed>(room: ExecutingRoom<S>, issued: IssuedFact): OfficialDocument | null {
  const template = room.templates.find((t) => t.template === issued.template && t.version === issued.templateVersion);
  return template === undefined ? null : template.make(issued.facts);
}

/**
 * What is to be put right stands in the decision as it was served, and at one place only: else nobody could tell which of
 * its words now read otherwise. A decision made elsewhere has no text here to look into; nor can words be missed in one
 * whose party has been erased.
 */
export function standsInDecision<S extends Executed>(
  room: ExecutingRoom<S>,
  cite: Citation,
): Guard<S, InputOf<RectifyingForms['rectify']>> {
  return condition('更正的原文在决定书中有，并且只有一处', 'law', cite, ({ state, input, facts }) => {
    const issued = issuedDecision(room, state, facts);
    if (issued === null || issued === 'unknown') return issued;
    const page = pageOf(room, issued);
    if (page === null) return null;
    const parties = facts.parties ?? new Map();
    const text = comparable(printedTexts(withPartyWords(page, parties, '')).join('\n'));
    const isWhole = markedParties(page).every((id) => parties.has(id));
    return input.items.map(({ wrong }, i) => misplaced(text, wrong, i + 1, isWhole)).find((stop) => stop !== null) ?? null;
  });
}

function misplaced(text: string, wrong: string, no: number, isWhole: boolean): Stop {
  const places = text.split(comparable(wrong)).length - 1;
  if (places === 1 || (places === 0 && !isWhole)) return null;
  if (places === 0) return ['not-in-decision', `第${no}项的原文“${wrong}”在决定书中没有找到，请与决定书核对`];
  return ['not-one-place', `第${no}项的原文“${wrong}”在决定书中有${places}处，请连同前后文字写明是哪一处`];
}
