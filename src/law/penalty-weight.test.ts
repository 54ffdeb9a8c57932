import { describe, expect, it } from 'vitest';
import { extentUntold, type PenaltyTerm, type TermedKind, type TermUnit, termsLack } from './penalty-terms.ts';
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

describe('证照、限制和期限的轻重', () => {
  const term = (kind: TermedKind, length: number | null, unit: TermUnit | null, more: Partial<PenaltyTerm> = {}): PenaltyTerm => ({
    ...{ kind, name: '经营许可证', number: null, length, unit },
    ...more,
  });
  const by = (...terms: readonly PenaltyTerm[]): PenaltyWeight => ({ ...of(terms.map(({ kind }) => kind)), terms });
  it.each([
    ['暂扣一样长', by(term('CF06', 1, 'month')), by(term('CF06', 1, 'month')), false],
    ['暂扣多一个月', by(term('CF06', 2, 'month')), by(term('CF06', 1, 'month')), true],
    ['十二个月与一年一样', by(term('CF06', 12, 'month')), by(term('CF06', 1, 'year')), false],
    ['十三个月比一年长', by(term('CF06', 13, 'month')), by(term('CF06', 1, 'year')), true],
    ['三十日不比一个月长', by(term('CF10', 30, 'day')), by(term('CF10', 1, 'month')), false],
    ['一个月可能比三十日长', by(term('CF10', 1, 'month')), by(term('CF10', 30, 'day')), true],
    ['至改正合格没有终期，比三十日重', by(term('CF10', null, 'corrected')), by(term('CF10', 30, 'day')), true],
    ['定期的也不在至改正合格以内', by(term('CF10', 30, 'day')), by(term('CF10', null, 'corrected')), true],
    ['终身比五年重', by(term('CF12', null, 'life')), by(term('CF12', 5, 'year')), true],
    ['五年比终身轻', by(term('CF12', 5, 'year')), by(term('CF12', null, 'life')), false],
    ['降低两级比一级重', by(term('CF07', 2, 'grade')), by(term('CF07', 1, 'grade')), true],
    ['另一证照', by(term('CF08', null, null, { number: '2' })), by(term('CF08', null, null, { number: '1' })), true],
    [
      '同一证照，名称写法不同',
      by(term('CF08', null, null, { number: '１', name: '《许可证》' })),
      by(term('CF08', null, null, { number: '1' })),
      false,
    ],
    ['多一件证照', by(term('CF08', null, null), term('CF08', null, null, { name: '执照' })), by(term('CF08', null, null)), true],
    ['告知没有写明的，不说更重', by(term('CF06', 12, 'month')), of(['CF06']), false],
    ['决定没有写明的，不说更重', of(['CF06']), by(term('CF06', 1, 'month')), false],
  ])('%s', (_, penalty, than, more) => {
    expect(weighsMore(penalty, than)).toBe(more);
  });

  it('一方没有写明的，轻重无法判断；双方写明的，可以判断', () => {
    const told = by(term('CF06', 1, 'month'));
    expect([extentUntold(told, of(['CF06'])), extentUntold(of(['CF06']), told), extentUntold(told, told)]).toEqual([true, true, false]);
    expect(extentUntold(FINE, FINE)).toBe(false);
  });

  it('各种类写明的内容齐全、单位相符', () => {
    const lacks = (...terms: readonly PenaltyTerm[]) => termsLack([...new Set(terms.map(({ kind }) => kind))], terms);
    const licence = { number: '1' };
    for (const lawful of [
      term('CF06', 3, 'month', licence),
      term('CF07', 1, 'grade', licence),
      term('CF08', null, null, licence),
      term('CF09', null, 'corrected'),
      term('CF10', 30, 'day'),
      term('CF12', null, 'life'),
    ])
      expect(lacks(lawful)).toBeNull();
    for (const wrong of [
      term('CF06', 3, 'month'),
      term('CF06', null, null, licence),
      term('CF06', null, 'month', licence),
      term('CF07', 1, 'year', licence),
      term('CF08', 1, 'year', licence),
      term('CF10', null, 'life'),
      term('CF12', 3, 'life'),
    ])
      expect(lacks(wrong)).not.toBeNull();
    expect(termsLack(['CF03'], [])).toBeNull();
  });

  it('多没收一件台账上的物品的重；没有写明序号的不比', () => {
    const taking = (things: readonly number[]): PenaltyWeight => ({ ...of(['CF05']), things });
    expect(weighsMore(taking([1, 2]), taking([1]))).toBe(true);
    expect(weighsMore(taking([1]), taking([1, 2]))).toBe(false);
    expect(weighsMore(taking([1]), of(['CF05']))).toBe(false);
  });
});
