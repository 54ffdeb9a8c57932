import { describe, expect, it } from 'vitest';
import { type PenaltyWeight, weighsMore, weighsSame } from './penalty-weight.ts';

const of = (kinds: PenaltyWeight['kinds'], yuan: number | null = null): PenaltyWeight => {
  return { kinds, fineFen: yuan === null ? null : yuan * 100, incomeFen: null, goodsFen: null };
};
const WARNING = of(['CF01']);
const FINE = of(['CF03'], 100);
const BOTH = of(['CF01', 'CF03'], 100);

describe('处罚的轻重（处罚法第九条）', () => {
  it.each([
    ['罚款比警告重', FINE, WARNING, true],
    ['警告不比罚款重', WARNING, FINE, false],
    ['警告不比警告重', WARNING, WARNING, false],
    ['没有处罚的，警告是加重', WARNING, of([]), true],
    ['警告并处罚款比同样的罚款重', BOTH, FINE, true],
    ['罚款不比警告并处同样的罚款重', FINE, BOTH, false],
    ['多一元的重', of(['CF03'], 101), FINE, true],
    ['少一元的不重', of(['CF03'], 99), FINE, false],
    ['通报批评比警告重', of(['CF02']), WARNING, true],
    ['多没收财物的重', { ...FINE, goodsFen: 1 }, FINE, true],
  ])('%s', (_, penalty, than, more) => {
    expect(weighsMore(penalty, than)).toBe(more);
  });

  it('种类、数额都一样的才一样；警告和罚款不一样', () => {
    expect([weighsSame(FINE, of(['CF03'], 100)), weighsSame(WARNING, FINE), weighsSame(FINE, BOTH)]).toEqual([true, false, false]);
  });
});
