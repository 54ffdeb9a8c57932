import type { Citation } from './citation.ts';
import { condition, isActorOneOf, type Person, personOf } from './conditions.ts';
import type { LocalDate } from './local-date.ts';
import type { ActFrame, BaseState, Guard } from './matter-kind.ts';

export const PAPER_SERVICE_LABELS = { 'in-person': '直接送达', left: '留置送达', mail: '邮寄送达' } as const;
export type PaperService = keyof typeof PAPER_SERVICE_LABELS;

/** Who signed for it, how and when: the day on which periods begin. */
export type Receipt = { readonly mode: 'system' | PaperService; readonly receiver: string; readonly on: LocalDate };

/** A numbered letter of a matter on its way: signed, sealed, served, received. */
export type Outgoing = {
  readonly documentId: string;
  readonly number: string;
  readonly signedOn: LocalDate;
  readonly signedBy: Person;
  /** Digest of the scan when it was sealed by hand. */
  readonly scan: string | null;
  readonly servedOn: LocalDate | null;
  readonly receipt: Receipt | null;
};

/** The letter that an act of signing has just made; `documentKind` is the one it issues under the number. */
export function signedLetter(frame: ActFrame, documentKind: string): Outgoing {
  return {
    documentId: frame.documents[documentKind] ?? '',
    number: frame.number?.text ?? '',
    signedOn: frame.legalDate,
    signedBy: personOf(frame.actor),
    scan: null,
    servedOn: null,
    receipt: null,
  };
}

/** The digest of what a person sealed by hand and scanned. */
export function scanOf(frame: ActFrame): string | null {
  return frame.files[0]?.sha256 ?? null;
}

/** An electronic seal with its digest, or the scan of what was sealed by hand. */
export function isSealed(s: BaseState, letter: Outgoing | null): boolean {
  return letter !== null && (letter.scan !== null || (s.renderings?.[letter.documentId]?.sealed ?? null) !== null);
}

export type LetterGuards<S extends BaseState> = {
  readonly rendered: Guard<S, null>;
  readonly sealed: Guard<S, null>;
  readonly notSigner: Guard<S, null>;
};

/** What every letter needs before its seal and before its service: rendered first, sealed by another hand, never served unsealed. */
export function letterGuards<S extends BaseState>(cite: Citation, letterOf: (s: S) => Outgoing | null): LetterGuards<S> {
  return {
    rendered: condition('签发的文书已经生成', 'form', cite, ({ state }) => {
      const letter = letterOf(state);
      return letter !== null && state.renderings?.[letter.documentId] !== undefined
        ? null
        : ['not-rendered', '文书正在生成，生成后才能用印'];
    }),
    sealed: condition('文书已经用印', 'form', cite, ({ state }) =>
      isSealed(state, letterOf(state)) ? null : ['not-sealed', '用印文书尚未生成或者未上传，未用印的文书不得送达'],
    ),
    notSigner: condition('用印人不是签发人', 'law', cite, ({ state, actor }) =>
      isActorOneOf(actor, [letterOf(state)?.signedBy ?? null]) ? ['own-seal', '不得由签发人本人用印'] : null,
    ),
  };
}
