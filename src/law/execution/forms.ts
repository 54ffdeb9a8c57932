import { CAUSE_LABELS, standingFields } from '../disputing/index.ts';
import { choice, choices, date, files, flag, integer, longtext, money, rows, text } from '../form.ts';
import { personal } from '../party.ts';
import { SERVICE_LABELS } from './letters.ts';
import { CHANNEL_LABELS, NOT_PUBLIC_LABELS, RULING_LABELS, SLIP_LABELS } from './model.ts';

const optional = { required: false } as const;
/** Beside fields in which persons are named who are no party of the case. */
export const NAMES_KEPT = '姓名加密保存，不进列表、检索和导出';
export const OWN_NUMBER = {
  ownNumber: text('原文号', { ...optional, max: 60, group: '补录', onlyReported: true, hint: '原系统或者纸质文书上的文号' }),
};
/** 用印记录: who and when stand in the act. */
const COPIES = { copies: integer('用印份数', { min: 1, max: 200 }, { ...optional, hint: '盖章的份数，含送达、附卷、备案各份' }) };
/** 延期 is one line, 分期 several. */
const INSTALMENT = {
  due: date('缴纳期限'),
  sum: money('金额', { ...optional, hint: '最后一期可以不填，即余下的全部' }),
};
const OWN_VIA_LABELS = { own: '本机关发现', supervision: '行政执法监督', procuratorate: '检察建议' } as const;
const OWN_UNDOING_LABELS = { revoked: '撤销，不再处罚', changed: '变更', remake: '撤销，重新作出决定' } as const;

/** 用印、送达. */
export const SERVING_FORMS = {
  seal: { ...COPIES },
  'seal-by-hand': { scan: files('用印后的扫描件', { max: 1 }), ...COPIES },
  'confirm-address': {
    electronic: flag('同意电子送达'),
    channel: text('确认的送达方式', { hint: '如：按确认书所填地址邮寄、短信、电子邮箱；地址、号码、邮箱只写在确认书上' }),
    papers: files('当事人签名的送达地址确认书'),
  },
  'fail-service': { how: text('采取的送达方式'), reason: longtext('未能送达的情况', { max: 1000 }) },
  announce: {
    on: date('公告发布日期'),
    where: text('公告的载体', { hint: '例如：受送达人住所地张贴、报纸、政府网站及网址' }),
    reason: longtext('公告送达的原因和经过', { max: 1000, hint: '受送达人下落不明，或者其他方式无法送达的情况' }),
    papers: files('公告文本和张贴、刊登的材料', { max: 5 }),
  },
  serve: {
    how: choice('送达方式', SERVICE_LABELS),
    receivedOn: date('送达日期', { hint: '当事人签收、拒收留置、电子送达到达之日，或者公告满三十日的次日' }),
    receiver: personal('受送达人、签收人', { hint: NAMES_KEPT }),
    witness: personal('见证人、拒收情况', { ...optional, hint: `留置送达必填；${NAMES_KEPT}` }),
    publishedOn: date('公告发布日期', {
      ...optional,
      when: { field: 'how', is: ['public'], fill: true },
      hint: '已经登记发出公告的，与登记的日期一致',
    }),
    place: text('送达地点', optional),
    papers: files('送达回证', optional),
  },
};
export type ServingForms = typeof SERVING_FORMS;

/** 作废: of what has been signed and has not gone out. */
const VOIDING_FORMS = {
  'void-letter': {
    reason: longtext('作废的理由', { max: 1000, hint: '例如：当事人、数额、条款有误；已经交付、交邮的不能作废，送达后依法变更、撤销' }),
  },
};
export type VoidingForms = typeof VOIDING_FORMS;

