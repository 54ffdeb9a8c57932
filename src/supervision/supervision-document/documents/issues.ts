import {
  type ActFrame,
  type ApprovalFacts,
  approvalSlip,
  type DocumentIssue,
  handlersOf,
  type InputOf,
  isDemonstration,
  type LocalDate,
  nameOf,
  numberedLetter,
  type Profile,
  paper,
  type RegisterFacts,
  servedLetter,
} from '#law';
import type { FORMS } from '../forms.ts';
import {
  CHECK_LABELS,
  GROUND_LABELS,
  isLetter,
  MEASURE_LABELS,
  outgoing,
  type Problem,
  RESULT_LABELS,
  type SupervisionDocument,
  TYPE_LABELS,
  TYPES,
  WAY_LABELS,
} from '../model.ts';
import { consequenceClause, measuresBasis, openingClause, performanceClause, replyClause, reviewClause } from './clauses.ts';
import type {
  CheckFacts,
  LetterFacts,
  MeasuresFacts,
  PerformanceFacts,
  ProblemFacts,
  ReminderFacts,
  ReportFacts,
  ResultFacts,
  SlipFacts,
} from './facts.ts';

type S = SupervisionDocument;

/** The parties whose names decide whether a document is one of the demonstration. */
function named(s: S): readonly (string | null)[] {
  return [s.issuerId, s.draft.addresseeId, s.draft.concernedId];
}

function problemFacts({ no, subject, facts, norm, demand }: Problem): ProblemFacts {
  return { no, subject, facts, norm, demand };
}

const LETTER_TEMPLATES = {
  notice: 'supervision-notice',
  opinion: 'supervision-opinion',
  decision: 'supervision-decision',
  inquiry: 'supervision-inquiry',
  notification: 'supervision-notification',
} as const;

/** 签发: the document itself and its 发文签批单. */
export function draftIssues(
  s: S,
  opinion: string | null,
  frame: ActFrame,
  facts: RegisterFacts,
  profile: Profile,
): readonly DocumentIssue[] {
  const { type } = s.draft;
  const letter = numberedLetter({
    kind: TYPES[type].document,
    name: TYPE_LABELS[type],
    template: LETTER_TEMPLATES[type],
    facts: letterFacts(s, frame, facts, profile),
  });
  return [letter, approvalSlip(approvalFacts(s, opinion, frame, facts))];
}

function headOf(s: S, frame: ActFrame, facts: RegisterFacts) {
  const { addresseeId, concernedId, copyIds, handlerIds, contact, type } = s.draft;
  const copies = [...(concernedId === null || type === 'notification' ? [] : [concernedId]), ...copyIds];
  return {
    issuer: nameOf(facts, s.issuerId),
    number: frame.number?.text ?? '',
    addressee: nameOf(facts, addresseeId),
    signedOn: frame.legalDate,
    handlers: handlersOf(handlerIds, facts),
    contact,
    copies: copies.map((id) => nameOf(facts, id)),
    demonstration: isDemonstration(facts, named(s)),
  };
}

function letterFacts(s: S, frame: ActFrame, facts: RegisterFacts, profile: Profile): LetterFacts {
  const { type, subject, concernedId, reportToId, background, problems, requirement, ownDate, basis } = s.draft;
  const on = frame.legalDate;
  const reportTo = reportToId === null ? null : nameOf(facts, reportToId);
  return {
    ...headOf(s, frame, facts),
    type,
    subject,
    concerned: concernedId === null ? null : nameOf(facts, concernedId),
    reportTo,
    background,
    problems: problems.map(problemFacts),
    requirement,
    ownDate,
    basis: basis?.text ?? null,
    opening: openingClause(profile, on),
    reply: replyClause(profile, on, type, reportTo),
    consequence: isLetter(type) ? null : consequenceClause(profile, on),
    review: isLetter(type) ? null : reviewClause(profile, on, type),
  };
}

