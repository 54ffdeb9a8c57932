import type { ActMode, AskedCondition, Citation, CitationNote, Derivation, FormFields, Json, Lamp, Role } from '#law';

/** The JSON of the server as ADR 0002 fixes it. Days are YYYY-MM-DD, instants ISO 8601 UTC, money integer fen. */

export type PostView = {
  readonly id: string;
  readonly role: Role;
  readonly roleName: string;
  readonly organisationId: string;
  readonly organisationName: string;
};

export type SessionView = {
  readonly accountId: string;
  readonly login: string;
  readonly name: string;
  readonly post: PostView;
  readonly posts: readonly PostView[];
  /** Today in Asia/Shanghai, as the server counts it. */
  readonly today: string;
  readonly demonstration: boolean;
  /** What is still to be set up before anything else opens; null: nothing. */
  readonly setUp: { readonly password: boolean; readonly totp: boolean } | null;
  readonly expiresAt: string;
  readonly idleMinutes: number;
};

type ListTotal = { readonly count: number; readonly exact: boolean };
/** `total` is left out where nobody counts. */
export type ListPage<T> = { readonly items: readonly T[]; readonly cursor: string | null; readonly total?: ListTotal };

export type FileInfo = {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly sha256?: string;
  /** A covered copy (遮盖件): opened without a reason. */
  readonly covered?: true;
};
export type DocumentInfo = {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly number: string | null;
  readonly state: 'rendering' | 'rendered' | 'sealed' | 'served' | 'void';
  readonly issuedOn: string;
  readonly verifyCode: string | null;
  /** SHA-256 of the file as it now stands (sealed, once it is); null while it is being made. */
  readonly digest: string | null;
};

export type CaseFilePaper = {
  readonly id: string;
  readonly of: 'document' | 'file';
  readonly name: string;
  readonly number: string | null;
  readonly on: string | null;
  readonly isVoid: boolean;
  /** Printed by the case file itself, never by itself. */
  readonly isListed: boolean;
};
/** 卷内目录 as it will be bound, as far as this reader may open the papers. */
export type CaseFileInfo = {
  /** The reader has to say for what the originals are wanted. */
  readonly asksReason: boolean;
  readonly isOne: boolean;
  /** The case is archived and this reader may have the archive package. */
  readonly hasArchive: boolean;
  /** The archive packages in store, for whoever may have them, in the order of the archivings. */
  readonly packages: readonly {
    readonly no: number;
    readonly on: string;
    readonly sha256: string;
    readonly size: number;
    readonly isCurrent: boolean;
  }[];
  readonly volumes: readonly { readonly volume: string; readonly name: string; readonly papers: readonly CaseFilePaper[] }[];
};

/** An act as offered to this reader: whether it is open now and, if not, why. */
export type OfferedAct = {
  readonly act: string;
  readonly label: string;
  readonly does: 'step' | 'entry';
  readonly aside: boolean;
  /** The heading under which it waits with others of its purpose; null: it stands by itself. */
  readonly group: string | null;
  readonly stepUp: boolean;
  /** What it prints is shown beside the form: prepares a document that a later act issues, issues one, or signs it with a number. */
  readonly prints: 'prepares' | 'issues' | 'signs' | null;
  readonly cite: Citation;
  readonly article: string;
  readonly allowed: boolean | 'unknown';
  /** Whether it may be entered as having happened elsewhere. */
  readonly reportable: boolean;
  /** Open only as such; `reason` says why it cannot be done here. */
  readonly onlyReported: boolean;
  /** Why not: wrong-state, wrong-role, or the condition that is not met. */
  readonly refused: string | null;
  readonly reason: string | null;
  readonly form: FormFields;
};

