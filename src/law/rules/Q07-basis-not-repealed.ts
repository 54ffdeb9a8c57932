import { cite } from '../citation.ts';
import { clauseOn } from '../law-register.ts';
import { notJudged, type RuleAnswer, type SupervisionRule } from '../rule.ts';
import { placeOf } from './cited-place.ts';
import type { ActDays, BasisFact, DecisionDay } from './facts.ts';
import { MISSING } from './missing.ts';

/** Without the day of the act nobody can say which law governs: the doubt is that the list behind the decision is stale. */
export const basisNotRepealed: SupervisionRule<DecisionDay & ActDays & BasisFact> = {
  id: 'Q07',
  version: 2,
  title: '处罚依据（清单、裁量基准）是否仍引用已废止的法律',
  cite: [cite('行政处罚法', 37), cite('行政权力清单管理办法', null)],
  grade: 'statute',
  severity: 'orange',
  mode: 'A',
  reach: 'matter',
  conduct: null,
  head: '8(3)',
  asks: '权责清单、裁量基准和处罚依据随法律的修改、废止及时调整；违法行为发生在废止之后的，不得再适用旧法。',
  check: ({ citations, decidedOn, actStartedOn, actEndedOn }) => {
    if (citations === null || citations.length === 0) return MISSING.basis;
    // With the day of the act known, D11 judges which law governs.
    if (actStartedOn !== null || actEndedOn !== null) return null;
    let missing: RuleAnswer = null;
    for (const cited of citations) {
      const status = clauseOn(cited, decidedOn);
      if (status.is === 'unknown') missing = status.missing === undefined ? MISSING.lawDays : notJudged(status.missing);
      if (status.is !== 'ended') continue;
      const { version } = status;
      return {
        because: `处罚依据引用的${placeOf(cited)}在决定当日已经废止`,
        facts: {
          所引条款: placeOf(cited),
          处罚决定日期: decidedOn,
          废止日期: version.inForce.until ?? '未载',
          现行规定: version.replacedBy ?? '未载',
        },
        clears: '违法行为发生在废止之前的证据，或者更正后的处罚依据和清单',
        fact: cited.name,
      };
    }
    return missing;
  },
};
