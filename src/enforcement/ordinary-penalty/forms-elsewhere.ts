import { choice, choices, date, integer } from '#law';

const told = { required: false, group: '补录', onlyReported: true } as const;

export const JURISDICTION_LABELS = { own: '在本机关管辖区域内，或者已被指定管辖', outside: '在管辖区域以外，没有指定管辖' } as const;
export const APPROVER_LABELS = { head: '机关负责人', other: '其他人员' } as const;
export const CHIEF_LABELS = { chief: '正职负责人或者主持工作的负责人', other: '其他人员' } as const;
/** 44: what the party is told of. */
export const NOTICE_PARTS = {
  penalty: '拟作出的处罚内容',
  facts: '事实',
  reasons: '理由',
  basis: '依据',
  rights: '陈述、申辩等权利',
} as const;
/** 59: what stands in the decision. */
export const DECISION_PARTS = {
  party: '当事人的姓名或者名称、地址等基本情况',
  facts: '违反法律、法规、规章的事实和证据',
  kinds: '行政处罚的种类和依据',
  performance: '行政处罚的履行方式和期限',
  remedies: '申请行政复议、提起行政诉讼的途径和期限',
  organ: '作出决定的行政机关名称和日期',
  seal: '行政机关印章',
} as const;

/** What the platform's own papers say by themselves, and a paper from elsewhere may not have said. */
export const ELSEWHERE = {
  'propose-filing': { jurisdiction: choice('原案件的管辖', JURISDICTION_LABELS, told) },
  preserve: { approver: choice('批准登记保存的人员', APPROVER_LABELS, told) },
  notify: { states: choices('原告知书载明的内容', NOTICE_PARTS, told) },
  decide: {
    states: choices('原决定书载明的内容', DECISION_PARTS, told),
    reconsiderDays: integer('原决定书写明的申请复议期限（日）', { min: 1, max: 1000 }, told),
    suitMonths: integer('原决定书写明的起诉期限（月）', { min: 1, max: 100 }, told),
  },
  transfer: {
    reportedOn: date('涉嫌犯罪的移送报告日期', {
      required: false,
      hint: '涉嫌犯罪的填写：经办人员提出移送书面报告之日；已经登记报告的不必再填',
    }),
    decidedBy: choice('决定移送的人员', CHIEF_LABELS, told),
  },
  kept: { decidedBy: choice('决定不移送的人员', CHIEF_LABELS, told) },
  answered: {
    decidedOn: date('受移送机关作出决定的日期', { required: false, hint: '二十日内回告的期限自此起算；已经登记过的不必再填' }),
  },
} as const;
