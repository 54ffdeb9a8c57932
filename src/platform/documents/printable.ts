import { type Block, chineseDay, dayOf, monthOf, type OfficialDocument, yearOf } from '#law';

/** What both renderers print: every date, note and label already in words, every text free of control characters. */
export type Printable = {
  readonly layout: OfficialDocument['layout'];
  readonly issuer: string;
  readonly number: string | null;
  readonly title: readonly string[];
  readonly secrecy: string | null;
  readonly urgency: string | null;
  readonly signer: string | null;
  readonly addressee: string | null;
  readonly body: readonly PrintableBlock[];
  readonly annexes: readonly { readonly label: string; readonly title: string; readonly body: readonly PrintableBlock[] }[];
  readonly signature: { readonly organisation: string; readonly on: string } | null;
  readonly date: readonly [number, number, number] | null;
  readonly handlers: readonly string[];
  readonly contact: string | null;
  readonly copies: string | null;
  readonly verifyCode: string | null;
  readonly 'receipt-box': boolean;
  readonly demonstration: boolean;
};

export type PrintableBlock =
  | { readonly kind: 'paragraph'; readonly text: string; readonly indent: boolean; readonly bold: boolean }
  | { readonly kind: 'heading'; readonly text: string; readonly level: 1 | 2 }
  | {
      readonly kind: 'table';
      readonly columns: readonly { readonly title: string; readonly share: number; readonly align: 'left' | 'center' | 'right' }[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'form'; readonly rows: readonly FormRow[] };

export type FormRow =
  | { readonly kind: 'pairs'; readonly pairs: readonly Pair[] }
  | { readonly kind: 'opinion'; readonly label: string; readonly text: string; readonly name: string; readonly on: string };
type Pair = { readonly label: string; readonly value: string };

/** Said on every page of a demonstration document. */
export const WATERMARK = '演示数据　不具法律效力';

/** Blank date for a hand to fill. */
export const BLANK_DAY = '　　年　　月　　日';

export function printable(document: OfficialDocument): Printable {
  const { signature } = document;
  return {
    layout: document.layout,
    issuer: clean(document.issuer),
    number: cleanOrNull(document.number),
    title: clean(document.title).split('\n'),
    secrecy: cleanOrNull(document.secrecy ?? null),
    urgency: cleanOrNull(document.urgency ?? null),
    signer: cleanOrNull(document.signer ?? null),
    addressee: cleanOrNull(document.addressee),
    body: blocks(document.body),
    annexes: document.annexes.map((annex, i) => ({
      label: document.annexes.length === 1 ? '附件' : `附件${i + 1}`,
      title: clean(annex.title),
      body: blocks(annex.body),
    })),
    signature: signature === null ? null : { organisation: clean(signature.organisation), on: chineseDay(signature.on) },
    date: signature === null ? null : [yearOf(signature.on), monthOf(signature.on), dayOf(signature.on)],
    handlers: document.handlers.map((h) => `${clean(h.name)}（行政执法监督证号：${clean(h.certificate)}）`),
    contact: cleanOrNull(document.contact),
    copies: document.copies.length === 0 ? null : `${document.copies.map(clean).join('，')}。`,
    verifyCode: cleanOrNull(document.verifyCode),
    'receipt-box': document.receiptBox,
    demonstration: document.demonstration,
  };
}

function blocks(body: readonly Block[]): readonly PrintableBlock[] {
  const out: PrintableBlock[] = [];
  for (const block of body) {
    for (const made of printableBlocks(block)) {
      const before = out.at(-1);
      if (made.kind === 'form' && before?.kind === 'form') {
        out[out.length - 1] = { kind: 'form', rows: [...before.rows, ...made.rows] };
      } else out.push(made);
    }
  }
  return out;
}

function printableBlocks(block: Block): readonly PrintableBlock[] {
  switch (block.kind) {
    case 'paragraph':
      return clean(block.text)
        .split('\n')
        .map((text) => ({ kind: 'paragraph', text, indent: block.indent ?? true, bold: block.bold ?? false }));
    case 'heading':
      return [{ kind: 'heading', text: clean(block.text), level: block.level ?? (/^（/.test(block.text) ? 2 : 1) }];
    case 'table':
      return [table(block)];
    case 'fields':
      return [{ kind: 'form', rows: fieldRows(block.rows) }];
    case 'opinion': {
      const on = block.on === null ? BLANK_DAY : chineseDay(block.on);
      return [
        { kind: 'form', rows: [{ kind: 'opinion', label: clean(block.label), text: clean(block.text), name: clean(block.name), on }] },
      ];
    }
  }
}

/** Every row gets as many cells as there are columns; 序号 and the like stand centred. */
function table(block: Extract<Block, { kind: 'table' }>): PrintableBlock {
  const columns = block.columns.map((column) => ({
    title: clean(column.title),
    share: column.share,
    align: column.align ?? (column.title === '序号' ? ('center' as const) : ('left' as const)),
  }));
  return { kind: 'table', columns, rows: block.rows.map((row) => columns.map((_, i) => clean(row[i] ?? ''))) };
}

const SHORT_VALUE = 13;
const SHORT_LABEL = 9;

/** Two fields to a row where both are short, else one over the whole width. */
export function fieldRows(
  fields: readonly { readonly label: string; readonly value: string; readonly wide?: boolean }[],
): readonly FormRow[] {
  const rows: FormRow[] = [];
  let waiting: Pair | null = null;
  for (const field of fields) {
    const value = field.value.trim() === '' ? field.value.replace(/[^\n]/g, '') : clean(field.value);
    const pair = { label: clean(field.label), value };
    const wide = field.wide ?? (width(pair.value) > SHORT_VALUE || width(pair.label) > SHORT_LABEL);
    if (wide || waiting !== null) {
      if (waiting !== null) rows.push({ kind: 'pairs', pairs: wide ? [waiting] : [waiting, pair] });
      if (wide) rows.push({ kind: 'pairs', pairs: [pair] });
      waiting = null;
    } else waiting = pair;
  }
  if (waiting !== null) rows.push({ kind: 'pairs', pairs: [waiting] });
  return rows;
}

/** In Chinese characters: a Latin letter or digit is half as wide. */
function width(text: string): number {
  return [...text].reduce((sum, char) => sum + (char.charCodeAt(0) < 0x250 ? 0.5 : 1), 0);
}

// Control characters have no glyph, and what is no character no place in the XML of a DOCX; direction marks could make a page read otherwise than its text.
const UNPRINTABLE = /(?!\n)\p{Cc}|[\p{Cs}\p{Noncharacter_Code_Point}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

function clean(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(UNPRINTABLE, '')
    .replace(/^\n+|\n+$/g, '');
}

function cleanOrNull(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : clean(text);
}
