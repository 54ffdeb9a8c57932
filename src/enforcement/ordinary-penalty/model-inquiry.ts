import type { LocalDate } from '#law';

export const ASKED_LABELS = { party: '当事人', witness: '证人', victim: '受害人', other: '其他有关人员' } as const;
export const VISIT_LABELS = { inspection: '现场检查笔录', survey: '勘验笔录', scene: '现场笔录' } as const;

export const SETTLED_LABELS = {
  copied: '采取记录、复制、拍照、录像等证据保全措施',
  appraised: '送交有关部门鉴定',
  seized: '依法查封、扣押',
  confiscated: '依法没收',
  transferred: '移送有关机关',
  released: '解除登记保存',
} as const;

/** 先行登记保存 (56): settled within seven working days. */
export type Preservation = {
  readonly no: number;
  readonly on: LocalDate;
  readonly place: string;
  readonly items: readonly { readonly name: string; readonly quantity: string }[];
  readonly settledOn: LocalDate | null;
  readonly how: keyof typeof SETTLED_LABELS | null;
};

/** 回避 (43): asked of one officer, decided by the leader; the inquiry goes on meanwhile. */
export type Recusal = {
  readonly no: number;
  readonly officerId: string;
  readonly askedOn: LocalDate;
  readonly decidedOn: LocalDate | null;
  readonly granted: boolean | null;
};

/** Only what a law, regulation or rule names stops the ninety days (60). */
export const PAUSE_LABELS = {
  appraisal: '检测、检验、检疫、鉴定（法律、法规、规章规定不计入期限的）',
  hearing: '听证（法律、法规、规章规定不计入期限的）',
  'other-case': '须以其他案件的审理结果为依据（法律、法规、规章规定的）',
  'force-majeure': '不可抗力（法律、法规、规章规定的）',
} as const;
export const BASIS_LEVEL_LABELS = {
  law: '法律',
  regulation: '行政法规、地方性法规',
  rule: '规章',
  none: '规范性文件或者其他',
} as const;
export type BasisLevel = keyof typeof BASIS_LEVEL_LABELS;

export type Pause = {
  readonly cause: keyof typeof PAUSE_LABELS;
  readonly basis: string;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
  /** A reported pause without a cause in law stops nothing. */
  readonly counts: boolean;
};
export type Extension = {
  readonly on: LocalDate;
  readonly days: number;
  readonly basis: string;
  readonly counts: boolean;
  /** The organ above that approved it (治安管理处罚法 118); absent: none is named. */
  readonly approvedBy?: string;
};

/** When there is nobody any more against whom the case could be decided (side state TERMINATED). */
export const TERMINATION_LABELS = {
  died: '自然人当事人死亡',
  dissolved: '单位当事人终止，没有承受其权利义务的单位',
  'other-law': '法律、法规、规章规定的其他情形',
} as const;
