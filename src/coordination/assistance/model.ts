import type { BaseState, LocalDate, Outgoing, PartyRef, Person, Reviewed } from '#law';

export const STATUS_LABELS = {
  draft: '拟稿',
  reviewing: '审核',
  signing: '签发',
  sealing: '用印',
  serving: '送达',
  receiving: '待签收',
  considering: '审查请求',
  assisting: '协助办理',
  'reply-reviewing': '复函审核',
  'reply-signing': '复函签发',
  'reply-sealing': '复函用印',
  'reply-sending': '复函发出',
  done: '已协助',
  refused: '不予协助',
  coordinating: '协调中',
  ended: '终结',
  withdrawn: '已撤回',
} as const;
export type Status = keyof typeof STATUS_LABELS;

export const WAY_LABELS = { assist: '协助', inquire: '协查' } as const;
export type Way = keyof typeof WAY_LABELS;

/** Why the organ that was asked does not help. */
export const REFUSAL_LABELS = {
  'not-competent': '请求事项不属于本机关职权范围',
  'cannot-lawfully': '法律、法规、规章禁止提供',
  'cannot-in-fact': '没有所请求的材料，或者客观上不能协助',
  other: '其他',
} as const;
export type RefusalGround = keyof typeof REFUSAL_LABELS;

export type AnswerFile = { readonly id: string; readonly name: string; readonly sha256: string; readonly size: number };
export type Answer = {
  readonly outcome: 'given' | 'refused';
  readonly on: LocalDate;
  readonly number: string | null;
  readonly ground: RefusalGround | null;
  readonly words: string;
  readonly files: readonly AnswerFile[];
};

/** The asked organ's own letter of answer, drawn up by it and numbered by it: nobody else is told of it before it is sent. */
export type Reply = {
  readonly outcome: Answer['outcome'];
  readonly ground: RefusalGround | null;
  readonly words: string;
  readonly materials: readonly string[];
  readonly contact: string;
  readonly drafters: readonly Person[];
  readonly reviewed: Reviewed | null;
  readonly letter: Outgoing | null;
};

/** 执法协助、协查 (处罚法 26): a case asks another organ for what belongs to that organ's powers. */
export type Assistance = BaseState & {
  readonly status: Status;
  readonly way: Way;
  readonly subject: string;
  readonly issuerId: string;
  /** null: an organ that the register does not hold, named by `outside`. */
  readonly addresseeId: string | null;
  readonly outside: string | null;
  readonly caseId: string;
  readonly basis: string;
  readonly who: PartyRef | null;
  readonly request: string;
  readonly facts: string;
  readonly materials: readonly string[];
  /** A day that the asking organ would like; it governs where it is earlier. */
  readonly wantedBy: LocalDate | null;
  readonly contact: string;
  readonly drafters: readonly Person[];
  readonly reviewed: Reviewed | null;
  readonly letter: Outgoing | null;
  readonly agreedOn: LocalDate | null;
  readonly answer: Answer | null;
  /** null once it was returned by a coordination; absent: the organ asked has drawn none up. */
  readonly reply?: Reply | null;
  readonly reminders: number;
  /** 协商记录 and own proposal with which the bureau was asked to coordinate (细则 6). */
  readonly coordination: { readonly askedOn: LocalDate; readonly endedOn: LocalDate | null } | null;
  readonly closedOn: LocalDate | null;
};
