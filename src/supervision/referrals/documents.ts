import { BARE_DOCUMENT, type Block, type DocumentTemplate, heading, type Json, lines, paragraph, verified } from '#law';
import type { ReferralFacts, SealedFacts } from './documents/issues.ts';

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

/** DOC-19 移送函. */
const REFERRAL: DocumentTemplate<ReferralFacts> = {
  template: 'referral',
  version: 1,
  make: (f) => {
    const answer = verified(f.answer);
    return {
      layout: 'letter',
      issuer: f.issuer,
      number: f.number,
      title: '移送函',
      addressee: f.addressee,
      body: [
        paragraph(`${verified(f.opening).join('')}现将“${f.subject}”移送你机关处理。`),
        heading('一、事实和线索'),
        ...lines([f.facts]),
        heading('二、移送依据'),
        ...lines([f.basis]),
        heading('三、处理和告知'),
        ...lines(answer.length === 0 ? ['请你机关依法处理，并将处理情况书面告知本机关。'] : answer),
      ],
      annexes: [{ title: '移送材料清单', body: [listOf(f.materials)] }],
      signature: { organisation: f.issuer, on: f.signedOn },
      handlers: f.handlers,
      contact: f.contact,
      copies: [],
      verifyCode: null,
      receiptBox: true,
      demonstration: f.demonstration,
    };
  },
};

/** DOC-18 问题线索移送函: secrecy printed, no code, no copies. */
const SEALED: DocumentTemplate<SealedFacts> = {
  template: 'sealed-referral',
  version: 1,
  make: (f) => ({
    ...BARE_DOCUMENT,
    layout: 'letter',
    issuer: f.issuer,
    number: f.number,
    title: '问题线索移送函',
    secrecy: f.secrecy,
    addressee: f.addressee,
    body: [
      paragraph('本机关在行政执法监督中发现下列人员涉嫌职务违法、职务犯罪的问题线索，现移送你委。'),
      heading('一、涉嫌人员'),
      ...lines([f.suspects]),
      heading('二、问题线索'),
      ...lines([f.clue]),
    ],
    annexes: [{ title: '证据清单', body: [listOf(f.evidence)] }],
    signature: { organisation: f.issuer, on: f.signedOn },
    receiptBox: true,
    demonstration: f.demonstration,
  }),
};

export const TEMPLATES: readonly DocumentTemplate<Json>[] = [REFERRAL, SEALED];
