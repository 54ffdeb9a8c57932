import { describe, expect, it } from 'vitest';
import { openIds, prune, treeOf, type Unit } from './tree.ts';

const unit = (id: string, regionParentId: string | null, lineParentId: string | null): Unit => ({
  id,
  name: `${id}（演示）`,
  shortName: id,
  kindName: '行政执法部门',
  tierName: '市',
  leadKind: 'local',
  leadKindName: '属地管理',
  qualification: 'confirmed',
  qualificationName: '确认',
  regionParentId,
  lineParentId,
  planned: null,
});
const UNITS = [unit('市政府', null, null), unit('市局', '市政府', null), unit('区政府', '市政府', null), unit('区局', '区政府', '市局')];

describe('同一批单位按区划和条线各成一棵树（细则第二条）', () => {
  it('区局在区划树归区政府，在条线树归市局', () => {
    expect(treeOf(UNITS, 'region')).toMatchObject([
      { unit: { id: '市政府' }, children: [{ unit: { id: '市局' } }, { unit: { id: '区政府' }, children: [{ unit: { id: '区局' } }] }] },
    ]);
    expect(treeOf(UNITS, 'line').map((b) => b.unit.id)).toEqual(['市政府', '市局', '区政府']);
  });

  it('上级不在列的单位站在最上层，不会消失', () => {
    expect(treeOf([unit('区局', '看不见的', null)], 'region').map((b) => b.unit.id)).toEqual(['区局']);
  });

  it('查找留下相符的单位和通往它的路', () => {
    const found = prune(treeOf(UNITS, 'region'), '区局');
    expect(openIds(found, 9)).toEqual(['市政府', '区政府']);
    expect(prune(treeOf(UNITS, 'region'), '没有')).toEqual([]);
  });
});
