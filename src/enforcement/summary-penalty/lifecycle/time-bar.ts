import { citedLaws, type Guard, type GuardCase, SHIPPED_LAWS, type Stop } from '#law';
import { contextOf, doubted } from '#law/doubted';
import { withinTimeBar } from '#law/rules/F01-within-time-bar';
import type { SummaryPenalty } from '../model.ts';
import { ART_36 } from './articles.ts';
import { law } from './conditions.ts';

type Asked = Pick<GuardCase<SummaryPenalty, unknown>, 'state' | 'profile' | 'calendar' | 'today'>;

/** F01 of what was done, by the law in whose name it would be punished; null: in time. */
export function barAnswer(c: Asked): ReturnType<typeof withinTimeBar.check> {
  const { actOn, openedOn, basis } = c.state;
  const days = { actStartedOn: actOn, actEndedOn: actOn, discoveredOn: openedOn };
  return withinTimeBar.check({ ...days, harm: null, citations: citedLaws(basis, SHIPPED_LAWS) }, contextOf(c));
}

/** F01, 36: what was done too long ago is not punished on the spot either. */
export const IN_TIME: Guard<SummaryPenalty, unknown> = law(
  '违法行为在追责时效内',
  ART_36,
  (c): Stop => doubted('time-barred', barAnswer(c)),
);
