import type { Operation } from '../cells-operation.ts';
import type { PenaltyRow } from '../model.ts';

/** A cell that cannot be read: where, what stood there, why. */
export type CellFault = {
  readonly column: string;
  /** Place of the column in the file, from 0; null when the file has no such column. */
  readonly index: number | null;
  readonly value: string;
  readonly reason: string;
};
/** A cell that was read although something about it is odd. */
export type CellNote = { readonly column: string; readonly value: string; readonly note: string };

/** What became of one row of the file. `line` is its line or row number there, header included. */
export type RowOutcome =
  | {
      readonly is: 'decision';
      readonly line: number;
      readonly row: PenaltyRow;
      readonly notes: readonly CellNote[];
      readonly hidden: boolean;
      readonly cells: readonly string[];
    }
  | { readonly is: 'rejected'; readonly line: number; readonly faults: readonly CellFault[]; readonly cells: readonly string[] }
  /** 疑似重复: same organ, number and year as an earlier line of the file. Not loaded; a person says which holds. */
  | {
      readonly is: 'repeated';
      readonly line: number;
      readonly firstLine: number;
      readonly identical: boolean;
      readonly row: PenaltyRow;
      readonly notes: readonly CellNote[];
      readonly cells: readonly string[];
    }
  /** An order to change or delete an earlier report, or a trial row. */
  | {
      readonly is: 'set-aside';
      readonly line: number;
      readonly operation: Operation;
      readonly because: string;
      readonly cells: readonly string[];
    }
  /** No data: a header repeated inside, a sum, a signature line. */
  | { readonly is: 'skipped'; readonly line: number; readonly because: string }
  /** A place of the file that cannot be read at all. */
  | { readonly is: 'unreadable'; readonly line: number | null; readonly reason: string };

export const OUTCOME_LABELS = {
  decision: '已读取',
  rejected: '未通过',
  repeated: '疑似重复',
  'set-aside': '变更、删除、测试行',
  skipped: '非数据行',
  unreadable: '无法读取',
} as const satisfies Record<RowOutcome['is'], string>;

export type OutcomeCounts = Record<RowOutcome['is'], number>;

export function noOutcomes(): OutcomeCounts {
  return { decision: 0, rejected: 0, repeated: 0, 'set-aside': 0, skipped: 0, unreadable: 0 };
}
