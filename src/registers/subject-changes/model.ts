import type { BaseState, LeadKind, LocalDate, OrganisationKind, Outgoing, Person, Qualification, Relation, Tier } from '#law';

export const CHANGE_LABELS = {
  establish: '设立',
  rename: '更名',
  move: '调整隶属关系',
  merge: '合并',
  split: '分设',
  abolish: '撤销',
  qualify: '主体资格',
  relate: '监督、指导、委托和派驻关系',
  unrelate: '终止监督、指导、委托和派驻关系',
} as const;
export type ChangeType = keyof typeof CHANGE_LABELS;

export const STATUS_LABELS = {
  applied: '待审核',
  returned: '待补正',
  approving: '待政府批准',
  signing: '待签发公告',
  sealing: '待用印',
  announcing: '待公告',
  registering: '登记中',
  planned: '待生效',
  passing: '移交中',
  effective: '已生效',
  refused: '不予确认',
  withdrawn: '已撤回',
} as const;
export type Status = keyof typeof STATUS_LABELS;

/** A unit that comes out of a split. */
export type Part = {
  readonly name: string;
  readonly shortName: string;
  readonly code: string | null;
  readonly documentPrefix: string | null;
};
export type Basis = { readonly name: string; readonly number: string; readonly on: LocalDate };

/** What may be set up by an announcement; governments, justice bureaus and organs outside come by the register's load alone. */
export const NEW_KIND_LABELS = {
  department: '行政执法部门',
  subordinate: '所属机构/派出机构',
  committee: '派出机关与管委会',
  vertical: '垂直或双重领导机关',
  authorised: '法律法规授权组织',
  delegate: '受委托组织',
  township: '苏木乡镇/街道及其综合行政执法机构',
  stationed: '派驻执法队伍',
} as const satisfies Partial<Record<OrganisationKind, string>>;

/** A unit that is set up. */
export type NewUnit = Part & {
  readonly kind: keyof typeof NEW_KIND_LABELS;
  readonly tier: Tier;
  readonly regionCode: string;
  readonly leadKind: LeadKind;
  readonly leadBasis: string | null;
  readonly superiorId: string;
  readonly lineSuperiorId: string | null;
  readonly answersThroughId: string | null;
  readonly domain: string | null;
  readonly uscc: string | null;
  /** The laws or papers from which it has its powers, or by which it acts in another's name. */
  readonly powers: string;
};

/** What is to become of one unit, from which day, by which paper. */
export type Wanted = {
  readonly change: ChangeType;
  /** null: the unit is set up. */
  readonly unitId: string | null;
  readonly unit: NewUnit | null;
  readonly bureauId: string;
  readonly effectiveOn: LocalDate;
  readonly basis: Basis;
  readonly reason: string;
  readonly name: string | null;
  readonly shortName: string | null;
  readonly documentPrefix: string | null;
  readonly superiorId: string | null;
  readonly lineSuperiorId: string | null;
  readonly successorId: string | null;
  readonly parts: readonly Part[];
  /** The unit that is split does not go on. */
  readonly ends: boolean;
  readonly qualification: Qualification | null;
  /** The relation that is changed or ended, or of which the paper is recorded; other changes have none. */
  readonly relates?: Relates;
};

export type Relates = {
  readonly relation: Relation;
  /** null: the other side stays and only the paper is recorded, or the relation ends. */
  readonly otherId: string | null;
};

export type SubjectChange = BaseState & {
  readonly status: Status;
  readonly wanted: Wanted;
  readonly applicantId: string;
  readonly applicants: readonly Person[];
  readonly governmentId: string | null;
  readonly reviewer: Person | null;
  readonly approval: { readonly number: string; readonly on: LocalDate } | null;
  readonly letter: Outgoing | null;
  readonly channel: string | null;
  readonly handedOver: readonly { readonly on: LocalDate; readonly words: string }[];
  readonly announcedOn: LocalDate | null;
  readonly passed: number | null;
  readonly endedOn: LocalDate | null;
};

/** Whether the unit is no more once the change takes effect, so that somebody must go on with its matters. */
export function endsUnit(w: Pick<Wanted, 'change' | 'ends'>): boolean {
  return w.change === 'merge' || w.change === 'abolish' || (w.change === 'split' && w.ends);
}
