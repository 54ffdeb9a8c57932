import { describe, expect, it } from 'vitest';
import { judge } from './index.ts';
import { contextOn, day, LAWFUL } from './lawful-decision.fixtures.ts';
import { nextChange, nextRedressChange, TIMED_REDRESS_RULES, TIMED_RULES } from './timed-answers.ts';

const DONE = { on: day('2026-03-03') };
const EMPTY = { on: null };
const decided = (on: string) => ({ ...LAWFUL, decidedOn: day(on), served: DONE, published: DONE, recordFiled: DONE });

describe('随时间变化的判断：送达E01、公示P01、备案B01（处罚法第六十一条、第八十五条）', () => {
  it('空着的送达日期在期满次日才变', () => {
    const facts = { ...decided('2026-03-02'), served: EMPTY };
    expect(nextChange(facts, contextOn('2026-03-02'))).toBe('2026-03-12');
    expect(nextChange(facts, contextOn('2026-03-11'))).toBe('2026-03-12');
    expect(nextChange(facts, contextOn('2026-03-12'))).toBeNull();
    expect(judge(TIMED_RULES, facts, contextOn('2026-03-11')).doubts).toEqual([]);
    expect(judge(TIMED_RULES, facts, contextOn('2026-03-12')).doubts.map((d) => d.rule.id)).toEqual(['E01']);
  });

  it('两次未能送达的，公告可能正在进行：七个工作日内发出的公告满三十日仍未送达才变（民事诉讼法第九十五条）', () => {
    const facts = { ...decided('2026-03-02'), served: { on: null, tries: 2 } };
    expect(nextChange(facts, contextOn('2026-03-02'))).toBe('2026-03-12');
    const change = nextChange(facts, contextOn('2026-03-12'));
    expect(change).toBe('2026-04-12');
    const found = (today: string) => judge(TIMED_RULES, facts, contextOn(today)).doubts.map((d) => d.rule.id);
    expect([found('2026-03-12'), found('2026-04-11'), found('2026-04-12')]).toEqual([[], [], ['E01']]);
    expect(nextChange(facts, contextOn('2026-04-12'))).toBeNull();
  });

  it('其间有清明假期的，顺着工作日后延', () => {
    expect(nextChange({ ...decided('2026-03-31'), published: EMPTY }, contextOn('2026-04-01'))).toBe('2026-04-11');
  });

  it('几项都空着的，取最早的一日；已填或者没有这一栏的不再变', () => {
    const facts = { ...decided('2026-03-02'), served: EMPTY, recordFiled: EMPTY };
    expect(nextChange(facts, contextOn('2026-03-02'))).toBe('2026-03-12');
    expect(nextChange(facts, contextOn('2026-03-17'))).toBe('2026-03-18');
    expect(nextChange(facts, contextOn('2026-03-18'))).toBeNull();
    expect(nextChange(decided('2026-03-02'), contextOn('2026-03-02'))).toBeNull();
    expect(nextChange({ ...decided('2026-03-02'), served: null }, contextOn('2026-03-02'))).toBeNull();
  });

  it('十五日的末日是星期六的，顺延到星期一，星期二才变', () => {
    expect(nextChange({ ...decided('2026-03-06'), recordFiled: EMPTY }, contextOn('2026-03-23'))).toBe('2026-03-24');
    expect(nextChange({ ...decided('2026-03-06'), recordFiled: EMPTY }, contextOn('2026-03-24'))).toBeNull();
  });

  it('变更、撤销后尚未撤回公示的，第三个工作日的次日变（处罚法第四十八条）；已撤回、没有变更的不变', () => {
    const undone = (offlineOn: string | null) => ({
      ...decided('2026-03-02'),
      undone: { effectOn: day('2026-03-02'), offlineOn: offlineOn === null ? null : day(offlineOn), reasonGiven: false },
    });
    expect(nextChange(undone(null), contextOn('2026-03-02'))).toBe('2026-03-06');
    expect(nextChange(undone(null), contextOn('2026-03-05'))).toBe('2026-03-06');
    expect(nextChange(undone(null), contextOn('2026-03-06'))).toBeNull();
    expect(nextChange(undone('2026-03-04'), contextOn('2026-03-02'))).toBeNull();
    expect(nextChange({ ...decided('2026-03-02'), undone: 'stands' }, contextOn('2026-03-02'))).toBeNull();
    expect(judge(TIMED_RULES, undone(null), contextOn('2026-03-05')).doubts).toEqual([]);
    expect(judge(TIMED_RULES, undone(null), contextOn('2026-03-06')).doubts.map((d) => d.rule.id)).toEqual(['P04']);
    const unloaded = { ...undone(null), undone: { effectOn: day('2026-12-31'), offlineOn: null, reasonGiven: false } };
    expect(nextChange(unloaded, contextOn('2027-01-05'))).toBe('2027-01-06');
    expect(nextChange(unloaded, contextOn('2027-04-03'))).toBeNull();
  });

  it('纠错以后没有重作、退还、报告的，各自期满次日变，取最早的一日；已经办理的不变（O01）', () => {
    const owed = (redo: string | null, more: { readonly done?: string } = {}) => {
      const doneOn = more.done === undefined ? null : day(more.done);
      return {
        redressed: [
          {
            ...{ no: 1, via: '行政复议', effectOn: day('2026-03-02') },
            redo: { by: redo === null ? null : day(redo), doneOn },
            giveBack: { doneOn },
            pooled: true,
          },
        ],
        opinions: [{ no: 1, receivedOn: day('2026-03-02'), reportedOn: doneOn }],
        remade: null,
      };
    };
    expect(nextRedressChange(owed(null), contextOn('2026-03-02'))).toBe('2026-03-24');
    expect(nextRedressChange(owed('2026-03-10'), contextOn('2026-03-10'))).toBe('2026-03-11');
    expect(nextRedressChange(owed('2026-03-10'), contextOn('2026-03-24'))).toBe('2026-05-02');
    expect(nextRedressChange(owed(null), contextOn('2026-05-02'))).toBeNull();
    expect(nextRedressChange(owed(null, { done: '2026-03-05' }), contextOn('2026-03-05'))).toBeNull();
    const found = (today: string) => judge(TIMED_REDRESS_RULES, owed('2026-03-10'), contextOn(today)).doubts.map((d) => d.rule.id);
    expect([found('2026-03-10'), found('2026-03-11')]).toEqual([[], ['O01']]);
  });

  it('放假安排未载入的逐日再看，决定九十二日以后不再等；当时法律未载入的不看', () => {
    const facts = { ...decided('2026-12-28'), served: EMPTY };
    expect(nextChange(facts, contextOn('2027-03-30'))).toBe('2027-03-31');
    expect(nextChange(facts, contextOn('2027-03-31'))).toBeNull();
    expect(nextChange({ ...decided('2021-07-14'), served: EMPTY }, contextOn('2021-07-15'))).toBeNull();
  });
});
