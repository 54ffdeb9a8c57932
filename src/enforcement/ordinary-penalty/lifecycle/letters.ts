import { type ActFrame, withLetter as signed } from '#law';
import type { OrdinaryPenalty } from '../model.ts';
import type { LetterKind } from '../model-execution.ts';

export { numberOf, ownNumber } from '#law';

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

/** The letter of one of the kinds of this room that an act has just signed. */
export function withLetter(
  s: OrdinaryPenalty,
  kind: LetterKind,
  input: { readonly ownNumber: string | null },
  frame: ActFrame,
): OrdinaryPenalty {
  return signed(s, kind, input, frame);
}
