import { describe, expect, it } from 'vitest';
import type { DiscretionView } from '../contract.ts';
import { withoutOccasion } from './without-occasion.ts';

const NOTHING: DiscretionView = { benchmark: null, lenient: [], others: [] };
const left = (more: object): readonly string[] => withoutOccasion({ ...NOTHING, ...more }, { tier: 'tier', reason: 'deviation' });
const on = (list: string) => ({ list, name: '未亮照经营', conditions: '及时改正' });

describe('裁量的表单只问有基准、有清单可以不按的', () => {
  it('没有基准的不问档次；也没有别的名称的，不问不按的理由（处罚法第三十四条）', () => {
    expect(left({})).toEqual(['tier', 'deviation', 'notFree', 'notLess']);
    expect(left({ others: ['占道经营'] })).toEqual(['tier', 'notFree', 'notLess']);
    expect(left({ benchmark: {} })).toEqual(['notFree', 'notLess']);
  });

  it('事项在哪种清单上，才问为什么不适用哪种清单（细则第十九条）', () => {
    expect(left({ benchmark: {}, lenient: [on('no-penalty')] })).toEqual(['notLess']);
    for (const list of ['lighter', 'mitigated']) expect(left({ benchmark: {}, lenient: [on(list)] })).toEqual(['notFree']);
    expect(left({ benchmark: {}, lenient: [on('no-coercion')] })).toEqual(['notFree', 'notLess']);
  });
});
