import { type Static, Type } from 'typebox';
import type { LocalDate } from '#law';
import type { Followed } from '#law/correcting/index';
import { CORRECTION_STATES, type CorrectionState } from './model.ts';

const closed = { additionalProperties: false };
/** The kinds of matters whose orders the ledger tells. */
export const ORDERING_KIND_LABELS = {
  'ordinary-penalty': '普通程序',
  'summary-penalty': '当场处罚',
  'correction-order': '案外责令改正',
} as const;
export type OrderingKind = keyof typeof ORDERING_KIND_LABELS;
const KINDS = Object.keys(ORDERING_KIND_LABELS) as OrderingKind[];
const DAY = Type.String({ format: 'date' });

const SCOPE = {
  organisation: Type.Optional(Type.String({ format: 'uuid' })),
  kind: Type.Optional(Type.Union(KINDS.map((kind) => Type.Literal(kind)))),
  /** Of the last day to obey; an order that was not served has none. */
  from: Type.Optional(DAY),
  through: Type.Optional(DAY),
  /** In the party, the number and the matter of the case, or the words of the order. */
  q: Type.Optional(Type.String({ maxLength: 100 })),
};
const FILTER = { ...SCOPE, state: Type.Optional(Type.Union(CORRECTION_STATES.map((state) => Type.Literal(state)))) };
/** By the last day, either way; left out: those of the latest cases first. */
const SORT = Type.Optional(Type.Union([Type.Literal('lastDay'), Type.Literal('-lastDay')]));

export const CorrectionsSummary = Type.Object(SCOPE, closed);
export type CorrectionsSummary = Static<typeof CorrectionsSummary>;
export const CorrectionsExport = Type.Object({ ...FILTER, sort: SORT }, closed);
export type CorrectionsExport = Static<typeof CorrectionsExport>;
export const CorrectionsQuery = Type.Object(
  {
    ...{ ...FILTER, sort: SORT, cursor: Type.Optional(Type.String({ maxLength: 500 })) },
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  closed,
);
export type CorrectionsQuery = Static<typeof CorrectionsQuery>;

/** One order to correct. */
export type CorrectionItem = {
  readonly matterId: string;
  readonly no: number;
  readonly kind: OrderingKind;
  readonly organ: string;
  readonly number: string | null;
  readonly cause: string;
  readonly party: string;
  readonly content: string;
  /** Number of the letter, or of the decision, that brings it. */
  readonly paper: string | null;
  readonly servedOn: LocalDate | null;
  readonly lastDay: LocalDate | null;
  readonly state: CorrectionState;
  readonly checkedOn: LocalDate | null;
  readonly how: Followed | 'again' | null;
  readonly followedOn: LocalDate | null;
  readonly daysOver: number | null;
};
export type CorrectionsPage = {
  readonly items: readonly CorrectionItem[];
  readonly cursor: string | null;
  readonly total: { readonly count: number; readonly exact: boolean };
};
/** How many orders stand in each state, of those that the filters leave. */
export type CorrectionsCounts = { readonly counts: Readonly<Record<CorrectionState, number>> };
