import type { AskedByRule } from './asked-by-rules.ts';
import type { LawCalendar } from './calendar.ts';
import type { Json } from './canonical-json.ts';
import type { CaseFilePlan } from './case-file.ts';
import type { Citation } from './citation.ts';
import type { StatutoryClock } from './clock.ts';
import type { FormFields, InputOf } from './form.ts';
import type { Reckoning } from './last-day.ts';
import type { BenchmarkFact, BenchmarkName, PowerItemFact } from './list-facts.ts';
import type { LocalDate } from './local-date.ts';
import type { Refusal } from './outcome.ts';
import type { PartyDetails } from './party.ts';
import type { Grade, Profile } from './profile.ts';
import type { CatalogueLine } from './review-catalogue.ts';
import type { CertificateKind, CertificateStatus, Label, LeadKind, OrganisationKind, Qualification, Role, Tier } from './roles.ts';
import type { Severity } from './rule.ts';

/**
 * What a room declares about one kind of matter. Everything here is pure: the platform executes every act of every
 * kind through one pipeline (platform/acts), the browser runs the same functions to grey out what the law forbids.
 */

/** performed: comes into being here. reported: happened elsewhere, needs its source. system: the platform's own. */
export type ActMode = 'performed' | 'reported' | 'system';
export const ACT_MODE_LABELS = { performed: '平台办理', reported: '补录', system: '平台自动' } as const satisfies Record<ActMode, string>;

/** Who acts, as of the act. The system has no post. */
export type ActingPost = {
  readonly postId: string | null;
  readonly accountId: string | null;
  /** The person's record in the officers register, where there is one. */
  readonly officerId: string | null;
  readonly name: string;
  readonly role: Role | 'system';
  readonly organisationId: string | null;
};

/** A file as attached by an act: what the chain holds of it. */
export type AttachedFile = { readonly id: string; readonly name: string; readonly sha256: string; readonly size: number };
export type GivenNumber = { readonly year: number; readonly serial: number; readonly text: string };

/** One act as the fold sees it (corrections already applied to the input). */
export type ActFrame = {
  readonly seq: number;
  readonly type: string;
  readonly mode: ActMode;
  readonly legalDate: LocalDate;
  /** "HH:MM" where the law counts hours, else null. */
  readonly legalTime: string | null;
  /** Instant, ISO 8601 UTC. */
  readonly recordedAt: string;
  readonly actor: ActingPost;
  readonly number: GivenNumber | null;
  /** Ids of the documents this act issued, by document kind ("DOC-9"). */
  readonly documents: Readonly<Record<string, string>>;
  readonly files: readonly AttachedFile[];
  /** Codes of the conditions of law that a reported or corrected act did not meet: what it records is the truth, but not proof. */
  readonly doubts?: readonly string[];
};

