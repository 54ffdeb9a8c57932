import { choice, DISPUTING_FORMS, date, files, flag, integer, longtext, money, organisation, party, persons, text } from '#law';
import { mitigationField, WEIGHING_FIELDS } from '#law/discretion/fields';
import {
  COLLECTION_LABELS,
  CORRECTION_LABELS,
  DELIVERY_LABELS,
  PAYMENT_WAY_LABELS,
  PENALTY_LABELS,
  REVIEW_LABELS,
  STATEMENT_LABELS,
  WEIGHT_LABELS,
} from './model.ts';

const optional = { required: false } as const;
/** Publication is not told of here yet, and so never taken back. */
const { 'withdraw-publication': _, ...DISPUTES } = DISPUTING_FORMS;
const PARTY = { group: '当事人' };
const ACT = { group: '违法行为' };

/** What each act of a summary penalty asks for; short enough to be typed on a phone where it happens. */
export const FORMS = {
  open: {
    officers: persons('执法人员', 'officers', { group: '执法人员', hint: '不少于两人，均持有效行政执法证' }),
    cardShown: flag('已向当事人出示行政执法证件', { group: '执法人员' }),
    party: party('当事人', PARTY),
    place: text('违法行为发生地点', { ...ACT, hint: '街道、门牌或者路段' }),
    region: organisation('发生地人民政府', { ...ACT, ...optional, hint: '在本机关所在地以外的才填' }),
    designation: text('指定管辖的依据', { ...ACT, ...optional, hint: '发生地不在本机关管辖区域的必填' }),
    actOn: date('违法行为日期', ACT),
    itemCode: text('权责清单事项编码', { ...ACT, max: 60 }),
    conduct: text('违法行为', { ...ACT, hint: '有裁量权基准的，与基准的违法行为名称一致' }),
    facts: longtext('违法事实和证据', { ...ACT, max: 4000 }),
    isClear: flag('违法事实确凿，没有争议', ACT),
    violated: text('违反的规定', { ...ACT, max: 500, hint: '法律名称和条、款、项' }),
    basis: text('处罚依据', { ...ACT, max: 500, hint: '法律名称和条、款、项' }),
    evidence: files('照片、录音录像', { ...ACT, ...optional }),
  },
  hear: {
    penalty: choice('拟作出的处罚', PENALTY_LABELS),
    fine: money('拟罚款数额', { ...optional, when: { field: 'penalty', is: ['fine', 'both'], fill: true } }),
    told: flag('已告知拟作出的处罚内容及事实、理由、依据和陈述、申辩权利'),
    statement: choice('当事人', STATEMENT_LABELS),
    words: longtext('陈述、申辩的内容', { ...optional, max: 4000, when: { field: 'statement', is: ['made'], fill: true } }),
    review: choice('复核意见', REVIEW_LABELS, { ...optional, when: { field: 'statement', is: ['made'], fill: true } }),
    reason: longtext('复核的理由', { ...optional, max: 2000, when: { field: 'statement', is: ['made'], fill: true } }),
  },
  decide: {
    penalty: choice('处罚种类', PENALTY_LABELS, { group: '处罚' }),
    fine: money('罚款数额', { ...optional, group: '处罚', when: { field: 'penalty', is: ['fine', 'both'], fill: true } }),
    tier: integer('裁量权基准的档次', { min: 1, max: 20 }, { ...optional, group: '裁量', hint: '第几档；没有裁量权基准的不填' }),
    weight: choice('从轻、减轻', WEIGHT_LABELS, { group: '裁量' }),
    mitigation: mitigationField('weight', ['lenient', 'mitigated']),
    weightReason: text('从轻、减轻的事实和理由', {
      ...optional,
      ...{ max: 500, group: '裁量', hint: '符合哪一种情形，有什么证据' },
      when: { field: 'weight', is: ['lenient', 'mitigated'], fill: true },
    }),
    ...WEIGHING_FIELDS,
    correction: choice('责令改正', CORRECTION_LABELS, { group: '改正和缴纳' }),
    demand: text('改正的要求和期限，或者无需改正的理由', { max: 500, group: '改正和缴纳' }),
    way: choice('缴纳方式', PAYMENT_WAY_LABELS, { group: '改正和缴纳' }),
    bank: text('收款银行和缴款方式', { ...optional, max: 300, group: '改正和缴纳', when: { field: 'way', is: ['bank'], fill: true } }),
    court: text('有管辖权的人民法院', { max: 100, group: '改正和缴纳' }),
    time: text('时间', { max: 40, group: '改正和缴纳', hint: '例如：9时30分' }),
    number: text('决定书编号', { ...optional, max: 60, group: '补录', hint: '只在补录已经作出的决定时填写' }),
  },
  deliver: {
    how: choice('交付', DELIVERY_LABELS),
    note: text('拒绝签收的情况', { ...optional, max: 500, when: { field: 'how', is: ['refused'], fill: true } }),
    late: text('没有当场交付的原因', { ...optional, max: 500 }),
    scan: files('签名的决定书、送达回证', { ...optional, max: 5 }),
  },
  report: { words: text('报备说明', { ...optional, max: 300 }) },
  collect: {
    fine: money('收缴数额'),
    ground: choice('当场收缴的情形', COLLECTION_LABELS),
    reason: text('具体情况', { ...optional, max: 500, hint: '事后难以执行的理由，或者当事人如何提出' }),
    receipt: text('罚款票据号', { max: 60, hint: '财政部门统一制发的专用票据' }),
    given: flag('已向当事人出具该票据'),
  },
  'hand-in': { proof: text('入账凭证号', { ...optional, max: 60 }) },
  bank: { proof: text('缴库凭证号', { max: 60 }) },
  pay: {
    fine: money('缴纳罚款'),
    surcharge: money('缴纳加处罚款', { ...optional, hint: '到期不缴的每日百分之三，不超过罚款数额' }),
    receipt: text('缴款凭证号', { max: 60 }),
  },
  end: { reason: longtext('不再执行的理由', { max: 2000 }) },
  'no-penalty': {
    ground: text('不予处罚的依据', { max: 300, hint: '处罚法第三十至三十三条的哪一项，或者清单的哪一条' }),
    reason: longtext('理由', { max: 2000 }),
    education: longtext('教育的情况', { max: 2000 }),
  },
  convert: { reason: longtext('转为普通程序的理由', { max: 2000 }) },
  ...DISPUTES,
  remade: {
    on: date('重新处理的日期'),
    number: text('新决定书文号', { ...optional, max: 60, hint: '不再处罚的不填' }),
    result: longtext('重新处理的结果', { max: 1000, hint: '在普通程序室另行立案处理的，写明案号' }),
  },
  close: { opinion: longtext('结案意见', { ...optional, max: 2000 }) },
  archive: { number: text('案卷号', { max: 60 }) },
};
export type Forms = typeof FORMS;
