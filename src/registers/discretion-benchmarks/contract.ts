import { type Static, type TObject, type TProperties, Type } from 'typebox';
import { type BenchmarkFact, type LenientEntry, PENALTY_KIND_LABELS, type PenaltyKind } from '#law';
import { type BenchmarkContent, FINE_MEASURE_LABELS, type FineMeasure, TIER_LEVEL_LABELS, type TierLevel } from '#law/discretion/benchmark';

const closed = { additionalProperties: false };
const Closed = <P extends TProperties>(properties: P): TObject<P> => Type.Object(properties, closed);
const oneOf = <K extends string>(labels: Readonly<Record<K, string>>) => Type.Unsafe<K>({ type: 'string', enum: Object.keys(labels) });
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const Id = Type.String({ format: 'uuid' });
const Whole = Type.Integer({ minimum: 0, maximum: 1_000_000_000_000 });
const Short = (max: number) => Type.String({ minLength: 1, maxLength: max });

/** Both types in one, not a union of two: a union would read null as the number 0. */
const WholeOrNull = Type.Unsafe<number | null>({ type: ['integer', 'null'], minimum: 0, maximum: 1_000_000_000_000 });

const BOUNDS = { from: Whole, to: WholeOrNull, fromOpen: Type.Boolean(), toOpen: Type.Boolean() };
const Fine = Type.Union([Closed({ measure: oneOf<FineMeasure>(FINE_MEASURE_LABELS), ...BOUNDS }), Type.Null()]);
const Kinds = Type.Array(oneOf<PenaltyKind>(PENALTY_KIND_LABELS), { maxItems: 14 });
const Option = Closed({ label: Short(200), span: Type.Union([Closed(BOUNDS), Type.Null()]) });
const Condition = Closed({ factor: Short(100), options: Type.Array(Short(200), { maxItems: 30 }) });
const Tier = Closed({
  level: oneOf<TierLevel>(TIER_LEVEL_LABELS),
  words: Short(2000),
  cases: Type.Array(Type.Array(Condition, { maxItems: 12 }), { maxItems: 50 }),
  kinds: Kinds,
  fine: Fine,
  note: Type.Union([Short(1000), Type.Null()]),
});
export const Content = Closed({
  itemCode: Type.Optional(Short(60)),
  breach: Short(500),
  penalty: Short(500),
  statutory: Closed({ kinds: Kinds, fine: Fine }),
  factors: Type.Array(
    Closed({ name: Short(100), unit: Type.Union([Short(20), Type.Null()]), options: Type.Array(Option, { maxItems: 30 }) }),
    { maxItems: 12 },
  ),
  tiers: Type.Array(Tier, { minItems: 1, maxItems: 20 }),
});

const Upper = Type.Union([Id, Type.Null()]);
const EXISTING = {
  content: Content,
  upper: Upper,
  documentNumber: Short(100),
  publishedOn: Day,
  place: Short(200),
  from: Day,
  lastDay: Type.Union([Day, Type.Null()]),
  source: Short(500),
};
export const DraftBody = Closed({ violation: Short(300), content: Content, upper: Upper });
export type DraftBody = Static<typeof DraftBody>;
export const ReviseBody = Closed({ content: Content, upper: Upper, ifSeq: Type.Integer({ minimum: 1 }) });
export type ReviseBody = Static<typeof ReviseBody>;
export const EnterBody = Closed({ violation: Short(300), ...EXISTING });
export type EnterBody = Static<typeof EnterBody>;
export const EnterVersionBody = Closed(EXISTING);
export type EnterVersionBody = Static<typeof EnterVersionBody>;