export type KindInfo = {
  readonly kind: string;
  readonly name: string;
  readonly room: string;
  readonly statuses: Readonly<Record<string, string>>;
  readonly mainLine: readonly string[];
  /** Title of the ledger's column of organisations that its matters are about or go to. */
  readonly directedTo: string | null;
  /** Its ledger tells who handles each (承办人). */
  readonly handled: boolean;
  readonly parties: Readonly<Record<string, string>>;
  readonly acts: readonly { readonly act: string; readonly label: string; readonly article: string }[];
  /** What this post may open, with its form. */
  readonly opening: readonly OfferedAct[];
  /** Whether its ledger is offered to this post. */
  readonly listed: boolean;
  /** Sealed matters: neither counted, searched nor exported. */
  readonly sealed: boolean;
};

export type ClockView = {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly startedOn: string;
  readonly dueOn: string | null;
  readonly lamp: Lamp;
  readonly daysLeft: number | null;
  readonly provisional: boolean;
  readonly stoppedOn: string | null;
  readonly breachedOn: string | null;
  /** What was told later shows that it was kept after all. */
  readonly breachCorrected: boolean;
  readonly boundName: string;
  /** It binds nobody on the platform (当事人): its end makes nobody here late. */
  readonly isOutsiders: boolean;
  readonly derivation: Derivation;
  readonly profile: { readonly id: string; readonly version: number };
  /** The counting in one sentence. */
  readonly words: string;
};

export type TimelineAct = {
  readonly seq: number;
  readonly type: string;
  readonly label: string;
  readonly legalDate: string;
  readonly legalTime: string | null;
  readonly recordedAt: string;
  readonly mode: ActMode;
  readonly source: string | null;
  readonly actor: { readonly name: string; readonly organisationId: string | null; readonly organisation: string | null };
  readonly number: string | null;
  readonly article: string | null;
  readonly cite: Citation | null;
  /** As it counts today, by field; null for what the platform did itself. */
  readonly input: { readonly [key: string]: Json } | null;
  readonly fields: readonly { readonly label: string; readonly value: string }[];
  readonly documents: readonly DocumentInfo[];
  readonly files: readonly FileInfo[];
  readonly corrected: boolean;
  readonly retracted: boolean;
  /** Conditions of law that a reported act did not meet. */
  readonly doubts: readonly string[];
};

export type MatterTask = {
  readonly key: string;
  readonly title: string;
  readonly act: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly roles: readonly Role[];
  readonly dueOn: string | null;
  readonly mine: boolean;
  /** Told to the house whose task it is: what the step needs, and whether it is there. */
  readonly conditions: readonly AskedCondition[];
};

export type MatterLink = {
  readonly id: string;
  readonly kind: string;
  readonly kindName: string;
  readonly title: string;
  readonly relation: string;
  /** Whether this matter names the other, or is named by it. */
  readonly mine: boolean;
};

export type MatterView = {
  readonly id: string;
  readonly kind: string;
  readonly kindName: string;
  readonly title: string;
  /** Under which it is quoted; null where nothing bears one yet. */
  readonly number: string | null;
  readonly status: string;
  readonly statusName: string;
  readonly closed: boolean;
  /** 公开 / 内部 / 敏感 / 密封. */
  readonly label: string;
  readonly seq: number;
  readonly openedOn: string;
  readonly closedOn: string | null;
  readonly mainLine: readonly { readonly status: string; readonly name: string; readonly reached: boolean; readonly current: boolean }[];
  /** Newest first. */
  readonly timeline: readonly TimelineAct[];
  readonly state: { readonly [key: string]: Json };
  /** Names of the officers that the acts tell of, by id; empty for whoever is not shown the whole state. */
  readonly officers: { readonly [id: string]: string };
  readonly parties: readonly { readonly organisationId: string; readonly name: string; readonly as: string; readonly asName: string }[];
  /** 当事人, by the names that everybody may read; `whole`: this reader may ask for the rest, which is logged. */
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly kindName: string;
    readonly places: readonly string[];
    readonly whole: boolean;
  }[];
  /** What is wrong or unsure in the citations of a document that is not yet signed. */
  readonly citations: readonly CitationNote[];
  readonly clocks: readonly ClockView[];
  readonly tasks: readonly MatterTask[];
  readonly documents: readonly DocumentInfo[];
  /** Its papers can be bound as a case file (案卷). */
  readonly hasCaseFile: boolean;
  /** Its files bear numbers of persons: this reader says for what the originals are wanted. */
  readonly asksReason: boolean;
  readonly files: readonly FileInfo[];
  readonly links: readonly MatterLink[];
  readonly acts: readonly OfferedAct[];
};

