import { describe, expect, it } from 'vitest';
import { BAYANNUR_2026, type LocalDate } from '#law';
import { judge } from '#law/rules/index';
import { toldBeforeDecided } from '#law/rules/N01-told-before-decided';
import { hearingPeriodKept } from '#law/rules/N07-hearing-period-kept';
import { skippedSteps } from '#law/rules/skipped-steps';
import type { Rehearsal } from '#testing/rehearsal';
import { columns } from './columns.ts';
import { caseProcessFacts } from './facts-of-a-case.ts';
import type { OrdinaryPenalty } from './model.ts';
import {
  CALL,
  CALL_SERVED,
  CAST,
  called,
  HELD,
  heard,
  hearing,
  type Input,
  investigated,
  LARGE,
  NOTIFY,
  noticed,
  PRESERVE,
  paused,
  proposed,
  REPORT,
  reviewed,
  reviewing,
  SERVE,
  STAGE,
  sent,
  settled,
  TERMINATE,
  TRANSFER,
} from './testing.ts';

const { handlerA, deputy, head, sealer } = CAST;
const CRIME: Input = { ...TRANSFER, criminal: true, reportedOn: '2026-06-01' };
const of = (r: Rehearsal): OrdinaryPenalty => r.state as OrdinaryPenalty;
const running = (r: Rehearsal): readonly string[] => r.clocks().flatMap((c) => (c.stoppedOn === null ? [c.clock] : []));
const due = (r: Rehearsal, clock: string) => r.clocks().filter((c) => c.clock === clock);
const back = (r: Rehearsal) => r.does(head, 'take-back', { reason: '不予受理，退回。' });
const acts = (r: Rehearsal) => r.tasks().map(({ act }) => act);

describe('移送时在手的各项（处罚法第二十七条）', () => {
  it('没有送达的事先告知书不再送达：只送移送书，案件不回到听取陈述申辩；退回的补充调查后重新告知', () => {
    const at = noticed().does(head, 'transfer', CRIME);
    expect(of(at).letters).toMatchObject([{ kind: 'notice', lapsed: true }, { kind: 'transfer' }]);
    const arrived = sent(at);
    expect([arrived.state.status, acts(arrived)]).toEqual(['transferred', ['transfer-settled']]);
    expect(arrived.tries(handlerA, 'serve', { ...SERVE, receivedOn: arrived.today })).toMatchObject({ refused: 'no-letter' });
    const again = back(arrived).does(handlerA, 'conclude', REPORT).does(deputy, 'skip-review', { reason: '…' });
    expect(sent(again.does(deputy, 'notify', NOTIFY)).state.status).toBe('told');
  });

  it('已经送达的告知书保留；没有送达的责令改正照常送达', () => {
    const order = { content: '改正', basis: '《价格法》第十三条', by: '2026-06-10' };
    const at = sent(investigated().does(deputy, 'order-correction', order).does(head, 'transfer', CRIME));
    expect(of(at).letters).toMatchObject([{ kind: 'correction', receivedOn: null }, { kind: 'transfer' }]);
    expect(of(at).letters[0]).not.toHaveProperty('lapsed');
    const told = sent(noticed()).does(head, 'transfer', CRIME);
    expect(of(told).letters).toMatchObject([{ kind: 'notice', receivedOn: '2026-06-01' }, { kind: 'transfer' }]);
    expect(of(told).letters[0]).not.toHaveProperty('lapsed');
  });

  it('中止期间移送的，中止至移送之日，扣除的日数照算；退回后是调查取证，不再中止（第六十条）', () => {
    const at = paused().on('2026-06-11').does(head, 'transfer', CRIME);
    expect(of(at).pauses).toMatchObject([{ from: '2026-06-01', until: '2026-06-11' }]);
    expect(due(at, 'KE-01')).toEqual([{ clock: 'KE-01', key: '扣除中止10日', dueOn: '2026-09-09', stoppedOn: '2026-06-11' }]);
    const returned = back(at.on('2026-06-15'));
    expect(returned.state.status).toBe('investigating');
    expect(due(returned, 'KE-01')).toEqual([{ clock: 'KE-01', key: '扣除中止10日', dueOn: '2026-09-09', stoppedOn: null }]);
    expect(returned.tries(deputy, 'resume', { reason: '…' })).toMatchObject({ refused: 'wrong-state' });
  });

  it('送审以后移送的，审核不再等待；退回后重新提交报告、重新送审', () => {
    expect(running(reviewing())).toContain('KE-51');
    const at = reviewing().does(head, 'transfer', CRIME);
    expect([running(at), of(at).sentForReviewOn]).toEqual([['KE-31'], null]);
    const again = back(at).does(handlerA, 'conclude', REPORT);
    expect(running(again)).not.toContain('KE-51');
    const sentAgain = again.on('2026-06-02').does(handlerA, 'send-review', { explained: null, papers: null });
    expect(due(sentAgain, 'KE-51')).toMatchObject([{ key: '第1次', stoppedOn: null }]);
  });

  it('立案审批时移送的，退回后是线索核查，重新提请立案', () => {
    const at = proposed().does(head, 'transfer', CRIME);
    expect(due(at, 'KE-50')).toMatchObject([{ stoppedOn: '2026-06-01' }]);
    const returned = back(at);
    expect(of(returned)).toMatchObject({ status: 'clue', proposedBy: null, proposedOn: null, proposal: null });
    expect([acts(returned), due(returned, 'KE-50')]).toMatchObject([['propose-filing'], [{ stoppedOn: null }]]);
  });

  it('听证没有举行即移送的，听证至移送之日；退回后重新告知的，当事人可以再要求听证', () => {
    for (const from of [hearing(), called()]) {
      const at = settled(settled(from.on('2026-06-10').does(head, 'transfer', CRIME), false).does(sealer, 'seal'));
      expect(of(at).hearing).toMatchObject({ heldOn: null, hostId: null, doneOn: '2026-06-10', outcome: null });
      expect(running(at)).toEqual(['KE-31']);
      const returned = back(at);
      expect([returned.state.status, running(returned)]).toEqual(['investigating', ['KE-01']]);
      expect(returned.tries(handlerA, 'hold-hearing', { ...HELD, outcome: 'withdrawn' })).toMatchObject({ refused: 'wrong-state' });
      const told = sent(
        returned
          .does(handlerA, 'conclude', { ...REPORT, ...LARGE })
          .does(deputy, 'skip-review', { reason: '…' })
          .does(deputy, 'notify', { ...NOTIFY, hearing: true }),
      );
      const asked = told.does(handlerA, 'ask-hearing', { by: '当事人', askedOn: '2026-06-10', papers: null });
      expect(of(asked)).toMatchObject({
        status: 'hearing',
        hearing: { requestedOn: '2026-06-10', doneOn: null },
        earlierHearings: [{ from: '2026-06-05', until: '2026-06-10' }],
      });
      const on = { ...CALL, on: '2026-06-22' };
      expect(
        asked.does(handlerA, 'notify-hearing', on).tries(handlerA, 'serve-hearing', { ...CALL_SERVED, receivedOn: '2026-06-10' }),
      ).toBeNull();
    }
  });
});

