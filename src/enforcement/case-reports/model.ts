import type { BaseState, LocalDate } from '#law';

export const STATUS_LABELS = {
  waiting: '等候处理',
  trying: '正在再次记入',
  overdue: '满七日未处理',
  recorded: '已记入案件',
  dismissed: '不再记入',
} as const;
export type Status = keyof typeof STATUS_LABELS;

/** Why a step that a unit's own system told of has not come into its case. */
export const WHY_LABELS = {
  early: '前一步骤还没有报送',
  form: '不符合记入的条件',
  faulty: '内容填写有误',
  differs: '同一步骤已经记入，内容不同',
} as const;
export type Why = keyof typeof WHY_LABELS;

/** A step of a case as its sender told it, which the case could not take. It is kept until it is taken or a leader says why not. */
export type HeldReport = BaseState & {
  readonly status: Status;
  readonly ownerId: string;
  readonly caseKind: string;
  readonly caseName: string;
  /** Number of the case in the sender's own system, and of the step within it. */
  readonly caseRef: string;
  readonly stepRef: string;
  readonly stepName: string;
  /** The step's own code, and the day on which it was done; not kept of what was held before they were asked. */
  readonly act?: string | null;
  readonly doneOn?: LocalDate | null;
  /** The case here; null: not even its opening has been taken. */
  readonly caseId: string | null;
  readonly why: Why;
  readonly reason: string;
  readonly content: string;
  readonly receivedOn: LocalDate;
  readonly isLate: boolean;
  readonly tries: number;
  readonly endedOn: LocalDate | null;
  readonly ending: string | null;
};
