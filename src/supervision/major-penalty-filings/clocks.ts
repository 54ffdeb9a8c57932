import { type ClockBinding, DAYS_LADDER, type StatutoryClock } from '#law';
import type { MajorPenaltyFiling } from './model.ts';

/** KS-10: the number of days of the measures of 2002 is not known; the profile marks it 待核定. */
const KS_10: StatutoryClock = {
  id: 'KS-10',
  name: '重大行政处罚报送备案',
  obligation: 'local.major-penalty-filing',
  startsOn: '作出行政处罚决定',
  stopsOn: '报送备案',
  ladder: DAYS_LADDER,
};

export const CLOCKS: readonly ClockBinding<MajorPenaltyFiling>[] = [
  {
    clock: KS_10,
    runs: (s) =>
      // What nobody owes is not late.
      s.voluntary === true
        ? []
        : [
            {
              key: '',
              startedOn: s.decision.decidedOn,
              stoppedOn: s.filedOn ?? s.statedOn ?? s.endedOn,
              boundId: s.organId,
            },
          ],
    onOverdue: 'note-overdue',
  },
];
