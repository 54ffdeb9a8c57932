import type { Citation } from '../citation.ts';
import { conditionsOf } from '../conditions.ts';
import type { LocalDate } from '../local-date.ts';
import type { ActFrame, BaseState, Guard, NumberRequest } from '../matter-kind.ts';
import { isSealed, type Outgoing, scanOf, signedLetter } from '../outgoing.ts';
import { PENALTY_61 } from './articles.ts';

/** Ways of service (处罚法 61, 民事诉讼法 88–95). */
export const SERVICE_LABELS = {
  'on-spot': '宣告后当场交付',
  'in-person': '直接送达',
  left: '留置送达',
  entrusted: '委托送达',
  mail: '邮寄送达',
  electronic: '电子送达',
  public: '公告送达',
} as const;
export type Service = keyof typeof SERVICE_LABELS;

/** A numbered letter to the party. `elsewhere`: made and sealed in the unit's own system, told here with its own number. */
export type Letter<K extends string = string> = Outgoing & {
  readonly no: number;
  readonly kind: K;
  readonly elsewhere: boolean;
  readonly how: Service | null;
  /** The day from which the party's periods run. */
  readonly receivedOn: LocalDate | null;
  /** 公告送达: the notice has been put out; thirty days later the letter counts as served (民诉法 95). null: not told where. */
  readonly announced?: { readonly on: LocalDate; readonly where: string | null };
  /** What it was about has ended before it went out: it goes to nobody any more. */
  readonly lapsed?: true;
};

/** What a case keeps of its letters and of how they reach the party. */
export type Lettered<K extends string = string> = BaseState & {
  readonly letters: readonly Letter<K>[];
  readonly confirmation: { readonly on: LocalDate; readonly electronic: boolean; readonly channel: string } | null;
  readonly failedServices: readonly { readonly on: LocalDate; readonly how: string }[];
  /** The letter that was served last, where it is not the one signed last. */
  readonly servedNo?: number;
};

/**
 * The numbered letter that has not gone out yet. There is one at a time, but that a case may be handed to another organ while a
 * letter to the party is on its way: the later goes first, and what waited is in hand again when that has arrived.
 */
export function letterInHand<K extends string>({ letters }: { readonly letters: readonly Letter<K>[] }): Letter<K> | null {
  return letters.findLast(({ receivedOn, lapsed }) => receivedOn === null && lapsed !== true) ?? null;
}

/** The letter that has just been served. */
export function letterServed<K extends string>({ letters, servedNo }: Lettered<K>): Letter<K> | null {
  return (servedNo === undefined ? letters.at(-1) : letters.find(({ no }) => no === servedNo)) ?? null;
}

/** The day on which a letter left for the party by a notice to everybody, or else reached it: what the seven days ask (处罚法 61). */
export function sentOutOn({ letters }: Lettered, letterNo: number, receivedOn: LocalDate | null): LocalDate | null {
  return letters.find(({ no }) => no === letterNo)?.announced?.on ?? receivedOn;
}

/** The paper of the letter in hand, which a seal, a service or a voiding is about; null: it was made elsewhere. */
export function paperInHand(s: Lettered): string | null | undefined {
  const letter = letterInHand(s);
  return letter === null || letter.elsewhere ? null : letter.documentId || undefined;
}

/** Sealed here, or made and sealed elsewhere. */
export function isLetterReady(s: BaseState, letter: Letter): boolean {
  return letter.elsewhere || isSealed(s, letter);
}

/** A letter that has not gone out yet speaks of nothing any more. */
export function withoutLetter<S extends Lettered>(s: S): S {
  const letter = letterInHand(s);
  if (letter === null) return s;
  return { ...s, letters: s.letters.map((one) => (one.no === letter.no ? { ...one, lapsed: true as const } : one)) };
}

type Numbered = { readonly ownNumber: string | null };

/** A paper made elsewhere keeps the number that it has; one made here gets the platform's. */
export function ownNumber<S extends BaseState, I extends Numbered>(cite: Citation): Guard<S, I> {
  return conditionsOf<S>().form<I>('补录的文书写明原文号，平台办理的由平台编号', cite, ({ input, reported }) => {
    if (reported === true) return input.ownNumber === null ? ['own-number', '补录的文书请填写原文号'] : null;
    return input.ownNumber === null ? null : ['own-number', '平台办理的文书由平台编号，不填原文号'];
  });
}

export function numberOf(issuerId: string, series: string, input: Numbered): NumberRequest | null {
  return input.ownNumber === null ? { issuerId, series } : null;
}

/** The letter that an act has just signed; one told of is sealed and numbered where it was made. Without a number there is none. */
export function withLetter<S extends Lettered>(s: S, kind: string, input: Numbered, frame: ActFrame): S {
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

export function noLetterInHand<S extends Lettered>(): Guard<S, null> {
  return conditionsOf<S>().form<null>('没有尚未送达的文书', PENALTY_61, ({ state }) => {
    const letter = letterInHand(state);
    return letter === null ? null : ['letter-in-hand', `${letter.number}尚未用印、送达，先办结送达`];
  });
}
