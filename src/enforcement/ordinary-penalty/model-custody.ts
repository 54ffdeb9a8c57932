import type { LocalDate } from '#law';

export const ORIGIN_LABELS = {
  preserved: '先行登记保存',
  seized: '查封、扣押',
  confiscated: '没收',
  'handed-in': '当事人交出',
  sampled: '抽样取证',
} as const;
export type Origin = keyof typeof ORIGIN_LABELS;

export const DISPOSAL_LABELS = {
  returned: '返还',
  destroyed: '销毁',
  auctioned: '公开拍卖',
  treasury: '上缴，或者按国家有关规定处理',
  transferred: '移送有关机关',
  consumed: '检验消耗',
} as const;
export type Disposal = keyof typeof DISPOSAL_LABELS;
/** Ends that a thing can have only where it was confiscated (处罚法 74). */
export const ONLY_CONFISCATED: readonly Disposal[] = ['destroyed', 'auctioned', 'treasury'];

/** What becomes of a sample. */
export const SAMPLE_END_LABELS = {
  consumed: DISPOSAL_LABELS.consumed,
  returned: '退还当事人',
  destroyed: DISPOSAL_LABELS.destroyed,
  transferred: DISPOSAL_LABELS.transferred,
} as const satisfies Partial<Record<Disposal, string>>;
export type SampleEnd = keyof typeof SAMPLE_END_LABELS;

/** One sample of 抽样取证 (56), numbered through the case. `goodNo`: its line of the ledger, where the organ keeps it. */
export type Sample = {
  readonly no: number;
  readonly name: string;
  readonly quantity: string;
  readonly takenOn: LocalDate;
  readonly goodNo: number | null;
  readonly ended: { readonly on: LocalDate; readonly how: SampleEnd } | null;
};

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

/** Things of the ledger by name and quantity; what is not in it is left out. */
export function thingWords({ goods }: { readonly goods: readonly Good[] }, numbers: readonly number[]): string {
  const named = numbers.flatMap((no) => goods.filter((one) => one.no === no));
  return named.map(({ name, quantity }) => `${name}，${quantity}`).join('；');
}
