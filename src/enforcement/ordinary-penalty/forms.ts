import {
  choice,
  date,
  designationFields,
  files,
  flag,
  integer,
  longtext,
  matter,
  NAMES_KEPT,
  OWN_NUMBER,
  organisation,
  party,
  personal,
  persons,
  powerItem,
  rows,
  text,
  violation,
} from '#law';
import { RECHECK_FORMS } from '#law/correcting/index';
import { COLLECTED_LABELS, COPY_LABELS, EVIDENCE_FORM, EVIDENCE_LABELS, KEEPING_FORMS } from '#law/evidence/index';
import { ASSISTANCE_FORMS } from './forms-assistance.ts';
import { CUSTODY_FORMS } from './forms-custody.ts';
import { DECIDING_FORMS } from './forms-deciding.ts';
import { ELSEWHERE } from './forms-elsewhere.ts';
import { EXECUTION_FORMS } from './forms-execution.ts';
import { FILING_FORMS } from './forms-filing.ts';
import { PAPER_FORMS } from './forms-papers.ts';
import { SOURCE_LABELS } from './model.ts';
import { ASKED_LABELS, BASIS_LEVEL_LABELS, PAUSE_LABELS, SETTLED_LABELS, VISIT_LABELS } from './model-inquiry.ts';

const optional = { required: false } as const;
const OFFICERS = { officers: persons('执法人员', 'officers', { hint: '不少于两人，持有效行政执法证' }) };

// Fields of a row stand as constants of their own: written in place they would lose which of them are required.
const ITEM = { name: text('物品名称'), quantity: text('数量、规格', { max: 100 }) };
const CARRIED_HAND_OVER = {
  on: date('交接日期'),
  from: text('移交人'),
  to: text('接收人'),
  place: text('存放地点', optional),
  why: text('原因'),
};
const CARRIED_LOOK = { on: date('查阅日期'), who: text('查阅人'), why: text('查阅的原因'), resealed: flag('查阅后已重新封存') };
/** One piece as it was registered on the spot. */
const CARRIED_PIECE = {
  kind: choice('证据种类', EVIDENCE_LABELS),
  name: text('证据名称'),
  proves: text('证明什么', optional),
  source: text('来源、提供人'),
  place: text('取证地点', optional),
  on: date('取得日期'),
  how: choice('取证方式', COLLECTED_LABELS),
  form: choice('原件或者复制件', COPY_LABELS, optional),
  device: text('监控设备编号', optional),
  reviewed: text('设备的法制和技术审核', optional),
  published: text('设备的设置地点及其公布', optional),
  checked: text('记录内容的审核', optional),
  officers: persons('取证人员', 'officers'),
  isLawful: flag('取得时符合法定条件'),
  unsigned: text('未签名的说明', optional),
  custody: rows('原件、原物的交接', CARRIED_HAND_OVER, optional),
  looks: rows('封存原件的查阅', CARRIED_LOOK, optional),
  late: longtext('补录的理由', { ...optional, max: 500 }),
  papers: files('证据文件', optional),
};
const { stage, from, until, device, told, gaps } = KEEPING_FORMS['record-av'];
const CARRIED_RECORDING = {
  on: date('日期'),
  ...{ stage, from, until, device, told, gaps },
  officers: persons('记录人员', 'officers'),
  late: longtext('补录的理由', { ...optional, max: 500 }),
  papers: files('录音录像、照片', optional),
};
const NUMBER = { no: integer('第几号证据', { min: 1, max: 500 }) };

