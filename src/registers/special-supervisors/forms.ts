import { choice, date, files, flag, longtext, matter, organisation, SEALING_FORMS, text } from '#law';
import { ACTIVITY_LABELS, SOURCE_LABELS } from './model.ts';

const optional = { required: false } as const;

/** What each act about a special supervisor asks for. */
export const FORMS = {
  nominate: {
    name: text('姓名', { max: 50 }),
    workplace: text('工作单位和职务', { max: 200 }),
    source: choice('来源', SOURCE_LABELS),
    nominator: text('推荐单位', { max: 100, hint: '自荐的写“自荐”' }),
    grounds: longtext('推荐理由和简历', { max: 3000 }),
    photo: files('照片', { ...optional, max: 1, hint: '近期免冠照片，JPG 或者 PNG，不超过 300 KB；公众核对证件时可见' }),
    materials: files('推荐材料', { ...optional, max: 10 }),
    renews: matter('续聘的原聘任', ['special-supervisor'], optional),
  },
  review: {
    isFit: flag('已核查任职资格，符合聘任条件', { hint: '聘任条件由聘任机关公布；细则没有规定，外地做法待核定' }),
    opinion: longtext('审查意见', { max: 2000 }),
    publicity: text('公示情况', { ...optional, max: 300, hint: '公示的，写明载体、起止日期和结果' }),
  },
  refuse: { reason: longtext('不予聘任的理由', { max: 2000 }) },
  appoint: {
    from: date('聘期起始日'),
    to: date('聘期最后一日'),
    area: text('聘任区域', { max: 100, hint: '聘任机关所在的市或者旗县区；只在该区域内活动' }),
    approval: text('批准文号', { ...optional, max: 60, hint: '报政府批准的填写' }),
    contact: text('联系人和电话', { max: 100 }),
  },
  ...SEALING_FORMS,
  'hand-over': { words: longtext('颁发情况', { ...optional, max: 500 }) },
  'record-activity': {
    activity: choice('活动', ACTIVITY_LABELS),
    unit: organisation('所到单位'),
    words: longtext('履职情况', { max: 3000 }),
    record: files('记录', { ...optional, max: 10 }),
  },
  assess: { words: longtext('考核意见', { max: 2000 }) },
  dismiss: { reason: longtext('解聘理由', { max: 2000 }) },
  lapse: {},
  collect: { channel: text('公告载体', { hint: '收回证件并公告的载体；证件无法收回的，写明声明作废的载体' }) },
  withdraw: { reason: longtext('撤回理由', { max: 2000 }) },
};
export type Forms = typeof FORMS;
