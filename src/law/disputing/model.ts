import type { LocalDate } from '../local-date.ts';
import type { BaseState } from '../matter-kind.ts';
import type { PenaltyWeight } from '../penalty-weight.ts';

/** Ways in which a party turns against a decision. */
export const DISPUTE_LABELS = { reconsideration: '行政复议', litigation: '行政诉讼' } as const;
export type DisputeWay = keyof typeof DISPUTE_LABELS;

/** CT18, with the ends that leave the decision as it is. Each names the articles that know it: 复议法 41, 62–74, 诉讼法 60–77, 101. */
export const DISPUTE_RESULT_LABELS = {
  upheld: '维持（复议）',
  dismissed: '驳回申请、驳回诉讼请求、驳回起诉',
  changed: '变更',
  revoked: '撤销',
  partly: '部分撤销',
  remake: '撤销并责令重新作出',
  unlawful: '确认违法',
  void: '确认无效',
  perform: '责令履行',
  mediated: '调解、和解，决定不变',
  'mediated-changed': '调解书变更原决定',
  withdrawn: '撤回申请、撤诉',
  ended: '终止复议、终结诉讼',
} as const;
export type DisputeResult = keyof typeof DISPUTE_RESULT_LABELS;

/** What was wrong, as a code that can be counted (细则 12, 13). */
export const CAUSE_LABELS = {
  facts: '认定事实不清、证据不足',
  procedure: '违反法定程序',
  law: '适用法律、法规、规章错误',
  powers: '超越职权、滥用职权',
  subject: '主体不具有资格',
  discretion: '裁量明显不当',
  papers: '文书、送达有误',
  other: '其他',
} as const;
export type Cause = keyof typeof CAUSE_LABELS;

/** CT18: results by which the decision no longer stands as it was made. */
export type Undoing = 'changed' | 'revoked' | 'partly' | 'remake' | 'unlawful' | 'void' | 'perform';
const UNDOINGS: Readonly<Record<DisputeResult, Undoing | null>> = {
  upheld: null,
  dismissed: null,
  changed: 'changed',
  revoked: 'revoked',
  partly: 'partly',
  remake: 'remake',
  unlawful: 'unlawful',
  void: 'void',
  perform: 'perform',
  mediated: null,
  'mediated-changed': 'changed',
  withdrawn: null,
  ended: null,
};
export function undoingOf(result: DisputeResult): Undoing | null {
  return UNDOINGS[result];
}

/** 48: a published decision that was changed, revoked, or confirmed unlawful or void is taken back from the public. */
export const TAKEN_BACK: readonly Undoing[] = ['changed', 'revoked', 'partly', 'remake', 'unlawful', 'void'];
/** After these no part of the penalty is left to be performed. */
export const ENDS_PENALTY: readonly Undoing[] = ['revoked', 'remake', 'void'];
/** After these nothing of the decision is left to be filed as a major penalty; one that is partly revoked stands for the rest. */
const NO_LONGER_STANDS: readonly Undoing[] = ['revoked', 'remake', 'void', 'unlawful'];

/** Through which door a decision was put right. */
export const VIA_LABELS = {
  reconsideration: '行政复议',
  litigation: '行政诉讼',
  own: '本机关自行纠正',
  supervision: '行政执法监督',
  procuratorate: '检察建议',
} as const;
export type Via = keyof typeof VIA_LABELS;

/** What is left of a penalty: what it weighs, and its words. */
export type Standing = PenaltyWeight & { readonly content: string };

/** Why a 复议 stands still (复议法 39¶1, items 1 to 10). */
export const SUSPENDED_FOR_LABELS = {
  died: '申请人死亡，近亲属尚未确定是否参加（第一项）',
  incapable: '申请人丧失参加复议的行为能力，尚未确定法定代理人（第二项）',
  missing: '申请人下落不明（第三项）',
  dissolved: '申请人终止，尚未确定权利义务承受人（第四项）',
  prevented: '申请人、被申请人因不可抗力或者其他正当理由不能参加（第五项）',
  mediation: '进行调解、和解，双方同意中止（第六项）',
  interpretation: '涉及的法律适用问题需要有权机关解释、确认（第七项）',
  'other-case': '需要以其他案件的审理结果为依据，该案尚未审结（第八项）',
  norms: '附带审查规范性文件、依据（第九项，第五十六条、第五十七条）',
  other: '需要中止的其他情形（第十项）',
} as const;
export type Suspension = {
  readonly from: LocalDate;
  readonly until: LocalDate | null;
  readonly ground: keyof typeof SUSPENDED_FOR_LABELS;
};

