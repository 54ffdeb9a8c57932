import { type ActFrame, type Citation, type Guard, isSealed, type NumberRequest, scanOf, signedLetter } from '#law';
import type { OrdinaryPenalty } from '../model.ts';
import type { Letter, LetterKind } from '../model-execution.ts';
import { form } from './conditions.ts';

type S = OrdinaryPenalty;
type Numbered = { readonly ownNumber: string | null };

/** Series within the organ, as its 文号 has them: 临市监罚告〔2026〕3号. */
export const SERIES = {
  preservation: '登保',
  correction: '责改',
  notice: '罚告',
  decision: '罚',
  'no-penalty': '不罚',
  urging: '罚催',
  transfer: '移',
  amending: '罚更',
} as const satisfies Record<LetterKind, string>;

/** A paper made elsewhere keeps the number that it has; one made here gets the platform's. */
export function ownNumber<I extends Numbered>(cite: Citation): Guard<S, I> {
  return form<I>('补录的文书写明原文号，平台办理的由平台编号', cite, ({ input, reported }) => {
    if (reported === true) return input.ownNumber === null ? ['own-number', '补录的文书请填写原文号'] : null;
    return input.ownNumber === null ? null : ['own-number', '平台办理的文书由平台编号，不填原文号'];
  });
}

export function numberOf(issuerId: string, series: string, input: Numbered): NumberRequest | null {
  return input.ownNumber === null ? { issuerId, series } : null;
}

/** The letter that an act has just signed; one told of is sealed and numbered where it was made. Without a number there is none. */
export function withLetter(s: S, kind: LetterKind, input: Numbered, frame: ActFrame): S {
  // Preservations and transfers of the first payloads had a paper without a number.
  if (frame.number === null && (input.ownNumber ?? null) === null) return s;
  const elsewhere = frame.mode === 'reported';
  const letter: Letter = {
    ...signedLetter(frame, kind),
    ...(elsewhere ? { number: input.ownNumber ?? '', scan: scanOf(frame) } : {}),
    no: s.letters.length + 1,
    kind,
    elsewhere,
    how: null,
    receivedOn: null,
  };
  return { ...s, letters: [...s.letters, letter] };
}

/** Sealed here, or made and sealed elsewhere. */
export function isLetterReady(s: S, letter: Letter): boolean {
  return letter.elsewhere || isSealed(s, letter);
}
