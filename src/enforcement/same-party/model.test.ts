import { describe, expect, it } from 'vitest';
import { localDate } from '#law';
import { alikeness, type Compared } from './model.ts';

const one: Compared = { organId: 'a', openedOn: localDate('2026-06-01'), itemCode: 'SJ-1', cause: '未明码标价', clueRef: '12345-8' };
const laterCase = (days: string, more: Partial<Compared> = {}): Compared => ({ ...one, clueRef: null, openedOn: localDate(days), ...more });

describe('疑似重复的案件（处罚法第二十九条）', () => {
  it.each([
    ['同一事项，第九十日', laterCase('2026-08-30'), true, 'act'],
    ['同一事项，第九十一日', laterCase('2026-08-31'), true, null],
    ['事项不同，案由相同', laterCase('2026-06-02', { itemCode: 'SJ-2', cause: '未明码 标价' }), true, 'act'],
    ['事项、案由都不同', laterCase('2026-06-02', { itemCode: 'SJ-2', cause: '短斤少两' }), true, null],
    ['不是同一当事人', laterCase('2026-06-02'), false, null],
    ['本机关同一线索编号', laterCase('2026-12-31', { clueRef: '12345－8' }), false, 'clue'],
    ['别的机关同一编号', laterCase('2026-12-31', { clueRef: '12345-8', organId: 'b' }), false, null],
  ] as const)('%s', (_, other, isSameParty, answer) => {
    expect(alikeness(one, other, isSameParty)).toBe(answer);
  });
});
