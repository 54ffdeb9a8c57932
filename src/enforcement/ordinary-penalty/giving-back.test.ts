import { describe, expect, it } from 'vitest';
import type { Rehearsal } from '#testing/rehearsal';
import { idOf } from '#testing/rehearsal-city';
import { due } from '#testing/running-clock';
import type { OrdinaryPenalty } from './model.ts';
import {
  AMEND,
  CAST,
  DECIDE,
  DISPOSE,
  deliberating,
  disputed,
  FORFEIT,
  type Input,
  investigated,
  NOTIFY,
  PAY,
  performing,
  REPORT,
  resulted,
  STORE,
  sent,
  WAIVE,
  withheld,
} from './testing.ts';

const { handlerA, deputy, head } = CAST;
const state = (r: Rehearsal) => r.state as OrdinaryPenalty;
const acts = (r: Rehearsal) => r.tasks().map(({ act }) => act);
const FINE: Input = { kinds: ['CF03'], fine: 200_000, income: null, goods: null, content: '罚款2,000元。', things: null };
const changing = (r: Rehearsal, more: Input) => resulted(disputed(r), { outcome: 'changed', cause: 'discretion', ...more });
const owes = (r: Rehearsal) => state(r).redresses.at(-1)?.owesBack;
const GIVEN: Input = { no: 1, on: '2026-06-01', amount: null, goods: '折价赔偿。', less: null, receipt: null };

describe('变更去掉已经执行的没收、证照处罚的，应当返还（处罚法第七十四条，复议法第七十七条）', () => {
  const forfeited = (more: Input = {}) => sent(deliberating({ ...FORFEIT }).does(head, 'decide', { ...DECIDE, ...FORFEIT, ...more }));
  const disposed = (how: string, r = forfeited()) => r.does(deputy, 'dispose-goods', { ...DISPOSE, how, papers: [idOf('记录')] });

  it.each([
    ['destroyed', true],
    ['auctioned', true],
    ['treasury', true],
    ['transferred', true],
    ['returned', false],
  ] as const)('没收的财物已经处置（%s），变更不再没收的：应当返还的是 %s', (how, is) => {
    expect(owes(changing(disposed(how), FINE))).toBe(is);
    expect(owes(changing(disposed(how), { ...FINE, kinds: ['CF03', 'CF05'], fine: 100_000, goods: 50_000, things: '1' }))).toBe(false);
    expect(owes(resulted(disputed(disposed(how)), { outcome: 'revoked', cause: 'facts' }))).toBe(is);
  });

  it('还在库的不属于已经执行：由负责人返还，不另登记退还', () => {
    const kept = changing(forfeited(), FINE);
    expect([owes(kept), kept.tries(deputy, 'dispose-goods', DISPOSE)]).toEqual([false, null]);
    expect(owes(changing(forfeited().does(handlerA, 'record-performance', { content: '已经没收入库。' }), FINE))).toBe(false);
    expect(kept.tries(deputy, 'dispose-goods', { ...DISPOSE, how: 'destroyed', papers: [idOf('记录')] })).toMatchObject({
      refused: 'not-confiscated',
    });
  });

  it('登记退还开放，期限（KE-59）起算，退还以前不能结案', () => {
    const done = disposed('auctioned')
      .does(handlerA, 'pay', PAY)
      .does(handlerA, 'record-performance', { content: '已经没收、拍卖。' })
      .does(handlerA, 'complete-performance', { summary: '已执行完毕。' });
    const changed = changing(done, FINE).does(handlerA, 'publish', { on: '2026-06-01', where: '执法公示平台' });
    expect([acts(changed), due(changed, 'KE-59'), state(changed).redresses[0]?.backFen]).toEqual([['give-back'], '2026-06-22', 0]);
    expect(changed.tries(head, 'close', { summary: '同意结案。' })).toMatchObject({ refused: 'not-settled' });
    expect(changed.does(handlerA, 'give-back', GIVEN).tries(head, 'close', { summary: '同意结案。' })).toBeNull();
  });

  it('没收两件变更为一件的：去掉的一件已经处置才返还', () => {
    const both: Input = { ...FORFEIT, goods: 100_000, things: '1、2' };
    const told = investigated()
      .does(handlerA, 'take-goods', STORE)
      .does(handlerA, 'take-goods', STORE)
      .does(handlerA, 'conclude', { ...REPORT, ...both })
      .does(deputy, 'skip-review', { reason: '不属于应当审核的情形。' })
      .does(deputy, 'notify', NOTIFY);
    const waived = sent(told).does(handlerA, 'waive', WAIVE).does(handlerA, 'close-notice');
    const second = sent(waived.does(head, 'decide', { ...DECIDE, ...both })).does(deputy, 'dispose-goods', {
      ...{ ...DISPOSE, how: 'destroyed', things: [{ no: 2 }], papers: [idOf('记录')] },
    });
    const left = (things: string) => resulted(disputed(second), { outcome: 'partly', cause: 'facts', ...FORFEIT, things });
    expect([owes(left('1')), owes(left('2'))]).toEqual([true, false]);
  });

  it('暂扣已经执行，变更为不暂扣、缩短的应当返还；照旧的、还没有执行的不返还', () => {
    const held = sent(deliberating(withheld(3)).does(head, 'decide', { ...DECIDE, payTo: null, ...withheld(3) }));
    const done = held.does(handlerA, 'record-performance', { content: '已经暂扣。' });
    const lighter: Input = { ...FINE, kinds: ['CF01'], fine: null, content: '警告。' };
    expect([owes(changing(done, lighter)), owes(changing(held, lighter))]).toEqual([true, false]);
    expect([owes(changing(done, withheld(1))), owes(changing(done, withheld(3)))]).toEqual([true, false]);
    const own = sent(done.does(head, 'correct-own', { ...AMEND, undoing: 'changed', ...lighter }));
    expect([owes(own), acts(own).includes('give-back')]).toEqual([true, true]);
  });

  it('只有罚款的照旧只退多缴的', () => {
    const less: Input = { ...FINE, fine: 100_000 };
    const paid = performing().does(handlerA, 'pay', PAY);
    expect([owes(changing(paid, less)), owes(changing(performing(), less))]).toEqual([true, false]);
  });
});
