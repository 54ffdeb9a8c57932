import {
  choice,
  choices,
  date,
  flag,
  type InputOf,
  integer,
  longtext,
  matter,
  money,
  organisation,
  PARTY_KIND_LABELS,
  PENALTY_KIND_LABELS,
  PROCEDURE_LABELS,
  rows,
  text,
} from '#law';
import { EXTENSION_LABELS, FILE_KIND_LABELS, UNDOING_LABELS } from './model.ts';

const no = { required: false } as const;
const LONG = { required: false, max: 20_000 } as const;
const PARTY = { required: false, group: '行政相对人' } as const;
const CASE = { required: false, group: '办理过程' } as const;

const OTHER_CODES = {
  businessRegistration: '工商注册号',
  organisationCode: '组织机构代码',
  taxRegistration: '税务登记号',
  institutionCertificate: '事业单位证书号',
  socialOrganisationCertificate: '社会组织登记证号',
} as const;

const OTHER_CODE = { kind: choice('代码', OTHER_CODES), code: text('号码', { required: true, max: 20_000 }) };
const UNCLEAR = { words: text('原文', { required: true, max: 20_000 }) };
const OFFICER = { name: text('姓名', { required: true, max: 20_000 }), certNo: text('证号', no) };

/** A decision as the platform keeps it: the 2018 layout and the extension, with a person's name shortened and no numbers of identity. */
const DECISION = {
  organName: text('处罚机关', { required: true, max: 20_000 }),
  organUscc: text('处罚机关统一社会信用代码', no),
  number: text('行政处罚决定书文号', { required: true, max: 20_000 }),
  numberYear: integer('文号年份', { min: 0, max: 9999 }, no),
  numberSerial: integer('文号序号', { min: 0, max: Number.MAX_SAFE_INTEGER }, no),
  decidedOn: date('处罚决定日期'),
  partyName: text('行政相对人', { required: true, max: 20_000, group: '行政相对人' }),
  partyKind: choice('行政相对人类别', PARTY_KIND_LABELS, PARTY),
  partyUscc: text('统一社会信用代码', PARTY),
  partyCodes: rows('其他代码', OTHER_CODE, { ...PARTY, min: 0 }),
  conduct: longtext('违法行为类型', LONG),
  facts: longtext('违法事实', LONG),
  basis: longtext('处罚依据', LONG),
  kinds: choices('处罚类别', PENALTY_KIND_LABELS, no),
  kindsText: text('处罚类别原文', LONG),
  kindsUnclear: rows('不能对应的处罚类别', UNCLEAR, { ...no, min: 0, max: 20_000 }),
  content: longtext('处罚内容', LONG),
  fineFen: money('罚款金额', no),
  confiscatedFen: money('没收金额', no),
  licence: longtext('暂扣或吊销证照名称及编号', LONG),
  validUntil: date('处罚有效期', no),
  publicUntil: date('公示截止期', no),
  dataSourceName: text('数据来源单位', LONG),
  dataSourceUscc: text('数据来源单位统一社会信用代码', no),
  remark: longtext('备注', LONG),
  procedure: choice('程序', PROCEDURE_LABELS, CASE),
  filedOn: date('立案日期', CASE),
  actStartedOn: date('违法行为发生日期', CASE),
  actEndedOn: date('违法行为终了日期', CASE),
  discoveredOn: date('发现日期', CASE),
  officers: rows('执法人员', OFFICER, { ...CASE, min: 0, max: 20_000 }),
  servedOn: date('送达日期', CASE),
  publishedOn: date('公示日期', CASE),
  recordFiledOn: date('备案日期', CASE),
  itemCode: text('事项编码', { ...CASE, max: 20_000 }),
  handler: text('承办人', { ...CASE, max: 20_000 }),
  fileKind: choice('数据类别', FILE_KIND_LABELS),
  exportedOn: date('信用平台导出日期', no),
  given: choices('来源载有的扩展字段', EXTENSION_LABELS, no),
} as const;

/** What the platform works out when it takes a decision in. */
const MARKS = {
  numberKey: text('文号（比对用）', { required: true, max: 20_000 }),
  party: text('当事人身份信息编号', no),
  partyMark: text('当事人比对码', no),
  likeness: text('类案比对码', no),
  contentMark: text('内容比对码'),
} as const;

const REASON_GIVEN = flag('已公开说明撤回的理由');

export const FORMS = {
  record: { organ: organisation('处罚机关（登记）'), keySerial: integer('同号序次', { min: 0, max: 999 }), ...DECISION, ...MARKS },
  update: { ...DECISION, ...MARKS, reason: text('变更说明', { required: true, max: 500 }) },
  'other-source': { ...DECISION, ...MARKS, where: text('另一来源', { required: true, max: 500 }) },
  'note-duplicate': { where: text('重复报送的来源', { required: true, max: 500 }), contentMark: text('内容比对码', no) },
  'note-undone': {
    way: choice('结果', UNDOING_LABELS),
    effectOn: date('生效日期'),
    authority: text('作出机关', { max: 200, hint: '行政复议机关、人民法院、上级机关，或者本机关' }),
    paper: text('文书文号', { ...no, max: 200 }),
    offlineOn: date('撤回公示日期', { ...no, hint: '尚未撤回的不填' }),
    reasonGiven: REASON_GIVEN,
  },
  'note-filed': { filedOn: date('备案日期'), filing: matter('重大行政处罚备案', ['major-penalty-filing']) },
  'offer-filing': { reason: text('说明', { ...no, max: 500 }) },
  'withdraw-offer': { reason: text('撤回的理由', { required: true, max: 500 }) },
  'note-withdrawn': { offlineOn: date('撤回公示日期'), reasonGiven: REASON_GIVEN },
  'join-case': { into: matter('平台办理的案件', ['ordinary-penalty', 'summary-penalty']) },
  merge: { into: matter('保留的处罚决定', ['penalty-record']), reason: text('并入理由', { required: true, max: 500 }) },
} as const;
export type Forms = typeof FORMS;
export type RecordInput = InputOf<Forms['record']>;
/** A decision as its acts carry it. */
export type DecisionInput = InputOf<typeof DECISION>;
