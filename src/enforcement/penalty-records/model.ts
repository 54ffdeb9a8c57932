import { type BaseState, type LocalDate, localDate, type PartyKind, type PenaltyKind, type Procedure } from '#law';

export { PARTY_KIND_LABELS, type PartyKind, PENALTY_KIND_LABELS, type PenaltyKind, PROCEDURE_LABELS, type Procedure } from '#law';

/** What the file is declared to be: P03 can be judged only of an export of the credit platform. */
export const FILE_KIND_LABELS = { publicity: '双公示数据', 'credit-export': '信用平台导出' } as const;
export type FileKind = keyof typeof FILE_KIND_LABELS;

/** 长期: how the layout writes a period without an end. Never used where a real day is meant. */
export const OPEN_ENDED: LocalDate = localDate('2099-12-31');

export type PenaltyParty = {
  readonly name: string;
  readonly kind: PartyKind | null;
  /** Codes are half-width, upper case, without spaces; whether they are true is P08's question, not the reader's. */
  readonly uscc: string | null;
  readonly businessRegistration: string | null;
  readonly organisationCode: string | null;
  readonly taxRegistration: string | null;
  readonly institutionCertificate: string | null;
  readonly socialOrganisationCertificate: string | null;
  readonly legalRepresentative: string | null;
  readonly legalRepresentativeIdKind: string | null;
  readonly legalRepresentativeIdNumber: string | null;
  /** For a natural person: reported, never displayed. */
  readonly idKind: string | null;
  readonly idNumber: string | null;
};

/** key: what is compared across sources (brackets, width, zeros and spaces made alike); year and serial when it shows them. */
export type DecisionNumber = {
  readonly text: string;
  readonly key: string;
  readonly year: number | null;
  readonly serial: number | null;
};

export type PenaltyKinds = {
  /** As written in 处罚类别. */
  readonly text: string;
  readonly kinds: readonly PenaltyKind[];
  /** Words that name no kind, or an old joint kind (暂扣或者吊销…) that the contents do not settle: not to be guessed. */
  readonly unclear: readonly string[];
};

export type NamedUnit = { readonly name: string; readonly uscc: string | null };
export type RecordedOfficer = { readonly name: string; readonly certNo: string | null };

/** Columns beyond the 2018 layout. null: the file does not say; nothing may be concluded from it. */
export type PenaltyExtension = {
  readonly procedure: Procedure | null;
  readonly filedOn: LocalDate | null;
  readonly actStartedOn: LocalDate | null;
  readonly actEndedOn: LocalDate | null;
  readonly discoveredOn: LocalDate | null;
  readonly officers: readonly RecordedOfficer[] | null;
  readonly servedOn: LocalDate | null;
  readonly publishedOn: LocalDate | null;
  /** 备案日期 (B01). */
  readonly recordFiledOn: LocalDate | null;
  readonly itemCode: string | null;
  readonly handler: string | null;
};

export const EXTENSION_LABELS = {
  procedure: '程序',
  filedOn: '立案日期',
  actStartedOn: '违法行为发生日期',
  actEndedOn: '违法行为终了日期',
  discoveredOn: '发现日期',
  officers: '执法人员及证号',
  servedOn: '送达日期',
  publishedOn: '公示日期',
  recordFiledOn: '备案日期',
  itemCode: '事项编码',
  handler: '承办人',
} as const satisfies Record<keyof PenaltyExtension, string>;

/** One decision as loaded: the 30 columns of the 2018 layout and the extension. Money is integer fen. */
export type PenaltyRow = {
  readonly party: PenaltyParty;
  readonly number: DecisionNumber;
  /** 违法行为类型 */
  readonly conduct: string | null;
  /** 违法事实 */
  readonly facts: string | null;
  /** 处罚依据 */
  readonly basis: string | null;
  readonly penalty: PenaltyKinds;
  /** 处罚内容 */
  readonly content: string | null;
  readonly fineFen: number | null;
  /** 没收违法所得、没收非法财物的金额, one sum. */
  readonly confiscatedFen: number | null;
  /** 暂扣或吊销证照名称及编号 */
  readonly licence: string | null;
  readonly decidedOn: LocalDate;
  /** 处罚有效期; OPEN_ENDED for 长期. */
  readonly validUntil: LocalDate | null;
  /** 公示截止期; OPEN_ENDED for 长期. */
  readonly publicUntil: LocalDate | null;
  readonly organ: NamedUnit;
  readonly dataSource: NamedUnit | null;
  readonly remark: string | null;
  readonly extension: PenaltyExtension;
  /** Told of a stored decision; a file has no column for it, and nobody may conclude from that that the decision stands. */
  readonly undone?: UndoneDecision;
  readonly source: {
    readonly fileKind: FileKind;
    /** Extension columns that the file has and this row answers: there an empty cell says "not done", elsewhere it says nothing. */
    readonly columns?: readonly (keyof PenaltyExtension)[];
    /** The day on which an export of the credit platform was taken: until then the decision was shown there. */
    readonly exportedOn?: LocalDate | null;
  };
};

/** How a decision came to stand no longer as it was made (处罚法 48). */
export const UNDOING_LABELS = { changed: '变更', revoked: '撤销', unlawful: '确认违法', void: '确认无效' } as const;
export type Undoing = keyof typeof UNDOING_LABELS;

/** What became of a decision afterwards, by another's paper (复议决定、判决) or the organ's own, and of its publication. */
export type UndoneDecision = {
  readonly way: Undoing;
  readonly effectOn: LocalDate;
  readonly authority: string;
  readonly paper: string | null;
  /** null: still public. */
  readonly offlineOn: LocalDate | null;
  readonly reasonGiven: boolean;
};

export const STATUS_LABELS = { recorded: '已归集', merged: '已并入' } as const;

/** One field that a later report tells otherwise; both are kept. */
export type Difference = { readonly label: string; readonly before: string; readonly after: string };

/** A reported decision as a matter. `row` bears no numbers of identity, and a person's name only shortened. */
export type PenaltyRecord = BaseState & {
  readonly status: keyof typeof STATUS_LABELS;
  readonly organId: string;
  readonly row: PenaltyRow;
  readonly keySerial: number;
  /** Id of the encrypted row that holds who the person is; null where nothing is withheld. */
  readonly party: string | null;
  readonly partyMark: string | null;
  readonly likeness: string | null;
  readonly contentMark: string;
  readonly updates: readonly { readonly seq: number; readonly reason: string; readonly differences: readonly Difference[] }[];
  /** Marks of what was reported before a change or is, by a person's word, the same: the old file is no new question. */
  readonly formerMarks?: readonly string[];
  readonly repeats: readonly { readonly seq: number; readonly where: string }[];
  /** The same decision as another source tells it (P07). */
  readonly otherwise: {
    readonly where: string;
    readonly row: PenaltyRow;
    readonly party: string | null;
    readonly contentMark: string;
  } | null;
  readonly mergedInto: string | null;
  /** The day on which it was filed as a major penalty on the platform itself (细则 18). */
  readonly filedHereOn?: LocalDate;
  /** The day on which its organ chose to file it though it need not. */
  readonly offeredOn?: LocalDate;
};
