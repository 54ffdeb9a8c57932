import type { BaseState, LocalDate, Outgoing, Person } from '#law';

export const STATUS_LABELS = {
  reporting: '单位自查',
  reviewing: '待审核认定',
  approving: '待政府批准',
  signing: '待签发公告',
  sealing: '待用印',
  announcing: '待公告',
  following: '办理变更',
  closed: '已办结',
  withdrawn: '已撤回',
} as const;
export type Status = keyof typeof STATUS_LABELS;

export const ANSWER_LABELS = { same: '登记内容没有变化', changed: '登记内容需要变更' } as const;
export const CONCLUSION_LABELS = { keep: '维持', change: '变更', cancel: '撤销' } as const;
export type Conclusion = keyof typeof CONCLUSION_LABELS;

/** What a unit says of itself; said again, the last counts. */
export type Report = {
  readonly unitId: string;
  readonly on: LocalDate;
  readonly answer: keyof typeof ANSWER_LABELS;
  /** The laws or papers from which it has its powers. */
  readonly powers: string;
  readonly staffing: string;
  readonly changes: string | null;
};
export type Concluded = { readonly unitId: string; readonly conclusion: Conclusion; readonly reason: string };

export type SubjectReview = BaseState & {
  readonly status: Status;
  readonly bureauId: string;
  readonly year: number;
  readonly units: readonly string[];
  readonly openedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly requirement: string;
  readonly reports: readonly Report[];
  readonly conclusions: readonly Concluded[];
  readonly governmentId: string | null;
  readonly submitter: Person | null;
  readonly approval: { readonly number: string; readonly on: LocalDate } | null;
  readonly letter: Outgoing | null;
  readonly channel: string | null;
  readonly announcedOn: LocalDate | null;
  /** The changes of the register that carry out what is not kept. */
  readonly followUps: readonly { readonly unitId: string; readonly matterId: string }[];
  readonly endedOn: LocalDate | null;
};

export function reportOf(s: SubjectReview, unitId: string): Report | undefined {
  return s.reports.find((r) => r.unitId === unitId);
}

/** Units about which the bureau has not concluded. */
export function unconcluded(s: SubjectReview): readonly string[] {
  return s.units.filter((id) => !s.conclusions.some((c) => c.unitId === id));
}

/** Units that are not kept as they are and whose change nobody has named yet. */
export function unfollowed(s: SubjectReview): readonly string[] {
  const open = s.conclusions.filter((c) => c.conclusion !== 'keep' && !s.followUps.some((f) => f.unitId === c.unitId));
  return open.map((c) => c.unitId);
}
