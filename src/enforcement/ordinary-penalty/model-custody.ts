import type { LocalDate } from '#law';

export const ORIGIN_LABELS = {
  preserved: '先行登记保存',
  seized: '查封、扣押',
  confiscated: '没收',
  'handed-in': '当事人交出',
} as const;
export type Origin = keyof typeof ORIGIN_LABELS;

export const DISPOSAL_LABELS = {
  returned: '返还',
  destroyed: '销毁',
  auctioned: '公开拍卖',
  treasury: '上缴，或者按国家有关规定处理',
  transferred: '移送有关机关',
} as const;
export type Disposal = keyof typeof DISPOSAL_LABELS;

/** One thing of 涉案财物: until its lawful end it lies somewhere, and somebody keeps it. */
export type Good = {
  readonly no: number;
  readonly name: string;
  readonly quantity: string;
  readonly origin: Origin;
  readonly preservationNo: number | null;
  readonly takenOn: LocalDate;
  readonly place: string;
  readonly keeper: string;
  readonly moves: readonly { readonly on: LocalDate; readonly place: string; readonly keeper: string; readonly why: string }[];
  readonly ended: { readonly on: LocalDate; readonly how: Disposal; readonly to: string } | null;
};