/** One application for 复议, or one suit, about one decision of the case. */
export type Dispute = {
  readonly no: number;
  readonly way: DisputeWay;
  readonly body: string;
  /** Which decision of the case: a re-made one is another. */
  readonly decisionNo: number;
  /** The day of the application; from it on no surcharge is counted (处罚法 73¶3), unless it is not accepted. */
  readonly from: LocalDate;
  readonly acceptedOn: LocalDate | null;
  /** Not accepted: as if it had not been made. */
  readonly declined: boolean;
  readonly caseNumber: string | null;
  /** The organ received the copy to which it must answer, and answered. */
  readonly copyOn: LocalDate | null;
  readonly isSimple: boolean;
  readonly answeredOn: LocalDate | null;
  /** By how much the 复议机关 has put off its decision, and when the organ was told (复议法 62); left out: it has not. */
  readonly extended?: { readonly on: LocalDate; readonly days: number };
  /** In their order; left out: it has never been suspended. One that was ended while it stood still stays open. */
  readonly suspensions?: readonly Suspension[];
  /** The day on which the result takes effect; null while it goes on. */
  readonly until: LocalDate | null;
  readonly outcome: DisputeResult | null;
  readonly documentNumber: string | null;
  readonly result: string | null;
  /** 行政复议意见书 (复议法 76): received, and answered. */
  readonly opinionOn: LocalDate | null;
  readonly reportedOn: LocalDate | null;
};

/** A decision put right: by whom, how, what follows from it and what has been done of that. */
export type Redress = {
  readonly no: number;
  readonly via: Via;
  readonly disputeNo: number | null;
  readonly decisionNo: number;
  readonly undoing: Undoing;
  readonly effectOn: LocalDate;
  readonly document: string;
  readonly cause: Cause;
  readonly words: string;
  readonly before: Standing | null;
  readonly after: Standing | null;
  /** 责令重新作出: by when, where the document says so; when it was done. */
  readonly redoBy: LocalDate | null;
  readonly redoneOn: LocalDate | null;
  /** Where the decision stood in public when it was put right, and when it was taken down. */
  readonly publishedOn: LocalDate | null;
  readonly publishedAt: string | null;
  readonly offlineOn: LocalDate | null;
  /** Money or things that the party is to have back; fen paid beyond what is still owed. */
  readonly owesBack: boolean;
  readonly backFen: number;
  readonly givenBackOn: LocalDate | null;
};

/** 停止执行 (处罚法 73, 复议法 42, 诉讼法 56): only where somebody has decided so. */
export type Stay = { readonly no: number; readonly from: LocalDate; readonly until: LocalDate | null; readonly by: StayedBy };
export const STAYED_BY_LABELS = {
  organ: '作出决定的机关认为需要停止',
  reconsideration: '复议机关决定停止',
  court: '人民法院裁定停止',
  law: '法律、法规、规章规定停止',
} as const;
export type StayedBy = keyof typeof STAYED_BY_LABELS;

/** What every kind of penalty keeps of disputes about its decisions. */
export type Disputed = BaseState & {
  readonly disputes: readonly Dispute[];
  readonly redresses: readonly Redress[];
  readonly stays: readonly Stay[];
};

export const openDisputes = ({ disputes }: Pick<Disputed, 'disputes'>): readonly Dispute[] => disputes.filter((d) => d.until === null);
export const isStayed = ({ stays }: Pick<Disputed, 'stays'>): boolean => stays.some((s) => s.until === null);

/** Days on which no surcharge is counted: 复议、诉讼 that were taken up, or may still be, and 停止执行. */
export function surchargeStops(s: Pick<Disputed, 'disputes' | 'stays'>): readonly Pick<Stay, 'from' | 'until'>[] {
  return [...s.disputes.filter((d) => !d.declined), ...s.stays];
}

/** Whether a decision of the case, the first being number 1, has been put right only in part or not at all. */
export function decisionStands({ redresses }: Pick<Disputed, 'redresses'>, decisionNo: number): boolean {
  return !redresses.some((c) => c.decisionNo === decisionNo && NO_LONGER_STANDS.includes(c.undoing));
}

/** The penalty that was ordered to be made anew and has not been yet. */
export function remakingOf({ redresses }: Pick<Disputed, 'redresses'>): Redress | null {
  return redresses.findLast((c) => c.undoing === 'remake' && c.redoneOn === null) ?? null;
}

/** A new decision, or another lawful end, has come in the place of the one that was to be made anew. */
export function redone(redresses: readonly Redress[], on: LocalDate): readonly Redress[] {
  return redresses.map((c) => (c.undoing === 'remake' && c.redoneOn === null ? { ...c, redoneOn: on } : c));
}
