import {
  addDays,
  type Designation,
  type Executed,
  type LocalDate,
  type NoPenalty,
  type PaidReceipt,
  type PenaltyKind,
  type Person,
  type Standing,
  type Taking,
} from '#law';
import type { CorrectionOrder } from '#law/correcting/index';
import type { Punished } from '#law/discretion/lists-of-day';
import type { Mitigation } from '#law/discretion/mitigation';
import type { Evidenced } from '#law/evidence/index';
import type { Told } from './model-told.ts';

export const STATUS_LABELS = {
  onsite: '现场调查',
  heard: '已告知听取',
  decided: '待交付',
  delivered: '待报备',
  recorded: '履行中',
  urged: '催告',
  court: '法院强制执行',
  settled: '待结案',
  closed: '待归档',
  archived: '已归档',
  'not-punished': '不予处罚',
  converted: '转普通程序',
  remaking: '撤销后重新处理',
} as const;
export type Status = keyof typeof STATUS_LABELS;

/** What 处罚法 51 lets be decided on the spot, and no more. */
export const PENALTY_LABELS = { warning: '警告', fine: '罚款', both: '警告、罚款' } as const;
export type OnTheSpot = keyof typeof PENALTY_LABELS;

export function kindsOf(penalty: OnTheSpot): readonly PenaltyKind[] {
  const kinds = { warning: ['CF01'], fine: ['CF03'], both: ['CF01', 'CF03'] } as const;
  return kinds[penalty];
}

export const STATEMENT_LABELS = { made: '提出了陈述、申辩', none: '表示不陈述、申辩' } as const;
export const REVIEW_LABELS = { accepted: '采纳', partly: '部分采纳', rejected: '不采纳' } as const;
export const WEIGHT_LABELS = { none: '没有从轻、减轻情节', lenient: '从轻处罚', mitigated: '减轻处罚' } as const;
export type Weight = keyof typeof WEIGHT_LABELS;
export const CORRECTION_LABELS = { ordered: '责令改正', 'not-needed': '无需责令改正' } as const;
export const PAYMENT_WAY_LABELS = { bank: '到指定银行或者电子支付系统缴纳', 'on-the-spot': '当场收缴', none: '没有罚款' } as const;
export const DELIVERY_LABELS = { signed: '当事人签收', refused: '当事人拒绝签收' } as const;

/** The only cases in which officers may take a fine themselves (处罚法 68, 69). */
export const COLLECTION_LABELS = {
  'at-most-100': '依法给予一百元以下罚款',
  'hard-later': '不当场收缴事后难以执行',
  remote: '边远、水上、交通不便地区，当事人到指定银行或者通过电子支付系统缴纳确有困难，经当事人提出',
} as const;
export type CollectionGround = keyof typeof COLLECTION_LABELS;

/** A penalty by its kinds and its fine; no fine: 0. */
export type Proposed = { readonly penalty: OnTheSpot; readonly fineFen: number };

/** The same as it is compared with another, and as papers and reasons say it. */
export function standingOfProposed({ penalty, fineFen }: Proposed): Omit<Standing, 'content'> {
  return { kinds: kindsOf(penalty), fineFen: penalty === 'warning' ? null : fineFen, incomeFen: null, goodsFen: null };
}

export type Hearing = {
  readonly on: LocalDate;
  readonly proposed: Proposed;
  readonly made: boolean;
  readonly words: string | null;
  readonly review: keyof typeof REVIEW_LABELS | null;
  readonly reason: string | null;
};

export type Decision = {
  readonly on: LocalDate;
  readonly time: string;
  readonly number: string;
  readonly documentId: string;
  readonly penalty: OnTheSpot;
  readonly fineFen: number;
  readonly weight: Weight;
  readonly weightReason: string | null;
  /** What the tier was chosen from; null: no benchmark of the conduct was in force. */
  readonly tier: { readonly tier: number | null; readonly deviation: string | null } | null;
  /** Left out by decisions that did not tell it. */
  readonly mitigation?: readonly Mitigation[];
  /** 货值金额, where the fine is a multiple of it. */
  readonly valueFen?: number;
  /** 违法所得, where it is told. */
  readonly gainFen?: number;
  readonly correction: string | null;
  readonly way: keyof typeof PAYMENT_WAY_LABELS;
  /** As it was made, where a redress has changed it since. */
  readonly original: Proposed | null;
};

export type Delivery = { readonly on: LocalDate; readonly refused: string | null; readonly late: string | null };
export type Collection = Taking & { readonly fen: number; readonly ground: CollectionGround; readonly receipt: string };
/** Numbered letters beside the decision, which is handed over where it is made. */
export const LETTER_LABELS = { urging: '履行行政处罚决定催告书', amending: '撤销、变更行政处罚决定书' } as const;
export type LetterKind = keyof typeof LETTER_LABELS;

export type Payment = { readonly on: LocalDate; readonly fen: number; readonly surchargeFen: number; readonly receipt: string };

