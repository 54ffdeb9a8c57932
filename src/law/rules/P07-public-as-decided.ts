import { cite } from '../citation.ts';
import { penaltyNames, yuan } from '../penalty.ts';
import type { SupervisionRule } from '../rule.ts';
import { MISSING } from './missing.ts';
import type { ToldDecision, TwoSources } from './peer-facts.ts';

export const publicAsDecided: SupervisionRule<TwoSources> = {
  id: 'P07',
  version: 1,
  title: '同一决定在不同来源中的金额、种类、日期是否一致',
  cite: [cite('市场监管处罚公示规定', 7)],
  grade: 'statute',
  severity: 'red',
  mode: 'A',
  reach: 'peers',
  conduct: 'publicity',
  head: '8(12)',
  asks: '公示的行政处罚信息应当与处罚决定书一致，发现不一致的及时更正。',
  check: ({ told, otherwise }) => {
    if (otherwise === null) return MISSING.otherSource;
    const here = describe(told);
    const there = describe(otherwise);
    const differing = Object.keys(here).filter(
      (label) => here[label] !== undefined && there[label] !== undefined && here[label] !== there[label],
    );
    if (differing.length === 0) return null;
    const facts = differing.map((label) => [label, `${here[label]}；另一来源为${there[label]}`] as const);
    return {
      because: `同一决定的${differing.join('、')}在两个来源中不一致`,
      facts: { 本来源: told.source, 另一来源: otherwise.source, ...Object.fromEntries(facts) },
      clears: '与盖章决定书一致的更正公示，或者录入有误的证明',
      fact: otherwise.source,
    };
  },
};

/** A value that one of the sources does not give is no difference. */
function describe({ fineFen, confiscatedFen, kinds, decidedOn, party }: ToldDecision): Record<string, string> {
  return {
    处罚决定日期: decidedOn,
    行政相对人: party,
    ...(fineFen === null ? {} : { 罚款金额: yuan(fineFen) }),
    ...(confiscatedFen === null ? {} : { 没收金额: yuan(confiscatedFen) }),
    ...(kinds.length === 0 ? {} : { 处罚类别: penaltyNames([...kinds].sort()) }),
  };
}
