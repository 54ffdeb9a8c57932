import type { BaseState, LocalDate, Outgoing, Person, Reviewed } from '#law';

export const STATUS_LABELS = {
  draft: '拟稿',
  reviewing: '审核',
  signing: '签发',
  sealing: '用印',
  serving: '送达',
  receiving: '待签收',
  handling: '办理中',
  decided: '待书面告知',
  closed: '办结',
  returned: '退回',
  withdrawn: '已撤回',
} as const;
export type Status = keyof typeof STATUS_LABELS;

/** 移送事项 (SM-C5 b): a matter of another organ goes to it; it tells in writing what it decided (细则 20¶2). */
export type Referral = BaseState & {
  readonly status: Status;
  readonly subject: string;
  readonly issuerId: string;
  readonly addresseeId: string;
  readonly basis: string;
  readonly facts: string;
  readonly materials: readonly string[];
  readonly contact: string;
  readonly handlerIds: readonly string[];
  readonly caseId: string | null;
  readonly drafters: readonly Person[];
  readonly reviewed: Reviewed | null;
  readonly letter: Outgoing | null;
  readonly reminders: number;
  /** Day of the organ's own decision: only from it can the twenty days be counted. */
  readonly decidedOn: LocalDate | null;
  readonly result: string | null;
  readonly answeredOn: LocalDate | null;
  readonly reportedToGovernment: boolean;
  readonly closedOn: LocalDate | null;
};

export const SEALED_STATUS_LABELS = {
  draft: '拟稿',
  approving: '审批',
  sealing: '用印',
  sending: '待移送',
  sent: '待回执',
  receipted: '已回执',
  closed: '办结',
  withdrawn: '已撤回',
} as const;
export type SealedStatus = keyof typeof SEALED_STATUS_LABELS;
export const SECRECY_LABELS = { internal: '工作秘密', confidential: '秘密', secret: '机密' } as const;

/** 职务违法犯罪线索移送 (SM-C5 a): reached by named persons alone; whom it concerns is told nothing (细则 20¶1). */
export type SealedReferral = BaseState & {
  readonly status: SealedStatus;
  readonly issuerId: string;
  readonly commissionId: string;
  readonly secrecy: keyof typeof SECRECY_LABELS;
  readonly suspects: string;
  readonly clue: string;
  readonly evidence: readonly string[];
  readonly readerIds: readonly string[];
  readonly drafter: Person;
  /** The head has drafted it: the approval is a deputy's. */
  readonly isHeadsDraft?: true;
  readonly letter: Outgoing | null;
  readonly receiptOn: LocalDate | null;
  readonly closedOn: LocalDate | null;
};
