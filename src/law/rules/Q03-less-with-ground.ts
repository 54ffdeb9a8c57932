import { cite } from '../citation.ts';
import { lessGrounded } from '../discretion/deciding.ts';
import { MITIGATION_LABELS } from '../discretion/mitigation.ts';
import type { SupervisionRule } from '../rule.ts';
import type { WeighingFact } from './case-facts.ts';
import { MISSING } from './missing.ts';
import { OF_A_CASE } from './of-a-case.ts';

export const lessWithGround: SupervisionRule<WeighingFact> = {
  ...OF_A_CASE,
  id: 'Q03',
  title: '从轻、减轻处罚是否有法定情形或者清单、基准的依据和证据',
  cite: [cite('行政处罚法', 32)],
  severity: 'orange',
  mode: 'B',
  conduct: null,
  head: '8(8)',
  asks: '当事人有主动消除或者减轻违法行为危害后果等法定情形之一的，应当从轻或者减轻处罚；情形应当有查证属实的证据。',
  check: ({ weighing }) => {
    if (weighing === null) return null;
    if (weighing === 'untold') return MISSING.weighing;
    const { weighed, proven, lists } = weighing;
    const stop = lessGrounded(weighed, lists);
    if (stop === 'unknown') return MISSING.lenientLists;
    const isUnproven = weighed.mitigation.length > 0 && proven === false;
    if (stop === null && !isUnproven) return null;
    const grounds = weighed.mitigation.map((ground) => MITIGATION_LABELS[ground]).join('、');
    const because = stop === null ? `从轻、减轻的情形没有查证属实的证据：${grounds}` : stop[1];
    return {
      because,
      facts: { 从轻减轻的情形: grounds === '' ? '没有写明' : grounds, 不符之处: because },
      clears: '从轻、减轻的情形及其证据',
    };
  },
};
