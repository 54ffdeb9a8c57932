import type { BaseState, LocalDate, Person } from '#law';

export const STATUS_LABELS = {
  petitioned: '司法所提请',
  triage: '线索研判',
  filing: '立案审批',
  inquiry: '调查取证',
  suspended: '中止',
  settling: '问题处理',
  closed: '结案',
  archived: '归档',
  declined: '不予立案',
  reassigned: '转办待接收',
  'passed-on': '已转办',
  returned: '提请退回',
} as const;
export type Status = keyof typeof STATUS_LABELS;

/** Where a clue comes from; 细则 24 names eight partners, taken here as one source with the partner beside it. */
export const SOURCE_LABELS = {
  finding: '平台预警',
  own: '工作中发现',
  check: '监督检查',
  'file-review': '案卷评查',
  filing: '备案审查',
  complaint: '投诉举报',
  hotline: '12345热线',
  enterprise: '涉企行政执法诉求',
  review: '行政复议、行政诉讼',
  media: '媒体反映',
  partner: '其他监督转来',
  petition: '司法所提请',
  coordination: '执法协调',
} as const;
export type Source = keyof typeof SOURCE_LABELS;

/** 细则 24, in the order of its words. */
export const PARTNER_LABELS = {
  '24(1)': '党委政法委执法监督',
  '24(2)': '纪委监委执纪执法监督',
  '24(3)': '人大法律监督',
  '24(4)': '政协民主监督',
  '24(5)': '政府督查监督',
  '24(6)': '检察法律监督',
  '24(7)': '审计监督',
  '24(8)': '社会监督',
} as const;

/** The fifteen heads of supervision (细则 8). */
export const HEAD_LABELS = {
  '8(1)': '法律法规实施',
  '8(2)': '三项制度',
  '8(3)': '责任制、权责清单、案例指导',
  '8(4)': '执法主体',
  '8(5)': '人员资格和证件',
  '8(6)': '规范性文件',
  '8(7)': '具体执法行为',
  '8(8)': '裁量权基准',
  '8(9)': '包容审慎柔性执法',
  '8(10)': '双随机、联合执法、重点监管',
  '8(11)': '委托执法',
  '8(12)': '信息化和公开',
  '8(13)': '乡镇赋权',
  '8(14)': '投诉举报',
  '8(15)': '其他监督事项',
} as const;
export type Head = keyof typeof HEAD_LABELS;

/** The seven means of inquiry (细则 10). */
export const MEANS_LABELS = {
  '10(1)': '书面说明',
  '10(2)': '询问',
  '10(3)': '调阅',
  '10(4)': '录音录像',
  '10(5)': '委托鉴定、评估、检测、勘验',
  '10(6)': '听证、论证',
  '10(7)': '其他合法措施',
} as const;
export type Means = keyof typeof MEANS_LABELS;

export const SUGGESTED_LABELS = { notice: '行政执法监督通知书', opinion: '行政执法监督意见书', decision: '行政执法监督决定书' } as const;
export const ASKED_LABELS = { officer: '行政执法人员', party: '行政相对人', other: '其他有关人员' } as const;
export const ABSENT_LABELS = { overdue: '提交日期届满仍未提交', declined: '明确拒绝说明' } as const;
export const HEARING_LABELS = { hearing: '听证会', experts: '专家论证会' } as const;
export const ENDED_LABELS = { closed: '办结', withdrawn: '撤回', replaced: '更正或者撤销' } as const;
export const FOLLOW_UP_LABELS = { transfer: '移送', talk: '通报、约谈' } as const;
export type FollowUp = keyof typeof FOLLOW_UP_LABELS;

/** One thing gathered. A visit by one person, or without certificates, is a lead and never evidence (细则 16, 23¶2). */
export type Gathered = {
  readonly no: number;
  readonly means: Means | null;
  readonly title: string;
  readonly on: LocalDate;
  readonly onSite: boolean;
  readonly isEvidence: boolean;
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
};