/** What each act up to the end of the inquiry asks for. */
const INQUIRY_FORMS = {
  open: {
    source: choice('案件来源', SOURCE_LABELS, { group: '线索' }),
    sourceRef: text('来源编号', { ...optional, group: '线索', hint: '检查、投诉举报、移送的编号' }),
    fromSummary: matter('转来的当场处罚案件', ['summary-penalty'], {
      ...{ ...optional, group: '线索' },
      when: { field: 'source', is: ['on-the-spot', 'remade'] },
      hint: '当场处罚转为普通程序的、当场处罚决定被撤销后重新处理的填写',
    }),
    fromCorrection: matter('没有改正的责令改正', ['correction-order'], {
      ...optional,
      group: '线索',
      hint: '责令改正后没有改正、另行立案的填写',
    }),
    materials: files('线索材料', { ...optional, group: '线索' }),
    party: party('当事人', { group: '当事人' }),
    isEnterprise: flag('涉企案件', { group: '当事人' }),
    cause: violation('案由', { group: '违法行为', hint: '例如：未按规定明码标价；有裁量权基准的，选基准的违法行为' }),
    narrative: longtext('线索内容', { group: '违法行为', max: 5000 }),
    place: text('违法行为发生地', { group: '违法行为' }),
    actStartedOn: date('违法行为开始日期', { group: '违法行为' }),
    actEndedOn: date('违法行为终了日期', { ...optional, group: '违法行为', hint: '尚在连续或者继续的不填' }),
    discoveredOn: date('发现日期', { group: '违法行为' }),
    harm: flag('涉及生命健康安全、金融安全且有危害后果（追责时效五年）', { group: '违法行为' }),
    harmReason: longtext('所涉安全和危害后果', {
      ...{ ...optional, group: '违法行为', max: 1000 },
      when: { field: 'harm', is: ['true'] },
      hint: '调查终结时列明证据',
    }),
    itemCode: powerItem('权责事项编码', 'penalty', {
      ...optional,
      group: '违法行为',
      hint: '输入编码或者名称的一部分，从本机关权责清单中选',
    }),
  },
  'open-converted': {
    fromSummary: matter('转来的当场处罚案件', ['summary-penalty']),
    reason: longtext('转为普通程序的理由', { max: 2000 }),
    party: party('当事人'),
    isEnterprise: flag('涉企案件'),
    officers: persons('现场执法人员', 'officers'),
    cause: text('案由'),
    narrative: longtext('现场查明的情况', { max: 10_000 }),
    place: text('违法行为发生地'),
    actOn: date('违法行为日期'),
    discoveredOn: date('发现日期'),
    itemCode: powerItem('权责事项编码', 'penalty'),
    basis: longtext('拟适用的法律依据', { max: 2000 }),
    materials: files('没有逐件登记的现场材料', { ...optional, max: 100 }),
    pieces: rows('现场逐件登记的证据', CARRIED_PIECE, { ...optional, max: 500 }),
    recordings: rows('现场的音像记录', CARRIED_RECORDING, { ...optional, max: 200 }),
  },
  'extend-clue': { reason: longtext('延长核查的理由', { max: 1000 }) },
  'propose-filing': {
    handlers: persons('承办人', 'officers', { hint: '不少于两人，持有效行政执法证' }),
    basis: longtext('拟适用的法律依据', { max: 2000, hint: '例如：《价格法》第四十二条' }),
    itemCode: powerItem('权责事项编码', 'penalty', {
      ...optional,
      hint: '输入编码或者名称的一部分，从本机关权责清单（苏木乡镇、街道为赋权清单）中选；没有录入清单的不核对',
    }),
    region: organisation('违法行为发生地（所在地人民政府）', { ...optional, hint: '选行为发生的旗县区、苏木乡镇的人民政府' }),
    opinion: longtext('核查情况和立案意见', { max: 3000 }),
    ...designationFields(),
    ...ELSEWHERE['propose-filing'],
  },
  'return-filing': { reason: longtext('退回补充核查的理由', { max: 1000 }) },
  decline: {
    reason: longtext('不予立案的理由', { max: 2000 }),
    told: text('告知举报人、移送机关的情况', { ...optional, hint: '案件来源为投诉、举报、移送的必填' }),
  },
  file: { opinion: longtext('审批意见', { ...optional, max: 1000 }), ...OWN_NUMBER },
  'replace-handlers': { handlers: persons('承办人', 'officers'), reason: longtext('理由', { max: 1000 }) },
  'ask-recusal': {
    officer: persons('被申请回避的人员', 'officers', { hint: '一次填一人' }),
    by: personal('申请人', { hint: `当事人，或者执法人员本人；${NAMES_KEPT}` }),
    reason: longtext('理由', { max: 1000 }),
  },
  'decide-recusal': {
    no: integer('申请序号', { min: 1, max: 100 }),
    granted: flag('决定回避'),
    reason: longtext('决定理由', { max: 1000 }),
  },
  evidence: EVIDENCE_FORM,
  question: {
    person: party('被询问人'),
    as: choice('身份', ASKED_LABELS),
    place: text('询问地点'),
    time: text('起止时间', { max: 60, hint: '例如：9时10分至10时20分' }),
    shown: flag('已出示行政执法证'),
    told: flag('已告知陈述、申辩、申请回避的权利和如实回答的义务'),
    recusal: text('是否申请回避', { max: 100 }),
    record: longtext('询问记录'),
    unsigned: text('拒绝签名、盖章的说明', optional),
    ...OFFICERS,
    papers: files('签名的笔录', optional),
  },
  inspect: {
    form: choice('笔录种类', VISIT_LABELS),
    place: text('地点'),
    time: text('起止时间', { max: 60 }),
    shown: flag('已出示行政执法证'),
    present: personal('在场的当事人、见证人', { hint: NAMES_KEPT }),
    found: longtext('检查（勘验）情况'),
    unsigned: text('当事人不在场、拒绝签名的说明', optional),
    ...OFFICERS,
    papers: files('签名的笔录、照片', optional),
  },
  'verify-evidence': {
    items: rows('查证属实的证据', NUMBER, { hint: '合法取得、尚未查证属实的已经勾选；没有查证属实的，取消勾选' }),
    how: longtext('查证情况', { max: 2000 }),
  },
  preserve: {
    reason: longtext('证据可能灭失或者以后难以取得的情况', { max: 1000 }),
    place: text('保存地点'),
    keeper: text('保管人'),
    items: rows('登记保存物品', ITEM, { max: 200 }),
    ...OFFICERS,
    ...ELSEWHERE.preserve,
    ...OWN_NUMBER,
  },
  'settle-preservation': {
    no: integer('登记保存序号', { min: 1, max: 100 }),
    how: choice('处理决定', SETTLED_LABELS, { notHere: ['confiscated'] }),
    reason: longtext('处理理由', { max: 1000 }),
  },
  'order-correction': {
    content: longtext('责令改正的内容和要求', { max: 3000 }),
    basis: longtext('依据', { max: 1000 }),
    by: date('改正期限', { ...optional, hint: '立即改正的不填' }),
    again: integer('前次责令改正的序号', { min: 1, max: 100 }, { ...optional, hint: '复查没有改正、再次责令的填写' }),
    court: text('提起诉讼的人民法院', { ...optional, hint: '不填的，写“有管辖权的人民法院”' }),
    ...OWN_NUMBER,
  },
  ...RECHECK_FORMS,
  suspend: {
    cause: choice('中止的法定事由', PAUSE_LABELS),
    level: choice('依据的层级', BASIS_LEVEL_LABELS),
    basis: text('依据', { hint: '法律、法规、规章的名称（加书名号）和条款' }),
    reason: longtext('情况', { max: 1000 }),
  },
  resume: { reason: longtext('中止原因消除的情况', { max: 1000 }) },
  'extend-case': {
    days: integer('延长（日）', { min: 1, max: 365 }),
    level: choice('依据的层级', BASIS_LEVEL_LABELS),
    basis: text('依据', { hint: '法律、法规、规章的名称（加书名号）和条款' }),
    reason: longtext('延长的理由', { max: 1000 }),
    approvedBy: text('批准延长的上一级机关', {
      ...{ ...optional, max: 100 },
      hint: '治安案件必填：上一级公安机关（公安派出所办理的，为所属公安机关）；每次延长不超过三十日，以二次为限',
    }),
    approval: text('批准文书的文号或者批准日期', { ...optional, max: 100 }),
  },
  'report-crime': {
    officers: persons('提出报告的人员', 'officers', { hint: '两名以上办案人员核实情况后提出' }),
    facts: longtext('涉嫌犯罪的事实和依据', { max: 3000 }),
    papers: files('移送涉嫌犯罪案件的书面报告', optional),
  },
  'keep-crime': {
    reason: longtext('不移送的理由', { max: 2000, hint: '记录在案（移送规定第五条）' }),
    ...ELSEWHERE.kept,
  },
  transfer: {
    to: text('受移送机关'),
    criminal: flag('涉嫌犯罪，移送司法机关'),
    ...ELSEWHERE.transfer,
    reason: longtext('移送的事实和依据', { max: 3000 }),
    materials: longtext('随案移送的材料、物品', {
      ...optional,
      max: 3000,
      hint: '每行一项；涉嫌犯罪的，应当附调查报告、物品清单、检验报告或者鉴定意见',
    }),
    ...OWN_NUMBER,
  },
  'take-back': { reason: longtext('退回、不予受理的情况', { max: 1000 }) },
  'transfer-decided': {
    decidedOn: date('受移送机关作出决定的日期', { hint: '二十日内书面告知的期限自此起算' }),
    words: longtext('得知的情况和来源', { max: 1000, hint: '例如：电话了解、公开的决定' }),
  },
  'transfer-settled': { result: longtext('受移送机关的处理结果', { max: 2000 }), ...ELSEWHERE.answered },
  'withdraw-case': { reason: longtext('违法事实不能成立的理由', { max: 2000 }) },
};

/** What each act of the case asks for. */
export const FORMS = {
  ...INQUIRY_FORMS,
  ...ASSISTANCE_FORMS,
  ...CUSTODY_FORMS,
  ...PAPER_FORMS,
  ...DECIDING_FORMS,
  ...EXECUTION_FORMS,
  ...FILING_FORMS,
};
export type Forms = typeof FORMS;
