import type { AttachedFile, BaseState, LocalDate, Outgoing, Person } from '#law';
import type { CatalogueEntry, NormativeDocument } from './model-catalogue.ts';

export const STATUS_LABELS = {
  demanded: '催报待报送',
  draft: '准备报送',
  checking: '形式审查',
  supplementing: '待补正',
  reviewing: '合法性审查',
  signing: '待签发',
  sealing: '待用印',
  serving: '待送达',
  receiving: '待签收',
  correcting: '待自行纠正',
  rechecking: '复核纠正',
  escalating: '待提请政府',
  deciding: '政府决定',
  filed: '已备案',
  lapsed: '有效期届满',
  repealed: '已废止',
  revoked: '已撤销',
  declined: '不予受理',
  withdrawn: '已撤回',
  excused: '不需报送',
} as const;
export type Status = keyof typeof STATUS_LABELS;

/** With the bureau and not at its end: the document is out, so it may end, or be found fault with, at any of these stages. */
export const SUBMITTED: readonly Status[] = [
  ...(['checking', 'supplementing', 'reviewing', 'signing', 'sealing', 'serving', 'receiving'] as const),
  ...(['correcting', 'rechecking', 'escalating', 'deciding', 'filed'] as const),
];

export const LEVEL_LABELS = { government: '政府规范性文件', department: '部门规范性文件' } as const;
export type Level = keyof typeof LEVEL_LABELS;

/** The pieces of a package (SM-C10; the list is the platform's own, 待核定), besides the report that the platform makes. */
export const PIECE_LABELS = {
  text: '正式文本',
  explanation: '起草说明',
  basis: '制定依据',
  legality: '合法性审核意见',
  discussion: '集体审议记录',
  publication: '公布凭证',
} as const;
export type Piece = keyof typeof PIECE_LABELS;
export const PIECES: readonly Piece[] = ['text', 'explanation', 'basis', 'legality', 'discussion', 'publication'];
/** Ids of the files that arrived for each piece. */
export type Package = Readonly<Record<Piece, readonly string[]>>;

/** What 令262 leaves out of 行政规范性文件, and what belongs elsewhere. */
export const EXCLUSION_LABELS = {
  internal: '内部管理制度',
  establishment: '机构编制',
  minutes: '会议纪要',
  plan: '工作方案',
  request: '请示报告',
  award: '表彰奖惩',
  appointment: '人事任免',
  elsewhere: '不属于本机关备案的文件',
} as const;
export type Exclusion = keyof typeof EXCLUSION_LABELS;

export const OUTCOME_LABELS = { accept: '准予备案', correct: '要求自行纠正' } as const;
export type Outcome = keyof typeof OUTCOME_LABELS;
export const DEMAND_LABELS = { amend: '修改', repeal: '废止', stop: '停止执行' } as const;
export type Demand = keyof typeof DEMAND_LABELS;
export const CORRECTION_LABELS = { amended: '已修改并重新公布', repealed: '已废止' } as const;
export type CorrectionWay = keyof typeof CORRECTION_LABELS;
export const OBJECTION_LABELS = { uphold: '维持审查意见', lift: '撤回审查意见，重新审查' } as const;
export const DECISION_LABELS = { revoke: '撤销该文件', correct: '责令改正', keep: '不予撤销，准予备案' } as const;
export type Decision = keyof typeof DECISION_LABELS;
export const OPINION_SOURCE_LABELS = {
  maker: '制定机关的说明',
  department: '有关部门的意见',
  expert: '专家、法律顾问的意见',
  public: '公众的意见',
} as const;

