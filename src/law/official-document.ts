import type { Citation } from './citation.ts';
import type { LocalDate } from './local-date.ts';
import type { Grade } from './profile.ts';

/**
 * An official document as its content, without layout: one function of a room makes it from the facts fixed in the
 * act; the platform lays it out as PDF and as DOCX. Equal facts and template version give an equal document for ever.
 */
export type OfficialDocument = {
  /** letter: with document head, number and addressee. form: a table to be filled in and filed (审批表, 回证 …). card: a certificate carried along, 85.6 mm × 54 mm, front and back; its first three fields and the photo stand in front. */
  readonly layout: 'letter' | 'form' | 'card';
  /** The layout files of the PDF; absent: the first. A template version keeps its own for ever. */
  readonly layoutVersion?: number;
  /** Name in the head, e.g. 巴彦淖尔市司法局（演示）. */
  readonly issuer: string;
  readonly number: string | null;
  /** A line break fixes where a long title turns; without one the lines are balanced. */
  readonly title: string;
  /** 密级和保密期限. */
  readonly secrecy?: string;
  /** 紧急程度: 特急, 加急. */
  readonly urgency?: string;
  /** 签发人, printed only on documents to a higher body (请示, 报告). */
  readonly signer?: string;
  readonly addressee: string | null;
  readonly body: readonly Block[];
  /** 附件说明, in order; the annexes themselves follow the signature, each on a new page. */
  readonly annexes: readonly { readonly title: string; readonly body: readonly Block[] }[];
  readonly signature: { readonly organisation: string; readonly on: LocalDate } | null;
  /** 经办人 and the numbers of their 行政执法监督证. */
  readonly handlers: readonly { readonly name: string; readonly certificate: string }[];
  readonly contact: string | null;
  readonly copies: readonly string[];
  /** Code for public verification; null: the document has none. */
  readonly verifyCode: string | null;
  /** 签收栏 at the foot. */
  readonly receiptBox: boolean;
  /** Watermark 演示数据 不具法律效力. */
  readonly demonstration: boolean;
};

export type Block =
  | { readonly kind: 'paragraph'; readonly text: string; readonly indent?: boolean; readonly bold?: boolean }
  /** level 1: 一、 (黑体); level 2: （一） (楷体). */
  | { readonly kind: 'heading'; readonly text: string; readonly level?: 1 | 2 }
  | {
      readonly kind: 'table';
      /** Shares of the width in relation to each other; cells stand left unless said otherwise. */
      readonly columns: readonly { readonly title: string; readonly share: number; readonly align?: 'left' | 'center' | 'right' }[];
      readonly rows: readonly (readonly string[])[];
    }
  /** Label and value pairs, two to a row where they are short. */
  | { readonly kind: 'fields'; readonly rows: readonly { readonly label: string; readonly value: string; readonly wide?: boolean }[] }
  /** Space for a hand-written opinion, name and date. */
  | { readonly kind: 'opinion'; readonly label: string; readonly text: string; readonly name: string; readonly on: LocalDate | null };

/** A paragraph that states law: it stands in a document only while its source is verified, else it drops out. */
export type LegalClause = { readonly text: string; readonly cite: Citation | null; readonly grade: Grade };

/** Makes the document of one template version from its facts. Old versions stay for ever. */
export type DocumentTemplate<F> = {
  readonly template: string;
  readonly version: number;
  make(facts: F): OfficialDocument;
};
