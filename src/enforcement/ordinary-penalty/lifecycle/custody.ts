import type { Folds, Guard, InputOf, Lifecycle, LifecycleRow } from '#law';
import { CUSTODY_FORMS } from '../forms-custody.ts';
import type { OrdinaryPenalty } from '../model.ts';
import { type Monitoring, STAGE_LABELS } from '../model-custody.ts';
import type { Evidence } from '../model-inquiry.ts';
import { ART_41, ART_46, ART_47 } from './articles.ts';
import { form, isAsked, law } from './conditions.ts';
import { unrecordedStages } from './recorded-stages.ts';
import { HANDLERS, LEADERS, office } from './who.ts';

type S = OrdinaryPenalty;

const {
  'hand-over-evidence': handOverEvidence,
  'view-original': viewOriginal,
  'attach-redacted': attachRedacted,
  'record-av': recordAv,
  'explain-unrecorded': explainUnrecorded,
} = CUSTODY_FORMS;
const KEEPING_FORMS = {
  'hand-over-evidence': handOverEvidence,
  'view-original': viewOriginal,
  'attach-redacted': attachRedacted,
  'record-av': recordAv,
  'explain-unrecorded': explainUnrecorded,
};
type KeepingForms = typeof KEEPING_FORMS;

/** From the filing to the closing. */
export const WHILE_OPEN = [
  ...(['investigating', 'suspended', 'concluded', 'reviewing', 'notifying', 'told', 'hearing', 'deliberating'] as const),
  ...(['decided', 'performing', 'urged', 'court', 'ended', 'transferred'] as const),
] as const;

/** What is entered after its day says so, and why (I09). A report from elsewhere is marked by itself. */
export const LATE_EXPLAINED: Guard<S, { readonly late: string | null }> = form(
  '补录的写明理由',
  ART_47,
  ({ input, legalDate, today, reported }) =>
    legalDate < today && input.late === null && reported !== true
      ? ['late-reason', `办理日期（${legalDate}）早于今天，属于事后补录，请写明补录的理由`]
      : null,
);

type OfMonitoring = { readonly how: string } & Monitoring;
/** 41, I07: an unreviewed or unpublished device proves nothing. */
export const MONITORING_REVIEWED = law<OfMonitoring>('电子监控经法制和技术审核，设置地点已公布，记录内容经审核', ART_41, ({ input }) => {
  if (input.how !== 'monitored') return null;
  const missing = MONITORING_WORDS.filter(([key]) => input[key] === null).map(([, words]) => words);
  return missing.length === 0
    ? null
    : ['monitoring', `电子技术监控设备收集的证据，没有写明${missing.join('、')}；未经审核或者经审核不符合要求的，不得作为行政处罚的证据`];
});
const MONITORING_WORDS = [
  ['device', '监控设备编号'],
  ['reviewed', '设备的法制和技术审核'],
  ['published', '设置地点及其公布'],
  ['checked', '记录内容的审核'],
] as const;

const KNOWN = form<{ readonly no: number }>('所填证据在案', ART_46, ({ state, input }) =>
  state.evidence.some((e) => e.no === input.no) ? null : ['no-such-evidence', `本案没有第${input.no}号证据`],
);
/** Nobody hands over what somebody else keeps. */
const FROM_ITS_KEEPER = form<InputOf<KeepingForms['hand-over-evidence']>>('由现在的保管人移交', ART_46, ({ state, input, legalDate }) => {
  const last = state.evidence.find((e) => e.no === input.no)?.custody?.at(-1);
  if (last === undefined) return null;
  if (last.to !== input.from) return ['not-keeper', `第${input.no}号证据现在由${last.to}保管（${last.on}接收），移交人应当是${last.to}`];
  return legalDate < last.on ? ['hand-over-before', `移交日期早于上一次交接（${last.on}）`] : null;
});

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const WHOLE_TIMES = form<InputOf<KeepingForms['record-av']>>('起止时间写明时、分，先始后终', ART_47, ({ input }) => {
  if (!TIME.test(input.from) || !TIME.test(input.until)) return ['times', '起止时间应为“时:分”，例如 09:10'];
  return input.from < input.until ? null : ['times', '结束时间应当晚于开始时间；跨过零点的分两条登记'];
});
const IS_UNRECORDED = form<InputOf<KeepingForms['explain-unrecorded']>>('该环节应当记录而没有记录', ART_47, ({ state, input }) =>
  unrecordedStages(state).some((one) => one.stage === input.stage && one.on === input.on)
    ? null
    : ['recorded', `${input.on}没有缺少音像记录的${STAGE_LABELS[input.stage]}`],
);
/** 47, 118号 (recalled): what should have been recorded is recorded, or it is said why not. */
export const STAGES_RECORDED: Guard<S, null> = {
  ...law<null>('应当音像记录的环节均有记录或者说明（待核定）', ART_47, ({ state, profile, legalDate }) => {
    if (!isAsked(profile, 'penalty.recorded-stages', legalDate)) return null;
    const missing = unrecordedStages(state);
    return missing.length === 0
      ? null
      : ['unrecorded', `以下环节没有音像记录，请附上或者说明情况：${missing.map(({ words }) => words).join('、')}（环节清单待核定）`];
  }),
  severity: 'orange',
  grade: 'recalled',
};

