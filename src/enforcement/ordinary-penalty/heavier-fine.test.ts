import { describe, expect, it } from 'vitest';
import { BAYANNUR_2026, type LocalDate } from '#law';
import type { Rehearsal } from '#testing/rehearsal';
import { carriedOut } from './facts-of-execution.ts';
import type { OrdinaryPenalty } from './model.ts';
import {
  APPLY,
  CAST,
  deferTo,
  disputed,
  fulfilled,
  type Input,
  inParts,
  OWN,
  PAY,
  performing,
  resulted,
  STAGE,
  sent,
  urged,
} from './testing.ts';

const { handlerA, deputy, head } = CAST;
/** A fine of 2,000 yuan received on 2026-06-01, disputed on the 10th; the change takes effect on 2026-07-10, and adds from the 11th on. */
const changed = (fine: number, r: Rehearsal = performing()) =>
  resulted(disputed(r.on('2026-06-10')).on('2026-07-10'), {
    ...{ outcome: 'changed', cause: 'discretion', kinds: ['CF03'], fine, content: '罚款。', heavierBecause: '第三人提出相反请求。' },
  });
const paying = (r: Rehearsal, day: string, amount: number) =>
  r.on(day).tries(handlerA, 'pay', { ...PAY, amount, receipt: `票${day}${amount}` });
/** All that is owed on a day, to the fen. */
function owes(r: Rehearsal, day: string, fen: number): void {
  expect(paying(r, day, fen)).toBeNull();
  expect(paying(r, day, fen + 1)).toMatchObject({ refused: 'too-much', cite: { article: 72 } });
}
const urging: Input = { content: '缴款', contact: '科室', ...OWN };

