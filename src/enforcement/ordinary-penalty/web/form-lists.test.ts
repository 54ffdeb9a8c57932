import { describe, expect, it } from 'vitest';
import type { Json } from '#law';
import { listsOfOrdinaryPenalty } from './form-lists.ts';

const state = {
  evidence: [
    { no: 1, name: '现场检查笔录', verifiedOn: '2026-03-16', isLawful: true },
    { no: 2, name: '价格台账', verifiedOn: null, isLawful: true },
    { no: 3, name: '偷拍的照片', verifiedOn: null, isLawful: false },
  ],
  goods: [
    { no: 1, name: '电子秤', quantity: '1台', ended: null },
    { no: 2, name: '账册', quantity: '2本', ended: { on: '2026-03-20' } },
  ],
  statements: [{ no: 1, on: '2026-03-18', content: '长'.repeat(50), recheckedOn: null }],
  recusals: [{ no: 1, officerId: '甲', askedOn: '2026-03-17', decidedOn: '2026-03-17' }],
  disputes: [{ no: 1, way: 'reconsideration', body: '区政府', from: '2026-04-08', until: null }],
} as unknown as { readonly [key: string]: Json };
const lists = (act: string) => listsOfOrdinaryPenalty(state, act, { 甲: '张某' });

describe('表单从本案的证据、财物、陈述中选，不凭记忆填序号', () => {
  it('认定事实的证据只能选查证属实、取得合法的（处罚法第四十条、第四十六条）', () => {
    expect(lists('conclude')['facts.evidence']).toEqual([
      { value: '1', label: '1. 现场检查笔录' },
      { value: '2', label: '2. 价格台账', closed: '没有查证属实' },
      { value: '3', label: '3. 偷拍的照片', closed: '取得不合法，不得作为根据' },
    ]);
    expect(lists('verify-evidence')['items']?.map(({ closed }) => closed)).toEqual(['已经查证属实', undefined, '取得不合法，不得作为根据']);
  });

  it('没收、移交、处置的财物从台账选，已经出库的不能选（处罚法第七十四条）', () => {
    for (const act of ['conclude', 'decide', 'move-goods', 'dispose-goods'])
      expect(lists(act)['things']).toEqual([
        { value: '1', label: '1. 电子秤（1台）' },
        { value: '2', label: '2. 账册（2本）', closed: '已于2026-03-20出库' },
      ]);
  });

  it('复议变更的，同一张表单里选复议和留下的财物', () => {
    expect(Object.keys(lists('dispute-ended')).sort()).toEqual(['no', 'things']);
  });

  it('长的内容截断；回避写出是谁；没有清单的办理、看不到全案的读者没有可选的', () => {
    expect(lists('recheck')['no']).toEqual([{ value: '1', label: `1. 2026-03-18：${'长'.repeat(40)}……` }]);
    expect(lists('decide-recusal')['no']).toEqual([{ value: '1', label: '1. 2026-03-17申请张某回避', closed: '已经决定' }]);
    expect(lists('pay')).toEqual({});
    expect(listsOfOrdinaryPenalty({ status: 'told' }, 'conclude', {})).toEqual({});
  });
});
