import { describe, expect, it } from 'vitest';
import { addDays, localDate, SECOND_CITY } from '#law';
import { testCalendar } from '#testing/rehearsal';
import { CITY_BUREAU, DONE, FAILED, handling, PARTIAL, received, reported, STAGE, UNIT } from './testing.ts';

const due = (r: ReturnType<typeof received>, clock = 'KS-01') => r.clocks().find((c) => c.clock === clock);
const A_HALF: Parameters<typeof reported>[1] = [
  { no: 1, ...DONE },
  { no: 2, ...PARTIAL },
];

describe('自收到之日起三十日内书面报告处理结果（细则第二十二条第一款）', () => {
  it.each([
    ['2026-06-01', '2026-07-01', '第30日为工作日'],
    ['2026-07-17', '2026-08-17', '第30日(8月16日)为星期日，顺延至星期一'],
    ['2026-09-01', '2026-10-08', '第30日(10月1日)为国庆放假日，顺延至放假结束次日'],
    ['2026-09-10', '2026-10-10', '第30日(10月10日)为星期六，但调休上班，不顺延'],
  ])('%s签收，%s届满：%s', (receivedOn, dueOn) => {
    const at = received(receivedOn);
    expect(due(at)?.dueOn).toBe(dueOn);
    expect(handling(at).on(dueOn).state.status).toBe('handling');
    const after = handling(at).on(addDays(localDate(dueOn), 1));
    expect(after.state).toMatchObject({ status: 'lapsed', lapsedOn: addDays(localDate(dueOn), 1) });
  });

  it('第二市为十五日，顺延规则不同：只顺延放假日，不顺延周末', () => {
    const stage = { ...STAGE, profile: SECOND_CITY };
    expect(due(received('2026-08-31', {}, stage))?.dueOn).toBe('2026-09-15');
    expect(due(received('2026-09-04', {}, stage))?.dueOn).toBe('2026-09-19');
    expect(due(received('2026-09-16', {}, stage))?.dueOn).toBe('2026-10-08');
  });

  it('放假安排未载入的年度，到期日暂定，不认定逾期', () => {
    const stage = { ...STAGE, calendar: { ...testCalendar({}), loadedYears: new Set<number>() } };
    expect(handling(received('2026-09-01', {}, stage)).on('2026-12-01').state.status).toBe('handling');
  });

  it('发文机关另定的日期早于法定期限的，以另定的日期为准；另定日期以后才签收的，仍为三十日', () => {
    const at = handling(received('2026-09-01', { ownDate: '2026-09-15' }));
    expect(due(at)?.dueOn).toBe('2026-09-15');
    expect(at.on('2026-09-15').state.status).toBe('handling');
    expect(at.on('2026-09-16').state.status).toBe('lapsed');
    expect(due(received('2026-09-20', { ownDate: '2026-09-15' }))?.dueOn).toBe('2026-10-20');
  });

  it.each(['proposing', 'assigning', 'handling', 'legal-review', 'report-signing'])('收文单位停在“%s”的，期满同样逾期', (status) => {
    const steps = [
      (r: ReturnType<typeof received>) => r.does(UNIT.receiver, 'propose', { proposal: '请办' }),
      (r: ReturnType<typeof received>) => r.does(UNIT.head, 'assign', { order: '办' }),
      (r: ReturnType<typeof received>) =>
        r.does(UNIT.handler, 'handle', { results: A_HALF ?? [] }).does(UNIT.handler, 'submit-report', { summary: '部分完成' }),
      (r: ReturnType<typeof received>) => r.does(UNIT.legalOffice, 'legal-check', { opinion: '同意' }),
    ];
    let at = received();
    for (const step of steps) if (at.state.status !== status) at = step(at);
    expect(at.state.status).toBe(status);
    expect(at.on('2026-10-08').state.status).toBe(status);
    expect(at.on('2026-10-09').state.status).toBe('lapsed');
  });

  it('逾期的法律日期是到期次日，无论平台何时发现', () => {
    expect(handling(received()).on('2026-11-20').state).toMatchObject({ lapsedOn: '2026-10-09' });
  });
});

