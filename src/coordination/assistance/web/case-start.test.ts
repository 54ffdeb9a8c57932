import { describe, expect, it } from 'vitest';
import type { Json } from '#law';
import { mayAskHelp, requestFromCase } from './case-start.ts';

const aCase = (more: { readonly [key: string]: Json } = {}): Json => ({
  ...{
    status: 'investigating',
    cause: '未按规定明码标价',
    narrative: '十五种商品没有标价。',
    organId: 'o1',
    handlerIds: [],
    reports: [],
    ...more,
  },
});

describe('从案件请求协助，不重复填写案情（处罚法第二十六条）', () => {
  it('带入来源案件、案由、依据、案情；调查终结的连同认定的事实；请求什么、请求谁由承办人填写', () => {
    expect(requestFromCase('c1', aCase())).toEqual({
      fromCase: 'c1',
      subject: '办理“未按规定明码标价”一案',
      basis: '《中华人民共和国行政处罚法》第二十六条',
      facts: '十五种商品没有标价。',
    });
    expect(requestFromCase('c1', aCase({ reports: [{ facts: [{ fact: '没有标明价格。' }] }] }))).toMatchObject({
      facts: '十五种商品没有标价。\n没有标明价格。',
    });
  });

  it('本机关正在办理的可以；别的机关办理的，已经结案、归档、不予立案的，和看不到内容的不可以', () => {
    const may = (state: Json) => mayAskHelp(state, 'o1');
    expect([may(aCase()), may(aCase({ status: 'decided' }))]).toEqual([true, true]);
    expect(may(aCase({ organId: 'o2' }))).toBe(false);
    expect(['closed', 'archived', 'not-filed'].map((status) => may(aCase({ status })))).toEqual([false, false, false]);
    expect([may({ status: 'investigating', organId: 'o1' }), requestFromCase('c1', { status: 'investigating' })]).toEqual([false, null]);
  });
});
