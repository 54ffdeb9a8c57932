import type { BaseState, LocalDate, OrganisationFact, Person } from '#law';

export const FORM_LABELS = {
  training: '培训',
  consultation: '案件会商',
  answer: '答复请示',
  'on-site': '现场指导',
  urging: '督促指导',
} as const;
export type Form = keyof typeof FORM_LABELS;

export const ORIGIN_LABELS = { asked: '请求指导', assigned: '指导任务', given: '直接登记' } as const;
export type Origin = keyof typeof ORIGIN_LABELS;

/** Why one organ guides the other: 细则 2¶5 for the first three, the line of departments for the last. */
export const RELATION_LABELS = {
  delegate: '委托机关对受委托组织',
  stationed: '部门对派驻执法队伍',
  township: '旗县区部门对苏木乡镇、街道',
  counterpart: '上一级主管部门对下级部门',
} as const;
export type Relation = keyof typeof RELATION_LABELS;

export const STATUS_LABELS = {
  asked: '待答复',
  assigned: '待指导',
  confirming: '待对方确认',
  confirmed: '已确认',
  declined: '已退回',
  withdrawn: '已撤回',
} as const;
export type Status = keyof typeof STATUS_LABELS;

/** What was done, as the guide tells it. */
export type Given = {
  readonly on: LocalDate;
  readonly guides: string;
  readonly attendees: string;
  readonly content: string;
  readonly by: Person;
};

export type Guidance = BaseState & {
  readonly status: Status;
  readonly form: Form;
  readonly origin: Origin;
  readonly guideId: string;
  readonly guidedId: string;
  /** The 司法行政部门 that set the task; null: the guide itself, or the guided organ asked. */
  readonly setById: string | null;
  readonly subject: string;
  /** The question asked, or what the task is to bring; empty where guidance was recorded at once. */
  readonly request: string;
  readonly begunOn: LocalDate;
  readonly dueOn: LocalDate | null;
  readonly given: Given | null;
  readonly recordedOn: LocalDate | null;
  /** 对方确认. */
  readonly confirmed: { readonly on: LocalDate; readonly words: string; readonly by: Person } | null;
  readonly objections: readonly { readonly on: LocalDate; readonly reason: string }[];
  readonly endReason: string | null;
  readonly endedOn: LocalDate | null;
};

/** How one organ stands to another that it guides, by the register of the day; null: it does not guide it. */
export function relationOf(guide: OrganisationFact, guided: OrganisationFact): Relation | null {
  if (guide.id === guided.id) return null;
  if (guided.answersThroughId === guide.id) {
    if (guided.kind === 'delegate') return 'delegate';
    if (guided.kind === 'stationed') return 'stationed';
  }
  const isOfBanner = guide.tier === 'banner' && guide.regionCode.slice(0, 6) === guided.regionCode.slice(0, 6);
  if (guide.kind === 'department' && guided.kind === 'township' && isOfBanner) return 'township';
  return guided.lineSuperiorId === guide.id ? 'counterpart' : null;
}
