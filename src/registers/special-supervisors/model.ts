import type { BaseState, LocalDate, Outgoing, Person } from '#law';

export const STATUS_LABELS = {
  nominated: '待资格审查',
  appointing: '待聘任',
  sealing: '待用印',
  handing: '待发证',
  serving: '在聘',
  expired: '届满待收证',
  dismissed: '解聘待收证',
  ended: '已收证',
  refused: '不予聘任',
  withdrawn: '已撤回',
} as const;
export type Status = keyof typeof STATUS_LABELS;

export const SOURCE_LABELS = {
  deputy: '人大代表',
  cppcc: '政协委员',
  lawyer: '律师',
  press: '新闻工作者',
  scholar: '专家学者',
  entrepreneur: '企业经营者',
  association: '行业协会商会人员',
  grassroots: '基层群众',
  other: '其他',
} as const;

/** What a special supervisor may take part in; none of it is a document or a decision. */
export const ACTIVITY_LABELS = {
  view: '查阅公开的执法信息',
  accompany: '参与监督检查',
  clue: '反映问题线索',
  files: '参与案卷评查',
  evaluation: '参与评议考核',
} as const;
export type Activity = keyof typeof ACTIVITY_LABELS;

export type Nominee = {
  readonly name: string;
  /** 工作单位和职务. */
  readonly workplace: string;
  readonly source: keyof typeof SOURCE_LABELS;
  readonly nominator: string;
  readonly grounds: string;
  readonly photo: string | null;
};
export type Term = {
  readonly from: LocalDate;
  /** Last day of the term. */
  readonly to: LocalDate;
  /** 聘任机关的区划 in words, as letter and card say it. */
  readonly area: string;
  readonly approval: string | null;
};
export type Done = {
  readonly no: number;
  readonly on: LocalDate;
  readonly activity: Activity;
  readonly unitId: string;
  readonly words: string;
};

export type SpecialSupervisor = BaseState & {
  readonly status: Status;
  readonly bureauId: string;
  readonly nominee: Nominee;
  readonly nominators: readonly Person[];
  readonly reviewer: Person | null;
  readonly opinion: string | null;
  readonly term: Term | null;
  /** The card that is printed here, with its number. */
  readonly card: Outgoing | null;
  readonly handedOn: LocalDate | null;
  readonly activities: readonly Done[];
  readonly assessments: readonly { readonly on: LocalDate; readonly words: string }[];
  /** The day from which the card counts no more: dismissal, or the day after the term. */
  readonly stoppedOn: LocalDate | null;
  readonly stopReason: string | null;
  readonly collected: { readonly on: LocalDate; readonly channel: string } | null;
  readonly endedOn: LocalDate | null;
};
