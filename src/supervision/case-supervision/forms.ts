import { choice, date, files, flag, integer, longtext, matter, organisation, persons, rows, text } from '#law';
import {
  ABSENT_LABELS,
  ASKED_LABELS,
  ENDED_LABELS,
  FOLLOW_UP_LABELS,
  HEAD_LABELS,
  HEARING_LABELS,
  PARTNER_LABELS,
  SOURCE_LABELS,
  SUGGESTED_LABELS,
} from './model.ts';

const optional = { required: false } as const;

// Fields of a row stand as constants of their own: written in place they would lose which of them are required.
const FINDING = { finding: text('预警编号') };
const ITEM = { name: text('材料名称'), pages: integer('页数', { min: 1, max: 100_000 }, optional) };
const NUMBER = { no: integer('序号', { min: 1, max: 500 }) };
const PROBLEM = {
  head: choice('监督事项', HEAD_LABELS),
  subject: text('所涉行政行为', { ...optional, hint: '案号或者文号' }),
  facts: longtext('认定的事实', { max: 4000 }),
  norm: longtext('违反的规定', { max: 2000 }),
  evidence: text('证据序号', { hint: '例如：1、3' }),
  finding: text('来源预警编号', { ...optional, hint: '多个用顿号分开' }),
};

const CLUE = {
  subject: text('事由', { group: '线索' }),
  unit: organisation('被监督单位', { group: '线索' }),
  head: choice('监督事项', HEAD_LABELS, { group: '线索', hint: '细则第八条' }),
  facts: longtext('线索内容', { group: '线索' }),
  materials: files('线索材料', { ...optional, group: '线索' }),
};

/** Asked last: it is a group of its own on the form. */
const INVOLVED = {
  involved: persons('该行政行为的承办、法制审核人员', 'officers', { ...optional, group: '回避', hint: '这些人员不得承办本监督案件' }),
};

const OFFICERS = { officers: persons('监督人员', 'supervisors') };

