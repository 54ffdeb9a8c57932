import type { LocalDate, NoPenalty, PenaltyKind, Person, Standing } from '#law';
import type { Mitigation } from '#law/discretion/mitigation';

/** 处罚法 30, 31: age and mind of a natural person when the act was done. */
export const CAPACITY_LABELS = {
  full: '完全责任能力，或者单位',
  minor: '已满十四周岁不满十八周岁',
  partial: '尚未完全丧失辨认或者控制能力的精神病人、智力残疾人',
  none: '不满十四周岁，或者不能辨认、控制自己行为',
} as const;
export type Capacity = keyof typeof CAPACITY_LABELS;

/** Kinds that an organ may impose here; 行政拘留 is the police's, in their own system. */
export const KIND_LABELS = {
  CF01: '警告',
  CF02: '通报批评',
  CF03: '罚款',
  CF04: '没收违法所得',
  CF05: '没收非法财物',
  CF06: '暂扣许可证件',
  CF07: '降低资质等级',
  CF08: '吊销许可证件',
  CF09: '限制开展生产经营活动',
  CF10: '责令停产停业',
  CF11: '责令关闭',
  CF12: '限制从业',
  CF14: '其他行政处罚',
} as const satisfies Partial<Record<PenaltyKind, string>>;
export type Kind = keyof typeof KIND_LABELS;

/** CT7. */
export const TIER_LABELS = { none: '不予', mitigated: '减轻', lighter: '从轻', normal: '一般', heavier: '从重' } as const;
export type DiscretionTier = keyof typeof TIER_LABELS;

/** How a penalty was weighed: its tier, the benchmark, the lists and what makes it less. */
export type Weighing = {
  readonly tier: DiscretionTier;
  /** Place in the benchmark of the day, from 1; null: none is in force, or it is not followed. */
  readonly benchmarkTier: number | null;
  readonly deviation: string | null;
  readonly notFree: string | null;
  readonly notLess: string | null;
  readonly mitigation: readonly Mitigation[];
  /** Numbers of the evidence that proves the grounds. */
  readonly proof: readonly number[];
  /** 货值金额, where the fine is a multiple of it. */
  readonly valueFen?: number;
  /** 违法所得, where it is not what was confiscated. */
  readonly gainFen?: number;
};

/** What is to be imposed: what it weighs, and the words of the decision. */
export type Penalty = Omit<Standing, 'kinds'> & { readonly kinds: readonly Kind[] };

/** The four results of 处罚法 57, as the handlers propose them. */
export const OUTCOME_LABELS = {
  penalty: '给予行政处罚',
  'not-punished': '不予行政处罚',
  transfer: '移送司法机关或者其他机关',
  withdraw: '违法事实不能成立，撤销立案',
} as const;
export type Outcome = keyof typeof OUTCOME_LABELS;

export const REVIEW_GROUND_LABELS = {
  'public-interest': '涉及重大公共利益',
  heard: '直接关系当事人或者第三人重大权益，经过听证程序',
  complex: '案件情况疑难复杂、涉及多个法律关系',
  statutory: '法律、法规规定应当审核的其他情形',
  catalogue: '列入本机关重大行政执法决定法制审核目录',
} as const;
export type ReviewGround = keyof typeof REVIEW_GROUND_LABELS;

/** 调查终结报告; a further inquiry ends in another one. */
export type Report = {
  readonly no: number;
  readonly on: LocalDate;
  readonly by: Person;
  readonly facts: readonly { readonly fact: string; readonly evidence: readonly number[] }[];
  /** As the benchmark names the conduct, where the case is called otherwise. */
  readonly violation?: string;
  readonly violated: string;
  readonly basis: string;
  readonly tier: DiscretionTier;
  readonly tierReason: string;
  /** Left out by reports that did not tell it. */
  readonly weighing?: Weighing;
  readonly capacity: Capacity;
  readonly outcome: Outcome;
  readonly penalty: Penalty | null;
  /** 情节复杂或者重大违法行为 (57¶2). */
  readonly isGrave: boolean;
  readonly grounds: readonly Exclude<ReviewGround, 'heard'>[];
  /** What has changed since an earlier notice; null: nothing. */
  readonly newFacts: string | null;
  /** Where a revoked decision is made anew: what is different in the main facts and reasons; null: not told. */
  readonly differs: string | null;
  /** Evidence of the harm on which five years rest (36); left out by reports that did not tell it. */
  readonly harmProof?: readonly number[];
};

