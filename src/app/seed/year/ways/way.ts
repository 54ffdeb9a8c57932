import type { Json } from '#law';
import { type Breach, UNPRICED } from './breach.ts';

type Input = Readonly<Record<string, Json>>;

/** How a case goes: what a plant changes of the lawful case. */
export type Way = {
  /** So many days before the others it was opened. */
  readonly earlier: number;
  readonly breach: Breach;
  readonly party: 'firm' | 'youth';
  readonly officers: number;
  /** Days from the proposal to the filing. */
  readonly filedAfter: number;
  readonly place: boolean;
  readonly verified: boolean;
  readonly visit: { readonly shown: boolean; readonly signed: boolean } | null;
  readonly monitored: 'published' | 'unpublished' | null;
  readonly pause: 'law' | 'none' | null;
  readonly preserved: Preserved | null;
  /** The party is asked: told of its rights before, or not. */
  readonly asked: 'told' | 'untold' | null;
  readonly recusal: 'decided' | 'open' | null;
  /** The inquiry has not come to its end: it goes on, or stands still by law. */
  readonly unfinished: 'open' | 'paused' | null;
  /** A second piece of evidence that the report rests on, taken after it, or after the inquiry was opened again. */
  readonly lateProof: 'after-report' | 'reopened' | null;
  readonly review: 'not-needed' | 'done' | 'left-out';
  /** What the reviewer tells of himself. */
  readonly reviewer: Input;
  /** The first review has found signs of a crime. */
  readonly crime: 'ignored' | 'handed-on' | null;
  /** Days from the service of the notice to the decision. */
  readonly waits: number;
  readonly proposed: Input;
  readonly decided: Input;
  /** 从轻, with what is told for it. */
  readonly less: 'proven' | 'ungrounded' | 'minor' | null;
  /** Told of the weighing beside or instead of the usual: tier, benchmark and lists. */
  readonly weighing: Input;
  readonly noticeStates: readonly string[];
  readonly statement: 'rechecked' | 'open' | null;
  /** Told anew, of more than before, after the party had defended itself. */
  readonly again: 'new-facts' | 'nothing-new' | null;
  readonly hearing: boolean;
  readonly waived: boolean;
  readonly heard: Heard | null;
  readonly discussed: boolean;
  readonly correction: string;
  /** Not punished: with a record of education, or without. */
  readonly spared: 'educated' | 'untold' | null;
  readonly suitMonths: number;
  readonly service: 'in-person' | 'electronic' | 'electronic-confirmed';
  /** Served by a notice to the public instead: after so many other tries, and so many days after the notice. */
  readonly announced: { readonly tries: number; readonly days: number } | null;
  /** Where the decision tells to pay. */
  readonly payTo: string | null;
  readonly paid: 'bank' | 'remote' | 'hard-later' | 'overdue';
  /** Days from the service of the decision until an overdue fine is paid, where nobody asks the court before. */
  readonly paidAfter: number;
  readonly bankedAfter: number;
  /** Paid beyond the fine, in fen. */
  readonly beyond: number;
  /** Days from the service of the reminder to the application to the court; null: none is made. */
  readonly courtAfter: number | null;
  /** Days from the service of the decision until confiscated goods are dealt with; null: nothing is confiscated. */
  readonly goodsAfter: number | null;
  /** Their sale has its papers. */
  readonly saleProved: boolean;
  readonly handedOn: HandedOn | null;
  readonly redress: Redress | null;
};

export type Preserved = {
  readonly by: 'head' | 'other';
  readonly recorded: boolean;
  readonly days: number;
  readonly settled: 'copied' | 'confiscated';
};

export type Heard = {
  /** Days from the service of the notice until a hearing is asked for. */
  readonly askedAfter: number;
  /** The call is served with a receipt. */
  readonly proved: boolean;
  /** Days before the one that the call names. */
  readonly heldEarlier: number;
  /** Days from the service of the call to the hearing. */
  readonly ahead: number;
  readonly host: 'apart' | 'investigator';
  readonly open: boolean;
  readonly closedReason: string | null;
  readonly signed: boolean;
};

/**
 * Handed on to another organ. Days: from the report of the officers to the decision; from the other's decision to its answer, null:
 * it is known to have decided and never answers. `served`: the letter is delivered on the next day; else it is known only by the answer.
 */
export type HandedOn = {
  readonly criminal: boolean;
  readonly reportedBefore: number;
  readonly by: 'chief' | 'other';
  readonly answeredAfter: number | null;
  readonly served: boolean;
  /** Its decision is learnt of before its answer comes. */
  readonly learnt: boolean;
};

/**
 * 复议 or 诉讼 put the decision right. Days count from the one on which the result took effect; what is named by the document, and
 * what is null there, does not come.
 */
export type Redress = {
  readonly way: 'reconsideration' | 'litigation';
  readonly cause: 'facts' | 'procedure';
  /** To be made anew within the days that the document names, null: none; `after`: it was. null: revoked, and that is all. */
  readonly redo: { readonly within: number | null; readonly after: number } | null;
  /** How the new decision stands to the revoked one. */
  readonly anew: 'same' | 'same-on-other-facts' | 'less';
  /** 行政复议意见书: answered. */
  readonly opinionAnswered: number | null;
  /** The fine was paid before, and given back. */
  readonly givenBackAfter: number | null;
};

export const FINE: Input = { kinds: ['CF03'], fine: 200_000, content: '罚款人民币2,000元。' };

/** Asked for and held by law; three weeks ahead are seven working days in any month. */
export const HEARD: Heard = {
  ...{ askedAfter: 1, proved: true, heldEarlier: 0, ahead: 21, host: 'apart', open: true, closedReason: null, signed: true },
};

/** Reviewed decisions before the law asked for a qualification. */
const NOT_FIRST: Input = { firstAfter2018: false };

export const LAWFUL: Way = {
  ...{ breach: UNPRICED, earlier: 0, party: 'firm', officers: 2, filedAfter: 1, place: true, verified: true, visit: null, monitored: null },
  ...{
    pause: null,
    preserved: null,
    asked: null,
    recusal: null,
    unfinished: null,
    lateProof: null,
    review: 'not-needed',
    reviewer: NOT_FIRST,
    crime: null,
  },
  ...{ waits: 14, proposed: FINE, decided: FINE, less: null, weighing: {} },
  noticeStates: ['penalty', 'facts', 'reasons', 'basis', 'rights'],
  ...{ statement: null, again: null, hearing: false, waived: false, heard: null, discussed: false },
  ...{ correction: '责令立即改正，按规定明码标价。', spared: null, suitMonths: 6, service: 'in-person', announced: null },
  ...{ payTo: '指定银行', saleProved: true },
  ...{ paid: 'bank', paidAfter: 0, bankedAfter: 0, beyond: 0, courtAfter: null, goodsAfter: null, handedOn: null, redress: null },
};