/** 当场制止: a 监督通知书 follows. */
export type Stop = { readonly no: number; readonly on: LocalDate; readonly act: string; readonly noticedOn: LocalDate | null };

export type Problem = {
  readonly no: number;
  readonly head: Head;
  readonly subject: string | null;
  readonly facts: string;
  readonly norm: string;
  readonly evidence: readonly number[];
  readonly findings: readonly string[];
  readonly establishedOn: LocalDate;
  /** 22¶1: a document, or the reasons for none. */
  readonly document: string | null;
  readonly exemption: string | null;
  readonly answeredOn: LocalDate | null;
};

/** 提级、指定: from which organ to which. */
export type Raised = {
  readonly how: 'taken-up' | 'designated';
  readonly from: string;
  readonly to: string;
  readonly on: LocalDate;
};

/** A case passed to another body and not taken over: returned by that body, or called back. */
export type HandedBack = {
  readonly how: 'returned' | 'recalled';
  readonly from: string;
  readonly on: LocalDate;
  readonly triagedOn: LocalDate;
};

export type LinkedDocument = { readonly id: string; readonly on: LocalDate; readonly endedOn: LocalDate | null };

/** The unit's 书面说明: heard, or in what way it was not given. */
export type Statement = {
  readonly askedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly heardOn: LocalDate | null;
  readonly refused: string | null;
};

export type SupervisionCase = BaseState & {
  readonly status: Status;
  readonly source: Source;
  readonly partner: string | null;
  readonly subject: string;
  readonly unitId: string;
  readonly head: Head;
  readonly facts: string;
  /** For a vertical or dual-led unit: the law or administrative regulation on which it is supervised (825 Art. 42). */
  readonly basis: string | null;
  /** Officers who handled the enforcement matter or its legal review: they cannot supervise it. */
  readonly involvedIds: readonly string[];
  readonly findings: readonly string[];
  readonly organId: string;
  readonly openedOn: LocalDate;
  readonly openedBy: Person;
  readonly petition: { readonly officeId: string; readonly suggested: string; readonly answeredOn: LocalDate | null } | null;
  readonly triagedOn: LocalDate | null;
  readonly proposedBy: Person | null;
  readonly reassignedTo: string | null;
  readonly number: string | null;
  readonly filedOn: LocalDate | null;
  readonly handlerIds: readonly string[];
  readonly gathered: readonly Gathered[];
  /** The one asked last. */
  readonly statement: Statement | null;
  /** Those asked before it, each heard or found missing. */
  readonly earlierStatements?: readonly Statement[];
  readonly lentItems: readonly { readonly no: number; readonly name: string; readonly returnedOn: LocalDate | null }[];
  readonly stops: readonly Stop[];
  readonly refusals: number;
  readonly problems: readonly Problem[];
  readonly documents: readonly LinkedDocument[];
  readonly followUps: readonly { readonly kind: FollowUp; readonly id: string; readonly problems: readonly number[] }[];
  readonly raised?: readonly Raised[];
  readonly handedBack?: readonly HandedBack[];
  readonly extendedOn?: LocalDate;
  readonly concludedOn: LocalDate | null;
  readonly closedOn: LocalDate | null;
};

/** The run of the triage clock that is open: a case that has come back is looked at anew. */
export function triageKey(s: SupervisionCase): string {
  const times = (s.handedBack ?? []).length;
  return times === 0 ? '' : `第${times}次转办后`;
}

/** The unit has been asked and has neither answered nor let the day pass. */
export function isAwaited(statement: Statement): boolean {
  return statement.heardOn === null && statement.refused === null;
}

export function unansweredProblems(s: SupervisionCase): readonly Problem[] {
  return s.problems.filter((p) => p.answeredOn === null);
}

export function runningDocuments(s: SupervisionCase): readonly LinkedDocument[] {
  return s.documents.filter((d) => d.endedOn === null);
}

export function unnoticedStops(s: SupervisionCase): readonly Stop[] {
  return s.stops.filter((stop) => stop.noticedOn === null);
}
