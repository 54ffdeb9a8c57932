import { citedLaws, type GuardCase, SHIPPED_LAWS, type Stop } from '#law';
import { withinTimeBar } from '#law/rules/F01-within-time-bar';
import type { OrdinaryPenalty } from '../model.ts';

/** 处罚法 36, 治安管理处罚法 25 …: what stops a penalty by a law, asked by the same rule that judges reported decisions (F01). */
export function timeBarStop(
  { state, profile, calendar, today }: Pick<GuardCase<OrdinaryPenalty, unknown>, 'state' | 'profile' | 'calendar' | 'today'>,
  basis: string,
): Stop {
  const citations = citedLaws(basis, SHIPPED_LAWS);
  if (citations.length === 0) return ['no-basis', '拟适用的法律依据中没有可以识别的法律、法规、规章名称，请写全名称和条文'];
  const known = { loadedYears: new Set<number>(), notice: new Map() };
  // A goes-on act has not begun to run out: it is judged from the day on which it is told of.
  const actEndedOn = state.actEndedOn ?? state.discoveredOn;
  const answer = withinTimeBar.check({ ...state, actEndedOn, citations }, { profile, today, calendar: calendar ?? known });
  if (answer === null) return null;
  if ('because' in answer) return ['time-barred', answer.because];
  return 'notJudged' in answer ? ['time-bar-unknown', `追责时效无法判断：${answer.notJudged}`] : null;
}
