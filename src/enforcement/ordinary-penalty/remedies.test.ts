import { describe, expect, it } from 'vitest';
import { BAYANNUR_2026, type LocalDate } from '#law';
import { courtWindowFrom } from '#law/execution/urging';
import { CASE_RULES, judge } from '#law/rules/index';
import { asking } from '#testing/asking';
import type { Rehearsal } from '#testing/rehearsal';
import { due } from '#testing/running-clock';
import { carriedOut } from './facts-of-execution.ts';
import { EXECUTING_ROOM } from './lifecycle/execution.ts';
import type { OrdinaryPenalty } from './model.ts';
import {
  AMEND,
  APPLY,
  CAST,
  DECIDE,
  deliberating,
  disputed,
  fulfilled,
  type Input,
  performing,
  resulted,
  SERVE,
  STAGE,
  sent,
  urged,
} from './testing.ts';

const { handlerA, head, machine } = CAST;
const state = (r: Rehearsal) => r.state as OrdinaryPenalty;
const runs = (r: Rehearsal, family: string) =>
  r.clocks().flatMap(({ clock, key, dueOn, stoppedOn }) => (clock.startsWith(family) ? [[clock, key, dueOn, stoppedOn]] : []));
const window = (r: Rehearsal) => courtWindowFrom(EXECUTING_ROOM, state(r), STAGE);

describe('申请复议、起诉的期限（KE-26，行政复议法第二十条，行政诉讼法第四十五条、第四十六条）', () => {
  it('自收到决定书起：复议六十日，诉讼六个月；法院的三个月自最后一日起算', () => {
    expect(runs(performing(), 'KE-26')).toEqual([
      ['KE-26', '', '2026-07-31', null],
      ['KE-26-suit', '', '2026-12-01', null],
    ]);
    expect(window(performing())).toBe(due(performing(), 'KE-26-suit'));
  });

  it('六个月的最后一日不能申请法院，次日可以', () => {
    const asking = (day: string) => urged().on(day).tries(head, 'apply-court', APPLY);
    const last = due(urged(), 'KE-26-suit') ?? '';
    expect(last).toBe('2026-12-16');
    expect([asking(last), asking('2026-12-17')]).toMatchObject([{ refused: 'remedies-open' }, null]);
  });

  it('裁判在休息日生效的，不顺延：次日可以申请法院', () => {
    const judged = resulted(disputed(urged(), 'litigation').on('2026-09-19'), { outcome: 'dismissed', effectOn: '2026-09-19' });
    expect(window(judged)).toBe('2026-09-19');
    const asking = (day: string) => judged.on(day).tries(head, 'apply-court', APPLY);
    expect([asking('2026-09-19'), asking('2026-09-20')]).toMatchObject([{ refused: 'remedies-open' }, null]);
  });

  it('申请复议的止于申请，决定以后十五日内可以起诉；撤回的、不予受理的原期限照旧', () => {
    const going = disputed(performing().on('2026-06-10'));
    expect(runs(going, 'KE-26')).toEqual([
      ['KE-26', '', '2026-07-31', '2026-06-10'],
      ['KE-26-suit', '', '2026-12-01', '2026-06-10'],
    ]);
    const upheld = resulted(going.on('2026-07-10'), { outcome: 'upheld' });
    expect(runs(upheld, 'KE-26').at(-1)).toEqual(['KE-26-after', '第1项', '2026-07-27', null]);
    expect(window(upheld)).toBe(due(upheld, 'KE-26-after'));
    const suing = disputed(upheld.on('2026-07-20'), 'litigation', '临河区人民法院');
    expect(runs(suing, 'KE-26').at(-1)).toEqual(['KE-26-after', '第1项', '2026-07-27', '2026-07-20']);
    const withdrawn = resulted(going.on('2026-07-10'), { outcome: 'withdrawn', documentNumber: null });
    expect(runs(withdrawn, 'KE-26')).toEqual(runs(performing(), 'KE-26'));
    const applied: Input = { way: 'reconsideration', appliedOn: '2026-06-10', body: '区政府', papers: null };
    const refused: Input = { no: 1, accepted: false, on: '2026-06-12', caseNumber: null, copyOn: null, isSimple: false };
    const declined = performing().on('2026-06-12').does(handlerA, 'dispute', applied).does(handlerA, 'dispute-accepted', refused);
    expect(runs(declined, 'KE-26')).toEqual(runs(performing(), 'KE-26'));
  });

  it('本机关撤销决定、结案的，不再计算', () => {
    const amended = sent(performing().does(head, 'correct-own', { ...AMEND, redoBy: null }));
    expect(runs(amended, 'KE-26').map(([, , , stoppedOn]) => stoppedOn)).toEqual(['2026-06-01', '2026-06-01']);
    const closed = fulfilled()
      .does(handlerA, 'publish', { on: '2026-06-01', where: '执法公示平台' })
      .does(head, 'close', { summary: '同意结案。' });
    expect(runs(closed, 'KE-26').map(([, , , stoppedOn]) => stoppedOn)).toEqual(['2026-06-01', '2026-06-01']);
  });

  it('原决定书没有载明复议权利、期限的，最长一年，法院的三个月也自一年届满起算；载明的照常', () => {
    const told = (states: readonly string[]) =>
      deliberating()
        .reports(machine, 'decide', { ...DECIDE, ownNumber: '自1号', states: [...states] }, '2026-06-01')
        .reports(machine, 'serve', SERVE, '2026-06-01');
    const parts = ['party', 'facts', 'kinds', 'performance', 'organ', 'seal'];
    const untold = told(parts);
    expect(runs(untold, 'KE-26')).toEqual([['KE-26-untold', '', '2027-06-01', null]]);
    expect(window(untold)).toBe('2027-06-01');
    expect(runs(told([...parts, 'remedies']), 'KE-26')).toEqual(runs(performing(), 'KE-26'));
  });
});

