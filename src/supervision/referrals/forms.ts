import {
  choice,
  date,
  files,
  longtext,
  matter,
  organisation,
  PAPER_SERVICE_LABELS,
  persons,
  REVIEWED_LETTER_FORMS,
  rows,
  SEALING_FORMS,
  text,
} from '#law';
import { SECRECY_LABELS } from './model.ts';

const optional = { required: false } as const;
const MATERIAL = { name: text('材料名称') };

const DRAFT = {
  subject: text('事由'),
  addressee: organisation('受移送机关'),
  basis: text('移送依据', { hint: '该机关对此事项有管辖权的规定' }),
  facts: longtext('事实和线索'),
  materials: rows('移送材料', MATERIAL),
  attachments: files('材料', optional),
  handlers: persons('经办人', 'supervisors', optional),
  contact: text('联系人和电话'),
};

/** What each act of a referral to another organ asks for. */
export const FORMS = {
  draft: { ...DRAFT, fromCase: matter('来源监督案件', ['case-supervision'], optional) },
  revise: DRAFT,
  ...REVIEWED_LETTER_FORMS,
  ...SEALING_FORMS,
  serve: {},
  withdraw: { reason: longtext('撤回理由') },
  receive: {},
  'serve-on-paper': { mode: choice('送达方式', PAPER_SERVICE_LABELS), receiver: text('签收人'), slip: files('回执', { max: 5 }) },
  'return-referral': { reason: longtext('退回理由') },
  remind: { words: longtext('询问内容', optional) },
  decide: { decidedOn: date('受移送机关作出处理决定的日期'), result: longtext('处理决定的内容', optional) },
  answer: { result: longtext('处理情况'), paper: files('处理情况告知书', optional) },
  'report-government': { words: longtext('报告内容'), papers: files('报告', optional) },
};
export type Forms = typeof FORMS;

/** What each act of a sealed referral asks for. */
export const SEALED_FORMS = {
  draft: {
    commission: organisation('受移送的监察机关'),
    secrecy: choice('密级', SECRECY_LABELS),
    suspects: longtext('涉嫌人员的姓名、职务'),
    clue: longtext('问题线索'),
    evidence: rows('证据清单', MATERIAL),
    attachments: files('证据材料', optional),
    readers: persons('可以接触本件的人员', 'colleagues', { hint: '应当包括审批人、用印人；名单以外的人看不到本件' }),
  },
  'name-persons': { readers: persons('增加可以接触本件的人员', 'colleagues'), reason: longtext('理由') },
  submit: {},
  'return-draft': { reason: longtext('退回修改的理由') },
  revise: { suspects: longtext('涉嫌人员的姓名、职务'), clue: longtext('问题线索'), evidence: rows('证据清单', MATERIAL) },
  approve: { opinion: longtext('审批意见') },
  ...SEALING_FORMS,
  'hand-over': { receiver: text('监察机关接收人'), place: text('移送地点') },
  receipt: { on: date('回执日期'), paper: files('回执', optional) },
  close: { result: longtext('处理结果', { ...optional, hint: '监察机关未告知的可以不填' }) },
  withdraw: { reason: longtext('撤回理由') },
};
export type SealedForms = typeof SEALED_FORMS;