/** Facts of registers valid on the legal date, as known now. */
export type OrganisationFact = {
  readonly id: string;
  /** Version of the register record; stands in the act as a fact used. */
  readonly recordId: string;
  readonly name: string;
  readonly shortName: string;
  /** 机关代字 of its document numbers, e.g. 巴司; null where the organ issues none. */
  readonly documentPrefix: string | null;
  readonly kind: OrganisationKind;
  readonly tier: Tier;
  /** Where it is located: GB/T 2260 and its township level. */
  readonly regionCode: string;
  readonly leadKind: LeadKind;
  readonly qualification: Qualification;
  /** 隶属: the organ it belongs to. */
  readonly superiorId: string | null;
  /** 上一级主管部门 in its line; addressee of the 问题告知函 of a vertical unit. */
  readonly lineSuperiorId: string | null;
  /** The 司法行政部门 of its level and region. */
  readonly bureauId: string | null;
  /** For a 受委托组织: the delegating organ; for 派驻队 and 派出机构 without own power: its department. */
  readonly answersThroughId: string | null;
};
export type CertificateFact = {
  readonly recordId: string;
  readonly officerId: string;
  readonly officerName: string;
  readonly organisationId: string;
  readonly kind: CertificateKind;
  readonly number: string;
  readonly status: CertificateStatus;
  /** Last valid day. */
  readonly validThrough: LocalDate | null;
  /** Number of the holder's 法律职业资格, or that there is none (review-qualification); null or absent: not told. */
  readonly legalQualification?: string | null;
  /** Since when the holder reviews penalty decisions. */
  readonly reviewsSince?: LocalDate | null;
};
/** Another matter that an input names, as far as a condition may ask about it. */
export type MatterFact = {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  readonly homeId: string;
  /** Whether it was opened to follow the matter in hand. */
  readonly followsThis: boolean;
} & NamedFacts;
/** What a kind tells of one of its matters to those that name it. */
export type NamedFacts = {
  /** Which of the documents of its kind it is; null where the kind has only one. */
  readonly type: string | null;
  /** Organisations that it is addressed to or speaks of. */
  readonly about: readonly string[];
  /** Signed and numbered, and neither withdrawn nor replaced. */
  readonly isIssued: boolean;
};
export type RegisterFacts = {
  readonly organisations: ReadonlyMap<string, OrganisationFact>;
  /** Certificates whose period covers the legal date, by officer id. */
  readonly certificates: ReadonlyMap<string, readonly CertificateFact[]>;
  /** Names of officers that an act needs to know, those without any certificate among them. */
  readonly officerNames?: ReadonlyMap<string, string>;
  /** Matters that the input names and the actor may see; left out where they were not asked for. */
  readonly matters?: ReadonlyMap<string, MatterFact>;
  /** Parties in whole, by the id of their reference: those typed with the input, and those needed. A page never has them. */
  readonly parties?: ReadonlyMap<string, PartyDetails>;
  /** Lines of lists and benchmarks by `listKey`; one that is asked for and has none stands here as null. Left out where none was asked for. */
  readonly items?: ReadonlyMap<string, PowerItemFact | null>;
  /** By the name of the 违法行为, the organ's own before those of the organ above it. */
  readonly benchmarks?: ReadonlyMap<string, readonly BenchmarkFact[]>;
  /** The same by the item that they name. */
  readonly itemBenchmarks?: ReadonlyMap<string, readonly BenchmarkFact[]>;
  /** 违法行为 for which a benchmark of the organ, or of the one above it, states the same 罚则, by `listKey` of organ and basis. */
  readonly violations?: ReadonlyMap<string, readonly BenchmarkName[]>;
  /** Lines of an organ's catalogue of reviews about an item, by `listKey`; null: the organ has entered no catalogue. */
  readonly catalogues?: ReadonlyMap<string, readonly CatalogueLine[] | null>;
  /** Documents of the matter that the act asks to read; one that is not there stands here as null. A page never has them. */
  readonly documents?: ReadonlyMap<string, IssuedFact | null>;
  /** Penalties of the same party that the actor may see, by the party's mark; left out where nobody asked. A page never has them. */
  readonly earlier?: ReadonlyMap<string, readonly EarlierPenalty[]>;
  /** What is wrong or unsure in the citations of the document in hand; left out where it was not asked for. */
  readonly citations?: readonly CitationNote[];
};
/** A penalty of the same party in another case, the latest first. */
export type EarlierPenalty = { readonly number: string | null; readonly cause: string; readonly decidedOn: LocalDate };
/** A document as it was issued: what was fixed in its act, parties as marks. */
export type IssuedFact = Pick<DocumentIssue, 'template' | 'templateVersion' | 'facts'>;
/** One passage of a document with its name on the form. */
export type CitedText = {
  /** 问题清单第2项“违反的规定”. */
  readonly where: string;
  readonly text: string;
  /**
   * Words around it that tell of days: an article that stood on one of them is rightly named for what was done then
   * (从旧). Absent: only the day of the document counts.
   */
  readonly tellsOf?: string;
};

/**
 * A citation that does not lead to a text in force on the day of the document. wrong: repealed, not yet in force or
 * missing. earlier: it stood on a day that the passage tells of. unsure: the library cannot say.
 */
export const CITATION_NOTE_LABELS = { wrong: '引用有误', earlier: '旧法', unsure: '待核对' } as const;
export type CitationNote = {
  readonly is: keyof typeof CITATION_NOTE_LABELS;
  /** Where in the document, as the form names it. */
  readonly where: string;
  readonly place: string;
  readonly law: string;
  readonly on: LocalDate;
  readonly replacedBy: string | null;
  readonly reason: string;
};
/** What an act needs to know from registers; loaded in one query before deciding. */
export type Need = {
  readonly register:
    | 'organisation'
    | 'certificates'
    | 'matter'
    | 'party'
    | 'power-item'
    | 'benchmark'
    | 'benchmarks-of-item'
    | 'benchmarks-under'
    | 'review-catalogue'
    | 'document'
    | 'earlier';
  readonly key: string;
};

