import { describe, expect, it } from 'vitest';
import { DAYS_LADDER, localDate, readClock } from '#law';
import type { Rehearsal } from '#testing/rehearsal';
import { A, B, CAST, type Input, investigated, SERVE, settled, TRANSFER } from './testing.ts';

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

  const REPORT: Input = { officers: [A, B], facts: '数额较大。', papers: null };
  const KEEP: Input = { reason: '数额没有达到立案追诉标准。', decidedBy: null };
  const reported = () => investigated().does(handlerA, 'report-crime', REPORT);
  const toDecide = (r: Rehearsal) => r.tasks().find(({ key }) => key === 'crime-report');

  it('自提出移送报告起就计算，主要负责人的待办按此到期；决定不移送、决定移送的止', () => {
    expect(running(reported())).toEqual([['KE-30', '2026-06-04', null]]);
    expect(toDecide(reported())).toMatchObject({ act: 'transfer', roles: ['head'], clock: { id: 'KE-30', key: '' } });
    const kept = reported().on('2026-06-03').does(head, 'keep-crime', KEEP);
    expect([running(kept), toDecide(kept)]).toEqual([[['KE-30', '2026-06-04', '2026-06-03']], undefined]);
    const moved = reported()
      .on('2026-06-03')
      .does(head, 'transfer', { ...TRANSFER, criminal: true });
    expect(running(moved)[0]).toEqual(['KE-30', '2026-06-04', '2026-06-03']);
  });

  it('第三日（周末、假日照算）未逾期，第四日逾期', () => {
    const dueOn =
      reported()
        .clocks()
        .find(({ clock }) => clock === 'KE-30')?.dueOn ?? null;
    const due = { startedOn: localDate('2026-06-01'), dueOn, provisional: false };
    const lamp = (on: string) => readClock(due, DAYS_LADDER, localDate(on), null).lamp;
    expect([lamp('2026-06-03'), lamp('2026-06-04'), lamp('2026-06-05')]).toEqual(['yellow', 'yellow', 'red']);
  });

  it('决定不移送以后又报告的、退回以后又报告的，各算各的三日；报来的一样', () => {
    const again = reported().on('2026-06-02').does(head, 'keep-crime', KEEP).on('2026-06-09').does(handlerA, 'report-crime', REPORT);
    expect(running(again)).toEqual([
      ['KE-30', '2026-06-04', '2026-06-02'],
      ['KE-30', '2026-06-12', null],
    ]);
    expect(toDecide(again)).toMatchObject({ clock: { id: 'KE-30', key: '第2次报告' } });
    const back = transferred().on('2026-06-05').does(head, 'take-back', { reason: '不予受理，退回。' });
    expect(running(back.does(handlerA, 'report-crime', REPORT))).toEqual([
      ['KE-30', '2026-06-04', '2026-06-03'],
      ['KE-30', '2026-06-08', null],
      ['KE-31', '2026-06-04', '2026-06-05'],
    ]);
    const told = investigated().on('2026-06-10').reports(CAST.machine, 'report-crime', REPORT, '2026-06-01');
    expect(running(told)).toEqual([['KE-30', '2026-06-04', null]]);
    expect(running(told.reports(CAST.machine, 'keep-crime', { ...KEEP, decidedBy: 'chief' }, '2026-06-08'))).toEqual([
      ['KE-30', '2026-06-04', '2026-06-08'],
    ]);
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
