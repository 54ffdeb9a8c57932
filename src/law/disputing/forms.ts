import { choice, choices, date, files, flag, integer, longtext, money, text } from '../form.ts';
import { PENALTY_KIND_LABELS } from '../penalty.ts';
import { termsField, thingsField } from '../penalty-terms.ts';
import {
  CAUSE_LABELS,
  DISPUTE_LABELS,
  DISPUTE_RESULT_LABELS,
  type DisputeResult,
  STAYED_BY_LABELS,
  SUSPENDED_FOR_LABELS,
} from './model.ts';

const optional = { required: false } as const;
const { CF13: _, ...KINDS } = PENALTY_KIND_LABELS;
const NO = integer('复议诉讼序号', { min: 1, max: 50 });
const REDRESS_NO = integer('纠错序号', { min: 1, max: 50 });

const STANDING = { ...optional, group: '变更后的处罚' } as const;
/** A sum of a kind that is left. */
const sumOf = (label: string, kind: string) => money(label, { ...STANDING, when: { field: 'kinds', is: [kind] } });

/** What is left of the penalty where a decision was changed; `field`: the choice that says so by one of `is`. */
export function standingFields(field: string, is: readonly string[]) {
  const changed = { ...STANDING, when: { field, is } };
  return {
    kinds: choices('变更后的处罚种类', KINDS, changed),
    fine: sumOf('变更后的罚款', 'CF03'),
    income: sumOf('变更后的没收违法所得', 'CF04'),
    goods: sumOf('变更后的没收非法财物的价值', 'CF05'),
    things: thingsField('变更后没收的财物（涉案财物台账序号）', 'kinds', '变更后的处罚'),
    terms: termsField('变更后的证照、限制和期限', 'kinds', '变更后的处罚'),
    content: longtext('变更后的处罚内容', { ...changed, max: 4000 }),
  };
}

/** Results that leave a changed penalty; results that put something right at all. */
const CHANGES: readonly DisputeResult[] = ['changed', 'partly', 'mediated-changed'];
const PUTS_RIGHT: readonly DisputeResult[] = [...CHANGES, 'revoked', 'remake', 'unlawful', 'void', 'perform'];
const PUT_RIGHT = { ...optional, group: '纠错', when: { field: 'outcome', is: PUTS_RIGHT } } as const;

/** What each act about 复议、诉讼 and their consequences asks for, in every kind of penalty. */
export const DISPUTING_FORMS = {
  dispute: {
    way: choice('方式', DISPUTE_LABELS),
    appliedOn: date('当事人申请、起诉的日期'),
    body: text('复议机关、人民法院'),
    papers: files('申请书、起诉状', optional),
  },
  'dispute-accepted': {
    no: NO,
    accepted: flag('已经受理'),
    on: date('受理、不予受理的日期'),
    caseNumber: text('案号', { ...optional, max: 60 }),
    copyOn: date('本机关收到申请书、起诉状副本的日期', { ...optional, hint: '答复期限自此起算' }),
    isSimple: flag('适用简易程序'),
  },
  'dispute-answered': { no: NO, on: date('答复、答辩的日期'), papers: files('答复书、证据目录', optional) },
  'dispute-extended': {
    no: NO,
    on: date('收到延长通知的日期'),
    days: integer('延长（日）', { min: 1, max: 30 }, { hint: '最多三十日' }),
    papers: files('延长通知书', optional),
  },
  'dispute-suspended': {
    no: NO,
    on: date('中止审理的日期', { hint: '行政复议中止通知书载明的日期' }),
    ground: choice('中止的情形', SUSPENDED_FOR_LABELS),
    reason: longtext('中止的具体情况', { ...optional, max: 1000 }),
    papers: files('行政复议中止通知书', optional),
  },
  'dispute-resumed': {
    no: NO,
    on: date('恢复审理的日期', { hint: '恢复审理通知书载明的日期' }),
    papers: files('恢复审理通知书', optional),
  },
  stay: { by: choice('停止执行的依据', STAYED_BY_LABELS), from: date('停止执行的日期'), reason: longtext('理由和文书', { max: 1000 }) },
  'stay-ended': {
    no: integer('停止执行序号', { min: 1, max: 50 }),
    until: date('恢复执行的日期'),
    reason: longtext('理由和文书', { max: 1000 }),
  },
  'dispute-ended': {
    no: NO,
    outcome: choice('结果', DISPUTE_RESULT_LABELS),
    documentNumber: text('复议决定书、裁判文书号', {
      ...optional,
      max: 80,
      hint: '撤回的可以不填；终止、终结的填终止决定书、裁定书的文号',
    }),
    effectOn: date('生效日期', { hint: '一审裁判上诉期内尚未生效，生效后再登记' }),
    result: longtext('主要内容和理由', { max: 2000 }),
    cause: choice('纠错原因', CAUSE_LABELS, { ...PUT_RIGHT, hint: '变更、撤销、确认违法、确认无效、责令履行的必填' }),
    redoBy: date('责令重新作出、履行的期限', { ...PUT_RIGHT, hint: '文书写明的照填；没有写明的不填' }),
    opinionOn: date('收到行政复议意见书的日期', { ...optional, group: '纠错', hint: '行政复议附意见书的才填；六十日内报告纠正情况' }),
    ...standingFields('outcome', CHANGES),
    heavierBecause: text('变更后更重的依据', {
      ...STANDING,
      when: { field: 'outcome', is: CHANGES },
      max: 500,
      hint: '第三人提出相反请求、利害关系人同为原告的情形',
    }),
    papers: files('复议决定书、裁判文书', optional),
  },
  'withdraw-publication': {
    no: REDRESS_NO,
    on: date('撤下公示的日期'),
    where: text('撤下的平台和网址'),
    reason: longtext('公开说明的理由', { max: 1000 }),
  },
  'give-back': {
    no: REDRESS_NO,
    on: date('退还日期'),
    amount: money('退还的金额', optional),
    goods: longtext('返还的物品、证照，或者恢复的事项', { ...optional, max: 1000 }),
    less: longtext('少于已缴数额的理由', { ...optional, max: 1000 }),
    receipt: text('退库、退款凭证号', { ...optional, max: 60 }),
  },
  'report-correction': {
    no: NO,
    on: date('报告日期'),
    words: longtext('纠正、整改的情况', { max: 2000 }),
    papers: files('报告', optional),
  },
};
export type DisputingForms = typeof DISPUTING_FORMS;
