import {
  choice,
  choices,
  date,
  files,
  flag,
  integer,
  longtext,
  money,
  NAMES_KEPT,
  NO_PENALTY_LABELS,
  OWN_NUMBER,
  personal,
  persons,
  rows,
  termsField,
  text,
  thingsField,
  violation,
} from '#law';
import { mitigationField, WEIGHING_FIELDS } from '#law/discretion/fields';
import { ELSEWHERE } from './forms-elsewhere.ts';
import {
  CAPACITY_LABELS,
  CHECK_LABELS,
  type Check,
  HEARING_OUTCOME_LABELS,
  HEARING_SERVICE_LABELS,
  KIND_LABELS,
  OPINION_LABELS,
  ORDERED_LABELS,
  OUTCOME_LABELS,
  REVIEW_GROUND_LABELS,
  SETTLEMENT_LABELS,
  SOUND_LABELS,
  TIER_LABELS,
} from './model-deciding.ts';

const optional = { required: false } as const;

/** Asked for where a 听证通知书 goes by 公告. */
const BY_NOTICE = { ...optional, when: { field: 'how', is: ['public'] } } as const;
const FAILED_SERVICE = { on: date('日期'), how: text('方式和没有送达的情况', { max: 200 }) };

const FACT = { fact: longtext('认定的事实', { max: 4000 }), evidence: text('证据序号', { hint: '例如：1、3' }) };
const { heard: _, ...GROUNDS } = REVIEW_GROUND_LABELS;
const sound = (check: Check, hint?: string) =>
  choice(CHECK_LABELS[check], SOUND_LABELS, { group: '九项审核', ...(hint === undefined ? {} : { hint }) });
/** Asked for where a check is answered as doubtful. */
const concern = (check: Check) =>
  longtext(`${CHECK_LABELS[check].slice(0, 1)}的问题和依据`, {
    ...optional,
    max: 1000,
    group: '九项审核',
    when: { field: check, is: ['doubtful'], fill: true },
  });
/** Each check with what is doubtful in it. */
const CHECKS = {
  organ: sound('organ'),
  organConcern: concern('organ'),
  officers: sound('officers'),
  officersConcern: concern('officers'),
  facts: sound('facts'),
  factsConcern: concern('facts'),
  evidence: sound('evidence'),
  evidenceConcern: concern('evidence'),
  law: sound('law'),
  lawConcern: concern('law'),
  procedure: sound('procedure'),
  procedureConcern: concern('procedure'),
  powers: sound('powers'),
  powersConcern: concern('powers'),
  papers: sound('papers'),
  papersConcern: concern('papers'),
  crime: sound('crime', '没有涉嫌犯罪需要移送的情形，选“符合”'),
  crimeConcern: concern('crime'),
};
const PENALTY = {
  kinds: choices('处罚种类', KIND_LABELS, { ...optional, group: '处罚' }),
  fine: money('罚款数额', { ...optional, group: '处罚', when: { field: 'kinds', is: ['CF03'] } }),
  income: money('没收违法所得的数额', { ...optional, group: '处罚', when: { field: 'kinds', is: ['CF04'] } }),
  goods: money('没收非法财物的价值', { ...optional, group: '处罚', when: { field: 'kinds', is: ['CF05'] } }),
  things: thingsField('没收的财物（涉案财物台账序号）', 'kinds', '处罚'),
  terms: termsField('证照、限制和期限', 'kinds', '处罚'),
  content: longtext('处罚内容', { ...optional, max: 4000, group: '处罚', hint: '逐项写明种类、数额、期限、物品、证照名称及编号' }),
};
/** Nothing is proposed where the case ends without a penalty. */
const PROPOSED = { ...optional, group: '处罚', when: { field: 'outcome', is: ['penalty'] } } as const;
const PROPOSED_PENALTY = {
  ...PENALTY,
  kinds: choices('处罚种类', KIND_LABELS, PROPOSED),
  content: longtext('处罚内容', { ...PROPOSED, max: 4000, hint: '逐项写明种类、数额、期限、物品、证照名称及编号' }),
};

