import { describe, expect, it } from 'vitest';
import { asking } from '#testing/asking';
import { correctionLinesOf } from './lifecycle/corrections.ts';
import type { OrdinaryPenalty } from './model.ts';
import {
  A,
  B,
  C,
  CAST,
  DECIDE,
  deliberating,
  disputed,
  fulfilled,
  hearing,
  type Input,
  investigated,
  OWN,
  PAY,
  performing,
  resulted,
  sent,
  told,
} from './testing.ts';

const { handlerA, deputy, head } = CAST;
const ORDER: Input = { content: '按规定标价。', basis: '《价格法》第四十二条', by: '2026-06-10', court: null, again: null, ...OWN };
const check = (corrected: boolean, no = 1): Input => ({ no, corrected, found: '现场查看。', officers: [A, B] });
const follow = (how: string, no = 1): Input => ({ no, how, words: '依照第二十八条和单行法处理。' });
const CLOSE: Input = { summary: '同意结案。' };
const PUBLISH: Input = { on: '2026-06-01', where: '执法公示平台' };
/** Ordered and served on 2026-06-01, to be corrected by the 10th. */
const ordered = sent(investigated().does(deputy, 'order-correction', ORDER));
/** The decision orders it, with a day of its own or at once; paid and published on the day of its service, 2026-06-01. */
const byDecision = (correctBy: string | null) =>
  sent(deliberating().does(head, 'decide', { ...DECIDE, ordered: 'ordered', correction: '责令按规定明码标价。', correctBy }))
    .does(handlerA, 'pay', PAY)
    .does(handlerA, 'complete-performance', { summary: '已缴清。' })
    .does(handlerA, 'publish', PUBLISH);
const acts = (r: typeof ordered) => r.tasks().map((t) => t.act);
const clock = (r: typeof ordered) => r.clocks().find((c) => c.clock === 'KE-62');

