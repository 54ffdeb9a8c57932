import type { BaseState, LocalDate, Outgoing, Person, Reviewed } from '#law';

export const TYPE_LABELS = { circular: '通报', talk: '约谈' } as const;
export type NoticeType = keyof typeof TYPE_LABELS;

export const STATUS_LABELS = {
  draft: '拟制',
  reviewing: '审核',
  signing: '签发',
  sealing: '用印',
  serving: '送达',
  convening: '约谈召开',
  following: '整改跟踪',
  closed: '结案',
  withdrawn: '已撤回',
} as const;
export type Status = keyof typeof STATUS_LABELS;

/** What a called-in unit undertook to do, or what a circular asks of those it names. */
export type Commitment = {
  readonly no: number;
  readonly words: string;
  readonly due: LocalDate;
  readonly doneOn: LocalDate | null;
  /** Its day has passed and it was not kept: what the issuer does about it. */
  readonly unkept?: { readonly notedOn: LocalDate; readonly measures: string };
};

/** Neither kept nor given up as unkept. */
export function openCommitments({ commitments }: Pick<NoticeAndTalk, 'commitments'>): readonly Commitment[] {
  return commitments.filter((c) => c.doneOn === null && c.unkept === undefined);
}

export type NoticeAndTalk = BaseState & {
  readonly status: Status;
  readonly type: NoticeType;
  readonly subject: string;
  readonly issuerId: string;
  readonly unitIds: readonly string[];
  readonly facts: string;
  readonly requirement: string;
  /** The two conditions of 约谈 (细则 21): each in words, its proof attached. */
  readonly conditions: { readonly prominent: string; readonly impact: string } | null;
  readonly meeting: { readonly persons: string; readonly time: string; readonly place: string } | null;
  /** 通报 is internal or public by choice. */
  readonly publish: boolean;
  readonly contact: string;
  readonly drafters: readonly Person[];
  readonly reviewed: Reviewed | null;
  readonly letter: Outgoing | null;
  readonly heldOn: LocalDate | null;
  readonly receivedBy: readonly string[];
  readonly commitments: readonly Commitment[];
  readonly closedOn: LocalDate | null;
};

export const LETTERS = {
  circular: { document: 'DOC-16', name: '通报', series: '执监报', template: 'circular' },
  talk: { document: 'DOC-15', name: '约谈通知书', series: '执监约', template: 'call-in' },
} as const satisfies Record<NoticeType, { document: string; name: string; series: string; template: string }>;
