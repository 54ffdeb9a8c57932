import {
  AlignmentType,
  HeightRule,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { bodyLine, type LineStyle, line, PT, TYPE_WIDTH } from './docx-text.ts';
import type { FormRow, PrintableBlock } from './printable.ts';

const CELL: LineStyle = { size: 12, height: 17.4 };
const SMALL: LineStyle = { size: 12, height: 18 };
const LABEL: LineStyle = { ...SMALL, font: 'hei' };
/** With these, rows are as high as in the PDF. */
const MARGINS = { top: 46, bottom: 46, left: 80, right: 80 };
const FORM_MARGINS = { top: 100, bottom: 100, left: 100, right: 100 };
const ALIGNMENTS = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT };

/** The content of a document in order, in the same words as the PDF; `withNext`: its last paragraph stays with what follows. */
export function docxBlocks(blocks: readonly PrintableBlock[], withNext = false): readonly (Paragraph | Table)[] {
  return blocks.flatMap((block, i) => docxBlock(block, withNext && i === blocks.length - 1));
}

function docxBlock(block: PrintableBlock, keepNext: boolean): readonly (Paragraph | Table)[] {
  switch (block.kind) {
    case 'paragraph':
      return [bodyLine(block.text, { indent: block.indent, keepNext, ...(block.bold ? { font: 'hei', bold: true } : {}) })];
    case 'heading':
      return [bodyLine(block.text, { font: block.level === 1 ? 'hei' : 'kai', keepNext: true })];
    case 'table':
      return [dataTable(block), spacer()];
    case 'form':
      return [formTable(block.rows), spacer()];
  }
}

/** Two tables that touch would become one. */
function spacer(): Paragraph {
  return line('', { size: 4, height: 6 });
}

function dataTable(block: Extract<PrintableBlock, { kind: 'table' }>): Table {
  const widths = columnWidths(block.columns);
  const head: CellOptions = { style: { ...CELL, font: 'hei', bold: true }, align: 'center', margins: MARGINS };
  const heads = block.columns.map((column, i) => cell(column.title, widths[i] ?? 0, head));
  const rows = block.rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children: row.map((value, i) =>
          cell(value, widths[i] ?? 0, { style: CELL, align: block.columns[i]?.align ?? 'left', margins: MARGINS }),
        ),
      }),
  );
  return gridTable(widths, [new TableRow({ tableHeader: true, cantSplit: true, children: heads }), ...rows]);
}

/** Shares of the width in twentieths of a point, but no column narrower than a short heading (序号) needs. */
function columnWidths(columns: Extract<PrintableBlock, { kind: 'table' }>['columns']): readonly number[] {
  const total = columns.reduce((sum, { share }) => sum + share, 0);
  const least = columns.map(({ title, share }) => {
    const needed = Math.min([...title].length, 4) * 12 * 1.02 + 9;
    return (TYPE_WIDTH * share) / total < needed ? needed : null;
  });
  const taken = least.reduce<number>((sum, width) => sum + (width ?? 0), 0);
  const shared = columns.reduce((sum, { share }, i) => sum + (least[i] == null ? share : 0), 0);
  return columns.map(({ share }, i) => Math.round((least[i] ?? ((TYPE_WIDTH - taken) * share) / shared) * PT));
}

function gridTable(widths: readonly number[], rows: readonly TableRow[]): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    rows,
  });
}

type CellOptions = {
  readonly style?: LineStyle;
  readonly align?: keyof typeof ALIGNMENTS;
  readonly span?: number;
  readonly margins?: typeof MARGINS;
};

function cell(text: string, width: number, options: CellOptions = {}): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: options.margins ?? FORM_MARGINS,
    verticalAlign: VerticalAlignTable.CENTER,
    ...(options.span === undefined ? {} : { columnSpan: options.span }),
    children: text.split('\n').map((part) => line(part, options.style ?? SMALL, { alignment: ALIGNMENTS[options.align ?? 'left'] })),
  });
}

const LABEL_WIDTH = 86 * PT;
const VALUE_WIDTH = Math.round((TYPE_WIDTH * PT - 2 * LABEL_WIDTH) / 2);
const FORM_WIDTHS = [LABEL_WIDTH, VALUE_WIDTH, LABEL_WIDTH, VALUE_WIDTH];
const WIDE = LABEL_WIDTH + 2 * VALUE_WIDTH;

function formTable(rows: readonly FormRow[]): Table {
  return gridTable(FORM_WIDTHS, rows.map(formRow));
}

function formRow(row: FormRow): TableRow {
  if (row.kind === 'opinion') return opinionRow(row);
  const [first, second] = row.pairs;
  if (first === undefined || second !== undefined) {
    return new TableRow({ cantSplit: true, children: row.pairs.flatMap((pair) => [labelCell(pair.label), cell(pair.value, VALUE_WIDTH)]) });
  }
  const blank = first.value.trim() === '';
  return new TableRow({
    cantSplit: true,
    ...(blank ? { height: { value: (34 + first.value.split('\n').length * 8) * PT, rule: HeightRule.ATLEAST } } : {}),
    children: [labelCell(first.label), cell(blank ? '' : first.value, WIDE, { span: 3 })],
  });
}

function opinionRow(row: Extract<FormRow, { kind: 'opinion' }>): TableRow {
  const text = row.text.split('\n').map((part) => line(part, SMALL, { indent: { firstLineChars: 200, firstLine: 24 * PT } }));
  const signed = [`签名：${row.name === '' ? '　　　　　　' : row.name}`, row.on];
  const foot = signed.map((part) => line(part, SMALL, { alignment: AlignmentType.RIGHT }));
  return new TableRow({
    cantSplit: true,
    height: { value: 80 * PT, rule: HeightRule.ATLEAST },
    children: [
      labelCell(row.label),
      new TableCell({
        width: { size: WIDE, type: WidthType.DXA },
        columnSpan: 3,
        margins: FORM_MARGINS,
        verticalAlign: VerticalAlignTable.BOTTOM,
        children: [...text, line('', SMALL), ...foot],
      }),
    ],
  });
}

function labelCell(label: string): TableCell {
  return cell(label, LABEL_WIDTH, { style: LABEL, align: 'center' });
}

/** 签收栏, filled in by hand on paper service. */
export function receiptTable(): Table {
  const style: LineStyle = { size: 14, height: 21 };
  const title = new TableCell({
    columnSpan: 4,
    margins: FORM_MARGINS,
    children: [line('签　收　栏', { ...style, font: 'hei' }, { alignment: AlignmentType.CENTER })],
  });
  const label = (text: string) => cell(text, LABEL_WIDTH, { style, align: 'center' });
  const time = '　　　　年　　　月　　　日　　　时';
  return gridTable(FORM_WIDTHS, [
    new TableRow({ cantSplit: true, children: [title] }),
    new TableRow({
      cantSplit: true,
      children: [label('受送达单位\n（盖章）'), cell('', VALUE_WIDTH), label('收件人\n（签名）'), cell('', VALUE_WIDTH)],
    }),
    new TableRow({ cantSplit: true, children: [label('收到时间'), cell(time, WIDE, { style, span: 3, align: 'center' })] }),
  ]);
}
