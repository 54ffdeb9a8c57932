export const JOB_STATES = {
  ready: '待开始',
  blocked: '待对应列',
  queued: '排队中',
  running: '导入中',
  done: '已完成',
  cancelled: '已取消',
  failed: '未完成',
} as const;
export type JobState = keyof typeof JOB_STATES;

export const PHASE_LABELS = { rows: '逐行入库', peers: '同类决定比对', units: '单位情况比对', done: '办完' } as const;
export type JobPhase = keyof typeof PHASE_LABELS;

export const ROW_KINDS = {
  loaded: '已入库',
  same: '已有，内容相同',
  'other-source': '另一来源',
  duplicate: '疑似重复',
  rejected: '需更正',
  'set-aside': '变更、删除、测试行',
  unreadable: '无法读取',
} as const;
export type RowKind = keyof typeof ROW_KINDS;

export const DECISION_LABELS = { same: '同一决定，保留原记录', update: '更正，以这一行为准', separate: '两份不同的决定' } as const;
export type DuplicateDecision = keyof typeof DECISION_LABELS;
