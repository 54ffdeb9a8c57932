import { describe, expect, it } from 'vitest';
import { CAST, DISCUSS, deliberating, investigated, OWN, PAY, performing, STATEMENT, told, WAIVE } from './testing.ts';

const { handlerA, deputy, head } = CAST;
const ORDER = { content: '按规定标价。', basis: '《价格法》第四十二条', by: null, court: null, again: null, ...OWN };
const PERFORMED = { content: '已经执行。' };

/** Everything of these cases happened on 2026-06-01. */
describe('登记的事项不早于它所依据的前一步骤；前一步骤当日可以（处罚法第五条、第五十四条）', () => {
  it.each([
    ['陈述申辩，早于告知书送达', told(), handlerA, 'statement', STATEMENT, 45],
    ['书面放弃，早于告知书送达', told(), handlerA, 'waive', WAIVE, 62],
    ['集体讨论，早于调查终结报告', deliberating(), head, 'discuss', DISCUSS, 57],
    ['责令改正，早于立案', investigated(), deputy, 'order-correction', ORDER, 28],
    ['缴款，早于处罚决定', performing(), handlerA, 'pay', PAY, 67],
    ['其他处罚的执行，早于处罚决定', performing(), handlerA, 'record-performance', PERFORMED, 66],
  ] as const)('%s', (_, at, by, act, input, article) => {
    const later = at.on('2026-06-08');
    expect(later.tries(by, act, input, { on: '2026-05-31' })).toMatchObject({ refused: 'too-soon', cite: { article } });
    expect(later.tries(by, act, input, { on: '2026-06-01' })).toBeNull();
  });
});
