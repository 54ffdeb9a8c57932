import { choice, date, files, flag, integer, longtext, matter, organisation, PAPER_SERVICE_LABELS, rows, SEALING_FORMS, text } from '#law';
import {
  ANSWER_LABELS,
  CORRECTION_LABELS,
  DECISION_LABELS,
  DEMAND_LABELS,
  EXCLUSION_LABELS,
  INTAKE_LABELS,
  LEVEL_LABELS,
  OBJECTION_LABELS,
  OPINION_SOURCE_LABELS,
  OUTCOME_LABELS,
  PIECE_LABELS,
  SUGGESTER_LABELS,
} from './model.ts';
import { GROUND_LABELS } from './model-grounds.ts';

const optional = { required: false } as const;
const packed = { ...optional, group: '备案材料', max: 10 } as const;

const DOCUMENT = {
  title: text('文件名称', { max: 300 }),
  number: text('文号', { max: 100 }),
  publishedOn: date('公布日期'),
  effectiveOn: date('施行日期'),
  lastDay: date('有效期最后一日', { ...optional, hint: '文件写明有效期的填写；没有写明的不填' }),
};
const MADE = {
  level: choice('文件类别', LEVEL_LABELS),
  isTrial: flag('暂行或者试行'),
};
const PIECES = {
  text: files(PIECE_LABELS.text, { group: '备案材料', max: 5 }),
  explanation: files(PIECE_LABELS.explanation, packed),
  basis: files(PIECE_LABELS.basis, packed),
  legality: files(PIECE_LABELS.legality, packed),
  discussion: files(PIECE_LABELS.discussion, packed),
  publication: files(PIECE_LABELS.publication, packed),
};
const PREPARE = {
  ...DOCUMENT,
  ...MADE,
  recipient: organisation('备案机关', { hint: '旗县区政府报市政府，部门报本级政府，苏木乡镇、街道报旗县区政府（令262的条文待核定）' }),
  bureau: organisation('承办备案审查的司法行政部门', { hint: '备案机关的司法行政部门' }),
  ...PIECES,
};
const DEMAND = {
  words: longtext('催报内容', { max: 2000 }),
  due: date('请报送的日期', { hint: '由司法行政部门自定，不是法定期限' }),
  contact: text('联系人和电话', { max: 100 }),
};
const WANTED = { piece: choice('材料', PIECE_LABELS), words: text('补正要求', { max: 300 }) };
const GROUND = {
  ground: choice('情形', GROUND_LABELS),
  place: text('涉及的条款', { max: 200 }),
  words: longtext('问题说明', { max: 2000 }),
  norm: text('所依据的上位规定', { ...optional, max: 300 }),
};
const reason = (label: string) => longtext(label, { max: 3000 });
const when = { field: 'outcome', is: ['correct'] } as const;
const amended = { field: 'way', is: ['amended'], fill: true } as const;