describe('听证举行以前案件有了变化（处罚法第五十四条、第五十七条、第六十三条）', () => {
  it('可以退回补充调查、终止调查、撤销立案，听证至该日，没有期限还在走；其他环节的条件照旧', () => {
    for (const from of [hearing(), called()]) {
      const at = from.on('2026-06-10');
      const ended = { heldOn: null, hostId: null, doneOn: '2026-06-10', outcome: null };
      const reopened = at.does(deputy, 'reopen-inquiry', { reason: '核实新的事实。' });
      expect([reopened.state.status, running(reopened), acts(reopened)]).toEqual(['investigating', ['KE-01'], ['conclude']]);
      const terminated = at.does(head, 'terminate', TERMINATE);
      const withdrawn = at.does(head, 'withdraw-case', { reason: '违法事实不能成立。' });
      for (const one of [terminated, withdrawn]) {
        expect([one.state.status, running(one), acts(one)]).toEqual(['ended', ['KE-54'], ['close']]);
        expect(one.tries(head, 'close', { summary: '同意结案。' })).toBeNull();
      }
      for (const one of [reopened, terminated, withdrawn]) expect(of(one).hearing).toMatchObject(ended);
      expect(at.tries(handlerA, 'reopen-inquiry', { reason: '…' })).toMatchObject({ refused: 'wrong-role' });
      const preserved = investigated().does(deputy, 'preserve', PRESERVE);
      const kept = at.withState((s) => ({ ...s, preservations: of(preserved).preservations }));
      expect(kept.tries(head, 'terminate', TERMINATE)).toMatchObject({ refused: 'preserved' });
      expect(kept.tries(head, 'withdraw-case', { reason: '…' })).toMatchObject({ refused: 'preserved' });
    }
  });

  it('没有举行的听证不是已经举行，也不是放弃：不因此应当法制审核，台账没有听证日期，重新告知的可以再要求', () => {
    const reopened = called().on('2026-06-10').does(deputy, 'reopen-inquiry', { reason: '核实新的事实。' });
    expect(columns(of(reopened))['heard_on']).toBeNull();
    expect(columns(of(heard()))['heard_on']).toBe('2026-06-16');
    const report = reopened.does(handlerA, 'conclude', { ...REPORT, ...LARGE });
    expect(report.tries(deputy, 'skip-review', { reason: '…' })).toBeNull();
    const told = sent(report.does(deputy, 'skip-review', { reason: '…' }).does(deputy, 'notify', { ...NOTIFY, hearing: true }));
    const ask = (on: string) => told.on(on).tries(handlerA, 'ask-hearing', { by: '当事人', askedOn: on, papers: null });
    expect(told.on('2026-06-17').tries(handlerA, 'close-notice')).toMatchObject({ refused: 'still-time' });
    expect(ask('2026-06-17')).toBeNull();
    expect(ask('2026-06-18')).toMatchObject({ refused: 'asked-late' });
    const held = heard()
      .does(deputy, 'reopen-inquiry', { reason: '核实新的事实。' })
      .does(handlerA, 'conclude', { ...REPORT, ...LARGE });
    expect(held.tries(deputy, 'skip-review', { reason: '…' })).toMatchObject({ refused: 'review-required' });
  });
});

