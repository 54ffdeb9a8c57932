import { type LocalDate, normaliseCode } from '#law';
import { type CellReading, compact, excerpt, isAbsent, readText } from '../cells.ts';
import { readAmount } from '../cells-amount.ts';
import { type DayField, readDay } from '../cells-day.ts';
import { readPerson } from '../cells-people.ts';
import { type ColumnKey, LAYOUT } from '../layout.ts';
import type { RecognisedColumn } from '../layout-recognition.ts';
import type { NamedUnit } from '../model.ts';
import type { CellFault, CellNote } from './row-outcome.ts';

/** Reads the cells of one row by field and collects what is wrong or odd on the way. */
export class RowReader {
  readonly faults: CellFault[] = [];
  readonly notes: CellNote[] = [];
  readonly #cells: readonly string[];
  readonly #columns: ReadonlyMap<ColumnKey, RecognisedColumn>;
  readonly today: LocalDate;

  constructor(cells: readonly string[], columns: ReadonlyMap<ColumnKey, RecognisedColumn>, today: LocalDate) {
    this.#cells = cells;
    this.#columns = columns;
    this.today = today;
  }

  cell(key: ColumnKey): string {
    const column = this.#columns.get(key);
    return column === undefined ? '' : (this.#cells[column.index] ?? '');
  }

  title(key: ColumnKey): string {
    return this.#columns.get(key)?.title ?? LAYOUT[key].title;
  }

  fault(key: ColumnKey, reason: string): void {
    this.faults.push({ column: this.title(key), index: this.#columns.get(key)?.index ?? null, value: excerpt(this.cell(key)), reason });
  }

  /** An indispensable field is empty. Reasons stand behind the column's title: the field is named where that is a mere code. */
  missing(key: ColumnKey): void {
    this.fault(key, /[一-龥]/.test(this.title(key)) ? '必须填写' : `${LAYOUT[key].title}必须填写`);
  }

  note(key: ColumnKey, note: string): void {
    this.notes.push({ column: this.title(key), value: excerpt(this.cell(key)), note });
  }

  take<T>(key: ColumnKey, reading: CellReading<T>): T | null {
    if (!reading.ok) this.fault(key, reading.reason);
    else if (reading.note !== null) this.note(key, reading.note);
    return reading.ok ? reading.value : null;
  }

  text(key: ColumnKey): string | null {
    const cell = this.cell(key);
    if (cell === '') return null;
    const text = readText(cell);
    const max = LAYOUT[key].max;
    if (text !== null && text.length > max) this.note(key, `长度${text.length}超过双公示规定的${max}个字符，已完整保留`);
    return text;
  }

  code(key: ColumnKey): string | null {
    const cell = this.cell(key);
    return cell === '' || isAbsent(compact(cell)) ? null : normaliseCode(cell);
  }

  day(key: ColumnKey, field: DayField): LocalDate | null {
    const cell = this.cell(key);
    return cell === '' ? null : this.take(key, readDay(cell, field, this.today));
  }

  amount(key: 'fine' | 'confiscated'): number | null {
    const cell = this.cell(key);
    return cell === '' ? null : this.take(key, readAmount(cell, this.#columns.get(key)?.unit ?? '万元'));
  }

  person(key: ColumnKey): string | null {
    const cell = this.cell(key);
    return cell === '' ? null : this.take(key, readPerson(cell));
  }

  unit(name: ColumnKey, code: ColumnKey): NamedUnit | null {
    const text = this.text(name);
    return text === null ? null : { name: text, uscc: this.code(code) };
  }
}
