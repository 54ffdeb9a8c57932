import type { BaseState, LocalDate, Outgoing, Person, Reviewed } from '#law';

export const STATUS_LABELS = {
  due: '应备未报',
  overdue: '逾期未报',
  receiving: '待收讫',
  examining: '备案审查',
  correcting: '补正材料',
  draft: '拟审查意见',
  reviewing: '意见审核',
  signing: '意见签发',
  sealing: '意见用印',
  serving: '意见送达',
  answering: '待报告纠正',
  answered: '核查纠正',
  receipting: '待上级回执',
  accepted: '予以备案',
  concluded: '审查办结',
  stated: '来源载明已备案',
  lapsed: '不再应备',
} as const;
export type Status = keyof typeof STATUS_LABELS;

/** The four heads of the review: 主体、证据、依据、程序. */
export const HEAD_LABELS = { organ: '主体', evidence: '事实和证据', basis: '适用依据', procedure: '程序' } as const;
export type Head = keyof typeof HEAD_LABELS;
export const ANSWER_LABELS = { sound: '未发现问题', doubtful: '有问题' } as const;

/** Results with problems (CT15); 要求补正 and 予以备案 are steps of their own. */
export const RESULT_LABELS = { advise: '建议纠正', order: '责令改正·提请撤销' } as const;
export type Result = keyof typeof RESULT_LABELS;

/** The papers of a package, in the order in which the report lists them. */
export const MATERIAL_LABELS = {
  decisionPaper: '行政处罚决定书',
  notices: '告知书、听证通知书',
  caseOpening: '立案审批表',
  legalReview: '法制审核意见',
  discussion: '集体讨论记录',
  evidence: '主要证据及说明',
  law: '适用的法律条文',
} as const;
export type Material = keyof typeof MATERIAL_LABELS;

/** The decision as it stood when the duty was found; a person's name is shortened as in the record of the decision. */
export type Decision = {
  readonly number: string;
  readonly party: string;
  readonly penalty: string;
  readonly fineFen: number | null;
  readonly confiscatedFen: number | null;
  readonly decidedOn: LocalDate;
  /** Why it is a major one: 罚款60,000.00元, 责令停产停业 … */
  readonly reasons: readonly string[];
};

export type Package = {
  readonly facts: string;
  readonly process: string;
  readonly lateBecause: string | null;
  readonly contact: string;
  readonly materials: readonly { readonly name: string; readonly files: number }[];
};

export type Opinion = {
  readonly result: Result;
  readonly problems: readonly { readonly head: Head; readonly facts: string; readonly basis: string }[];
  readonly requirement: string;
  /** The reviewing organ's own date, printed as such. */
  readonly answerBy: LocalDate | null;
  readonly handlerIds: readonly string[];
  readonly contact: string;
};

/** 重大行政处罚备案 (SM-C11, 细则 8(3), 18): from the decision that has to be filed to what the review came to. */
export type MajorPenaltyFiling = BaseState & {
  readonly status: Status;
  readonly decisionId: string;
  /** Which decision of its case; left out: the first. */
  readonly decisionNo?: number;
  readonly organId: string;
  /** The 司法行政部门 that keeps the ledger of the organ's level; null: none is registered. */
  readonly bureauId: string | null;
  /** Who reviews on the platform; null: it is filed with a superior alone (垂直管理). */
  readonly reviewerId: string | null;
  /** The upper department, which gets a copy outside the platform and answers by a receipt. */
  readonly upperId: string | null;
  readonly decision: Decision;
  /** Decided in a case on the platform, whose papers go with the package; left out where they are elsewhere. */
  readonly fromCase?: true;
  /** Filed before by another way, as the source of the decision tells. */
  readonly statedOn: LocalDate | null;
  readonly overdueOn: LocalDate | null;
  readonly demands: readonly { readonly on: LocalDate; readonly words: string; readonly due: LocalDate }[];
  readonly package: Package | null;
  readonly preparers: readonly Person[];
  /** Sent back by the organ's leader, to be prepared anew. */
  readonly sentBack: boolean;
  readonly filedOn: LocalDate | null;
  readonly receivedOn: LocalDate | null;
  readonly corrections: readonly { readonly words: string; readonly due: LocalDate; readonly doneOn: LocalDate | null }[];
  readonly opinion: Opinion | null;
  readonly drafters: readonly Person[];
  readonly reviewed: Reviewed | null;
  readonly letter: Outgoing | null;
  readonly answer: string | null;
  /** Supervision cases and documents that took up its problems. */
  readonly takenUpBy: readonly string[];
  readonly receipt: { readonly on: LocalDate; readonly number: string | null } | null;
  readonly endedOn: LocalDate | null;
  readonly endReason: string | null;
  /** Filed of the organ's own accord: nobody owes it, no period runs. Left out where it is owed. */
  readonly voluntary?: true;
};

/** Filed after the last day: recorded, never refused. */
export function isLate({ overdueOn, filedOn }: Pick<MajorPenaltyFiling, 'overdueOn' | 'filedOn'>): boolean {
  return overdueOn !== null && filedOn !== null;
}

/** Where the review stands at its end: the upper department's receipt may still be waited for. */
export function endOf({ upperId, reviewerId, receipt, opinion }: MajorPenaltyFiling): 'receipting' | 'accepted' | 'concluded' {
  const waits = receipt === null && (upperId !== null || reviewerId === null);
  if (waits) return 'receipting';
  return opinion === null ? 'accepted' : 'concluded';
}