const ENTRY = { does: 'entry', from: WHILE_OPEN, to: 'stays' } as const satisfies Partial<LifecycleRow<S, never>>;
/** Originals go to the archive after the closing. */
const KEEPING = { ...ENTRY, from: [...WHILE_OPEN, 'closed'], group: '证据保管' } as const;
const RECORDING = { ...ENTRY, group: '全过程记录' } as const;

export const CUSTODY: Lifecycle<S, KeepingForms> = {
  'hand-over-evidence': {
    ...office(HANDLERS, ART_46),
    ...KEEPING,
    label: '移交证据原件',
    inputGuards: [KNOWN, FROM_ITS_KEEPER, LATE_EXPLAINED],
    says: () => '交接已登记；现在的保管人和存放地点见“证据”。',
  },
  'view-original': {
    ...office(HANDLERS, ART_46),
    ...KEEPING,
    label: '登记查阅封存的原件',
    inputGuards: [KNOWN, LATE_EXPLAINED],
    says: () => '查阅已登记。',
  },
  'attach-redacted': {
    ...office(HANDLERS, ART_46),
    ...KEEPING,
    label: '附上遮盖后的副本',
    coversFiles: true,
    inputGuards: [KNOWN],
    says: () => '副本已附上，与原件并列；原件不变。',
  },
  'record-av': {
    ...office(HANDLERS, ART_47),
    ...RECORDING,
    label: '登记音像记录',
    inputGuards: [WHOLE_TIMES, LATE_EXPLAINED],
    says: (s) => `已登记第${s.recordings.length}条音像记录。`,
  },
  'explain-unrecorded': {
    ...office(LEADERS, ART_47),
    ...RECORDING,
    label: '说明没有音像记录的情况',
    inputGuards: [IS_UNRECORDED],
    says: () => '情况已记明；写明情况不等于已经记录。',
  },
};

const onEvidence = (s: S, no: number, change: (e: Evidence) => Evidence): S => ({
  ...s,
  evidence: s.evidence.map((e) => (e.no === no ? change(e) : e)),
});

export const CUSTODY_FOLDS: Folds<S, KeepingForms> = {
  'hand-over-evidence': (s, { no, from, to, place, why }, frame) =>
    onEvidence(s, no, (e) => ({ ...e, custody: [...(e.custody ?? []), { on: frame.legalDate, from, to, place, why }] })),
  'view-original': (s, { no, who, why, resealed }, frame) =>
    onEvidence(s, no, (e) => ({ ...e, looks: [...(e.looks ?? []), { on: frame.legalDate, who, why, resealed }] })),
  'attach-redacted': (s, { no }, frame) =>
    onEvidence(s, no, (e) => ({ ...e, redacted: [...(e.redacted ?? []), ...frame.files.map(({ id, name }) => ({ id, name }))] })),
  'record-av': (s, { stage, from, until, device, officers, told, gaps, late }, frame) => {
    const files = frame.files.map(({ name, sha256 }) => ({ name, sha256 }));
    const one = {
      no: s.recordings.length + 1,
      on: frame.legalDate,
      officerIds: officers,
      ...{ stage, from, until, device, told, gaps, late, files },
    };
    return { ...s, recordings: [...s.recordings, one] };
  },
  'explain-unrecorded': (s, { stage, on, reason }) => ({ ...s, unrecorded: [...s.unrecorded, { stage, on, reason }] }),
};
