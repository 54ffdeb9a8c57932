import {
  choice,
  date,
  files,
  flag,
  integer,
  longtext,
  matter,
  organisation,
  organisations,
  PAPER_SERVICE_LABELS,
  persons,
  rows,
  SEALING_FORMS,
  text,
} from '#law';
import {
  BASIS_LABELS,
  CHECK_LABELS,
  CONCLUSION_LABELS,
  type DocumentType,
  GOVERNMENT_LABELS,
  GROUND_LABELS,
  MEASURE_LABELS,
  OBJECTION_LABELS,
  REPLACEMENT_LABELS,
  RESULT_LABELS,
  TYPE_LABELS,
  WAY_LABELS,
} from './model.ts';

const optional = { required: false } as const;

// Fields of a row stand as constants of their own: written in place they would lose which of them are required.
const PROBLEM = {
  subject: text('所涉行政行为', { ...optional, hint: '案号或者文号' }),
  facts: longtext('存在的问题', { max: 4000 }),
  norm: longtext('违反的规定', { max: 2000 }),
  demand: longtext('处理要求', { max: 2000 }),
  caseNo: integer('监督案件问题序号', { min: 1, max: 500 }, { ...optional, hint: '由监督案件制发的，填该案问题的序号' }),
};

/** 《行政执法监督条例》 asks for it in letters to organs that are led from elsewhere. */
const LETTER_BASIS = {
  ...optional,
  group: '垂直和双重领导单位',
  when: { field: 'type', is: ['inquiry', 'notification'] satisfies readonly DocumentType[], fill: true },
} as const;

const DRAFT = {
  type: choice('文书种类', TYPE_LABELS, { group: '文书' }),
  subject: text('事由', { group: '文书', hint: '例如：行政处罚决定公示超期等问题' }),
  addressee: organisation('主送单位', { group: '文书' }),
  concerned: organisation('所涉单位', {
    ...optional,
    group: '文书',
    hint: '受委托组织、派驻队伍、派出机构由其机关收文，填在这里；问题告知函填被监督的垂直或者双重领导单位',
  }),
  reportTo: organisation('同级司法行政部门', {
    ...optional,
    group: '文书',
    hint: '发文机关不是收文单位同级司法行政部门时填写，报告同时送达',
  }),
  copies: organisations('抄送', { ...optional, group: '文书' }),
  background: longtext('监督经过和查明的情况', { group: '内容' }),
  problems: rows('问题清单', PROBLEM, { group: '内容' }),
  requirement: longtext('总体要求', { ...optional, group: '内容' }),
  ownDate: date('发文机关另定的报告日期', { ...optional, group: '内容', hint: '只能早于法定期限，印为“请于××前”' }),
  basisLevel: choice('法律依据的位阶', BASIS_LABELS, LETTER_BASIS),
  basis: text('法律依据', { ...LETTER_BASIS, hint: '法律或者行政法规的名称和条款' }),
  handlers: persons('经办人', 'supervisors', { ...optional, group: '落款', hint: '持有效行政执法监督证，一般为两人' }),
  contact: text('联系人和电话', { group: '落款' }),
};

const IF_DONE = { ...optional, fillWhen: { field: 'result', is: ['done'] } } as const;
const RESULTS = {
  no: integer('问题序号', { min: 1, max: 500 }),
  result: choice('处理结果', RESULT_LABELS),
  way: choice('处理方式', WAY_LABELS, IF_DONE),
  on: date('处理日期', IF_DONE),
  proof: files('证明材料', IF_DONE),
  reason: longtext('部分处理或者未处理的原因', { ...optional, fillWhen: { field: 'result', is: ['partial', 'undone'] } }),
  partyToldOn: date('告知当事人日期', optional),
  refundedOn: date('罚没款退库日期', optional),
  unpublishedOn: date('公示撤回日期', optional),
};

const CHECK = {
  no: integer('问题序号', { min: 1, max: 500 }),
  outcome: choice('核查结论', CHECK_LABELS),
  opinion: longtext('核查意见', optional),
};

