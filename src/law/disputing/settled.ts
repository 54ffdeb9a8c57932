import { conditionsOf, type Stop } from '../conditions.ts';
import type { Guard } from '../matter-kind.ts';
import { PENALTY_73 } from './articles.ts';
import { type Disputed, openDisputes } from './model.ts';
import { isSettledAll } from './redressing.ts';

function unsettled(s: Disputed): Stop {
  if (openDisputes(s).length > 0) return ['disputed', '还有行政复议、行政诉讼没有结束'];
  return isSettledAll(s)
    ? null
    : ['not-settled', '复议、诉讼结果或者纠错的后续（撤回公示、退还款物、报告、恢复执行、重新作出决定）还没有办完'];
}

/** For closing. A case that was closed elsewhere all the same stands so, with a finding; what becomes of the dispute is still told. */
export function disputesSettled<S extends Disputed>(): Guard<S, null> {
  return conditionsOf<S>().law<null>('复议、诉讼均已结束，结果均已落实', PENALTY_73, ({ state }) => unsettled(state));
}

/** For archiving, after which nothing waits for anybody: told before the end of a dispute, it comes in with the end. */
export function nothingUnsettled<S extends Disputed>(): Guard<S, null> {
  return conditionsOf<S>().form<null>('归档的案件没有未结束的复议、诉讼及其后续', PENALTY_73, ({ state }) => unsettled(state));
}
