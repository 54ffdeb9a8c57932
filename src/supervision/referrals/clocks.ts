import { type ClockBinding, DAYS_LADDER, type StatutoryClock } from '#law';
import type { Referral } from './model.ts';

/** An organ to which a matter was moved tells in writing what came of it, counted from its own decision (细则 20¶2). */
const KS_02: StatutoryClock = {
  id: 'KS-02',
  name: '书面告知移送事项的处理情况',
  obligation: 'local.transfer-notice',
  startsOn: '受移送机关作出处理决定',
  stopsOn: '书面告知',
  ladder: DAYS_LADDER,
};

/** Before the decision's day is known there is nothing to count: it is asked for, no date is guessed. */
export const CLOCKS: readonly ClockBinding<Referral>[] = [
  {
    clock: KS_02,
    runs: (s) =>
      s.decidedOn === null ? [] : [{ key: '', startedOn: s.decidedOn, stoppedOn: s.answeredOn ?? s.closedOn, boundId: s.addresseeId }],
  },
];
