import type { Weighed } from '../discretion/deciding.ts';
import type { ListsOfDay } from '../discretion/lists-of-day.ts';
import type { LocalDate } from '../local-date.ts';
import type { PartyKind } from '../penalty.ts';
import type { PenaltyWeight } from '../penalty-weight.ts';
import type { BasisFact, CoercionFact, OfficerOnCase } from './facts.ts';

/**
 * What single rules ask of a whole case, performed here or reported: not of its decision alone, but of how it came about and
 * was carried out. null always means "nobody said". A rule takes only the types it needs; a room maps its case to all of them.
 */
export type CaseProcedure = { readonly procedure: 'ordinary' | 'summary' };
/** `decidedOn`: of the penalty, or of the decision not to punish; null while there is none. */
export type CaseDecision = {
  readonly filedOn: LocalDate | null;
  readonly decidedOn: LocalDate | null;
  readonly outcome: 'penalty' | 'not-punished' | null;
};
/** What a penalty weighs. */
export type Sums = PenaltyWeight;
export type PenaltyOfCase = { readonly penalty: Sums | null; readonly partyKind: PartyKind };

/** The first 事先告知 of the case by the day of its paper. */
export type FirstNoticeFact = { readonly firstNoticeOn: LocalDate | null };

/** How a penalty was weighed, beside what lists and benchmark said on its day. */
export type CaseWeighing = {
  readonly weighed: Weighed;
  /** What makes it less rests on evidence on file, verified and lawful; null: the procedure asks for none. */
  readonly proven: boolean | null;
  /** 涉及公民生命健康安全、金融安全且有危害后果; null: not told. */
  readonly harm: boolean | null;
  readonly lists: ListsOfDay;
};
/** Of the decision, and while there is none of the report; null: there is neither. */
export type WeighingFact = { readonly weighing: CaseWeighing | 'untold' | null };

/** One deed of the case with the officers who did it, by their certificates of its day. */
export type Crew = { readonly what: string; readonly on: LocalDate; readonly officers: readonly OfficerOnCase[] };
export type CrewsFact = { readonly crews: readonly Crew[] | null };
/** `related`: officers of the case who are related to the party, as declared or found; null: nobody asked. */
export type RecusalsFact = {
  readonly related: readonly { readonly name: string; readonly why: string }[] | null;
  readonly recusals: readonly { readonly no: number; readonly askedOn: LocalDate; readonly decidedOn: LocalDate | null }[];
};
/** Who reviewed or presided, and whether they had looked into the case; null: they are not known. */
export type ApartFact = {
  readonly apart: readonly { readonly role: string; readonly name: string; readonly tookPart: boolean | null }[];
};

/** Where it was done: in the organ's own place, elsewhere by designation, or elsewhere. */
export type PlaceFact = { readonly place: 'own' | 'designated' | 'outside' | null };
/** `sufficientOn`: a clue was found fit to be filed; `settledOn`: it was filed, declined or handed on. */
export type ClueFact = { readonly sufficientOn: LocalDate | null; readonly settledOn: LocalDate | null };
export type PausesFact = {
  readonly pauses: readonly { readonly what: string; readonly from: LocalDate; readonly basis: string; readonly counts: boolean }[];
};
/** `movesOn`: the inquiry is under way: neither decided nor ended, nor lawfully suspended. */
export type MovingFact = { readonly filedOn: LocalDate | null; readonly movesOn: boolean; readonly lastRecordOn: LocalDate | null };

/** 检查、询问; null: what was done there is not on record. */
export type VisitsFact = {
  readonly visits: readonly { readonly what: string; readonly on: LocalDate; readonly shown: boolean; readonly signed: boolean }[] | null;
};
export type PreservationsFact = {
  readonly preservations: readonly {
    readonly no: number;
    readonly on: LocalDate;
    readonly settledOn: LocalDate | null;
    readonly approvedBy: 'head' | 'other' | null;
  }[];
};
/** `sound`: verified and lawfully taken; `spoken`: the word of a person alone. */
export type ProofsFact = {
  readonly proofs: readonly {
    readonly no: number;
    readonly evidence: readonly { readonly no: number; readonly sound: boolean; readonly spoken: boolean }[];
  }[];
};
/** Evidence on which the last report rests. */
export type ReportFact = {
  readonly concludedOn: LocalDate | null;
  readonly used: readonly { readonly no: number; readonly on: LocalDate }[];
};
export type MonitoredFact = { readonly monitored: readonly { readonly no: number; readonly lacks: readonly string[] }[] };
export type StagesFact = {
  readonly stages: readonly { readonly words: string; readonly recorded: boolean }[];
  readonly closedOn: LocalDate | null;
};
/** Acts performed here, later than on their day. `elsewhere`: some were done in another system, where nobody here knows when they were written down. */
export type EntriesFact = {
  readonly entries: readonly { readonly what: string; readonly on: LocalDate; readonly recordedOn: LocalDate }[] | null;
  readonly elsewhere: boolean;
};

/** 事先告知. `lacks`: what it did not say; null: what it said is not known. */
export type NoticeTold = {
  readonly servedOn: LocalDate | null;
  readonly waivedOn: LocalDate | null;
  readonly hearing: boolean;
  readonly hearingWaivedOn: LocalDate | null;
  readonly penalty: Sums;
  readonly lacks: readonly string[] | null;
};
/** `notice`: of what was decided; `earlier`: served before, about an earlier report. */
export type NoticesFact = { readonly notice: NoticeTold | null; readonly earlier: NoticeTold | null };
export type ProposalFact = { readonly proposed: Sums | null; readonly newFacts: boolean };
export type StatementsFact = {
  readonly statements: readonly { readonly no: number; readonly on: LocalDate; readonly recheckedOn: LocalDate | null }[];
};
export type HearingFact = {
  readonly hearing: {
    /** The day on which the party had the notice of it; where that is not told, the day of the notice. */
    readonly noticedOn: LocalDate | null;
    readonly heldOn: LocalDate | null;
    readonly outcome: 'held' | 'absent' | 'withdrawn' | null;
    readonly open: boolean;
    readonly closedReason: boolean;
    /** Signed, or the refusal noted; null: not told. */
    readonly transcript: boolean | null;
    /** About an earlier report, before the notice in hand. */
    readonly earlier?: true;
  } | null;
};

