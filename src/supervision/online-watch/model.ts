import type { AlertAnswer, AttachedFile, BaseState, Exclusion, Label, LocalDate, Severity } from '#law';

export const STATUS_LABELS = {
  sent: '待单位答复',
  overdue: '逾期未答复',
  answered: '待监督人员确认',
  closed: '已办结',
  withdrawn: '已撤回',
} as const;
export type AlertCheckStatus = keyof typeof STATUS_LABELS;

/** What a supervisor does with each finding once the unit has answered. */
export const OUTCOME_LABELS = {
  stands: '疑点仍在，留待处理',
  'false-alarm': '排除：误报',
  'data-error': '排除：数据错误',
  corrected: '排除：已自行纠正',
} as const;
export type Outcome = 'stands' | Exclusion;

export type CheckedFinding = {
  /** From 1, as people name it in an answer. */
  readonly no: number;
  readonly findingId: string;
  readonly severity: Severity;
  /** Rule, matter and doubt in one line. */
  readonly what: string;
  readonly answer: { readonly answer: AlertAnswer; readonly words: string } | null;
  readonly outcome: { readonly outcome: Outcome; readonly words: string } | null;
};

/** One question to one unit about findings in its matters: 预警核查. */
export type AlertCheck = BaseState & {
  readonly status: AlertCheckStatus;
  readonly issuerId: string;
  readonly unitId: string;
  readonly label: Label;
  readonly request: string;
  readonly findings: readonly CheckedFinding[];
  readonly rounds: readonly { readonly sentOn: LocalDate; readonly answeredOn: LocalDate | null }[];
  readonly proofs: readonly AttachedFile[];
  readonly overdueOn: LocalDate | null;
  readonly closedOn: LocalDate | null;
};

const LONGEST_LINE = 500;

/** How a finding is named in the matter that asks about it. */
export function lineOf(finding: { readonly rule_id: string; readonly subject: string; readonly because: string }): string {
  const line = `${finding.rule_id} ${finding.subject}：${finding.because}`;
  return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE - 1)}…` : line;
}