/** Row of a ledger of one kind of matter. */
export type MatterRow = {
  readonly id: string;
  readonly kind: string;
  readonly kindName: string;
  readonly title: string;
  readonly number: string | null;
  readonly status: string;
  readonly statusName: string;
  readonly homeName: string;
  readonly addressees: string | null;
  readonly handlers: string | null;
  readonly openedOn: string;
  readonly closedOn: string | null;
  readonly changedAt: string;
  readonly dueOn: string | null;
  readonly lamp: Lamp | null;
  readonly daysLeft: number | null;
  readonly label: string;
};

/** One line of 待办, 我发起 or 已办. */
export type TaskRow = {
  readonly matterId: string;
  readonly key: string;
  readonly kind: string;
  readonly kindName: string;
  /** What is to be done; empty where one's own matter is listed. */
  readonly title: string;
  /** The matter. */
  readonly subject: string;
  readonly number: string | null;
  readonly act: string;
  readonly dueOn: string | null;
  readonly lamp: Lamp | null;
  readonly daysLeft: number | null;
  /** When it was opened, done or begun, by the box. */
  readonly at: string;
};
export type TaskPage = { readonly items: readonly TaskRow[]; readonly cursor: string | null };

export type NoticeRow = {
  readonly id: string;
  readonly matterId: string;
  /** Of its matter's latest letter. */
  readonly number: string | null;
  readonly text: string;
  readonly at: string;
};

export type Workbench = {
  readonly sentence: string;
  readonly todo: number;
  /** Of these without a period. */
  readonly undated: number;
  readonly overdue: number;
  readonly dueTomorrow: number;
  readonly notices: readonly NoticeRow[];
  readonly unread: number;
  readonly week: readonly { readonly day: string; readonly count: number }[];
};

export type ActAnswer = {
  readonly matterId: string;
  readonly seq: number;
  readonly status: string;
  readonly number: string | null;
  readonly says: string;
  readonly documents: readonly { readonly id: string; readonly kind: string; readonly name: string }[];
};

export type ActRequest = {
  readonly input: Json;
  readonly legalDate?: string;
  readonly legalTime?: string;
  readonly ifSeq?: number;
  readonly reported?: { readonly source: string };
};

/** What an act will print as it is written now; nothing of it is stored. */
export type ActPreview = {
  readonly documents: readonly { readonly name: string; readonly isNumbered: boolean }[];
  readonly shown: number;
  /** The number that would be taken now; null: none. */
  readonly number: string | null;
  readonly issues: boolean;
  readonly on: string;
  readonly missing: readonly Problem[];
  readonly refusal: { readonly reason: string; readonly article: string | null; readonly cite: Citation | null } | null;
  readonly page: DrawnPages | null;
  readonly noPage: { readonly because: 'busy' | 'too-long' | 'none'; readonly words: string } | null;
};
/** All pages one below the other in one picture. */
export type DrawnPages = { readonly svg: string; readonly pages: number };

/** A recorded document as a picture; sealed by hand, its seal is on the scan alone. */
export type DocumentPages = {
  readonly page: DrawnPages | null;
  readonly noPage: { readonly because: 'busy' | 'too-long' | 'superseded'; readonly words: string } | null;
  readonly sealed: 'electronically' | 'by-hand' | null;
  /** Without numbers of persons, for whoever has no task with them. */
  readonly isMasked: boolean;
};

export type OrganisationHit = { readonly id: string; readonly name: string; readonly shortName?: string; readonly regionName?: string };
export type OfficerHit = {
  readonly id: string;
  readonly name: string;
  readonly organisationName?: string;
  readonly certificate?: string | null;
};

export type Problem = { readonly path: string; readonly label: string; readonly reason: string };
