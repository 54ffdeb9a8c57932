import type { BaseState, LocalDate, Person } from '#law';

export const STATUS_LABELS = {
  proposed: '待市司法局核准',
  returned: '退回补正',
  approved: '已核准',
  refused: '不予核准',
  withdrawn: '已撤回',
} as const;
export type Status = keyof typeof STATUS_LABELS;

/** How a unit handles its cases of one kind (网上办案, 细则 3¶1): here, in a system of its own, or on paper told by tables. */
export const MODE_LABELS = { platform: '平台办案', 'own-system': '自有系统对接', tables: '表格归集' } as const;
export type Mode = keyof typeof MODE_LABELS;

export const CASE_KIND_LABELS = {
  'ordinary-penalty': '普通程序处罚案件',
  'summary-penalty': '当场处罚',
  'correction-order': '责令改正',
} as const;
export type CaseKind = keyof typeof CASE_KIND_LABELS;

/** A unit's proposal of how it handles one kind of case, and what the city's bureau says to it. */
export type HandlingMode = BaseState & {
  readonly status: Status;
  readonly unitId: string;
  /** The 司法行政部门 of the city. */
  readonly bureauId: string;
  readonly caseKind: CaseKind;
  readonly mode: Mode;
  /** Name of the unit's own system. */
  readonly system: string | null;
  readonly from: LocalDate;
  readonly reason: string;
  readonly proposers: readonly Person[];
  readonly answer: string | null;
  /** The day from which it stands in the register: the proposed one, never before the approval. */
  readonly effectiveOn: LocalDate | null;
};
