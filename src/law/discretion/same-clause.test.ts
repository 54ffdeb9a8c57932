import { expect, it } from 'vitest';
import { isSameClause } from './same-clause.ts';

it.each([
  ['同一条', '《中华人民共和国价格法》第四十二条', '《价格法》第四十二条', true],
  ['款项不同仍是同一条', '《价格法》第四十二条第一款', '《价格法》第四十二条第（二）项', true],
  ['另一条', '《价格法》第四十条', '《价格法》第四十二条', false],
  ['另一部法律的同一条', '《土地管理法》第四十二条', '《价格法》第四十二条', false],
  ['几条依据有一条相同', '《价格法》第四十条、第四十二条', '《价格法》第四十二条', true],
  ['没有写明条的不能判断', '《价格法》', '《价格法》第四十二条', false],
])('处罚依据与基准的罚则：%s', (_, basis, penalty, same) => {
  expect(isSameClause(basis, penalty)).toBe(same);
});
