import type { ClockBinding, StatutoryClock } from '#law';
import type { SpecialSupervisor } from './model.ts';

/** KS-55: the term that the letter of appointment names. */
const KS_55: StatutoryClock = {
  id: 'KS-55',
  name: '特邀监督员聘期',
  obligation: 'local.special-supervisor-term',
  startsOn: '聘期起始',
  stopsOn: '解聘或者聘期届满',
  ladder: { kind: 'days-before', days: [60, 30] },
};

export const CLOCKS: readonly ClockBinding<SpecialSupervisor>[] = [
  {
    clock: KS_55,
    runs: (s) =>
      s.term === null || s.handedOn === null
        ? []
        : [
            {
              key: s.card?.number ?? '',
              startedOn: s.term.from,
              // An expiry is the term's own end, not a stop before it.
              stoppedOn: s.status === 'serving' ? null : s.stoppedOn !== null && s.stoppedOn <= s.term.to ? s.stoppedOn : s.term.to,
              issuerDate: s.term.to,
              boundId: s.bureauId,
            },
          ],
    onOverdue: 'lapse',
  },
];
