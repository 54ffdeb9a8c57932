import { describe, expect, it } from 'vitest';
import type { Json } from '#law';
import { ORDINARY_PENALTY } from './kind.ts';
import type { OrdinaryPenalty } from './model.ts';
import { CAST, type Input, inParts, PAY, type Part, performing } from './testing.ts';

const { handlerA, deputy } = CAST;
const URGE: Input = { content: '到指定银行缴纳。', contact: '承办科 0478-0000000', ownNumber: null };
/** 2,000 yuan, served on 2026-06-01, to be paid by the 16th. */
const JULY_SEPTEMBER_DECEMBER = [
  ['2026-07-31', 80_000],
  ['2026-09-30', 60_000],
  ['2026-12-31', null],
] as const;
const divided = () => performing().does(deputy, 'defer', inParts(...JULY_SEPTEMBER_DECEMBER));
const dividing = (...parts: readonly Part[]) => performing().tries(deputy, 'defer', inParts(...parts));
const most = (at: ReturnType<typeof divided>, day: string, fen: number) => {
  expect(at.on(day).tries(handlerA, 'pay', { ...PAY, amount: fen, receipt: '0002' })).toBeNull();
  expect(at.on(day).tries(handlerA, 'pay', { ...PAY, amount: fen + 1, receipt: '0002' })).toMatchObject({ refused: 'too-much' });
};
const due = (r: ReturnType<typeof divided>) => r.clocks().filter((c) => c.clock === 'KE-07-deferred');

describe('分期缴纳逐期写明期限和金额（处罚法第六十六条第二款）', () => {
  it('各期合计等于尚未缴纳的数额，多一分、少一分都不行；最后一期不填的是余额', () => {
    const sums = (second: number) => dividing(['2026-07-31', 80_000], ['2026-09-30', second]);
    expect(sums(120_000)).toBeNull();
    expect(sums(119_999)).toMatchObject({ refused: 'plan-sum', cite: { instrument: '行政处罚法', article: 66 } });
    expect(sums(120_001)).toMatchObject({ refused: 'plan-sum' });
    expect(dividing(['2026-07-31', 199_999], ['2026-09-30', null])).toBeNull();
    expect(dividing(['2026-07-31', 200_000], ['2026-09-30', null])).toMatchObject({ refused: 'plan-sum' });
    const half = performing().does(handlerA, 'pay', { ...PAY, amount: 100_000 });
    expect(half.tries(deputy, 'defer', inParts(['2026-07-31', 40_000], ['2026-09-30', 60_000]))).toBeNull();
    expect((divided().state as OrdinaryPenalty).deferrals[0]).toMatchObject({
      until: '2026-12-31',
      instalments: [{ fen: 80_000 }, { fen: 60_000 }, { due: '2026-12-31', fen: 60_000 }],
    });
  });

  it('期限按先后，只有最后一期可以不填金额；第一期不早于十五日的缴款期限', () => {
    expect(dividing(['2026-07-31', 80_000], ['2026-07-31', 120_000])).toMatchObject({ refused: 'plan-order' });
    expect(dividing(['2026-07-31', null], ['2026-09-30', 120_000])).toMatchObject({ refused: 'plan-blank' });
    expect(dividing(['2026-07-31', 0], ['2026-09-30', 200_000])).toMatchObject({ refused: 'plan-nothing' });
    expect(dividing(['2026-06-15', 80_000], ['2026-09-30', 120_000])).toMatchObject({ refused: 'part-before', cite: { article: 67 } });
    expect(dividing(['2026-06-16', 80_000], ['2026-09-30', 120_000])).toBeNull();
    expect(dividing(['2026-06-01', 80_000], ['2026-09-30', 120_000])).toMatchObject({ refused: 'part-past' });
  });

  it('最后缴纳日期晚于办理日期：当日不行，次日可以；补录也一样', () => {
    const late = performing().on('2026-07-01');
    const until = (day: string, reported = false) => late.tries(reported ? handlerA : deputy, 'defer', inParts([day, null]), { reported });
    expect(until('2026-07-01')).toMatchObject({ refused: 'until-past', cite: { article: 66 } });
    expect(until('2026-07-01', true)).toMatchObject({ refused: 'until-past' });
    expect(until('2026-07-02')).toBeNull();
    // Within the fifteen days a later day is still not late enough.
    const early = (day: string) => performing().tries(deputy, 'defer', inParts([day, null]));
    expect([early('2026-06-16'), early('2026-06-17')]).toMatchObject([{ refused: 'until-before' }, null]);
  });

  it('已经缴清的没有可以延期的，差一分的可以；补录的照录，作为疑点', () => {
    const paid = (fen: number) => performing().does(handlerA, 'pay', { ...PAY, amount: fen });
    const whole = inParts(['2026-07-31', null]);
    expect(paid(200_000).tries(deputy, 'defer', whole)).toMatchObject({ refused: 'nothing-to-defer', cite: { article: 66 } });
    expect(paid(199_999).tries(deputy, 'defer', whole)).toBeNull();
    expect(paid(200_000).tries(handlerA, 'defer', whole, { reported: true })).toBeNull();
  });

  it('补录的安排与应缴数额不一致的，照录并作为疑点', () => {
    const odd = inParts(['2026-07-31', 80_000], ['2026-09-30', 60_000]);
    expect(performing().tries(handlerA, 'defer', odd, { reported: true })).toBeNull();
  });

  it('审批表逐期印出期限和金额', () => {
    const paper = divided().issued.findLast((d) => d.kind === 'CT14-延期分期审批表');
    expect(JSON.stringify(paper?.facts)).toContain('["第3期","2026年12月31日","600元"]');
  });

  it('先前只写最后日期的记录，按届时缴纳全部余额折算', () => {
    const upcast = ORDINARY_PENALTY.upcasters?.['defer@1'];
    const old: Json = { asked: '困难', until: '2026-07-31', plan: '一次付清', opinion: null };
    expect(upcast?.(old)).toEqual({ asked: '困难', plan: '一次付清', opinion: null, instalments: [{ due: '2026-07-31', sum: null }] });
  });
});

