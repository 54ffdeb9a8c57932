import {
  type ActFrame,
  approvalOf,
  approvalSlip,
  type DocumentIssue,
  type HandlerFacts,
  handlersOf,
  isDemonstration,
  type LocalDate,
  nameOf,
  paper,
  type RegisterFacts,
  servedLetter,
  yuan,
} from '#law';
import { HEAD_LABELS, isLate, type MajorPenaltyFiling, RESULT_LABELS } from '../model.ts';

type S = MajorPenaltyFiling;

/** What every paper of a filing says of the decision. */
export type DecisionFacts = {
  readonly unit: string;
  /** Who reviews; empty where it is filed with the upper department alone. */
  readonly bureau: string;
  readonly number: string;
  readonly party: string;
  readonly penalty: string;
  readonly reasons: readonly string[];
  readonly decidedOn: LocalDate;
  readonly demonstration: boolean;
};

/** DOC-28 备案报告. */
export type ReportFacts = DecisionFacts & {
  readonly reportTo: string | null;
  readonly facts: string;
  readonly process: string;
  readonly lateBecause: string | null;
  readonly materials: readonly { readonly name: string; readonly files: number }[];
  readonly opinion: { readonly text: string; readonly name: string };
  readonly filedOn: LocalDate;
  readonly contact: string;
};
export type ReceiptFacts = DecisionFacts & { readonly filedOn: LocalDate; readonly receivedOn: LocalDate; readonly late: boolean };
/** DOC-28 催报函. */
export type DemandFacts = DecisionFacts & { readonly nth: number; readonly words: string; readonly due: LocalDate; readonly on: LocalDate };
export type CorrectionFacts = DecisionFacts & { readonly words: string; readonly due: LocalDate; readonly on: LocalDate };
/** DOC-28 审查意见书. */
export type OpinionFacts = DecisionFacts & {
  readonly opinionNumber: string;
  readonly result: string;
  readonly problems: readonly { readonly no: number; readonly head: string; readonly facts: string; readonly basis: string }[];
  readonly requirement: string;
  readonly answerBy: LocalDate | null;
  readonly signedOn: LocalDate;
  readonly handlers: readonly HandlerFacts[];
  readonly contact: string;
};

function decisionFacts(s: S, facts: RegisterFacts): DecisionFacts {
  const { number, party, penalty, fineFen, confiscatedFen, reasons, decidedOn } = s.decision;
  const sums = [fineFen === null ? null : `罚款${yuan(fineFen)}`, confiscatedFen === null ? null : `没收${yuan(confiscatedFen)}`];
  return {
    unit: nameOf(facts, s.organId),
    bureau: s.reviewerId === null ? '' : nameOf(facts, s.reviewerId),
    number,
    party,
    penalty: [penalty, ...sums.filter((sum) => sum !== null)].join('；'),
    reasons,
    decidedOn,
    demonstration: isDemonstration(facts, [s.organId, s.reviewerId]),
  };
}

export function reportIssues(s: S, opinion: string | null, frame: ActFrame, facts: RegisterFacts): readonly DocumentIssue[] {
  if (s.package === null) return [];
  const { materials, contact, lateBecause, process } = s.package;
  const made: ReportFacts = {
    ...decisionFacts(s, facts),
    reportTo: s.upperId === null ? null : nameOf(facts, s.upperId),
    facts: s.package.facts,
    process,
    lateBecause,
    materials,
    opinion: { text: opinion ?? '同意报送。', name: frame.actor.name },
    filedOn: frame.legalDate,
    contact,
  };
  return [paper({ kind: 'DOC-28', name: '重大行政处罚备案报告', template: 'major-filing-report', facts: made })];
}

export function receiptIssues(s: S, frame: ActFrame, facts: RegisterFacts): readonly DocumentIssue[] {
  const filedOn = s.filedOn ?? frame.legalDate;
  const made: ReceiptFacts = { ...decisionFacts(s, facts), filedOn, receivedOn: frame.legalDate, late: isLate(s) };
  return [paper({ kind: 'DOC-28-收讫', name: '重大行政处罚备案收讫回执', template: 'major-filing-receipt', facts: made })];
}

/** The letter of the bureau that keeps the ledger, who need not be the one that reviews. */
export function demandIssues(s: S, frame: ActFrame, facts: RegisterFacts): readonly DocumentIssue[] {
  const last = s.demands.at(-1);
  if (last === undefined || s.bureauId === null) return [];
  const bureau = nameOf(facts, s.bureauId);
  const demonstration = isDemonstration(facts, [s.organId, s.bureauId]);
  const { words, due } = last;
  const made: DemandFacts = { ...decisionFacts(s, facts), bureau, demonstration, nth: s.demands.length, words, due, on: frame.legalDate };
  return [paper({ kind: 'DOC-28-催报', name: '重大行政处罚备案催报函', template: 'major-filing-demand', facts: made })];
}

export function correctionIssues(s: S, frame: ActFrame, facts: RegisterFacts): readonly DocumentIssue[] {
  const last = s.corrections.at(-1);
  if (last === undefined) return [];
  const made: CorrectionFacts = { ...decisionFacts(s, facts), words: last.words, due: last.due, on: frame.legalDate };
  return [paper({ kind: 'DOC-28-补正', name: '备案材料补正通知', template: 'major-filing-correction', facts: made })];
}

/** 签发: the opinion and its 发文签批单, with the signatory's words. */
export function opinionIssues(s: S, words: string | null, frame: ActFrame, facts: RegisterFacts): readonly DocumentIssue[] {
  if (s.opinion === null) return [];
  const { result, problems, requirement, answerBy, handlerIds, contact } = s.opinion;
  const made: OpinionFacts = {
    ...decisionFacts(s, facts),
    opinionNumber: frame.number?.text ?? '',
    result: RESULT_LABELS[result],
    problems: problems.map((p, i) => ({ ...p, no: i + 1, head: HEAD_LABELS[p.head] })),
    requirement,
    answerBy,
    signedOn: frame.legalDate,
    handlers: handlersOf(handlerIds, facts),
    contact,
  };
  const { bureau: issuer, opinionNumber: number, unit: addressee, demonstration } = made;
  const slip = approvalSlip({
    ...{ issuer, name: '重大行政处罚备案审查意见书', number, subject: `${made.number}备案审查`, addressee, copies: [] },
    ...approvalOf(s, words, frame),
    demonstration,
  });
  const letter = servedLetter({
    ...{ kind: 'DOC-28-审查意见书', name: '重大行政处罚备案审查意见书', template: 'major-filing-opinion', facts: made },
  });
  return [letter, slip];
}
