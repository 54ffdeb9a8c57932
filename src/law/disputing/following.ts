import { conditionsOf } from '../conditions.ts';
import type { Folds, Lifecycle, LifecycleRow } from '../matter-kind.ts';
import { PENALTY_48, PENALTY_73, RECONSIDERATION_42, RECONSIDERATION_77 } from './articles.ts';
import { DISPUTING_FORMS } from './forms.ts';
import { followingGuards } from './guards.ts';
import type { Disputed } from './model.ts';
import type { DisputingRoom } from './room.ts';

const { stay, 'stay-ended': stayEnded, 'withdraw-publication': withdraw, 'give-back': giveBack } = DISPUTING_FORMS;
type Forms = {
  stay: typeof stay;
  'stay-ended': typeof stayEnded;
  'withdraw-publication': typeof withdraw;
  'give-back': typeof giveBack;
};

/** 停止执行, and what a corrected decision asks for: taken down from the public, money and things given back. */
export function followingRows<S extends Disputed>(room: DisputingRoom<S>): Lifecycle<S, Forms> {
  const { office, handlers, leaders, disputable, following } = room;
  const g = followingGuards(room);
  const entry = { does: 'entry', to: 'stays', from: [...following, ...room.closedEarly] } as const satisfies Partial<
    LifecycleRow<S, never>
  >;
  const byLeader = conditionsOf<S>().law<{ readonly by: string }>(
    '本机关停止执行的由负责人决定',
    RECONSIDERATION_42,
    ({ input, actor, reported }) =>
      reported === true || input.by !== 'organ' || leaders.some((role) => role === actor.role)
        ? null
        : ['not-leader', '作出决定的机关认为需要停止执行的，由负责人决定'],
  );
  return {
    stay: {
      ...office([...handlers, ...leaders], PENALTY_73, [g.disputed, g.notStayed]),
      ...entry,
      from: following.filter((status) => disputable.includes(status)),
      group: '复议诉讼',
      label: '登记停止执行',
      aside: true,
      inputGuards: [g.stands, byLeader, g.byReconsideration, g.byCourt, g.stayedSince],
      says: () => '已停止执行；恢复以前不催告、不申请强制执行，加处罚款不予计算。',
    },
    'stay-ended': {
      ...office([...handlers, ...leaders], PENALTY_73, [g.toResume]),
      ...entry,
      group: '复议诉讼',
      label: '恢复执行',
      inputGuards: [g.stayed],
      says: () => '处罚决定恢复执行。',
    },
    'withdraw-publication': {
      ...office(handlers, PENALTY_48, [g.toWithdraw]),
      ...entry,
      group: '公示',
      label: '撤回公示并说明理由',
      inputGuards: [g.inPublic],
      says: () => '公示已撤回，理由已公开说明。',
    },
    'give-back': {
      ...office(handlers, RECONSIDERATION_77, [g.toGiveBack]),
      ...entry,
      group: '复议诉讼',
      label: '登记退还款物',
      inputGuards: [g.owed],
      says: () => '退还情况已登记。',
    },
  };
}

export function followingFolds<S extends Disputed>(): Folds<S, Forms> {
  return {
    stay: (s, { by, from }) => ({ ...s, stays: [...s.stays, { no: s.stays.length + 1, from, until: null, by }] }),
    'stay-ended': (s, { no, until }) => ({ ...s, stays: s.stays.map((one) => (one.no === no ? { ...one, until } : one)) }),
    'withdraw-publication': (s, { no, on }) => ({
      ...s,
      redresses: s.redresses.map((c) => (c.no === no ? { ...c, offlineOn: on } : c)),
    }),
    'give-back': (s, { no, on }) => ({
      ...s,
      redresses: s.redresses.map((c) => (c.no === no ? { ...c, givenBackOn: on } : c)),
    }),
  };
}
