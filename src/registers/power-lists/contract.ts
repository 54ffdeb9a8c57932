import { type Static, Type } from 'typebox';
import type { LocalDate } from '#law';
import { LACKING_LABELS, type Lacking } from './coverage.ts';
import type { Difference } from './differences.ts';
import { type EntryContent, LIST_LABELS, type ListKind, POWER_KIND_LABELS, type PowerKind } from './model.ts';

const closed = { additionalProperties: false };
const Day = Type.String({ format: 'date' });
const Id = Type.String({ format: 'uuid' });
const List = Type.Unsafe<ListKind>({ type: 'string', enum: Object.keys(LIST_LABELS) });
const Power = Type.Union((Object.keys(POWER_KIND_LABELS) as PowerKind[]).map((key) => Type.Literal(key)));

const FILTER = {
  list: Type.Optional(List),
  organisation: Type.Optional(Id),
  power: Type.Optional(Power),
  q: Type.Optional(Type.String({ maxLength: 100 })),
  on: Type.Optional(Day),
  published: Type.Optional(Type.Boolean()),
};
export const EntriesExport = Type.Object(FILTER, closed);
export type EntriesExport = Static<typeof EntriesExport>;
export const EntriesQuery = Type.Object(
  { ...FILTER, cursor: Type.Optional(Type.String({ maxLength: 500 })), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })) },
  closed,
);
export type EntriesQuery = Static<typeof EntriesQuery>;
export const EntryParams = Type.Object({ id: Id }, closed);
export const CompareQuery = Type.Object({ list: List, organisation: Id, from: Day, to: Day }, closed);
export type CompareQuery = Static<typeof CompareQuery>;
const COVERAGE_FILTER = {
  q: Type.Optional(Type.String({ maxLength: 100 })),
  lacking: Type.Optional(Type.Union((Object.keys(LACKING_LABELS) as Lacking[]).map((key) => Type.Literal(key)))),
  unpublished: Type.Optional(Type.Boolean()),
  on: Type.Optional(Day),
};
export const CoverageExport = Type.Object(COVERAGE_FILTER, closed);
export type CoverageExport = Static<typeof CoverageExport>;
export const CoverageQuery = Type.Object(
  {
    ...COVERAGE_FILTER,
    cursor: Type.Optional(Type.String({ maxLength: 500 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  closed,
);
export type CoverageQuery = Static<typeof CoverageQuery>;

/** A line as lists show it; `through` is its last valid day. */
export type EntryItem = EntryContent & {
  readonly id: string;
  readonly list: ListKind;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly code: string;
  readonly from: LocalDate;
  readonly through: LocalDate | null;
};
export type EntryPage = {
  readonly items: readonly EntryItem[];
  readonly cursor: string | null;
  readonly total: { readonly count: number; readonly exact: boolean };
};
/** A line with all its periods, the latest first. */
export type EntryHistory = { readonly entry: EntryItem; readonly versions: readonly EntryItem[] };
export type Comparison = {
  readonly list: ListKind;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly differences: readonly Difference[];
};

/** How complete the lists of one unit are on a day. */
export type Coverage = {
  readonly organisationId: string;
  readonly organisationName: string;
  readonly counts: Readonly<Partial<Record<ListKind, number>>>;
  readonly unpublished: number;
  /** Lists that the unit has to have and has no line of. */
  readonly missing: readonly ListKind[];
};
/** The least complete units first. */
export type CoverageView = {
  readonly on: LocalDate;
  readonly items: readonly Coverage[];
  readonly cursor: string | null;
  readonly total: { readonly count: number; readonly exact: boolean };
};
