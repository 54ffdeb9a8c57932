import { type Static, Type } from 'typebox';
import { FileKindSchema } from './contract.ts';
import type { ColumnKey } from './layout.ts';
import type { Difference, FileKind } from './model.ts';
import type { DuplicateDecision, JobPhase, JobState, RowKind } from './model-imports.ts';

const closed = { additionalProperties: false } as const;
const Id = Type.String({ format: 'uuid' });
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });

export const JobParams = Type.Object({ id: Id }, closed);
export const NewImportBody = Type.Object(
  { file: Id, fileKind: FileKindSchema, exportedOn: Type.Optional(Type.Union([Day, Type.Null()])) },
  closed,
);
export type NewImportBody = Static<typeof NewImportBody>;
export const ImportsQuery = Type.Object(
  { cursor: Type.Optional(Type.String({ maxLength: 400 })), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })) },
  closed,
);
export type ImportsQuery = Static<typeof ImportsQuery>;
/** `titles`: title as it stands in the file → field; 'ignored' where it carries nothing. */
export const ColumnsBody = Type.Object(
  {
    titles: Type.Record(Type.String({ maxLength: 500 }), Type.String({ maxLength: 60 }), { maxProperties: 300 }),
    sheet: Type.Optional(Type.String({ maxLength: 100 })),
    organ: Type.Optional(Type.Union([Id, Type.Null()])),
  },
  closed,
);
export type ColumnsBody = Static<typeof ColumnsBody>;

/** The tabs of the result: 需更正 are those that could not be taken in, whether their cells or the file are at fault. */
export const RowTab = Type.Union([
  Type.Literal('loaded'),
  Type.Literal('to-correct'),
  Type.Literal('duplicate'),
  Type.Literal('same'),
  Type.Literal('set-aside'),
]);
export type RowTab = Static<typeof RowTab>;
export const RowsQuery = Type.Object(
  {
    tab: RowTab,
    cursor: Type.Optional(Type.String({ maxLength: 400 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  },
  closed,
);
export type RowsQuery = Static<typeof RowsQuery>;
export const DuplicatesBody = Type.Object(
  {
    decision: Type.Union([Type.Literal('same'), Type.Literal('update'), Type.Literal('separate')]),
    /** Row numbers as the list gives them; left out: all that are open, the first five hundred of them. */
    rows: Type.Optional(Type.Array(Type.Integer({ minimum: 1 }), { minItems: 1, maxItems: 500, uniqueItems: true })),
  },
  closed,
);
export type DuplicatesBody = Static<typeof DuplicatesBody>;
export const OrgansBody = Type.Object(
  {
    organs: Type.Array(Type.Object({ mark: Type.String({ minLength: 1, maxLength: 40 }), organ: Id }, closed), {
      minItems: 1,
      maxItems: 200,
    }),
  },
  closed,
);
export type OrgansBody = Static<typeof OrgansBody>;

export type ImportCountsView = {
  readonly loaded: number;
  readonly same: number;
  readonly otherSource: number;
  readonly updated: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly setAside: number;
  readonly skipped: number;
  readonly findings: number;
};

export type HeadColumn = {
  readonly index: number;
  readonly title: string;
  /** Field that it is read as; null: not known. */
  readonly key: ColumnKey | null;
  /** The field is read from an earlier column. */
  readonly repeated: boolean;
};

/** What was recognised of a file before any row was read; holds no value of a row. */
export type FileHead = {
  readonly format: 'text' | 'xlsx';
  readonly encoding: string | null;
  readonly separator: string | null;
  readonly sheet: string;
  readonly otherSheets: readonly { readonly name: string; readonly recognised: boolean }[];
  readonly line: number;
  readonly rows: 1 | 2;
  readonly columns: readonly HeadColumn[];
  readonly missingKeys: readonly ColumnKey[];
  readonly missing: readonly ColumnKey[];
  readonly hiddenColumns: readonly string[];
  readonly blocked: string | null;
};

export type JobLine = {
  readonly id: string;
  readonly origin: 'file' | 'machine';
  readonly state: JobState;
  readonly stateName: string;
  readonly phase: JobPhase;
  readonly fileName: string | null;
  readonly fileSize: number | null;
  readonly fileKind: FileKind;
  readonly exportedOn: string | null;
  readonly organisationName: string | null;
  readonly accountName: string | null;
  readonly createdAt: string;
  readonly finishedAt: string | null;
  readonly progress: number;
  readonly counts: ImportCountsView;
  /** Of the rows to be corrected those that later loads have brought. */
  readonly corrected: number;
};
export type JobView = JobLine & {
  readonly startedAt: string | null;
  readonly head: FileHead | null;
  /** The first rows of the file, for the people of the unit that loads it, until the load begins. */
  readonly sample: readonly (readonly string[])[];
  readonly organ: { readonly id: string; readonly name: string } | null;
  readonly passed: number;
  readonly line: number;
  readonly rowsPerSecond: number | null;
  readonly cancelAsked: boolean;
  readonly error: string | null;
  /** Whether the reader may act on it: 报送单位的人员. */
  readonly mine: boolean;
  /** Earlier loads of the very same file by the same unit. */
  readonly earlier: readonly { readonly id: string; readonly createdAt: string; readonly stateName: string; readonly loaded: number }[];
  /** Names that no register knows; each waits for one answer. */
  readonly unknownOrgans: readonly { readonly mark: string; readonly name: string; readonly rows: number }[];
};

export type RowView = {
  readonly n: number;
  readonly line: number | null;
  readonly what: RowKind;
  readonly whatName: string;
  readonly reason: string | null;
  readonly faults: readonly { readonly column: string; readonly value: string | null; readonly reason: string }[];
  readonly matterId: string | null;
  /** 文号 and party of the record, within the reader's sight. */
  readonly title: string | null;
  /** 疑似重复: what the record says and what this row says otherwise. */
  readonly differences: readonly Difference[];
  readonly decided: DuplicateDecision | null;
  readonly decidedBy: string | null;
  /** The later load that has brought this refused row. */
  readonly corrected: { readonly by: string; readonly at: string } | null;
};