/** The nine checks of the legal review. */
export const CHECK_LABELS = {
  organ: '①执法主体合法',
  officers: '②执法人员具备资格',
  facts: '③事实清楚',
  evidence: '④证据合法充分',
  law: '⑤适用法律、裁量适当',
  procedure: '⑥程序合法',
  powers: '⑦未超越权限',
  papers: '⑧文书完备规范',
  crime: '⑨是否涉嫌犯罪需要移送',
} as const;
export type Check = keyof typeof CHECK_LABELS;
export const SOUND_LABELS = { sound: '符合', doubtful: '有问题' } as const;
/** CT16. */
export const OPINION_LABELS = { agree: '同意', correct: '建议纠正（补充）', disagree: '不同意，退回', transfer: '建议移送' } as const;

export type Review = {
  readonly reportNo: number;
  readonly sentOn: LocalDate;
  readonly on: LocalDate;
  readonly by: Person;
  readonly qualification: string | null;
  /** Took up the work when the qualification was asked for already. */
  readonly isLater: boolean;
  readonly doubtful: readonly Check[];
  /** What is doubtful in each check, in the reviewer's words; left out by reviews that did not tell it apart. */
  readonly concerns?: Partial<Readonly<Record<Check, string>>>;
  readonly opinion: keyof typeof OPINION_LABELS;
  readonly words: string;
  readonly afterHearing: boolean;
};

/** How the leaders settle a disagreement: no decision stands against a review that 58 requires. */
export const SETTLEMENT_LABELS = { upheld: '审核意见成立，由承办人按意见纠正、补充', again: '退回法制机构，按所附理由复审' } as const;

/** The handlers do not agree with a review that has not passed their report. */
export type Disagreement = {
  readonly reportNo: number;
  /** Place of the review among the reviews of the case, from 1. */
  readonly reviewNo: number;
  readonly on: LocalDate;
  readonly by: Person;
  readonly settledOn: LocalDate | null;
  readonly outcome: keyof typeof SETTLEMENT_LABELS | null;
};

/** 事先告知 (44, 45, 63). */
export type Notice = {
  readonly reportNo: number;
  readonly letterNo: number;
  readonly penalty: Penalty;
  /** 告知听证权利. */
  readonly hearing: boolean;
  readonly receivedOn: LocalDate | null;
  /** 书面放弃陈述、申辩 (62). */
  readonly waivedOn: LocalDate | null;
  readonly hearingWaivedOn: LocalDate | null;
};

export type Statement = {
  readonly no: number;
  readonly reportNo: number;
  readonly on: LocalDate;
  readonly content: string;
  readonly recheckedOn: LocalDate | null;
  readonly accepted: boolean | null;
};

/** 听证 (63–65). */
export type Hearing = {
  readonly reportNo: number;
  readonly requestedOn: LocalDate;
  readonly notifiedOn: LocalDate | null;
  /** The day on which the 听证通知书 reached the party, as its proof says; the seven days count from it. */
  readonly noticeReceivedOn: LocalDate | null;
  readonly heldOn: LocalDate | null;
  readonly place: string | null;
  readonly hostId: string | null;
  readonly isPublic: boolean;
  readonly doneOn: LocalDate | null;
  readonly outcome: keyof typeof HEARING_OUTCOME_LABELS | null;
};
/** By 公告 the party has it only after thirty days: a hearing called in that way lies behind them and the seven working days. */
export const HEARING_SERVICE_LABELS = {
  'in-person': '直接送达',
  left: '留置送达',
  entrusted: '委托送达',
  mail: '邮寄送达',
  electronic: '电子送达',
  public: '公告送达',
} as const;
export const HEARING_OUTCOME_LABELS = { held: '如期举行', absent: '当事人无正当理由缺席，视为放弃', withdrawn: '当事人撤回要求' } as const;

export type Discussion = { readonly reportNo: number; readonly on: LocalDate; readonly members: string; readonly conclusion: string };

/** 28: what the decision asks of the party beside the penalty. */
export const ORDERED_LABELS = { ordered: '责令改正', 'not-needed': '已经改正，或者无需改正' } as const;

export type Decision = {
  readonly letterNo: number;
  readonly on: LocalDate;
  readonly by: Person;
  readonly outcome: 'penalty' | 'not-punished';
  readonly penalty: Penalty | null;
  readonly reason: NoPenalty | null;
  /** As it was decided where that differs from the report; left out or null: as in the report. */
  readonly weighing?: Weighing | null;
  /** 教育记录 (33¶3). */
  readonly education: string | null;
  /** As it was made, where a correction has changed `penalty` since. */
  readonly original: Penalty | null;
  readonly receivedOn: LocalDate | null;
};
