import { BARE_DOCUMENT, chineseDay, type DocumentTemplate, heading, type Json, type LocalDate, lines, paragraph, verified } from '#law';
import type {
  AcceptanceFacts,
  CatalogueFacts,
  DemandFacts,
  OpinionFacts,
  RegistrationFacts,
  ReportFacts,
  SupplementFacts,
} from './documents/issues.ts';

const named = (f: { readonly title: string; readonly documentNumber: string }): string => `《${f.title}》（${f.documentNumber}）`;
const termOf = (effectiveOn: LocalDate, lastDay: LocalDate | null): string =>
  lastDay === null ? `自${chineseDay(effectiveOn)}起施行` : `${chineseDay(effectiveOn)}至${chineseDay(lastDay)}`;

const REPORT: DocumentTemplate<ReportFacts> = {
  template: 'normative-report',
  version: 1,
  make: (f) => ({
    ...BARE_DOCUMENT,
    layout: 'letter',
    issuer: f.unit,
    title: '规范性文件备案报告',
    addressee: f.to,
    body: [
      paragraph(`现将${named(f)}报送备案，请予审查。`),
      {
        kind: 'fields',
        rows: [
          { label: '文件类别', value: f.level },
          { label: '公布日期', value: chineseDay(f.publishedOn) },
          { label: '有效期', value: termOf(f.effectiveOn, f.lastDay), wide: true },
          ...(f.lateReason === null ? [] : [{ label: '逾期报送的理由', value: f.lateReason, wide: true }]),
        ],
      },
    ],
    annexes: [
      {
        title: '备案材料和文件指纹（SHA-256）',
        body: [
          {
            kind: 'table',
            columns: [
              { title: '序号', share: 8, align: 'center' },
              { title: '材料', share: 20 },
              { title: '文件名', share: 30 },
              { title: '指纹', share: 42 },
            ],
            rows: f.files.map(({ no, piece, name, digest }) => [String(no), piece, name, digest.replace(/(.{8})(?=.)/g, '$1 ')]),
          },
        ],
      },
    ],
    signature: { organisation: f.unit, on: f.on },
    contact: f.contact,
    demonstration: f.demonstration,
  }),
};

const SUPPLEMENT: DocumentTemplate<SupplementFacts> = {
  template: 'normative-supplement',
  version: 1,
  make: (f) => ({
    ...BARE_DOCUMENT,
    layout: 'form',
    issuer: f.bureau,
    title: '备案材料补正通知书',
    addressee: f.unit,
    body: [
      paragraph(`你单位报送备案的${named(f)}，材料需要补正：`),
      {
        kind: 'table',
        columns: [
          { title: '序号', share: 8, align: 'center' },
          { title: '材料', share: 26 },
          { title: '补正要求', share: 66 },
        ],
        rows: f.items.map(({ no, piece, words }) => [String(no), piece, words]),
      },
      paragraph(`请于${chineseDay(f.by)}前补正。`),
    ],
    signature: { organisation: f.bureau, on: f.on },
    contact: f.contact,
    demonstration: f.demonstration,
  }),
};

/** No period is named as law: how many days there are to file is not verified. */
const DEMAND: DocumentTemplate<DemandFacts> = {
  template: 'normative-demand',
  version: 1,
  make: (f) => ({
    ...BARE_DOCUMENT,
    layout: 'letter',
    issuer: f.bureau,
    title: '规范性文件备案催报函',
    addressee: f.unit,
    body: [
      paragraph(
        `经核对，你单位${chineseDay(f.publishedOn)}公布的${named(f)}至今未见报送备案${f.nth === 1 ? '' : `，此前已催报${f.nth - 1}次`}。`,
      ),
      ...lines([f.words]),
      paragraph(`请于${chineseDay(f.due)}前在平台报送备案；不属于行政规范性文件的，请书面说明。`),
    ],
    signature: { organisation: f.bureau, on: f.on },
    contact: f.contact,
    receiptBox: true,
    demonstration: f.demonstration,
  }),
};

