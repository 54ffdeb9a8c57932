import { type ClockBinding, type ClockRun, DAYS_LADDER, type StatutoryClock } from '#law';
import type { SupervisionCase } from './model.ts';

type S = SupervisionCase;

const KS_44: StatutoryClock = {
  id: 'KS-44',
  name: '线索研判',
  obligation: 'local.clue-triage',
  startsOn: '登记线索或者收到提请',
  stopsOn: '作出研判决定',
  ladder: DAYS_LADDER,
};
const KS_45: StatutoryClock = {
  id: 'KS-45',
  name: '监督案件办理',
  obligation: 'local.case-period',
  startsOn: '立案',
  stopsOn: '认定问题或者认定不成立',
  ladder: DAYS_LADDER,
};
/** From an extension on, the whole period from the filing counts anew in its longer form. */
const KS_45_EXTENDED: StatutoryClock = {
  ...KS_45,
  id: 'KS-45-extended',
  name: '监督案件办理（已延长）',
  obligation: 'local.case-period-extended',
};
const STOP_NOTICE: StatutoryClock = {
  id: 'stop-notice',
  name: '当场制止后补发监督通知书',
  obligation: 'local.stop-notice',
  startsOn: '当场制止',
  stopsOn: '关联监督通知书',
  ladder: DAYS_LADDER,
};
/** A problem once established gets a supervision document, or the reasons for none (细则 22¶1); the days are our own. */
const PROBLEM_DOCUMENT: StatutoryClock = {
  id: 'problem-document',
  name: '问题制发监督文书或者说明免发理由',
  obligation: 'local.problem-document',
  startsOn: '认定问题',
  stopsOn: '关联监督文书或者说明免发理由',
  ladder: DAYS_LADDER,
};

/** From the clue to what the organ decides on it; once more from the day on which a case passed on has come back. */
function triages(s: S): readonly ClockRun[] {
  const backs = s.handedBack ?? [];
  return [
    { key: '', startedOn: s.openedOn, stoppedOn: backs[0]?.triagedOn ?? s.triagedOn, boundId: s.organId },
    ...backs.map((back, i) => ({
      key: `第${i + 1}次转办后`,
      startedOn: back.on,
      stoppedOn: backs[i + 1]?.triagedOn ?? s.triagedOn,
      boundId: s.organId,
    })),
  ];
}

export const CLOCKS: readonly ClockBinding<S>[] = [
  { clock: KS_44, runs: triages },
  {
    clock: KS_45,
    runs: (s) =>
      s.filedOn === null ? [] : [{ key: '', startedOn: s.filedOn, stoppedOn: s.extendedOn ?? s.concludedOn, boundId: s.organId }],
  },
  {
    clock: KS_45_EXTENDED,
    runs: (s) =>
      s.filedOn === null || s.extendedOn === undefined
        ? []
        : [{ key: '', startedOn: s.filedOn, stoppedOn: s.concludedOn, boundId: s.organId }],
  },
  {
    clock: STOP_NOTICE,
    runs: (s) => s.stops.map((stop) => ({ key: `第${stop.no}次`, startedOn: stop.on, stoppedOn: stop.noticedOn, boundId: s.organId })),
  },
  {
    clock: PROBLEM_DOCUMENT,
    runs: (s) => s.problems.map((p) => ({ key: `第${p.no}项`, startedOn: p.establishedOn, stoppedOn: p.answeredOn, boundId: s.organId })),
  },
];
