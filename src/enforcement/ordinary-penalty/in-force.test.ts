import { describe, expect, it } from 'vitest';
import { addDays, localDate } from '#law';
import { type Rehearsal, rehearse, type Stage } from '#testing/rehearsal';
import { certificate, idOf } from '#testing/rehearsal-city';
import { ASKED_BY_RULES } from './lifecycle/asked-by-rules.ts';
import { citesIn } from './lifecycle/citations.ts';
import type { OrdinaryPenalty } from './model.ts';
import * as T from './testing.ts';

const { handlerA, deputy, head, machine } = T.CAST;
const AIR = '《中华人民共和国大气污染防治法》第九十九条';
/** Far enough for a report of all these acts. */
const LATER = '2026-09-10';

/** Committed on a day and found on it; the inquiry was done soon after it. */
function inquired(actOn: string, more: T.Input = {}): Rehearsal {
  const begun = addDays(localDate(actOn), 1);
  const basis = '《中华人民共和国价格法》第四十二条';
  return rehearse(T.KIND, T.STAGE, begun)
    .does(handlerA, 'open', { ...T.CLUE, actStartedOn: actOn, actEndedOn: actOn, discoveredOn: actOn, ...more })
    .does(handlerA, 'propose-filing', { ...T.PROPOSAL, basis })
    .does(head, 'file', { opinion: null, ...T.OWN })
    .does(handlerA, 'evidence', T.EVIDENCE)
    .does(handlerA, 'question', T.QUESTION)
    .does(handlerA, 'verify-evidence', T.VERIFY)
    .on(LATER);
}
const report = (more: T.Input = {}): T.Input => ({ ...T.REPORT, basis: AIR, ...more });
const SKIP = { reason: '不属于应当审核的情形。' };
const waived = (r: Rehearsal): Rehearsal => r.does(handlerA, 'waive', T.WAIVE).does(handlerA, 'close-notice');

describe('处罚依据在行为发生时有效（处罚法第三十七条，D11；大气法2026年8月15日废止）', () => {
  it.each([
    ['废止以前的行为，适用行为时的法律', '2026-07-01', null],
    ['废止前一日的行为', '2026-08-14', null],
    ['废止当日的行为', '2026-08-15', 'citation'],
    ['废止以后的行为', '2026-09-01', 'citation'],
  ] as const)('调查终结：%s', (_, actOn, refused) => {
    const answer = inquired(actOn).tries(handlerA, 'conclude', report());
    if (refused === null) expect(answer).toBeNull();
    else expect(answer).toMatchObject({ refused, reason: expect.stringContaining('大气污染防治法') });
  });

  it('连续、继续的行为按终了时的法律；违反的规定同样核对；不给予处罚的不问', () => {
    const goesOn = { actStartedOn: '2026-07-01', actEndedOn: null };
    expect(inquired('2026-09-01', goesOn).tries(handlerA, 'conclude', report())).toMatchObject({ refused: 'citation' });
    const at = inquired('2026-09-01');
    expect(at.tries(handlerA, 'conclude', { ...T.REPORT, violated: AIR })).toMatchObject({
      reason: expect.stringContaining('违反的规定'),
    });
    expect(at.tries(handlerA, 'conclude', report({ outcome: 'withdraw', ...T.NONE }))).toBeNull();
    expect(at.tries(handlerA, 'conclude', T.REPORT)).toBeNull();
  });

  it('报告以旧法为依据的，也不能据以告知、决定；行为发生在旧法有效期间的能', () => {
    const told = (actOn: string) =>
      inquired(actOn).reports(machine, 'conclude', report(), LATER).reports(machine, 'skip-review', SKIP, LATER);
    expect(told('2026-09-01').tries(deputy, 'notify', T.NOTIFY)).toMatchObject({ refused: 'citation' });
    const old = told('2026-07-01').does(deputy, 'notify', T.NOTIFY);
    expect(waived(T.sent(old)).tries(head, 'decide', T.DECIDE)).toBeNull();
    const elsewhere = told('2026-09-01').reports(machine, 'notify', { ...T.NOTIFY, ownNumber: '临市监告〔2026〕9号' }, LATER);
    expect(elsewhere.stored.at(-1)?.frame.doubts ?? []).toEqual([]);
    const ready = waived(elsewhere.reports(machine, 'serve', { ...T.SERVE, receivedOn: LATER }, LATER));
    expect(ready.tries(head, 'decide', T.DECIDE)).toMatchObject({ refused: 'citation' });
    const decided = ready.reports(machine, 'decide', { ...T.DECIDE, ownNumber: '临市监罚〔2026〕9号' }, LATER);
    expect(decided.stored.at(-1)?.frame.doubts).toEqual(['citation']);
    expect(ASKED_BY_RULES.find(({ guard }) => guard === '文书引用的条文在其适用之日有效')?.rule).toBe('D11');
  });

  it('页面在报告以前核对拟适用的依据，决定以后不再核对', () => {
    const passages = (r: Rehearsal) => citesIn(r.state as OrdinaryPenalty).map(({ where }) => where);
    expect(passages(T.clue())).toEqual([]);
    expect(passages(T.filed())).toEqual(['处罚依据']);
    expect(passages(T.concluded())).toEqual(['违反的规定', '处罚依据']);
    expect(passages(T.decided())).toEqual([]);
  });
});

