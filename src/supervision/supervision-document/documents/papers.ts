import { BARE_DOCUMENT, BY_HAND, chineseDay, type DocumentTemplate, dayWords, heading, officerWords, paragraph } from '#law';
import type { CheckFacts, PerformanceFacts, ReportFacts, ResultFacts, SlipFacts } from './facts.ts';

export const SERVICE_SLIP: DocumentTemplate<SlipFacts> = {
  template: 'service-slip',
  version: 1,
  make: (f) => ({
    ...BARE_DOCUMENT,
    layout: 'form',
    issuer: f.issuer,
    title: '送达回证',
    body: [
      {
        kind: 'fields',
        rows: [
          { label: '受送达单位', value: f.addressee, wide: true },
          { label: '送达文书', value: f.document, wide: true },
          { label: '送达日期', value: chineseDay(f.servedOn) },
          { label: '送达人', value: f.sentBy },
          { label: '送达方式', value: f.receipt === null ? '□直接　□留置　□邮寄' : '法衡平台', wide: true },
          { label: '签收人', value: f.receipt?.receiver ?? BY_HAND },
          { label: '签收日期', value: f.receipt === null ? '　　年　　月　　日' : chineseDay(f.receipt.on) },
          { label: '见证人', value: f.receipt === null ? BY_HAND : '—', wide: true },
          { label: '备注', value: f.receipt === null ? BY_HAND : '由收文单位在平台签收，签收记录不可更改。', wide: true },
        ],
      },
    ],
    signature: { organisation: f.issuer, on: f.servedOn },
    demonstration: f.demonstration,
  }),
};

function resultRow(r: ResultFacts): readonly string[] {
  const told = [
    r.reason,
    r.partyToldOn === null ? null : `${chineseDay(r.partyToldOn)}告知当事人`,
    r.refundedOn === null ? null : `${chineseDay(r.refundedOn)}退库`,
    r.unpublishedOn === null ? null : `${chineseDay(r.unpublishedOn)}撤回公示`,
    r.proofs === 0 ? null : `附证明材料${r.proofs}件`,
  ].filter((text) => text !== null);
  const how = [r.result, r.way].filter((text) => text !== null).join('：');
  return [String(r.no), r.subject ?? '', r.problem, how, dayWords(r.on), told.join('；')];
}

const RESULT_COLUMNS = [
  { title: '序号', share: 6, align: 'center' },
  { title: '所涉行政行为', share: 16 },
  { title: '存在的问题', share: 28 },
  { title: '处理结果', share: 16 },
  { title: '处理日期', share: 14 },
  { title: '说明', share: 20 },
] as const;

/** 处理结果报告: one report to the issuer and to the bureau, signed by the unit's leader. */
export const RESULT_REPORT: DocumentTemplate<ReportFacts> = {
  template: 'result-report',
  version: 1,
  make: (f) => ({
    ...BARE_DOCUMENT,
    layout: 'letter',
    issuer: f.unit,
    title: `关于${f.document.name}（${f.document.number}）处理结果的报告`,
    signer: f.signedBy,
    addressee: f.to.join('、'),
    body: [
      paragraph(`${f.document.name}（${f.document.number}）我单位已于${chineseDay(f.document.receivedOn)}签收。现将处理结果报告如下：`),
      ...(f.late ? [paragraph('本报告系逾期报送。')] : []),
      heading('一、总体情况'),
      paragraph(f.summary),
      heading('二、逐项处理结果'),
      { kind: 'table', columns: RESULT_COLUMNS, rows: f.results.map(resultRow) },
      ...(f.liability === null ? [] : [heading('三、责任追究情况'), paragraph(f.liability)]),
      ...(f.systemic === null ? [] : [heading(f.liability === null ? '三、建章立制情况' : '四、建章立制情况'), paragraph(f.systemic)]),
    ],
    signature: { organisation: f.unit, on: f.on },
    demonstration: f.demonstration,
  }),
};

export const PERFORMANCE_REPORT: DocumentTemplate<PerformanceFacts> = {
  template: 'performance-report',
  version: 1,
  make: (f) => ({
    ...BARE_DOCUMENT,
    layout: 'letter',
    issuer: f.unit,
    title: `关于${f.document.name}（${f.document.number}）履行情况的报告`,
    signer: f.signedBy,
    addressee: f.to.join('、'),
    body: [
      paragraph(`${f.document.name}（${f.document.number}）我单位已于${chineseDay(f.document.receivedOn)}签收。现将履行情况报告如下：`),
      paragraph(f.summary),
    ],
    signature: { organisation: f.unit, on: f.on },
    demonstration: f.demonstration,
  }),
};

export const CHECK_SHEET: DocumentTemplate<CheckFacts> = {
  template: 'check-sheet',
  version: 1,
  make: (f) => ({
    ...BARE_DOCUMENT,
    layout: 'form',
    issuer: f.issuer,
    title: '整改核查表',
    body: [
      {
        kind: 'fields',
        rows: [
          { label: '被监督单位', value: f.unit, wide: true },
          { label: '监督文书', value: f.document, wide: true },
          { label: '核查方式', value: f.onSite ? '现场核查' : '书面核查' },
          { label: '核查日期', value: chineseDay(f.on) },
          { label: '核查人员', value: f.officers.length === 0 ? f.checkedBy : officerWords(f.officers), wide: true },
        ],
      },
      {
        kind: 'table',
        columns: [
          { title: '序号', share: 7, align: 'center' },
          { title: '存在的问题', share: 38 },
          { title: '报告的处理结果', share: 15, align: 'center' },
          { title: '核查结论', share: 13, align: 'center' },
          { title: '核查意见', share: 27 },
        ],
        rows: f.rows.map((r) => [String(r.no), r.problem, r.result, r.outcome, r.opinion ?? '']),
      },
    ],
    signature: { organisation: f.issuer, on: f.on },
    demonstration: f.demonstration,
  }),
};
