import { choice, date, flag, integer, LIST_LABELS, longtext, rows, text } from '#law';

const optional = { required: false } as const;
/** One proposal holds so many lines; what is more goes into another. */
export const MOST_LINES = 5_000;
/** Papers list so many changes; the published list has them all. */
export const MOST_PRINTED = 500;
const COUNT = { min: 0, max: MOST_LINES };
const { 'normative-document': _, ...KEPT } = LIST_LABELS;
/** Lists that a unit keeps itself. */
export const KEPT_LABELS = KEPT;

const REASON = {
  reason: longtext('调整事由', { max: 2000, hint: '例如法律修改、机构职能调整、首次录入' }),
  grounds: longtext('追溯生效的依据', { ...optional, max: 2000, hint: '有事项自今日以前的日期起生效或者终止的，写明依据的文件' }),
};
const COUNTS = { added: integer('新增', COUNT), changed: integer('变更', COUNT), ended: integer('终止', COUNT) };
/** Filled in by the platform from the lines, never typed. */
const PROPOSED = {
  ...REASON,
  digest: text('拟调整事项的校验值', { max: 64 }),
  lines: integer('拟调整的行数', COUNT),
  ...COUNTS,
  backdated: integer('自今日以前生效或者终止', COUNT),
};

export const CHANGE_LABELS = { added: '新增', changed: '变更', ended: '终止' } as const;
const CHANGE = {
  what: choice('变化', CHANGE_LABELS),
  code: text('事项编码', { max: 140 }),
  name: text('事项名称', { max: 500 }),
  from: date('自何日起'),
  words: longtext('变化的内容', { ...optional, max: 4000 }),
};

/** What each act of a change of a list asks for. */
export const FORMS = {
  propose: { list: choice('清单', KEPT_LABELS), ...PROPOSED },
  revise: PROPOSED,
  submit: {},
  review: { opinion: longtext('审核意见', { max: 2000 }) },
  return: { reason: longtext('退回补正的内容', { max: 2000 }) },
  publish: {
    publishedOn: date('公布日期'),
    place: text('公布载体', { max: 200, hint: '如本机关门户网站，写网址' }),
    numbered: flag('公布清单编号', { hint: '登记了机关代字的单位编号' }),
    opinion: longtext('批准意见', { ...optional, max: 2000 }),
    alone: longtext('审核、批准为同一人的理由', { ...optional, max: 500, hint: '本机关没有其他审核人员时填写' }),
    ...COUNTS,
    changes: rows('公布的事项', CHANGE, { max: MOST_PRINTED }),
  },
  withdraw: { reason: longtext('撤回的理由', { max: 2000 }) },
};
export type Forms = typeof FORMS;
