import {
  type ActFrame,
  approvalOf,
  approvalSlip,
  type DocumentIssue,
  isDemonstration,
  type LocalDate,
  nameOf,
  type RegisterFacts,
  servedLetter,
} from '#law';
import { type Assistance, REFUSAL_LABELS, WAY_LABELS } from '../model.ts';

export const REPLY_KIND = 'CT14-复函';

/** 复函: what the organ asked has found, or why it does not help. */
export type ReplyFacts = {
  readonly issuer: string;
  readonly number: string;
  readonly addressee: string;
  /** The letter that is answered: 协助函, 协查函, and its number. */
  readonly asked: { readonly name: string; readonly number: string; readonly subject: string };
  /** null: the result is given. */
  readonly ground: string | null;
  readonly words: string;
  readonly materials: readonly string[];
  readonly signedOn: LocalDate;
  readonly contact: string;
  readonly demonstration: boolean;
};

/** 签发复函: the letter, withheld from the organ that asked until it is sent, and the slip of the organ asked. */
export function replyIssues(s: Assistance, words: string | null, frame: ActFrame, facts: RegisterFacts): readonly DocumentIssue[] {
  const { reply, addresseeId } = s;
  if (reply == null || addresseeId === null) return [];
  const made: ReplyFacts = {
    issuer: nameOf(facts, addresseeId),
    number: frame.number?.text ?? '',
    addressee: nameOf(facts, s.issuerId),
    asked: { name: `${WAY_LABELS[s.way]}函`, number: s.letter?.number ?? '', subject: s.subject },
    ground: reply.outcome === 'given' || reply.ground === null ? null : REFUSAL_LABELS[reply.ground],
    ...{ words: reply.words, materials: reply.materials, contact: reply.contact, signedOn: frame.legalDate },
    demonstration: isDemonstration(facts, [s.issuerId, addresseeId]),
  };
  const { issuer, number, addressee, demonstration } = made;
  const about = { issuer, name: '复函', number, subject: s.subject, addressee, copies: [] };
  const letter = servedLetter({ kind: REPLY_KIND, name: '复函', template: 'assistance-reply', facts: made });
  return [{ ...letter, publiclyVerifiable: false }, approvalSlip({ ...about, ...approvalOf(reply, words, frame), demonstration })];
}