describe('第二十二条第二款看的是是否作出处理，不是是否回话', () => {
  it('报告各项均已处理的，停止计算；仍有未处理的，期限继续，届满为逾期', () => {
    const all = reported(handling(received()).on('2026-10-08'));
    expect(due(all)).toMatchObject({ stoppedOn: '2026-10-08' });
    expect(all.on('2026-10-20').state.status).toBe('verifying');
    const part = reported(handling(received()).on('2026-09-20'), A_HALF);
    expect(due(part)).toMatchObject({ stoppedOn: null });
    expect(part.on('2026-10-08').state.status).toBe('verifying');
    expect(part.on('2026-10-09').state.status).toBe('lapsed');
  });

  it('期限内退回的，剩余日数继续计算，不另定日期', () => {
    const failed = reported(handling(received()).on('2026-09-20')).does(CITY_BUREAU.supervisorB, 'verify', FAILED);
    expect(
      failed.on('2026-10-08').tries(CITY_BUREAU.supervisorB, 'return-report', { reason: '不合格', until: '2026-10-20' }),
    ).toMatchObject({
      refused: 'days-remain',
    });
    const back = failed.on('2026-10-08').does(CITY_BUREAU.supervisorB, 'return-report', { reason: '不合格' });
    expect(due(back)).toMatchObject({ dueOn: '2026-10-08', stoppedOn: null });
    expect(back.on('2026-10-09').state.status).toBe('lapsed');
    const again = reported(back, [{ no: 2, ...DONE }]);
    expect(due(again)).toMatchObject({ stoppedOn: '2026-10-08' });
    expect(again.on('2026-10-20').state.status).toBe('verifying');
  });

  it('期限后退回的，由发文机关另定日期，至多十五日；届满未处理为逾期（细则第二十二条第二款）', () => {
    const failed = reported(handling(received()).on('2026-10-08')).does(CITY_BUREAU.supervisorB, 'verify', FAILED).on('2026-10-09');
    const back = (until: string | null) => failed.tries(CITY_BUREAU.supervisorB, 'return-report', { reason: '不合格', until });
    expect(back(null)).toMatchObject({ refused: 'date-missing' });
    expect(back('2026-10-09')).toMatchObject({ refused: 'date-past' });
    expect(back('2026-10-25')).toMatchObject({ refused: 'date-far' });
    expect(back('2026-10-24')).toBeNull();
    const again = failed.does(CITY_BUREAU.supervisorB, 'return-report', { reason: '不合格', until: '2026-10-20' });
    expect(due(again, 'KS-58')).toMatchObject({ dueOn: '2026-10-20' });
    expect(due(again)).toMatchObject({ stoppedOn: '2026-10-08' });
    expect(again.on('2026-10-20').state.status).toBe('handling');
    expect(again.on('2026-10-21').state).toMatchObject({ status: 'lapsed', lapsedOn: '2026-10-21' });
    const answered = reported(again, [{ no: 2, ...DONE }]);
    expect(answered.on('2026-10-30').state.status).toBe('verifying');
  });

  it('只退回一次；再不合格的，期限届满后由发文机关认定逾期未处理', () => {
    const first = reported(handling(received()).on('2026-09-10')).does(CITY_BUREAU.supervisorB, 'verify', FAILED);
    const second = reported(first.does(CITY_BUREAU.supervisorB, 'return-report', { reason: '不合格' }), [{ no: 2, ...DONE }]).does(
      CITY_BUREAU.supervisorB,
      'verify',
      { results: [{ no: 2, outcome: 'failed', opinion: '仍缺' }], onSite: false },
    );
    expect(second.tries(CITY_BUREAU.supervisorB, 'return-report', { reason: '再退' })).toMatchObject({ refused: 'returned-once' });
    const declare = (day: string) => second.on(day).tries(CITY_BUREAU.head, 'declare-unhandled', { reason: '两次核查不合格' });
    expect(declare('2026-10-08')).toMatchObject({ refused: 'period-running', cite: { article: 22, paragraph: 2 } });
    expect(declare('2026-10-09')).toBeNull();
  });
});
