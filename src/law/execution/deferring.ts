import { isJsonObject, type Json } from '../canonical-json.ts';
import { conditionsOf, type Stop } from '../conditions.ts';
import type { InputOf } from '../form.ts';
import { deferralOn, instalmentsTold, nextDue } from '../instalments.ts';
import type { LocalDate } from '../local-date.ts';
import type { Folds, Guard, Lifecycle, LifecycleRow } from '../matter-kind.ts';
import { notBefore } from '../not-before.ts';
import { yuan } from '../penalty.ts';
import { COERCION_42, COERCION_54, PENALTY_66, PENALTY_67 } from './articles.ts';
import type { EnforcingForms } from './forms.ts';
import type { Executed } from './model.ts';
import { countedLastDay, hasMissed, lastDayToPay, owedNow, restFen } from './owing.ts';
import { deferralIssues } from './papers.ts';
import type { ExecutingRoom } from './room.ts';

type Forms = Pick<EnforcingForms, 'defer' | 'agree'>;
type Agreed = InputOf<Forms['agree']>;
type Deferring = InputOf<Forms['defer']>;
type Line = Deferring['instalments'][number];

/** The party's time is over and something is still owed (强制法 54); of a fine paid in parts, the time for one of them. */
export function overdue<S extends Executed>(room: ExecutingRoom<S>): Guard<S, null> {
  return conditionsOf<S>().law<null>('当事人逾期不履行', COERCION_54, (c): Stop => {
    const last = lastDayToPay(room, c);
    if (last === 'unknown') return 'unknown';
    if (last !== null && c.legalDate <= last && !hasMissed(room, c.state, c.legalDate))
      return ['still-time', stillTime(c.state, c.legalDate, last)];
    const owed = owedNow(room, c);
    if (owed === 'unknown') return 'unknown';
    return owed.leftFen > 0 || room.isOtherwiseOpen(c.state) ? null : ['nothing-owed', '处罚决定已经履行'];
  });
}

function guards<S extends Executed>(room: ExecutingRoom<S>) {
  const { law, form } = conditionsOf<S>();
  return {
    /** A deferral lengthens the fifteen days (67), it never shortens them. */
    later: form<Deferring>('延期后的日期在办理日期、原期限之后', PENALTY_66, (c): Stop => {
      const until = lastDue(c.input.instalments);
      if (until === null || until <= c.legalDate) return ['until-past', '最后缴纳日期应当晚于办理日期'];
      const last = lastDayToPay(room, c);
      if (last === 'unknown') return 'unknown';
      return last === null || until > last ? null : ['until-before', `缴款期限原至${last}，延期、分期的最后缴纳日期应当晚于该日`];
    }),
    inOrder: form<Deferring>('各期按日期先后填写', PENALTY_66, ({ input: { instalments } }): Stop => {
      if (instalments.some(({ due }, i) => i > 0 && due <= (instalments[i - 1]?.due ?? due)))
        return ['plan-order', '各期应当按缴纳期限的先后填写，期限不得重复'];
      const blank = instalments.findIndex(({ sum }) => sum === null);
      if (blank >= 0 && blank < instalments.length - 1) return ['plan-blank', `第${blank + 1}期没有填写金额；只有最后一期可以不填`];
      return instalments.some(({ sum }) => sum === 0) ? ['plan-nothing', '每期的金额应当大于零'] : null;
    }),
    /** 67: the fifteen days are the party's; a part of the fine may fall on their last day, not before. */
    notSooner: law<Deferring>('各期不早于原缴款期限', PENALTY_67, (c): Stop => {
      const first = c.input.instalments[0]?.due ?? null;
      if (first !== null && first <= c.legalDate) return ['part-past', '每期的缴纳期限应当晚于办理日期'];
      const last = countedLastDay(room, c);
      if (last === 'unknown') return 'unknown';
      return first === null || last === null || first >= last ? null : ['part-before', `缴款期限至${last}，第一期不得早于该日`];
    }),
    /** 66¶2: the fine is put off or divided, it becomes neither more nor less; what was added to it stays owed beside the plan. */
    wholeRest: law<Deferring>('各期合计等于尚未缴纳的数额', PENALTY_66, ({ state, input: { instalments } }): Stop => {
      const rest = restFen(room, state);
      const told = instalments.reduce((sum, one) => sum + (one.sum ?? 0), 0);
      if (rest === 0) return ['nothing-to-defer', '没有尚未缴纳的罚款、没收违法所得'];
      const isOpen = instalments.at(-1)?.sum === null;
      if (isOpen ? told < rest : told === rest) return null;
      return ['plan-sum', `尚未缴纳的罚款、没收违法所得为${yuan(rest)}，所填各期合计${yuan(told)}，两者应当一致`];
    }),
    // Not only after the service: 66 lets the party ask, and the organ agree, as soon as there is a fine.
    decided: notBefore<S, Deferring>('处罚决定', PENALTY_66, (s) => room.decision(s)?.on ?? null),
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

const lastDue = (lines: readonly Line[]): LocalDate | null => lines.at(-1)?.due ?? null;

function stillTime({ deferrals }: Executed, day: LocalDate, last: LocalDate): string {
  const deferral = deferralOn(deferrals, day);
  const next = deferral === null ? last : (nextDue(deferral, day) ?? last);
  return next === last
    ? `当事人可以履行至${last}，届满前不得催告强制执行`
    : `当事人分期缴纳，至今到期的各期已经缴纳，下一期至${next}，届满前不得催告强制执行`;
}

/** The first payloads told the last day and words about the plan; the whole rest was due on that day. */
export function deferredAtOnce(payload: Json): Json {
  if (!isJsonObject(payload)) return payload;
  const { until, ...rest } = payload;
  return { ...rest, instalments: [{ due: until ?? null, sum: null }] };
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
      inputGuards: [g.inOrder, g.later, g.notSooner, g.wholeRest, g.decided],
      issues: (s, input, frame, facts) => deferralIssues(room, s, input, frame, facts),
      says: (s) => {
        const { until = '', instalments = [] } = s.deferrals.at(-1) ?? {};
        const missed = '；一期到期未缴的，次日起对该期加处罚款，可以催告';
        return `已批准延期、分期缴纳，至${until}${instalments.length === 0 ? '' : missed}。`;
      },
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

export function deferringFolds<S extends Executed>(room: ExecutingRoom<S>): Folds<S, Forms> {
  return {
    defer: (s, { instalments, plan }, frame) => {
      const parts = instalments.length < 2 ? {} : { instalments: instalmentsTold(instalments, restFen(room, s)) };
      const until = lastDue(instalments) ?? frame.legalDate;
      return { ...s, deferrals: [...s.deferrals, { on: frame.legalDate, until, plan: plan ?? '', ...parts }] };
    },
    agree: (s, { plan, waived }, frame) => ({
      ...s,
      agreements: [...s.agreements, { on: frame.legalDate, plan, waivedFen: waived ?? 0 }],
    }),
  };
}
