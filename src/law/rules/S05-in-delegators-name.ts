import { cite } from '../citation.ts';
import { ORGANISATION_KIND_LABELS } from '../roles.ts';
import type { SupervisionRule } from '../rule.ts';
import type { OrganFact } from './facts.ts';
import { MISSING } from './missing.ts';

export const inDelegatorsName: SupervisionRule<OrganFact> = {
  id: 'S05',
  version: 1,
  title: '受委托组织是否以委托机关名义作出处罚',
  cite: [cite('行政处罚法', 20), cite('实施细则', 8, undefined, 11)],
  grade: 'statute',
  severity: 'red',
  mode: 'B',
  reach: 'matter',
  conduct: 'subject',
  head: '8(11)',
  asks: '受委托组织在委托范围内，以委托行政机关名义实施行政处罚。',
  check: ({ organ }) => {
    if (organ === null) return MISSING.organ;
    if (organ.kind !== 'delegate') return null;
    return {
      because: '处罚决定以受委托组织自己的名义作出',
      facts: { 处罚机关性质: ORGANISATION_KIND_LABELS[organ.kind] },
      clears: '以委托行政机关名义并加盖其印章的处罚决定书，或者该组织有法律、法规授权的依据',
    };
  },
};
