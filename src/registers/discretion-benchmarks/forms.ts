import { choice, choices, date, files, flag, type InputOf, integer, longtext, PENALTY_KIND_LABELS, rows, text } from '#law';
import { FINE_MEASURE_LABELS, TIER_LEVEL_LABELS } from '#law/discretion/benchmark';
import { DECISION_WAY_LABELS, EVALUATION_LABELS } from './model.ts';

const optional = { required: false } as const;
/** 10 billion yuan in fen; also far beyond any multiple in thousandths. */
const NUMBER = { min: 0, max: 1_000_000_000_000 };
const BOUNDS = {
  from: integer('下限', NUMBER, { ...optional, hint: '罚款金额以分计，倍数以千分之一计' }),
  to: integer('上限', NUMBER, optional),
  fromOpen: flag('下限不含本数（超过）'),
  toOpen: flag('上限不含本数（不满）'),
};
const FINE = { measure: choice('罚款计算方式', FINE_MEASURE_LABELS, optional), ...BOUNDS };

// Each group of fields stands by itself: inside a call the compiler would forget which of them are required.
const OPTION = { label: text('选项', { max: 200 }), ...BOUNDS };
const FACTOR = {
  name: text('名称', { max: 100 }),
  unit: text('单位', { ...optional, max: 20, hint: '以数值为因素的填写，如元、次' }),
  options: rows('选项', OPTION, { max: 30 }),
};
const CHOSEN = { label: text('选项', { max: 200 }) };
const CONDITION = { factor: text('因素', { max: 100 }), options: rows('选项', CHOSEN, { max: 30 }) };
const CASE = { conditions: rows('条件', CONDITION, { ...optional, max: 12 }) };
const TIER = {
  level: choice('档次', TIER_LEVEL_LABELS),
  words: longtext('适用情形', { max: 2000 }),
  cases: rows('适用条件', CASE, { ...optional, max: 50 }),
  kinds: choices('处罚种类', PENALTY_KIND_LABELS, optional),
  fine: rows('罚款幅度', FINE, { ...optional, max: 1 }),
  note: longtext('备注', { ...optional, max: 1000 }),
};
const CONTENT = {
  item: text('权责事项编码', { ...optional, max: 60, hint: '只用于一个权责事项的填写；罚则相同、事项不同的，各事项分别填写' }),
  breach: text('违反条款', { max: 500 }),
  penalty: text('罚则', { max: 500 }),
  lawKinds: choices('法定处罚种类', PENALTY_KIND_LABELS),
  lawFine: rows('法定罚款幅度', FINE, { ...optional, max: 1 }),
  factors: rows('裁量因素', FACTOR, { ...optional, max: 12 }),
  tiers: rows('阶次', TIER, { max: 20 }),
};
export type ContentInput = InputOf<typeof CONTENT>;

/** Filled in by the platform from the register of published benchmarks, never typed. */
const UPPER_VERSION = { versionId: text('版本'), name: text('名称', { max: 500 }), ...CONTENT };
const UPPER = { upper: rows('细化的上级基准', UPPER_VERSION, { ...optional, max: 1 }) };
const DRAFT = { ...CONTENT, ...UPPER };
const PUBLICATION = {
  documentNumber: text('公布文件的文号', { max: 100 }),
  publishedOn: date('公布日期'),
  place: text('公布载体', { max: 200, hint: '如本机关门户网站、政府公报' }),
  from: date('施行日期'),
};
const OTHER = { name: text('名称', { max: 500 }), from: date('施行日期'), until: date('失效日期', optional) };
const EXISTING = {
  ...DRAFT,
  ...PUBLICATION,
  lastDay: date('最后有效日', { ...optional, hint: '已有失效日期的填写' }),
  others: rows('本机关同一违法行为的其他基准', OTHER, optional),
};

/** What each act of a benchmark asks for. */
export const FORMS = {
  draft: { violation: text('违法行为', { max: 300 }), ...DRAFT },
  revise: DRAFT,
  submit: {},
  review: { opinion: longtext('合法性审核意见', { max: 5000 }) },
  'return-draft': { reason: longtext('退回修改的理由', { max: 2000 }) },
  decide: {
    way: choice('决定方式', DECISION_WAY_LABELS),
    minutes: longtext('讨论情况或者批准意见', { max: 5000 }),
    record: files('会议纪要、批准文件', optional),
    alone: longtext('审核、批准为同一人的理由', { ...optional, max: 500, hint: '本机关没有其他审核人员时填写' }),
  },
  publish: PUBLICATION,
  'withdraw-draft': { reason: longtext('撤回的理由', { max: 2000 }) },
  enter: { violation: text('违法行为', { max: 300 }), ...EXISTING },
  'enter-version': EXISTING,
  amend: { reason: longtext('修改的理由', { max: 2000 }) },
  evaluate: { result: choice('评估结论', EVALUATION_LABELS), words: longtext('评估情况', { max: 5000 }) },
  abolish: {
    from: date('废止日期', { hint: '自该日起不再适用' }),
    reason: longtext('废止的理由', { max: 2000 }),
    documentNumber: text('废止文件的文号', { ...optional, max: 100 }),
  },
};
export type Forms = typeof FORMS;
