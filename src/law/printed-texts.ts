import { chineseDay } from './local-date.ts';
import type { Block, OfficialDocument } from './official-document.ts';

type Change = (text: string) => string;

/** A document with every text that its facts have put into it exchanged, in the order of the page; head, signature and layout stay. */
export function withPrintedTexts(document: OfficialDocument, change: Change): OfficialDocument {
  const { number, addressee, body, annexes, contact } = document;
  return {
    ...document,
    number: number === null ? null : change(number),
    addressee: addressee === null ? null : change(addressee),
    body: body.map((block) => withBlockTexts(block, change)),
    annexes: annexes.map((annex) => ({ ...annex, body: annex.body.map((block) => withBlockTexts(block, change)) })),
    contact: contact === null ? null : change(contact),
  };
}

function withBlockTexts(block: Block, change: Change): Block {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return { ...block, text: change(block.text) };
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map(change)) };
    case 'fields':
      return { ...block, rows: block.rows.map((row) => ({ ...row, label: change(row.label), value: change(row.value) })) };
    case 'opinion':
      return { ...block, label: change(block.label), text: change(block.text), name: change(block.name) };
  }
}

/** All that can be read on a document, in the order of the page. */
export function printedTexts(document: OfficialDocument): readonly string[] {
  const read: string[] = [document.issuer, document.title];
  withPrintedTexts(document, (text) => {
    read.push(text);
    return text;
  });
  const { signature } = document;
  return signature === null ? read : [...read, signature.organisation, chineseDay(signature.on)];
}

/** A text as texts are compared: full or half width, spaces and line ends make no difference. */
export function comparable(text: string): string {
  return [...text].map((char) => char.normalize('NFKC').replaceAll(/\s/gu, '')).join('');
}
