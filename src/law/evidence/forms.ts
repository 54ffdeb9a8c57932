import { choice, clockTime, date, files, flag, integer, longtext, persons, text } from '../form.ts';
import { COLLECTED_LABELS, COPY_LABELS, EVIDENCE_LABELS, STAGE_LABELS } from './model.ts';

const optional = { required: false } as const;
const EVIDENCE_NO = { no: integer('证据序号', { min: 1, max: 500 }) };
/** 41. */
const MONITORED = { field: 'how', is: ['monitored'] } as const;

/** For what is entered later than it happened. */
export const LATE = {
  late: longtext('补录的理由', { ...optional, max: 500, onlyBehind: true, hint: '办理日期早于今天的必填' }),
};

const DEVICE = {
  device: text('监控设备编号', { ...optional, when: MONITORED }),
  reviewed: text('设备的法制和技术审核', { ...optional, when: MONITORED, hint: '审核单位、日期、文号' }),
  published: text('设备的设置地点及其公布', { ...optional, when: MONITORED, hint: '地点、公布的日期和处所' }),
  checked: text('记录内容的审核', { ...optional, when: MONITORED, hint: '是否真实、清晰、完整、准确，由谁审核' }),
};
const SOURCE_HINT = { hint: '单位写名称；自然人写身份（例如：店员），不写姓名' };
const UNSIGNED = { unsigned: text('提供人拒绝签名、不能签名的说明', { ...optional, hint: '已经签名、盖章的不填' }) };
const KEEPING = {
  keeper: text('原件、原物的保管人', optional),
  keptAt: text('原件、原物的存放地点', optional),
};

/** One piece of evidence. */
export const EVIDENCE_FORM = {
  kind: choice('证据种类', EVIDENCE_LABELS),
  name: text('证据名称'),
  source: text('来源、提供人', SOURCE_HINT),
  place: text('取证地点'),
  how: choice('取证方式', COLLECTED_LABELS),
  form: choice('原件或者复制件', COPY_LABELS),
  ...DEVICE,
  officers: persons('执法人员', 'officers', { hint: '不少于两人，持有效行政执法证' }),
  ...UNSIGNED,
  ...KEEPING,
  ...LATE,
  papers: files('证据文件', { hint: '原件或者与原件核对无误的复制件；上传时计算摘要' }),
};

const { obtained, surveyed, questioned, fixed, offered, monitored } = COLLECTED_LABELS;
/**
 * Ways of a procedure that ends where it began: 抽样, 先行登记保存 and 鉴定 need an inquiry and its approvals (处罚法 56, 57), and
 * what needs them is not decided on the spot.
 */
export const COLLECTED_ON_SPOT_LABELS = { surveyed, fixed, questioned, obtained, offered, monitored } as const;

/** One piece taken on the spot, in the order in which it is typed on a phone. */
export const EVIDENCE_ON_SPOT_FORM = {
  papers: files('证据文件', { hint: '现场拍照、录音录像或者扫描件；上传时计算摘要' }),
  kind: choice('证据种类', EVIDENCE_LABELS),
  name: text('证据名称', { hint: '例如：经营场所照片2张' }),
  proves: text('证明什么', { hint: '例如：未亮明营业执照' }),
  how: choice('取证方式', COLLECTED_ON_SPOT_LABELS),
  form: choice('原件或者复制件', COPY_LABELS),
  source: text('来源、提供人', SOURCE_HINT),
  place: text('取证地点'),
  ...DEVICE,
  officers: persons('取证人员', 'officers', { hint: '不少于两人，持有效行政执法证' }),
  verified: flag('已当场核对属实', { hint: '没有核对属实的，不得作为认定事实的根据' }),
  ...UNSIGNED,
  ...KEEPING,
  ...LATE,
};

/** What the acts on originals and recordings ask for. */
export const KEEPING_FORMS = {
  'hand-over-evidence': {
    ...EVIDENCE_NO,
    from: text('移交人', { hint: '现在保管原件、原物的人' }),
    to: text('接收人'),
    place: text('移交后存放的地点'),
    why: text('移交的原因', { hint: '例如：送检、归档、庭审出示' }),
    ...LATE,
    papers: files('交接记录', optional),
  },
  'view-original': {
    ...EVIDENCE_NO,
    who: text('查阅人', { hint: '单位和身份，例如：复议机关办案人员、当事人的代理人；不写当事人一方的姓名' }),
    why: text('查阅的原因'),
    resealed: flag('查阅后已重新封存'),
    ...LATE,
  },
  'attach-redacted': {
    ...EVIDENCE_NO,
    how: text('遮盖的内容', { hint: '例如：无关人员的姓名、证件号码、面部' }),
    papers: files('遮盖后的副本', { hint: '原件不变，与副本并列' }),
  },
  'record-av': {
    stage: choice('记录的环节', STAGE_LABELS),
    from: clockTime('开始时间', { hint: '时:分，例如 09:10；不是今天录的，在表末另填录制当日的日期' }),
    until: clockTime('结束时间', { hint: '时:分' }),
    device: text('记录设备', { hint: '名称、编号' }),
    officers: persons('记录人员', 'officers'),
    told: flag('已告知当事人正在记录'),
    gaps: longtext('中断的时段和原因', { ...optional, max: 1000, hint: '全程没有中断的不填' }),
    ...LATE,
    papers: files('录音录像、照片', { hint: '原始文件；大文件断线后可以接着传' }),
  },
  'explain-unrecorded': {
    stage: choice('没有记录的环节', STAGE_LABELS),
    on: date('环节的日期'),
    reason: longtext('没有音像记录的情况', { max: 1000, hint: '例如：设备故障及当时采取的办法；写明不等于已经记录' }),
  },
};
export type KeepingForms = typeof KEEPING_FORMS;
