import {
  type ActFrame,
  approvalOf,
  approvalSlip,
  type DocumentIssue,
  formatFullCitation,
  type InputOf,
  isDemonstration,
  type LegalClause,
  type LocalDate,
  nameOf,
  numberedLetter,
  type Profile,
  paper,
  type RegisterFacts,
  termsOf,
} from '#law';
import type { Forms } from '../forms.ts';
import { LETTERS, type NoticeAndTalk } from '../model.ts';

/** DOC-16 and DOC-15 (notice). */
export type LetterFacts = {
  readonly issuer: string;
  readonly number: string;
  readonly units: readonly string[];
  readonly subject: string;
  /** 根据…的规定，: the city's article; it drops out while unverified. */
  readonly basis: LegalClause | null;
  readonly facts: string;
  readonly requirement: string;
  readonly conditions: NoticeAndTalk['conditions'];
  readonly meeting: NoticeAndTalk['meeting'];
  readonly signedOn: LocalDate;
  readonly contact: string;
  readonly demonstration: boolean;
};

/** DOC-15 (record). */
export type RecordFacts = {
  readonly issuer: string;
  readonly unit: string;
  readonly notice: string;
  readonly heldOn: LocalDate;
  readonly place: string;
  readonly persons: string;
  readonly points: string;
  readonly answer: string;
  readonly commitments: readonly { readonly words: string; readonly due: LocalDate }[];
  readonly demonstration: boolean;
};

const marked = (s: NoticeAndTalk, facts: RegisterFacts): boolean => isDemonstration(facts, [s.issuerId, ...s.unitIds]);

/** 签发: the letter and its 发文签批单, with the signatory's words. */
export function letterIssues(
  s: NoticeAndTalk,
  words: string | null,
  frame: ActFrame,
  facts: RegisterFacts,
  profile: Profile,
): readonly DocumentIssue[] {
  const terms = termsOf(profile, s.type === 'talk' ? 'local.call-in' : 'local.circular', frame.legalDate);
  const made: LetterFacts = {
    issuer: nameOf(facts, s.issuerId),
    number: frame.number?.text ?? '',
    units: s.unitIds.map((id) => nameOf(facts, id)),
    subject: s.subject,
    basis: terms?.cite == null ? null : { text: `根据${formatFullCitation(terms.cite)}的规定，`, cite: terms.cite, grade: terms.grade },
    facts: s.facts,
    requirement: s.requirement,
    conditions: s.conditions,
    meeting: s.meeting,
    signedOn: frame.legalDate,
    contact: s.contact,
    demonstration: marked(s, facts),
  };
  const { document, name, template } = LETTERS[s.type];
  const slip = approvalSlip({
    ...{ issuer: made.issuer, name, number: made.number, subject: s.subject, addressee: made.units.join('，'), copies: [] },
    ...approvalOf(s, words, frame),
    demonstration: made.demonstration,
  });
  return [numberedLetter({ kind: document, name, template, facts: made }), slip];
}

export function recordIssues(
  s: NoticeAndTalk,
  input: InputOf<Forms['hold']>,
  frame: ActFrame,
  facts: RegisterFacts,
): readonly DocumentIssue[] {
  const made: RecordFacts = {
    issuer: nameOf(facts, s.issuerId),
    unit: nameOf(facts, s.unitIds[0] ?? ''),
    notice: s.letter?.number ?? '',
    heldOn: frame.legalDate,
    place: s.meeting?.place ?? '',
    persons: input.persons,
    points: input.points,
    answer: input.answer,
    commitments: input.commitments,
    demonstration: marked(s, facts),
  };
  return [paper({ kind: 'DOC-15', name: '约谈记录', template: 'call-in-record', facts: made })];
}
