import type { Cause, LocalDate, Outgoing, Standing, Undoing, Via } from '#law';
import type { Decision } from './model-deciding.ts';

export const LETTER_LABELS = {
  preservation: '先行登记保存证据通知书',
  correction: '责令改正通知书',
  notice: '行政处罚事先告知书',
  decision: '行政处罚决定书',
  'no-penalty': '不予行政处罚决定书',
  urging: '履行行政处罚决定催告书',
  transfer: '案件移送书',
  amending: '撤销、变更行政处罚决定书',
} as const;
export type LetterKind = keyof typeof LETTER_LABELS;

/** Ways of service (处罚法 61, 民事诉讼法 88–95). */
export const SERVICE_LABELS = {
  'on-spot': '宣告后当场交付',
  'in-person': '直接送达',
  left: '留置送达',
  entrusted: '委托送达',
  mail: '邮寄送达',
  electronic: '电子送达',
  public: '公告送达',
} as const;
export type Service = keyof typeof SERVICE_LABELS;

/** A numbered letter to the party. `elsewhere`: made and sealed in the unit's own system, told here with its own number. */
export type Letter = Outgoing & {
  readonly no: number;
  readonly kind: LetterKind;
  readonly elsewhere: boolean;
  readonly how: Service | null;
  /** The day from which the party's periods run. */
  readonly receivedOn: LocalDate | null;
  /** What it was about has ended before it went out: it goes to nobody any more. */
  readonly lapsed?: true;
};

export const CHANNEL_LABELS = { bank: '指定银行', electronic: '电子支付系统', 'on-spot': '当场收缴', court: '人民法院执行' } as const;
export const ON_SPOT_LABELS = {
  small: '一百元以下罚款（68一，只适用于当场作出的决定）',
  'hard-later': '不当场收缴事后难以执行（68二，只适用于当场作出的决定）',
  remote: '边远、水上、交通不便地区，当事人提出（69）',
} as const;
export type Payment = {
  readonly on: LocalDate;
  readonly fen: number;
  readonly channel: keyof typeof CHANNEL_LABELS;
  readonly receipt: string;
};
/** 延期、分期缴纳 (66¶2). */
export type Deferral = { readonly on: LocalDate; readonly until: LocalDate; readonly plan: string };
/** 执行协议 (强制法 42): stages of performance; the surcharge may be reduced once the party has made good. */
export type Agreement = { readonly on: LocalDate; readonly plan: string; readonly waivedFen: number };
export type Urging = { readonly letterNo: number; readonly on: LocalDate; readonly receivedOn: LocalDate | null };
export const RULING_LABELS = { granted: '准予强制执行', refused: '不予执行', declined: '不予受理' } as const;
export type EnforcementRequest = {
  readonly appliedOn: LocalDate;
  readonly court: string;
  readonly ruling: keyof typeof RULING_LABELS | null;
  readonly ruledOn: LocalDate | null;
  /** The day on which the organ had the ruling that declined or refused: its fifteen days to ask the upper court run from it. */
  readonly refusedOn: LocalDate | null;
  /** 强制法 56, 58: the upper court was asked to look again at what the court did not accept or refused. */
  readonly appealedOn: LocalDate | null;
};
export type Publication = { readonly on: LocalDate; readonly where: string } | { readonly on: LocalDate; readonly notBecause: string };
export const NOT_PUBLIC_LABELS = {
  'no-effect': '不具有一定社会影响（48）',
  'state-secret': '涉及国家秘密',
  'business-secret': '涉及商业秘密',
  privacy: '涉及个人隐私',
  minor: '当事人是未成年人',
} as const;

/** 自行撤销、变更 (处罚法 75¶2): decided and on its way; it takes effect when the party has it. */
export type Amendment = {
  readonly letterNo: number;
  readonly on: LocalDate;
  readonly via: Exclude<Via, 'reconsideration' | 'litigation'>;
  readonly undoing: Undoing;
  readonly cause: Cause;
  readonly words: string;
  readonly after: Standing | null;
  readonly redoBy: LocalDate | null;
};

/** A decision that was revoked to be made anew, with what had been done upon it. */
export type Round = {
  readonly decision: Decision;
  readonly redressNo: number;
  readonly payments: readonly Payment[];
  readonly deferrals: readonly Deferral[];
  readonly agreements: readonly Agreement[];
  readonly urgings: readonly Urging[];
  readonly enforcement: EnforcementRequest | null;
  readonly performedOtherwise: string | null;
  readonly publication: Publication | null;
};
