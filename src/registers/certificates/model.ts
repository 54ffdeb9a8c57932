import type { BaseState, CertificateKind, LocalDate, Person } from '#law';

export const AFFAIR_LABELS = {
  issue: '申领',
  registration: '审核注册',
  exchange: '换证',
  loss: '遗失补证',
  suspension: '暂扣',
  revocation: '吊销',
  cancellation: '注销',
} as const;
export type Affair = keyof typeof AFFAIR_LABELS;

export const STATUS_LABELS = {
  due: '待报送',
  applied: '待审核',
  returned: '待补正',
  declaring: '待声明作废',
  reviewed: '待上报',
  awaiting: '待自治区答复',
  suspended: '暂扣中',
  done: '已办结',
  refused: '不予办理',
  withdrawn: '已撤回',
} as const;
export type Status = keyof typeof STATUS_LABELS;

/** Affairs at whose end the region makes a card. */
export const MAKES_CARD: readonly Affair[] = ['issue', 'exchange', 'loss'];
/** Affairs that take the certificate away, for a time or for good. */
export const TAKES_CARD: readonly Affair[] = ['suspension', 'revocation', 'cancellation'];

/** The certificate that an affair is about, as its unit names it. */
export type Card = {
  readonly kind: CertificateKind;
  /** null until the region has given one. */
  readonly number: string | null;
  readonly name: string;
  /** 人员编号, by which a person is known in the register. */
  readonly person: string | null;
  readonly post: string | null;
  readonly domains: readonly string[];
};

/** What the region has decided, as its paper says. */
export type Answer = {
  readonly is: 'approved' | 'refused' | 'restored' | 'revoked';
  /** 文号. */
  readonly paper: string;
  readonly on: LocalDate;
  readonly from: LocalDate | null;
};

export type CertificateAffair = BaseState & {
  readonly status: Status;
  readonly affair: Affair;
  readonly unitId: string;
  readonly bureauId: string;
  /** Who has asked for it; the unit itself where the platform has opened it. */
  readonly applicantId: string;
  /** The city's bureau that sends it up to the region. */
  readonly forwarderId: string | null;
  readonly card: Card;
  readonly reason: string;
  readonly qualification: string | null;
  readonly photo: string | null;
  /** Where the platform has opened it because a day comes near: from which day it counts, and to which. */
  readonly due: { readonly since: LocalDate; readonly on: LocalDate } | null;
  readonly filedOn: LocalDate | null;
  readonly applicants: readonly Person[];
  readonly reviewer: Person | null;
  readonly opinion: string | null;
  readonly lostOn: LocalDate | null;
  readonly declared: { readonly on: LocalDate; readonly channel: string } | null;
  readonly forwarded: { readonly on: LocalDate; readonly paper: string } | null;
  readonly answers: readonly Answer[];
  readonly issued: { readonly number: string; readonly from: LocalDate; readonly through: LocalDate } | null;
  readonly collected: { readonly on: LocalDate; readonly words: string } | null;
  readonly endedOn: LocalDate | null;
};

export const FAVOUR_LABELS = { approved: '同意', refused: '不同意' } as const;
