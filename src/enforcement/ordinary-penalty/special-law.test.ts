import { describe, expect, it } from 'vitest';
import type { Rehearsal } from '#testing/rehearsal';
import { shiftOf } from './lifecycle/case-period.ts';
import type { OrdinaryPenalty } from './model.ts';
import {
  CALL,
  CALL_SERVED,
  CAST,
  clue,
  EVIDENCE,
  HELD,
  type Input,
  NOTIFY,
  OWN,
  PERSON,
  PROPOSAL,
  QUESTION,
  REPORT,
  SMALL,
  sent,
  settled,
  VERIFY,
} from './testing.ts';

const { handlerA, deputy, head } = CAST;
const BASIS = '《中华人民共和国治安管理处罚法》第六十条';
/** A 治安 case against a citizen, filed on 2026-06-01. */
const police = (): Rehearsal =>
  clue({ party: PERSON })
    .does(handlerA, 'propose-filing', { ...PROPOSAL, basis: BASIS })
    .does(head, 'file', { opinion: null, ...OWN })
    .does(handlerA, 'evidence', EVIDENCE)
    .does(handlerA, 'question', QUESTION)
    .does(handlerA, 'verify-evidence', VERIFY);
const toNotify = (fine: number): Rehearsal =>
  police()
    .does(handlerA, 'conclude', { ...REPORT, basis: BASIS, ...SMALL, fine })
    .does(deputy, 'skip-review', { reason: '不属于应当审核的情形。' });
const due = (r: Rehearsal) => r.clocks().filter((c) => c.clock.startsWith('KE-01'));

describe('治安案件的听证（治安管理处罚法第一百一十七条）', () => {
  it('罚款三千九百九十九元不必告知，四千元应当告知，低于本区的公民标准也一样', () => {
    expect(toNotify(399_900).tries(deputy, 'notify', NOTIFY)).toBeNull();
    expect(toNotify(400_000).tries(deputy, 'notify', NOTIFY)).toMatchObject({
      refused: 'no-hearing-right',
      reason: expect.stringContaining('第一百一十七条') as string,
    });
    expect(toNotify(400_000).tries(deputy, 'notify', { ...NOTIFY, hearing: true })).toBeNull();
  });
});

describe('治安案件的办案期限（治安管理处罚法第一百一十八条）', () => {
  const more: Input = { days: 30, level: 'law', basis: BASIS, reason: '案情复杂', approvedBy: '巴彦淖尔市公安局', approval: '6月30日' };
  it('由上一级公安机关批准，每次三十日，以二次为限', () => {
    const at = police();
    expect(at.tries(deputy, 'extend-case', { ...more, days: 31 })).toMatchObject({
      refused: 'over-thirty',
      cite: { instrument: '治安管理处罚法', article: 118 },
    });
    expect(at.tries(deputy, 'extend-case', { ...more, approvedBy: null })).toMatchObject({ refused: 'no-approval' });
    expect(at.tries(deputy, 'extend-case', { ...more, approvedBy: '临河区市场监督管理局（演示）' })).toMatchObject({
      refused: 'own-approval',
    });
    const twice = at.does(deputy, 'extend-case', more).does(deputy, 'extend-case', more);
    expect(due(twice)).toMatchObject([{ clock: 'KE-01-security', key: '延长60日', dueOn: '2026-08-30' }]);
    expect(twice.tries(deputy, 'extend-case', more)).toMatchObject({ refused: 'extended-twice' });
  });

  it('报来的超长延长照录，期限只延长六十日', () => {
    const told = police().reports(CAST.machine, 'extend-case', { ...more, days: 365, approvedBy: null }, '2026-06-01');
    expect(due(told)).toMatchObject([{ key: '延长30日', dueOn: '2026-07-31' }]);
    expect(shiftOf(told.state as OrdinaryPenalty)).toEqual({ excludedDays: 0, extendedDays: 30 });
  });

  it('听证的期间不计入；处罚法的案件没有这一规定', () => {
    const asked = sent(toNotify(400_000).does(deputy, 'notify', { ...NOTIFY, hearing: true }))
      .on('2026-06-05')
      .does(handlerA, 'ask-hearing', { by: '当事人', askedOn: '2026-06-05', papers: null });
    expect(due(asked)).toMatchObject([{ clock: 'KE-01-security', stoppedOn: '2026-06-05' }]);
    const held = settled(asked.does(handlerA, 'notify-hearing', CALL).does(handlerA, 'serve-hearing', CALL_SERVED))
      .on('2026-06-16')
      .does(handlerA, 'hold-hearing', HELD);
    expect(due(held)).toMatchObject([{ key: '扣除听证11日', dueOn: '2026-07-12', stoppedOn: null }]);
    const reopened = asked.on('2026-06-12').does(deputy, 'reopen-inquiry', { reason: '核实新的事实。' });
    expect(due(reopened)).toMatchObject([{ key: '扣除听证7日', dueOn: '2026-07-08', stoppedOn: null }]);
    const general = held.withState((s) => ({ ...s, basis: '《中华人民共和国价格法》第四十二条' }));
    expect(shiftOf(general.state as OrdinaryPenalty)).toEqual({ excludedDays: 0, extendedDays: 0 });
  });
});
