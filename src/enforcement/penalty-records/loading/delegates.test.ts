import { describe, expect, it } from 'vitest';
import { localDate } from '#law';
import { type Delegates, delegatesActing, unitsOf } from './delegates.ts';

const day = localDate;
const DEED = { items: ['CF-1'], from: day('2026-01-01'), until: day('2027-01-01') };
const DELEGATES: Delegates = new Map([
  ['team', { name: '综合执法大队', spans: [{ from: day('2025-01-01'), until: null }], deeds: new Map([['bureau', [DEED]]]) }],
  ['former', { name: '原执法队', spans: [{ from: day('2020-01-01'), until: day('2026-03-02') }], deeds: new Map() }],
]);
const held = (...units: readonly [number: string, unit: string][]) =>
  new Map(units.map(([number, organisationId]) => [number, [{ organisationId }]] as const));
const acting = (numbers: readonly string[], certificates: ReturnType<typeof held>, organ = 'bureau', on = '2026-03-02') =>
  delegatesActing(DELEGATES, organ, numbers, certificates, day(on));

describe('办案人员来自哪个受委托组织（规则S03，处罚法第二十条）', () => {
  it('人员的证件属于受委托组织的，列出该组织和处罚机关给它的委托书', () => {
    expect(acting(['1', '2'], held(['1', 'team'], ['2', 'bureau']))).toEqual([{ name: '综合执法大队', deeds: [DEED] }]);
    expect(acting(['1'], held(['1', 'team']), 'other')).toEqual([{ name: '综合执法大队', deeds: [] }]);
  });
  it('都是机关自己的人员：没有；当日已不是受委托组织的不算，前一日还算', () => {
    expect(acting(['1', '2'], held(['1', 'bureau'], ['2', 'bureau']))).toEqual([]);
    expect(acting(['1'], held(['1', 'former']))).toEqual([]);
    expect(acting(['1'], held(['1', 'former']), 'bureau', '2026-03-01')).toEqual([{ name: '原执法队', deeds: [] }]);
  });
  it('没有写证号，或者有一人没有登记而其余不是受委托组织的：不知道', () => {
    expect(acting([], held())).toBeNull();
    expect(acting(['1', '2'], held(['1', 'bureau']))).toBeNull();
    expect(acting(['1', '2'], held(['1', 'team']))).toHaveLength(1);
  });
  it('一次问出全部证件所属的单位，不重复', () => {
    expect(unitsOf(held(['1', 'team'], ['2', 'bureau'], ['3', 'team']))).toEqual(['team', 'bureau']);
  });
});
