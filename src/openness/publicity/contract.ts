import { type Static, Type } from 'typebox';
import type { LocalDate, Procedure } from '#law';

const closed = { additionalProperties: false };
const DAY = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const FILTER = {
  organisation: Type.Optional(Type.String({ format: 'uuid' })),
  /** Days of the decision, both meant. */
  from: Type.Optional(DAY),
  until: Type.Optional(DAY),
};
export const PublicityExport = Type.Object(FILTER, closed);
export type PublicityExport = Static<typeof PublicityExport>;
export const PublicityQuery = Type.Object(
  { ...FILTER, cursor: Type.Optional(Type.String({ maxLength: 500 })), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })) },
  closed,
);
export type PublicityQuery = Static<typeof PublicityQuery>;

/** One decision made in a case, and whether it is reported. */
export type PublicityItem = {
  readonly matterId: string;
  readonly organ: string;
  readonly number: string;
  /** As it may be shown. */
  readonly party: string;
  readonly cause: string;
  readonly procedure: Procedure;
  readonly decidedOn: LocalDate;
  /** The last day of the seven working days (KE-37); null: no such period runs. */
  readonly dueOn: LocalDate | null;
  readonly publishedOn: LocalDate | null;
  /** Why it is not reported; null: it is. */
  readonly withheld: string | null;
};
export type PublicityPage = {
  readonly items: readonly PublicityItem[];
  readonly cursor: string | null;
  readonly total: { readonly count: number; readonly exact: boolean };
};
