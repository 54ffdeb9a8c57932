import {
  type ActFrame,
  approvalSlip,
  type DocumentIssue,
  formatFullCitation,
  type InputOf,
  isDemonstration,
  type LegalClause,
  type LocalDate,
  nameOf,
  type Profile,
  paper,
  type RegisterFacts,
  servedLetter,
  termsOf,
} from '#law';
import type { Forms } from '../forms.ts';
import { DEMAND_LABELS, LEVEL_LABELS, type NormativeFiling, PIECE_LABELS, PIECES } from '../model.ts';
import { ART_8_6, groundOf } from '../model-grounds.ts';

type S = NormativeFiling;

/** What every paper of a filing says of the document. */
type Head = {
  /** 制定机关. */
  readonly unit: string;
  /** 备案机关. */
  readonly to: string;
  readonly bureau: string;
  readonly title: string;
  readonly documentNumber: string;
  readonly contact: string;
  readonly on: LocalDate;
  readonly demonstration: boolean;
};
export type ReportFacts = Head & {
  readonly level: string;
  readonly publishedOn: LocalDate;
  readonly effectiveOn: LocalDate;
  readonly lastDay: LocalDate | null;
  readonly lateReason: string | null;
  readonly files: readonly { readonly no: number; readonly piece: string; readonly name: string; readonly digest: string }[];
};
export type DemandFacts = Head & { readonly nth: number; readonly publishedOn: LocalDate; readonly words: string; readonly due: LocalDate };
export type SupplementFacts = Head & {
  readonly by: LocalDate;
  readonly items: readonly { readonly no: number; readonly piece: string; readonly words: string }[];
};
export type RegistrationFacts = Head & { readonly waived: string | null };
export type AcceptanceFacts = Head & { readonly number: string; readonly opening: LegalClause | null };
export type OpinionFacts = AcceptanceFacts & {
  readonly opinion: string;
  readonly grounds: readonly {
    readonly no: number;
    readonly ground: string;
    readonly place: string;
    readonly words: string;
    readonly norm: string | null;
    /** The statute from which the head follows; none where it is the review's own. */
    readonly article: LegalClause | null;
  }[];
  readonly demand: string;
  readonly correctBy: LocalDate | null;
};
export type CatalogueFacts = Head & {
  readonly filingNumber: string;
  readonly filedOn: LocalDate;
  readonly publishedOn: LocalDate;
  readonly effectiveOn: LocalDate;
  readonly lastDay: LocalDate | null;
};

function headOf(s: S, contact: string, frame: ActFrame, facts: RegisterFacts): Head {
  return {
    unit: nameOf(facts, s.makerId),
    to: s.recipientId === null ? '' : nameOf(facts, s.recipientId),
    bureau: nameOf(facts, s.bureauId),
    title: s.document.title,
    documentNumber: s.document.number,
    contact,
    on: frame.legalDate,
    demonstration: isDemonstration(facts, [s.makerId, s.bureauId, s.recipientId]),
  };
}

/** DOC-27 备案报告, with the digests under which its pieces are kept. */
export function reportIssues(s: S, contact: string, frame: ActFrame, facts: RegisterFacts): readonly DocumentIssue[] {
  const byId = new Map(s.files.map((f) => [f.id, f]));
  const pieces = PIECES.flatMap((piece) => s.pieces[piece].map((id) => ({ piece: PIECE_LABELS[piece], file: byId.get(id) })));
  const { publishedOn, effectiveOn, lastDay } = s.document;
  const made: ReportFacts = {
    ...headOf(s, contact, frame, facts),
    ...{ level: LEVEL_LABELS[s.level], publishedOn, effectiveOn, lastDay, lateReason: s.lateReason },
    files: pieces.map(({ piece, file }, i) => ({ no: i + 1, piece, name: file?.name ?? '', digest: file?.sha256 ?? '' })),
  };
  return [paper({ kind: 'DOC-27-报告', name: '规范性文件备案报告', template: 'normative-report', facts: made })];
}

/** DOC-27 催报函, of the bureau that is to examine. */
export function demandIssues(s: S, contact: string, frame: ActFrame, facts: RegisterFacts): readonly DocumentIssue[] {
  const last = s.demands?.at(-1);
  if (last === undefined) return [];
  const { words, due } = last;
  const made: DemandFacts = {
    ...headOf(s, contact, frame, facts),
    ...{ nth: s.demands?.length ?? 1, publishedOn: s.document.publishedOn, words, due },
  };
  return [paper({ kind: 'DOC-27-催报', name: '规范性文件备案催报函', template: 'normative-demand', facts: made })];
}

