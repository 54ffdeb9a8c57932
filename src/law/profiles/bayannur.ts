import { type Citation, cite } from '../citation.ts';
import { localDate } from '../local-date.ts';
import type { ObligationId, ObligationTerms, Profile, RuleParameter } from '../profile.ts';
import { IMAR_29 } from './imar-29.ts';
import { NATIONAL_TERMS } from './national-terms.ts';
import { DEFAULT_PARAMETERS } from './rule-parameters.ts';

/** The 细则 stands for five years; a renewed text is a new version of this profile. */
const XIZE_2023 = { from: localDate('2023-07-28'), until: localDate('2028-07-28') };
const ALWAYS = { from: localDate('2023-07-28'), until: null };

const SINCE_2000 = { from: localDate('2000-01-01'), until: null };

type Length = readonly [length: number, unit: 'd' | 'wd' | 'y', roll: boolean];

/** What the 细则 asks of units, by number of things; a city without such an article has none of these. */
const XIZE_PARAMETERS: readonly RuleParameter[] = [
  { name: 'G06.systems', label: '内部监督制度（项，细则第二十五条）', value: 6, grade: 'statute', inForce: XIZE_2023 },
  {
    name: 'S04.filing',
    label: '委托书报本级司法行政部门备案（1为是，细则第八条第十一项）',
    value: 1,
    grade: 'statute',
    inForce: XIZE_2023,
  },
  { name: 'G04.months', label: '业务指导关系至多没有指导（月）', value: 6, grade: 'ours', inForce: XIZE_2023 },
  {
    name: 'G04.line-months',
    label: '上级部门对下级部门至多没有指导（月；条例只说督促、指导）',
    value: 6,
    grade: 'ours',
    inForce: XIZE_2023,
  },
  { name: 'G13.months', label: '执法主体清理的间隔（月；细则只说定期，KS-56）', value: 12, grade: 'ours', inForce: XIZE_2023 },
  { name: 'G08.lists', label: '市级行政执法部门的清单（张，细则第十九条第二款）', value: 4, grade: 'statute', inForce: XIZE_2023 },
  { name: 'Q08.lists', label: '既公布又录入平台的清单（种，细则第八条第九、十项）', value: 5, grade: 'statute', inForce: XIZE_2023 },
  { name: 'G09.lists', label: '每份清单至少有公布记录的事项（项，细则第八条）', value: 1, grade: 'statute', inForce: XIZE_2023 },
];

/** What documents of the autonomous region ask of units; a city elsewhere has none of these. */
const REGION_PARAMETERS: readonly RuleParameter[] = [
  {
    name: 'J15.last-day',
    label: '年度行政检查计划公布的最后一日（月日，331即3月31日；内政办发〔2025〕20号）',
    value: 331,
    grade: 'excerpt',
    inForce: { from: localDate('2025-01-01'), until: null },
  },
];

/** A duty whose article and length were read in the 细则; a duty without a length in the text has none here. */
function byText(obligation: ObligationId, citation: Citation, length: Length | null = null): ObligationTerms {
  return {
    obligation,
    cite: citation,
    length: length?.[0] ?? null,
    unit: length?.[1] ?? null,
    roll: length?.[2] ?? false,
    grade: 'statute',
    on: true,
    inForce: XIZE_2023,
  };
}

/** A length of our own: an internal reminder, never law and never printed. */
function internalReminder(obligation: ObligationId, [length, unit, roll]: Length, note: string): ObligationTerms {
  return { obligation, cite: null, length, unit, roll, grade: 'ours', on: true, inForce: ALWAYS, note };
}

/** A length known from an excerpt of a text of which nobody has confirmed that it still stands: shown as 待核定, never printed. */
function byExcerpt(obligation: ObligationId, citation: Citation, [length, unit, roll]: Length, note: string): ObligationTerms {
  const grade = 'excerpt-summary';
  return { obligation, cite: citation, length, unit, roll, grade, on: true, inForce: SINCE_2000, note: `${note}；令96是否仍然施行未核实` };
}

/** A length used elsewhere: off until its text is verified, or a rule of the bureau is entered with its number. */
function offUntilVerified(obligation: ObligationId, [length, unit, roll]: Length, note: string): ObligationTerms {
  return { obligation, cite: null, length, unit, roll, grade: 'practice', on: false, inForce: ALWAYS, note };
}

