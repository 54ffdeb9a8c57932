import { citedLaws, type Guard, SHIPPED_LAWS } from '#law';
import { contextOf, doubted } from '#law/doubted';
import { withinTimeBar } from '#law/rules/F01-within-time-bar';
import type { SummaryPenalty } from '../model.ts';
import { ART_36 } from './articles.ts';
import { law } from './conditions.ts';

/** F01, 36: what was done too long ago is not punished on the spot either. */
export const IN_TIME: Guard<SummaryPenalty, unknown> = law('违法行为在追责时效内', ART_36, (c) => {
  const { actOn, openedOn, basis } = c.state;
  const days = { actStartedOn: actOn, actEndedOn: actOn, discoveredOn: openedOn };
  const citations = citedLaws(basis, SHIPPED_LAWS);
  return doubted('time-barred', withinTimeBar.check({ ...days, harm: null, citations }, contextOf(c)));
});
