import { BARE_DOCUMENT, type Block, chineseDay, type DocumentTemplate, heading, type Json, lines, paragraph } from '#law';
import type { CorrectionFacts, DecisionFacts, DemandFacts, OpinionFacts, ReceiptFacts, ReportFacts } from './documents/issues.ts';

type Row = { readonly label: string; readonly value: string; readonly wide?: boolean };

const aboutDecision = (f: DecisionFacts): readonly Row[] => [
  { label: '处罚机关', value: f.unit },
  { label: '备案审查机关', value: f.bureau === '' ? '上一级主管部门' : f.bureau },
  { label: '决定书文号', value: f.number },
  { label: '决定日期', value: chineseDay(f.decidedOn) },
  { label: '当事人', value: f.party, wide: true },
  { label: '处罚种类和数额', value: f.penalty, wide: true },
  { label: '应备案的理由', value: f.reasons.join('；'), wide: true },
];

function materialTable(materials: ReportFacts['materials']): Block {
  return {
    kind: 'table',
    columns: [
      { title: '序号', share: 10, align: 'center' },
      { title: '材料', share: 70 },
      { title: '件数', share: 20, align: 'center' },
    ],
    rows: materials.map(({ name, files }, i) => [String(i + 1), name, String(files)]),
  };
}

/** DOC-28 备案报告(表). */
const REPORT: DocumentTemplate<ReportFacts> = {
  template: 'major-filing-report',
  version: 1,
  make: (f) => ({
    ...BARE_DOCUMENT,
    layout: 'form',
    issuer: f.unit,
    title: '重大行政处罚备案报告',
    body: [
      {
        kind: 'fields',
        rows: [
          ...aboutDecision(f),
          { label: '抄报', value: f.reportTo ?? '无', wide: true },
          { label: '违法事实和处罚依据', value: f.facts, wide: true },
          { label: '办理过程', value: f.process, wide: true },
          ...(f.lateBecause === null ? [] : [{ label: '逾期报送的说明', value: f.lateBecause, wide: true }]),
          { label: '联系人和电话', value: f.contact, wide: true },
        ],
      },
      heading('报送的材料'),
      materialTable(f.materials),
      { kind: 'opinion', label: '处罚机关报送意见', text: f.opinion.text, name: f.opinion.name, on: f.filedOn },
    ],
    signature: { organisation: f.unit, on: f.filedOn },
    demonstration: f.demonstration,
  }),
};

const RECEIPT: DocumentTemplate<ReceiptFacts> = {
  template: 'major-filing-receipt',
  version: 1,
  make: (f) => ({
    ...BARE_DOCUMENT,
    layout: 'form',
    issuer: f.bureau,
    title: '重大行政处罚备案收讫回执',
    body: [
      {
        kind: 'fields',
        rows: [
          ...aboutDecision(f),
          { label: '报送日期', value: `${chineseDay(f.filedOn)}${f.late ? '（逾期）' : ''}` },
          { label: '收讫日期', value: chineseDay(f.receivedOn) },
        ],
      },
      paragraph('报送的材料齐全，已经收讫。本回执不是对处罚决定合法性的认定。'),
    ],
    signature: { organisation: f.bureau, on: f.receivedOn },
    demonstration: f.demonstration,
  }),
};

/** No period is named as law: how many days there are to file is not verified. */
const DEMAND: DocumentTemplate<DemandFacts> = {
  template: 'major-filing-demand',
  version: 1,
  make: (f) => ({
    ...BARE_DOCUMENT,
    layout: 'letter',
    issuer: f.bureau,
    title: '重大行政处罚备案催报函',
    addressee: f.unit,
    body: [
      paragraph(
        `经核对，你单位${chineseDay(f.decidedOn)}作出的${f.number}行政处罚决定（${f.penalty}；${f.reasons.join('；')}）应当报送备案，至今未见报送${f.nth === 1 ? '' : `，此前已催报${f.nth - 1}次`}。`,
      ),
      ...lines([f.words]),
      paragraph(`请于${chineseDay(f.due)}前在平台报送备案；该决定不属于应当备案的重大行政处罚的，请书面说明。`),
    ],
    signature: { organisation: f.bureau, on: f.on },
    receiptBox: true,
    demonstration: f.demonstration,
  }),
};

const CORRECTION: DocumentTemplate<CorrectionFacts> = {
  template: 'major-filing-correction',
  version: 1,
  make: (f) => ({
    ...BARE_DOCUMENT,
    layout: 'letter',
    issuer: f.bureau,
    title: '备案材料补正通知',
    addressee: f.unit,
    body: [
      paragraph(`你单位报送备案的${f.number}行政处罚决定，材料需要补正：`),
      ...lines([f.words]),
      paragraph(`请于${chineseDay(f.due)}前在平台报送补正材料。`),
    ],
    signature: { organisation: f.bureau, on: f.on },
    demonstration: f.demonstration,
  }),
};

/** DOC-28 审查意见书. */
const OPINION: DocumentTemplate<OpinionFacts> = {
  template: 'major-filing-opinion',
  version: 1,
  make: (f) => ({
    ...BARE_DOCUMENT,
    layout: 'letter',
    issuer: f.bureau,
    number: f.opinionNumber,
    title: '重大行政处罚备案审查意见书',
    addressee: f.unit,
    body: [
      paragraph(
        `你单位${chineseDay(f.decidedOn)}作出并报送备案的${f.number}行政处罚决定（${f.penalty}），经审查，${f.result}。审查意见如下：`,
      ),
      heading('一、存在的问题'),
      {
        kind: 'table',
        columns: [
          { title: '序号', share: 8, align: 'center' },
          { title: '方面', share: 16 },
          { title: '问题', share: 42 },
          { title: '违反的规定', share: 34 },
        ],
        rows: f.problems.map((p) => [String(p.no), p.head, p.facts, p.basis]),
      },
      heading('二、纠正要求'),
      ...lines([f.requirement]),
      ...(f.answerBy === null ? [] : [paragraph(`请于${chineseDay(f.answerBy)}前报告纠正情况。`)]),
    ],
    signature: { organisation: f.bureau, on: f.signedOn },
    handlers: f.handlers,
    contact: f.contact,
    receiptBox: true,
    demonstration: f.demonstration,
  }),
};

export const TEMPLATES: readonly DocumentTemplate<Json>[] = [REPORT, RECEIPT, DEMAND, CORRECTION, OPINION];
