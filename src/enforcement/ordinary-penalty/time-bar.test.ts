import { describe, expect, it } from 'vitest';
import { type EarlierPenalty, localDate, SHIPPED_LAWS } from '#law';
import { withinTimeBar } from '#law/rules/F01-within-time-bar';
import { type Rehearsal, rehearse, type Stage } from '#testing/rehearsal';
import { penaltyFacts } from './facts.ts';
import { ASKED_BY_RULES } from './lifecycle/asked-by-rules.ts';
import type { OrdinaryPenalty } from './model.ts';
import * as T from './testing.ts';

const { handlerA, deputy, head, machine } = T.CAST;
const HARM: T.Input = { harm: true, harmReason: '不合格食品致三人就医。' };
const DISCOVERED = { discoveredOn: '2026-05-20' };
/** The last day of two years, and the day before it, on which it is too late without harm. */
const IN_TWO: T.Input = { actStartedOn: '2024-05-20', actEndedOn: '2024-05-20', ...DISCOVERED };
const AFTER_TWO: T.Input = { actStartedOn: '2024-05-19', actEndedOn: '2024-05-19', ...DISCOVERED };
const concluding = (open: T.Input, more: T.Input = {}) => T.investigated(open).tries(handlerA, 'conclude', { ...T.REPORT, ...more });

describe('五年追责时效要有危害后果的理由和证据（处罚法第三十六条，F01）', () => {
  it('登记线索写明所涉安全和危害后果；没有危害后果的不必填；自有系统报来的照收', () => {
    const start = rehearse(T.KIND, T.STAGE, '2026-06-01');
    const opening = (more: T.Input, reported = false) =>
      start.tries(reported ? machine : handlerA, 'open', { ...T.CLUE, ...more }, { reported });
    expect(opening({ harm: true })).toMatchObject({ refused: 'harm-reason', cite: { article: 36 } });
    expect(opening(HARM)).toBeNull();
    expect(opening({ harm: false })).toBeNull();
    expect(opening({ harm: true }, true)).toBeNull();
  });

  it('超过二年的，调查终结列明查证属实的证据；二年以内的不必；证据不存在、没有危害后果而填的不能', () => {
    expect(concluding({ ...AFTER_TWO, ...HARM })).toMatchObject({
      ...{ refused: 'time-barred', reason: expect.stringContaining('列明危害后果的证据序号') },
    });
    expect(concluding({ ...AFTER_TWO, ...HARM }, { harmEvidence: '1' })).toBeNull();
    expect(concluding({ ...AFTER_TWO, ...HARM }, { harmEvidence: '9' })).toMatchObject({ refused: 'harm-unproven' });
    expect(concluding({ ...IN_TWO, ...HARM })).toBeNull();
    expect(concluding({}, { harmEvidence: '1' })).toMatchObject({ refused: 'no-harm' });
    expect(concluding({ ...AFTER_TWO, ...HARM }, { outcome: 'not-punished', tier: 'none', ...T.NONE })).toBeNull();
  });

  const skipped = (r: Rehearsal): Rehearsal => r.reports(machine, 'skip-review', { reason: '不属于。' }, '2026-06-01');
  const ready = (report: T.Input): Rehearsal =>
    T.sent(
      skipped(T.investigated({ ...AFTER_TWO, ...HARM }).reports(machine, 'conclude', { ...T.REPORT, ...report }, '2026-06-01')).does(
        deputy,
        'notify',
        T.NOTIFY,
      ),
    )
      .does(handlerA, 'waive', T.WAIVE)
      .does(handlerA, 'close-notice');

  it('没有证据的不能决定；报来的决定由规则F01判断', () => {
    expect(ready({}).tries(head, 'decide', T.DECIDE)).toMatchObject({ refused: 'time-barred', cite: { article: 36 } });
    expect(ready({ harmEvidence: '1' }).tries(head, 'decide', T.DECIDE)).toBeNull();
    const doubted = (report: T.Input) => {
      const told = ready(report).reports(machine, 'decide', { ...T.DECIDE, ownNumber: '临市监罚〔2026〕9号' }, '2026-06-01');
      const facts = penaltyFacts(told.state as OrdinaryPenalty, { organ: null, certificates: new Map(), laws: SHIPPED_LAWS });
      if (facts === null) throw new Error('nothing was decided');
      const answer = withinTimeBar.check(facts, { profile: T.STAGE.profile, calendar: T.STAGE.calendar, today: localDate('2026-06-01') });
      return [told.stored.at(-1)?.frame.doubts ?? [], answer !== null && 'because' in answer];
    };
    expect(doubted({})).toEqual([['time-barred'], true]);
    expect(doubted({ harmEvidence: '1' })).toEqual([[], false]);
    expect(ASKED_BY_RULES).toContainEqual({ guard: '违法行为在追责时效内', code: 'time-barred', rule: 'F01' });
  });

  it('危害后果载入立案审批表和调查终结报告', () => {
    const done = T.investigated({ ...AFTER_TWO, ...HARM }).does(handlerA, 'conclude', { ...T.REPORT, harmEvidence: '1' });
    const words = (kind: string) => JSON.stringify(done.issued.find((d) => d.kind === kind)?.facts);
    expect(words('CT14-立案审批表')).toContain('致三人就医');
    expect(words('CT14-调查终结报告')).toContain('第1号；追责时效五年');
  });
});

