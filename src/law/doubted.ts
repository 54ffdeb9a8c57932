import type { Stop } from './conditions.ts';
import type { BaseState, GuardCase } from './matter-kind.ts';
import type { RuleAnswer, RuleContext } from './rule.ts';

/** What a rule doubts is refused where it is done here; what it cannot judge is left to its own answer on record. */
export function doubted(code: string, answer: RuleAnswer): Stop {
  if (answer === null || 'notJudged' in answer) return null;
  const doubt = Array.isArray(answer) ? answer[0] : answer;
  return doubt === undefined || !('because' in doubt) ? null : [code, doubt.because];
}

/** What a rule is handed besides its facts, as it stands for whoever acts. */
export function contextOf({ profile, calendar, today }: Pick<GuardCase<BaseState, never>, 'profile' | 'calendar' | 'today'>): RuleContext {
  return { profile, calendar: calendar ?? { loadedYears: new Set(), notice: new Map() }, today };
}
