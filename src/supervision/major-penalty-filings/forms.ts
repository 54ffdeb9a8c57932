import {
  choice,
  date,
  files,
  flag,
  integer,
  longtext,
  matter,
  money,
  organisation,
  persons,
  REVIEWED_LETTER_FORMS,
  rows,
  SEALING_FORMS,
  text,
} from '#law';
import { ANSWER_LABELS, HEAD_LABELS, MATERIAL_LABELS, RESULT_LABELS } from './model.ts';

const optional = { required: false } as const;
const papers = { group: '报送的材料' } as const;

const REASON = { words: text('应备案的理由') };
const PROBLEM = {
  head: choice('方面', HEAD_LABELS),
  facts: longtext('存在的问题', { max: 4000 }),
  basis: longtext('违反的规定', { max: 2000 }),
};

const DUTY = {
  bureau: organisation('本级司法行政部门', optional),
  reviewer: organisation('备案审查机关', optional),
  upper: organisation('上一级主管部门', optional),
  number: text('行政处罚决定书文号', { max: 20_000 }),
  party: text('当事人', { max: 20_000 }),
  penalty: text('处罚种类', { max: 20_000 }),
  fineFen: money('罚款金额', optional),
  confiscatedFen: money('没收金额', optional),
  decidedOn: date('处罚决定日期'),
  reasons: rows('应备案的理由', REASON),
  statedOn: date('来源载明的备案日期', optional),
  voluntary: flag('自愿报送'),
};

const OPINION = {
  result: choice('审查结果', RESULT_LABELS),
  problems: rows('存在的问题', PROBLEM, { max: 50 }),
  requirement: longtext('纠正要求', { max: 4000 }),
  answerBy: date('请报告纠正情况的日期', { ...optional, hint: '由审查机关自定，不是法定期限' }),
  handlers: persons('经办人', 'supervisors', optional),
  contact: text('联系人和电话'),
};

const sound = (head: keyof typeof HEAD_LABELS) => choice(HEAD_LABELS[head], ANSWER_LABELS, { group: '审查的四个方面' });

/** What each act of the filing of a major penalty asks for. */
export const FORMS = {
  open: {
    decision: matter('行政处罚决定', ['penalty-record', 'ordinary-penalty']),
    organ: organisation('处罚机关'),
    fromCase: flag('在平台的案件里作出'),
    decisionNo: integer('本案第几次决定', { min: 1, max: 100 }, optional),
    ...DUTY,
  },
  restate: DUTY,
  'note-overdue': {},
  lapse: { reason: text('不再应备的原因') },
  prepare: {
    facts: longtext('违法事实和处罚依据', { max: 8000 }),
    process: longtext('办理过程', { max: 8000, hint: '立案、调查、告知、听证、法制审核、集体讨论' }),
    decisionPaper: files(MATERIAL_LABELS.decisionPaper, {
      ...papers,
      ...optional,
      max: 5,
      hint: '在平台案件里形成的文书自动编入材料包，不必再传',
    }),
    notices: files(MATERIAL_LABELS.notices, { ...papers, ...optional }),
    caseOpening: files(MATERIAL_LABELS.caseOpening, { ...papers, ...optional }),
    legalReview: files(MATERIAL_LABELS.legalReview, { ...papers, ...optional }),
    discussion: files(MATERIAL_LABELS.discussion, { ...papers, ...optional }),
    evidence: files(MATERIAL_LABELS.evidence, { ...papers, ...optional }),
    law: files(MATERIAL_LABELS.law, { ...papers, ...optional }),
    lateBecause: longtext('逾期报送的说明', { ...optional, max: 2000 }),
    contact: text('联系人和电话'),
  },
  'return-package': { reason: longtext('退回修改的理由', { max: 2000 }) },
  file: { opinion: longtext('报送意见', { ...optional, max: 2000 }) },
  demand: { words: longtext('催报内容', { max: 2000 }), due: date('请报送的日期', { hint: '由司法行政部门自定，不是法定期限' }) },
  receive: { opinion: longtext('形式审查情况', { ...optional, max: 2000 }) },
  'ask-correction': {
    words: longtext('需要补正的材料', { max: 4000 }),
    due: date('请补正的日期', { hint: '由审查机关自定，不是法定期限' }),
  },
  resubmit: { words: longtext('补正说明', { max: 4000 }), papers: files('补正的材料', optional) },
  accept: {
    organ: sound('organ'),
    evidence: sound('evidence'),
    basis: sound('basis'),
    procedure: sound('procedure'),
    opinion: longtext('备案意见', { ...optional, max: 2000 }),
  },
  'draft-opinion': OPINION,
  revise: OPINION,
  'drop-opinion': { reason: longtext('不再制发审查意见的理由', { max: 2000 }) },
  ...REVIEWED_LETTER_FORMS,
  ...SEALING_FORMS,
  serve: {},
  answer: { words: longtext('纠正情况', { max: 8000 }), proof: files('纠正的证明', optional) },
  'return-answer': { reason: longtext('退回的理由', { max: 2000 }) },
  'take-up': { matter: matter('处理该问题的监督案件或者监督文书', ['case-supervision', 'supervision-document']) },
  conclude: { opinion: longtext('核查意见', { max: 4000 }) },
  'register-receipt': {
    on: date('回执日期'),
    number: text('回执文号', optional),
    paper: files('回执', { max: 5 }),
  },
};
export type Forms = typeof FORMS;
