import { type Input, OWN } from './testing.ts';

export const SLIP: Input = { what: 'writing', place: '第一部分第一段', wrong: '十五种商品', right: '十五种货品' };
export const RECTIFY: Input = { items: [SLIP], reason: '录入时误写，与现场检查笔录核对。', unchanged: true, ...OWN };
