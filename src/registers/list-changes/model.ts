import type { BaseState, ListKind, LocalDate, Person, Reviewed } from '#law';

export const STATUS_LABELS = {
  drafting: '拟制',
  reviewing: '待审核',
  returned: '退回补正',
  approving: '待批准公布',
  published: '已公布',
  withdrawn: '已撤回',
} as const;
export type Status = keyof typeof STATUS_LABELS;

/** What proposed lines come to, counted as they were saved. */
export type Proposed = {
  /** SHA-256 of the lines: they lie beside the act, before their publication for the unit alone. */
  readonly digest: string;
  readonly lines: number;
  readonly added: number;
  readonly changed: number;
  readonly ended: number;
  /** Lines that change what held before the day on which they were saved. */
  readonly backdated: number;
};

/** What was published on which day and where. */
export type Publication = Pick<Proposed, 'added' | 'changed' | 'ended'> & {
  readonly on: LocalDate;
  readonly place: string;
  /** Of the announcement; null or missing where its organ has no 机关代字 or it was published before numbers were given. */
  readonly number?: string | null;
};

/** One change of one list of one unit, by the unit itself (细则 8(3)(9)(10)(13), 19¶2, 25). */
export type ListChange = BaseState & {
  readonly status: Status;
  readonly unitId: string;
  readonly list: ListKind;
  readonly reason: string;
  /** Why a line reaches back to days before its publication. */
  readonly grounds: string | null;
  readonly proposed: Proposed;
  readonly proposers: readonly Person[];
  readonly reviewed: Reviewed | null;
  readonly publication: Publication | null;
  readonly endedOn: LocalDate | null;
};

/** 新增2项，变更1项 */
export function countWords({ added, changed, ended }: Pick<Proposed, 'added' | 'changed' | 'ended'>): string {
  const parts = [
    ...(added > 0 ? [`新增${added}项`] : []),
    ...(changed > 0 ? [`变更${changed}项`] : []),
    ...(ended > 0 ? [`终止${ended}项`] : []),
  ];
  return parts.length === 0 ? '没有变化' : parts.join('，');
}

/** Whoever's range covers the unit reads it in every list: what was lawful on past days is changed. */
export function backdatedWords({ backdated }: Pick<Proposed, 'backdated'>): string {
  return backdated === 0 ? '' : `（追溯${backdated}项）`;
}
