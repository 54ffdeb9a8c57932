import {
  CLUE_SOURCE_LABELS,
  choice,
  date,
  files,
  integer,
  longtext,
  matter,
  OWN_NUMBER,
  party,
  persons,
  SERVING_FORMS,
  text,
  violation,
} from '#law';
import { FOLLOWED_LABELS, RECHECK_FORMS } from '#law/correcting/index';
import { REVOKED_BY_LABELS } from './model.ts';

const optional = { required: false } as const;
const CLUE = { group: '来源' };
const PARTY = { group: '当事人' };
const FOUND = { group: '违法行为' };
const ORDER = { group: '责令改正' };

const WANTED = {
  content: longtext('责令改正的内容和要求', { ...ORDER, max: 3000 }),
  by: date('改正期限', { ...ORDER, ...optional, hint: '立即改正的不填' }),
  court: text('提起诉讼的人民法院', { ...ORDER, ...optional, hint: '不填的，写“有管辖权的人民法院”' }),
};
const BASIS = {
  basis: text('责令改正的依据', { ...ORDER, hint: '规定可以责令改正的法律、法规、规章的名称和条文；签发时核对是否有效' }),
};
const DRAFT = {
  source: choice('来源', CLUE_SOURCE_LABELS, CLUE),
  sourceRef: text('来源编号', { ...CLUE, ...optional, hint: '检查、投诉举报、移送的编号' }),
  officers: persons('执法人员', 'officers', { ...CLUE, hint: '发现违法行为的人员，不少于两人，持有效行政执法证' }),
  party: party('当事人', PARTY),
  cause: violation('违法行为', { ...FOUND, hint: '例如：未按规定明码标价' }),
  place: text('违法行为发生地', FOUND),
  foundOn: date('发现日期', FOUND),
  facts: longtext('发现的事实', { ...FOUND, max: 4000, hint: '写入通知书' }),
  papers: files('检查记录、照片等证据材料', FOUND),
  violated: text('违反的规定', { ...FOUND, hint: '法律、法规、规章的名称和条文' }),
  ...BASIS,
  ...WANTED,
};

/** What follows outside a case: there is no penalty in which it could be weighed. */
const { weighed: _, ...FOLLOWED_OUTSIDE } = FOLLOWED_LABELS;

/** What each act of an order to correct outside a case asks for. */
export const FORMS = {
  open: DRAFT,
  revise: DRAFT,
  'return-draft': { reason: longtext('退回的理由', { max: 1000 }) },
  withdraw: { reason: longtext('撤回的理由', { max: 1000 }) },
  sign: { opinion: longtext('审批意见', { ...optional, max: 1000 }), ...OWN_NUMBER },
  'order-again': {
    again: integer('前次责令改正的序号', { min: 1, max: 100 }),
    ...BASIS,
    ...WANTED,
    ...OWN_NUMBER,
  },
  cancel: { reason: longtext('作废的理由', { max: 1000 }) },
  ...SERVING_FORMS,
  'note-reply': {
    words: longtext('当事人告知的改正情况', { max: 2000 }),
    papers: files('当事人提交的材料', optional),
  },
  ...RECHECK_FORMS,
  'follow-correction': {
    ...RECHECK_FORMS['follow-correction'],
    how: choice('处理', FOLLOWED_OUTSIDE, { hint: '要定新的期限的，不用本项，由负责人再次责令改正' }),
  },
  'to-case': {
    case: matter('已经登记的案件', ['ordinary-penalty'], { ...optional, hint: '不选的，由平台登记线索，带入当事人、事实和材料' }),
  },
  revoke: {
    reason: longtext('撤销的理由', { max: 2000, hint: '例如：没有法律依据、当事人有误' }),
    court: text('提起诉讼的人民法院', { ...optional, hint: '不填的，写“有管辖权的人民法院”' }),
    ...OWN_NUMBER,
  },
  'note-revoked': {
    via: choice('撤销的机关', REVOKED_BY_LABELS),
    number: text('决定、判决的文号'),
    on: date('生效日期'),
    words: longtext('撤销的内容和理由', { max: 2000 }),
    papers: files('决定书、判决书', { max: 5 }),
  },
  archive: { number: text('档案号', { max: 60 }) },
};
export type Forms = typeof FORMS;
