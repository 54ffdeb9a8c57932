import type { HandlerFacts, LegalClause, LocalDate } from '#law';
import type { DocumentType } from '../model.ts';

/** Everything that a document prints, fixed when it is issued: rendering asks nobody else, now or in ten years. */
export type ProblemFacts = {
  readonly no: number;
  readonly subject: string | null;
  readonly facts: string;
  readonly norm: string;
  readonly demand: string;
};

type Head = {
  readonly issuer: string;
  readonly number: string;
  readonly addressee: string;
  readonly signedOn: LocalDate;
  readonly handlers: readonly HandlerFacts[];
  readonly contact: string;
  readonly copies: readonly string[];
  readonly demonstration: boolean;
};

/** DOC-8, DOC-9, DOC-10 as first documents, DOC-37. */
export type LetterFacts = Head & {
  readonly type: DocumentType;
  readonly subject: string;
  readonly concerned: string | null;
  readonly reportTo: string | null;
  readonly background: string;
  readonly problems: readonly ProblemFacts[];
  readonly requirement: string | null;
  readonly ownDate: LocalDate | null;
  readonly basis: string | null;
  /** Opening words with the article acted on; the period of the report; what follows when it is missed; review. */
  readonly opening: LegalClause;
  readonly reply: LegalClause;
  readonly consequence: LegalClause | null;
  readonly review: LegalClause | null;
};

/** DOC-10 after a document was not handled in time (细则 22¶2). */
export type MeasuresFacts = Head & {
  readonly prior: { readonly name: string; readonly number: string; readonly receivedOn: LocalDate; readonly lapsedOn: LocalDate };
  readonly unhandled: readonly ProblemFacts[];
  readonly measure: string;
  readonly ground: string;
  readonly content: string;
  readonly performBy: LocalDate | null;
  readonly government: { readonly name: string; readonly number: string | null; readonly on: LocalDate } | null;
  readonly basis: readonly LegalClause[];
  readonly report: LegalClause | null;
};

/** DOC-11. */
export type SlipFacts = {
  readonly issuer: string;
  readonly addressee: string;
  readonly document: string;
  readonly servedOn: LocalDate;
  readonly sentBy: string;
  readonly receipt: { readonly receiver: string; readonly on: LocalDate; readonly at: string } | null;
  readonly demonstration: boolean;
};

export type ResultFacts = {
  readonly no: number;
  readonly subject: string | null;
  readonly problem: string;
  readonly result: string;
  readonly way: string | null;
  readonly on: LocalDate | null;
  readonly proofs: number;
  readonly reason: string | null;
  readonly partyToldOn: LocalDate | null;
  readonly refundedOn: LocalDate | null;
  readonly unpublishedOn: LocalDate | null;
};

/** DOC-12: the unit's report, to the issuer and to the bureau. */
export type ReportFacts = {
  readonly unit: string;
  readonly to: readonly string[];
  readonly document: { readonly name: string; readonly number: string; readonly receivedOn: LocalDate };
  readonly late: boolean;
  readonly summary: string;
  readonly liability: string | null;
  readonly systemic: string | null;
  readonly results: readonly ResultFacts[];
  readonly signedBy: string;
  readonly on: LocalDate;
  readonly demonstration: boolean;
};
export type PerformanceFacts = Omit<ReportFacts, 'results' | 'late' | 'liability' | 'systemic'>;

/** DOC-13, the reminder. */
export type ReminderFacts = {
  readonly issuer: string;
  readonly addressee: string;
  readonly document: { readonly name: string; readonly number: string; readonly receivedOn: LocalDate };
  readonly lapsed: boolean;
  readonly words: string | null;
  readonly consequence: LegalClause | null;
  readonly on: LocalDate;
  readonly contact: string;
  readonly demonstration: boolean;
};

/** DOC-13, the check. */
export type CheckFacts = {
  readonly issuer: string;
  readonly unit: string;
  readonly document: string;
  readonly on: LocalDate;
  readonly onSite: boolean;
  readonly officers: readonly HandlerFacts[];
  readonly checkedBy: string;
  readonly rows: readonly {
    readonly no: number;
    readonly problem: string;
    readonly result: string;
    readonly outcome: string;
    readonly opinion: string | null;
  }[];
  readonly demonstration: boolean;
};