const FILTER = { q: Type.Optional(Type.String({ maxLength: 100 })), maker: Type.Optional(Id), on: Type.Optional(Day) };
export const ListQuery = Closed({ ...FILTER, cursor: Type.Optional(Type.String({ maxLength: 2000 })) });
export type ListQuery = Static<typeof ListQuery>;
export const ExportQuery = Closed(FILTER);
export type ExportQuery = Static<typeof ExportQuery>;
export const ReadQuery = Closed({ knownOn: Type.Optional(Day) });
export type ReadQuery = Static<typeof ReadQuery>;
export const Params = Closed({ id: Id });
export type Params = Static<typeof Params>;
/** A file uploaded before. */
export const ImportBody = Closed({ file: Id });
export type ImportBody = Static<typeof ImportBody>;
/** Which published benchmark of a higher organ one of the file refines, by the line on which it begins. */
const ChosenUpper = Closed({ line: Type.Integer({ minimum: 1 }), versionId: Id });
export const ImportConfirm = Closed({
  file: Id,
  source: Short(500),
  uppers: Type.Optional(Type.Array(ChosenUpper, { maxItems: 500 })),
});
export type ImportConfirm = Static<typeof ImportConfirm>;

export const DiscretionQuery = Closed({
  violation: Short(300),
  itemCode: Type.Optional(Short(60)),
  /** 处罚依据, under which another 违法行为 may have a benchmark. */
  basis: Type.Optional(Short(500)),
});
export type DiscretionQuery = Static<typeof DiscretionQuery>;
/** Which 违法行为 have a benchmark of the asker's own organ, or of the one above it, on a day. */
export const ViolationsQuery = Closed({
  q: Type.Optional(Type.String({ maxLength: 100 })),
  on: Type.Optional(Day),
  /** Only what is for this item, and what names none. */
  itemCode: Type.Optional(Type.String({ maxLength: 100 })),
});
export type ViolationsQuery = Static<typeof ViolationsQuery>;
/** What is in force today for one 违法行为 and one item of the asker's own organ. */
export type DiscretionView = {
  readonly benchmark: BenchmarkFact | null;
  readonly lenient: readonly LenientEntry[];
  /** Where there is none: names under which the item, or the law in whose name it is punished, has one. */
  readonly others: readonly string[];
};

/** One published version as pages show it. */
export type BenchmarkView = {
  readonly versionId: string;
  readonly id: string;
  readonly no: number;
  readonly violation: string;
  readonly makerId: string;
  readonly maker: string;
  readonly from: string;
  readonly through: string | null;
  readonly documentNumber: string;
  readonly publishedOn: string;
  readonly place: string;
  readonly reported: boolean;
  readonly content: BenchmarkContent;
};
export type BenchmarkHistory = {
  readonly id: string;
  readonly violation: string;
  readonly maker: string;
  readonly versions: readonly BenchmarkView[];
  /** What the organ itself may do further; null for everybody else. */
  readonly own: { readonly status: string; readonly statusName: string; readonly mayRevise: boolean } | null;
};
export type BenchmarkDraftView = {
  readonly violation: string;
  readonly content: BenchmarkContent;
  readonly upper: { readonly versionId: string; readonly name: string; readonly content: BenchmarkContent } | null;
  readonly seq: number;
};

/** What a file of benchmarks holds; with problems nothing of it is entered. */
export type ImportPreview = {
  readonly name: string;
  /** Titles that name no column. */
  readonly ignored: readonly string[];
  readonly problems: readonly { readonly line: number; readonly column: string; readonly value: string; readonly reason: string }[];
  readonly problemCount: number;
  readonly benchmarks: readonly {
    readonly line: number;
    readonly violation: string;
    readonly documentNumber: string;
    readonly from: string;
    readonly tiers: number;
  }[];
  /** What the law would refuse: entered as published it becomes a finding. */
  readonly doubts: readonly { readonly line: number; readonly violation: string; readonly place: string; readonly reason: string }[];
  readonly doubtCount: number;
};
export type ImportAnswer = ImportPreview & {
  readonly entered: readonly { readonly violation: string; readonly line: number; readonly matterId: string }[];
  /** Registered already, with the same paper, day and content. */
  readonly known: readonly string[];
  readonly refused: readonly { readonly violation: string; readonly line: number; readonly reason: string }[];
};
