import type { Citation } from '../citation.ts';
import { conditionsOf } from '../conditions.ts';
import type { InputOf } from '../form.ts';
import type { Folds, Guard, Lifecycle, LifecycleRow } from '../matter-kind.ts';
import type { Office } from '../reported-office.ts';
import type { Role } from '../roles.ts';
import { PENALTY_46, PENALTY_47 } from './articles.ts';
import type { KeepingForms } from './forms.ts';
import { lateExplained } from './guards.ts';
import { type Evidence, type Evidenced, evidenceOf, keptFiles, recordingsOf, STAGE_LABELS, unrecordedOf } from './model.ts';
import { type StageOfDay, withoutRecord } from './stages.ts';

/** What a kind of case tells about itself, so that its evidence is kept and its stages are recorded as they are everywhere. */
export type KeepingRoom<S extends Evidenced> = {
  readonly office: (roles: readonly Role[], cite: Citation, guards?: readonly Guard<S, null>[]) => Office<S>;
  readonly handlers: readonly Role[];
  /** Who may say why a stage was not recorded. */
  readonly explainers: readonly Role[];
  /** Originals change hands up to the archive. */
  readonly keptIn: readonly S['status'][];
  readonly recordedIn: readonly S['status'][];
  /** Stages that should be recorded, as far as they have happened. */
  readonly stages: (s: S) => readonly StageOfDay[];
};

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

function guards<S extends Evidenced>(room: KeepingRoom<S>) {
  const { form } = conditionsOf<S>();
  return {
    late: lateExplained<S>(),
    known: form<{ readonly no: number }>('所填证据在案', PENALTY_46, ({ state, input }) =>
      evidenceOf(state).some((e) => e.no === input.no) ? null : ['no-such-evidence', `本案没有第${input.no}号证据`],
    ),
    /** Nobody hands over what somebody else keeps. */
    fromItsKeeper: form<InputOf<KeepingForms['hand-over-evidence']>>('由现在的保管人移交', PENALTY_46, ({ state, input, legalDate }) => {
      const last = evidenceOf(state)
        .find((e) => e.no === input.no)
        ?.custody?.at(-1);
      if (last === undefined) return null;
      if (last.to !== input.from)
        return ['not-keeper', `第${input.no}号证据现在由${last.to}保管（${last.on}接收），移交人应当是${last.to}`];
      return legalDate < last.on ? ['hand-over-before', `移交日期早于上一次交接（${last.on}）`] : null;
    }),
    wholeTimes: form<InputOf<KeepingForms['record-av']>>('起止时间写明时、分，先始后终', PENALTY_47, ({ input }) => {
      if (!TIME.test(input.from) || !TIME.test(input.until)) return ['times', '起止时间应为“时:分”，例如 09:10'];
      return input.from < input.until ? null : ['times', '结束时间应当晚于开始时间；跨过零点的分两条登记'];
    }),
    isUnrecorded: form<InputOf<KeepingForms['explain-unrecorded']>>('该环节应当记录而没有记录', PENALTY_47, ({ state, input }) =>
      withoutRecord(state, room.stages(state)).some((one) => one.stage === input.stage && one.on === input.on)
        ? null
        : ['recorded', `${input.on}没有缺少音像记录的${STAGE_LABELS[input.stage]}`],
    ),
  };
}

/** 证据保管 and 全过程记录 of one kind of case. */
export function keeping<S extends Evidenced>(room: KeepingRoom<S>): Lifecycle<S, KeepingForms> {
  const { office, handlers, explainers } = room;
  const g = guards(room);
  const entry = { does: 'entry', to: 'stays' } as const satisfies Partial<LifecycleRow<S, never>>;
  const kept = { ...office(handlers, PENALTY_46), ...entry, from: room.keptIn, group: '证据保管' } as const;
  const recording = { ...entry, from: room.recordedIn, group: '全过程记录' } as const;
  return {
    'hand-over-evidence': {
      ...kept,
      label: '移交证据原件',
      inputGuards: [g.known, g.fromItsKeeper, g.late],
      says: () => '交接已登记；现在的保管人和存放地点见“证据”。',
    },
    'view-original': {
      ...kept,
      label: '登记查阅封存的原件',
      inputGuards: [g.known, g.late],
      says: () => '查阅已登记。',
    },
    'attach-redacted': {
      ...kept,
      label: '附上遮盖后的副本',
      coversFiles: true,
      inputGuards: [g.known],
      says: () => '副本已附上，与原件并列；原件不变。',
    },
    'record-av': {
      ...office(handlers, PENALTY_47),
      ...recording,
      label: '登记音像记录',
      inputGuards: [g.wholeTimes, g.late],
      says: (s) => recordedWords(s, withoutRecord(s, room.stages(s))),
    },
    'explain-unrecorded': {
      ...office(explainers, PENALTY_47),
      ...recording,
      label: '说明没有音像记录的情况',
      inputGuards: [g.isUnrecorded],
      says: () => '情况已记明；写明情况不等于已经记录。',
    },
  };
}

/** A recording that was entered under the wrong day leaves its stage without one: who has just entered it is told so. */
function recordedWords(s: Evidenced, missing: readonly StageOfDay[]): string {
  const last = recordingsOf(s).at(-1);
  const still = missing.filter(({ stage }) => stage === last?.stage).map(({ words }) => words);
  const done = `已登记第${recordingsOf(s).length}条音像记录（${last?.on ?? ''}）`;
  return still.length === 0 ? `${done}。` : `${done}；${still.join('、')}还没有记录，如果录的就是它，请更正这一条的办理日期。`;
}

function onEvidence<S extends Evidenced>(s: S, no: number, change: (e: Evidence) => Evidence): S {
  return { ...s, evidence: evidenceOf(s).map((e) => (e.no === no ? change(e) : e)) };
}

export function keepingFolds<S extends Evidenced>(): Folds<S, KeepingForms> {
  return {
    'hand-over-evidence': (s, { no, from, to, place, why }, frame) =>
      onEvidence(s, no, (e) => ({ ...e, custody: [...(e.custody ?? []), { on: frame.legalDate, from, to, place, why }] })),
    'view-original': (s, { no, who, why, resealed }, frame) =>
      onEvidence(s, no, (e) => ({ ...e, looks: [...(e.looks ?? []), { on: frame.legalDate, who, why, resealed }] })),
    'attach-redacted': (s, { no }, frame) =>
      onEvidence(s, no, (e) => ({ ...e, redacted: [...(e.redacted ?? []), ...frame.files.map(({ id, name }) => ({ id, name }))] })),
    'record-av': (s, { stage, from, until, device, officers, told, gaps, late }, frame) => {
      const one = {
        no: recordingsOf(s).length + 1,
        on: frame.legalDate,
        officerIds: officers,
        ...{ stage, from, until, device, told, gaps, late, files: keptFiles(frame) },
      };
      return { ...s, recordings: [...recordingsOf(s), one] };
    },
    'explain-unrecorded': (s, { stage, on, reason }) => ({ ...s, unrecorded: [...unrecordedOf(s), { stage, on, reason }] }),
  };
}