function approvalFacts(s: S, opinion: string | null, frame: ActFrame, facts: RegisterFacts): ApprovalFacts {
  const { type, subject, addresseeId, copyIds } = s.draft;
  return {
    issuer: nameOf(facts, s.issuerId),
    name: TYPE_LABELS[type],
    number: frame.number?.text ?? '',
    subject,
    addressee: nameOf(facts, addresseeId),
    copies: copyIds.map((id) => nameOf(facts, id)),
    draftedBy: [...new Set(s.drafters.map((p) => p.name))],
    check: { text: s.opinions.check, name: s.checkedBy?.name ?? '', on: s.checkedOn },
    review: { text: s.opinions.review, name: s.reviewedBy?.name ?? '', on: s.reviewedOn },
    sign: { text: opinion, name: frame.actor.name, on: frame.legalDate },
    demonstration: isDemonstration(facts, named(s)),
  };
}

function outgoingName(s: S): string {
  const name = s.decision === null ? TYPE_LABELS[s.draft.type] : TYPE_LABELS.decision;
  return `${name}（${outgoing(s)?.number ?? ''}）`;
}

/** 送达: a 送达回证 to go with the paper, should it be needed. */
export function serviceIssues(s: S, frame: ActFrame, facts: RegisterFacts): readonly DocumentIssue[] {
  return [paper({ kind: 'DOC-11', name: '送达回证', template: 'service-slip', facts: slipFacts(s, frame, facts, null) })];
}

/** 签收: the same slip with the receipt in the platform on it. */
export function receiptIssues(s: S, frame: ActFrame, facts: RegisterFacts): readonly DocumentIssue[] {
  const receipt = { receiver: frame.actor.name, on: frame.legalDate, at: frame.recordedAt };
  return [paper({ kind: 'DOC-11', name: '送达回证（平台签收）', template: 'service-slip', facts: slipFacts(s, frame, facts, receipt) })];
}

function slipFacts(s: S, frame: ActFrame, facts: RegisterFacts, receipt: SlipFacts['receipt']): SlipFacts {
  return {
    issuer: nameOf(facts, s.issuerId),
    addressee: nameOf(facts, s.draft.addresseeId),
    document: outgoingName(s),
    servedOn: outgoing(s)?.servedOn ?? frame.legalDate,
    sentBy: receipt === null ? frame.actor.name : '',
    receipt,
    demonstration: isDemonstration(facts, named(s)),
  };
}

function documentFacts(s: S): { name: string; number: string; receivedOn: LocalDate } | null {
  const on = s.letter?.receipt?.on;
  return s.letter === null || on === undefined ? null : { name: TYPE_LABELS[s.draft.type], number: s.letter.number, receivedOn: on };
}

export function reportIssues(s: S, frame: ActFrame, facts: RegisterFacts): readonly DocumentIssue[] {
  const made = reportFacts(s, frame, facts);
  return made === null ? [] : [paper({ kind: 'DOC-12', name: '处理结果报告', template: 'result-report', facts: made })];
}

export function lateReportIssues(s: S, frame: ActFrame, facts: RegisterFacts): readonly DocumentIssue[] {
  const made = reportFacts(s, frame, facts);
  return made === null ? [] : [paper({ kind: 'DOC-12', name: '处理结果报告（逾期）', template: 'result-report', facts: made })];
}

function reportFacts(s: S, frame: ActFrame, facts: RegisterFacts): ReportFacts | null {
  const document = documentFacts(s);
  if (document === null || s.summary === null) return null;
  return {
    unit: nameOf(facts, s.draft.addresseeId),
    to: [s.issuerId, s.draft.reportToId ?? ''].filter((id) => id !== '').map((id) => nameOf(facts, id)),
    document,
    late: s.lapsedOn !== null,
    ...s.summary,
    results: s.draft.problems.map(resultFacts),
    signedBy: frame.actor.name,
    on: frame.legalDate,
    demonstration: isDemonstration(facts, named(s)),
  };
}

function resultFacts(p: Problem): ResultFacts {
  const h = p.handling;
  return {
    no: p.no,
    subject: p.subject,
    problem: p.facts,
    result: h === null ? '' : RESULT_LABELS[h.result],
    way: h?.way == null ? null : WAY_LABELS[h.way],
    on: h?.on ?? null,
    proofs: h?.proof.length ?? 0,
    reason: h?.reason ?? null,
    partyToldOn: h?.partyToldOn ?? null,
    refundedOn: h?.refundedOn ?? null,
    unpublishedOn: h?.unpublishedOn ?? null,
  };
}