const REGISTRATION: DocumentTemplate<RegistrationFacts> = {
  template: 'normative-registration',
  version: 1,
  make: (f) => ({
    ...BARE_DOCUMENT,
    layout: 'form',
    issuer: f.bureau,
    title: '规范性文件备案登记通知书',
    addressee: f.unit,
    body: [
      paragraph(`你单位向${f.to}报送备案的${named(f)}，经形式审查，已于${chineseDay(f.on)}登记，进入合法性审查。`),
      ...(f.waived === null ? [] : lines([`材料说明：${f.waived}`])),
    ],
    signature: { organisation: f.bureau, on: f.on },
    contact: f.contact,
    demonstration: f.demonstration,
  }),
};

const ACCEPTANCE: DocumentTemplate<AcceptanceFacts> = {
  template: 'normative-acceptance',
  version: 1,
  make: (f) => ({
    ...BARE_DOCUMENT,
    layout: 'letter',
    issuer: f.bureau,
    number: f.number,
    title: '规范性文件准予备案通知书',
    addressee: f.unit,
    body: [
      paragraph(`${verified(f.opening).join('')}对你单位向${f.to}报送备案的${named(f)}进行了审查，准予备案。备案号：${f.number}。`),
      paragraph('该文件列入备案目录并向社会公布。修改、废止或者延续有效期的，请及时登记。'),
    ],
    signature: { organisation: f.bureau, on: f.on },
    contact: f.contact,
    demonstration: f.demonstration,
  }),
};

const OPINION: DocumentTemplate<OpinionFacts> = {
  template: 'normative-opinion',
  version: 1,
  make: (f) => ({
    ...BARE_DOCUMENT,
    layout: 'letter',
    issuer: f.bureau,
    number: f.number,
    title: '规范性文件审查意见书',
    addressee: f.unit,
    body: [
      paragraph(`${verified(f.opening).join('')}对你单位向${f.to}报送备案的${named(f)}进行了审查，提出如下意见：`),
      heading('一、审查情况'),
      ...lines([f.opinion]),
      heading('二、存在的问题'),
      {
        kind: 'table',
        columns: [
          { title: '序号', share: 8, align: 'center' },
          { title: '条款', share: 16 },
          { title: '情形和依据', share: 32 },
          { title: '问题说明', share: 44 },
        ],
        rows: f.grounds.map((g) => [
          String(g.no),
          g.place,
          [g.ground, ...verified(g.article), ...(g.norm === null ? [] : [g.norm])].join('；'),
          g.words,
        ]),
      },
      heading('三、处理要求'),
      paragraph(
        f.correctBy === null
          ? `请你单位自行${f.demand}，并书面报告纠正情况。`
          : `请你单位于${chineseDay(f.correctBy)}前自行${f.demand}，并书面报告纠正情况。`,
      ),
      paragraph('对本意见有不同意见的，可以书面说明理由。'),
    ],
    signature: { organisation: f.bureau, on: f.on },
    contact: f.contact,
    receiptBox: true,
    demonstration: f.demonstration,
  }),
};

const CATALOGUE: DocumentTemplate<CatalogueFacts> = {
  template: 'normative-catalogue',
  version: 1,
  make: (f) => ({
    ...BARE_DOCUMENT,
    layout: 'form',
    issuer: f.bureau,
    title: '规范性文件备案目录公告',
    body: [
      paragraph('下列规范性文件已经备案，现予公告：'),
      {
        kind: 'fields',
        rows: [
          { label: '文件名称', value: f.title, wide: true },
          { label: '文号', value: f.documentNumber },
          { label: '制定机关', value: f.unit },
          { label: '公布日期', value: chineseDay(f.publishedOn) },
          { label: '备案日期', value: chineseDay(f.filedOn) },
          { label: '备案号', value: f.filingNumber, wide: true },
          { label: '有效期', value: termOf(f.effectiveOn, f.lastDay), wide: true },
        ],
      },
    ],
    signature: { organisation: f.bureau, on: f.on },
    contact: f.contact,
    demonstration: f.demonstration,
  }),
};

export const TEMPLATES: readonly DocumentTemplate<Json>[] = [DEMAND, REPORT, SUPPLEMENT, REGISTRATION, ACCEPTANCE, OPINION, CATALOGUE];
