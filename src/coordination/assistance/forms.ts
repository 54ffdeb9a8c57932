import {
  choice,
  date,
  files,
  longtext,
  matter,
  organisation,
  PAPER_SERVICE_LABELS,
  party,
  personal,
  REVIEWED_LETTER_FORMS,
  rows,
  SEALING_FORMS,
  text,
} from '#law';
import { REFUSAL_LABELS, WAY_LABELS } from './model.ts';

const optional = { required: false } as const;
const MATERIAL = { name: text('材料名称') };
const ANSWER_NUMBER = {
  number: text('复函文号', { ...optional, max: 60, hint: '已另行制发复函的填写；要在平台上制发的，返回后选“拟复函”' }),
};

const DRAFT = {
  way: choice('请求', WAY_LABELS, { hint: '协助：请对方办理；协查：请对方提供、核实情况' }),
  subject: text('事由'),
  addressee: organisation('被请求机关', { ...optional, hint: '名录里没有的不选，填下一项' }),
  outside: text('名录以外的被请求机关', { ...optional, hint: '外地机关等，写全称' }),
  basis: text('请求的依据', { hint: '例如：《行政处罚法》第二十六条，以及该机关职权的规定' }),
  who: party('协查对象', { ...optional, hint: '加密保存，随函告知被请求机关；不涉及具体人员、单位的不填' }),
  facts: longtext('案件情况', { max: 4000, hint: '只写办理请求所需要的；协查对象的号码不写在这里' }),
  request: longtext('请求的事项', { max: 4000 }),
  materials: rows('随函材料', MATERIAL, optional),
  attachments: files('材料', optional),
  wantedBy: date('希望答复的日期', optional),
  contact: text('联系人和电话'),
};

const REPLY_OUTCOME_LABELS = { given: '提供协助、协查的结果', refused: '不予协助' } as const;

/** The answer as a letter of the organ asked: drawn up, reviewed, signed, sealed and sent in its own house. */
export const REPLY_FORMS = {
  'draft-reply': {
    outcome: choice('答复', REPLY_OUTCOME_LABELS),
    ground: choice('不予协助的理由', REFUSAL_LABELS, { ...optional, when: { field: 'outcome', is: ['refused'], fill: true } }),
    words: longtext('复函内容', { max: 4000, hint: '结果或者具体理由和依据；协查对象的号码不写在这里' }),
    materials: rows('随函材料', MATERIAL, { ...optional, hint: '发出时附上；随即列入请求机关的案件' }),
    contact: text('联系人和电话'),
  },
  'review-reply': REVIEWED_LETTER_FORMS.review,
  'return-reply': REVIEWED_LETTER_FORMS['return-draft'],
  'sign-reply': REVIEWED_LETTER_FORMS.sign,
  'seal-reply': SEALING_FORMS.seal,
  'seal-reply-by-hand': SEALING_FORMS['seal-by-hand'],
  'send-reply': { papers: files('随函材料', { ...optional, max: 39, hint: '复函写明随函材料的，逐件附上；复函本身由平台附上' }) },
};

/** What each act of a request for assistance asks for. */
export const FORMS = {
  draft: { fromCase: matter('来源案件', ['ordinary-penalty']), ...DRAFT },
  revise: DRAFT,
  ...REVIEWED_LETTER_FORMS,
  ...SEALING_FORMS,
  serve: {},
  withdraw: { reason: longtext('撤回的理由', { max: 1000 }) },
  receive: {},
  'serve-on-paper': {
    mode: choice('送达方式', PAPER_SERVICE_LABELS),
    receiver: personal('签收人'),
    slip: files('回执', { max: 5 }),
  },
  remind: { words: longtext('催询的内容', { ...optional, max: 1000 }) },
  agree: { words: longtext('同意协助的意见', { ...optional, max: 1000 }) },
  refuse: {
    ground: choice('不予协助的理由', REFUSAL_LABELS),
    words: longtext('具体理由和依据', { max: 2000 }),
    ...ANSWER_NUMBER,
    papers: files('复函', optional),
  },
  answer: {
    words: longtext('协助、协查的结果', { max: 4000 }),
    ...ANSWER_NUMBER,
    papers: files('复函和结果材料', { ...optional, hint: '随即列入请求机关的案件' }),
  },
  ...REPLY_FORMS,
  'ask-coordination': {
    negotiated: longtext('协商记录', { max: 2000, hint: '何时、由谁、各方意见：部门之间先自行协商（细则第六条）' }),
    law: longtext('所依据的规定', { max: 1000 }),
    proposal: longtext('本机关的处理意见和理由', { max: 2000 }),
  },
  'note-coordination': {
    outcome: choice('协调的结果', { continue: '由被请求机关继续办理', end: '不再请求' }),
    words: longtext('协调的情况', { max: 2000 }),
  },
  end: { reason: longtext('不再请求的理由', { max: 1000, hint: '例如：已由其他途径取得；接受不予协助的理由' }) },
};
export type Forms = typeof FORMS;
