import type { Person, Reviewed } from './conditions.ts';
import { BARE_DOCUMENT, paper } from './document-parts.ts';
import { chineseDay, type LocalDate } from './local-date.ts';
import type { ActFrame, DocumentIssue } from './matter-kind.ts';
import type { Block, DocumentTemplate } from './official-document.ts';

type Opinion = { readonly text: string | null; readonly name: string; readonly on: LocalDate | null };

/** DOC-38 发文签批单: who drafted, who reviewed, who signed, each in own words; kept by the issuer. */
export type ApprovalFacts = {
  readonly issuer: string;
  readonly name: string;
  readonly number: string;
  readonly subject: string;
  readonly addressee: string;
  readonly copies: readonly string[];
  readonly draftedBy: readonly string[];
  /** 核稿; null where the kind of document has only one review. */
  readonly check: Opinion | null;
  readonly review: Opinion;
  readonly sign: { readonly text: string | null; readonly name: string; readonly on: LocalDate };
  readonly demonstration: boolean;
};

const opinion = (label: string, words: Opinion, none = '同意。'): Block => ({
  kind: 'opinion',
  label,
  text: words.text ?? none,
  name: words.name,
  on: words.on,
});

export const APPROVAL_SLIP: DocumentTemplate<ApprovalFacts> = {
  template: 'approval-slip',
  version: 1,
  make: (f) => ({
    ...BARE_DOCUMENT,
    layout: 'form',
    issuer: f.issuer,
    title: '发文签批单',
    body: [
      {
        kind: 'fields',
        rows: [
          { label: '文书名称', value: f.name },
          { label: '文号', value: f.number },
          { label: '事由', value: f.subject, wide: true },
          { label: '主送', value: f.addressee, wide: true },
          { label: '抄送', value: f.copies.length === 0 ? '无' : f.copies.join('，'), wide: true },
          { label: '拟稿人', value: f.draftedBy.join('、') },
          { label: '成文日期', value: chineseDay(f.sign.on) },
        ],
      },
      ...(f.check === null ? [] : [opinion('核稿意见', f.check)]),
      opinion('审核意见', f.review),
      opinion('签发意见', f.sign, '同意签发。'),
    ],
    demonstration: f.demonstration,
  }),
};

/** The hands through which a letter with one review went. */
export function approvalOf(
  s: { readonly drafters: readonly Person[]; readonly reviewed: Reviewed | null },
  words: string | null,
  frame: ActFrame,
): Pick<ApprovalFacts, 'draftedBy' | 'check' | 'review' | 'sign'> {
  return {
    draftedBy: [...new Set(s.drafters.map((p) => p.name))],
    check: null,
    review: { text: s.reviewed?.opinion ?? null, name: s.reviewed?.by.name ?? '', on: s.reviewed?.on ?? null },
    sign: { text: words, name: frame.actor.name, on: frame.legalDate },
  };
}

/** The slip as issued beside the document that is signed: an internal paper of the issuer. */
export function approvalSlip(facts: ApprovalFacts): DocumentIssue {
  return { ...paper({ kind: 'DOC-38', name: '发文签批单', template: APPROVAL_SLIP.template, facts }), inside: true };
}
