import { describe, expect, it } from 'vitest';
import type { Rehearsal } from '#testing/rehearsal';
import { A, B, C, CALL, CALL_SERVED, CAST, called, HELD, HOST } from './testing.ts';

const { handlerA, head } = CAST;

describe('举行听证时的主持人（处罚法第四十三条、第六十四条第四项）', () => {
  const day = (r: Rehearsal) => r.on('2026-06-16');
  const holding = (r: Rehearsal, outcome = 'held') => r.tries(handlerA, 'hold-hearing', { ...HELD, outcome });
  const asked = () => called().does(handlerA, 'ask-recusal', { officer: [HOST], by: '当事人', reason: '近亲属' });
  const decidedOn = (granted: boolean) => asked().does(head, 'decide-recusal', { no: 1, granted, reason: '已核实' });
  const again = (r: Rehearsal, host: string) => r.tries(handlerA, 'notify-hearing', { ...CALL, on: '2026-06-26', host: [host] });

  it('通知以后没有变化的可以举行；参与了调查的、被决定回避的，另定主持人重新通知才能举行', () => {
    expect(holding(day(called()))).toBeNull();
    const joined = called().does(head, 'replace-handlers', { handlers: [A, HOST], reason: '调岗' });
    const off = decidedOn(true);
    for (const at of [joined, off]) {
      const today = day(at);
      expect(holding(today)).toMatchObject({ refused: 'host-investigated', cite: { article: 64 } });
      expect(holding(today, 'withdrawn')).toBeNull();
      expect(today.tasks().map(({ act }) => act)).toContain('notify-hearing');
      expect(again(today, HOST)).toMatchObject({ refused: 'host-investigated' });
      const newly = today
        .does(handlerA, 'notify-hearing', { ...CALL, on: '2026-06-26', host: [C] })
        .does(handlerA, 'serve-hearing', { ...CALL_SERVED, receivedOn: '2026-06-16' });
      expect(newly.tasks().map(({ act }) => act)).toContain('hold-hearing');
      expect(holding(newly.on('2026-06-26'))).toBeNull();
    }
  });

  it('对主持人的回避申请没有决定的，先由负责人决定；驳回的可以举行；对其他人员的申请不影响举行', () => {
    expect(holding(day(asked()))).toMatchObject({ refused: 'host-recusal-open', cite: { article: 43 } });
    expect(
      day(asked())
        .tasks()
        .map(({ act }) => act),
    ).toContain('decide-recusal');
    expect(holding(day(decidedOn(false)))).toBeNull();
    const other = called().does(handlerA, 'ask-recusal', { officer: [B], by: '当事人', reason: '近亲属' });
    expect(holding(day(other))).toBeNull();
  });

  it('报来的照录，转为预警', () => {
    const told = day(asked()).reports(CAST.machine, 'hold-hearing', HELD, '2026-06-16');
    expect(told.stored.at(-1)?.frame.doubts).toEqual(['host-recusal-open']);
    expect(day(called()).reports(CAST.machine, 'hold-hearing', HELD, '2026-06-16').stored.at(-1)?.frame.doubts ?? []).toEqual([]);
  });
});
