import type { CLUE_SOURCE_LABELS, LocalDate, Person, Served } from '#law';
import type { Correcting, CorrectionOrder } from '#law/correcting/index';

export const STATUS_LABELS = {
  signing: '负责人审批',
  draft: '退回修改',
  serving: '用印送达',
  'with-party': '等待改正',
  disobeyed: '复查没有改正',
  filing: '待登记案件',
  corrected: '已改正',
  followed: '已作处理',
  revoked: '已撤销',
  archived: '已归档',
  withdrawn: '已撤回',
} as const;
export type Status = keyof typeof STATUS_LABELS;

export const LETTER_LABELS = { correction: '责令改正通知书', revocation: '撤销责令改正通知书' } as const;
export type LetterKind = keyof typeof LETTER_LABELS;

/** By whom an order was found unlawful, other than by the organ itself. */
export const REVOKED_BY_LABELS = {
  reconsideration: '行政复议决定',
  litigation: '人民法院判决',
  superior: '上级机关决定',
  supervision: '行政执法监督决定',
} as const;

/** What is ordered, before it is signed. */
export type Wanted = { readonly content: string; readonly by: LocalDate | null; readonly court: string | null };

/** The order no longer stands. `effectOn`: null while the organ's own letter has not reached the party. */
export type Revocation = { readonly letterNo: number | null; readonly reason: string; readonly effectOn: LocalDate | null };

/** 责令改正 given outside any case: from what was found to the re-check and the archive. */
export type OrderToCorrect = Served<LetterKind> &
  Correcting & {
    readonly status: Status;
    readonly openedOn: LocalDate;
    /** Opened here, and not told of. */
    readonly begunHere?: true;
    /** Whoever drafted or revised it: none of them signs. */
    readonly drafters: readonly Person[];
    readonly officerIds: readonly string[];
    readonly source: keyof typeof CLUE_SOURCE_LABELS;
    readonly sourceRef: string | null;
    readonly place: string;
    readonly foundOn: LocalDate;
    /** 违法行为. */
    readonly cause: string;
    readonly facts: string;
    readonly violated: string;
    readonly basis: string;
    readonly wanted: Wanted;
    readonly corrections: readonly CorrectionOrder[];
    readonly revocation: Revocation | null;
    /** Not corrected, and taken up as a case; `caseId` is null where that stands in another system. */
    readonly toCase: { readonly on: LocalDate; readonly caseId: string | null } | null;
    readonly withdrawnOn: LocalDate | null;
    readonly archive: { readonly on: LocalDate; readonly number: string } | null;
  };
