import { choice, date, files, flag, integer, longtext, persons, rows, text } from '#law';
import { DISPOSAL_LABELS, ORIGIN_LABELS, STAGE_LABELS } from './model-custody.ts';

const optional = { required: false } as const;
const NUMBER = { no: integer('序号', { min: 1, max: 5000 }) };
const THING = { name: text('物品名称'), quantity: text('数量、规格、特征', { max: 200 }) };
const EVIDENCE_NO = { no: integer('证据序号', { min: 1, max: 500 }) };
/** For what is entered later than it happened. */
export const LATE = {
  late: longtext('补录的理由', { ...optional, max: 500, hint: '办理日期早于今天的必填' }),
};
const DESTROYING = ['destroyed', 'auctioned', 'treasury'];

/** What the acts on originals, recordings and things ask for. */
export const CUSTODY_FORMS = {
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
    from: text('开始时间', { max: 5, hint: '时:分，例如 09:10；日期为本次办理的日期' }),
    until: text('结束时间', { max: 5, hint: '时:分' }),
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
  'take-goods': {
    origin: choice('来源', ORIGIN_LABELS),
    things: rows('入库物品', THING, { max: 200 }),
    place: text('存放地点'),
    keeper: text('保管人'),
    ...LATE,
    papers: files('物品清单、照片', optional),
  },
  'move-goods': {
    things: rows('移交的物品', NUMBER, { hint: '填涉案财物台账的序号' }),
    place: text('移交后的存放地点'),
    keeper: text('移交后的保管人'),
    why: text('移交的原因'),
    ...LATE,
    papers: files('交接记录', optional),
  },
  'dispose-goods': {
    things: rows('处置的物品', NUMBER, { hint: '填涉案财物台账的序号' }),
    how: choice('处置方式', DISPOSAL_LABELS),
    to: text('接收人、受托机构', { hint: '返还当事人的填“当事人”，不写姓名，拍卖的填拍卖机构，上缴的填国库，销毁的填承办单位' }),
    reason: longtext('处置的依据和经过', { max: 1000 }),
    ...LATE,
    papers: files('领取凭证、销毁记录、拍卖成交确认书、缴款凭证', { ...optional, fillWhen: { field: 'how', is: DESTROYING } }),
  },
};
