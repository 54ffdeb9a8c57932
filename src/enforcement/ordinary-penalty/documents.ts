import { BARE_DOCUMENT, type DocumentTemplate, heading, type Json, lines, listed, sheetTemplate } from '#law';
import type { LetterFacts } from './documents/facts.ts';

const SHARES: Readonly<Record<string, number>> = { 序号: 8, 证据种类: 18, 取得日期: 18, 数量: 20 };

/** Forms and records of the case: 立案审批表, 询问笔录, 检查笔录, 调查终结报告, 法制审核意见书, 送达回证, 结案审批表 … */
const shareOf = (title: string): number => SHARES[title] ?? 36;
const SHEET = sheetTemplate('penalty-sheet', shareOf);

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
    body: [
      ...f.body.flatMap(({ heading: title, paragraphs }) => [...(title === null ? [] : [heading(title)]), ...lines(paragraphs)]),
      ...listed(f.list ?? null, shareOf),
    ],
    signature: { organisation: f.issuer, on: f.on },
    contact: f.contact,
    receiptBox: f.receipt,
    demonstration: f.demonstration,
  }),
};

export const TEMPLATES: readonly DocumentTemplate<Json>[] = [SHEET, LETTER];
