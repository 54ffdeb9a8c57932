import type { RollOn } from './calendar.ts';
import type { Citation } from './citation.ts';
import type { LocalDate } from './local-date.ts';

/** How firmly a value rests on a text. */
export const GRADE_LABELS = {
  statute: '法定（已核原文）',
  excerpt: '法定（节录）',
  'excerpt-summary': '待核定（摘要）',
  practice: '待核定（外地做法）',
  recalled: '待核定（未核实）',
  ours: '待核定（平台内部提醒）',
} as const;
export type Grade = keyof typeof GRADE_LABELS;

/** Only these may stand in an issued document as law; everything else is shown as 待核定 and never printed. */
export function isVerified(grade: Grade): boolean {
  return grade === 'statute' || grade === 'excerpt';
}

export const CLOCK_UNIT_LABELS = { d: '日', wd: '个工作日', h: '小时', month: '个月', y: '年' } as const;
export type ClockUnit = keyof typeof CLOCK_UNIT_LABELS;

/** Stable ids that code cites; the profile of the city and the day says which article and which parameters. */
export const OBLIGATIONS = {
  'local.document-reply': '收到监督文书后书面报告处理结果',
  'local.transfer-notice': '受移送机关书面告知处理情况',
  'local.overdue-measures': '逾期未处理的后续处理',
  'local.paper-service': '平台签收超时改纸质送达',
  'local.reply-check': '报告后的整改核查',
  'local.overdue-decision': '逾期未处理后作出处理',
  'local.second-correction': '退回后再次整改',
  'local.review-apply': '对监督文书申请复核',
  'local.review-decide': '复核决定',
  'local.execution-report': '监督决定履行情况报告',
  'local.clue-triage': '线索研判',
  'local.case-period': '监督案件办理',
  'local.case-period-extended': '监督案件延长后办理',
  'local.stop-notice': '当场制止后补发监督通知书',
  'local.alert-check': '预警核查反馈',
  'local.problem-document': '问题认定后发文书或说明免发',
  'local.township-branch': '司法所提请旗县区司法局制发文书',
  'local.inquiry': '监督机关的调查措施和被监督单位的配合义务',
  'local.on-site-two': '现场监督不得少于两人',
  'local.circular': '通报监督事项',
  'local.call-in': '约谈行政执法部门负责人',
  'local.major-penalty-filing': '重大行政处罚备案',
  'local.normative-supervision': '审查规范性文件的合法性、适当性',
  'local.normative-filing': '规范性文件报送备案',
  'local.normative-registration': '规范性文件备案的形式审查和登记',
  'local.normative-supplement': '补正规范性文件备案材料',
  'local.normative-review': '规范性文件合法性审查',
  'local.normative-correction': '收到审查意见书后自行纠正',
  'local.normative-suggestion-form': '规范性文件审查建议的形式审查',
  'local.normative-suggestion': '答复规范性文件审查建议',
  'local.normative-validity': '规范性文件有效期',
  'local.delegation-term': '委托书载明的委托期限',
  'local.delegation-check': '委托机关定期检查受委托组织',
  'local.benchmark-evaluation': '裁量权基准年度评估',
  'local.subject-review-report': '执法主体清理自查报送',
  'local.certificate-registration': '执法证件审核注册',
  'local.certificate-exchange': '执法证件换证',
  'local.special-supervisor': '聘请行政执法特邀监督员',
  'local.special-supervisor-term': '行政执法特邀监督员聘期',
  'law.penalty-period': '处罚案件办理期限',
  'law.penalty-service': '处罚决定书送达',
  'law.penalty-publicity': '处罚决定公开',
  'law.public-security-period': '治安案件办理期限',
  'law.crime-decision': '决定是否移送涉嫌犯罪案件',
  'law.crime-delivery': '移送涉嫌犯罪案件',
  'law.crime-police': '公安机关对移送的案件决定是否立案',
  'law.public-security-record': '当场作出的治安管理处罚决定报备',
  'law.preservation': '先行登记保存后作出处理决定',
  'law.hearing-request': '要求听证',
  'law.hearing-notice': '举行听证前通知',
  'law.fine-payment': '缴纳罚款',
  'law.fine-deferral': '批准的延期、分期缴纳期限',
  'law.urging': '催告后申请强制执行',
  'law.court-application': '申请人民法院强制执行',
  'law.court-review': '对法院不予受理、不予执行的裁定申请复议',
  'law.reconsideration-apply': '申请行政复议',
  'law.reconsideration-untold': '没有告知复议权利、期限时申请行政复议（最长）',
  'law.suit': '提起行政诉讼',
  'law.suit-after-reconsideration': '对行政复议决定提起行政诉讼',
  'law.reconsideration-decide': '作出行政复议决定',
  'law.reconsideration-decide-simple': '对适用简易程序的作出行政复议决定',
  'law.reconsideration-decide-extended': '延长后作出行政复议决定',
  'law.reconsideration-answer': '对行政复议申请书面答复',
  'law.reconsideration-answer-simple': '对适用简易程序的行政复议申请书面答复',
  'law.litigation-answer': '对行政诉讼提出答辩状',
  'law.reconsideration-opinion': '报告行政复议意见书的办理情况',
  'law.publication-withdrawal': '处罚决定被变更、撤销后撤回公示',
  'law.public-service': '公告送达',
  'local.penalty-clue': '核查处罚案件线索',
  'local.penalty-clue-extended': '核查处罚案件线索（已延长）',
  'local.penalty-review': '重大执法决定法制审核',
  'local.penalty-statement': '陈述、申辩',
  'law.collected-hand-in': '当场收缴的罚款交至机关',
  'law.collected-bank': '当场收缴的罚款缴付指定银行',
  'local.summary-record': '当场处罚决定报备',
  'local.penalty-redo': '撤销后重新作出处罚决定',
  'local.penalty-redo-ordered': '在文书写明的期限内重新作出处罚决定',
  'local.penalty-refund': '处罚决定变更、撤销后退还款物',
  'local.penalty-closing': '处罚案件结案归档',
  'local.assistance-answer': '答复协助、协查请求',
  'local.correction-ordered': '在责令改正的期限内改正',
  'local.held-report': '处理没有记入案件的报送',
} as const;
export type ObligationId = keyof typeof OBLIGATIONS;

