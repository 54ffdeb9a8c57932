import { type Static, Type } from 'typebox';
import type { LocalDate } from '#law';
import { RELATION_LABELS, type Relation } from './model.ts';

const closed = { additionalProperties: false };
const FILTER = {
  organisation: Type.Optional(Type.String({ format: 'uuid' })),
  relation: Type.Optional(Type.Union((Object.keys(RELATION_LABELS) as Relation[]).map((key) => Type.Literal(key)))),
  /** Whether no confirmed guidance lies in the half-year. */
  silent: Type.Optional(Type.Union([Type.Literal('true'), Type.Literal('false')])),
  /** "2026-1": the first half of 2026; without it the half-year of today. */
  half: Type.Optional(Type.String({ pattern: '^[0-9]{4}-[12]$' })),
};
export const LinksExport = Type.Object(FILTER, closed);
export type LinksExport = Static<typeof LinksExport>;
export const LinksQuery = Type.Object(
  { ...FILTER, cursor: Type.Optional(Type.String({ maxLength: 500 })), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })) },
  closed,
);
export type LinksQuery = Static<typeof LinksQuery>;

/** One organ guiding another, and what the log says of the half-year. */
export type Link = {
  readonly guideId: string;
  readonly guide: string;
  readonly guidedId: string;
  readonly guided: string;
  readonly relation: Relation;
  readonly since: LocalDate;
  /** Day of the last guidance that the other side has confirmed, whenever. */
  readonly lastOn: LocalDate | null;
  readonly asked: number;
  readonly assigned: number;
  readonly confirmed: number;
  /** Begun and not ended yet. */
  readonly waiting: number;
};
export type Links = {
  readonly half: string;
  readonly items: readonly Link[];
  readonly cursor: string | null;
  readonly total: { readonly count: number; readonly exact: boolean };
};
