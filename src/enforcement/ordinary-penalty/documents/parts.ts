import {
  type ActFrame,
  type DocumentIssue,
  isDemonstration,
  nameOf,
  numberedLetter,
  type PartyPart,
  paper,
  partyKindOf,
  partyWord,
  type RegisterFacts,
  type SheetFacts,
  type SheetRow,
  short,
  wide,
  yuan,
} from '#law';
import type { OrdinaryPenalty } from '../model.ts';
import { KIND_LABELS, type Kind, type Penalty } from '../model-deciding.ts';
import { EVIDENCE_LABELS } from '../model-inquiry.ts';
import type { LetterFacts } from './facts.ts';

type S = OrdinaryPenalty;
export type Issues = readonly DocumentIssue[];

/** A place for a hand: name and date. */
export const BY_HAND = '\n';

/** One thing about the party, filled in when the document is drawn. */
export function ofParty(s: S, part: PartyPart): string {
  return partyWord(s.party, part);
}

/** The party as the head of a document tells it. */
export function partyRows(s: S): readonly SheetRow[] {
  const isPerson = partyKindOf(s.party.kind) === 'person';
  return [
    wide('当事人', ofParty(s, 'name')),
    ...(isPerson
      ? [short('证件种类', ofParty(s, 'idKind')), short('证件号码', ofParty(s, 'idNumber'))]
      : [short('统一社会信用代码', ofParty(s, 'uscc')), short('法定代表人（负责人、经营者）', ofParty(s, 'legalRepresentative'))]),
    wide('住址（住所）', ofParty(s, 'address')),
    short('联系电话', ofParty(s, 'phone')),
  ];
}

/** The same as lines of a letter. */
export function partyLines(s: S): readonly string[] {
  return partyRows(s).map(({ label, value }) => `${label}：${value}`);
}

/** 警告、罚款2,000元。… : the sums as they were judged against what was told, never the typed words alone. */
export function penaltyWords(penalty: Penalty): string {
  return `处罚种类：${penalty.kinds.map((kind) => kindWords(kind, penalty)).join('、')}。处罚内容：${penalty.content}`;
}

function kindWords(kind: Kind, { fineFen, incomeFen, goodsFen }: Penalty): string {
  if (kind === 'CF05') return `${KIND_LABELS.CF05}（价值${yuan(goodsFen ?? 0)}）`;
  const sum = kind === 'CF03' ? fineFen : kind === 'CF04' ? incomeFen : null;
  return sum === null ? KIND_LABELS[kind] : `${KIND_LABELS[kind]}${yuan(sum)}`;
}

export function factWords(s: S): readonly string[] {
  const report = s.reports.at(-1);
  return (report?.facts ?? []).map(({ fact, evidence }, i) => `${i + 1}.${fact}（证据第${evidence.join('、')}号）`);
}

/** The evidence on file; no list where there is none. */
export function evidenceRows(s: S): SheetFacts['list'] {
  if (s.evidence.length === 0) return null;
  return {
    titles: ['序号', '证据种类', '名称', '来源', '取得日期'],
    rows: s.evidence.map((e) => [String(e.no), EVIDENCE_LABELS[e.kind], e.name, e.source, e.on]),
  };
}

type Sheet = Pick<SheetFacts, 'title' | 'rows'> &
  Partial<Pick<SheetFacts, 'list' | 'opinions' | 'number' | 'on'>> & { readonly inside?: boolean };

/** What was made elsewhere exists there: nothing is printed for it here. */
const isElsewhere = (frame: ActFrame): boolean => frame.mode === 'reported';

/** A form or record of the case; `inside`: a paper of the organ's own, which goes to nobody. */
export function sheet(kind: string, s: S, frame: ActFrame, facts: RegisterFacts, { inside = false, ...content }: Sheet): Issues {
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
  const issue = paper({ kind, name: content.title, template: 'penalty-sheet', facts: made });
  return [inside ? { ...issue, inside } : issue];
}

type Letter = Pick<LetterFacts, 'title' | 'body'> & Partial<Pick<LetterFacts, 'number' | 'contact' | 'receipt' | 'addressee' | 'list'>>;

/** A letter to the party (or to a court). With a number it is one that is sealed and served. */
export function letter(kind: string, s: S, frame: ActFrame, facts: RegisterFacts, content: Letter): Issues {
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
  const form = { kind, name: content.title, template: 'penalty-letter', facts: made };
  return [made.number === null ? paper(form) : numberedLetter(form)];
}
