import { type Block, type DocumentTemplate, dayWords, heading, type Json, lines, type OfficialDocument, paragraph } from '#law';
import type { LetterFacts } from './documents/issues.ts';
import type { ReplyFacts } from './documents/reply.ts';

function listOf(titles: readonly string[]): Block {
  return {
    kind: 'table',
    columns: [
      { title: '序号', share: 8, align: 'center' },
      { title: '名称', share: 92 },
    ],
    rows: titles.map((title, i) => [String(i + 1), title]),
  };
}

/** So few are named in the letter itself: a list of its own costs a page, and the note of it pushes the seal to another. */
const FEW = 3;

function materialsSaid(titles: readonly string[]): readonly Block[] {
  if (titles.length === 0) return [];
  const count = `随函材料共${titles.length}件`;
  return [paragraph(titles.length > FEW ? `${count}，清单附后。` : `${count}：${titles.join('；')}。`)];
}

function materialsAnnexed(titles: readonly string[]): OfficialDocument['annexes'] {
  return titles.length > FEW ? [{ title: '随函材料清单', body: [listOf(titles)] }] : [];
}

/** 协助函、协查函 (CT14). */
const LETTER: DocumentTemplate<LetterFacts> = {
  template: 'assistance-letter',
  version: 1,
  make: (f) => ({
    layout: 'letter',
    issuer: f.issuer,
    number: f.number,
    title: f.title,
    addressee: f.addressee,
    body: [
      paragraph(`本机关因办理行政处罚案件的需要，现就“${f.subject}”请求你机关予以${f.title.slice(0, 2)}。`),
      heading('一、案件情况'),
      ...lines([f.facts]),
      heading('二、请求的事项'),
      ...lines([f.request]),
      ...(f.who.length === 0 ? [] : [heading('三、协查对象'), ...lines(f.who)]),
      heading(f.who.length === 0 ? '三、依据和答复' : '四、依据和答复'),
      ...lines([
        `请求的依据：${f.basis}`,
        `请你机关依法办理，${f.wantedBy === null ? '并将结果' : `希望于${dayWords(f.wantedBy)}前`}书面答复本机关；属于你机关职权范围而不能协助的，请书面说明理由。`,
      ]),
      ...materialsSaid(f.materials),
    ],
    annexes: materialsAnnexed(f.materials),
    signature: { organisation: f.issuer, on: f.signedOn },
    handlers: [],
    contact: f.contact,
    copies: [],
    verifyCode: null,
    receiptBox: true,
    demonstration: f.demonstration,
  }),
};

/** 复函 of the organ asked. */
const REPLY: DocumentTemplate<ReplyFacts> = {
  template: 'assistance-reply',
  version: 1,
  make: (f) => ({
    layout: 'letter',
    issuer: f.issuer,
    number: f.number,
    title: '复函',
    addressee: f.addressee,
    body: [
      paragraph(`你机关就“${f.asked.subject}”发来的${f.asked.name}（${f.asked.number}）收悉。现答复如下：`),
      ...lines([f.ground === null ? '' : `不予协助的理由：${f.ground}。`, f.words]),
      ...materialsSaid(f.materials),
    ],
    annexes: materialsAnnexed(f.materials),
    signature: { organisation: f.issuer, on: f.signedOn },
    handlers: [],
    contact: f.contact,
    copies: [],
    verifyCode: null,
    receiptBox: false,
    demonstration: f.demonstration,
  }),
};

export const TEMPLATES: readonly DocumentTemplate<Json>[] = [LETTER, REPLY];