describe('没有作出决定就结束的复议、诉讼：三个月不早于其结束起算，原期限照旧（行政强制法第五十三条，行政复议法第四十一条）', () => {
  const asking = (r: Rehearsal, day: string) => r.on(day).tries(head, 'apply-court', APPLY);
  const upheld = resulted(disputed(urged()).on('2026-08-04'), { outcome: 'upheld' });
  const suing = disputed(upheld.on('2026-08-10'), 'litigation', '临河区人民法院').on('2026-12-01');
  const doubted = (r: Rehearsal, today: string): boolean => {
    const context = {
      profile: BAYANNUR_2026,
      calendar: { ...STAGE.calendar, loadedYears: new Set([2026, 2027]) },
      today: today as LocalDate,
    };
    const rules = CASE_RULES.filter(({ id }) => id === 'E07');
    return judge(rules, carriedOut(state(r), context) as never, context).doubts.length > 0;
  };
  const ending = (outcome: string, effectOn = '2026-09-15') => resulted(suing, { no: 2, outcome, effectOn });

  it('维持以后起诉又撤诉的：撤诉当日不能申请，次日可以；三个月届满当日（KE-15）没有疑点，次日有（E07）', () => {
    expect(asking(suing, '2026-12-01')).toMatchObject({ refused: 'disputed' });
    const withdrawn = ending('withdrawn');
    expect([window(upheld), window(withdrawn)]).toEqual(['2026-08-19', '2026-09-15']);
    expect(due(withdrawn, 'KE-15')).toBe('2026-12-15');
    const late = ending('withdrawn', '2026-12-01');
    expect([asking(late, '2026-12-01'), asking(late, '2026-12-02')]).toMatchObject([{ refused: 'remedies-open' }, null]);
    expect([doubted(withdrawn, '2026-12-15'), doubted(withdrawn, '2026-12-16')]).toEqual([false, true]);
  });

  it('复议终止、诉讼终结的同，原期限照旧（行政复议法第四十一条）', () => {
    const ended = ending('ended');
    expect([window(ended), due(ended, 'KE-15'), asking(ending('ended', '2026-12-01'), '2026-12-01')]).toMatchObject([
      ...['2026-09-15', '2026-12-15'],
      { refused: 'remedies-open' },
    ]);
    const going = disputed(performing().on('2026-06-10'));
    const terminated = resulted(going.on('2026-07-10'), { outcome: 'ended' });
    expect([runs(terminated, 'KE-26'), window(terminated)]).toEqual([runs(performing(), 'KE-26'), '2026-12-01']);
    expect(
      resulted(going.on('2026-12-11'), { outcome: 'ended' })
        .clocks()
        .find((c) => c.clock === 'KE-15')?.dueOn,
    ).toBe('2027-03-11');
  });

  it('不予立案的诉讼同；复议决定以后十五日还没有届满就撤诉的，仍自十五日届满起算', () => {
    const filed = upheld.on('2026-08-10').does(handlerA, 'dispute', {
      ...{ way: 'litigation', appliedOn: '2026-08-10', body: '临河区人民法院', papers: null },
    });
    const declining = (on: string) =>
      filed.on(on).does(handlerA, 'dispute-accepted', { no: 2, accepted: false, on, caseNumber: null, copyOn: null, isSimple: false });
    expect([window(declining('2026-08-18')), window(declining('2026-08-20'))]).toEqual(['2026-08-19', '2026-08-20']);
    expect([window(ending('withdrawn', '2026-08-18')), window(ending('withdrawn', '2026-08-20'))]).toEqual(['2026-08-19', '2026-08-20']);
  });

  it('六个月起诉期限以内撤回复议的，仍自六个月届满起算；届满以后撤回的，自撤回之日起算', () => {
    const withdrawing = (on: string) => resulted(disputed(urged()).on(on), { outcome: 'withdrawn', documentNumber: null });
    expect([window(withdrawing('2026-12-15')), window(withdrawing('2026-12-17'))]).toEqual(['2026-12-16', '2026-12-17']);
  });
});