describe('责令改正：期限和复查（处罚法第二十八条，SM-E2）', () => {
  it('送达起有期限，到责令写明的日期；复查后停止', () => {
    expect(
      investigated()
        .does(deputy, 'order-correction', ORDER)
        .clocks()
        .some((c) => c.clock === 'KE-62'),
    ).toBe(false);
    expect(clock(ordered)).toMatchObject({ dueOn: '2026-06-10', stoppedOn: null });
    expect(ordered.tasks()).toContainEqual(
      expect.objectContaining({
        act: 'check-correction',
        title: '复查第1次责令改正（2026-06-10到期）',
        clock: { id: 'KE-62', key: '第1次' },
      }),
    );
    expect(clock(ordered.on('2026-06-10').does(handlerA, 'check-correction', check(true)))).toMatchObject({ stoppedOn: '2026-06-10' });
  });

  it('立即改正的，送达当日到期', () => {
    expect(clock(sent(investigated().does(deputy, 'order-correction', { ...ORDER, by: null })))).toMatchObject({ dueOn: '2026-06-01' });
  });

  it('期限届满以前不认定没有改正，当日可以；已经改正的可以提前复查', () => {
    expect(ordered.on('2026-06-09').tries(handlerA, 'check-correction', check(false))).toMatchObject({
      refused: 'too-early',
      cite: { article: 28 },
    });
    expect(ordered.on('2026-06-10').tries(handlerA, 'check-correction', check(false))).toBeNull();
    expect(ordered.on('2026-06-09').tries(handlerA, 'check-correction', check(true))).toBeNull();
  });

  it('由两名没有被决定回避的持证人员复查；已经改正、已经作了处理的不再复查', () => {
    const at = ordered.on('2026-06-10');
    expect(at.tries(handlerA, 'check-correction', { ...check(true), officers: [A] })).toMatchObject({
      ...{ refused: 'two-officers', cite: { article: 42 } },
    });
    const recused = at
      .does(handlerA, 'ask-recusal', { officer: [B], by: '当事人', reason: '近亲属' })
      .does(head, 'decide-recusal', { no: 1, granted: true, reason: '属实' });
    expect(recused.tries(handlerA, 'check-correction', check(true))).toMatchObject({ refused: 'recused', cite: { article: 43 } });
    expect(recused.tries(handlerA, 'check-correction', { ...check(true), officers: [A, C] })).toBeNull();
    expect(at.tries(handlerA, 'check-correction', check(true, 2))).toMatchObject({ refused: 'no-correction' });
    const corrected = at.does(handlerA, 'check-correction', check(true));
    expect(corrected.tries(handlerA, 'check-correction', check(false))).toMatchObject({ refused: 'checked' });
    expect(corrected.tries(deputy, 'follow-correction', follow('moot'))).toMatchObject({ refused: 'nothing-to-follow' });
    const followed = at.does(deputy, 'follow-correction', follow('moot'));
    expect(followed.tries(handlerA, 'check-correction', check(true))).toMatchObject({ refused: 'followed' });
    expect(at.offers(handlerA, 'check-correction')).toBeNull();
    expect(at.offers(deputy, 'follow-correction')).toBeNull();
    for (const over of [corrected, followed]) {
      expect(over.offers(handlerA, 'check-correction')).toMatchObject({ refused: over === corrected ? 'checked' : 'followed' });
      expect(over.offers(deputy, 'follow-correction')).toMatchObject({ refused: 'nothing-to-follow' });
    }
  });

  it('没有改正的由负责人处理：不能就此没有下文', () => {
    const failed = ordered.on('2026-06-10').does(handlerA, 'check-correction', check(false));
    expect(acts(failed)).toContain('follow-correction');
    expect(ordered.tries(deputy, 'follow-correction', follow('court'))).toMatchObject({ refused: 'not-checked' });
    const followed = failed.does(deputy, 'follow-correction', follow('court'));
    expect(acts(followed)).not.toContain('follow-correction');
    expect(followed.tries(deputy, 'follow-correction', follow('court'))).toMatchObject({ refused: 'nothing-to-follow' });
  });

  it('复查不早于送达，再次复查、处理不早于前次复查；送达当日、复查当日可以', () => {
    const at = ordered.on('2026-06-12');
    const checked = (corrected: boolean, on: string) => at.tries(handlerA, 'check-correction', check(corrected), { on });
    expect(checked(true, '2026-05-31')).toMatchObject({
      refused: 'too-soon',
      cite: { article: 28 },
      reason: expect.stringContaining('送达'),
    });
    expect(checked(true, '2026-06-01')).toBeNull();
    const failed = ordered.on('2026-06-11').does(handlerA, 'check-correction', check(false)).on('2026-06-12');
    const followed = (on: string) => failed.tries(deputy, 'follow-correction', follow('court'), { on });
    expect(followed('2026-06-10')).toMatchObject({ refused: 'too-soon', cite: { article: 28 }, reason: expect.stringContaining('复查') });
    expect(followed('2026-06-11')).toBeNull();
    expect(failed.tries(handlerA, 'check-correction', check(true), { on: '2026-06-10' })).toMatchObject({ refused: 'too-soon' });
    expect(at.tries(deputy, 'follow-correction', follow('moot'), { on: '2026-05-31' })).toMatchObject({ refused: 'too-soon' });
    expect(at.tries(deputy, 'follow-correction', follow('moot'), { on: '2026-06-01' })).toBeNull();
    // A unit's own system tells its days as they were.
    expect(at.tries(handlerA, 'check-correction', check(true), { on: '2026-05-31', reported: true })).toBeNull();
  });

  it('再次责令的接续前次，前次即作了处理；没有复查的不能再次责令', () => {
    expect(ordered.tries(deputy, 'order-correction', { ...ORDER, again: 1 })).toMatchObject({ refused: 'not-disobeyed' });
    const again = ordered
      .on('2026-06-10')
      .does(handlerA, 'check-correction', check(false))
      .does(deputy, 'order-correction', { ...ORDER, by: '2026-06-20', again: 1 });
    expect(again.state).toMatchObject({
      corrections: [{ followed: { how: 'again', words: '第2次责令改正' } }, { no: 2, by: '2026-06-20' }],
    });
    expect(sent(again).tasks()).toContainEqual(expect.objectContaining({ title: '复查第2次责令改正（2026-06-20到期）' }));
  });

  it('告知以后、听证期间、作出决定以后也可以责令，文书照样用印送达', () => {
    for (const at of [told(), hearing(), performing(), fulfilled()]) {
      const served = sent(at.does(deputy, 'order-correction', { ...ORDER, by: '2026-07-01' }));
      expect([served.state.status, acts(served).includes('check-correction')]).toEqual([at.state.status, true]);
    }
  });

  it.each([
    ['责令重作', { outcome: 'remake', cause: 'facts' }, 'investigating'],
    ['撤销', { outcome: 'revoked', cause: 'facts' }, 'ended'],
  ])('决定被%s的，尚未送达的责令改正通知书不随之失效，照样用印送达', (_, outcome, status) => {
    const at = disputed(performing().on('2026-06-10'))
      .on('2026-07-10')
      .does(deputy, 'order-correction', { ...ORDER, by: '2026-07-20' });
    const after = resulted(at, outcome);
    expect([after.state.status, acts(after).includes('seal')]).toEqual([status, true]);
    expect(sent(after).tasks()).toContainEqual(expect.objectContaining({ title: '复查第1次责令改正（2026-07-20到期）' }));
  });
});

