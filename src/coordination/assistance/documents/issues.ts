import {
  type ActFrame,
  approvalOf,
  approvalSlip,
  type DocumentIssue,
  isDemonstration,
  type LocalDate,
  nameOf,
  numberedLetter,
  partyWord,
  type RegisterFacts,
} from '#law';
import { type Assistance, WAY_LABELS } from '../model.ts';

/** 协助函、协查函. */
export type LetterFacts = {
  readonly issuer: string;
  readonly number: string;
  readonly title: string;
  readonly addressee: string;
  readonly subject: string;
  readonly basis: string;
  readonly facts: string;
  readonly request: string;
  /** Whom it is about, as marks that are filled in when the page is drawn. */
  readonly who: readonly string[];
  readonly materials: readonly string[];
  readonly wantedBy: LocalDate | null;
  readonly signedOn: LocalDate;
  readonly contact: string;
  readonly demonstration: boolean;
};

/** 签发: the letter and its 发文签批单. Nobody outside verifies it by a code: it tells of a case under way. */
export function letterIssues(s: Assistance, words: string | null, frame: ActFrame, facts: RegisterFacts): readonly DocumentIssue[] {
  const name = `${WAY_LABELS[s.way]}函`;
  const made: LetterFacts = {
    issuer: nameOf(facts, s.issuerId),
    number: frame.number?.text ?? '',
    title: name,
    addressee: s.addresseeId === null ? (s.outside ?? '') : nameOf(facts, s.addresseeId),
    ...{ subject: s.subject, basis: s.basis, facts: s.facts, request: s.request, who: whoLines(s), materials: s.materials },
    ...{ wantedBy: s.wantedBy, signedOn: frame.legalDate, contact: s.contact },
    demonstration: isDemonstration(facts, [s.issuerId, ...(s.addresseeId === null ? [] : [s.addresseeId])]),
  };
  const { issuer, number, subject, addressee, demonstration } = made;
  const slip = approvalSlip({ issuer, name, number, subject, addressee, copies: [], ...approvalOf(s, words, frame), demonstration });
  const letter = numberedLetter({ kind: `CT14-${name}`, name, template: 'assistance-letter', facts: made });
  return [{ ...letter, publiclyVerifiable: false }, slip];
}

function whoLines({ who }: Assistance): readonly string[] {
  if (who === null) return [];
  const isPerson = who.kind === 'person' || who.kind === 'foreigner';
  const name = `姓名（名称）：${partyWord(who, 'name')}`;
  return isPerson
    ? [name, `证件号码：${partyWord(who, 'idNumber')}`, `住址：${partyWord(who, 'address')}`]
    : [name, `统一社会信用代码：${partyWord(who, 'uscc')}`, `住所：${partyWord(who, 'address')}`];
}
