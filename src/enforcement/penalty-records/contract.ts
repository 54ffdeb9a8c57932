import { type Static, Type } from 'typebox';
import { type LocalDate, type PartyKind, type PenaltyKind, SEVERITY_LABELS, type Severity } from '#law';
import type { BothTexts } from '#law/library/both-texts';
import { type Difference, FILE_KIND_LABELS } from './model.ts';

export type { Difference };

const closed = { additionalProperties: false } as const;
const Id = Type.String({ format: 'uuid' });
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });

export const FileKindSchema = Type.Union([Type.Literal('publicity'), Type.Literal('credit-export')], {
  description: Object.entries(FILE_KIND_LABELS)
    .map(([key, label]) => `${key}=${label}`)
    .join('，'),
});

export const MOST_ROWS = 1000;

/** What a departmental system sends: rows by field code or title of the 2018 layout and its extension. */
export const BatchBody = Type.Object(
  {
    rows: Type.Array(
      Type.Record(Type.String({ maxLength: 200 }), Type.Union([Type.String({ maxLength: 20_000 }), Type.Number(), Type.Null()])),
      {
        minItems: 1,
        maxItems: MOST_ROWS,
        description:
          '按字段代码或者标题。送达、公示、备案日期等扩展字段：带字段而为空表示没有（如未备案），不带字段表示没有说明，不据以判断',
      },
    ),
    fileKind: Type.Optional(FileKindSchema),
    exportedOn: Type.Optional(Day),
  },
  closed,
);
export type BatchBody = Static<typeof BatchBody>;

export const SeverityName = Type.Union([Type.Literal('red'), Type.Literal('orange'), Type.Literal('yellow')], {
  description: Object.values(SEVERITY_LABELS).join('、'),
});

const FoundView = Type.Object({ rule: Type.String(), severity: SeverityName, because: Type.String() });
export const BatchRow = Type.Object({
  line: Type.Integer(),
  status: Type.Union([Type.Literal('loaded'), Type.Literal('rejected'), Type.Literal('duplicate')]),
  /** For duplicates: whether the record that is there says the same. */
  identical: Type.Union([Type.Boolean(), Type.Null()]),
  matterId: Type.Union([Id, Type.Null()]),
  problems: Type.Array(Type.Object({ column: Type.String(), value: Type.Union([Type.String(), Type.Null()]), reason: Type.String() })),
  findings: Type.Array(FoundView),
});
export const BatchAnswer = Type.Object({
  batchId: Id,
  loaded: Type.Integer(),
  rejected: Type.Integer(),
  duplicates: Type.Integer(),
  unknownFields: Type.Array(Type.String()),
  rows: Type.Array(BatchRow),
});
export type BatchAnswer = Static<typeof BatchAnswer>;
export type BatchRow = Static<typeof BatchRow>;

export const DecisionsQuery = Type.Object(
  {
    organ: Type.Optional(Id),
    q: Type.Optional(Type.String({ maxLength: 100 })),
    number: Type.Optional(Type.String({ maxLength: 100 })),
    from: Type.Optional(Day),
    until: Type.Optional(Day),
    severity: Type.Optional(SeverityName),
    kind: Type.Optional(Type.String({ pattern: '^CF\\d{2}$', description: '处罚类别代码' })),
    /** Those merged into another record instead of those that count. */
    merged: Type.Optional(Type.Boolean()),
    batch: Type.Optional(Id),
    cursor: Type.Optional(Type.String({ maxLength: 400 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  },
  closed,
);
export type DecisionsQuery = Static<typeof DecisionsQuery>;

export const DecisionsExport = Type.Omit(DecisionsQuery, ['cursor', 'limit'], closed);
export type DecisionsExport = Static<typeof DecisionsExport>;
export const DecisionParams = Type.Object({ id: Id }, closed);

export type DecisionItem = {
  readonly id: string;
  readonly number: string;
  readonly decidedOn: LocalDate;
  readonly organId: string;
  /** As registered today. */
  readonly organName: string;
  /** As the source wrote it, where that is not the registered name. */
  readonly organWritten: string | null;
  readonly partyName: string;
  readonly partyKind: PartyKind | null;
  readonly partyUscc: string | null;
  readonly conduct: string | null;
  readonly kinds: readonly PenaltyKind[];
  readonly fineFen: number | null;
  readonly confiscatedFen: number | null;
  readonly itemCode: string | null;
  readonly merged: boolean;
  /** Later reports that changed it. */
  readonly updates: number;
  /** The gravest doubt that is not settled, and how many there are. */
  readonly severity: Severity | null;
  readonly findings: number;
};

/** Label and value as people read them. */
type Words = { readonly label: string; readonly value: string };
export type DecisionView = {
  readonly number: string;
  readonly organId: string;
  readonly groups: readonly { readonly title: string; readonly fields: readonly Words[] }[];
  /** Later reports, each with what it changed. */
  readonly updates: readonly { readonly reason: string; readonly differences: readonly Difference[] }[];
  /** What another source tells of the same decision; no differences: it tells the same. */
  readonly otherwise: { readonly where: string; readonly differences: readonly Difference[] } | null;
  readonly repeats: readonly string[];
  readonly mergedInto: string | null;
  /** Cited places that read otherwise when it was decided than when the deed was done (处罚法 37). */
  readonly bothTexts: readonly BothTexts[];
};