/** Used elsewhere and switched on as a reminder: 令262 is known only in its first articles, none of which says a period (OQ-S8). */
function byPractice(obligation: ObligationId, [length, unit, roll]: Length, note: string): ObligationTerms {
  const grade = 'practice';
  return {
    obligation,
    cite: cite('实施细则', 18),
    length,
    unit,
    roll,
    grade,
    on: true,
    inForce: XIZE_2023,
    note: `${note}；令262的条文未核实`,
  };
}

/** KS-11 to KS-15, KS-03: filing, check and review of normative documents. */
const NORMATIVE_FILING_TERMS: readonly ObligationTerms[] = [
  byPractice('local.normative-filing', [15, 'd', true], 'KS-11：自公布之日起报送，各地为十五至三十日'),
  byPractice('local.normative-registration', [5, 'wd', false], 'KS-12：收到后形式审查和登记'),
  internalReminder('local.normative-supplement', [15, 'd', true], '补正期限由司法行政部门写明，至多十五日'),
  byPractice('local.normative-review', [30, 'd', true], 'KS-13：登记后审查'),
  byPractice('local.normative-correction', [30, 'd', true], 'KS-15：收到审查意见书后自行纠正，至多三十日'),
  // Periods of the measures of 2012, which 令262 has replaced.
  internalReminder('local.normative-suggestion-form', [5, 'd', true], 'KS-14：2012年办法（已废止）的异议审查五日，新办法未核实'),
  internalReminder('local.normative-suggestion', [60, 'd', true], 'KS-14：2012年办法（已废止）的异议审查六十日，新办法未核实'),
  // The document's own last day governs; the length only bounds it. 细则 28 says its own five years.
  internalReminder('local.normative-validity', [36_500, 'd', false], 'KS-03：有效期以文件写明的为准，届满前一年起提醒'),
];

/** KE-50 to KE-54: neither the 处罚法 nor the 细则 gives these periods. */
const PENALTY_CASE_TERMS: readonly ObligationTerms[] = [
  internalReminder('local.penalty-clue', [15, 'wd', false], 'KE-50：核查线索、决定是否立案；“及时”无法定长度'),
  internalReminder('local.penalty-clue-extended', [30, 'wd', false], 'KE-50：负责人批准延长后，自登记起共三十个工作日'),
  internalReminder('local.penalty-review', [7, 'wd', false], 'KE-51：法制审核；“及时”无法定长度'),
  internalReminder('local.penalty-statement', [5, 'wd', false], 'KE-52：告知书送达后听取陈述、申辩；法律没有规定长度'),
  internalReminder(
    'local.penalty-redo',
    [60, 'd', true],
    'KE-58：撤销重作的文书没有写明期限的；复议法、诉讼法没有规定长度（复议法实施条例的六十日未核实）',
  ),
  internalReminder('local.penalty-redo-ordered', [3_650, 'd', false], 'KE-58：以复议决定、裁判文书写明的期限为准'),
  internalReminder('local.penalty-refund', [15, 'wd', false], 'KE-59：退还多缴的罚款、没收的财物；法律没有规定长度'),
  internalReminder('local.penalty-closing', [30, 'd', true], 'KE-54：执行完毕后结案归档'),
  internalReminder('local.correction-ordered', [3_650, 'd', false], 'KE-62：以责令改正写明的期限为准，没有写明的立即改正'),
  internalReminder('local.assistance-answer', [15, 'wd', false], 'KE-60：答复协助、协查请求；处罚法第二十六条没有规定长度'),
];

