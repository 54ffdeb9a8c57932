import {
  type Citation,
  CLOCK_UNIT_LABELS,
  chineseNumeral,
  formatFullCitation,
  type LegalClause,
  type LocalDate,
  type ObligationTerms,
  type Profile,
  termsOf,
} from '#law';
import { type DocumentType, TYPES } from '../model.ts';

/** A sentence without any law in it stands whatever the profile says. */
function plain(text: string): LegalClause {
  return { text, cite: null, grade: 'statute' };
}

function byTerms(terms: ObligationTerms, text: (cite: Citation) => string): LegalClause | null {
  return terms.cite === null ? null : { text: text(terms.cite), cite: terms.cite, grade: terms.grade };
}

function period(terms: ObligationTerms): string | null {
  if (terms.length === null || terms.unit === null) return null;
  return `${chineseNumeral(terms.length)}${CLOCK_UNIT_LABELS[terms.unit]}内`;
}

/** 根据…第二十二条第一款的规定，; the city's own article, or nothing. */
export function openingClause(profile: Profile, on: LocalDate): LegalClause {
  const terms = termsOf(profile, 'local.document-reply', on);
  const clause = terms === null ? null : byTerms(terms, (c) => `根据${formatFullCitation(c)}的规定，`);
  return clause ?? plain('');
}

/** 自收到…之日起三十日内: the statutory line, as long as it is verified; the duty to report without it otherwise. */
export function replyClause(profile: Profile, on: LocalDate, type: DocumentType, reportTo: string | null): LegalClause {
  const to = reportTo === null ? '本机关' : `本机关和${reportTo}`;
  const terms = termsOf(profile, 'local.document-reply', on);
  const within = terms === null ? null : period(terms);
  const clause =
    terms === null || within === null
      ? null
      : byTerms(terms, () => `请你单位自收到${TYPES[type].self}之日起${within}，对上述问题逐项作出处理，并将处理结果书面报告${to}。`);
  return clause ?? plain(replyWithoutPeriod(reportTo));
}

export function replyWithoutPeriod(reportTo: string | null): string {
  return `请你单位对上述问题逐项作出处理，并将处理结果书面报告${reportTo === null ? '本机关' : `本机关和${reportTo}`}。`;
}

export function consequenceClause(profile: Profile, on: LocalDate): LegalClause | null {
  const terms = termsOf(profile, 'local.overdue-measures', on);
  return terms === null
    ? null
    : byTerms(terms, (c) => `未在规定时间内作出处理的，本机关将依照${formatFullCitation(c)}的规定，按照行为的性质和程度作出处理。`);
}

export function reviewClause(profile: Profile, on: LocalDate, type: DocumentType): LegalClause | null {
  const terms = termsOf(profile, 'local.review-apply', on);
  const within = terms === null ? null : period(terms);
  if (terms === null || within === null) return null;
  return byTerms(
    terms,
    (c) =>
      `对${TYPES[type].self}有异议的，可以依照${formatFullCitation(c)}的规定，自收到${TYPES[type].self}之日起${within}向本机关申请复核。`,
  );
}

/** The articles on which measures rest; what is not verified is left out by the template. */
export function measuresBasis(profile: Profile, on: LocalDate): readonly LegalClause[] {
  const terms = termsOf(profile, 'local.overdue-measures', on);
  const local = terms === null ? null : byTerms(terms, formatFullCitation);
  const { cite, grade } = profile.measures;
  return [...(local === null ? [] : [local]), { text: formatFullCitation(cite), cite, grade }];
}

export function performanceClause(profile: Profile, on: LocalDate): LegalClause | null {
  const terms = termsOf(profile, 'local.execution-report', on);
  const within = terms === null ? null : period(terms);
  if (terms === null || within === null) return null;
  return byTerms(terms, () => `请你单位自收到本决定书之日起${within}，将履行情况书面报告本机关。`);
}
