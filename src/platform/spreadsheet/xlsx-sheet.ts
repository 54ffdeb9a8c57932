import type { Readable } from 'node:stream';
import { type CellMark, type SheetItem, unwrapped } from './sheet.ts';
import { columnIndex, type Merge, MergeSpread } from './xlsx-merges.ts';
import { lostDigits, type NumberKind, numberText } from './xlsx-numbers.ts';
import { unescaped } from './xlsx-parts.ts';
import { type Attributes, bytes, isTrue, xmlParser } from './xlsx-xml.ts';

export type SheetContext = {
  readonly strings: readonly string[];
  readonly kinds: readonly NumberKind[];
  readonly epoch1904: boolean;
  readonly merges: readonly Merge[];
  readonly columns: number;
};

/** Columns hidden by more than this many are a whole sheet's rest, not somebody's choice. */
const MOST_HIDDEN = 200;

/** Turns the events of one sheet's XML into rows. */
export class SheetRows {
  readonly #context: SheetContext;
  readonly #spread: MergeSpread;
  readonly hiddenColumns: number[] = [];
  /** Unpacked bytes read so far. */
  bytes = 0;
  #items: SheetItem[] = [];
  #line = 0;
  #hidden = false;
  #cells: string[] = [];
  #marks: { column: number; mark: CellMark }[] = [];
  #column = -1;
  #type = '';
  #style = 0;
  #text = '';
  #formula = false;
  #reading: 'value' | 'inline' | null = null;
  #hint = false;
  #tooWide = false;

  constructor(context: SheetContext) {
    this.#context = context;
    this.#spread = new MergeSpread(context.merges);
  }

  take(): SheetItem[] {
    const items = this.#items;
    this.#items = [];
    return items;
  }

  readonly open = (name: string, attributes: Attributes): void => {
    if (name === 'c') this.#openCell(attributes);
    else if (name === 'v') this.#reading = 'value';
    else if (name === 't') this.#reading = this.#hint ? null : 'inline';
    else if (name === 'row') this.#openRow(attributes);
    else if (name === 'f') this.#formula = true;
    else if (name === 'rPh') this.#hint = true;
    else if (name === 'col') this.#openColumn(attributes);
  };

  readonly text = (text: string): void => {
    if (this.#reading !== null) this.#text += text;
  };

  readonly close = (name: string): void => {
    if (name === 'v' || name === 't') this.#reading = null;
    else if (name === 'c') this.#closeCell();
    else if (name === 'row') this.#closeRow();
    else if (name === 'rPh') this.#hint = false;
  };

  #openColumn(attributes: Attributes): void {
    const from = Number(attributes['min']);
    const to = Math.min(Number(attributes['max']), from + MOST_HIDDEN);
    if (isTrue(attributes['hidden'])) for (let column = from; column <= to; column += 1) this.hiddenColumns.push(column - 1);
  }

  #openRow(attributes: Attributes): void {
    this.#line = attributes['r'] === undefined ? this.#line + 1 : Number(attributes['r']);
    this.#hidden = isTrue(attributes['hidden']);
    this.#cells = [];
    this.#marks = [];
    this.#column = -1;
  }

  #openCell(attributes: Attributes): void {
    const place = attributes['r'];
    this.#column = place === undefined ? this.#column + 1 : columnIndex(place.replace(/\d+$/, ''));
    this.#type = attributes['t'] ?? 'n';
    this.#style = Number(attributes['s'] ?? 0);
    this.#text = '';
    this.#formula = false;
  }

  #closeCell(): void {
    const column = this.#column;
    if (column >= this.#context.columns) {
      this.#tooWide ||= this.#text !== '';
      return;
    }
    if (this.#formula) this.#marks.push({ column, mark: this.#text === '' ? 'formula-empty' : 'formula' });
    if (this.#text === '') return;
    while (this.#cells.length < column) this.#cells.push('');
    this.#cells[column] = unwrapped(this.#value(column));
  }

  #value(column: number): string {
    const text = this.#text;
    switch (this.#type) {
      case 's':
        return this.#context.strings[Number(text)] ?? '';
      case 'n': {
        const kind = this.#context.kinds[this.#style] ?? 'number';
        if (lostDigits(text, kind)) this.#marks.push({ column, mark: 'digits-lost' });
        return numberText(text, kind, this.#context.epoch1904);
      }
      case 'b':
        return text === '1' ? '是' : '否';
      case 'd':
        return text.replace(/T00:00:00(?:\.0+)?Z?$/, '');
      default:
        return unescaped(text);
    }
  }

  #closeRow(): void {
    const line = this.#line;
    const empty = this.#cells.every((cell) => cell === '');
    const inherited = this.#spread.apply(line, this.#cells, this.#context.columns);
    if (this.#tooWide) {
      this.#items.push({ is: 'fault', fault: { line, reason: `内容超出前${this.#context.columns}列，超出部分未读取` } });
      this.#tooWide = false;
    }
    if (empty && this.#marks.length === 0) return;
    for (const column of inherited) this.#marks.push({ column, mark: 'merged' });
    const row = { line, cells: this.#cells, hidden: this.#hidden, marks: this.#marks, unterminated: false };
    this.#items.push({ is: 'row', row });
  }
}

/** The rows of a sheet as its part is unpacked. */
export async function* sheetItems(stream: Readable, rows: SheetRows): AsyncGenerator<SheetItem[]> {
  const parser = xmlParser(rows);
  const decoder = new TextDecoder('utf-8');
  for await (const chunk of stream) {
    const block = bytes(chunk);
    rows.bytes += block.length;
    parser.write(decoder.decode(block, { stream: true }));
    const items = rows.take();
    if (items.length > 0) yield items;
  }
  parser.end();
  yield rows.take();
}
