import { describe, expect, it } from 'vitest';
import type { SupervisionDocument } from './model.ts';
import { CITY_BUREAU, DONE, handling, idsOf, PARTIAL, PASSED, received, rendered, reported, signed, UNIT } from './testing.ts';

const ALL_DONE = [
  { no: 1, ...DONE },
  { no: 2, ...DONE },
];
const paper = (results: readonly unknown[] = ALL_DONE) => ({
  results: results as never,
  summary: '已逐项处理。',
  scan: idsOf('报告扫描件'),
});
const state = (r: { state: unknown }) => r.state as SupervisionDocument;
const clock = (r: ReturnType<typeof received>, id: string) => r.clocks().find((c) => c.clock === id);

// Received on 1 September: day 30 is a holiday, the last day is 8 October; overdue from 9 October.
describe('平台停运期间交来的纸质报告按真实日期登记（细则第二十二条第一款）', () => {
  it('最后一日送达的在期限内：期限停在送达之日，已认定的逾期解除而保留记录', () => {
    const late = handling(received()).on('2026-10-12');
    expect(late.state.status).toBe('lapsed');
    const entered = late.reports(CITY_BUREAU.supervisorA, 'paper-report', paper(), '2026-10-08');
    expect(entered.state.status).toBe('verifying');
    expect(state(entered)).toMatchObject({
      lapsedOn: null,
      lapseLifted: { lapsedOn: '2026-10-09', reportedOn: '2026-10-08' },
      reports: [{ on: '2026-10-08', late: false, allDone: true }],
    });
    expect(clock(entered, 'KS-01')).toMatchObject({ dueOn: '2026-10-08', stoppedOn: '2026-10-08' });
    expect(entered.says).toContain('此前的逾期记录保留');
    expect(entered.acts).toContain('lapse');
    const closed = entered.does(CITY_BUREAU.supervisorB, 'verify', PASSED).does(CITY_BUREAU.supervisorA, 'close');
    expect(closed.on('2026-12-01').state.status).toBe('closed');
  });

  it('期满次日送达的不在期限内：只能作逾期报告补录，逾期认定不变', () => {
    const late = handling(received()).on('2026-10-12');
    expect(late.tries(CITY_BUREAU.supervisorA, 'paper-report', paper(), { reported: true, on: '2026-10-09' })).toMatchObject({
      refused: 'period-over',
      cite: { article: 22, paragraph: 1 },
    });
    const input = { results: ALL_DONE as never, summary: '已逐项处理。' };
    expect(late.tries(CITY_BUREAU.supervisorA, 'late-report', input)).toMatchObject({ refused: 'not-own-report' });
    const entered = late.reports(CITY_BUREAU.supervisorA, 'late-report', input, '2026-10-10');
    expect(entered.state.status).toBe('late-verifying');
    expect(state(entered)).toMatchObject({ lapsedOn: '2026-10-09', reports: [{ on: '2026-10-10', late: true }] });
  });

  it('期限内的纸质报告仍有问题未处理完毕的，逾期认定不变（细则第二十二条第二款）', () => {
    const late = handling(received()).on('2026-10-12');
    const half = late.reports(CITY_BUREAU.supervisorA, 'paper-report', paper([ALL_DONE[0], { no: 2, ...PARTIAL }]), '2026-10-08');
    expect(half.state.status).toBe('late-verifying');
    expect(state(half)).toMatchObject({ lapsedOn: '2026-10-09', reports: [{ on: '2026-10-08', allDone: false }] });
    expect(clock(half, 'KS-01')?.stoppedOn).toBeNull();
  });

  it('尚未逾期的直接转入整改核查；早于签收、漏列问题的不予登记', () => {
    const at = handling(received()).on('2026-09-20');
    expect(at.reports(CITY_BUREAU.supervisorA, 'paper-report', paper(), '2026-09-18').state.status).toBe('verifying');
    expect(at.tries(CITY_BUREAU.supervisorA, 'paper-report', paper(), { reported: true, on: '2026-08-31' })).toMatchObject({
      refused: 'before-receipt',
    });
    expect(at.tries(CITY_BUREAU.supervisorA, 'paper-report', paper([ALL_DONE[0]]), { reported: true })).toMatchObject({
      refused: 'unanswered',
    });
  });

  it('只由收到报告的机关登记，收文单位不能自行补录送达日期', () => {
    const at = handling(received()).on('2026-09-20');
    expect(at.tries(UNIT.head, 'paper-report', paper(), { reported: true })).toMatchObject({ refused: 'wrong-role' });
    expect(at.tries(UNIT.head, 'late-report', { summary: '…' }, { reported: true })).toMatchObject({ refused: 'wrong-state' });
    const late = handling(received()).on('2026-10-12');
    const input = { results: ALL_DONE as never, summary: '已逐项处理。' };
    expect(late.tries(UNIT.head, 'late-report', input, { reported: true, on: '2026-10-10' })).toMatchObject({ refused: 'may-not-report' });
    expect(late.tries(UNIT.head, 'late-report', input)).toBeNull();
  });
});

describe('补录的办理照实记录，缺法定条件的不生效力（细则第十六条、第二十二条）', () => {
  it('手工用印、送达、纸质签收按真实日期补录', () => {
    const sealed = signed({}, '2026-05-20')
      .on('2026-05-25')
      .reports(CITY_BUREAU.sealKeeper, 'seal-by-hand', { scan: idsOf('用印件') }, '2026-05-21');
    const served = rendered(sealed, true).reports(CITY_BUREAU.supervisorA, 'serve', {}, '2026-05-22');
    const slip = { mode: 'in-person', receiver: '收文员', slip: idsOf('送达回证') };
    const at = served.reports(CITY_BUREAU.supervisorA, 'serve-on-paper', slip, '2026-05-22');
    expect(state(at).letter).toMatchObject({ servedOn: '2026-05-22', receipt: { on: '2026-05-22', mode: 'in-person' } });
    expect(clock(at, 'KS-01')).toMatchObject({ dueOn: '2026-06-22' });
    expect(served.tries(CITY_BUREAU.supervisorA, 'serve-on-paper', slip, { reported: true, on: '2026-05-21' })).toMatchObject({
      refused: 'before-last-step',
    });
  });

  it('补录的现场核查只有一人持证的照实记录，但不销号；两人持证的销号', () => {
    const at = reported(handling(received()));
    const visit = (officers: readonly string[]) => ({ ...PASSED, onSite: true, officers: idsOf(...officers) });
    const one = at.reports(CITY_BUREAU.supervisorA, 'verify', visit(['市司法局监督员甲', '市司法局监督员丙']), '2026-09-01');
    expect(one.says).toContain('不作销号依据');
    expect(state(one).draft.problems.map((p) => p.clearedOn)).toEqual([null, null]);
    expect(one.tasks().map((t) => t.act)).toContain('verify');
    const two = at.reports(CITY_BUREAU.supervisorA, 'verify', visit(['市司法局监督员甲', '市司法局监督员乙']), '2026-09-01');
    expect(state(two).draft.problems.map((p) => p.clearedOn)).toEqual(['2026-09-01', '2026-09-01']);
  });
});
