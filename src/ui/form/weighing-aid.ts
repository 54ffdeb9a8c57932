import type { Json } from '#law';
import type { Tier } from '#law/discretion/benchmark';
import type { TypedForm } from './typed.ts';

/** A tier that the clerk takes over into the form: its place from 0, and what led to it where facts were answered. */
export type TakenTier = { readonly index: number; readonly tier: Tier; readonly because: readonly string[] };

/** How the forms of a kind of penalty case weigh it: which acts, under which names, and what a tier fills in. */
export type WeighingAid = {
  readonly acts: readonly string[];
  /** The 违法行为, the item of the case and the law in whose name it is punished; null: this reader is not shown them. */
  about(state: {
    readonly [key: string]: Json;
  }): { readonly violation: string; readonly itemCode: string | null; readonly basis: string | null } | null;
  /** The fields for the tier of a benchmark, and for the reason why none is followed. */
  readonly fields: { readonly tier: string; readonly reason: string };
  /** The form with the tier taken over; null: a case with this tier is not decided by this form. */
  take(typed: TypedForm, taken: TakenTier): TypedForm | null;
};

/** “危害后果”为“轻微”，适用裁量权基准第2档。 Empty where nothing was answered. */
export function takenWords({ index, because }: TakenTier): string {
  return because.length === 0 ? '' : `${because.join('，')}，适用裁量权基准第${index + 1}档。`;
}

/** What was typed already stays; an empty field gets the words. */
export function orElse(typed: TypedForm[string] | undefined, words: string): TypedForm[string] {
  return typeof typed === 'string' && typed.trim() !== '' ? typed : words;
}
