import { describe, expect, it } from 'vitest';
import { rehearse } from '#testing/rehearsal';
import type { OrdinaryPenalty } from './model.ts';
import { CAST, CLUE, concluded, filed, KIND, OWN, PROPOSAL, proposed, QUESTION, STAGE } from './testing.ts';

const { handlerA, head, machine } = CAST;
const FILE = { opinion: null, ...OWN };
type At = ReturnType<typeof proposed>;
const doubtsOf = (r: At): readonly string[] => r.stored.at(-1)?.frame.doubts ?? [];
const late = (r: At): readonly unknown[] => (r.state as OrdinaryPenalty).told?.late ?? [];

describe('平台办理的案件，不以补录代替本人办理（细则第三条第二款）', () => {
  it('承办人补录负责人的审批：照录，留下问题；自有系统报来的、负责人本人办理的没有', () => {
    expect(doubtsOf(proposed().reports(handlerA, 'file', { ...FILE, ownNumber: '立1号' }, '2026-06-01'))).toEqual(['told-by-handler']);
    expect(doubtsOf(proposed().reports(machine, 'file', { ...FILE, ownNumber: '立1号' }, '2026-06-01'))).toEqual([]);
    expect(doubtsOf(proposed().does(head, 'file', FILE))).toEqual([]);
    const skipped = concluded().reports(handlerA, 'skip-review', { reason: '不属于应当审核的情形。' }, '2026-06-01');
    expect([skipped.state.status, doubtsOf(skipped)]).toEqual(['notifying', ['told-by-handler']]);
  });

  it('承办人自己的事项、一开始就是补录的案件没有', () => {
    expect(doubtsOf(filed().reports(handlerA, 'question', QUESTION, '2026-06-01'))).toEqual([]);
    const paper = rehearse(KIND, STAGE, '2026-06-01').reports(handlerA, 'open', CLUE, '2026-06-01');
    const told = paper.reports(handlerA, 'propose-filing', PROPOSAL, '2026-06-01');
    expect(doubtsOf(told.reports(handlerA, 'file', { ...FILE, ownNumber: '立1号' }, '2026-06-01'))).toEqual([]);
  });

  it('补录的日期早于录入日期的，与办理一样计入迟延录入（I09）；自有系统的录入日期不知道，不计', () => {
    const on = (day: string) => proposed().on(day);
    expect(late(on('2026-06-05').reports(handlerA, 'file', { ...FILE, ownNumber: '立1号' }, '2026-06-01'))).toMatchObject([
      { on: '2026-06-01', recordedOn: '2026-06-05' },
    ]);
    expect(late(on('2026-06-05').reports(machine, 'file', { ...FILE, ownNumber: '立1号' }, '2026-06-01'))).toEqual([]);
    expect(late(on('2026-06-01').reports(handlerA, 'file', { ...FILE, ownNumber: '立1号' }, '2026-06-01'))).toEqual([]);
  });
});
