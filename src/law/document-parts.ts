import type { Json } from './canonical-json.ts';
import { chineseNumeral } from './citation.ts';
import type { DocumentIssue, RegisterFacts } from './matter-kind.ts';
import type { Block, LegalClause, OfficialDocument } from './official-document.ts';
import { isVerified } from './profile.ts';

/** Parts from which the rooms put their documents together. */
export function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

export function heading(text: string): Block {
  return { kind: 'heading', text };
}

/** One paragraph a line; empty lines are dropped. */
export function lines(texts: readonly string[]): readonly Block[] {
  return texts
    .flatMap((text) => text.split(/\n+/))
    .filter((text) => text.trim() !== '')
    .map(paragraph);
}

/** （一）…；（二）…: one paragraph an item, without the bracket where there is only one. */
export function items(texts: readonly string[]): readonly Block[] {
  return texts.length === 1 ? lines(texts) : lines(texts.map((text, i) => `（${chineseNumeral(i + 1)}）${text}`));
}

/** The words of a clause while its source is verified; what is not verified is never printed as law. */
export function verified(clause: LegalClause | null): readonly string[] {
  return clause !== null && clause.text !== '' && isVerified(clause.grade) ? [clause.text] : [];
}

/** What a paper leaves empty that is no letter: spread it first. */
export const BARE_DOCUMENT = {
  number: null,
  addressee: null,
  annexes: [],
  signature: null,
  handlers: [],
  contact: null,
  copies: [],
  verifyCode: null,
  receiptBox: false,
} as const satisfies Partial<OfficialDocument>;

/** A place left for a hand to fill. */
export const BY_HAND = '\n\n';

export type HandlerFacts = { readonly name: string; readonly certificate: string };

/** 经办人 with their 行政执法监督证, as far as the register knows them. */
export function handlersOf(officerIds: readonly string[], facts: RegisterFacts): readonly HandlerFacts[] {
  return officerIds.flatMap((id) => {
    const certificate = facts.certificates.get(id)?.find((c) => c.kind === 'supervision');
    return certificate === undefined ? [] : [{ name: certificate.officerName, certificate: certificate.number }];
  });
}

export function officerWords(officers: readonly HandlerFacts[]): string {
  return officers.map((o) => `${o.name}（行政执法监督证号：${o.certificate}）`).join('、');
}

export function nameOf(facts: RegisterFacts, organisationId: string): string {
  return facts.organisations.get(organisationId)?.name ?? '（单位登记信息缺失）';
}

/** Every organ with planted violations carries the mark in its name; a document that names one is marked as a whole. */
export function isDemonstration(facts: RegisterFacts, organisationIds: readonly (string | null)[]): boolean {
  return organisationIds.some((id) => id !== null && facts.organisations.get(id)?.name.includes('（演示）') === true);
}

type Form = { readonly kind: string; readonly name: string; readonly template: string; readonly facts: Json };

/** A document without a number of its own, in the first version of its template. */
export function paper(form: Form): DocumentIssue {
  return { ...form, templateVersion: 1, numbered: false, publiclyVerifiable: false };
}

/** A numbered letter; whoever holds it may ask whether it is genuine. */
export function numberedLetter(form: Form): DocumentIssue {
  return { ...form, templateVersion: 1, numbered: true, publiclyVerifiable: true };
}

/** A numbered letter to a party of the matter: nobody but its issuer is told of it before it has been served. */
export function servedLetter(form: Form): DocumentIssue {
  return { ...numberedLetter(form), withheld: true };
}
