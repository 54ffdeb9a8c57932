import type { SupervisionRule } from '../rule.ts';
import type { CrewsFact } from './case-facts.ts';
import { MISSING } from './missing.ts';
import { twoCertifiedOfficers } from './S09-two-certified-officers.ts';

/** S09 asked of every deed of a case, not of its decision alone: the same rule, with the deed named. */
export const twoCertifiedOfficersEachTime: SupervisionRule<CrewsFact> = {
  ...twoCertifiedOfficers,
  check: ({ crews }) => {
    if (crews === null) return MISSING.officers;
    return crews.flatMap(({ what, on, officers }) => {
      const named = new Set(officers.map((o) => o.key)).size;
      const valid = new Set(officers.filter((o) => o.certificate === 'valid').map((o) => o.key)).size;
      if (valid >= 2) return [];
      return [
        {
          because: `${on}${what}，载明执法人员${named}人，其中持当日有效行政执法证的${valid}人，不足两人`,
          facts: { 办理: what, 日期: on, 载明执法人员: `${named}人`, 持有效证件: `${valid}人` },
          clears: '另一名执法人员当日有效的行政执法证，或者法律规定可以由一人实施的依据',
          fact: `${what}/${on}`,
        },
      ];
    });
  },
};
