import type { LocalDate } from '../local-date.ts';
import type { ActFrame, BaseState } from '../matter-kind.ts';

/** CT12: the eight kinds of 处罚法 46. */
export const EVIDENCE_LABELS = {
  documentary: '书证',
  material: '物证',
  audiovisual: '视听资料',
  electronic: '电子数据',
  testimony: '证人证言',
  statement: '当事人的陈述',
  opinion: '鉴定意见',
  record: '勘验笔录、现场笔录',
} as const;
export type EvidenceKind = keyof typeof EVIDENCE_LABELS;

export const COLLECTED_LABELS = {
  obtained: '调取',
  sampled: '抽样取证',
  preserved: '先行登记保存',
  surveyed: '勘验、检查',
  questioned: '询问',
  fixed: '电子取证',
  appraised: '委托鉴定',
  offered: '当事人提供',
  monitored: '电子技术监控设备记录',
} as const;
export type Collected = keyof typeof COLLECTED_LABELS;

/** One hand-over of an original: from whose hands into whose, where it lies now, and why. */
export type HandOver = { readonly on: LocalDate; readonly from: string; readonly to: string; readonly place: string; readonly why: string };
/** A sealed original was opened and looked at. */
export type Look = { readonly on: LocalDate; readonly who: string; readonly why: string; readonly resealed: boolean };

export const COPY_LABELS = {
  original: '原件、原物',
  copy: '与原件核对无误的复制件',
  picture: '不便移动的原物的照片、录像',
  carrier: '电子数据的原始载体',
  extract: '由原始载体提取的电子数据',
} as const;
export type Copy = keyof typeof COPY_LABELS;

/** 41: what must stand behind a record of an electronic device before it proves anything. null: nothing was told of it. */
export type Monitoring = {
  readonly device: string | null;
  /** 法制和技术审核 of the device. */
  readonly reviewed: string | null;
  /** Where it stands, and where that was published. */
  readonly published: string | null;
  /** Whether the record itself was found true, clear, whole and exact. */
  readonly checked: string | null;
};

export type KeptFile = { readonly name: string; readonly sha256: string };

/** One piece of evidence. What the law would not have let be taken, and was reported, is kept and proves nothing. */
export type Evidence = {
  readonly no: number;
  readonly kind: EvidenceKind;
  readonly name: string;
  /** 证明对象. Left out where the form does not ask for it. */
  readonly proves?: string;
  readonly source: string;
  readonly on: LocalDate;
  readonly collectorIds: readonly string[];
  readonly how: Collected;
  /** 证据必须经查证属实 (46): who looked into it, when. */
  readonly verifiedOn: LocalDate | null;
  readonly verifiedBy?: string | null;
  readonly isLawful: boolean;
  readonly place?: string;
  readonly form?: Copy;
  /** Why whoever gave it has not signed; null: signed. */
  readonly unsigned?: string | null;
  /** Entered after its day: why. */
  readonly late?: string | null;
  /** Told of what a device has recorded. */
  readonly monitoring?: Monitoring | null;
  readonly custody?: readonly HandOver[];
  readonly looks?: readonly Look[];
  /** Copies in which what is nobody's business is covered; the originals stand beside them unchanged. */
  readonly redacted?: readonly { readonly id: string; readonly name: string }[];
  readonly files: readonly KeptFile[];
};

/** 执法全过程记录 (47): stages of which a recording is asked for. The list rests on 118号 (待核定); which of them count is a parameter. */
export const STAGE_LABELS = {
  'on-spot': '当场处罚的现场执法',
  preserve: '先行登记保存',
  hearing: '听证',
  left: '留置送达',
  destroy: '销毁涉案财物',
  inspect: '检查、勘验',
  question: '询问',
  other: '其他环节',
} as const;
export type RecordedStage = keyof typeof STAGE_LABELS;

/** 音像记录. `from`, `until`: time of day. */
export type Recording = {
  readonly no: number;
  readonly stage: RecordedStage;
  readonly on: LocalDate;
  readonly from: string;
  readonly until: string;
  readonly device: string;
  readonly officerIds: readonly string[];
  /** 告知当事人正在记录. */
  readonly told: boolean;
  /** Where it breaks off, and why; null: it does not. */
  readonly gaps: string | null;
  readonly late: string | null;
  readonly files: readonly KeptFile[];
};
/** Why a stage of that day has no recording. */
export type Unrecorded = { readonly stage: RecordedStage; readonly on: LocalDate; readonly reason: string };

/** A case that keeps evidence and recordings; left out by cases begun before their kind did. */
export type Evidenced = BaseState & {
  readonly evidence?: readonly Evidence[];
  readonly recordings?: readonly Recording[];
  readonly unrecorded?: readonly Unrecorded[];
};

export const evidenceOf = (s: Evidenced): readonly Evidence[] => s.evidence ?? [];
export const recordingsOf = (s: Evidenced): readonly Recording[] => s.recordings ?? [];
export const unrecordedOf = (s: Evidenced): readonly Unrecorded[] => s.unrecorded ?? [];

/** What an act tells of a piece; its number, day and files come with the act. */
export type Piece = Pick<
  Evidence,
  | 'kind'
  | 'name'
  | 'proves'
  | 'source'
  | 'collectorIds'
  | 'how'
  | 'place'
  | 'form'
  | 'unsigned'
  | 'late'
  | 'monitoring'
  | 'custody'
  | 'looks'
>;

/** Files as a piece or a recording keeps them. */
export const keptFiles = ({ files }: Pick<ActFrame, 'files'>): readonly KeptFile[] => files.map(({ name, sha256 }) => ({ name, sha256 }));

/** One more piece on file, with the next number; `verified`: it was looked into where it was taken. */
export function gather<S extends Evidenced>(s: S, frame: ActFrame, piece: Piece, verified = false): S {
  const isLawful = frame.doubts === undefined;
  const looked = verified && isLawful ? { verifiedOn: frame.legalDate, verifiedBy: frame.actor.name } : { verifiedOn: null };
  const no = evidenceOf(s).length + 1;
  const taken = { ...piece, no, on: frame.legalDate, ...looked, isLawful, files: keptFiles(frame) };
  return { ...s, evidence: [...evidenceOf(s), taken] };
}

/** 证据目录; null where there is no evidence. */
export function evidenceList(s: Evidenced): { readonly titles: readonly string[]; readonly rows: readonly (readonly string[])[] } | null {
  if (evidenceOf(s).length === 0) return null;
  return {
    titles: ['序号', '证据种类', '名称', '来源', '取得日期'],
    rows: evidenceOf(s).map((e) => [String(e.no), EVIDENCE_LABELS[e.kind], e.name, e.source, e.on]),
  };
}
