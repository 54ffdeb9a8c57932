import { type ClockBinding, PERCENT_LADDER, type StatutoryClock } from '#law';
import type { AlertCheck } from './model.ts';

/** A unit answers a red or orange alert within three working days of being asked (KE-57, the platform's own). */
export const KE_57: StatutoryClock = {
  id: 'KE-57',
  name: '预警核查反馈',
  obligation: 'local.alert-check',
  startsOn: '下发核查',
  stopsOn: '单位答复',
  ladder: PERCENT_LADDER,
};

export const CLOCKS: readonly ClockBinding<AlertCheck>[] = [
  {
    clock: KE_57,
    runs: (s) =>
      s.findings.some((f) => f.severity !== 'yellow')
        ? s.rounds.map((round, i) => ({
            key: i === 0 ? '' : `第${i + 1}次`,
            startedOn: round.sentOn,
            stoppedOn: round.answeredOn ?? s.closedOn,
            boundId: s.unitId,
          }))
        : [],
    onOverdue: 'lapse',
  },
];