export function supplementIssues(
  s: S,
  input: InputOf<Forms['ask-supplement']>,
  frame: ActFrame,
  facts: RegisterFacts,
): readonly DocumentIssue[] {
  const made: SupplementFacts = {
    ...headOf(s, input.contact, frame, facts),
    by: input.by,
    items: input.items.map(({ piece, words }, i) => ({ no: i + 1, piece: PIECE_LABELS[piece], words })),
  };
  return [paper({ kind: 'DOC-27-补正', name: '备案材料补正通知书', template: 'normative-supplement', facts: made })];
}

export function registrationIssues(
  s: S,
  { waived, contact }: InputOf<Forms['register']>,
  frame: ActFrame,
  facts: RegisterFacts,
): readonly DocumentIssue[] {
  const made: RegistrationFacts = { ...headOf(s, contact, frame, facts), waived };
  return [paper({ kind: 'DOC-27-登记', name: '规范性文件备案登记通知书', template: 'normative-registration', facts: made })];
}

/** The signed result: a filing number, or an opinion that asks for correction; with its 发文签批单. */
export function conclusionIssues(
  s: S,
  { opinion: words, contact }: InputOf<Forms['sign']>,
  frame: ActFrame,
  facts: RegisterFacts,
  profile: Profile,
): readonly DocumentIssue[] {
  const head = headOf(s, contact, frame, facts);
  const accepted: AcceptanceFacts = { ...head, number: frame.number?.text ?? '', opening: openingOf(profile, frame.legalDate) };
  const isAccepted = s.conclusion?.outcome !== 'correct';
  const name = isAccepted ? '规范性文件准予备案通知书' : '规范性文件审查意见书';
  const letter = isAccepted
    ? servedLetter({ kind: 'DOC-27-备案', name, template: 'normative-acceptance', facts: accepted })
    : servedLetter({ kind: 'DOC-27', name, template: 'normative-opinion', facts: opinionFacts(s, accepted) });
  const slip = approvalSlip({
    ...{ issuer: head.bureau, name, number: accepted.number, subject: head.title, addressee: head.unit, copies: [] },
    ...{ draftedBy: [s.conclusion?.by.name ?? ''], check: null },
    review: { text: s.conclusion?.opinion ?? null, name: s.conclusion?.by.name ?? '', on: null },
    sign: { text: words, name: frame.actor.name, on: frame.legalDate },
    demonstration: head.demonstration,
  });
  return [letter, slip];
}

function opinionFacts(s: S, accepted: AcceptanceFacts): OpinionFacts {
  const grounds = s.conclusion?.grounds ?? [];
  return {
    ...accepted,
    opinion: s.conclusion?.opinion ?? '',
    grounds: grounds.map(({ ground, place, words, norm }, i) => ({
      ...{ no: i + 1, ground: groundOf(ground)?.label ?? '', place, words, norm },
      article: articleOf(ground),
    })),
    demand: s.conclusion?.demand == null ? '' : DEMAND_LABELS[s.conclusion.demand],
    correctBy: s.conclusion?.correctBy ?? null,
  };
}

/** What 细则 8(6) asks for stands at the head of the letter, by the city's own article. */
function articleOf(code: string): LegalClause | null {
  const cite = groundOf(code)?.cite;
  if (cite === undefined || cite.instrument === ART_8_6.instrument) return null;
  const grade = cite.article === null ? 'excerpt' : 'statute';
  return { text: formatFullCitation(cite), cite, grade };
}

function openingOf(profile: Profile, on: LocalDate): LegalClause | null {
  const terms = termsOf(profile, 'local.normative-supervision', on);
  if (terms === null || terms.cite === null) return null;
  return { text: `根据${formatFullCitation(terms.cite)}的规定，`, cite: terms.cite, grade: terms.grade };
}

export function catalogueIssues(s: S, contact: string, frame: ActFrame, facts: RegisterFacts): readonly DocumentIssue[] {
  const entry = s.catalogue.at(-1);
  if (entry === undefined) return [];
  const { title, number, filingNumber, filedOn, publishedOn, effectiveOn, lastDay } = entry;
  const made: CatalogueFacts = {
    ...{ ...headOf(s, contact, frame, facts), title, documentNumber: number },
    ...{ filingNumber, filedOn, publishedOn, effectiveOn, lastDay },
  };
  return [paper({ kind: 'DOC-27-目录', name: '规范性文件备案目录公告', template: 'normative-catalogue', facts: made })];
}
