import { CLUE_SOURCE_LABELS, type Designation, type Executed, type LocalDate, type Person } from '#law';
import type { CorrectionOrder } from '#law/correcting/index';
import type { Evidence, Recording, Unrecorded } from '#law/evidence/index';
import type { AssistanceAnswer } from './model-assistance.ts';
import type { Good, Sample } from './model-custody.ts';
import type { Decision, Disagreement, Discussion, Hearing, Notice, Report, Review, Statement } from './model-deciding.ts';
import type { LetterKind, Payment, Round } from './model-execution.ts';
import type { Filed } from './model-filing.ts';
import type { Extension, Pause, Preservation, Recusal } from './model-inquiry.ts';
import type { Told } from './model-told.ts';

export const STATUS_LABELS = {
  clue: '线索核查',
  filing: '立案审批',
  investigating: '调查取证',
  suspended: '中止调查',
  concluded: '审查调查结果',
  reviewing: '法制审核',
  notifying: '事先告知',
  told: '听取陈述申辩',
  hearing: '听证',
  deliberating: '审议决定',
  decided: '送达决定书',
  performing: '履行决定',
  urged: '催告',
  court: '法院强制执行',
  ended: '待结案',
  transferred: '移送待回告',
  closed: '结案待归档',
  archived: '归档',
  'not-filed': '不予立案',
} as const;
export type Status = keyof typeof STATUS_LABELS;

const { other, ...CLUE_SOURCES } = CLUE_SOURCE_LABELS;
/** CT2, and the cases that go on here from elsewhere. */
export const SOURCE_LABELS = {
  ...CLUE_SOURCES,
  'on-the-spot': '当场处罚转为普通程序',
  remade: '复议、诉讼后重新作出',
  other,
} as const;

/** How a clue that leads to no case here was disposed of. */
export const ENDING_LABELS = {
  performed: '处罚决定履行完毕',
  'not-punished': '不予行政处罚',
  withdrawn: '撤销立案',
  discontinued: '终止案件调查',
  terminated: '终结执行',
  revoked: '处罚决定被撤销或者确认无效',
  transferred: '移送其他机关',
} as const;
export type Ending = keyof typeof ENDING_LABELS;

/** 普通程序处罚案件 (SM-E2): from a clue to the archive. */
export type OrdinaryPenalty = Executed<LetterKind> & {
  readonly status: Status;
  readonly openedOn: LocalDate;
  readonly openedBy: Person;
  readonly source: keyof typeof SOURCE_LABELS;
  readonly sourceRef: string | null;
  /** The case that could not be decided on the spot. */
  readonly fromSummary: string | null;
  /** The order to correct, given before any case, that was not obeyed; left out by cases that say nothing of one. */
  readonly fromCorrection?: string | null;
  /** 案由. */
  readonly cause: string;
  readonly narrative: string;
  readonly place: string;
  /** Where it was done: the government, or another organ, of that region. Absent: not told, or not yet. */
  readonly regionId?: string | null;
  /** The document by which the organ was put in charge of what was done outside its region; absent as the region is. */
  readonly designation?: Designation | null;
  readonly actStartedOn: LocalDate;
  /** null: it goes on, or its end is not known. */
  readonly actEndedOn: LocalDate | null;
  readonly discoveredOn: LocalDate;
  /** 涉及公民生命健康安全、金融安全且有危害后果 (处罚法 36). */
  readonly harm: boolean;
  /** Which safety and what harm; absent: not told. */
  readonly harmReason?: string | null;
  readonly itemCode: string | null;
  readonly isEnterprise: boolean;
  readonly clueExtendedOn: LocalDate | null;
  /** The law on which a penalty would rest, as proposed and then as concluded. */
  readonly basis: string | null;
  readonly handlerIds: readonly string[];
  readonly proposedBy: Person | null;
  readonly proposedOn: LocalDate | null;
  readonly proposal: string | null;
  /** 立案号; null before the case stands. */
  readonly number: string | null;
  readonly filedOn: LocalDate | null;
  /** The clue came to an end without a case here. */
  readonly clueEndedOn: LocalDate | null;
  readonly recusals: readonly Recusal[];
  readonly evidence: readonly Evidence[];
  readonly preservations: readonly Preservation[];
  readonly recordings: readonly Recording[];
  readonly unrecorded: readonly Unrecorded[];
  /** 涉案财物. */
  readonly goods: readonly Good[];
  /** Left out by cases in which no sample was taken. */
  readonly samples?: readonly Sample[];
  readonly corrections: readonly CorrectionOrder[];
  readonly pauses: readonly Pause[];
  readonly extensions: readonly Extension[];
  readonly reports: readonly Report[];
  readonly sentForReviewOn: LocalDate | null;
  readonly reviews: readonly Review[];
  /** Left out by cases in which nobody has disagreed. */
  readonly disagreements?: readonly Disagreement[];
  /** Why no legal review is asked for, where none is required; told of the report in hand. */
  readonly reviewSkipped: string | null;
  readonly notices: readonly Notice[];
  readonly statements: readonly Statement[];
  readonly hearing: Hearing | null;
  readonly discussions: readonly Discussion[];
  readonly decision: Decision | null;
  readonly payments: readonly Payment[];
  /** Other parts of the decision than money, told as done: 没收物品已处置, 已停业 … */
  readonly performedOtherwise: string | null;
  /** Decisions of this case that were revoked to be made anew, the first one first. */
  readonly rounds: readonly Round[];
  readonly ending: Ending | null;
  readonly transferredOn: LocalDate | null;
  /** The organ that it went to. */
  readonly transferTo: string | null;
  readonly endedOn: LocalDate | null;
  readonly endReason: string | null;
  readonly closedOn: LocalDate | null;
  /** Hearings about earlier reports, from the request to the end; absent: there was none. */
  readonly earlierHearings?: readonly { readonly from: LocalDate; readonly until: LocalDate }[];
  /** Absent: no organ that was asked for help has answered. */
  readonly assistance?: readonly AssistanceAnswer[];
  /** Absent: nothing shows that its decision was filed as a major penalty. */
  readonly filing?: Filed;
  readonly archivedOn: LocalDate | null;
  readonly archiveNumber: string | null;
  /** What rules ask of the acts beside all this. */
  readonly told?: Told;
  /** Earlier archivings of a case that a dispute has opened again. */
  readonly archivedBefore: readonly { readonly endedOn: LocalDate; readonly archivedOn: LocalDate }[];
};

export function reportOf(s: OrdinaryPenalty): Report | null {
  return s.reports.at(-1) ?? null;
}

/** The notice that stands: served or on its way; one withdrawn by a new investigation no longer does. */
export function noticeOf(s: OrdinaryPenalty): Notice | null {
  const last = s.notices.at(-1);
  return last === undefined || last.reportNo !== s.reports.length ? null : last;
}

/** The review that stands: of the report in hand. */
export function reviewOf(s: OrdinaryPenalty): Review | null {
  const last = s.reviews.at(-1);
  return last === undefined || last.reportNo !== s.reports.length ? null : last;
}
