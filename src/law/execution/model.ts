import type { Cause, Disputed, Standing, Undoing, Via } from '../disputing/index.ts';
import type { Deferral } from '../instalments.ts';
import type { LocalDate } from '../local-date.ts';
import type { PartyRef } from '../party.ts';
import type { Lettered } from './letters.ts';

/** 执行协议 (强制法 42): stages of performance; the surcharge may be reduced once the party has made good. */
export type Agreement = { readonly on: LocalDate; readonly plan: string; readonly waivedFen: number };
export type Urging = { readonly letterNo: number; readonly on: LocalDate; readonly receivedOn: LocalDate | null };
export const RULING_LABELS = { granted: '准予强制执行', refused: '不予执行', declined: '不予受理' } as const;
export type EnforcementRequest = {
  readonly appliedOn: LocalDate;
  readonly court: string;
  readonly ruling: keyof typeof RULING_LABELS | null;
  readonly ruledOn: LocalDate | null;
  /** The day on which the organ had the ruling that declined or refused: its fifteen days to ask the upper court run from it. */
  readonly refusedOn: LocalDate | null;
  /** 强制法 56, 58: the upper court was asked to look again at what the court did not accept or refused. */
  readonly appealedOn: LocalDate | null;
};

/** Where a decision is shown to the public (law/enforcement §6.1). */
export const CHANNEL_LABELS = {
  enforcement: '执法公示平台、政府或者部门网站',
  credit: '信用平台',
  enterprise: '国家企业信用信息公示系统（市场监管）',
} as const;
export type Channel = keyof typeof CHANNEL_LABELS;

/**
 * A publication. `channels`: left out where nobody has said; `redacted`: what of the texts was left out or covered; `otherLaw`: by
 * which law it is shown where a warning alone is not.
 */
export type Shown = {
  readonly on: LocalDate;
  readonly where: string;
  readonly channels?: readonly Channel[];
  readonly redacted?: string;
  readonly otherLaw?: string;
};
export type Publication = Shown | { readonly on: LocalDate; readonly notBecause: string };
export const NOT_PUBLIC_LABELS = {
  'no-effect': '不具有一定社会影响（处罚法第四十八条）',
  'state-secret': '涉及国家秘密',
  'business-secret': '涉及商业秘密',
  privacy: '涉及个人隐私',
  minor: '当事人是未成年人',
} as const;

/** 自行撤销、变更 (处罚法 75¶2): decided and on its way; it takes effect when the party has it. */
export type Amendment = {
  readonly letterNo: number;
  readonly on: LocalDate;
  readonly via: Exclude<Via, 'reconsideration' | 'litigation'>;
  readonly undoing: Undoing;
  readonly cause: Cause;
  readonly words: string;
  readonly after: Standing | null;
  readonly redoBy: LocalDate | null;
};

/** What a slip in a decision may be: nothing that was found, applied or imposed is changed by putting it right. */
export const SLIP_LABELS = {
  writing: '错字、漏字、多字',
  counting: '计算错误',
  name: '名称、地址、号码的书写错误',
  day: '日期、时间的书写错误',
  reference: '条款、文号引用的书写错误',
} as const;
/** 更正书: how a decision reads since; the decision itself stays as it was served. */
export type Rectification = {
  readonly letterNo: number;
  readonly decisionNo: number;
  readonly on: LocalDate;
  readonly receivedOn: LocalDate | null;
  readonly items: readonly {
    readonly what: keyof typeof SLIP_LABELS;
    readonly place: string;
    readonly wrong: string;
    readonly right: string;
  }[];
};

/** What every kind of penalty keeps of how its decision is carried out. */
export type Executed<K extends string = string> = Disputed &
  Lettered<K> & {
    readonly organId: string;
    readonly party: PartyRef;
    readonly deferrals: readonly Deferral[];
    readonly agreements: readonly Agreement[];
    readonly urgings: readonly Urging[];
    readonly enforcement: EnforcementRequest | null;
    readonly publication: Publication | null;
    readonly amendment: Amendment | null;
    /** In their order; left out by cases without any. */
    readonly rectifications?: readonly Rectification[];
  };

/** A decision of which nothing has been carried out. */
export const NOTHING_EXECUTED = {
  letters: [],
  confirmation: null,
  failedServices: [],
  deferrals: [],
  agreements: [],
  urgings: [],
  enforcement: null,
  publication: null,
  amendment: null,
} as const satisfies Partial<Executed>;
