import { BARE_DOCUMENT, type DocumentTemplate, type Json, paragraph } from '#law';
import type { ReviewFacts } from './documents/issues.ts';

const ANNOUNCEMENT: DocumentTemplate<ReviewFacts> = {
  template: 'subject-review-announcement',
  version: 1,
  make: (f) => ({
    ...BARE_DOCUMENT,
    layout: 'letter',
    issuer: f.issuer,
    number: f.number,
    title: `关于${f.year}年度行政执法主体清理结果的公告`,
    body: [
      paragraph(`本机关对行政执法主体进行了定期清理${f.approval === '' ? '' : `，经${f.approval}`}，现将结果公告如下：`),
      {
        kind: 'table',
        columns: [
          { title: '序号', share: 8, align: 'center' },
          { title: '行政执法主体', share: 44 },
          { title: '结论', share: 12, align: 'center' },
          { title: '说明', share: 36 },
        ],
        rows: f.rows.map((r) => [String(r.no), r.unit, r.conclusion, r.reason]),
      },
      paragraph('结论为变更、撤销的，自变更公告载明的生效日起按新的登记。'),
      paragraph('特此公告。'),
    ],
    signature: { organisation: f.issuer, on: f.signedOn },
    contact: f.contact,
    demonstration: f.demonstration,
  }),
};

export const TEMPLATES: readonly DocumentTemplate<Json>[] = [ANNOUNCEMENT];
