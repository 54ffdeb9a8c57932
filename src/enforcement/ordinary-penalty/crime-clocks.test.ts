import { describe, expect, it } from 'vitest';
import type { Rehearsal } from '#testing/rehearsal';
import { CAST, type Input, investigated, SERVE, settled, TRANSFER } from './testing.ts';

const { head, handlerA, sealer } = CAST;
const CRIME: Input = { ...TRANSFER, criminal: true, reportedOn: '2026-06-01' };
const running = (r: Rehearsal) =>
  r
    .clocks()
    .filter(({ clock }) => ['KE-30', 'KE-31', 'KE-33'].includes(clock))
    .map(({ clock, dueOn, stoppedOn }) => [clock, dueOn, stoppedOn]);
const transferred = () => settled(settled(investigated().on('2026-06-03').does(head, 'transfer', CRIME), false).does(sealer, 'seal'));

describe('涉嫌犯罪移送的期限（行政执法机关移送涉嫌犯罪案件的规定第五条、第八条）', () => {
  it('自书面报告起三日内决定，决定以后二十四小时内移送，受移送机关三日内决定', () => {
    const at = transferred();
    expect(running(at)).toEqual([
      ['KE-30', '2026-06-04', '2026-06-03'],
      ['KE-31', '2026-06-04', null],
    ]);
    const sent = at.on('2026-06-04').does(handlerA, 'serve', { ...SERVE, receivedOn: '2026-06-04' });
    expect(running(sent)).toEqual([
      ['KE-30', '2026-06-04', '2026-06-03'],
      ['KE-31', '2026-06-04', '2026-06-04'],
      ['KE-33', '2026-06-07', null],
    ]);
    const decided = sent.on('2026-06-08').does(handlerA, 'transfer-decided', { decidedOn: '2026-06-07', words: '电话告知已经立案。' });
    expect(running(decided).at(-1)).toEqual(['KE-33', '2026-06-07', '2026-06-07']);
  });

  it('不涉嫌犯罪的移送没有这些期限；退回的以退回之日为送到之日，受移送机关的期限不再计算', () => {
    expect(running(investigated().does(head, 'transfer', TRANSFER))).toEqual([]);
    const back = transferred().on('2026-06-05').does(head, 'take-back', { reason: '不予受理，退回。' });
    expect(running(back)).toEqual([
      ['KE-30', '2026-06-04', '2026-06-03'],
      ['KE-31', '2026-06-04', '2026-06-05'],
    ]);
  });
});
