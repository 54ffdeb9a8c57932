import { cite } from '../citation.ts';
import type { Doubt, SupervisionRule } from '../rule.ts';
import type { CoercionFact, MeasureImposed } from './facts.ts';
import { MISSING } from './missing.ts';

export const coercionNotDelegated: SupervisionRule<CoercionFact> = {
  id: 'S06',
  version: 1,
  title: '行政强制措施是否由受委托组织实施',
  cite: [cite('行政强制法', 17)],
  grade: 'statute',
  severity: 'red',
  mode: 'B',
  reach: 'matter',
  conduct: 'arbitrary-seizure',
  head: '8(11)',
  asks: '行政强制措施权不得委托；依法行使相对集中行政处罚权的机关，可以实施与处罚权有关的行政强制措施。',
  check: ({ measures }) => {
    if (measures === null) return MISSING.measures;
    const delegated = measures.filter(({ by }) => by === 'delegate');
    return delegated.length === 0 ? null : delegated.map(doubtOf);
  },
};

function doubtOf({ kind, on, name }: MeasureImposed): Doubt {
  return {
    because: `受委托组织“${name}”${on}实施了${kind}`,
    facts: { 措施: kind, 实施日期: on, 实施单位: name },
    clears: '由行政机关自己的执法人员实施的记录，或者该组织有法律、行政法规授权的依据',
    fact: `${kind}/${on}`,
  };
}
