import { type Static, Type } from 'typebox';
import type { LocalDate } from '#law';
import type { KeptList, ListColumn } from '#registers/power-lists';
import { KEPT_LABELS, MOST_LINES } from './forms.ts';
import { FIELD_LABELS } from './model-fields.ts';

const closed = { additionalProperties: false };
const Id = Type.String({ format: 'uuid' });
const List = Type.Unsafe<KeptList>({ type: 'string', enum: Object.keys(KEPT_LABELS) });
/** Empty and unfinished cells are kept as they are; only what no cell of a list can hold is refused. */
const Cells = Type.Unsafe<Readonly<Partial<Record<ListColumn, string>>>>(
  Type.Object(Object.fromEntries(Object.keys(FIELD_LABELS).map((key) => [key, Type.Optional(Type.String({ maxLength: 6_000 }))])), closed),
);
const TextOrNull = (maxLength: number) => Type.Unsafe<string | null>({ type: ['string', 'null'], maxLength });
const Line = Type.Object(
  {
    what: Type.Union([Type.Literal('set'), Type.Literal('end'), Type.Literal('date')]),
    cells: Cells,
    base: TextOrNull(4_000),
    seen: Type.Optional(TextOrNull(40)),
  },
  closed,
);
const Lines = Type.Array(Line, { maxItems: MOST_LINES });
export type SentLine = Static<typeof Line>;

export const PreviewBody = Type.Object({ list: List, lines: Lines }, closed);
export type PreviewBody = Static<typeof PreviewBody>;
export const WorkbookBody = Type.Object({ list: List, file: Id }, closed);
export type WorkbookBody = Static<typeof WorkbookBody>;
const WORDS = { reason: Type.String({ minLength: 1, maxLength: 2000 }), grounds: TextOrNull(2000), lines: Lines };
export const ProposeBody = Type.Object({ list: List, ...WORDS }, closed);
export type ProposeBody = Static<typeof ProposeBody>;
export const ReviseBody = Type.Object({ ...WORDS, ifSeq: Type.Integer({ minimum: 1 }) }, closed);
export type ReviseBody = Static<typeof ReviseBody>;
export const PublishBody = Type.Object(
  {
    publishedOn: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
    place: Type.String({ minLength: 1, maxLength: 200 }),
    opinion: TextOrNull(2000),
    alone: TextOrNull(500),
    ifSeq: Type.Integer({ minimum: 1 }),
  },
  closed,
);
export type PublishBody = Static<typeof PublishBody>;
export const Params = Type.Object({ id: Id }, closed);
export type Params = Static<typeof Params>;

export type Problem = { readonly line: number; readonly column: string; readonly value: string; readonly reason: string };
export type ShownDifference = {
  readonly line: number;
  readonly what: 'added' | 'changed' | 'ended';
  readonly code: string;
  readonly name: string;
  readonly from: LocalDate;
  readonly fields: readonly { readonly label: string; readonly before: string; readonly after: string }[];
};
/** What lines would change; the first of each, with the whole count. */
export type Preview = {
  readonly problems: readonly Problem[];
  readonly problemCount: number;
  /** Numbers of lines that were written against what the register said before. */
  readonly stale: readonly number[];
  readonly differences: readonly ShownDifference[];
  readonly differenceCount: number;
  readonly counts: { readonly added: number; readonly changed: number; readonly ended: number };
  /** Numbers of lines that say what is registered already. */
  readonly idle: readonly number[];
  readonly backdated: number;
};
export type WorkbookAnswer = {
  readonly name: string;
  readonly ignored: readonly string[];
  readonly problems: readonly Problem[];
  readonly problemCount: number;
  /** Rows that say what is registered already are left out. */
  readonly same: number;
  readonly lines: readonly SentLine[];
};
export type DraftView = {
  readonly list: KeptList;
  readonly status: string;
  readonly reason: string;
  readonly grounds: string | null;
  readonly lines: readonly SentLine[];
  readonly seq: number;
};
/** `preview` null: before its publication the unit alone reads what is proposed. */
export type ChangeView = {
  readonly id: string;
  readonly list: KeptList;
  readonly unitId: string;
  readonly unitName: string;
  /** null: to a reader of the published lines alone. */
  readonly matter: {
    readonly status: string;
    readonly statusName: string;
    readonly reason: string;
    readonly grounds: string | null;
    readonly seq: number;
    readonly mayEdit: boolean;
    readonly mayPublish: boolean;
    /** Why it cannot be published by this reader, now. */
    readonly hindrance: string | null;
  } | null;
  readonly counts: Preview['counts'];
  readonly publication: { readonly on: LocalDate; readonly place: string | null } | null;
  readonly preview: Omit<Preview, 'counts'> | null;
};
/** What one unit lacks of its lists. */
export type MissingView = {
  readonly missing: readonly KeptList[];
  readonly unpublished: readonly { readonly list: KeptList; readonly count: number }[];
};
