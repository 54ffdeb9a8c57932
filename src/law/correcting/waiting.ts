import { DAYS_LADDER, type StatutoryClock } from '../clock.ts';
import type { ClockBinding } from '../matter-kind.ts';
import { todo, type Waiting } from '../waiting.ts';
import type { Correcting, CorrectionOrder } from './model.ts';
import { deadlineOf, disobeyedOrders, ordersOf, uncheckedOrders } from './orders.ts';
import type { CorrectingRoom } from './room.ts';

const KE_62: StatutoryClock = {
  id: 'KE-62',
  name: '改正违法行为',
  obligation: 'local.correction-ordered',
  startsOn: '收到责令改正',
  stopsOn: '复查改正情况',
  ladder: DAYS_LADDER,
};
const keyOf = ({ no }: CorrectionOrder): string => `第${no}次`;

/** The party's own time, until the day that the order names: then somebody has to go and look. */
export function correctionClock<S extends Correcting>(room: CorrectingRoom<S>): ClockBinding<S> {
  return {
    clock: KE_62,
    outsider: '当事人',
    runs: (s) =>
      ordersOf(s).flatMap((order) => {
        const startedOn = room.arrivedOn(s, order);
        if (startedOn === null) return [];
        const isOver = order.ofDecision === true && !room.decisionStands(s, order);
        const stoppedOn = order.checkedOn ?? order.followed?.on ?? room.closedOn(s) ?? (isOver ? startedOn : null);
        return [{ key: keyOf(order), startedOn, stoppedOn, issuerDate: deadlineOf(room, s, order), boundId: room.organId(s) }];
      }),
  };
}

/** Who has to look at what, and decide upon what was not corrected. */
export function correctionTasks<S extends Correcting>(room: CorrectingRoom<S>, s: S): readonly Waiting[] {
  const check = (o: CorrectionOrder): Waiting => ({
    ...todo('check-correction', `复查第${o.no}次责令改正（${deadlineOf(room, s, o) ?? ''}到期）`, room.handlers, KE_62.id, keyOf(o)),
    key: `correction/${o.no}`,
  });
  const follow = (o: CorrectionOrder): Waiting => ({
    ...todo('follow-correction', `第${o.no}次责令改正没有改正：再次责令，或者写明处理`, room.leaders),
    key: `correction-followed/${o.no}`,
  });
  return [...uncheckedOrders(room, s).map(check), ...disobeyedOrders(room, s).map(follow)];
}
