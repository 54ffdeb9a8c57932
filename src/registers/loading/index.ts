export { type Days, endFrom, overlaps, type Period, type Recorded, type Revision, revise } from './revision.ts';
export { type Cells, type Columns, cellsOf, missingColumns, type RowProblem, readDay, recognise, type TableRow } from './table.ts';
