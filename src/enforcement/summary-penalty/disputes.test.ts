import { describe, expect, it } from 'vitest';
import { decisionStands } from '#law';
import type { Rehearsal } from '#testing/rehearsal';
import { due } from '#testing/running-clock';
import { CASE_FILE } from './documents/case-file.ts';
import { FORMS } from './forms.ts';
import type { SummaryPenalty } from './model.ts';
import { DEPUTY, HANDLER } from './testing.ts';
import { again, archived, disputed, givenBack, NOTHING, remaking, reported, resulted, stayed } from './testing-disputes.ts';
import { AMEND, APPLY, HEAD, sent, URGE } from './testing-execution.ts';

const acts = (r: Rehearsal) => r.tasks().map((t) => t.act);
const state = (r: Rehearsal) => r.state as SummaryPenalty;

describe('当场处罚的复议、诉讼（处罚法73，复议法63、64）', () => {
  it('简易程序的复议五个工作日内答复；维持的照旧履行', () => {
    expect(due(disputed(reported()), 'KE-27-simple')).toBe('2026-06-08');
    // The organ that decides has thirty days; the party has turned to it, and its sixty days are over.
    expect([due(disputed(reported()), 'KE-28-simple'), due(reported(), 'KE-26'), due(disputed(reported()), 'KE-26')]).toEqual([
      ...['2026-07-01', '2026-07-31'],
      null,
    ]);
    expect(due(resulted(disputed(reported()), {}), 'KE-26-after')).toBe('2026-06-16');
    const upheld = resulted(disputed(reported()), {});
    expect([upheld.state.status, acts(upheld)]).toEqual(['recorded', ['pay', 'record-av']]);
    const ended = resulted(disputed(reported()), { outcome: 'ended' });
    expect([ended.state.status, due(ended, 'KE-26')]).toEqual(['recorded', '2026-07-31']);
  });

  it('撤销重作的不再是当场处罚：在普通程序重新处理，期限内登记结果', () => {
    expect([remaking().state.status, due(remaking(), 'KE-58-ordered'), acts(remaking())]).toEqual(['remaking', '2026-07-01', ['remade']]);
    expect([again().state.status, due(again(), 'KE-58-ordered'), acts(again())]).toEqual(['settled', null, ['close']]);
    const early = remaking().tries(HANDLER, 'remade', { on: '2026-05-31', number: null, result: '不再处罚' });
    expect(early).toMatchObject({ refused: 'remade-on' });
  });

  it('归档以后被撤销的重新打开，退还罚款以后再结案、归档', () => {
    const undone = resulted(disputed(archived()), { outcome: 'revoked', cause: 'facts' });
    expect([undone.state.status, acts(undone)]).toEqual(['settled', ['give-back']]);
    expect([decisionStands(state(undone), 1), decisionStands(state(resulted(disputed(archived()), {})), 1)]).toEqual([false, true]);
    expect(undone.tries(DEPUTY, 'close')).toMatchObject({ refused: 'not-settled' });
    const done = givenBack().does(DEPUTY, 'close').does(HANDLER, 'archive', { number: '2026-1补' });
    expect([done.state.status, done.tasks(), done.clocks().filter((c) => c.stoppedOn === null)]).toEqual(['archived', [], []]);
  });

  it('复议没有结束，平台不予结案；自有系统已经结案的照录并留下问题，结果仍在待办里，结束以后归档（处罚法73）', () => {
    const going = disputed(reported().does(HANDLER, 'pay', { fine: 10_000, receipt: '1' }));
    expect(going.tries(DEPUTY, 'close')).toMatchObject({ refused: 'disputed', cite: { article: 73 } });
    const closed = going.reports(HANDLER, 'close', {}, '2026-06-01');
    expect([closed.state.status, closed.stored.at(-1)?.frame.doubts?.includes('disputed')]).toEqual(['closed', true]);
    expect(acts(closed)).toEqual(['dispute-answered']);
    expect(closed.tries(HANDLER, 'archive', { number: '2026-1' })).toMatchObject({ refused: 'disputed' });
    const upheld = resulted(closed, {});
    expect([upheld.state.status, acts(upheld)]).toEqual(['closed', ['archive']]);
    expect(upheld.tries(HANDLER, 'archive', { number: '2026-1' })).toBeNull();
  });

  it('撤销的连同已经缴纳的加处罚款一并退还', () => {
    const late = reported().on('2026-06-17').does(HANDLER, 'pay', { fine: 10_000, surcharge: 300, receipt: '1' });
    const undone = resulted(disputed(late), { outcome: 'revoked', cause: 'facts' });
    const giving = (amount: number) =>
      undone.tries(HANDLER, 'give-back', { no: 1, on: '2026-06-17', amount, goods: null, less: null, receipt: '退1' });
    expect(giving(10_299)).toMatchObject({ refused: 'less' });
    expect(giving(10_300)).toBeNull();
    expect(giving(10_301)).toMatchObject({ refused: 'too-much' });
  });

  it('变更的按变更后的罚款缴纳，不得更重；规则看的是原决定', () => {
    const change = (fine: number, kinds = ['CF03']) => ({ outcome: 'changed', cause: 'discretion', kinds, fine, content: '…' });
    const at = resulted(disputed(reported()), change(5_000));
    expect(at.tries(HANDLER, 'pay', { fine: 5_001, receipt: '1' })).toMatchObject({ refused: 'too-much' });
    expect([state(at).decision?.fineFen, state(at).decision?.original?.fineFen]).toEqual([5_000, 10_000]);
    const warned = resulted(disputed(reported()), { outcome: 'changed', cause: 'discretion', kinds: ['CF03'], fine: 1, content: '…' });
    expect(warned.state.status).toBe('recorded');
    const heavier = disputed(reported()).tries(HANDLER, 'dispute-ended', {
      ...{ no: 1, documentNumber: '1', effectOn: '2026-06-01', result: '…', redoBy: null, opinionOn: null, ...NOTHING },
      ...change(10_001),
    });
    expect(heavier).toMatchObject({ refused: 'heavier', cite: { article: 63 } });
  });

  it('自行变更的决定书、催告书在途，复议变更的不再送达，以复议变更为准；维持的照旧送达（处罚法75，强制法54）', () => {
    const change = { kinds: ['CF03'], content: '…' };
    const posted = disputed(reported()).does(HEAD, 'correct-own', { ...AMEND, undoing: 'changed', ...change, fine: 5_000 });
    const changing = { outcome: 'changed', cause: 'discretion', ...change, fine: 2_500 };
    const changed = resulted(posted, changing);
    expect([state(changed).amendment, state(changed).decision?.fineFen, acts(changed).includes('seal')]).toEqual([null, 2_500, false]);
    const upheld = sent(resulted(posted, {}));
    expect([state(upheld).amendment, state(upheld).decision?.fineFen]).toEqual([null, 5_000]);
    const reminded = resulted(disputed(reported().on('2026-06-17')).does(DEPUTY, 'urge', URGE), changing);
    expect([reminded.state.status, state(reminded).urgings, reminded.tries(DEPUTY, 'urge', URGE)]).toEqual(['recorded', [], null]);
    const served = resulted(sent(disputed(reported().on('2026-06-17')).does(DEPUTY, 'urge', URGE)), changing);
    expect([served.state.status, state(served).urgings.length]).toEqual(['urged', 1]);
  });

  const more = { outcome: 'changed', cause: 'discretion', kinds: ['CF03'], fine: 20_000, content: '…' };
  const madeHeavier = (r: Rehearsal) => resulted(r, { ...more, heavierBecause: '第三人提出相反请求。' });

  it('催告书没有送达即已缴清的不再送达，等于没有催告；以后加重的先催告，不能申请法院；没有缴清的照旧送达（强制法54）', () => {
    const going = disputed(reported().on('2026-06-17')).does(DEPUTY, 'urge', URGE);
    const part = going.does(HANDLER, 'pay', { fine: 5_000, receipt: '1' });
    expect([state(part).urgings.length, acts(part).includes('seal')]).toEqual([1, true]);
    const late = going.does(HANDLER, 'pay', { fine: 10_000, receipt: '1' }).does(HANDLER, 'complete-performance', { summary: '…' });
    expect([late.state.status, state(late).urgings, state(late).letters.at(-1)?.lapsed]).toEqual(['settled', [], true]);
    const again = madeHeavier(late);
    expect([again.state.status, acts(again).includes('apply-court')]).toEqual(['recorded', false]);
    expect(again.on('2026-07-02').tries(DEPUTY, 'urge', URGE)).toMatchObject({ refused: 'still-time' });
    expect(again.on('2026-07-03').tries(DEPUTY, 'urge', URGE)).toBeNull();
  });

  it('催告以后加重的，待办是重新催告；加重生效当日、以后签发的催告书送达以后，是申请法院；减轻的不必重新催告（强制法54）', () => {
    const going = sent(disputed(reported().on('2026-06-17')).does(DEPUTY, 'urge', URGE)).on('2026-07-10');
    const asked = (r: Rehearsal) => r.tasks().filter(({ act }) => act === 'urge' || act === 'apply-court');
    const at = madeHeavier(going);
    expect(asked(at)).toMatchObject([{ act: 'urge', clock: { id: 'KE-15' } }]);
    expect(at.clocks().find(({ clock, key }) => clock === 'KE-15' && key === asked(at)[0]?.clock?.key)).toBeDefined();
    expect(at.on('2026-09-10').tries(DEPUTY, 'apply-court', APPLY)).toMatchObject({ refused: 'not-urged' });
    expect(asked(sent(at.on('2026-07-28').does(DEPUTY, 'urge', URGE)))).toMatchObject([{ act: 'apply-court' }]);
    expect(asked(resulted(going, { ...more, fine: 5_000 }))).toMatchObject([{ act: 'apply-court' }]);
  });

  it('第三人请求而加重的，加重的部分自变更生效起另有十五日；原来的部分照原期限加处（处罚法67、72）', () => {
    const change = (fine: number) => ({ outcome: 'changed', cause: 'discretion', kinds: ['CF03'], fine, content: '…' });
    const heavier = resulted(disputed(reported()), { ...change(20_000), heavierBecause: '第三人提出相反请求。' });
    const paying = (r: Rehearsal, day: string, surcharge: number) =>
      r.on(day).tries(HANDLER, 'pay', { fine: 20_000, surcharge, receipt: '1' });
    expect([paying(heavier, '2026-06-17', 600), paying(heavier, '2026-06-17', 601)]).toMatchObject([null, { refused: 'surcharge-rate' }]);
    const paid = resulted(disputed(reported().does(HANDLER, 'pay', { fine: 10_000, receipt: '1' }).on('2026-06-10')).on('2026-07-10'), {
      ...{ ...change(20_000), heavierBecause: '第三人提出相反请求。' },
    });
    const rest = (day: string, surcharge: number) => paid.on(day).tries(HANDLER, 'pay', { fine: 10_000, surcharge, receipt: '2' });
    expect([rest('2026-07-27', 0), rest('2026-07-28', 300)]).toEqual([null, null]);
    expect([rest('2026-07-27', 1), rest('2026-07-28', 301)]).toMatchObject([{ refused: 'surcharge-rate' }, { refused: 'surcharge-rate' }]);
    const runs = paid.clocks().filter(({ clock }) => clock === 'KE-07');
    expect(runs.map(({ key, dueOn, stoppedOn }) => [key, dueOn, stoppedOn])).toEqual([
      ['', '2026-06-16', '2026-06-01'],
      ['第1项纠错加重的部分', '2026-07-27', null],
    ]);
  });

  it('本机关停止执行由负责人决定；复议期间不计加处罚款', () => {
    expect(disputed(reported()).tries(HANDLER, 'stay', { by: 'organ', from: '2026-06-01', reason: '…' })).toMatchObject({
      refused: 'not-leader',
    });
    expect(acts(stayed())).toContain('stay-ended');
    const late = disputed(reported().on('2026-06-16')).on('2026-06-30');
    expect(late.tries(HANDLER, 'pay', { fine: 10_000, surcharge: 1, receipt: '1' })).toMatchObject({ refused: 'surcharge-rate' });
  });
});

it('案卷次序列有每一种附件：没有列入的会排进正卷末尾，内部的也在其中', () => {
  const listed = [...CASE_FILE.sections, CASE_FILE.behindLetter].flatMap(({ acts }) => acts);
  const attaching = Object.entries(FORMS).filter(([, form]) => Object.values(form).some(({ as }) => as === 'files'));
  expect(attaching.map(([act]) => act).filter((act) => !listed.includes(act))).toEqual([]);
});