/** 延期分期、执行协议、催告、申请法院执行. */
export const ENFORCING_FORMS = {
  defer: {
    asked: text('当事人申请的情况'),
    instalments: rows('缴纳安排', INSTALMENT, {
      max: 60,
      hint: '延期缴纳的填一行，金额可以不填，即余下的全部；分期缴纳的按日期先后逐期填写，合计等于尚未缴纳的罚款、没收违法所得',
    }),
    plan: longtext('说明', { ...optional, max: 1000 }),
    opinion: longtext('审批意见', { ...optional, max: 1000 }),
  },
  agree: {
    remedied: longtext('当事人采取的补救措施', { ...optional, max: 1000, hint: '减免加处罚款的必填' }),
    plan: longtext('分阶段履行的约定', { max: 2000 }),
    waived: money('减免的加处罚款', { ...optional, hint: '只减免加处罚款，罚款本数不减' }),
    papers: files('签订的执行协议', { max: 5 }),
  },
  urge: { content: longtext('催告的内容', { max: 2000 }), contact: text('联系人、联系电话、地址'), ...OWN_NUMBER },
  'apply-court': {
    court: text('人民法院'),
    opinions: longtext('当事人的意见和催告情况', { max: 2000, hint: '当事人对催告的陈述、申辩及答复；没有意见的写明' }),
    object: longtext('申请强制执行标的情况', { max: 2000, hint: '应缴数额、财产线索、其他处罚内容' }),
    papers: files('申请材料', { ...optional, hint: '行政处罚决定书及作出决定的事实、理由和依据等' }),
  },
  'appeal-ruling': {
    on: date('向上一级人民法院申请复议的日期'),
    court: text('上一级人民法院'),
    papers: files('复议申请', optional),
  },
  ruling: {
    ruling: choice('结果', RULING_LABELS),
    on: date('裁定日期'),
    receivedOn: date('收到裁定的日期', { ...optional, hint: '申请复议的十五日自此起算；不填的，按裁定日期' }),
    words: longtext('情况', { ...optional, max: 1000 }),
  },
};
export type EnforcingForms = typeof ENFORCING_FORMS;

/** Asked of money that officers take themselves (处罚法 71). */
export const LANDED_ON = date('抵岸日期', { ...optional, hint: '在水上当场收缴的填写：二日内交至机关自抵岸起算' });

/** 当场收缴的罚款交机关、缴银行. */
export const TAKING_FORMS = {
  'hand-in': { proof: text('入账凭证号', { ...optional, max: 60 }) },
  bank: { proof: text('缴库凭证号', { max: 60 }) },
};
export type TakingForms = typeof TAKING_FORMS;

/** 公示. */
export const PUBLISHING_FORMS = {
  publish: {
    on: date('公示日期'),
    channels: choices('公示渠道', CHANNEL_LABELS, {
      ...optional,
      hint: '企业公示系统不公示只有警告的；信用平台原则上不公示简易程序和只有警告、通报批评的（待核定）；当事人是未成年人的，都不公示（待核定）',
    }),
    otherLaw: text('法律、行政法规规定在企业公示系统公示的依据', {
      ...optional,
      max: 300,
      when: { field: 'channels', is: ['enterprise'] },
      hint: '只有警告、法律或者行政法规另有规定应当公示的填写，写明名称和条、款、项',
    }),
    where: text('公示平台和网址'),
    redacted: text('公示文本删去、遮盖的内容', {
      ...optional,
      max: 1000,
      hint: '决定书的文字里有个人信息，或者涉及国家秘密、商业秘密、个人隐私的，写明公示文本删去、遮盖了什么',
    }),
  },
  'not-public': { reason: choice('不公示的理由', NOT_PUBLIC_LABELS), words: longtext('说明', { max: 1000 }) },
};
export type PublishingForms = typeof PUBLISHING_FORMS;

const SLIP = {
  what: choice('差错', SLIP_LABELS),
  place: text('在决定书的位置', { hint: '例如：第一部分第二段' }),
  wrong: text('原文', { max: 500 }),
  right: text('更正为', { max: 500 }),
};
/** 更正书. */
const RECTIFYING_FORMS = {
  rectify: {
    items: rows('更正的内容', SLIP, { max: 30 }),
    reason: longtext('差错的情况和核对的依据', { max: 2000 }),
    unchanged: flag('不改变认定的事实、适用的依据、处罚的种类和幅度'),
    ...OWN_NUMBER,
  },
};
export type RectifyingForms = typeof RECTIFYING_FORMS;

/** 自行撤销、变更；更正笔误；作废尚未送达的文书. */
export const CORRECTING_FORMS = {
  ...RECTIFYING_FORMS,
  ...VOIDING_FORMS,
  'correct-own': {
    via: choice('纠正的来源', OWN_VIA_LABELS),
    undoing: choice('纠正的方式', OWN_UNDOING_LABELS),
    cause: choice('纠错原因', CAUSE_LABELS),
    reason: longtext('事实、理由和依据', { max: 3000 }),
    redoBy: date('重新作出决定的期限', { ...optional, when: { field: 'undoing', is: ['remake'] } }),
    ...standingFields('undoing', ['changed']),
    court: text('提起诉讼的人民法院'),
    ...OWN_NUMBER,
  },
};
export type CorrectingForms = typeof CORRECTING_FORMS;
