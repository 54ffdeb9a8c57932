import type { BaseState, LocalDate, Outgoing, Person } from '#law';

/** 行政执法监督文书: the three of the State Council regulation, and the two letters for vertical and dual-led units. */
export const TYPE_LABELS = {
  notice: '行政执法监督通知书',
  opinion: '行政执法监督意见书',
  decision: '行政执法监督决定书',
  inquiry: '情况核实函',
  notification: '问题告知函',
} as const;
export type DocumentType = keyof typeof TYPE_LABELS;

/** What belongs to a type: its document, its number series within the issuer, how the text names itself. */
export const TYPES = {
  notice: { document: 'DOC-8', series: '执监通', self: '本通知书' },
  opinion: { document: 'DOC-9', series: '执监意', self: '本意见书' },
  decision: { document: 'DOC-10', series: '执监决', self: '本决定书' },
  inquiry: { document: 'DOC-37', series: '执监核', self: '本函' },
  notification: { document: 'DOC-37', series: '执监告', self: '本函' },
} as const satisfies Record<DocumentType, { document: string; series: string; self: string }>;

/** The letters of 825 Art. 42: no statutory period, no measures follow them. */
export function isLetter(type: DocumentType): boolean {
  return type === 'inquiry' || type === 'notification';
}

export const STATUS_LABELS = {
  draft: '拟稿',
  checking: '核稿',
  reviewing: '审核',
  signing: '签发',
  sealing: '用印',
  serving: '送达',
  receiving: '签收',
  proposing: '拟办',
  assigning: '批办',
  handling: '整改承办',
  'legal-review': '法制审核',
  'report-signing': '签发报告',
  verifying: '整改核查',
  lapsed: '逾期未处理',
  'late-verifying': '逾期报告核查',
  government: '请示政府',
  'measures-sealing': '处理决定用印',
  'measures-serving': '处理决定送达',
  'measures-receiving': '处理决定签收',
  performing: '履行处理决定',
  performed: '履行情况核查',
  referred: '司法行政部门处理',
  answering: '等待复函',
  answered: '已复函',
  closed: '办结',
  withdrawn: '已撤回',
  replaced: '已更正或撤销',
} as const;
export type Status = keyof typeof STATUS_LABELS;

export const RESULT_LABELS = { done: '已处理', partial: '部分处理', undone: '未处理' } as const;
export type HandlingResult = keyof typeof RESULT_LABELS;
export const WAY_LABELS = { revoke: '自行撤销', change: '变更', correct: '补正', perform: '履行', explain: '说明或者自查' } as const;
export type HandlingWay = keyof typeof WAY_LABELS;
export const CHECK_LABELS = { passed: '合格', failed: '不合格' } as const;
export const BASIS_LABELS = {
  law: '法律',
  'administrative-regulation': '行政法规',
  'local-regulation': '地方性法规',
  rule: '规章',
  other: '其他文件',
} as const;
export type BasisLevel = keyof typeof BASIS_LABELS;
export const REPLACEMENT_LABELS = { replaces: '新文书取代本文书（要求变更或者撤销）', notes: '只更正文字（要求和期限不变）' } as const;
export const OBJECTION_LABELS = { upheld: '维持', changed: '变更', revoked: '撤销', refused: '不予受理' } as const;
export type ObjectionResult = keyof typeof OBJECTION_LABELS;
export const GOVERNMENT_LABELS = { approved: '同意', refused: '不同意' } as const;
export const CONCLUSION_LABELS = {
  performed: '已履行',
  'nothing-to-perform': '处理决定无须另行履行',
  'not-performed': '未履行，另行通报、约谈、报告政府或者提出处分建议',
} as const;
export type Conclusion = keyof typeof CONCLUSION_LABELS;

/** Measures and grounds that any shipped profile knows; which of them stand open says the profile of the city. */
export const MEASURE_LABELS = {
  perform: '责令限期履行',
  correct: '责令补正或者改正',
  circular: '通报批评',
  discipline: '提出处分建议',
  revoke: '撤销',
  change: '变更',
  'confirm-unlawful': '确认违法',
  'confirm-void': '确认无效',
} as const;
export type MeasureId = keyof typeof MEASURE_LABELS;
export const GROUND_LABELS = {
  'not-handled': '收到监督文书后未在规定时间内作出处理',
  'not-performing': '未履行或者拖延履行法定职责',
  'no-reasons': '未说明理由，当事人无争议',
  clerical: '文字表述或者计算错误',
  'no-date': '未载明日期',
  facts: '主要事实不清、证据不足',
  basis: '适用依据错误',
  procedure: '违反法定程序',
  power: '超越或者滥用职权',
  improper: '明显不当',
  pointless: '责令履行已无意义',
  'nothing-to-revoke': '没有可撤销的内容',
  'grave-harm': '撤销将给公共利益造成重大损害，应当采取补救措施',
  'no-legal-basis': '没有法律依据',
  'no-seal': '没有有效印章',
  'no-content': '没有可执行的内容',
} as const;