describe('变更加重的部分自变更生效起另有十五日（处罚法第六十七条、第七十二条第一款第一项）', () => {
  // Fifteen days from 2026-07-10 end on a Saturday: Monday the 27th.
  it('加重的部分届满以前不加处，次日起加处；原来的部分照原期限加处', () => {
    owes(changed(300_000), '2026-07-20', 300_000 + 10 * 6_000);
    owes(changed(300_000), '2026-07-27', 300_000 + 17 * 6_000);
    owes(changed(300_000), '2026-07-28', 300_000 + 18 * 6_000 + 3_000);
  });

  it('原来的罚款已经缴清的，只对加重的部分，届满次日起加处；各部分的加处不超过该部分', () => {
    const paid = changed(300_000, fulfilled());
    owes(paid, '2026-07-27', 100_000);
    owes(paid, '2026-07-28', 103_000);
    owes(paid, '2026-12-31', 200_000);
    owes(changed(300_000), '2026-12-31', 600_000);
  });

  it('缴款先抵原来的部分', () => {
    const part = changed(300_000).does(handlerA, 'pay', { ...PAY, amount: 250_000 });
    owes(part, '2026-07-27', 50_000);
    owes(part, '2026-07-28', 51_500);
  });

  it('减轻的没有新的期限：照原期限加处、可以催告；加重的，届满次日才能催告', () => {
    owes(changed(100_000), '2026-07-20', 100_000 + 10 * 3_000);
    const urgingOn = (day: string, fine: number) => changed(fine).on(day).tries(deputy, 'urge', urging);
    expect([urgingOn('2026-07-11', 100_000), urgingOn('2026-07-11', 200_000)]).toEqual([null, null]);
    expect([urgingOn('2026-07-27', 300_000), urgingOn('2026-07-28', 300_000)]).toMatchObject([{ refused: 'still-time' }, null]);
  });

  it('先减轻、再加重的，只有再加的部分另有期限', () => {
    const again = resulted(disputed(changed(100_000).on('2026-07-13'), 'litigation', '临河区人民法院').on('2026-07-20'), {
      ...{
        no: 2,
        outcome: 'changed',
        cause: 'discretion',
        kinds: ['CF03'],
        fine: 150_000,
        content: '罚款。',
        heavierBecause: '利害关系人同为原告。',
      },
    });
    // Two days before the suit (11th and 12th); from the 21st on again. Fifteen days from the 20th end on 2026-08-04.
    owes(again, '2026-08-04', 150_000 + 17 * 3_000);
    owes(again, '2026-08-05', 150_000 + 18 * 3_000 + 1_500);
  });

  it('变更以前批准的延期、分期不包括加重的部分：计划期间不对它加处，不算一期未缴', () => {
    const deferred = changed(300_000, performing().on('2026-06-05').does(deputy, 'defer', deferTo('2026-07-31')));
    owes(deferred, '2026-07-31', 300_000);
    owes(deferred, '2026-08-01', 300_000 + 6_000 + 3_000);
    const parts = performing()
      .on('2026-06-05')
      .does(deputy, 'defer', inParts(['2026-06-30', 100_000], ['2026-07-31', 100_000]));
    owes(changed(300_000, parts), '2026-07-20', 300_000 + 10 * 3_000);
    const kept = changed(300_000, parts.does(handlerA, 'pay', { ...PAY, amount: 100_000 }));
    owes(kept, '2026-07-31', 200_000);
    expect(kept.on('2026-07-20').tries(deputy, 'urge', urging)).toMatchObject({ refused: 'still-time' });
    const runs = kept.clocks().filter(({ clock }) => clock === 'KE-07-deferred');
    expect(runs.map(({ stoppedOn }) => stoppedOn)).toEqual(['2026-06-05', null]);
  });

  it('加重的部分另有缴款期限（KE-07）：原来的止于原来的部分缴清', () => {
    const runs = (r: Rehearsal) =>
      r.clocks().flatMap(({ clock, key, dueOn, stoppedOn }) => (clock === 'KE-07' ? [[key, dueOn, stoppedOn]] : []));
    expect(runs(changed(300_000))).toEqual([
      ['', '2026-06-16', null],
      ['第1项纠错加重的部分', '2026-07-27', null],
    ]);
    const paid = changed(300_000, fulfilled());
    expect(runs(paid).map(([, , stoppedOn]) => stoppedOn)).toEqual(['2026-06-01', null]);
    const all = paid.on('2026-07-20').does(handlerA, 'pay', { ...PAY, amount: 100_000, receipt: '2' });
    expect(runs(all).map(([, , stoppedOn]) => stoppedOn)).toEqual(['2026-06-01', '2026-07-20']);
    expect(runs(changed(100_000)).map(([key]) => key)).toEqual(['']);
  });

  it('规则看到的加处上限同', () => {
    const facts = (day: string) =>
      carriedOut(
        changed(300_000, fulfilled())
          .on(day)
          .reports(handlerA, 'pay', { ...PAY, amount: 110_000, receipt: '9' }, day).state as OrdinaryPenalty,
        {
          ...{ profile: BAYANNUR_2026, calendar: STAGE.calendar, today: day as LocalDate },
        },
      ).surcharges;
    expect(facts('2026-07-27')).toMatchObject([{ takenFen: 10_000, mostFen: 0 }]);
    expect(facts('2026-07-28')).toMatchObject([{ takenFen: 10_000, mostFen: 3_000 }]);
  });

  it('催告书没有送达即已履行完毕的等于没有催告：加重以后重新催告，作废的回到履行；先前送达的催告照旧（强制法第五十四条）', () => {
    const heavier = (r: Rehearsal) =>
      resulted(r, { outcome: 'changed', cause: 'discretion', kinds: ['CF03'], fine: 300_000, content: '罚款。', heavierBecause: '…' });
    const done = (r: Rehearsal) => r.does(handlerA, 'pay', PAY).does(handlerA, 'complete-performance', { summary: '已缴清。' });
    const of = (r: Rehearsal) => r.state as OrdinaryPenalty;
    const going = disputed(performing().on('2026-06-17'));
    const late = done(going.does(deputy, 'urge', urging));
    expect([of(late).urgings, of(late).letters.at(-1)?.lapsed]).toEqual([[], true]);
    const again = heavier(late).on('2026-07-28').does(deputy, 'urge', urging);
    expect(of(again)).toMatchObject({ status: 'urged', urgings: [{ receivedOn: null }] });
    expect(again.does(deputy, 'void-letter', { reason: '数额有误。' }).state).toMatchObject({ status: 'performing', urgings: [] });
    const served = done(sent(going.does(deputy, 'urge', urging)).does(deputy, 'urge', urging));
    expect(of(served).urgings).toMatchObject([{ receivedOn: '2026-06-17' }]);
  });

  it('加重以前的催告书没有催告加重的部分，重新催告十个工作日以后才能申请法院；减轻的不必（强制法第五十四条）', () => {
    const result = (fine: number) =>
      resulted(disputed(urged()).on('2026-08-10'), {
        ...{ outcome: 'changed', cause: 'discretion', kinds: ['CF03'], fine, content: '罚款。', heavierBecause: '第三人提出相反请求。' },
      });
    const asking = (r: Rehearsal, day: string) => r.on(day).tries(head, 'apply-court', APPLY);
    expect(asking(result(100_000), '2026-08-26')).toBeNull();
    expect(asking(result(90_000_000), '2026-08-26')).toMatchObject({ refused: 'not-urged', cite: { article: 54 } });
    const again = sent(result(90_000_000).on('2026-08-26').does(deputy, 'urge', urging));
    const waiting = (r: Rehearsal) => r.tasks().map(({ act, clock }) => [act, clock?.id]);
    expect([waiting(result(100_000)), waiting(result(90_000_000)), waiting(again)]).toEqual([
      [['apply-court', 'KE-15']],
      [['urge', 'KE-15']],
      [['apply-court', 'KE-15']],
    ]);
    expect([asking(again, '2026-09-09'), asking(again, '2026-09-10')]).toMatchObject([{ refused: 'urged-too-soon' }, null]);
  });
});