describe('本机关变更处罚的，救济期限自收到变更决定书另行起算（处罚法第七十五条，行政复议法第二十条，行政诉讼法第四十六条）', () => {
  const lighter: Input = { kinds: ['CF03'], fine: 100_000, income: null, goods: null, content: '罚款1,000元。' };
  const changing = (r: Rehearsal, more: Input = {}) =>
    sent(r.does(head, 'correct-own', { ...AMEND, undoing: 'changed', ...lighter, ...more }));
  const asking = (r: Rehearsal, day: string) => r.on(day).tries(head, 'apply-court', APPLY);
  const changed = changing(performing().on('2026-06-22'));

  it('原期限止于变更，六十日、六个月自变更决定书送达起算；法院的三个月同，运行另起一项', () => {
    expect(runs(changed, 'KE-26')).toEqual([
      ['KE-26', '', '2026-07-31', '2026-06-22'],
      ['KE-26', '第1项纠错变更后', '2026-08-21', null],
      ['KE-26-suit', '', '2026-12-01', '2026-06-22'],
      ['KE-26-suit', '第1项纠错变更后', '2026-12-22', null],
    ]);
    expect(window(changed)).toBe('2026-12-22');
    expect(runs(changed, 'KE-15').map(([, key]) => key)).toEqual(['第1次变动后']);
    const twice = changing(changed.on('2026-07-01'), { ...lighter, fine: 50_000, via: 'supervision' });
    expect(runs(twice, 'KE-26-suit').map(([, key, , stoppedOn]) => [key, stoppedOn])).toEqual([
      ['', '2026-06-22'],
      ['第1项纠错变更后', '2026-07-01'],
      ['第2项纠错变更后', null],
    ]);
    expect(window(twice)).toBe('2027-01-01');
  });

  it('新的六个月届满当日不能申请法院，次日可以；原期限的三个月届满以后变更的，不再是逾期', () => {
    const late = changing(urged().on('2026-08-10'));
    expect([asking(urged(), '2026-12-17'), asking(late, '2026-12-17')]).toMatchObject([null, { refused: 'remedies-open' }]);
    // 2027-02-10 is a Wednesday.
    expect([asking(late, '2027-02-10'), asking(late, '2027-02-11')]).toMatchObject([{ refused: 'remedies-open' }, null]);
    const after = changing(urged().on('2027-03-22'));
    expect([asking(after, '2027-09-22'), asking(after, '2027-09-23')]).toMatchObject([{ refused: 'remedies-open' }, null]);
  });

  it('复议变更的不另行起算；变更以前申请、以后决定的复议不缩短新的期限，变更以后申请的照常十五日', () => {
    const byAbove = resulted(disputed(performing()).on('2026-06-22'), { outcome: 'changed', cause: 'discretion', ...lighter });
    expect([runs(byAbove, 'KE-26-suit').length, window(byAbove)]).toEqual([1, '2026-07-07']);
    const before = changing(disputed(performing()).on('2026-06-22'));
    expect(window(resulted(before.on('2026-07-10'), {}))).toBe('2026-12-22');
    expect(runs(before, 'KE-26').map(([clock, key, , stoppedOn]) => [clock, key, stoppedOn])).toEqual([
      ['KE-26', '', '2026-06-01'],
      ['KE-26', '第1项纠错变更后', null],
      ['KE-26-suit', '', '2026-06-01'],
      ['KE-26-suit', '第1项纠错变更后', null],
    ]);
    expect(window(resulted(disputed(changed.on('2026-06-23')).on('2026-07-10'), {}))).toBe('2026-07-27');
  });

  it('原决定书没有告知的，变更决定书已经告知：自变更起六十日、六个月', () => {
    const untold = deliberating()
      .reports(machine, 'decide', { ...DECIDE, ownNumber: '自1号', states: ['party', 'facts', 'kinds', 'performance'] }, '2026-06-01')
      .reports(machine, 'serve', SERVE, '2026-06-01');
    const told = changing(untold.on('2026-06-22'));
    expect(runs(told, 'KE-26').map(([clock, key, dueOn]) => [clock, key, dueOn])).toEqual([
      ['KE-26', '第1项纠错变更后', '2026-08-21'],
      ['KE-26-untold', '', '2027-06-01'],
      ['KE-26-suit', '第1项纠错变更后', '2026-12-22'],
    ]);
  });
});