export type GuardCase<S, I> = {
  readonly state: S;
  readonly input: I;
  readonly actor: ActingPost;
  readonly legalDate: LocalDate;
  readonly today: LocalDate;
  readonly facts: RegisterFacts;
  readonly profile: Profile;
  /** Holiday notices as loaded; where a reader has none, a guard that must count working days answers 'unknown'. */
  readonly calendar?: LawCalendar;
  /** The act is entered as one that happened elsewhere. */
  readonly reported?: boolean;
};
/** unknown: a register fact was withheld from the reader; the server will decide. */
export type GuardAnswer = Refusal | null | 'unknown';

/** A named condition, the name being the sentence it tests. Guards of law let a reported act pass and leave a finding. */
export type Guard<S, I> = {
  readonly name: string;
  readonly nature: 'form' | 'law';
  readonly cite: Citation;
  /** A condition of law: how serious it is that a reported act has missed it, and how firm its source; else orange and ours. */
  readonly severity?: Severity;
  readonly grade?: Grade;
  /** Asks who acts; whoever only looks at the matter learns nothing from it. */
  readonly ofPerson?: true;
  check(c: GuardCase<S, I>): GuardAnswer;
};

/** Who may: a post with one of the roles, in the organisation that stands in this relation to the matter. */
export type May = { readonly as: string; readonly roles: readonly Role[] } | { readonly as: 'system' };

/** One document that an act issues. Facts are fixed in the act; rendering follows after commit. */
export type DocumentIssue = {
  /** DOC-n of law/supervision. */
  readonly kind: string;
  readonly name: string;
  readonly template: string;
  readonly templateVersion: number;
  readonly facts: Json;
  /** An internal paper of the matter's home (签批单): never shown to the other parties. */
  readonly inside?: boolean;
  /** A letter that somebody is told of who reads the matter already: until it has been served it is its issuer's own. */
  readonly withheld?: boolean;
  /** Whether it bears the number that the act was given. */
  readonly numbered: boolean;
  /** Whether the public may verify it by number and code (never for restricted documents). */
  readonly publiclyVerifiable: boolean;
};

/** One number from the counter of (issuer, series, year of the signing date). */
export type NumberRequest = {
  readonly issuerId: string;
  /** Series within the issuer, e.g. "意": 巴司执监意〔2026〕3号. */
  readonly series: string;
};

export type LinkRequest = { readonly to: string; readonly as: 'opened-from' | 'follows' | 'same-subject' | 'merged-into' };

/** Digests (SHA-256) of a document's renderings, recorded by the platform's own act; no service before them. */
export type Rendering = { readonly pdf: string; readonly docx: string; readonly sealed: string | null };

export type BaseState = {
  readonly status: string;
  /** Kept by the platform, by document id; folds leave it alone (spread the state). */
  readonly renderings?: Readonly<Record<string, Rendering>>;
};

