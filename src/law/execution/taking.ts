import { conditionsOf } from '../conditions.ts';
import type { LocalDate } from '../local-date.ts';
import type { ClockRun, Folds, Guard, Lifecycle, LifecycleRow } from '../matter-kind.ts';
import { notBefore } from '../not-before.ts';
import { PENALTY_71 } from './articles.ts';
import type { TakingForms } from './forms.ts';
import type { Executed } from './model.ts';
import type { ExecutingRoom } from './room.ts';

/** The first of what officers took that has not come to the organ, and the first that has not gone on to the bank; -1: none. */
function waiting<S extends Executed>(room: ExecutingRoom<S>, s: S): { readonly handIn: number; readonly bank: number } {
  const all = room.takings(s);
  return {
    handIn: all.findIndex((t) => t.handedInOn === null),
    bank: all.findIndex((t) => t.handedInOn !== null && t.bankedOn === null),
  };
}

/** 71: officers hand in within two days what they took, or of landing; the organ pays it into the bank within two days. */
export function taking<S extends Executed>(room: ExecutingRoom<S>): Lifecycle<S, TakingForms> {
  const { form } = conditionsOf<S>();
  const entry = { does: 'entry', from: room.statuses.collected, to: room.settled } as const satisfies Partial<LifecycleRow<S, never>>;
  return {
    'hand-in': {
      ...room.office(room.handlers, PENALTY_71, [
        form('有当场收缴、尚未交至机关的罚款', PENALTY_71, ({ state }) =>
          waiting(room, state).handIn >= 0 ? null : ['nothing-collected', '没有当场收缴、尚未交至机关的罚款'],
        ),
      ]),
      ...entry,
      label: '交至本机关',
      inputGuards: [notBefore<S, never>('收缴', PENALTY_71, (s) => room.takings(s)[waiting(room, s).handIn]?.on ?? null)],
      says: () => '已交至本机关；二日内缴付指定银行。',
    },
    bank: {
      ...room.office(room.handlers, PENALTY_71, [
        form('罚款已经交至机关、尚未缴付银行', PENALTY_71, ({ state }) =>
          waiting(room, state).bank >= 0 ? null : ['nothing-handed-in', '没有已经交至机关、尚未缴付银行的罚款'],
        ),
      ]),
      ...entry,
      label: '缴付指定银行',
      inputGuards: [notBefore<S, never>('交至本机关', PENALTY_71, (s) => room.takings(s)[waiting(room, s).bank]?.handedInOn ?? null)],
      says: () => '罚款已缴付指定银行。',
    },
  };
}

export function takingFolds<S extends Executed>(room: ExecutingRoom<S>): Folds<S, TakingForms> {
  return {
    'hand-in': (s, _, frame) => {
      const { handIn } = waiting(room, s);
      return handIn < 0 ? s : room.withTaking(s, handIn, { handedInOn: frame.legalDate });
    },
    bank: (s, _, frame) => {
      const { bank } = waiting(room, s);
      return bank < 0 ? s : room.withTaking(s, bank, { bankedOn: frame.legalDate });
    },
  };
}

/** 71: what officers have taken goes to the bank, whatever becomes of the decision. */
export function allBanked<S extends Executed>(room: ExecutingRoom<S>): Guard<S, null> {
  return conditionsOf<S>().law<null>('当场收缴的罚款已经缴付银行', PENALTY_71, ({ state }) =>
    room.takings(state).every((t) => t.bankedOn !== null) ? null : ['not-banked', '当场收缴的罚款还没有缴付指定银行'],
  );
}

/** On the water the two days begin with the landing: not before the money was taken, nor after today. */
export function landedBetween<S extends Executed, I extends { readonly landedOn: LocalDate | null }>(): Guard<S, I> {
  return conditionsOf<S>().form<I>('抵岸日期在收缴之后、登记之前', PENALTY_71, ({ input, legalDate, today }) => {
    const { landedOn } = input;
    if (landedOn === null) return null;
    if (landedOn > today) return ['landed-ahead', '抵岸日期不得晚于今天'];
    return landedOn < legalDate ? ['landed-before', '抵岸日期不得早于收缴日期'] : null;
  });
}

/** Names the run of each of several takings. */
const keyOf = (index: number): string => (index === 0 ? '' : `第${index + 1}笔`);

/** KE-09 and KE-09-bank of everything that officers took. */
export function takingRuns<S extends Executed>(room: ExecutingRoom<S>, s: S, step: 'hand-in' | 'bank'): readonly ClockRun[] {
  return room.takings(s).flatMap((t, i) => {
    const [startedOn, stoppedOn] = step === 'hand-in' ? [t.landedOn ?? t.on, t.handedInOn] : [t.handedInOn, t.bankedOn];
    return startedOn === null ? [] : [{ key: keyOf(i), startedOn, stoppedOn, boundId: s.organId }];
  });
}

/** What the organ has to do next with money that its officers took, with the clock that runs for it. */
export function takingWaits<S extends Executed>(
  room: ExecutingRoom<S>,
  s: S,
): { readonly act: keyof TakingForms; readonly key: string } | null {
  const { handIn, bank } = waiting(room, s);
  if (handIn >= 0) return { act: 'hand-in', key: keyOf(handIn) };
  return bank >= 0 ? { act: 'bank', key: keyOf(bank) } : null;
}