/** What each act of the filing of a normative document asks for. */
export const FORMS = {
  prepare: { ...PREPARE, replaces: matter('修改前的备案', ['normative-filing'], optional) },
  revise: PREPARE,
  submit: {
    lateReason: longtext('逾期报送的理由', { ...optional, max: 1000, hint: '公布之日起超过报送期限的必填；没有逾期的不填' }),
    contact: text('联系人和电话', { max: 100 }),
  },
  demand: {
    maker: organisation('制定机关'),
    title: text('文件名称', { max: 300 }),
    number: text('文号', { max: 100 }),
    publishedOn: date('公布日期'),
    ...DEMAND,
  },
  'demand-again': DEMAND,
  'prepare-demanded': PREPARE,
  excuse: { reason: reason('不需报送的理由') },
  withdraw: { reason: reason('撤回理由') },
  'ask-supplement': {
    items: rows('需要补正的材料', WANTED, { max: 20 }),
    by: date('补正期限'),
    contact: text('联系人和电话', { max: 100 }),
  },
  supplement: { ...PIECES, text: files(PIECE_LABELS.text, packed), words: longtext('补正说明', { ...optional, max: 2000 }) },
  decline: { exclusion: choice('不予受理的情形', EXCLUSION_LABELS), reason: reason('说明') },
  register: {
    waived: longtext('缺少材料的说明', { ...optional, max: 1000, hint: '材料不齐仍予登记的必填，写明缺哪一件、为什么不需要' }),
    contact: text('联系人和电话', { max: 100 }),
  },
  'note-opinion': {
    source: choice('意见来源', OPINION_SOURCE_LABELS),
    from: text('提出意见的单位', { max: 200, hint: '公众意见不写个人姓名' }),
    words: longtext('意见内容', { max: 5000 }),
    papers: files('意见材料', { ...optional, max: 10 }),
  },
  explain: { words: longtext('制定机关的说明', { max: 5000 }), papers: files('说明材料', { ...optional, max: 10 }) },
  conclude: {
    outcome: choice('审查结论', OUTCOME_LABELS),
    opinion: longtext('审查情况', { max: 5000 }),
    grounds: rows('审查发现的问题', GROUND, { ...optional, max: 50, when: { ...when, fill: true } }),
    demand: choice('处理要求', DEMAND_LABELS, { ...optional, when: { ...when, fill: true } }),
    correctBy: date('请于何日前自行纠正', { ...optional, when, hint: '不填的，按规则参数的纠正期限' }),
  },
  'return-conclusion': { reason: reason('退回的理由') },
  sign: { opinion: longtext('签发意见', { ...optional, max: 2000 }), contact: text('联系人和电话', { max: 100 }) },
  ...SEALING_FORMS,
  serve: {},
  receive: {},
  'serve-on-paper': { mode: choice('送达方式', PAPER_SERVICE_LABELS), receiver: text('签收人'), slip: files('回执', { max: 5 }) },
  object: { words: longtext('不同意见及理由', { max: 5000 }), papers: files('材料', { ...optional, max: 10 }) },
  'answer-objection': { decision: choice('处理', OBJECTION_LABELS), words: longtext('理由', { max: 5000 }) },
  correct: {
    way: choice('纠正方式', CORRECTION_LABELS),
    title: text('修改后的文件名称', { ...optional, max: 300, when: amended }),
    number: text('修改后的文号', { ...optional, max: 100, when: amended }),
    publishedOn: date('重新公布日期', { ...optional, when: amended }),
    effectiveOn: date('施行日期', { ...optional, when: amended }),
    lastDay: date('有效期最后一日', { ...optional, when: { field: 'way', is: ['amended'] } }),
    endedOn: date('废止日期', { ...optional, when: { field: 'way', is: ['repealed'], fill: true } }),
    words: longtext('纠正情况', { max: 5000 }),
    papers: files('修改后的文本或者废止决定', { max: 10 }),
  },
  'accept-correction': { words: longtext('复核意见', { max: 3000 }) },
  'reject-correction': { words: longtext('尚未纠正的问题', { max: 3000 }), by: date('再次纠正的期限') },
  overdue: {},
  escalate: { words: longtext('提请的理由和建议', { max: 5000 }) },
  decide: {
    decision: choice('决定', DECISION_LABELS),
    number: text('决定文号', { max: 100 }),
    words: longtext('决定内容', { max: 3000 }),
    by: date('改正期限', { ...optional, when: { field: 'decision', is: ['correct'], fill: true } }),
    scan: files('决定文书', { ...optional, max: 5 }),
  },
  'publish-catalogue': { place: text('公布备案目录的载体', { hint: '网站网址或者公报期号' }), contact: text('联系人和电话', { max: 100 }) },
  renew: {
    lastDay: date('延续后的有效期最后一日'),
    number: text('延续决定的文号', { max: 100 }),
    words: longtext('评估情况', { max: 3000 }),
    papers: files('延续决定', { max: 5 }),
  },
  repeal: {
    endedOn: date('废止日期', { hint: '自该日起不再有效' }),
    number: text('废止决定的文号', { max: 100 }),
    words: longtext('理由', { max: 3000 }),
    papers: files('废止决定', { max: 5 }),
  },
  reopen: { words: longtext('重新审查的理由', { max: 3000 }) },
  'note-suggestion': {
    by: choice('建议人', SUGGESTER_LABELS),
    words: longtext('建议审查的条款和理由', { max: 5000, hint: '不写建议人的姓名、证件号和联系方式，这些留在建议书原件上' }),
    papers: files('建议书', { ...optional, max: 5 }),
  },
  'post-suggestion': {
    by: choice('建议人', SUGGESTER_LABELS),
    words: longtext('建议审查的条款和理由', { max: 5000 }),
    receipt: text('回执号', { max: 16 }),
  },
  'check-suggestion': {
    no: integer('建议序号', { min: 1, max: 10_000 }),
    intake: choice('是否受理', INTAKE_LABELS),
    words: longtext('理由', { ...optional, max: 2000 }),
  },
  'answer-suggestion': {
    no: integer('建议序号', { min: 1, max: 10_000 }),
    answer: choice('处理结果', ANSWER_LABELS),
    words: longtext('答复内容', { max: 5000 }),
    papers: files('答复书', { ...optional, max: 5 }),
  },
  lapse: {},
  enter: {
    maker: organisation('制定机关'),
    ...DOCUMENT,
    ...MADE,
    filingNumber: text('备案号', { ...optional, max: 100, hint: '向其他机关备案的，填该机关的备案号；没有的不填' }),
    filedWith: text('备案机关', { max: 200 }),
    text: files(PIECE_LABELS.text, { ...optional, max: 5 }),
  },
};
export type Forms = typeof FORMS;