/** What each act of a supervision document asks for. */
export const FORMS = {
  draft: {
    ...DRAFT,
    fromCase: matter('来源监督案件', ['case-supervision'], { ...optional, group: '关联' }),
    corrects: matter('更正或者撤销的文书', ['supervision-document'], { ...optional, group: '关联' }),
  },
  revise: DRAFT,
  submit: {},
  check: { opinion: longtext('核稿意见', optional) },
  review: { opinion: longtext('审核意见', optional) },
  'return-draft': { reason: longtext('退回修改的理由') },
  sign: {
    opinion: longtext('签发意见', optional),
    alone: longtext('审核、签发为同一人的理由', {
      ...optional,
      hint: '本机关没有其他审核人员、由签发人兼作审核的，必填，并印在签批单上',
    }),
  },
  ...SEALING_FORMS,
  serve: {},
  withdraw: { reason: longtext('撤回理由') },
  receive: {},
  'serve-on-paper': {
    mode: choice('送达方式', PAPER_SERVICE_LABELS),
    receiver: text('签收人'),
    witness: text('见证人', { ...optional, hint: '留置送达应当有见证人', when: { field: 'mode', is: ['left'] } }),
    slip: files('送达回证', { max: 5 }),
  },
  propose: { proposal: longtext('拟办意见') },
  assign: { order: longtext('批办意见') },
  handle: { results: rows('处理情况', RESULTS) },
  'submit-report': {
    summary: longtext('处理结果综述'),
    liability: longtext('责任追究情况', optional),
    systemic: longtext('建章立制情况', optional),
  },
  'legal-check': { opinion: longtext('法制审核意见') },
  'return-handling': { reason: longtext('退回承办的理由') },
  report: {},
  verify: {
    results: rows('核查结果', CHECK),
    onSite: flag('现场核查'),
    officers: persons('核查人员', 'supervisors', { ...optional, hint: '现场核查不少于两人，均持有效行政执法监督证' }),
  },
  'paper-report': {
    results: rows('处理情况', RESULTS),
    summary: longtext('处理结果综述'),
    liability: longtext('责任追究情况', optional),
    systemic: longtext('建章立制情况', optional),
    scan: files('纸质报告扫描件', { max: 5 }),
  },
  'return-report': {
    reason: longtext('退回理由'),
    until: date('另定的报告日期', { ...optional, hint: '期限届满后退回的，由发文机关另定，并印为发文机关自定的日期' }),
  },
  'declare-unhandled': { reason: longtext('认定理由') },
  close: {},
  lapse: {},
  remind: { words: longtext('催办内容', optional) },
  'late-report': {
    results: rows('处理情况', RESULTS, optional),
    summary: longtext('处理结果综述'),
    liability: longtext('责任追究情况', optional),
    systemic: longtext('建章立制情况', optional),
  },
  'close-late': { reason: longtext('不再采取处理措施的理由', { hint: '按行为的性质和程度说明' }) },
  'request-government': {
    government: organisation('请示的人民政府'),
    measure: choice('拟采取的措施', MEASURE_LABELS),
    words: longtext('请示内容'),
    papers: files('请示文件', optional),
  },
  'government-decision': {
    outcome: choice('政府决定', GOVERNMENT_LABELS),
    number: text('决定文号', optional),
    papers: files('决定文件'),
  },
  'take-measures': {
    measure: choice('处理措施', MEASURE_LABELS),
    ground: choice('处理事由', GROUND_LABELS),
    content: longtext('决定内容'),
    performBy: date('履行日期', { ...optional, hint: '由发文机关确定' }),
  },
  'withdraw-decision': { reason: longtext('撤回理由') },
  'report-performance': { summary: longtext('履行情况'), proof: files('证明材料', optional) },
  conclude: { conclusion: choice('履行结论', CONCLUSION_LABELS), reason: longtext('说明') },
  refer: { reason: longtext('提请理由') },
  'conclude-referral': {
    outcome: longtext('处理结果'),
    document: matter('司法行政部门制发的文书', ['supervision-document'], optional),
  },
  object: { grounds: longtext('异议理由'), evidence: files('证据材料', optional) },
  'decide-objection': {
    result: choice('复核结论', OBJECTION_LABELS),
    reason: longtext('复核理由'),
    papers: files('复核决定书', optional),
  },
  replace: {
    by: matter('更正或者撤销本文书的文书', ['supervision-document']),
    effect: choice('效果', REPLACEMENT_LABELS),
    reason: longtext('理由'),
  },
  answer: { words: longtext('复函内容'), papers: files('复函', optional) },
  'close-letter': { reason: longtext('归档说明') },
};
export type Forms = typeof FORMS;