/** A row of the lifecycle: state → act → state, who may, and by which article. */
export type LifecycleRow<S extends BaseState, I> = {
  readonly label: string;
  /** step: moves the lifecycle, never dated before the last effective step. entry: adds facts at any time up to now. */
  readonly does: 'step' | 'entry';
  /** 'start' opens the matter. */
  readonly from: 'start' | readonly S['status'][];
  /** 'stays', or a status, or chosen by the state that the fold has produced. */
  readonly to: S['status'] | 'stays' | ((folded: S) => S['status']);
  readonly by: readonly May[];
  /**
   * Who may report this act as having happened elsewhere, which frees it from guards of law and from being dated today:
   * a permission of its own. Absent: the act comes into being here (a signature, a number, an internal step) and is never reported.
   */
  readonly reportedBy?: readonly May[];
  readonly cite: Citation;
  /** Conditions on the matter alone: they also grey out the button. For an opening act `state` is null at run time and must not be read. */
  readonly guards?: readonly Guard<S, null>[];
  /** Conditions on what was typed; for opening acts `state` is null at run time and must not be read. */
  readonly inputGuards?: readonly Guard<S, I>[];
  /** Register facts beside those of the actor's organisation and the matter's parties. */
  needs?(state: S | null, input: I, actor: ActingPost): readonly Need[];
  /** Fields of its form that registers answer for whoever acts: its page does not ask for them. A flag left out is not ticked. */
  answered?(c: Pick<GuardCase<S, null>, 'actor' | 'facts' | 'legalDate' | 'profile'>): readonly string[];
  /** The citations of the document in hand are looked up in the law library before the act; its conditions read `facts.citations`. */
  readonly checksCitations?: boolean;
  /** Where the document comes into being by what is typed: its passages, instead of those of `citesIn`. Of a draft anything may still be null. */
  citesTyped?(state: S, input: { readonly [K in keyof I]: I[K] | null }): readonly CitedText[];
  number?(state: S | null, input: I): NumberRequest | null;
  issues?(folded: S, input: I, frame: ActFrame, facts: RegisterFacts, by: Reckoning): readonly DocumentIssue[];
  /** The later act whose documents this one prepares: what it will print is shown while it is being drafted. */
  readonly leadsTo?: string;
  links?(input: I): readonly LinkRequest[];
  /** What happened and what comes next, for the person who did it. */
  says(folded: S, frame: ActFrame): string;
  /** Asks for a fresh second factor (signing, sealing, bulk export). */
  readonly stepUp?: boolean;
  /** What the act does to the matter's numbered documents: electronic sealing (a sealed rendering follows), service, or voiding number and document. */
  readonly documents?: 'e-seal' | 'sealed-by-hand' | 'served' | 'void';
  /**
   * The one paper that `documents` is about, read off the state before the act, with what else was made for the party by the act that
   * made it; left out or undefined: every numbered one of the matter. null: the letter was made elsewhere and has no document here.
   */
  marked?(before: S): string | null | undefined;
  /**
   * The party whose internal step this is (核稿, 拟办 …): what was typed, who did it and, for the matter's home, its files
   * are shown to that party alone and to those whose range covers the home.
   */
  readonly inside?: string;
  /** Withdraws or stops rather than advances: never the primary button. */
  readonly aside?: boolean;
  /** One of many that a stage offers at any time: the heading under which the page keeps it until it is wanted. */
  readonly group?: string;
  /** Opened from a page of its own or by the platform: never offered among the new matters of a post. */
  readonly elsewhere?: boolean;
  /**
   * Others have read, signed or received what was typed here: it is put right only by the law's own means, named in these
   * words, and never by 更正.
   */
  readonly putRightBy?: string;
  /** What it attaches are covered copies (遮盖件): whoever may read the matter may open them without saying for what. */
  readonly coversFiles?: true;
  /** Performed by the room's own actions (bulk, decisions on imports): no route of its own, no form offered. */
  readonly roomOnly?: boolean;
};

export type ActForms = { readonly [act: string]: FormFields };
export type Lifecycle<S extends BaseState, F extends ActForms> = { readonly [A in keyof F]: LifecycleRow<S, InputOf<F[A]>> };
/** Pure fold, one function an act. The opening act gets null; `status` of the result is set by the lifecycle row. */
export type Folds<S extends BaseState, F extends ActForms> = {
  readonly [A in keyof F]: (state: S, input: InputOf<F[A]>, frame: ActFrame) => S;
};

export type ClockRun = {
  /** '' where the clock runs once in a matter; else what it runs for (a problem's id …). */
  readonly key: string;
  readonly startedOn: LocalDate;
  readonly stoppedOn: LocalDate | null;
  /** A shorter date of the issuer's own; it governs, both are kept. */
  readonly issuerDate?: LocalDate | null;
  /** Who is bound by it. */
  readonly boundId: string;
};
export type ClockBinding<S> = {
  readonly clock: StatutoryClock;
  /** `by`: for the few whose beginning or end depends on other counted days, or on what had accrued by a day. */
  runs(state: S, by: Required<Reckoning>): readonly ClockRun[];
  /** The act that the platform itself performs at 00:00 after the due date. */
  readonly onOverdue?: string;
  /** The party whose act ends it while another is bound to see to it (签收): the calendar names the one who is late. */
  readonly waitsFor?: string;
  /** Who keeps it, where that is nobody on the platform (当事人): its end makes nobody here late, and no ledger shows it as the organ's own. */
  readonly outsider?: string;
  /** The party whose inner business this period is; it is told to that party alone and to those whose range covers the home. */
  readonly inside?: string;
};

