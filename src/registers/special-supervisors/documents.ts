import { BARE_DOCUMENT, chineseDay, type DocumentTemplate, type Json, lines, paragraph, verified } from '#law';
import type { AppointmentFacts, CardFacts, DismissalFacts, NominationFacts, ServiceFacts } from './documents/issues.ts';

const NOMINATION: DocumentTemplate<NominationFacts> = {
  template: 'special-supervisor-nomination',
  version: 1,
  make: (f) => ({
    ...BARE_DOCUMENT,
    layout: 'form',
    issuer: f.issuer,
    title: '行政执法特邀监督员推荐表',
    body: [
      {
        kind: 'fields',
        rows: [
          { label: '姓名', value: f.name },
          { label: '来源', value: f.source },
          { label: '工作单位和职务', value: f.workplace, wide: true },
          { label: '推荐单位', value: f.nominator, wide: true },
          { label: '推荐理由和简历', value: f.grounds, wide: true },
        ],
      },
      { kind: 'opinion', label: '推荐单位意见（盖章）', text: '', name: '', on: null },
      { kind: 'opinion', label: '聘任机关审查意见', text: f.opinion, name: f.reviewer, on: f.on },
    ],
    demonstration: f.demonstration,
  }),
};

const LETTER: DocumentTemplate<AppointmentFacts> = {
  template: 'special-supervisor-letter',
  version: 1,
  make: (f) => ({
    ...BARE_DOCUMENT,
    layout: 'letter',
    issuer: f.issuer,
    number: f.number,
    title: '行政执法特邀监督员聘书',
    addressee: f.name,
    body: [
      paragraph(`${verified(f.basis).join('')}聘请您为行政执法特邀监督员，聘期${f.term}，在${f.area}内开展行政执法监督活动。`),
      paragraph('开展活动时应当出示行政执法特邀监督员证；聘期届满或者解聘的，应当交回证件。'),
    ],
    signature: { organisation: f.issuer, on: f.on },
    contact: f.contact,
    demonstration: f.demonstration,
  }),
};

/** Printed, cut out, folded and laminated: what 细则 17 asks for, and the code by which the public asks whether it still counts. */
const CARD: DocumentTemplate<CardFacts> = {
  template: 'special-supervisor-card',
  version: 1,
  make: (f) => ({
    ...BARE_DOCUMENT,
    layout: 'card',
    issuer: f.issuer,
    number: f.number,
    title: '行政执法特邀监督员证',
    body: [
      {
        kind: 'fields',
        rows: [
          { label: '姓名', value: f.name, wide: true },
          { label: '工作单位', value: f.workplace, wide: true },
          { label: '聘任机关', value: f.issuer, wide: true },
          { label: '活动区域', value: f.area, wide: true },
          { label: '有效期', value: f.term, wide: true },
        ],
      },
      paragraph('扫描二维码可以核对照片、姓名、单位和今日状态。不得用于执法，不得转借。'),
    ],
    signature: { organisation: f.issuer, on: f.on },
    demonstration: f.demonstration,
  }),
};

const SERVICE: DocumentTemplate<ServiceFacts> = {
  template: 'special-supervisor-service',
  version: 1,
  make: (f) => ({
    ...BARE_DOCUMENT,
    layout: 'form',
    issuer: f.issuer,
    title: '行政执法特邀监督员履职记录',
    body: [
      paragraph(`${f.name}（${f.workplace}），证号${f.number}。`),
      {
        kind: 'table',
        columns: [
          { title: '序号', share: 8, align: 'center' },
          { title: '日期', share: 16 },
          { title: '活动', share: 20 },
          { title: '所到单位', share: 24 },
          { title: '履职情况', share: 32 },
        ],
        rows: f.rows.map((r) => [String(r.no), r.on, r.activity, r.unit, r.words]),
      },
      { kind: 'opinion', label: '考核意见', text: f.assessment, name: '', on: f.on },
    ],
    demonstration: f.demonstration,
  }),
};

const DISMISSAL: DocumentTemplate<DismissalFacts> = {
  template: 'special-supervisor-dismissal',
  version: 1,
  make: (f) => ({
    ...BARE_DOCUMENT,
    layout: 'form',
    issuer: f.issuer,
    title: '行政执法特邀监督员解聘通知',
    addressee: f.name,
    body: [
      ...lines([`自${chineseDay(f.on)}起解除您的行政执法特邀监督员聘任（证号${f.number}）。理由：${f.reason}`]),
      paragraph('请交回行政执法特邀监督员证；自上述日期起该证不再有效。'),
    ],
    signature: { organisation: f.issuer, on: f.on },
    demonstration: f.demonstration,
  }),
};

export const TEMPLATES: readonly DocumentTemplate<Json>[] = [NOMINATION, LETTER, CARD, SERVICE, DISMISSAL];
