import type { ClockBinding, StatutoryClock } from '#law';
import { reportOf, type SubjectReview } from './model.ts';

/** The bureau's own day, until which each unit says what has changed. */
const REPORT: StatutoryClock = {
  id: 'subject-review-report',
  name: '报送执法主体清理情况',
  obligation: 'local.subject-review-report',
  startsOn: '清理开始',
  stopsOn: '单位报送',
  ladder: { kind: 'days-before', days: [5, 1] },
};

export const CLOCKS: readonly ClockBinding<SubjectReview>[] = [
  {
    clock: REPORT,
    // What another unit still has to say is its own business; the bureau sees all of it.
    inside: 'unit',
    runs: (s) =>
      s.units.map((unitId) => ({
        key: unitId,
        startedOn: s.openedOn,
        stoppedOn: reportOf(s, unitId)?.on ?? s.endedOn,
        issuerDate: s.dueOn,
        boundId: unitId,
      })),
  },
];
