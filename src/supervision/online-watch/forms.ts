import { ALERT_ANSWER_LABELS, choice, files, integer, LABEL_LABELS, longtext, organisation, rows, SEVERITY_LABELS, text } from '#law';
import { OUTCOME_LABELS } from './model.ts';

const optional = { required: false } as const;
const MANY = { min: 1, max: 500 };

const SENT_FINDING = {
  finding: text('预警编号', { max: 36 }),
  severity: choice('预警等级', SEVERITY_LABELS),
  what: text('规则、事项、疑点', { max: 500 }),
};
const NO = integer('序号', MANY);
const ONE_ANSWER = { no: NO, answer: choice('答复', ALERT_ANSWER_LABELS), words: longtext('情况说明', { max: 2000 }) };
const ONE_OUTCOME = { no: NO, outcome: choice('处理', OUTCOME_LABELS), words: longtext('确认意见', { max: 2000 }) };

export const FORMS = {
  send: {
    unit: organisation('被核查单位'),
    request: longtext('核查要求', { max: 2000 }),
    label: choice('密级', LABEL_LABELS),
    findings: rows('预警', SENT_FINDING, MANY),
  },
  answer: {
    answer: choice('答复', ALERT_ANSWER_LABELS, { hint: '适用于全部预警；个别不同的在下面逐条填写' }),
    words: longtext('情况说明', { max: 5000 }),
    each: rows('个别预警另行答复', ONE_ANSWER, { ...optional, min: 0, max: 500 }),
    proofs: files('证明材料', { ...optional, hint: '“数据有误”“已自行纠正”应当附证明材料' }),
  },
  'send-back': { reason: longtext('退回原因', { max: 2000 }) },
  confirm: {
    outcome: choice('处理', OUTCOME_LABELS, { hint: '适用于全部预警；个别不同的在下面逐条填写' }),
    words: longtext('确认意见', { max: 2000 }),
    each: rows('个别预警另行处理', ONE_OUTCOME, { ...optional, min: 0, max: 500 }),
  },
  withdraw: { reason: longtext('撤回原因', { max: 2000 }) },
  lapse: {},
};
export type Forms = typeof FORMS;
