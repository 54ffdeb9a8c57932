import { conditionsOf, type Stop } from '../conditions.ts';
import type { InputOf } from '../form.ts';
import type { Folds, Guard, Lifecycle, LifecycleRow } from '../matter-kind.ts';
import { yuan } from '../penalty.ts';
import { COERCION_42, COERCION_54, PENALTY_66 } from './articles.ts';
import type { EnforcingForms } from './forms.ts';
import type { Executed } from './model.ts';
import { lastDayToPay, owedNow } from './owing.ts';
import { deferralIssues } from './papers.ts';
import type { ExecutingRoom } from './room.ts';

type Forms = Pick<EnforcingForms, 'defer' | 'agree'>;
type Agreed = InputOf<Forms['agree']>;

/** The party's time is over and something is still owed (强制法 54). */
export function overdue<S extends Executed>(room: ExecutingRoom<S>): Guard<S, null> {
  return conditionsOf<S>().law<null>('当事人逾期不履行', COERCION_54, (c): Stop => {
    const last = lastDayToPay(room, c);
    if (last === 'unknown') return 'unknown';
    if (last !== null && c.legalDate <= last) return ['still-time', `当事人可以履行至${last}，届满前不得催告强制执行`];
    const owed = owedNow(room, c);
    if (owed === 'unknown') return 'unknown';
    return owed.leftFen > 0 || room.isOtherwiseOpen(c.state) ? null : ['nothing-owed', '处罚决定已经履行'];
  });
}

function guards<S extends Executed>(room: ExecutingRoom<S>) {
  const { law, form } = conditionsOf<S>();
  return {
    /** A deferral lengthens the fifteen days (67), it never shortens them. */
    later: form<InputOf<Forms['defer']>>('延期后的日期在办理日期、原期限之后', PENALTY_66, (c): Stop => {
      if (c.input.until <= c.legalDate) return ['until-past', '最后缴纳日期应当晚于办理日期'];
      const last = lastDayToPay(room, c);
      if (last === 'unknown') return 'unknown';
      return last === null || c.input.until > last ? null : ['until-before', `缴款期限原至${last}，延期、分期的最后缴纳日期应当晚于该日`];
    }),
    /** 42: what is reduced is the surcharge alone, and only for a party that has made good. */
    reducedForCause: law<Agreed>('减免加处罚款的，当事人已经采取补救措施', COERCION_42, ({ input }) =>
      (input.waived ?? 0) === 0 || input.remedied !== null
        ? null
        : ['not-remedied', '当事人采取补救措施的，才可以减免加处的罚款，请写明补救措施'],
    ),
    notMoreThanAccrued: law<Agreed>('减免不超过已经加处的罚款', COERCION_42, (c): Stop => {
      if ((c.input.waived ?? 0) === 0) return null;
      const owed = owedNow(room, c);
      if (owed === 'unknown') return 'unknown';
      return (c.input.waived ?? 0) <= owed.surchargeFen
        ? null
        : ['waives-fine', `至今加处罚款${yuan(owed.surchargeFen)}，减免不得超过该数额；罚款本数不能减免`];
    }),
  };
}

/** 延期、分期缴纳 (66¶2) and 执行协议 (强制法 42). */
export function deferring<S extends Executed>(room: ExecutingRoom<S>): Lifecycle<S, Forms> {
  const { office, leaders, statuses } = room;
  const g = guards(room);
  const entry = { does: 'entry', from: statuses.performing, to: 'stays', aside: true } as const satisfies Partial<LifecycleRow<S, never>>;
  return {
    defer: {
      ...office(leaders, PENALTY_66),
      ...entry,
      label: '批准延期、分期缴纳',
      inputGuards: [g.later],
      issues: (s, input, frame, facts) => deferralIssues(room, s, input, frame, facts),
      says: (s) => `已批准延期、分期缴纳，至${s.deferrals.at(-1)?.until ?? ''}。`,
    },
    agree: {
      ...office(leaders, COERCION_42, [overdue(room)]),
      ...entry,
      label: '登记执行协议',
      inputGuards: [g.reducedForCause, g.notMoreThanAccrued],
      says: () => '执行协议已登记；不履行协议的，恢复催告、申请强制执行。',
    },
  };
}

export function deferringFolds<S extends Executed>(): Folds<S, Forms> {
  return {
    defer: (s, { until, plan }, frame) => ({ ...s, deferrals: [...s.deferrals, { on: frame.legalDate, until, plan }] }),
    agree: (s, { plan, waived }, frame) => ({
      ...s,
      agreements: [...s.agreements, { on: frame.legalDate, plan, waivedFen: waived ?? 0 }],
    }),
  };
}