export type GroundCode = keyof typeof GROUND_LABELS;

/** How the unit handled one problem (细则 22¶1), as it reports it. */
export type Handling = {
  readonly result: HandlingResult;
  readonly way: HandlingWay | null;
  readonly on: LocalDate | null;
  readonly proof: readonly string[];
  readonly reason: string | null;
  readonly partyToldOn: LocalDate | null;
  readonly refundedOn: LocalDate | null;
  readonly unpublishedOn: LocalDate | null;
};

export type Problem = {
  readonly no: number;
  /** The enforcement act concerned: case or document number. */
  readonly subject: string | null;
  readonly facts: string;
  readonly norm: string;
  readonly demand: string;
  /** The number of the problem in the supervision case from which this document was opened. */
  readonly caseNo: number | null;
  readonly handling: Handling | null;
  readonly check: { readonly passed: boolean; readonly opinion: string | null; readonly on: LocalDate } | null;
  /** 销号日期. */
  readonly clearedOn: LocalDate | null;
};

export type Report = {
  readonly on: LocalDate;
  readonly late: boolean;
  readonly allDone: boolean;
  /** When the issuer had finished with this report: closed, returned or found unhandled. */
  readonly checkedOn: LocalDate | null;
};

export type Measures = {
  readonly measure: MeasureId;
  readonly ground: GroundCode;
  readonly content: string;
  readonly performBy: LocalDate | null;
  readonly reportedOn: LocalDate | null;
};

export type GovernmentRequest = {
  readonly governmentId: string;
  readonly measure: MeasureId;
  readonly requestedOn: LocalDate;
  readonly decision: { readonly approved: boolean; readonly number: string | null; readonly on: LocalDate } | null;
};

/** What the drafter writes; each revision replaces all of it. */
export type Draft = {
  readonly type: DocumentType;
  readonly subject: string;
  readonly addresseeId: string;
  /** The delegate, stationed team or vertical unit that the addressee answers for. */
  readonly concernedId: string | null;
  /** The bureau of the addressee's level where another organ issues: the report goes to both (细则 22¶1). */
  readonly reportToId: string | null;
  readonly copyIds: readonly string[];
  readonly background: string;
  readonly requirement: string | null;
  /** The issuer's own, shorter date; printed as such. */
  readonly ownDate: LocalDate | null;
  readonly basis: { readonly level: BasisLevel; readonly text: string } | null;
  readonly handlerIds: readonly string[];
  readonly contact: string;
  readonly problems: readonly Problem[];
};

export type SupervisionDocument = BaseState & {
  readonly status: Status;
  readonly draft: Draft;
  readonly caseId: string | null;
  readonly correctsId: string | null;
  readonly issuerId: string;
  /** A department's legal office issues in the department's name (细则 2¶4). */
  readonly issuedBy: 'bureau' | 'legal-office';
  readonly drafters: readonly Person[];
  readonly checkedBy: Person | null;
  readonly reviewedBy: Person | null;
  readonly opinions: { readonly check: string | null; readonly review: string | null };
  readonly checkedOn: LocalDate | null;
  readonly reviewedOn: LocalDate | null;
  readonly letter: Outgoing | null;
  readonly handledBy: readonly Person[];
  readonly intake: { readonly proposal: string | null; readonly order: string | null };
  readonly summary: ReportText | null;
  readonly reports: readonly Report[];
  readonly returned: { readonly on: LocalDate; readonly until: LocalDate | null; readonly reason: string } | null;
  readonly lapsedOn: LocalDate | null;
  /** It was found overdue while a report that had come in time on paper was not yet entered; both stay on record. */
  readonly lapseLifted?: { readonly lapsedOn: LocalDate; readonly reportedOn: LocalDate };
  readonly reminders: number;
  readonly objection: { readonly on: LocalDate; readonly result: ObjectionResult | null; readonly decidedOn: LocalDate | null } | null;
  readonly governmentRequest: GovernmentRequest | null;
  readonly measures: Measures | null;
  readonly decision: Outgoing | null;
  readonly answeredOn: LocalDate | null;
  readonly closedOn: LocalDate | null;
};

export type ReportText = {
  readonly summary: string;
  readonly liability: string | null;
  readonly systemic: string | null;
};

/** The letter that is on its way: the decision on measures once there is one, before that the document itself. */
export function outgoing(s: SupervisionDocument): Outgoing | null {
  return s.decision ?? s.letter;
}

export function isAllDone(s: SupervisionDocument): boolean {
  return s.draft.problems.every((p) => p.handling?.result === 'done');
}

export function isAllCleared(s: SupervisionDocument): boolean {
  return s.draft.problems.every((p) => p.clearedOn !== null);
}

/** The issuer's own date binds only a unit that had received the document before it. */
export function ownDateFrom(s: SupervisionDocument, receivedOn: LocalDate): LocalDate | null {
  return s.draft.ownDate !== null && s.draft.ownDate > receivedOn ? s.draft.ownDate : null;
}
