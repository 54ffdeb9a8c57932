import type { BaseState, LocalDate, Outgoing, Person, Qualification } from '#law';

export const CHANGE_LABELS = {
  rename: '更名',
  move: '调整隶属关系',
  merge: '合并',
  split: '分设',
  abolish: '撤销',
  qualify: '主体资格',
} as const;
export type ChangeType = keyof typeof CHANGE_LABELS;

export const STATUS_LABELS = {
  applied: '待审核',
  returned: '待补正',
  approving: '待政府批准',
  signing: '待签发公告',
  sealing: '待用印',
  announcing: '待公告',
  registering: '登记中',
  planned: '待生效',
  passing: '移交中',
  effective: '已生效',
  refused: '不予确认',
  withdrawn: '已撤回',
} as const;
export type Status = keyof typeof STATUS_LABELS;

/** A unit that comes out of a split. */
export type Part = {
  readonly name: string;
  readonly shortName: string;
  readonly code: string | null;
  readonly documentPrefix: string | null;
};
export type Basis = { readonly name: string; readonly number: string; readonly on: LocalDate };

/** What is to become of one unit, from which day, by which paper. */
export type Wanted = {
  readonly change: ChangeType;
  readonly unitId: string;
  readonly bureauId: string;
  readonly effectiveOn: LocalDate;
  readonly basis: Basis;
  readonly reason: string;
  readonly name: string | null;
  readonly shortName: string | null;
  readonly documentPrefix: string | null;
  readonly superiorId: string | null;
  readonly lineSuperiorId: string | null;
  readonly successorId: string | null;
  readonly parts: readonly Part[];
  /** The unit that is split does not go on. */
  readonly ends: boolean;
  readonly qualification: Qualification | null;
};

export type SubjectChange = BaseState & {
  readonly status: Status;
  readonly wanted: Wanted;
  readonly applicantId: string;
  readonly applicants: readonly Person[];
  readonly governmentId: string | null;
  readonly reviewer: Person | null;
  readonly approval: { readonly number: string; readonly on: LocalDate } | null;
  readonly letter: Outgoing | null;
  readonly channel: string | null;
  readonly handedOver: readonly { readonly on: LocalDate; readonly words: string }[];
  readonly announcedOn: LocalDate | null;
  readonly passed: number | null;
  readonly endedOn: LocalDate | null;
};

/** Whether the unit is no more once the change takes effect, so that somebody must go on with its matters. */
export function endsUnit(w: Pick<Wanted, 'change' | 'ends'>): boolean {
  return w.change === 'merge' || w.change === 'abolish' || (w.change === 'split' && w.ends);
}
