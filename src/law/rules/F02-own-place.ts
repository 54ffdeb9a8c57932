import { cite } from '../citation.ts';
import type { SupervisionRule } from '../rule.ts';
import type { PlaceFact } from './case-facts.ts';
import { MISSING } from './missing.ts';
import { OF_A_CASE } from './of-a-case.ts';

export const ownPlace: SupervisionRule<PlaceFact> = {
  ...OF_A_CASE,
  id: 'F02',
  title: '违法行为是否由本机关管辖',
  cite: [cite('行政处罚法', 22), cite('行政处罚法', 25)],
  severity: 'red',
  mode: 'B',
  conduct: 'out-of-area',
  asks: '行政处罚由违法行为发生地的行政机关管辖，法律、行政法规、部门规章另有规定的除外；管辖有争议的，由共同的上一级行政机关指定。',
  check: ({ place }) => {
    if (place === null) return MISSING.place;
    if (place !== 'outside') return null;
    return {
      because: '违法行为发生地不在本机关的管辖区域，没有写明指定管辖',
      facts: { 违法行为发生地: '管辖区域以外', 指定管辖: '无' },
      clears: '指定管辖的决定，或者违法行为发生在本机关管辖区域的证据',
    };
  },
};