export const BAYANNUR_2026: Profile = {
  id: 'bayannur-2026',
  version: 1,
  name: '巴彦淖尔市2026年规则参数',
  city: 1508,
  rollOn: 'rest-days',
  obligations: [
    byText('local.document-reply', cite('实施细则', 22, 1), [30, 'd', true]),
    byText('local.transfer-notice', cite('实施细则', 20, 2), [20, 'd', true]),
    byText('local.overdue-measures', cite('实施细则', 22, 2)),
    byText('local.township-branch', cite('实施细则', 23, 3)),
    byText('local.inquiry', cite('实施细则', 10)),
    byText('local.on-site-two', cite('实施细则', 16)),
    byText('local.special-supervisor', cite('实施细则', 17)),
    byText('local.circular', cite('实施细则', 21)),
    byText('local.call-in', cite('实施细则', 21)),
    internalReminder('local.paper-service', [3, 'wd', false], 'KS-46：平台内未签收的改为纸质送达'),
    internalReminder('local.reply-check', [15, 'd', true], 'KS-47：单位报告后核查整改'),
    internalReminder('local.overdue-decision', [15, 'd', true], 'KS-48：反馈期满后作出处理'),
    internalReminder('local.second-correction', [15, 'd', true], 'KS-58：退回后由发文机关另定日期，至多十五日'),
    internalReminder('local.clue-triage', [5, 'wd', false], 'KS-44：线索研判'),
    internalReminder('local.case-period', [60, 'd', true], 'KS-45：监督案件办理，可再延三十日'),
    internalReminder('local.case-period-extended', [90, 'd', true], 'KS-45：延长三十日后，自立案起共九十日'),
    internalReminder('local.stop-notice', [1, 'wd', false], '当场制止后补发监督通知书'),
    internalReminder('local.benchmark-evaluation', [1, 'y', true], '裁量权基准公布后每年评估一次，年限未核实'),
    internalReminder('local.alert-check', [3, 'wd', false], 'KE-57：红色、橙色预警核查反馈'),
    {
      // The duty is 细则 22¶1; the article gives no length, the 15 days are rule G01's own.
      ...internalReminder('local.problem-document', [15, 'd', false], 'G01：问题认定后发监督文书或者说明免发理由'),
      cite: cite('实施细则', 22, 1),
    },
    offUntilVerified('local.review-apply', [10, 'wd', false], 'KS-26：重庆做法，核实前不启用'),
    offUntilVerified('local.review-decide', [15, 'wd', false], 'KS-27：重庆做法，核实前不启用'),
    offUntilVerified('local.execution-report', [30, 'd', true], 'KS-28：山东做法，核实前不启用'),
    {
      // KS-10. The duty to file is law; the number of days in the filing measures of 2002 is not known.
      obligation: 'local.major-penalty-filing',
      cite: cite('实施细则', 18),
      length: 15,
      unit: 'd',
      roll: true,
      grade: 'practice',
      on: true,
      inForce: XIZE_2023,
      note: 'KS-10：备案期限条文未核实，作为平台内部提醒',
    },
    byText('local.normative-supervision', cite('实施细则', 8, undefined, 6)),
    ...NORMATIVE_FILING_TERMS,
    // The deed's own last day governs; the length only bounds it.
    internalReminder('local.delegation-term', [36_500, 'd', false], 'KS-54：委托期限以委托书载明的为准，届满前六十日、三十日提醒'),
    {
      // 细则 11¶3 says 定期; the year is our own (KS-56).
      ...internalReminder('local.delegation-check', [365, 'd', true], 'KS-56：“定期”按每年一次提醒'),
      cite: cite('实施细则', 11, 3),
    },
    // The bureau's own day governs; the length only bounds it.
    internalReminder('local.subject-review-report', [365, 'd', false], '执法主体清理：单位自查报送期限由司法行政部门自定'),
    byExcerpt('local.certificate-registration', cite('内蒙古行政执法证件管理办法', 16), [3, 'y', false], 'KS-53：每三年审核注册一次'),
    byExcerpt('local.certificate-exchange', cite('内蒙古行政执法证件管理办法', 15), [6, 'y', false], 'KS-32：每六年换发，换发前三个月申领'),
    // The letter of appointment names the last day; the length only bounds it.
    internalReminder('local.special-supervisor-term', [36_500, 'd', false], 'KS-55：聘期以聘书载明的为准，届满前六十日、三十日提醒'),
    ...PENALTY_CASE_TERMS,
    internalReminder('local.held-report', [7, 'd', false], 'KE-61：自有系统报送的步骤没有记入案件，满七日交负责人'),
    internalReminder('local.summary-record', [2, 'wd', false], 'KE-53：当场处罚决定报本机关备案；处罚法52没有规定长度'),
    ...NATIONAL_TERMS,
  ],
  parameters: [...DEFAULT_PARAMETERS, ...XIZE_PARAMETERS, ...REGION_PARAMETERS],
  measures: IMAR_29,
};
