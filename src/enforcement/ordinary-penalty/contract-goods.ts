import { type Static, Type } from 'typebox';
import type { LocalDate } from '#law';
import { type Disposal, ORIGIN_LABELS, type Origin } from './model-custody.ts';

const closed = { additionalProperties: false };
const FILTER = {
  organisation: Type.Optional(Type.String({ format: 'uuid' })),
  origin: Type.Optional(Type.Union((Object.keys(ORIGIN_LABELS) as Origin[]).map((key) => Type.Literal(key)))),
  /** Still lying with somebody. */
  held: Type.Optional(Type.Union([Type.Literal('true'), Type.Literal('false')])),
};
export const GoodsExport = Type.Object(FILTER, closed);
export type GoodsExport = Static<typeof GoodsExport>;
export const GoodsQuery = Type.Object(
  { ...FILTER, cursor: Type.Optional(Type.String({ maxLength: 500 })), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })) },
  closed,
);
export type GoodsQuery = Static<typeof GoodsQuery>;

/** One thing of a case: where it lies and who keeps it, or where it went. */
export type GoodItem = {
  readonly matterId: string;
  readonly no: number;
  readonly organ: string;
  readonly caseNumber: string | null;
  readonly cause: string;
  readonly name: string;
  readonly quantity: string;
  readonly origin: Origin;
  readonly takenOn: LocalDate;
  readonly place: string;
  readonly keeper: string;
  readonly moves: number;
  readonly endedOn: LocalDate | null;
  readonly how: Disposal | null;
  readonly to: string | null;
};
export type GoodsPage = {
  readonly items: readonly GoodItem[];
  readonly cursor: string | null;
  readonly total: { readonly count: number; readonly exact: boolean };
};