/** 承办人乙's certificate ends on a day; 甲 and 丙 keep theirs. */
function until(day: string, more: readonly string[] = []): Stage {
  const held = new Map(T.STAGE.facts.certificates);
  const unit = '区市场监管局';
  for (const name of ['承办人乙', ...more])
    held.set(idOf(`${unit}${name}`), [certificate(`${unit}${name}`, unit, { kind: 'enforcement', validThrough: day as never })]);
  return { ...T.STAGE, facts: { ...T.STAGE.facts, certificates: held } };
}
const LAST = '2026-06-05';
const NEXT = '2026-06-08';
function toNotify(stage: Stage, more: T.Input = {}, handlers = [T.A, T.B]): Rehearsal {
  return rehearse(T.KIND, stage, '2026-06-01')
    .does(handlerA, 'open', T.CLUE)
    .does(handlerA, 'propose-filing', { ...T.PROPOSAL, handlers })
    .does(head, 'file', { opinion: null, ...T.OWN })
    .does(handlerA, 'evidence', T.EVIDENCE)
    .does(handlerA, 'question', T.QUESTION)
    .does(handlerA, 'verify-evidence', T.VERIFY)
    .does(handlerA, 'conclude', { ...T.REPORT, ...more })
    .does(deputy, 'skip-review', SKIP);
}
const REPLACE: T.Input = { handlers: [T.A, T.C], reason: '证件到期。' };

describe('报告以后证件失效的，换人以前不能告知、听证、决定（处罚法第四十二条，S09）', () => {
  it('告知：到期当日能，次日不能；更换以后能；三人中还有两人有效的能', () => {
    const at = toNotify(until(LAST));
    expect(at.on(LAST).tries(deputy, 'notify', T.NOTIFY)).toBeNull();
    const lapsed = at.on(NEXT);
    expect(lapsed.tries(deputy, 'notify', T.NOTIFY)).toMatchObject({
      ...{ refused: 'two-officers', cite: { article: 42 }, reason: expect.stringContaining('承办人乙在办理当日没有有效的行政执法证') },
    });
    expect(lapsed.does(head, 'replace-handlers', REPLACE).tries(deputy, 'notify', T.NOTIFY)).toBeNull();
    expect(toNotify(until(LAST), {}, [T.A, T.B, T.C]).on(NEXT).tries(deputy, 'notify', T.NOTIFY)).toBeNull();
  });

  it('决定：到期当日能，次日不能；更换以后能；不予处罚的一样', () => {
    const at = waived(T.sent(toNotify(until(LAST)).does(deputy, 'notify', T.NOTIFY)));
    expect(at.on(LAST).tries(head, 'decide', T.DECIDE)).toBeNull();
    expect(at.on(NEXT).tries(head, 'decide', T.DECIDE)).toMatchObject({ refused: 'two-officers' });
    expect(at.on(NEXT).does(head, 'replace-handlers', REPLACE).tries(head, 'decide', T.DECIDE)).toBeNull();
    const none = { ...T.DECIDE_NONE, reason: 'minor' };
    expect(at.on(LAST).tries(head, 'decide-none', none)).toBeNull();
    expect(at.on(NEXT).tries(head, 'decide-none', none)).toMatchObject({ refused: 'two-officers' });
  });

  it('听证：通知和举行当日都要有两人', () => {
    const asked = (day: string) =>
      T.sent(toNotify(until(day), T.LARGE).does(deputy, 'notify', { ...T.NOTIFY, hearing: true }))
        .on('2026-06-05')
        .does(handlerA, 'ask-hearing', { by: '当事人', askedOn: '2026-06-05', papers: null });
    expect(asked('2026-06-04').tries(handlerA, 'notify-hearing', T.CALL)).toMatchObject({ refused: 'two-officers' });
    const called = (day: string) =>
      asked(day).does(handlerA, 'notify-hearing', T.CALL).does(handlerA, 'serve-hearing', T.CALL_SERVED).on('2026-06-16');
    expect(called('2026-06-15').tries(handlerA, 'hold-hearing', T.HELD)).toMatchObject({ refused: 'two-officers' });
    expect(called('2026-06-16').tries(handlerA, 'hold-hearing', T.HELD)).toBeNull();
  });

  it('自有系统报来的照录：决定由规则S09判断', () => {
    const at = waived(T.sent(toNotify(until(LAST)).does(deputy, 'notify', T.NOTIFY))).on(NEXT);
    const told = at.reports(machine, 'decide', { ...T.DECIDE, ownNumber: '临市监罚〔2026〕9号' }, NEXT);
    expect(told.stored.at(-1)?.frame.doubts).toEqual(['two-officers']);
  });
});
