import { type Static, Type } from 'typebox';
import type { LocalDate } from '#law';
import type { Total } from '#platform/matters/cursor';

/** How a line of the catalogue stands on the day asked. */
export const STANDING_LABELS = { 'in-force': '有效', soon: '一年内届满', coming: '尚未施行', ended: '已失效' } as const;
export type Standing = keyof typeof STANDING_LABELS;

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const FILTER = {
  q: Type.Optional(Type.String({ maxLength: 100 })),
  organisation: Type.Optional(Type.String({ format: 'uuid' })),
  standing: Type.Optional(Type.Unsafe<Standing>({ type: 'string', enum: Object.keys(STANDING_LABELS) })),
  on: Type.Optional(Day),
  knownOn: Type.Optional(Day),
};
export const CatalogueExport = Type.Object(FILTER, { additionalProperties: false });
export type CatalogueExport = Static<typeof CatalogueExport>;
export const CatalogueQuery = Type.Object(
  { ...FILTER, cursor: Type.Optional(Type.String({ maxLength: 400 })), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })) },
  { additionalProperties: false },
);
export type CatalogueQuery = Static<typeof CatalogueQuery>;

/** One line of the catalogue as pages show it. */
export type CatalogueItem = {
  readonly id: string;
  readonly title: string;
  readonly number: string;
  readonly makerName: string;
  readonly bureauName: string;
  readonly publishedOn: LocalDate;
  readonly from: LocalDate;
  /** Last day on which it counts; null: no end is set. */
  readonly through: LocalDate | null;
  readonly filingNumber: string;
  readonly filedOn: LocalDate;
  readonly standing: Standing;
  /** The filing behind it, for those who may read it. */
  readonly matterId: string | null;
};
export type CataloguePage = { readonly items: readonly CatalogueItem[]; readonly cursor: string | null; readonly total: Total };
