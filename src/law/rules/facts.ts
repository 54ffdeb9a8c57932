import type { Channel } from '../execution/model.ts';
import type { CitedLaw } from '../law-register.ts';
import type { LocalDate } from '../local-date.ts';
import type { PartyKind, PenaltyKind, Procedure } from '../penalty.ts';
import type { OrganisationKind, Qualification } from '../roles.ts';

/**
 * What single rules ask for. null always means "nobody said": a rule then answers "not judged" and names what is missing.
 * A rule takes only the types it needs; a room maps its own record to all of them once.
 */
export type DecisionDay = { readonly decidedOn: LocalDate };
export type PartyFact = { readonly partyKind: PartyKind | null };
/** `kindsUnclear`: words of 处罚类别 that name no kind for certain. */
export type KindsFact = { readonly kinds: readonly PenaltyKind[]; readonly kindsUnclear: boolean };
export type FineFact = { readonly fineFen: number | null };
/** The one fine that 处罚内容 states in words; null where it states none or several. */
export type StatedFineFact = { readonly statedFineFen: number | null };
/** 没收违法所得、没收非法财物, one sum as the layout has it. */
export type ConfiscationFact = { readonly confiscatedFen: number | null };
export type ProcedureFact = { readonly procedure: Procedure | null };
/** 处罚依据 as read; null where the column is empty. */
export type BasisFact = { readonly citations: readonly CitedLaw[] | null };
export type ActDays = { readonly actStartedOn: LocalDate | null; readonly actEndedOn: LocalDate | null };
export type DiscoveryDay = { readonly discoveredOn: LocalDate | null };
/** 涉及公民生命健康安全、金融安全且有危害后果, with evidence. */
export type HarmFact = { readonly harm: boolean | null };

/** A day that the record can hold. null: the record has no such column; `on: null`: it has, and it is empty. */
export type RecordedDay = { readonly on: LocalDate | null } | null;
/**
 * `announced`: served by 公告, begun on that day (null: not told). `tries`: while nothing is served, how often another way failed.
 * Both are left out where it is not told how the decision was served.
 */
export type ServedDay = {
  readonly on: LocalDate | null;
  readonly announced?: { readonly on: LocalDate | null };
  readonly tries?: number;
} | null;

/** unstated: named without a number; unchecked: a number that no register could confirm or refute. */
export type CertificateAnswer = 'valid' | 'invalid' | 'none' | 'unstated' | 'unchecked';
export type OfficerOnCase = {
  readonly key: string;
  readonly certificate: CertificateAnswer;
  /** 执法领域 of the certificate as registered on the day; null or left out where no register told. */
  readonly domains?: readonly string[] | null;
};
export type OfficersFact = { readonly officers: readonly OfficerOnCase[] | null };

/** The deciding organ as the register has it on the day of the decision. */
export type OrganFact = {
  readonly organ: {
    readonly kind: OrganisationKind;
    readonly qualification: Qualification;
    /** 统一社会信用代码 as registered; null or left out where the register holds none. */
    readonly uscc?: string | null;
  } | null;
};

/** listed: whether the organ's power list of the day holds the item; null where no list is loaded. */
export type ItemFact = { readonly itemCode: string | null; readonly itemListed: boolean | null };

/** Whether the township's 赋权清单 of the day holds the item; null where no such list is loaded, or the organ is none that has one. */
export type EmpoweredFact = { readonly itemEmpowered: boolean | null };
/** 执法领域 that the organ's list of the day states for the item; null where it states none. */
export type ItemDomainFact = { readonly itemDomain: string | null };

/** A 委托书 of the deciding organ, signed by both sides; half-open days. `items` are codes, or names where a deed gives no code. */
export type DelegationDeed = { readonly items: readonly string[]; readonly from: LocalDate; readonly until: LocalDate };
/** An organisation that may act only for others, with the deeds that the deciding organ has given it. */
export type ActingDelegate = { readonly name: string; readonly deeds: readonly DelegationDeed[] };
/** Delegates from which officers of the case come; empty: none does; null: from where they come is not known. */
export type DelegatedFact = { readonly delegated: readonly ActingDelegate[] | null };

/** A coercive measure in the case (扣押, 查封 …), and by whom it was imposed. */
export type MeasureImposed = { readonly kind: string; readonly on: LocalDate; readonly by: 'organ' | 'delegate'; readonly name: string };
export type CoercionFact = { readonly measures: readonly MeasureImposed[] | null };
/** Who reviewed the decision: since when they have reviewed any, and the number of their 法律职业资格. */
export type Reviewer = { readonly name: string; readonly firstOn: LocalDate | null; readonly qualification: string | null };
export type ReviewersFact = { readonly reviewers: readonly Reviewer[] | null };

/** Fields of a record that the public sees. */
export type PublicText = { readonly label: string; readonly text: string };
export type PublicTexts = { readonly publicTexts: readonly PublicText[] };

/** The day on which the credit platform was seen to show the record; null where the source is no export of it. */
export type CreditDisplay = { readonly creditShownOn: LocalDate | null };

/** Where and when a case says that the decision was shown; `channels` null: it has not said. null: not shown, or of no case. */
export type ShownFact = {
  readonly shown: {
    readonly on: LocalDate;
    readonly channels: readonly Channel[] | null;
    readonly isMinor: boolean | null;
    /** The law or 行政法规 by which it is shown all the same (令45, 2); left out: none was named. */
    readonly byOtherLaw?: string;
  } | null;
};

/** Everything that the rules about one penalty decision ask for. */
export type PenaltyFacts = DecisionDay &
  PartyFact &
  KindsFact &
  FineFact &
  StatedFineFact &
  ConfiscationFact &
  ProcedureFact &
  BasisFact &
  ActDays &
  DiscoveryDay &
  HarmFact &
  OfficersFact &
  OrganFact &
  ItemFact &
  EmpoweredFact &
  ItemDomainFact &
  DelegatedFact &
  CoercionFact &
  ReviewersFact &
  PublicTexts &
  ShownFact &
  CreditDisplay & {
    readonly partyScale: 'micro' | 'larger' | null;
    /** 统一社会信用代码 of the party and of the organ, as reported. */
    readonly partyCode: string | null;
    readonly organCode: string | null;
    readonly partyId: ReportedId | null;
    readonly representativeId: ReportedId | null;
    readonly licence: string | null;
    readonly detentionDays: number | null;
    readonly illegalIncomeFen: number | null;
    /** 从旧兼从轻: whether the law in force at the decision is lighter than that of the act. */
    readonly lighterNewLaw: boolean | null;
    readonly filedOn: LocalDate | null;
    /** Days that a law takes out of the period (鉴定, 听证 …). */
    readonly excludedDays: number | null;
    /** Days by which it was lengthened; null: not told. */
    readonly extendedDays: number | null;
    readonly served: ServedDay;
    readonly published: RecordedDay;
    readonly recordFiled: RecordedDay;
    readonly validUntil: LocalDate | null;
    readonly publicUntil: LocalDate | null;
    readonly undone: Undone | 'stands' | null;
  };

/** Kind and number of a paper of identity as reported; never shown in a finding. */
export type ReportedId = { readonly kind: string | null; readonly number: string };

/** A decision changed, revoked, confirmed unlawful or void, and what became of its publication. */
export type Undone = { readonly effectOn: LocalDate; readonly offlineOn: LocalDate | null; readonly reasonGiven: boolean };
