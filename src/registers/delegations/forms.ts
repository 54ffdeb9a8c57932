import { choice, date, files, integer, longtext, matter, organisation, rows, SEALING_FORMS, text } from '#law';
import { POWER_LABELS } from './model.ts';

const optional = { required: false } as const;
const condition = { group: '受委托组织的条件（处罚法第二十一条）' } as const;

const ITEM = {
  name: text('委托事项', { max: 200 }),
  code: text('事项编码', { ...optional, max: 60 }),
  power: choice('权力类别', POWER_LABELS),
  basis: text('设定依据', { max: 300, hint: '法律、法规、规章的名称和条款' }),
};

const DEED = {
  delegate: organisation('受委托组织'),
  bureau: organisation('备案的司法行政部门', { hint: '本级司法行政部门' }),
  items: rows('委托事项', ITEM, { max: 500 }),
  powers: longtext('委托权限', { max: 5000 }),
  from: date('委托起始日'),
  to: date('委托最后一日'),
  liability: longtext('法律责任', { max: 3000, hint: '委托机关对受委托组织的行为后果承担法律责任' }),
  supervision: longtext('监督方式', { max: 3000 }),
  lawful: longtext('依法成立并具有管理公共事务职能', { ...condition, max: 1000, hint: '写明设立文件和职能' }),
  lawfulProof: files('设立文件', { ...condition, max: 5 }),
  staff: longtext('有熟悉法律、法规、规章和业务并取得执法资格的人员', { ...condition, max: 1000 }),
  staffProof: files('人员和证件名单', { ...condition, max: 5 }),
  means: longtext('有组织技术检查或者技术鉴定的条件', { ...condition, max: 1000, hint: '不需要的，写明理由' }),
  meansProof: files('条件证明', { ...condition, ...optional, max: 5 }),
};

/** What each act of a delegation asks for. */
export const FORMS = {
  draft: { ...DEED, renews: matter('续期的原委托', ['delegation'], optional) },
  revise: DEED,
  submit: {},
  review: { opinion: longtext('审查意见', { max: 2000 }) },
  'return-draft': { reason: longtext('退回修改的理由', { max: 2000 }) },
  sign: { contact: text('联系人和电话', { max: 100 }) },
  ...SEALING_FORMS,
  countersign: { paper: files('双方签署的委托书', { ...optional, max: 1 }) },
  file: { materials: files('其他备案材料', { ...optional, max: 20 }) },
  accept: { opinion: longtext('备案意见', { ...optional, max: 2000 }) },
  object: { reason: longtext('纠正意见', { max: 3000 }) },
  publish: { channel: text('公布载体', { hint: '网站网址或者公报期号' }) },
  'publish-here': { channel: text('公布载体', { hint: '网站网址或者公报期号' }) },
  check: {
    on: date('检查日期'),
    found: longtext('检查情况', { max: 5000 }),
    corrected: longtext('纠正情况', { ...optional, max: 3000 }),
    record: files('检查记录', { ...optional, max: 10 }),
  },
  terminate: { reason: longtext('终止理由', { max: 2000 }), channel: text('公布载体') },
  withdraw: { reason: longtext('撤回理由', { max: 2000 }) },
  expire: {},
  'note-correction': { no: integer('检查序号', { min: 1, max: 10_000 }), words: longtext('纠正情况', { max: 3000 }) },
};
export type Forms = typeof FORMS;
