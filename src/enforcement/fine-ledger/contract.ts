import { type Static, Type } from 'typebox';
import type { LocalDate, MoneyLine } from '#law';
import type { ComparedReceipt, ComparedTotal } from './model.ts';

const closed = { additionalProperties: false };
export const PROCEDURE_KIND_LABELS = { 'ordinary-penalty': '普通程序', 'summary-penalty': '当场处罚' } as const;
export type PenaltyCaseKind = keyof typeof PROCEDURE_KIND_LABELS;
const FILTER = {
  organisation: Type.Optional(Type.String({ format: 'uuid' })),
  kind: Type.Optional(Type.Union([Type.Literal('ordinary-penalty'), Type.Literal('summary-penalty')])),
};
export const FinesExport = Type.Object(FILTER, closed);
export type FinesExport = Static<typeof FinesExport>;
export const FinesQuery = Type.Object(
  { ...FILTER, cursor: Type.Optional(Type.String({ maxLength: 500 })), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })) },
  closed,
);
export type FinesQuery = Static<typeof FinesQuery>;

/** The money of one case. */
export type FineItem = MoneyLine & {
  readonly matterId: string;
  readonly kind: PenaltyCaseKind;
  readonly organ: string;
  readonly number: string | null;
  readonly conduct: string;
  readonly party: string;
  readonly decidedOn: LocalDate | null;
};
export type FinesPage = {
  readonly items: readonly FineItem[];
  readonly cursor: string | null;
  readonly total: { readonly count: number; readonly exact: boolean };
};

/** As many lines of a statement as are compared at once, and as many payments of cases. */
export const MOST_RECEIPTS = 5000;
const DAY = Type.String({ format: 'date' });
const LINE = Type.Object(
  { receipt: Type.String({ minLength: 1, maxLength: 60 }), on: DAY, fen: Type.Integer({ minimum: 0, maximum: 100_000_000_000_000 }) },
  closed,
);
/** A statement of the bank or the treasury for some days, of one unit or of all that the reader may see. */
export const ComparisonBody = Type.Object(
  {
    from: DAY,
    through: DAY,
    organisation: Type.Optional(Type.String({ format: 'uuid' })),
    lines: Type.Array(LINE, { maxItems: MOST_RECEIPTS }),
  },
  closed,
);
export type ComparisonBody = Static<typeof ComparisonBody>;
export type Comparison = { readonly rows: readonly ComparedReceipt[]; readonly totals: readonly ComparedTotal[] };
