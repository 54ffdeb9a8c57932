import type { LocalDate } from '#law';

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

/** 执法全过程记录 (47): stages of which a recording is asked for. The list rests on 118号 (待核定); which of them count is a parameter. */
export const STAGE_LABELS = {
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
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
};
/** Why a stage of that day has no recording. */
export type Unrecorded = { readonly stage: RecordedStage; readonly on: LocalDate; readonly reason: string };

export const ORIGIN_LABELS = {
  preserved: '先行登记保存',
  seized: '查封、扣押',
  confiscated: '没收',
  'handed-in': '当事人交出',
} as const;
export type Origin = keyof typeof ORIGIN_LABELS;

export const DISPOSAL_LABELS = {
  returned: '返还',
  destroyed: '销毁',
  auctioned: '公开拍卖',
  treasury: '上缴，或者按国家有关规定处理',
  transferred: '移送有关机关',
} as const;
export type Disposal = keyof typeof DISPOSAL_LABELS;

/** One thing of 涉案财物: until its lawful end it lies somewhere, and somebody keeps it. */
export type Good = {
  readonly no: number;
  readonly name: string;
  readonly quantity: string;
  readonly origin: Origin;
  readonly preservationNo: number | null;
  readonly takenOn: LocalDate;
  readonly place: string;
  readonly keeper: string;
  readonly moves: readonly { readonly on: LocalDate; readonly place: string; readonly keeper: string; readonly why: string }[];
  readonly ended: { readonly on: LocalDate; readonly how: Disposal; readonly to: string } | null;
};