describe('听证没有举行即退回补充调查的，重新告知以后没有人再要求听证（处罚法第六十三条、第六十四条）', () => {
  const LARGE_REPORT: Input = { ...REPORT, ...LARGE };
  const again = (from: Rehearsal) => {
    const report = from.does(deputy, 'reopen-inquiry', { reason: '核实新的事实。' }).does(handlerA, 'conclude', LARGE_REPORT);
    const isHeard = of(from).hearing?.outcome === 'held';
    return sent(
      (isHeard ? reviewed(report) : report.does(deputy, 'skip-review', { reason: '…' })).does(deputy, 'notify', {
        ...NOTIFY,
        hearing: true,
      }),
    );
  };
  const asked = (r: Rehearsal, day: string) => {
    const on = day as LocalDate;
    const context = { today: on, profile: BAYANNUR_2026, calendar: STAGE.calendar };
    const around = { officerOn: (key: string) => ({ key, certificate: 'valid' as const }), party: null, lists: null };
    const facts = caseProcessFacts(of(r), around, context);
    const step = { act: 'decide', label: '作出处罚决定', on, toldToo: [], standing: '听取陈述申辩' };
    const doubts = skippedSteps(step, facts, context).map(({ rule, doubt }) => `${rule.id} ${doubt.fact}`.trim());
    const decided = judge([toldBeforeDecided, hearingPeriodKept], { ...facts, decidedOn: on, outcome: 'penalty' } as never, context);
    return { doubts, hearing: facts.hearing, rules: decided.doubts.map(({ rule }) => rule.id) };
  };

  it('报送决定的不疑“没有举行听证”；正在等候举行的、重新要求的疑', () => {
    const UNHEARD = 'R-reported-act untaken/hearing';
    expect(asked(hearing(), '2026-06-25').doubts).toContain(UNHEARD);
    for (const from of [hearing(), called()]) {
      // Told anew on 2026-06-10: five working days end on the 17th.
      const told = again(from.on('2026-06-10'));
      expect(asked(told, '2026-06-18')).toEqual({ doubts: ['R-reported-act untaken/not-taken'], hearing: null, rules: [] });
      expect(asked(told, '2026-06-17')).toMatchObject({ doubts: ['N01', 'N07'], rules: ['N01', 'N07'] });
      const wished = told.does(handlerA, 'ask-hearing', { by: '当事人', askedOn: '2026-06-10', papers: null });
      expect(asked(wished, '2026-06-18').doubts).toContain(UNHEARD);
    }
  });

  it('先前的报告举行过听证的，重新告知的期限照样等待；听证本身仍由规则审查（N08、N09）', () => {
    expect(asked(heard(), '2026-06-16')).toMatchObject({ hearing: { outcome: 'held' }, rules: [] });
    expect(asked(heard(), '2026-06-16').hearing).not.toHaveProperty('earlier');
    // Told anew on 2026-06-16: five working days end on the 24th, after the holiday of the 19th.
    const told = again(heard());
    expect(asked(told, '2026-06-23')).toMatchObject({ hearing: { outcome: 'held', heldOn: '2026-06-16', earlier: true } });
    expect([asked(told, '2026-06-23').rules, asked(told, '2026-06-24').rules]).toEqual([['N01', 'N07'], []]);
  });
});