describe('处罚决定里的责令改正同样复查（处罚法第二十八条，SM-E2“改正复查”）', () => {
  it('作出决定时选定是否责令；期限不早于当日；决定书写明期限', () => {
    const at = deliberating();
    expect(at.tries(head, 'decide', { ...DECIDE, ordered: null })).toMatchObject({ refused: 'no-order', cite: { article: 28 } });
    expect(at.tries(head, 'decide', { ...DECIDE, ordered: 'ordered', correctBy: '2026-05-31' })).toMatchObject({ refused: 'by-past' });
    const letter = (correctBy: string | null) =>
      JSON.stringify(at.does(head, 'decide', { ...DECIDE, ordered: 'ordered', correction: '责令标价。', correctBy }).issued.at(-1)?.facts);
    expect(letter('2026-06-20')).toContain('改正期限：2026年6月20日前。');
    expect(letter(null)).not.toContain('改正期限');
  });

  it('没有复查的不能结案；复查改正的可以；没有改正的作了处理才可以', () => {
    const at = byDecision('2026-06-10');
    expect(at.tries(head, 'close', CLOSE)).toMatchObject({ refused: 'not-checked', cite: { article: 28 } });
    expect(at.under(asking('closing.orders-followed', 0)).tries(head, 'close', CLOSE)).toBeNull();
    expect(at.does(handlerA, 'check-correction', check(true)).tries(head, 'close', CLOSE)).toBeNull();
    const failed = at.on('2026-06-10').does(handlerA, 'check-correction', check(false));
    expect(failed.tries(head, 'close', CLOSE)).toMatchObject({ refused: 'not-corrected' });
    expect(failed.does(deputy, 'follow-correction', follow('filed')).tries(head, 'close', CLOSE)).toBeNull();
  });

  it('立即改正的当日即可复查没有改正；无需责令的不问', () => {
    expect(byDecision(null).tries(handlerA, 'check-correction', check(false))).toBeNull();
    expect(fulfilled().does(handlerA, 'publish', PUBLISH).tries(head, 'close', CLOSE)).toBeNull();
  });

  it('自有系统已经结案的照录，没有复查的留下问题', () => {
    const closed = byDecision('2026-06-10').reports(CAST.machine, 'close', CLOSE, '2026-06-01');
    expect([closed.state.status, closed.stored.at(-1)?.frame.doubts]).toEqual(['closed', ['not-checked']]);
  });

  it('决定被撤销的，其中的责令改正不再复查', () => {
    const at = byDecision('2026-06-10');
    const amended = at.withState((s) => ({ ...s, ending: 'revoked' }) as never);
    expect([acts(at).includes('check-correction'), acts(amended).includes('check-correction')]).toEqual([true, false]);
  });

  it('责令的根据不再存在的，由负责人写明不再复查', () => {
    expect(byDecision('2026-06-10').does(deputy, 'follow-correction', follow('moot')).tries(head, 'close', CLOSE)).toBeNull();
  });
});

describe('责令改正在台账上的状况（处罚法第二十八条）', () => {
  const lines = (r: typeof ordered) => correctionLinesOf(r.state as OrdinaryPenalty).map((o) => [o.standing, o.servedOn, o.lastDay]);
  const due = ordered.on('2026-06-10');
  const failed = due.does(handlerA, 'check-correction', check(false));
  const again = failed.does(deputy, 'order-correction', { ...ORDER, by: '2026-06-20', again: 1 });
  const closed = byDecision('2026-06-10').reports(handlerA, 'close', CLOSE, '2026-06-01');
  const revoked = (r: typeof ordered) => r.withState((s) => ({ ...s, ending: 'revoked' }) as never);
  it.each([
    ['已经责令，没有送达', investigated().does(deputy, 'order-correction', ORDER), [['unserved', null, null]]],
    ['送达', ordered, [['open', '2026-06-01', '2026-06-10']]],
    ['立即改正的，期限为送达当日', byDecision(null), [['open', '2026-06-01', '2026-06-01']]],
    ['复查合格', due.does(handlerA, 'check-correction', check(true)), [['corrected', '2026-06-01', '2026-06-10']]],
    ['复查没有改正', failed, [['disobeyed', '2026-06-01', '2026-06-10']]],
    ['写明处理', failed.does(deputy, 'follow-correction', follow('court')), [['followed', '2026-06-01', '2026-06-10']]],
    [
      '再次责令',
      again,
      [
        ['followed', '2026-06-01', '2026-06-10'],
        ['unserved', null, null],
      ],
    ],
    ['没有复查而已经结案', closed, [['ended', '2026-06-01', '2026-06-10']]],
    ['责令它的决定已经撤销', revoked(byDecision('2026-06-10')), [['ended', '2026-06-01', '2026-06-10']]],
    ['决定撤销不影响另行责令的', revoked(ordered), [['open', '2026-06-01', '2026-06-10']]],
  ] as const)('%s', (_, at, expected) => {
    expect(lines(at)).toEqual(expected);
  });
});