/** What each act of a supervision case asks for. */
export const FORMS = {
  open: {
    source: choice('线索来源', SOURCE_LABELS, { group: '线索' }),
    partner: choice('转来的监督机关', PARTNER_LABELS, {
      ...optional,
      group: '线索',
      when: { field: 'source', is: ['partner'], fill: true },
    }),
    ...CLUE,
    basis: text('法律或者行政法规依据', { ...optional, group: '线索', hint: '垂直或者双重领导单位必填' }),
    filing: matter('来源备案', ['major-penalty-filing', 'normative-filing'], {
      ...optional,
      group: '线索',
      when: { field: 'source', is: ['filing'] },
    }),
    findings: rows('来源预警', FINDING, {
      ...optional,
      group: '线索',
      hint: '在“预警”页勾选后立案，预警自动带入',
      when: { field: 'source', is: ['finding'] },
    }),
    ...INVOLVED,
  },
  petition: {
    ...CLUE,
    bureau: organisation('提请的旗县区司法行政部门'),
    suggested: choice('建议制发的文书', SUGGESTED_LABELS),
    ...INVOLVED,
  },
  'open-redress': {
    subject: text('事由'),
    unit: organisation('被监督单位'),
    bureau: organisation('本级司法行政部门'),
    facts: longtext('纠错情况'),
    cause: text('被纠正的处罚案件', { max: 40 }),
  },
  'open-coordination': {
    subject: text('事由'),
    unit: organisation('被请求机关'),
    bureau: organisation('本级司法行政部门'),
    facts: longtext('协商的情况、所依据的规定和请求机关的意见'),
    cause: text('协助请求', { max: 40 }),
  },
  'accept-petition': { answer: longtext('答复意见') },
  'return-petition': { reason: longtext('退回理由') },
  'add-findings': { findings: rows('并入的预警', FINDING) },
  'propose-filing': { opinion: longtext('研判意见') },
  decline: { reason: longtext('不予立案的理由') },
  reassign: { to: organisation('转办单位'), reason: longtext('转办理由') },
  'take-over': {},
  'hand-back': { reason: longtext('退回理由') },
  recall: { reason: longtext('收回理由') },
  file: { handlers: persons('承办人', 'supervisors'), opinion: longtext('审批意见', optional) },
  'take-up': { handlers: persons('承办人', 'supervisors'), reason: longtext('提级理由', { hint: '提级监督的依据条款待核定' }) },
  designate: { to: organisation('指定办理的司法行政部门'), reason: longtext('指定理由', { hint: '指定监督的依据条款待核定' }) },
  appoint: { handlers: persons('承办人', 'supervisors'), reason: longtext('说明', optional) },
  'add-involved': { involved: persons('该行政行为的承办、法制审核人员', 'officers'), reason: longtext('说明', optional) },
  extend: { reason: longtext('延长理由') },
  'notify-check': {
    place: text('地点'),
    time: text('时间'),
    scope: longtext('检查范围'),
    materials: longtext('需要提供的材料', optional),
    ...OFFICERS,
  },
  'ask-statement': { matters: longtext('需要说明的事项'), due: date('提交日期') },
  'record-statement': {
    received: flag('已收到书面说明'),
    absent: choice('未提交的情形', ABSENT_LABELS, { ...optional, hint: '提交日期届满前，只有明确拒绝的才能记为未提交' }),
    words: longtext('说明要点或者未提交的情况'),
    papers: files('书面说明', optional),
  },
  question: {
    person: text('被询问人'),
    as: choice('身份', ASKED_LABELS),
    place: text('地点'),
    shown: flag('已出示行政执法监督证'),
    told: flag('已告知权利义务'),
    record: longtext('询问记录'),
    unsigned: text('拒绝签名的说明', optional),
    ...OFFICERS,
    papers: files('笔录', optional),
  },
  'call-files': { items: rows('调阅清单', ITEM), due: date('提供日期') },
  'return-files': { items: rows('归还的材料', NUMBER) },
  'record-media': {
    title: text('内容'),
    place: text('地点'),
    onSite: flag('现场录制'),
    officers: persons('监督人员', 'supervisors', optional),
    media: files('录音录像'),
  },
  commission: {
    institute: text('受委托机构'),
    qualification: text('资质'),
    question: longtext('委托事项'),
    due: date('完成日期'),
    papers: files('委托书、报告', optional),
  },
  hearing: {
    form: choice('形式', HEARING_LABELS),
    attended: longtext('参加人员'),
    record: longtext('记录'),
    papers: files('材料', optional),
  },
  'other-means': { title: text('措施'), basis: text('依据'), record: longtext('情况'), papers: files('材料', optional) },
  'check-on-site': {
    place: text('地点'),
    time: text('起止时间'),
    shown: flag('已出示行政执法监督证'),
    present: text('在场人员'),
    found: longtext('检查情况'),
    remarks: longtext('被监督单位的意见', optional),
    unsigned: text('拒绝签名的说明', optional),
    ...OFFICERS,
    papers: files('现场材料', optional),
  },
  'join-inspection': {
    inspection: text('执法检查任务', { hint: '检查通知书文号或者检查计划名称' }),
    place: text('地点'),
    time: text('起止时间'),
    inspectors: persons('执法检查人员', 'officers', { ...optional, hint: '监督人员不计入执法检查人员' }),
    found: longtext('执法检查的情况'),
    ...OFFICERS,
    papers: files('材料', optional),
  },
  visit: { place: text('地点'), record: longtext('了解的情况'), papers: files('材料', optional) },
  'stop-unlawful': {
    time: text('时刻'),
    act: longtext('正在实施的违法行为'),
    demand: longtext('制止要求'),
    response: longtext('被监督单位的回应'),
    ...OFFICERS,
  },
  refusal: { person: text('拒绝、阻碍的单位或者人员'), facts: longtext('情况'), papers: files('材料', optional) },
  suspend: { reason: longtext('中止理由') },
  resume: {},
  establish: { problems: rows('认定的问题', PROBLEM), reasons: longtext('认定意见') },
  'no-problem': { reason: longtext('不成立的理由'), guidance: longtext('指导意见', optional) },
  'link-document': {
    document: matter('监督文书', ['supervision-document']),
    problems: rows('涉及的问题', NUMBER, optional),
    stops: rows('涉及的当场制止', NUMBER, optional),
  },
  exempt: { problems: rows('免发文书的问题', NUMBER), reason: longtext('免发监督文书的理由') },
  'follow-up': {
    kind: choice('方式', FOLLOW_UP_LABELS),
    matter: matter('移送、通报或者约谈事项', ['referral', 'notice-and-talk']),
    problems: rows('涉及的问题', NUMBER, optional),
  },
  'document-ended': { document: matter('监督文书', ['supervision-document']), ending: choice('结果', ENDED_LABELS) },
  close: { summary: longtext('结案意见') },
  archive: { catalogue: text('案卷号') },
};
export type Forms = typeof FORMS;