const NOT_PUNISHED: T.Input = { ...T.REPORT, outcome: 'not-punished', tier: 'none', ...T.NONE };
const spared = (open: T.Input, more: T.Input = {}) => T.investigated(open).does(handlerA, 'conclude', { ...NOT_PUNISHED, ...more });
const BARRED: T.Input = { ...T.DECIDE_NONE, reason: 'barred', education: null };

describe('以超过追责时效不予处罚的，已经超过（处罚法第三十六条）', () => {
  it('满二年当日发现的没有超过，次日发现的超过；危害后果有证据的满五年才超过', () => {
    expect(spared({ ...IN_TWO, ...HARM }).tries(head, 'decide-none', BARRED)).toMatchObject({
      refused: 'not-barred',
      cite: { article: 36 },
    });
    expect(spared({ ...AFTER_TWO, ...HARM }).tries(head, 'decide-none', BARRED)).toBeNull();
    expect(spared({ ...AFTER_TWO, ...HARM }, { harmEvidence: '1' }).tries(head, 'decide-none', BARRED)).toMatchObject({
      refused: 'not-barred',
    });
    const goesOn = { actStartedOn: '2020-01-01', actEndedOn: null, ...DISCOVERED };
    expect(spared(goesOn).tries(head, 'decide-none', BARRED)).toMatchObject({ reason: expect.stringContaining('尚在连续或者继续') });
  });
});

describe('以初次违法不予处罚的，对以前的处罚决定作出说明（处罚法第三十三条）', () => {
  const earlier: EarlierPenalty = { number: '临市监罚〔2025〕3号', cause: '未按规定明码标价', decidedOn: localDate('2025-03-03') };
  const deciding = (found: readonly EarlierPenalty[], more: T.Input = {}) => {
    const mark = (T.clue().state as OrdinaryPenalty).party.mark ?? '';
    const stage: Stage = { ...T.STAGE, facts: { ...T.STAGE.facts, earlier: new Map([[mark, found]]) } };
    return T.investigated({}, stage)
      .does(handlerA, 'conclude', NOT_PUNISHED)
      .tries(head, 'decide-none', { ...T.DECIDE_NONE, ...more });
  };

  it('没有以前的能；有的不能，写明仍属初次违法的理由以后能；其他情形不问', () => {
    expect(deciding([])).toBeNull();
    expect(deciding([earlier])).toMatchObject({
      ...{
        refused: 'not-first',
        cite: { article: 33 },
        reason: expect.stringContaining('2025-03-03临市监罚〔2025〕3号（未按规定明码标价）'),
      },
    });
    expect(deciding([earlier], { stillFirst: '以前的处罚属于另一种违法行为。' })).toBeNull();
    expect(deciding([earlier], { reason: 'minor' })).toBeNull();
  });

  it('当事人没有可以比对的号码的不问', () => {
    const nameless = spared({}).withState((s) => ({ ...s, party: { ...(s as OrdinaryPenalty).party, mark: null } }) as typeof s);
    expect(nameless.tries(head, 'decide-none', T.DECIDE_NONE)).toBeNull();
  });
});
