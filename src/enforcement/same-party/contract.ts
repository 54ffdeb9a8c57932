import { type Static, Type } from 'typebox';
import type { LocalDate } from '#law';
import type { Alike } from './model.ts';

export const SamePartyParams = Type.Object({ id: Type.String({ format: 'uuid' }) });
export const SamePartyQuery = Type.Object(
  { cursor: Type.Optional(Type.String({ maxLength: 400 })), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })) },
  { additionalProperties: false },
);
export type SamePartyQuery = Static<typeof SamePartyQuery>;

/** Another case of the same party, as the reader may see it. */
export type PartyCase = {
  readonly id: string;
  readonly kindName: string;
  readonly statusName: string;
  readonly organName: string;
  readonly cause: string;
  readonly number: string | null;
  readonly openedOn: LocalDate;
  readonly decidedOn: LocalDate | null;
  /** 警告、罚款; null: no penalty has been decided. */
  readonly penalty: string | null;
  readonly fineFen: number | null;
  /** Why it may be the same matter once more. */
  readonly alike: Alike | null;
};
export type SameParty = {
  readonly party: { readonly name: string; readonly kind: string };
  /** Whether the party can be told apart from others at all: by its code, or by its papers. */
  readonly isKnown: boolean;
  readonly items: readonly PartyCase[];
  readonly cursor: string | null;
  readonly total: { readonly count: number; readonly exact: boolean };
};
