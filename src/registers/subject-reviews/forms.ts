import { choice, date, files, integer, longtext, matter, organisation, organisations, rows, SEALING_FORMS, text } from '#law';
import { ANSWER_LABELS, CONCLUSION_LABELS } from './model.ts';

const optional = { required: false } as const;

const CONCLUSION = {
  unit: organisation('单位'),
  conclusion: choice('结论', CONCLUSION_LABELS),
  reason: text('理由', { max: 500 }),
};

/** What each act of a periodic review of subjects asks for. */
export const FORMS = {
  open: {
    year: integer('年度', { min: 2000, max: 2100 }),
    units: organisations('清理的执法主体', { hint: '本级司法行政部门监督的行政执法主体；受委托组织不是执法主体，不列入' }),
    dueOn: date('报送期限', { hint: '由本机关自定，不是法定期限' }),
    requirement: longtext('清理要求', { max: 5000 }),
  },
  report: {
    answer: choice('自查结果', ANSWER_LABELS),
    powers: longtext('职权依据', { max: 5000, hint: '法律、法规、规章的条款和三定规定；参加清理的单位可以互相看到' }),
    staffing: text('编制和持证人员', { max: 300 }),
    changes: longtext('需要变更的内容', { ...optional, max: 5000, when: { field: 'answer', is: ['changed'], fill: true } }),
    papers: files('三定规定等材料', { ...optional, max: 10 }),
  },
  'close-reporting': {},
  conclude: { conclusions: rows('逐个单位的结论', CONCLUSION, { max: 500 }) },
  submit: { government: organisation('报批的人民政府', { hint: '本级人民政府' }), opinion: longtext('清理情况', { max: 5000 }) },
  back: { reason: longtext('退回的理由', { max: 2000 }) },
  approve: {
    number: text('批准文号', { max: 60 }),
    on: date('批准日期'),
    paper: files('批准文件', { ...optional, max: 3, hint: '由司法行政部门登记批准的，须上传批准文件' }),
  },
  sign: { contact: text('联系人和电话', { max: 100 }) },
  ...SEALING_FORMS,
  publish: { channel: text('公告载体', { hint: '政府网站、公报或者公告栏；网上公告的填网址' }) },
  'follow-up': { unit: organisation('单位'), change: matter('执法主体变更', ['subject-change']) },
  finish: {},
  withdraw: { reason: longtext('撤回理由', { max: 2000 }) },
};
export type Forms = typeof FORMS;