export type Ground = {
  readonly ground: string;
  /** 条、款 of the document reviewed. */
  readonly place: string;
  readonly words: string;
  /** The higher text and article that the provision does not agree with, in the reviewer's words. */
  readonly norm: string | null;
};
export type Conclusion = {
  readonly outcome: Outcome;
  readonly opinion: string;
  readonly grounds: readonly Ground[];
  readonly demand: Demand | null;
  /** The issuer's own date for the correction. */
  readonly correctBy: LocalDate | null;
  readonly by: Person;
};
export const SUGGESTER_LABELS = { citizen: '公民', company: '企业', association: '社会组织', organ: '国家机关、事业单位' } as const;
export type Suggester = keyof typeof SUGGESTER_LABELS;
export const INTAKE_LABELS = { accept: '受理', decline: '不予受理' } as const;
export const ANSWER_LABELS = { lawful: '审查未发现问题', reopen: '重新审查', pass: '转制定机关研究处理' } as const;
/** A suggestion from outside to review the document (SM-C10): who made it is never written here. */
export type Suggestion = {
  readonly no: number;
  readonly by: Suggester;
  readonly receivedOn: LocalDate;
  readonly checkedOn: LocalDate | null;
  readonly isTakenUp: boolean | null;
  readonly answeredOn: LocalDate | null;
  readonly answer: keyof typeof ANSWER_LABELS | null;
  /** By which whoever made it on the public portal asks what became of it; left out where it came in at the window. */
  readonly receipt?: string;
};
/** One stretch of a period: begun, and ended or not. */
export type Stretch = { readonly no: number; readonly since: LocalDate; readonly until: LocalDate | null; readonly by: LocalDate | null };

export type NormativeFiling = BaseState & {
  readonly status: Status;
  readonly makerId: string;
  /** The government with which it is filed. */
  readonly recipientId: string | null;
  /** The 司法行政部门 that examines for it. */
  readonly bureauId: string;
  readonly level: Level;
  readonly isTrial: boolean;
  readonly document: NormativeDocument;
  /** Publication of the text that was first filed: the period for filing counts from it. */
  readonly firstPublishedOn: LocalDate;
  /** Letters by which the bureau asked for it; left out where none was needed. */
  readonly demands?: readonly { readonly on: LocalDate; readonly words: string; readonly due: LocalDate }[];
  readonly pieces: Package;
  /** The files of all pieces that ever arrived, with the digests under which they were attached. */
  readonly files: readonly AttachedFile[];
  readonly preparers: readonly Person[];
  /** Entered as filed before; its filing ran elsewhere. */
  readonly isEntered: boolean;
  readonly submittedOn: LocalDate | null;
  /** Why it was filed after the period; null: in time. */
  readonly lateReason: string | null;
  readonly registeredOn: LocalDate | null;
  /** Formal checks, supplements, legality reviews and corrections, each by its rounds. */
  readonly checks: readonly Stretch[];
  readonly supplements: readonly Stretch[];
  readonly reviews: readonly Stretch[];
  readonly corrections: readonly Stretch[];
  readonly opinions: readonly { readonly no: number; readonly source: keyof typeof OPINION_SOURCE_LABELS; readonly from: string }[];
  readonly conclusion: Conclusion | null;
  readonly letter: Outgoing | null;
  /** An objection of the maker to the opinion that still waits for its answer. */
  readonly isObjected: boolean;
  readonly correction: { readonly way: CorrectionWay; readonly on: LocalDate } | null;
  readonly catalogue: readonly CatalogueEntry[];
  readonly catalogued: { readonly on: LocalDate; readonly place: string } | null;
  /** The day from which the document no longer counts, where an act has ended it. */
  readonly endedOn: LocalDate | null;
  readonly suggestions: readonly Suggestion[];
};

/** Received, and neither answered nor declined. */
export function openSuggestions(s: Pick<NormativeFiling, 'suggestions'>): readonly Suggestion[] {
  return s.suggestions.filter((one) => one.isTakenUp !== false && one.answeredOn === null);
}

/** Pieces for which nothing was handed in. */
export function missingPieces(pieces: Package): readonly Piece[] {
  return PIECES.filter((piece) => pieces[piece].length === 0);
}
