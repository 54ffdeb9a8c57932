import {
  type ActFrame,
  approvalOf,
  approvalSlip,
  CLOCK_UNIT_LABELS,
  chineseNumeral,
  type DocumentIssue,
  formatFullCitation,
  type HandlerFacts,
  handlersOf,
  isDemonstration,
  type LegalClause,
  type LocalDate,
  nameOf,
  numberedLetter,
  type Profile,
  type RegisterFacts,
  termsOf,
} from '#law';
import { type Referral, SECRECY_LABELS, type SealedReferral } from '../model.ts';

/** DOC-19. */
export type ReferralFacts = {
  readonly issuer: string;
  readonly number: string;
  readonly addressee: string;
  readonly subject: string;
  readonly basis: string;
  readonly facts: string;
  readonly materials: readonly string[];
  /** 根据…的规定，; the twenty days from the organ's own decision. Both drop out while unverified. */
  readonly opening: LegalClause | null;
  readonly answer: LegalClause | null;
  readonly signedOn: LocalDate;
  readonly handlers: readonly HandlerFacts[];
  readonly contact: string;
  readonly demonstration: boolean;
};

/** 签发: the letter and its 发文签批单, with the signatory's words. */
export function referralIssues(
  s: Referral,
  words: string | null,
  frame: ActFrame,
  facts: RegisterFacts,
  profile: Profile,
): readonly DocumentIssue[] {
  const made: ReferralFacts = {
    issuer: nameOf(facts, s.issuerId),
    number: frame.number?.text ?? '',
    addressee: nameOf(facts, s.addresseeId),
    subject: s.subject,
    basis: s.basis,
    facts: s.facts,
    materials: s.materials,
    ...clauses(profile, frame.legalDate),
    signedOn: frame.legalDate,
    handlers: handlersOf(s.handlerIds, facts),
    contact: s.contact,
    demonstration: isDemonstration(facts, [s.issuerId, s.addresseeId]),
  };
  const { issuer, number, subject, addressee, demonstration } = made;
  const slip = approvalSlip({
    issuer,
    name: '移送函',
    number,
    subject,
    addressee,
    copies: [],
    ...approvalOf(s, words, frame),
    demonstration,
  });
  return [numberedLetter({ kind: 'DOC-19', name: '移送函', template: 'referral', facts: made }), slip];
}

function clauses(profile: Profile, on: LocalDate): Pick<ReferralFacts, 'opening' | 'answer'> {
  const terms = termsOf(profile, 'local.transfer-notice', on);
  if (terms === null || terms.cite === null) return { opening: null, answer: null };
  const { cite, grade, length, unit } = terms;
  const opening = { text: `根据${formatFullCitation(cite)}的规定，`, cite, grade };
  if (length === null || unit === null) return { opening, answer: null };
  const within = `${chineseNumeral(length)}${CLOCK_UNIT_LABELS[unit]}内`;
  return { opening, answer: { text: `请你机关依法处理，并自作出处理决定之日起${within}将处理情况书面告知本机关。`, cite, grade } };
}

/** DOC-18: no public code, in a number series of its own. */
export type SealedFacts = {
  readonly issuer: string;
  readonly number: string;
  readonly addressee: string;
  readonly secrecy: string;
  readonly suspects: string;
  readonly clue: string;
  readonly evidence: readonly string[];
  readonly signedOn: LocalDate;
  readonly demonstration: boolean;
};

export function sealedIssues(s: SealedReferral, frame: ActFrame, facts: RegisterFacts): readonly DocumentIssue[] {
  const made: SealedFacts = {
    issuer: nameOf(facts, s.issuerId),
    number: frame.number?.text ?? '',
    addressee: nameOf(facts, s.commissionId),
    secrecy: SECRECY_LABELS[s.secrecy],
    suspects: s.suspects,
    clue: s.clue,
    evidence: s.evidence,
    signedOn: frame.legalDate,
    demonstration: isDemonstration(facts, [s.issuerId, s.commissionId]),
  };
  const issue = numberedLetter({ kind: 'DOC-18', name: '问题线索移送函', template: 'sealed-referral', facts: made });
  return [{ ...issue, publiclyVerifiable: false, inside: true }];
}