describe('一期到期未缴（处罚法第七十二条第一款第一项；强制法第五十四条）', () => {
  it('到期日当日不得催告，次日起可以；已缴该期的，至下一期届满前不得催告', () => {
    const urging = (day: string, at = divided()) => at.on(day).tries(deputy, 'urge', URGE);
    expect(urging('2026-07-31')).toMatchObject({ refused: 'still-time' });
    expect(urging('2026-08-01')).toBeNull();
    expect(urging('2026-09-15')).toBeNull();
    const kept = divided()
      .on('2026-07-31')
      .does(handlerA, 'pay', { ...PAY, amount: 80_000 });
    expect(urging('2026-09-15', kept)).toMatchObject({ refused: 'still-time', reason: expect.stringContaining('下一期至2026-09-30') });
    expect(urging('2026-09-30', kept)).toMatchObject({ refused: 'still-time' });
    expect(urging('2026-10-01', kept)).toBeNull();
    const short = divided()
      .on('2026-07-31')
      .does(handlerA, 'pay', { ...PAY, amount: 79_999 });
    expect(urging('2026-08-01', short)).toBeNull();
  });

  it('自该期到期的次日起只按该期未缴的部分加处，其余各期不提前到期', () => {
    most(divided(), '2026-07-31', 200_000);
    most(divided(), '2026-08-01', 202_400);
    most(divided(), '2026-08-02', 204_800);
    // From October on the second part is late too.
    most(
      divided()
        .on('2026-08-01')
        .does(handlerA, 'pay', { ...PAY, amount: 80_000 }),
      '2026-10-01',
      124_200,
    );
    // Everything is late when the plan has ended.
    const two = divided()
      .on('2026-07-31')
      .does(handlerA, 'pay', { ...PAY, amount: 140_000 });
    most(two, '2026-12-31', 60_000);
    most(two, '2027-01-01', 61_800);
  });

  it('每期各有期限（KE-07），缴纳、另行批准时止；申请法院的三个月自整个分期结束起算', () => {
    expect(due(divided())).toMatchObject([
      { key: '第1次批准第1期', dueOn: '2026-07-31', stoppedOn: null },
      { key: '第1次批准第2期', dueOn: '2026-09-30', stoppedOn: null },
      { key: '第1次批准第3期', dueOn: '2026-12-31', stoppedOn: null },
    ]);
    const paid = divided()
      .on('2026-07-20')
      .does(handlerA, 'pay', { ...PAY, amount: 80_000 });
    expect(due(paid).map((c) => c.stoppedOn)).toEqual(['2026-07-20', null, null]);
    const again = paid.on('2026-09-01').does(deputy, 'defer', inParts(['2027-03-31', null]));
    expect(due(again).map((c) => c.stoppedOn)).toEqual(['2026-07-20', '2026-09-01', '2026-09-01', null]);
    const court = (r: ReturnType<typeof divided>) => r.clocks().find((c) => c.clock === 'KE-15' && c.stoppedOn === null)?.dueOn;
    expect(court(divided())).toBe('2027-03-31');
    expect(divided().on('2027-01-05').tasks()).toMatchObject([{ act: 'complete-performance', clock: { id: 'KE-15' } }]);
  });
});
