import type { Agreement, Deferral, EnforcementRequest, LocalDate, Publication, Taking, Urging } from '#law';
import type { Decision } from './model-deciding.ts';
import type { Filed } from './model-filing.ts';

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

export const CHANNEL_LABELS = {
  bank: '指定银行',
  electronic: '电子支付系统',
  'on-spot': '当场收缴',
  'own-account': '本机关账户',
  court: '人民法院执行',
} as const;
export const ON_SPOT_LABELS = {
  small: '一百元以下罚款（处罚法第六十八条第一项，只适用于当场作出的决定）',
  'hard-later': '不当场收缴事后难以执行（处罚法第六十八条第二项，只适用于当场作出的决定）',
  remote: '边远、水上、交通不便地区，当事人提出（处罚法第六十九条）',
} as const;
/** What officers took themselves also says how far it has come on its way to the bank. */
export type Payment = Partial<Omit<Taking, 'on'>> & {
  readonly on: LocalDate;
  readonly fen: number;
  readonly channel: keyof typeof CHANNEL_LABELS;
  readonly receipt: string;
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
  /** Left out where nothing showed that it was filed as a major penalty. */
  readonly filing?: Filed;
};
