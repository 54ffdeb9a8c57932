import type { Refusal } from '#law';
import type { Confirmation, Session } from '../session.ts';
import type { InputProblem } from './parse-input.ts';

export type ActRequest = {
  readonly by: Session | { readonly system: true; readonly city: number };
  readonly kind: string;
  readonly act: string;
  /** null opens a matter. */
  readonly matterId: string | null;
  readonly input: unknown;
  readonly legalDate?: string;
  readonly legalTime?: string;
  /** Optimistic lock: the seq the person saw. */
  readonly ifSeq?: number;
  /** A reported act happened elsewhere; its source reference is kept. */
  readonly reported?: { readonly source: string };
  readonly idempotencyKey?: string;
  readonly causeId?: string;
  /** Asked in the act's own transaction before anything is answered; SessionChanged is thrown where it fails. */
  readonly confirmation?: Confirmation;
};

export type Performed = {
  readonly matterId: string;
  readonly seq: number;
  readonly status: string;
  readonly statusName: string;
  readonly number: string | null;
  readonly says: string;
  readonly documents: readonly { readonly id: string; readonly kind: string; readonly name: string }[];
};

export type ActAnswer =
  | { readonly ok: true; readonly done: Performed }
  | { readonly ok: false; readonly error: 'input'; readonly problems: readonly InputProblem[] }
  | { readonly ok: false; readonly error: 'refused'; readonly refusal: Refusal }
  | { readonly ok: false; readonly error: 'absent' | 'key-reused' }
  | { readonly ok: false; readonly error: 'changed'; readonly seq: number };