/** A penalty decided on the spot, from the facts met there to the archive (SM-E1). */
export type SummaryPenalty = Executed<LetterKind> &
  Evidenced & {
    readonly status: Status;
    readonly openedOn: LocalDate;
    readonly openedBy: Person;
    readonly officerIds: readonly string[];
    readonly place: string;
    /** Where it was done, by the government of the place; null: in the organ's own place. */
    readonly regionId: string | null;
    /** By which document the organ was put in charge; of the first cases the number alone is told. */
    readonly designation: { readonly [part in keyof Designation]: Designation[part] | null } | null;
    readonly actOn: LocalDate;
    readonly conduct: string;
    readonly facts: string;
    readonly violated: string;
    readonly basis: string;
    readonly itemCode: string;
    readonly hearing: Hearing | null;
    readonly decision: Decision | null;
    readonly delivery: Delivery | null;
    readonly reportedOn: LocalDate | null;
    readonly payments: readonly Payment[];
    readonly collection: Collection | null;
    /** What was paid late was looked at: nothing is left, 加处罚款 among it. */
    readonly completedOn: LocalDate | null;
    /** Why the fine is no longer pursued. */
    readonly ended: { readonly on: LocalDate; readonly reason: string } | null;
    /** 不予处罚 and the education given (处罚法 33), or why the ordinary procedure is taken. */
    readonly instead: {
      readonly on: LocalDate;
      readonly reason: string;
      readonly education: string | null;
      /** Left out where the ordinary procedure is taken, and where it was told in words alone. */
      readonly ground?: NoPenalty;
    } | null;
    readonly closedOn: LocalDate | null;
    readonly archive: { readonly on: LocalDate; readonly number: string } | null;
    /** What rules ask of the acts beside all this. */
    readonly told?: Told;
    /** Left out by cases whose decision orders nothing that has to be checked. */
    readonly corrections?: readonly CorrectionOrder[];
    /** Earlier archivings of a case that a dispute has opened again. */
    readonly archivedBefore: readonly { readonly on: LocalDate; readonly number: string }[];
  };

/** The benchmark is found by the name of the 违法行为 and the item, the lists by the item's code. */
export function punished({ organId, itemCode, conduct, basis }: SummaryPenalty): Punished {
  return { organId, itemCode, violation: conduct, basis };
}

export function fineOf(s: SummaryPenalty): number {
  return s.decision?.fineFen ?? 0;
}

export function paidFen(s: SummaryPenalty): number {
  return (s.collection?.fen ?? 0) + s.payments.reduce((sum, p) => sum + p.fen, 0);
}

/** 加处罚款 that the party has paid beside the fine. */
export function surchargePaidFen(s: SummaryPenalty): number {
  return s.payments.reduce((sum, p) => sum + p.surchargeFen, 0);
}

/** Every payment by its receipt: what officers took, and what came to the bank with what had been added. */
export function receiptsOf({ collection, payments }: SummaryPenalty): readonly PaidReceipt[] {
  const taken = collection === null ? [] : [collection];
  return [
    ...taken.map(({ receipt, on, fen }) => ({ receipt, on, fen })),
    ...payments.map(({ receipt, on, fen, surchargeFen }) => ({ receipt, on, fen: fen + surchargeFen })),
  ];
}

/** The fine itself is there; whether anything was added to it is another question. */
export const isPaidUp = (s: SummaryPenalty): boolean => paidFen(s) >= fineOf(s);

/** 处罚法 67; a last day that is no working day gives more. */
const DAYS_TO_PAY = 15;

/** Every payment came within the fifteen days as they are counted at the least: nothing can have been added. */
function isSurelyInTime({ delivery, payments }: SummaryPenalty): boolean {
  return delivery === null || payments.every((p) => p.on <= addDays(delivery.on, DAYS_TO_PAY));
}

/** What the party owes is paid, and what officers took has come to the bank. */
export function isSettled(s: SummaryPenalty): boolean {
  if (s.collection !== null && s.collection.bankedOn === null) return false;
  return s.ended !== null || (isPaidUp(s) && (s.completedOn !== null || isSurelyInTime(s)));
}

/** Where a case rests once its decision has been handed over. */
export function next(s: SummaryPenalty): Status {
  if (s.status === 'remaking') return 'remaking';
  if (s.reportedOn === null) return 'delivered';
  if (isSettled(s)) return 'settled';
  if (s.enforcement !== null) return 'court';
  return s.urgings.length > 0 ? 'urged' : 'recorded';
}

/** The day on which nothing was owed any more; null while something is. */
export function settledOn(s: SummaryPenalty): LocalDate | null {
  if (!isSettled(s)) return null;
  const days = [...s.payments.map((p) => p.on), s.completedOn, s.collection?.bankedOn ?? null, s.ended?.on ?? null, s.delivery?.on ?? null];
  return days.filter((day) => day !== null).reduce<LocalDate | null>((last, day) => (last === null || day > last ? day : last), null);
}

/** The run of the closing period that is open: a case opened again by a dispute is archived once more. */
export function closingKey(s: SummaryPenalty): string {
  return s.archivedBefore.length === 0 ? '' : `第${s.archivedBefore.length + 1}次归档`;
}
