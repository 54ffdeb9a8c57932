import { describe, expect, it } from 'vitest';
import { type CatalogueLine, catalogueCases, cataloguedLine } from './review-catalogue.ts';

const line = (conditions: string): CatalogueLine => ({ code: '全部事项', name: '重大处罚', conditions });
const fine = (fineFen: number) => ({ kinds: ['CF03'], fineFen, incomeFen: null, goodsFen: null }) as const;

describe('重大行政执法决定法制审核目录（处罚法第五十八条）', () => {
  it.each([
    ['罚款5万元以上，4万9999元9角9分', '对单位罚款5万元以上', fine(4_999_999), 'organisation', false],
    ['罚款5万元以上，正好5万元', '对单位罚款5万元以上', fine(5_000_000), 'organisation', true],
    ['只对单位的，不管公民', '对单位罚款5万元以上', fine(5_000_000), 'person', false],
    ['个体工商户按公民的数额', '对公民罚款5000元以上、对单位罚款5万元以上', fine(500_000), 'sole-trader', true],
    ['没收合计', '没收１０万元以上', { ...fine(0), incomeFen: 6_000_000, goodsFen: 4_000_000 }, 'organisation', true],
    ['没收合计差一分', '没收10万元以上', { ...fine(0), incomeFen: 6_000_000, goodsFen: 3_999_999 }, 'organisation', false],
    ['种类', '吊销许可证件、责令停产停业', { ...fine(0), kinds: ['CF08'] }, 'person', true],
    ['另一种类', '吊销许可证件、责令停产停业', { ...fine(0), kinds: ['CF06'] }, 'person', false],
    ['全部', '全部', fine(1), 'person', true],
  ] as const)('%s', (_, conditions, penalty, party, isCaught) => {
    expect(cataloguedLine([line(conditions)], penalty, party) !== null).toBe(isCaught);
  });

  it('不能据以判断的写法不是目录的情形', () => {
    expect(['', '案情重大', '罚款较大数额', '罚款五万元以上', '吊销许可证件、案情重大'].map(catalogueCases)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});