/** `grounds`: why it had to be reviewed; `passedOn`: of the last report, and after the hearing where one was held. */
export type ReviewFact = { readonly grounds: readonly string[]; readonly passedOn: LocalDate | null };
export type DiscussionFact = { readonly isGrave: boolean; readonly discussedOn: LocalDate | null };
/** What the decision says of remedies, and what it leaves out; null: its text is not known. */
export type DecisionTextFact = {
  readonly decisionText: {
    readonly lacks: readonly string[];
    readonly reconsiderDays: number | null;
    readonly suitMonths: number | null;
    readonly reconsiderFirst: boolean | null;
  } | null;
};
export type CorrectionFact = { readonly correction: 'told' | 'none' | null };
export type CapacityFact = {
  readonly age: 'child' | 'minor' | 'grown' | null;
  readonly isIncapable: boolean;
  readonly isLess: boolean;
};
export type SummaryRecordFact = { readonly recordedOn: LocalDate | null };
export type EducationFact = { readonly underArticle33: boolean; readonly educated: boolean };

export type LettersFact = {
  readonly letters: readonly {
    readonly what: string;
    readonly how: 'electronic' | 'public' | 'other';
    /** null: a notice to the public is running. */
    readonly receivedOn: LocalDate | null;
    /** 确认书 for electronic service. */
    readonly confirmedOn: LocalDate | null;
    /** Failed tries before; null: not told. */
    readonly attempts: number | null;
    readonly publishedOn: LocalDate | null;
  }[];
};
export type CollectionsFact = {
  readonly collected: readonly {
    readonly on: LocalDate;
    readonly fen: number;
    /** 'own-account': no officer took it, the organ's own account did. */
    readonly ground: 'small' | 'hard-later' | 'remote' | 'own-account' | null;
  }[];
};
export type HandedInFact = {
  readonly handedIn: readonly { readonly on: LocalDate; readonly handedInOn: LocalDate | null; readonly bankedOn: LocalDate | null }[];
};
/** Money taken beyond the fine, and how much of it could have accrued by then. */
export type SurchargesFact = {
  readonly surcharges: readonly { readonly on: LocalDate; readonly takenFen: number; readonly mostFen: number }[];
};
/** `windowFrom`: the end of remedies, over days of rest; null while a dispute goes on or nothing was served; `performedOn`: performed or ended. */
export type EnforcementFact = {
  readonly windowFrom: LocalDate | null;
  readonly performedOn: LocalDate | null;
  readonly urgedOn: LocalDate | null;
  readonly appliedOn: LocalDate | null;
};
export type ConfiscatedFact = {
  readonly confiscated: readonly { readonly name: string; readonly effectOn: LocalDate; readonly endedOn: LocalDate | null }[];
};

/**
 * Signs of a crime that the review has found, and the transfer that followed. `crimeAsked`: whether anybody asked for them about
 * what was decided; no register holds the sums from which a conduct is to be prosecuted.
 */
export type CrimeFact = {
  readonly suspectedOn: LocalDate | null;
  readonly transferredOn: LocalDate | null;
  readonly crimeAsked: boolean;
};
/**
 * Something reported as a crime, or handed to the police: `decidedOn` null: reported, and nobody has decided yet; `byChief` null:
 * by whom is not told; `deliveredOn` null: it is not delivered. `refusal`: it was decided not to transfer, with its reasons
 * recorded or without; left out: it was not.
 */
export type CrimeTransfer = {
  readonly reportedOn: LocalDate | null;
  readonly decidedOn: LocalDate | null;
  readonly byChief: boolean | null;
  readonly deliveredOn: LocalDate | null;
  readonly refusal?: 'reasoned' | 'unreasoned';
};
/** The transfer of the case, and what was reported after it came back. */
export type CrimeTransferFact = { readonly crimeTransfers: readonly CrimeTransfer[] };
/** What another organ made of what was handed to it, and when it said so; `toldOn` null: its decision is known, its notice has not come. */
export type AnsweredTransferFact = {
  readonly answered: { readonly decidedOn: LocalDate | null; readonly toldOn: LocalDate | null } | null;
};

/** Everything that the rules about a whole case ask for. */
export type CaseProcessFacts = CaseProcedure &
  CaseDecision &
  PenaltyOfCase &
  BasisFact &
  FirstNoticeFact &
  WeighingFact &
  CrewsFact &
  RecusalsFact &
  ApartFact &
  PlaceFact &
  ClueFact &
  PausesFact &
  MovingFact &
  VisitsFact &
  PreservationsFact &
  ProofsFact &
  ReportFact &
  MonitoredFact &
  StagesFact &
  EntriesFact &
  CoercionFact &
  NoticesFact &
  ProposalFact &
  StatementsFact &
  HearingFact &
  ReviewFact &
  DiscussionFact &
  DecisionTextFact &
  CorrectionFact &
  CapacityFact &
  SummaryRecordFact &
  EducationFact &
  LettersFact &
  CollectionsFact &
  HandedInFact &
  SurchargesFact &
  EnforcementFact &
  ConfiscatedFact &
  CrimeFact &
  CrimeTransferFact &
  AnsweredTransferFact;
