/** Where a finding stands. Never a violation: a doubt, until a certified supervisor establishes a problem from it. */
export const FINDING_STATUS_LABELS = {
  open: '待核实',
  'sent-down': '核查中',
  answered: '单位已答复',
  'taken-up': '已并入监督事项',
  established: '已认定',
  excluded: '已排除',
  cleared: '已消除',
  'cleared-unconfirmed': '已消除（待确认）',
} as const;
export type FindingStatus = keyof typeof FINDING_STATUS_LABELS;

/** The tabs of the list; each status stands in exactly one. */
export const FINDING_TAB_LABELS = {
  open: '待核实',
  checking: '核查中',
  established: '已认定',
  excluded: '已排除',
  cleared: '已消除',
} as const;
export type FindingTab = keyof typeof FINDING_TAB_LABELS;

export const FINDING_TABS = {
  open: 'open',
  'sent-down': 'checking',
  answered: 'checking',
  'taken-up': 'checking',
  established: 'established',
  excluded: 'excluded',
  cleared: 'cleared',
  'cleared-unconfirmed': 'cleared',
} as const satisfies Record<FindingStatus, FindingTab>;

export const FINDING_EVENT_LABELS = {
  opened: '发现',
  reopened: '再次发现',
  changed: '事实变化',
  rejudged: '规则新版本重新判断',
  cleared: '事实变化后消除',
  'confirmed-cleared': '监督人员确认消除',
  'sent-down': '下发预警核查',
  answered: '单位答复核查',
  returned: '退回待核实',
  'taken-up': '并入监督事项',
  established: '认定为问题',
  excluded: '排除',
} as const;
export type FindingEventType = keyof typeof FINDING_EVENT_LABELS;

/** Why a supervisor excludes a finding; every reason is counted against the rule, 误报 also against its precision. */
export const EXCLUSION_LABELS = { 'false-alarm': '误报', 'data-error': '数据错误', corrected: '已自行纠正' } as const;
export type Exclusion = keyof typeof EXCLUSION_LABELS;

/** What a unit may answer to a 预警核查. */
export const ALERT_ANSWER_LABELS = { true: '属实', 'data-wrong': '数据有误', corrected: '已自行纠正' } as const;
export type AlertAnswer = keyof typeof ALERT_ANSWER_LABELS;

/** What people decide about a finding, and where it must stand for it. */
export const FINDING_DECISIONS = {
  'confirmed-cleared': ['cleared-unconfirmed'],
  'sent-down': ['open'],
  answered: ['sent-down', 'answered'],
  returned: ['sent-down', 'answered', 'taken-up'],
  'taken-up': ['open', 'sent-down', 'answered'],
  established: ['taken-up'],
  excluded: ['open', 'sent-down', 'answered', 'taken-up'],
} as const satisfies Partial<Record<FindingEventType, readonly FindingStatus[]>>;
export type FindingDecision = keyof typeof FINDING_DECISIONS;

export function mayDecide(status: FindingStatus, decision: FindingDecision): boolean {
  return FINDING_DECISIONS[decision].some((from) => from === status);
}
