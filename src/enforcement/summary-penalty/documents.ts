import { BARE_DOCUMENT, type Block, type DocumentTemplate, type Json, lines, paragraph, rectifiedTemplate, type SheetRow } from '#law';
import type { DecisionFacts, SheetFacts } from './documents/facts.ts';

const fields = (rows: readonly SheetRow[]): Block => ({ kind: 'fields', rows });

/** 当场行政处罚决定书: a numbered form handed over where it was decided (处罚法 52). */
const DECISION: DocumentTemplate<DecisionFacts> = {
  template: 'summary-penalty-decision',
  version: 1,
  make: (f) => ({
    ...BARE_DOCUMENT,
    layout: 'form',
    issuer: f.issuer,
    number: f.number,
    title: '当场行政处罚决定书',
    body: [
      fields(f.party),
      ...lines(f.paragraphs),
      ...(f.payment === null ? [] : [paragraph(f.payment)]),
      paragraph(f.remedies),
      fields([
        { label: '处罚地点', value: f.place, wide: true },
        { label: '处罚时间', value: f.time, wide: true },
        { label: '执法人员', value: f.officers, wide: true },
        { label: '执法人员签名', value: '\n', wide: false },
        { label: '当事人签收', value: '\n', wide: false },
      ]),
    ],
    signature: { organisation: f.issuer, on: f.on },
    demonstration: f.demonstration,
  }),
};

/** 陈述申辩笔录, 不予处罚记录, 送达回证, 结案审批表. */
const SHEET: DocumentTemplate<SheetFacts> = {
  template: 'summary-penalty-sheet',
  version: 1,
  make: (f) => ({
    ...BARE_DOCUMENT,
    layout: 'form',
    issuer: f.issuer,
    title: f.title,
    body: [fields(f.rows), ...f.opinions.map((o): Block => ({ kind: 'opinion', ...o }))],
    signature: { organisation: f.issuer, on: f.on },
    demonstration: f.demonstration,
  }),
};

export const TEMPLATES: readonly DocumentTemplate<Json>[] = [DECISION, SHEET, rectifiedTemplate(DECISION)];
