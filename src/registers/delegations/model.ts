import type { BaseState, LocalDate, Outgoing, Person } from '#law';

export const STATUS_LABELS = {
  draft: '拟委托',
  reviewing: '条件审查',
  signing: '待签发',
  sealing: '待用印',
  countersigning: '待受托方签署',
  filing: '备案和公布',
  effective: '委托有效',
  expired: '期限届满',
  terminated: '已终止',
  withdrawn: '已撤回',
} as const;
export type Status = keyof typeof STATUS_LABELS;

/** What is delegated; coercive measures never are (强制法 17). */
export const POWER_LABELS = { penalty: '行政处罚', inspection: '行政检查', licence: '行政许可', measure: '行政强制措施' } as const;
export type Power = keyof typeof POWER_LABELS;

export type Item = { readonly name: string; readonly code: string | null; readonly power: Power; readonly basis: string };
export type Check = { readonly no: number; readonly on: LocalDate; readonly found: string; readonly corrected: string | null };

/** What the deed says: 处罚法 20 asks for items, powers and term. */
export type Deed = {
  readonly delegateId: string;
  readonly bureauId: string;
  readonly items: readonly Item[];
  readonly powers: string;
  readonly from: LocalDate;
  /** Last day of the term. */
  readonly to: LocalDate;
  readonly liability: string;
  readonly supervision: string;
  /** 处罚法 21: set up by law with a public function; qualified staff; means for inspection and appraisal. */
  readonly conditions: { readonly lawful: string; readonly staff: string; readonly means: string };
};

export type Delegation = BaseState & {
  readonly status: Status;
  readonly delegatorId: string;
  readonly deed: Deed;
  readonly drafters: readonly Person[];
  readonly reviewer: Person | null;
  readonly letter: Outgoing | null;
  readonly countersignedOn: LocalDate | null;
  readonly filedOn: LocalDate | null;
  readonly acceptedOn: LocalDate | null;
  /** Where and when each side has published the deed. */
  readonly published: {
    readonly delegator: { readonly on: LocalDate; readonly channel: string } | null;
    readonly delegate: { readonly on: LocalDate; readonly channel: string } | null;
  };
  readonly checks: readonly Check[];
  /** The day from which the next periodic check is counted. */
  readonly checkedSince: LocalDate | null;
  readonly endedOn: LocalDate | null;
  readonly endReason: string | null;
};

/** Filed, and published by both sides (处罚法 20, 细则 8(11)). */
export function isComplete(d: Pick<Delegation, 'acceptedOn' | 'published'>): boolean {
  return d.acceptedOn !== null && d.published.delegator !== null && d.published.delegate !== null;
}

/** Whether the deed covers an item on a day: countersigned, within its term, not ended before. */
export function covers(d: Delegation, item: string, on: LocalDate): boolean {
  const { deed, countersignedOn, endedOn } = d;
  const isInTerm = countersignedOn !== null && on >= deed.from && on <= deed.to && on >= countersignedOn;
  return isInTerm && (endedOn === null || on < endedOn) && deed.items.some((i) => i.code === item || i.name === item);
}
