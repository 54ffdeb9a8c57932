import { conditionsOf } from '../conditions.ts';
import type { LocalDate } from '../local-date.ts';
import type { Guard } from '../matter-kind.ts';
import { isAskedOn, type Profile } from '../profile.ts';
import { PENALTY_41, PENALTY_47 } from './articles.ts';
import { type Evidenced, evidenceOf, type Monitoring } from './model.ts';
import { type StageOfDay, withoutRecord } from './stages.ts';

/** What is entered after its day says so, and why (I09). A report from elsewhere is marked by itself. */
export function lateExplained<S extends Evidenced>(): Guard<S, { readonly late: string | null }> {
  return conditionsOf<S>().form('补录的写明理由', PENALTY_47, ({ input, legalDate, today, reported }) =>
    legalDate < today && input.late === null && reported !== true
      ? ['late-reason', `办理日期（${legalDate}）早于今天，属于事后补录，请写明补录的理由`]
      : null,
  );
}

const MONITORING_WORDS = [
  ['device', '监控设备编号'],
  ['reviewed', '设备的法制和技术审核'],
  ['published', '设置地点及其公布'],
  ['checked', '记录内容的审核'],
] as const;
const lacking = (m: Monitoring): readonly string[] => MONITORING_WORDS.filter(([key]) => m[key] === null).map(([, words]) => words);

/** 41, I07: an unreviewed or unpublished device proves nothing. */
export function monitoringReviewed<S extends Evidenced>(): Guard<S, { readonly how: string } & Monitoring> {
  return conditionsOf<S>().law('电子监控经法制和技术审核，设置地点已公布，记录内容经审核', PENALTY_41, ({ input }) => {
    const missing = input.how === 'monitored' ? lacking(input) : [];
    return missing.length === 0
      ? null
      : ['monitoring', `电子技术监控设备收集的证据，没有写明${missing.join('、')}；未经审核或者经审核不符合要求的，不得作为行政处罚的证据`];
  });
}

/** What rule I07 is told of each piece that a device has recorded. */
export function monitoredFacts(s: Evidenced): readonly { readonly no: number; readonly lacks: readonly string[] }[] {
  return evidenceOf(s).flatMap(({ no, monitoring }) => (monitoring == null ? [] : [{ no, lacks: lacking(monitoring) }]));
}

/** Stages, and the parameter by which the city asks for their recording. */
export type AskedStages<S> = { readonly parameter: string; readonly stages: (s: S) => readonly StageOfDay[] };

/** Those whose recording the city asks for on that day. */
export function stagesAskedFor<S>(asked: readonly AskedStages<S>[], s: S, profile: Profile, on: LocalDate): readonly StageOfDay[] {
  return asked.flatMap(({ parameter, stages }) => (isAskedOn(profile, parameter, on) ? stages(s) : []));
}

/** 47, 118号 (recalled): what should have been recorded is recorded, or it is said why not; only where the city's parameter asks. */
export function stagesRecorded<S extends Evidenced>(...asked: readonly AskedStages<S>[]): Guard<S, null> {
  return {
    ...conditionsOf<S>().law<null>('应当音像记录的环节均有记录或者说明（待核定）', PENALTY_47, ({ state, profile, legalDate }) => {
      const missing = withoutRecord(state, stagesAskedFor(asked, state, profile, legalDate));
      return missing.length === 0
        ? null
        : ['unrecorded', `以下环节没有音像记录，请附上或者说明情况：${missing.map(({ words }) => words).join('、')}（环节清单待核定）`];
    }),
    severity: 'orange',
    grade: 'recalled',
  };
}
