import { BARE_DOCUMENT, type Block, type DocumentTemplate, heading, type Json, lines } from '#law';
import type { LetterFacts, SheetFacts } from './documents/facts.ts';

const SHARES: Readonly<Record<string, number>> = { 序号: 8, 证据种类: 18, 取得日期: 18, 数量: 20 };

function listed(list: SheetFacts['list']): readonly Block[] {
  if (list === null || list.rows.length === 0) return [];
  return [{ kind: 'table', columns: list.titles.map((title) => ({ title, share: SHARES[title] ?? 36 })), rows: list.rows }];
}

/** Forms and records of the case: 立案审批表, 询问笔录, 检查笔录, 调查终结报告, 法制审核意见书, 送达回证, 结案审批表 … */
const SHEET: DocumentTemplate<SheetFacts> = {
  template: 'penalty-sheet',
  version: 1,
  make: (f) => ({
    ...BARE_DOCUMENT,
    layout: 'form',
    issuer: f.issuer,
    number: f.number,
    title: f.title,
    body: [{ kind: 'fields', rows: f.rows }, ...listed(f.list), ...f.opinions.map((o): Block => ({ kind: 'opinion', ...o }))],
    signature: f.on === null ? null : { organisation: f.issuer, on: f.on },
    demonstration: f.demonstration,
  }),
};

/** Letters to the party and to courts: 事先告知书, 决定书, 责令改正通知书, 催告书 … */
const LETTER: DocumentTemplate<LetterFacts> = {
  template: 'penalty-letter',
  version: 1,
  make: (f) => ({
    ...BARE_DOCUMENT,
    layout: 'letter',
    issuer: f.issuer,
    number: f.number,
    title: f.title,
    addressee: f.addressee,
    body: f.body.flatMap(({ heading: title, paragraphs }) => [...(title === null ? [] : [heading(title)]), ...lines(paragraphs)]),
    signature: { organisation: f.issuer, on: f.on },
    contact: f.contact,
    receiptBox: f.receipt,
    demonstration: f.demonstration,
  }),
};

export const TEMPLATES: readonly DocumentTemplate<Json>[] = [SHEET, LETTER];
