import { type ClockBinding, daysBetween, type StatutoryClock } from '#law';
import type { Delegation } from './model.ts';

/** KS-54: the deed's own last day; warned sixty and thirty days before. */
const KS_54: StatutoryClock = {
  id: 'KS-54',
  name: '委托期限',
  obligation: 'local.delegation-term',
  startsOn: '委托起始',
  stopsOn: '终止委托或者期限届满',
  ladder: { kind: 'days-before', days: [60, 30] },
};
/** 细则 11¶3: the delegating department checks its delegate periodically. */
const CHECK: StatutoryClock = {
  id: 'delegation-check',
  name: '委托机关定期检查',
  obligation: 'local.delegation-check',
  startsOn: '委托起始或者上次检查',
  stopsOn: '登记下一次检查',
  ladder: { kind: 'days-before', days: [60, 30] },
};

export const CLOCKS: readonly ClockBinding<Delegation>[] = [
  {
    clock: KS_54,
    runs: (s) =>
      s.countersignedOn === null
        ? []
        : [
            {
              key: s.letter?.number ?? '',
              startedOn: daysBetween(s.countersignedOn, s.deed.from) > 0 ? s.countersignedOn : s.deed.from,
              // An expiry is the period's own end, not a stop before it.
              stoppedOn: s.status === 'terminated' ? s.endedOn : s.status === 'expired' ? s.deed.to : null,
              issuerDate: s.deed.to,
              boundId: s.delegatorId,
            },
          ],
    onOverdue: 'expire',
  },
  {
    clock: CHECK,
    runs: (s) =>
      s.checkedSince === null ? [] : [{ key: s.checkedSince, startedOn: s.checkedSince, stoppedOn: s.endedOn, boundId: s.delegatorId }],
  },
];
