import { type Static, Type } from 'typebox';
import { RELATION_LABELS, type Relation } from '#law';
import type { MissingBasis } from './model.ts';

const closed = { additionalProperties: false };

/** Relations without a paper: those of one unit, of a kind, or whose unit is called so. */
const FILTER = {
  relation: Type.Optional(Type.Union((Object.keys(RELATION_LABELS) as Relation[]).map((key) => Type.Literal(key)))),
  organisation: Type.Optional(Type.String({ format: 'uuid' })),
  q: Type.Optional(Type.String({ maxLength: 100 })),
};
export const MissingBasesExport = Type.Object(FILTER, closed);
export type MissingBasesExport = Static<typeof MissingBasesExport>;
export const MissingBasesQuery = Type.Object(
  { ...FILTER, cursor: Type.Optional(Type.String({ maxLength: 500 })), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })) },
  closed,
);
export type MissingBasesQuery = Static<typeof MissingBasesQuery>;

export type MissingBases = {
  readonly items: readonly MissingBasis[];
  readonly cursor: string | null;
  readonly total: { readonly count: number; readonly exact: boolean };
};
