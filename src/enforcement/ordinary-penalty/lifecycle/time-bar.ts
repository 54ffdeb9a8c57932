import { citedLaws, type GuardCase, numbersIn, SHIPPED_LAWS, type Stop } from '#law';
import { withinTimeBar } from '#law/rules/F01-within-time-bar';
import { type OrdinaryPenalty, reportOf } from '../model.ts';

type Asked = Pick<GuardCase<OrdinaryPenalty, unknown>, 'state' | 'profile' | 'calendar' | 'today'>;

/**
 * 处罚法 36, 治安管理处罚法 25 …: what stops a penalty by a law, asked by the same rule that judges reported decisions (F01).
 * `harm`: whether five years may be relied on; a flag at the clue, evidence from the report on.
 */
export function timeBarStop({ state, profile, calendar, today }: Asked, basis: string, harm = state.harm): Stop {
  const citations = citedLaws(basis, SHIPPED_LAWS);
  if (citations.length === 0) return ['no-basis', '拟适用的法律依据中没有可以识别的法律、法规、规章名称，请写全名称和条文'];
  const known = { loadedYears: new Set<number>(), notice: new Map() };
  // A goes-on act has not begun to run out: it is judged from the day on which it is told of.
  const actEndedOn = state.actEndedOn ?? state.discoveredOn;
  const answer = withinTimeBar.check({ ...state, harm, actEndedOn, citations }, { profile, today, calendar: calendar ?? known });
  if (answer === null) return null;
  if ('because' in answer) return ['time-barred', answer.because];
  return 'notJudged' in answer ? ['time-bar-unknown', `追责时效无法判断：${answer.notJudged}`] : null;
}

/** Of a penalty: within two years, or within five by harm that evidence proves. */
export function barredWithoutProof(c: Asked, basis: string, isProven: boolean): Stop {
  const stop = timeBarStop(c, basis, c.state.harm && isProven);
  if (stop === null || stop === 'unknown' || isProven || !c.state.harm || timeBarStop(c, basis) !== null) return stop;
  return [stop[0], `${stop[1]}；适用五年时效的，列明危害后果的证据序号`];
}

/** Whether the report in hand proves the harm by evidence; one of the first payloads did not tell. */
export function isHarmProven(s: OrdinaryPenalty): boolean {
  return (reportOf(s)?.harmProof ?? []).length > 0;
}

/** F01: a flag without evidence makes no five years. Before a report, and in reports that did not tell it, the flag alone is known. */
export function harmOf(s: OrdinaryPenalty): boolean {
  const report = reportOf(s);
  return s.harm && (report?.harmProof === undefined || report.harmProof.length > 0);
}

export const harmProofOf = (typed: string | null | undefined): readonly number[] => numbersIn(typed ?? '') ?? [];