/** What is waiting for whom. Every open matter must always have at least one. */
export type TaskNeed = {
  readonly key: string;
  readonly title: string;
  /** The act that does it. */
  readonly act: string;
  readonly organisationId: string;
  readonly roles: readonly Role[];
  /** A named post; null: any post of the organisation with one of the roles. */
  readonly postId?: string | null;
  /** Persons of the organisation to whom it falls whatever role their post has: who has been named to handle the matter. */
  readonly officers?: readonly string[];
  /** The clock that shows on it: "KS-01" and the run's key. */
  readonly clock?: { readonly id: string; readonly key: string };
};

export type Participant = { readonly organisationId: string; readonly as: string };
export type ColumnValue = string | number | boolean | null | readonly string[];

export type MatterKind<S extends BaseState = BaseState, F extends ActForms = ActForms> = {
  /** Stable id, also the API path: "supervision-document". */
  readonly kind: string;
  readonly name: string;
  readonly room: string;
  readonly statuses: Readonly<Record<S['status'], string>>;
  /** The line drawn on top of the matter's page. */
  readonly mainLine: readonly S['status'][];
  /** Steps beside the line that ordinarily come next, in their order: the line shows them ahead. */
  ahead?(state: S): readonly S['status'][];
  readonly closed: readonly S['status'][];
  /** Relations an organisation can stand in, with their Chinese names. */
  readonly parties: Readonly<Record<string, string>>;
  readonly forms: F;
  readonly lifecycle: Lifecycle<S, F>;
  readonly folds: Folds<S, F>;
  readonly clocks: readonly ClockBinding<S>[];
  title(state: S): string;
  /** The organisation whose place in the trees the matter takes. */
  homeId(state: S): string;
  label(state: S): Label;
  /** For a sealed matter (label 4): the officers named to read it, besides whoever opened it. */
  sealedTo?(state: S): readonly string[];
  /** Organisations and how they stand to the matter; also who may read it besides those whose range covers its home. */
  participants(state: S): readonly Participant[];
  /** `profile`: the city's newest, for whom a parameter keeps a task from; null where the city has none. */
  tasks(state: S, profile: Profile | null): readonly TaskNeed[];
  /** Organisations and officers that the state names and conditions on the matter alone ask about: its page looks them up, too. */
  asksAbout?(state: S): readonly Need[];
  /** Typed columns of the kind's own table (snake_case), for lists, counts and rules. */
  columns(state: S): Readonly<Record<string, ColumnValue>>;
  /** Conditions of law that numbered rules ask too: missed by a report, they become the finding of the rule alone. */
  readonly askedByRules?: readonly AskedByRule[];
  /** How its papers are bound as a case file; absent: the kind has none. */
  readonly caseFile?: CaseFilePlan<S>;
  /** Those of the columns whose words the search looks through, for whoever may read the matter as its house does. */
  readonly searchedIn?: readonly string[];
  /** Something watches this table for every change of a matter, also for one that leaves the columns equal: each act writes the row. */
  readonly isWatched?: true;
  /** What another matter that names this one may ask of it. Absent: nothing beyond its state and its home. */
  named?(state: S): NamedFacts;
  /** Passages of the document in hand that may cite the law; none once it is signed. */
  citesIn?(state: S): readonly CitedText[];
  /** The typed column (one id, or many) of the organisations that the matter is about or goes to, and its title in the ledger. */
  readonly directedTo?: { readonly column: string; readonly title: string; readonly many?: boolean };
  /** The typed column of the officers who handle the matter (承办人), by whose names its ledger is shown and searched. */
  readonly handledBy?: string;
  /**
   * The number under which the matter is quoted from its opening to its archive (立案号, 当场处罚决定书文号). Absent, or none yet:
   * its first letter in force names it.
   */
  ownNumber?(state: S): string | null;
  /** Payloads of earlier versions brought to today's form; keyed "act@version". */
  readonly upcasters?: Readonly<Record<string, (payload: Json) => Json>>;
  /**
   * What a reader is shown of the state, by the parties whose internal steps it may look into. Absent: everything for
   * those whose range covers the home, nothing but the status for other participants.
   */
  shown?(state: S, mayLookInside: (party: string) => boolean): Json;
  /** Current payload version per act; 1 where absent. */
  readonly versions?: Readonly<Partial<Record<keyof F & string, number>>>;
};
