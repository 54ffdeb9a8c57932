import { BARE_DOCUMENT, heading, isDemonstration, lines, nameOf, numberedLetter, paper } from '../document-parts.ts';
import type { LocalDate } from '../local-date.ts';
import type { ActFrame, DocumentIssue, RegisterFacts } from '../matter-kind.ts';
import type { DocumentTemplate } from '../official-document.ts';
import { type PartyRef, partyKindOf } from '../party.ts';
import { type PartyPart, partyWord } from '../party-words.ts';
import { listed, type SheetFacts, type SheetRow, sheetTemplate, short, wide } from '../sheet.ts';

export type Issues = readonly DocumentIssue[];

/** A letter to the party: headings with their paragraphs. */
export type LetterFacts = {
  readonly issuer: string;
  readonly title: string;
  readonly number: string | null;
  /** null: an announcement, to everybody. */
  readonly addressee: string | null;
  readonly body: readonly { readonly heading: string | null; readonly paragraphs: readonly string[] }[];
  /** Things that the letter speaks of, below its text. */
  readonly list?: SheetFacts['list'];
  readonly contact: string | null;
  /** Whether it bears a box for whoever receives it. */
  readonly receipt: boolean;
  readonly on: LocalDate;
  readonly demonstration: boolean;
};

const SHARES: Readonly<Record<string, number>> = { 序号: 8, 证据种类: 18, 取得日期: 18, 数量: 20 };
const shareOf = (title: string): number => SHARES[title] ?? 36;

/** Forms and records of a penalty case: 立案审批表, 询问笔录, 送达回证, 延期分期审批表, 结案审批表 … */
export const CASE_SHEET: DocumentTemplate<SheetFacts> = sheetTemplate('penalty-sheet', shareOf);

/** Letters to the party and to courts: 事先告知书, 决定书, 责令改正通知书, 催告书 … */
export const CASE_LETTER: DocumentTemplate<LetterFacts> = {
  template: 'penalty-letter',
  version: 1,
  make: (f) => ({
    ...BARE_DOCUMENT,
    layout: 'letter',
    issuer: f.issuer,
    number: f.number,
    title: f.title,
    addressee: f.addressee,
    body: [
      ...f.body.flatMap(({ heading: title, paragraphs }) => [...(title === null ? [] : [heading(title)]), ...lines(paragraphs)]),
      ...listed(f.list ?? null, shareOf),
    ],
    signature: { organisation: f.issuer, on: f.on },
    contact: f.contact,
    receiptBox: f.receipt,
    demonstration: f.demonstration,
  }),
};

type Told = { readonly organId: string; readonly party: PartyRef };

/** One thing about the party, filled in when the document is drawn. */
export function ofParty({ party }: Pick<Told, 'party'>, part: PartyPart): string {
  return partyWord(party, part);
}

/** What whoever stands for a body is called on its papers. */
export function representativeTitle({ kind }: PartyRef): string {
  if (kind === 'sole-trader') return '经营者';
  return kind === 'legal-person' ? '法定代表人' : '负责人';
}

/** The party as the head of a document tells it. A code stands on a line of its own: beside another field it would turn in its middle. */
export function partyRows(s: Pick<Told, 'party'>): readonly SheetRow[] {
  const [name, address] = [wide('当事人', ofParty(s, 'name')), wide('住址（住所）', ofParty(s, 'address'))];
  const phone = short('联系电话', ofParty(s, 'phone'));
  return partyKindOf(s.party.kind) === 'person'
    ? [name, short('证件种类', ofParty(s, 'idKind')), short('证件号码', ofParty(s, 'idNumber')), address, phone]
    : [
        name,
        wide('统一社会信用代码', ofParty(s, 'uscc')),
        short(representativeTitle(s.party), ofParty(s, 'legalRepresentative')),
        phone,
        address,
      ];
}

/** The same as lines of a letter. */
export function partyLines(s: Pick<Told, 'party'>): readonly string[] {
  return partyRows(s).map(({ label, value }) => `${label}：${value}`);
}

type Sheet = Pick<SheetFacts, 'title' | 'rows'> &
  Partial<Pick<SheetFacts, 'list' | 'opinions' | 'number' | 'on'>> & { readonly inside?: boolean };

/** What was made elsewhere exists there: nothing is printed for it here. */
const isElsewhere = (frame: ActFrame): boolean => frame.mode === 'reported';

/** A form or record of the case; `inside`: a paper of the organ's own, which goes to nobody. */
export function casePaper(kind: string, s: Told, frame: ActFrame, facts: RegisterFacts, { inside = false, ...content }: Sheet): Issues {
  if (isElsewhere(frame)) return [];
  const made: SheetFacts = {
    issuer: nameOf(facts, s.organId),
    number: null,
    list: null,
    opinions: [],
    // Opinions are signed and dated each in its own place; a record by those who were there.
    on: (content.opinions ?? []).length > 0 ? null : frame.legalDate,
    demonstration: isDemonstration(facts, [s.organId]),
    ...content,
  };
  const issue = paper({ kind, name: content.title, template: CASE_SHEET.template, facts: made });
  return [inside ? { ...issue, inside } : issue];
}

type Content = Pick<LetterFacts, 'title' | 'body'> & Partial<Pick<LetterFacts, 'number' | 'contact' | 'receipt' | 'addressee' | 'list'>>;

/** A letter to the party (or to a court). With a number it is one that is sealed and served. */
export function caseLetter(kind: string, s: Told, frame: ActFrame, facts: RegisterFacts, content: Content): Issues {
  if (isElsewhere(frame)) return [];
  const made: LetterFacts = {
    issuer: nameOf(facts, s.organId),
    number: null,
    addressee: ofParty(s, 'name'),
    contact: null,
    receipt: true,
    on: frame.legalDate,
    demonstration: isDemonstration(facts, [s.organId]),
    ...content,
  };
  const form = { kind, name: content.title, template: CASE_LETTER.template, facts: made };
  return [made.number === null ? paper(form) : numberedLetter(form)];
}
