import { describe, expect, it } from 'vitest';
import { isBeingOpened } from './being-opened.ts';

describe('疑似重复的提示（处罚法第二十九条）', () => {
  it('线索核查、立案审批和当场决定以前醒目提示；继续办理的，以后各环节不再提示', () => {
    const told = (kind: string, ...statuses: string[]) => statuses.map((status) => isBeingOpened({ kind, status }));
    expect(told('ordinary-penalty', 'clue', 'filing')).toEqual([true, true]);
    expect(told('ordinary-penalty', 'investigating', 'told', 'decided', 'not-filed', 'archived')).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(told('summary-penalty', 'onsite', 'heard')).toEqual([true, true]);
    expect(told('summary-penalty', 'decided', 'delivered', 'converted')).toEqual([false, false, false]);
    expect(told('correction-order', 'signing', 'draft', 'serving', 'with-party')).toEqual([true, true, false, false]);
    expect(told('penalty-record', 'clue')).toEqual([false]);
  });
});