const LESS = ['lighter', 'mitigated'];
/** How the penalty is weighed beside its tier (处罚法 32–34, 细则 19). */
const WEIGHING = {
  benchmarkTier: integer('裁量权基准的档次', { min: 1, max: 20 }, { ...optional, group: '裁量', hint: '第几档；没有裁量权基准的不填' }),
  mitigation: mitigationField('tier', LESS),
  mitigationEvidence: text('从轻、减轻情形的证据序号', {
    ...{ ...optional, group: '裁量', hint: '例如：1、3' },
    when: { field: 'tier', is: LESS },
  }),
  ...WEIGHING_FIELDS,
};

/** Asked of a report that is not the first. */
const AGAIN = { ...optional, max: 2000, group: '重新告知、重新决定' } as const;
const PAYING = { ...optional, group: '履行和救济', when: { field: 'kinds', is: ['CF03', 'CF04'] } } as const;

/** What each act from the report to the decision asks for. */
export const DECIDING_FORMS = {
  conclude: {
    facts: rows('认定的事实和证据', FACT, { max: 50 }),
    violation: violation('裁量权基准的违法行为', {
      ...optional,
      hint: '与案由相同的，或者没有裁量权基准的不填',
    }),
    violated: longtext('违反的规定', { max: 2000 }),
    basis: longtext('处罚依据', { max: 2000 }),
    capacity: choice('责任能力', CAPACITY_LABELS, { group: '裁量' }),
    tier: choice('裁量档次', TIER_LABELS, { group: '裁量' }),
    tierReason: longtext('裁量的事实和理由', { max: 2000, group: '裁量' }),
    ...WEIGHING,
    outcome: choice('处理意见', OUTCOME_LABELS, { group: '处罚' }),
    ...PROPOSED_PENALTY,
    isGrave: flag('情节复杂或者重大违法行为', { group: '审核和讨论' }),
    grounds: choices('应当法制审核的情形', GROUNDS, {
      ...{ ...optional, group: '审核和讨论' },
      hint: '列入目录的，提交时按本机关当日有效的法制审核目录核对；本机关没有录入目录的，不按目录判断',
    }),
    harmEvidence: text('危害后果的证据序号', {
      ...optional,
      group: '追责时效',
      hint: '超过二年、适用五年时效的填写，例如“1、3”；涉及生命健康安全、金融安全且有危害后果的才适用',
    }),
    newFacts: longtext('告知以后新查明的事实', { ...AGAIN, hint: '重新告知较重处罚的，写明新的事实和证据' }),
    differs: longtext('与被撤销决定相比，主要事实、理由的变化', { ...AGAIN, hint: '只在重新作出决定时填写' }),
  },
  'reopen-inquiry': { reason: longtext('补充调查的事项', { max: 2000 }) },
  'send-review': { explained: longtext('送审说明', { ...optional, max: 2000 }), papers: files('送审材料', optional) },
  'skip-review': { reason: longtext('不属于应当法制审核的情形的说明', { max: 1000 }) },
  review: {
    ...CHECKS,
    opinion: choice('审核意见', OPINION_LABELS),
    words: longtext('意见和理由', { max: 4000 }),
    firstAfter2018: flag('2018年1月1日以后初次从事法制审核', { group: '审核人员', hint: '证件名录没有登记的才填' }),
    qualification: text('法律职业资格证书号', { ...optional, max: 60, group: '审核人员', hint: '初次从事法制审核的必填' }),
  },
  'object-review': {
    reason: longtext('不同意审核意见的事实、理由和依据', { max: 4000 }),
    papers: files('有关材料', optional),
  },
  'settle-review': {
    outcome: choice('处理决定', SETTLEMENT_LABELS),
    members: longtext('参加研究的负责人', {
      ...optional,
      max: 1000,
      hint: '集体研究的，写明参加人员',
      when: { field: 'outcome', is: ['again'], fill: true },
    }),
    reason: longtext('理由', { max: 2000 }),
  },
  notify: {
    reasons: longtext('处罚的理由', { max: 3000 }),
    hearing: flag('告知要求听证的权利'),
    contact: text('联系人、联系电话、地址'),
    ...OWN_NUMBER,
    ...ELSEWHERE.notify,
  },
  statement: {
    by: personal('陈述、申辩人', { hint: NAMES_KEPT }),
    content: longtext('陈述、申辩的事实、理由和证据'),
    papers: files('材料', optional),
  },
  recheck: { no: integer('陈述申辩序号', { min: 1, max: 100 }), accepted: flag('采纳'), reason: longtext('复核情况和理由', { max: 3000 }) },
  waive: {
    statement: flag('书面放弃陈述、申辩'),
    hearing: flag('书面放弃听证'),
    papers: files('当事人签名的书面材料'),
  },
  'ask-hearing': { by: personal('要求人', { hint: NAMES_KEPT }), askedOn: date('提出日期'), papers: files('听证要求', optional) },
  'notify-hearing': {
    on: date('听证日期', { hint: '当事人收到通知满七个工作日；公告送达的，公告满三十日以后再满七个工作日' }),
    time: text('时间', { max: 60 }),
    place: text('地点'),
    host: persons('主持人', 'colleagues', { hint: '非本案调查人员，填一人' }),
    recorder: text('记录人'),
    isPublic: flag('公开举行'),
    closedReason: text('不公开的理由', { ...optional, hint: '涉及国家秘密、商业秘密或者个人隐私' }),
  },
  'serve-hearing': {
    how: choice('送达方式', HEARING_SERVICE_LABELS),
    receivedOn: date('当事人收到听证通知书的日期', { hint: '公告送达的，为公告满三十日的次日' }),
    publishedOn: date('公告发布日期', { ...optional, when: { ...BY_NOTICE.when, fill: true } }),
    failed: rows('此前未能送达的记录', FAILED_SERVICE, { ...BY_NOTICE, max: 20 }),
    papers: files('送达回证', { ...optional, hint: '公告送达的，上传公告文本和张贴、刊登的材料' }),
    unproved: text('没有送达回证的说明', { ...optional, hint: '没有上传送达回证的必填' }),
  },
  'hold-hearing': {
    outcome: choice('听证情况', HEARING_OUTCOME_LABELS),
    attended: personal('参加人员', { max: 1000, hint: NAMES_KEPT }),
    record: longtext('听证笔录'),
    signed: flag('听证参加人已核对签名'),
    unsigned: text('拒绝签名的说明', optional),
    papers: files('签名的听证笔录', optional),
  },
  'close-notice': {},
  discuss: {
    members: longtext('参加人员', { max: 1000 }),
    presider: text('主持人'),
    opinions: longtext('每名参加人员的意见', { max: 4000 }),
    conclusion: longtext('讨论结论', { max: 2000 }),
    papers: files('讨论记录', optional),
  },
  decide: {
    ...PENALTY,
    tier: choice('裁量档次', TIER_LABELS, { ...optional, group: '裁量', hint: '按调查终结报告带入；决定不同的，改填本组各项' }),
    ...WEIGHING,
    reasons: longtext('决定的理由', { max: 4000, group: '理由', hint: '包括对陈述、申辩的采纳情况' }),
    ordered: choice('责令改正', ORDERED_LABELS, {
      ...{ ...optional, group: '责令改正', hint: '原决定没有区分的不填' },
      neededHere: true,
    }),
    correction: text('责令改正的情况', { group: '责令改正', hint: '改正的要求；已经改正或者无需改正的，写明情况' }),
    correctBy: date('改正期限', {
      ...{ ...optional, group: '责令改正', hint: '立即改正的不填；到期复查，复查以前不能结案' },
      when: { field: 'ordered', is: ['ordered'] },
    }),
    payTo: text('缴款方式', { ...PAYING, hint: '有罚款、没收违法所得的应当写明：指定银行、电子支付系统和国库账户' }),
    court: text('提起诉讼的人民法院', { group: '履行和救济' }),
    ...OWN_NUMBER,
    ...ELSEWHERE.decide,
  },
  'decide-none': {
    reason: choice('不予处罚的情形', NO_PENALTY_LABELS),
    words: longtext('事实、理由和依据', { max: 3000 }),
    stillFirst: longtext('有以前的处罚决定而仍属初次违法的理由', {
      ...optional,
      max: 1000,
      when: { field: 'reason', is: ['first'] },
      hint: '当事人在查阅范围内没有以前的处罚决定的，不填',
    }),
    education: longtext('教育记录', { ...optional, max: 2000, hint: '第三十三条的情形应当对当事人进行教育' }),
    court: text('提起诉讼的人民法院'),
    ...OWN_NUMBER,
  },
};