/** What one obligation means in one city from one day on. */
export type ObligationTerms = {
  readonly obligation: ObligationId;
  /** null: an internal reminder without any source. */
  readonly cite: Citation | null;
  readonly length: number | null;
  readonly unit: ClockUnit | null;
  /** Whether a last day that is no working day moves on. */
  readonly roll: boolean;
  readonly grade: Grade;
  readonly on: boolean;
  readonly inForce: { readonly from: LocalDate; readonly until: LocalDate | null };
  readonly note?: string;
};

/** A rule's parameter (threshold, share, switch): integer in the unit its name says. */
export type RuleParameter = {
  readonly name: string;
  readonly label: string;
  readonly value: number;
  readonly grade: Grade;
  readonly inForce: { readonly from: LocalDate; readonly until: LocalDate | null };
};

/** Why a measure is taken, as a code that stands in the record. */
export type MeasureGround = { readonly code: string; readonly label: string };

/** A measure open to the issuing body once a supervision document was not handled in time. */
export type OverdueMeasure = {
  readonly id: string;
  readonly label: string;
  /** Decided by the government only: 请示 → 政府决定 → 决定书. */
  readonly needsGovernment: boolean;
  readonly grounds: readonly MeasureGround[];
};

/** The measures of one source; its grade says whether its article may be printed. */
export type OverdueMeasures = {
  readonly name: string;
  readonly cite: Citation;
  readonly grade: Grade;
  readonly list: readonly OverdueMeasure[];
};

/** 规则参数版本: one version of a city's settings. A change is a new version; old ones stay. */
export type Profile = {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  /** First four digits of GB/T 2260. */
  readonly city: number;
  readonly rollOn: RollOn;
  readonly obligations: readonly ObligationTerms[];
  readonly parameters: readonly RuleParameter[];
  readonly measures: OverdueMeasures;
};

/** The terms in force on a day, or null when the city has no such duty (or has switched it off). */
export function termsOf(profile: Profile, obligation: ObligationId, on: LocalDate): ObligationTerms | null {
  const found = profile.obligations.find((t) => t.obligation === obligation && covers(t.inForce, on));
  return found?.on === true ? found : null;
}

/** The value of a parameter on a day, or null when the profile does not hold it: the rule then answers "not judged". */
export function parameterOf(profile: Profile, name: string, on: LocalDate): RuleParameter | null {
  return profile.parameters.find((p) => p.name === name && covers(p.inForce, on)) ?? null;
}

/** Whether a parameter of yes or no says yes on a day; one that the profile does not hold says no. */
export function isAskedOn(profile: Profile, name: string, on: LocalDate): boolean {
  return parameterOf(profile, name, on)?.value === 1;
}

/** Half-open days [from, until). */
export function covers(period: { readonly from: LocalDate; readonly until: LocalDate | null }, on: LocalDate): boolean {
  return on >= period.from && (period.until === null || on < period.until);
}