export function checkIssues(
  s: S,
  input: InputOf<(typeof FORMS)['verify']>,
  frame: ActFrame,
  facts: RegisterFacts,
): readonly DocumentIssue[] {
  const made: CheckFacts = {
    issuer: nameOf(facts, s.issuerId),
    unit: nameOf(facts, s.draft.addresseeId),
    document: `${TYPE_LABELS[s.draft.type]}（${s.letter?.number ?? ''}）`,
    on: frame.legalDate,
    onSite: input.onSite,
    officers: handlersOf(input.officers ?? [], facts),
    checkedBy: frame.actor.name,
    rows: input.results.map((r) => {
      const problem = s.draft.problems.find((p) => p.no === r.no);
      const result = problem?.handling == null ? '' : RESULT_LABELS[problem.handling.result];
      return { no: r.no, problem: problem?.facts ?? '', result, outcome: CHECK_LABELS[r.outcome], opinion: r.opinion };
    }),
    demonstration: isDemonstration(facts, named(s)),
  };
  return [paper({ kind: 'DOC-13', name: '整改核查表', template: 'check-sheet', facts: made })];
}

export function reminderIssues(
  s: S,
  words: string | null,
  frame: ActFrame,
  facts: RegisterFacts,
  profile: Profile,
): readonly DocumentIssue[] {
  const document = documentFacts(s);
  if (document === null) return [];
  const made: ReminderFacts = {
    issuer: nameOf(facts, s.issuerId),
    addressee: nameOf(facts, s.draft.addresseeId),
    document,
    lapsed: s.lapsedOn !== null,
    words,
    consequence: consequenceClause(profile, frame.legalDate),
    on: frame.legalDate,
    contact: s.draft.contact,
    demonstration: isDemonstration(facts, named(s)),
  };
  return [paper({ kind: 'DOC-13', name: '催办函', template: 'reminder', facts: made })];
}

export function measuresIssues(s: S, frame: ActFrame, facts: RegisterFacts, profile: Profile): readonly DocumentIssue[] {
  const prior = documentFacts(s);
  if (prior === null || s.measures === null || s.lapsedOn === null) return [];
  const { measure, ground, content, performBy } = s.measures;
  const on = frame.legalDate;
  const made: MeasuresFacts = {
    ...headOf(s, frame, facts),
    prior: { ...prior, lapsedOn: s.lapsedOn },
    unhandled: s.draft.problems.filter((p) => p.clearedOn === null).map(problemFacts),
    measure: MEASURE_LABELS[measure],
    ground: GROUND_LABELS[ground],
    content,
    performBy,
    government: governmentFacts(s, facts),
    basis: measuresBasis(profile, on),
    report: performanceClause(profile, on),
  };
  const letter = servedLetter({ kind: 'DOC-10', name: TYPE_LABELS.decision, template: 'measures-decision', facts: made });
  return [{ ...letter, templateVersion: 2 }];
}

function governmentFacts(s: S, facts: RegisterFacts): MeasuresFacts['government'] {
  const request = s.governmentRequest;
  if (request?.decision?.approved !== true || request.measure !== s.measures?.measure) return null;
  return { name: nameOf(facts, request.governmentId), number: request.decision.number, on: request.decision.on };
}

export function performanceIssues(s: S, summary: string, frame: ActFrame, facts: RegisterFacts): readonly DocumentIssue[] {
  const decision = s.decision;
  if (decision?.receipt == null) return [];
  const made: PerformanceFacts = {
    unit: nameOf(facts, s.draft.addresseeId),
    to: [nameOf(facts, s.issuerId)],
    document: { name: TYPE_LABELS.decision, number: decision.number, receivedOn: decision.receipt.on },
    summary,
    signedBy: frame.actor.name,
    on: frame.legalDate,
    demonstration: isDemonstration(facts, named(s)),
  };
  return [paper({ kind: 'DOC-12', name: '履行情况报告', template: 'performance-report', facts: made })];
}