describe('行政复议决定的期限，复议机关的期限（KE-28，行政复议法第六十二条）', () => {
  const at = (isSimple: boolean) =>
    performing()
      .on('2026-06-10')
      .does(handlerA, 'dispute', { way: 'reconsideration', appliedOn: '2026-06-10', body: '区政府', papers: null })
      .does(handlerA, 'dispute-accepted', { no: 1, accepted: true, on: '2026-06-10', caseNumber: null, copyOn: null, isSimple });
  const extended = (more: Input = {}): Input => ({ no: 1, on: '2026-08-05', days: 30, papers: null, ...more });

  it('自受理起六十日，简易程序三十日；诉讼没有；决定的止', () => {
    expect(runs(at(false), 'KE-28')).toEqual([['KE-28', '第1项', '2026-08-10', null]]);
    expect(runs(at(true), 'KE-28')).toEqual([['KE-28-simple', '第1项', '2026-07-10', null]]);
    expect(runs(disputed(performing(), 'litigation'), 'KE-28')).toEqual([]);
    expect(runs(resulted(at(false).on('2026-08-09'), {}), 'KE-28')).toEqual([['KE-28', '第1项', '2026-08-10', '2026-08-09']]);
  });

  it('延长最多三十日，只延一次；简易程序、诉讼、没有受理的不能延长', () => {
    const late = at(false).on('2026-08-05');
    const twenty = late.does(handlerA, 'dispute-extended', extended({ days: 20 }));
    expect(runs(twenty, 'KE-28')).toEqual([
      ['KE-28', '第1项', '2026-08-10', '2026-08-05'],
      // 2026-08-29 is a Saturday: 民诉法85, 复议法88.
      ['KE-28-extended', '第1项', '2026-08-31', null],
    ]);
    expect(runs(late.does(handlerA, 'dispute-extended', extended()), 'KE-28').at(-1)).toEqual([
      'KE-28-extended',
      '第1项',
      '2026-09-08',
      null,
    ]);
    expect(() => late.tries(handlerA, 'dispute-extended', extended({ days: 31 }))).toThrow('延长');
    expect(twenty.tries(handlerA, 'dispute-extended', extended())).toMatchObject({ refused: 'extended', cite: { article: 62 } });
    expect(
      at(true)
        .on('2026-07-05')
        .tries(handlerA, 'dispute-extended', extended({ on: '2026-07-05' })),
    ).toMatchObject({ refused: 'is-simple' });
    const suit = disputed(performing(), 'litigation').on('2026-08-05');
    expect(suit.tries(handlerA, 'dispute-extended', extended())).toMatchObject({ refused: 'not-accepted' });
    expect(late.tries(handlerA, 'dispute-extended', extended({ no: 2 }))).toMatchObject({ refused: 'no-dispute' });
    expect(late.tries(handlerA, 'dispute-extended', extended({ on: '2026-06-09' }))).toMatchObject({ refused: 'day-before' });
  });

  const suspended = (on: string, more: Input = {}): Input => ({ no: 1, on, ground: 'other-case', reason: null, papers: null, ...more });
  const resumed = (on: string): Input => ({ no: 1, on, papers: null });
  /** Accepted on 2026-06-10, suspended from 2026-07-01. */
  const paused = (isSimple = false) => at(isSimple).on('2026-07-01').does(handlerA, 'dispute-suspended', suspended('2026-07-01'));

  it('中止之日停止计算，恢复审理后扣除中止的日数；延长后中止的也扣除（行政复议法第三十九条；待核定）', () => {
    expect(runs(paused(), 'KE-28')).toEqual([['KE-28', '第1项', '2026-08-10', '2026-07-01']]);
    const again = paused().on('2026-07-11').does(handlerA, 'dispute-resumed', resumed('2026-07-11'));
    // Sixty days and ten: 2026-08-19.
    expect(runs(again, 'KE-28')).toEqual([['KE-28', '第1项，扣除中止10日', '2026-08-19', null]]);
    const simple = paused(true).on('2026-07-11').does(handlerA, 'dispute-resumed', resumed('2026-07-11'));
    expect(runs(simple, 'KE-28')).toEqual([['KE-28-simple', '第1项，扣除中止10日', '2026-07-20', null]]);
    const twice = again
      .on('2026-08-01')
      .does(handlerA, 'dispute-suspended', suspended('2026-08-01'))
      .on('2026-08-06')
      .does(handlerA, 'dispute-resumed', resumed('2026-08-06'));
    expect(runs(twice, 'KE-28')).toEqual([['KE-28', '第1项，扣除中止15日', '2026-08-24', null]]);
    const late = twice.on('2026-08-20').does(handlerA, 'dispute-extended', extended({ on: '2026-08-20', days: 20 }));
    expect(runs(late, 'KE-28')).toEqual([
      ['KE-28', '第1项，扣除中止15日', '2026-08-24', '2026-08-20'],
      ['KE-28-extended', '第1项，扣除中止15日', '2026-09-14', null],
    ]);
    const stopped = late.on('2026-09-01').does(handlerA, 'dispute-suspended', suspended('2026-09-01'));
    expect(runs(stopped, 'KE-28').at(-1)).toEqual(['KE-28-extended', '第1项，扣除中止15日', '2026-09-14', '2026-09-01']);
  });

  it('中止期间作出决定、撤回的，期限止于中止之日；城市规定照算的不停、不扣', () => {
    const ended = resulted(paused().on('2026-09-10'), { outcome: 'withdrawn' });
    expect(runs(ended, 'KE-28')).toEqual([['KE-28', '第1项', '2026-08-10', '2026-07-01']]);
    const counted = paused().under(asking('KE-28.without-suspension', 0));
    expect(runs(counted, 'KE-28')).toEqual([['KE-28', '第1项', '2026-08-10', null]]);
    const again = counted.on('2026-07-11').does(handlerA, 'dispute-resumed', resumed('2026-07-11'));
    expect(runs(again, 'KE-28')).toEqual([['KE-28', '第1项', '2026-08-10', null]]);
  });

  it('只中止已经受理、没有中止的复议，自受理之日起可以；中止以后才恢复，当日可以；中止的待办是恢复审理', () => {
    const early = at(false).on('2026-07-05');
    const tried = (input: Input, from = early) => from.tries(handlerA, 'dispute-suspended', input);
    expect(tried(suspended('2026-06-10'))).toBeNull();
    expect(tried(suspended('2026-06-09'))).toMatchObject({ refused: 'day-before', cite: { article: 39 } });
    expect(tried(suspended('2026-07-05'))).toBeNull();
    expect(tried(suspended('2026-07-06'))).toMatchObject({ refused: 'day-ahead' });
    expect(tried(suspended('2026-07-05', { no: 2 }))).toMatchObject({ refused: 'no-dispute' });
    expect(tried(suspended('2026-07-05'), paused().on('2026-07-05'))).toMatchObject({ refused: 'suspended', cite: { article: 39 } });
    const suit = disputed(performing(), 'litigation').on('2026-07-05');
    expect(tried(suspended('2026-07-05'), suit)).toMatchObject({ refused: 'not-accepted' });
    const resuming = (on: string, from = paused().on('2026-07-05')) => from.tries(handlerA, 'dispute-resumed', resumed(on));
    expect(resuming('2026-06-30')).toMatchObject({ refused: 'day-before', cite: { article: 39 } });
    expect(resuming('2026-07-01')).toBeNull();
    expect(resuming('2026-07-06')).toMatchObject({ refused: 'day-ahead' });
    expect(resuming('2026-07-05', early)).toMatchObject({ refused: 'not-suspended', cite: { article: 39 } });
    const acts = (r: Rehearsal) => r.tasks().map(({ act }) => act);
    expect(acts(paused())).toContain('dispute-resumed');
    expect(acts(paused().does(handlerA, 'dispute-resumed', resumed('2026-07-01')))).toContain('dispute-ended');
    const back = paused().on('2026-07-11').does(handlerA, 'dispute-resumed', resumed('2026-07-11'));
    expect(back.tries(handlerA, 'dispute-suspended', suspended('2026-07-10'))).toMatchObject({ refused: 'day-before' });
    expect(back.tries(handlerA, 'dispute-suspended', suspended('2026-07-11'))).toBeNull();
  });
});
