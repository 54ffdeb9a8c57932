import { describe, expect, it } from 'vitest';
import type { Rehearsal } from '#testing/rehearsal';
import { due } from '#testing/running-clock';
import { columns } from './columns.ts';
import { penaltyFacts } from './facts.ts';
import { correctionLinesOf } from './lifecycle/corrections.ts';
import type { OrdinaryPenalty } from './model.ts';
import {
  A,
  AMEND,
  ANNOUNCE,
  anew,
  archived,
  B,
  CAST,
  concluded,
  DECIDE,
  DECIDE_NONE,
  decided,
  deliberating,
  ENDING,
  FILED,
  FIRM,
  fulfilled,
  investigated,
  NONE,
  NOTIFY,
  OWN,
  PERSON,
  PRESERVE,
  performing,
  REPORT,
  revokedToRemake,
  SERVE,
  SETTLE,
  sent,
  settled,
  TERMINATE,
  TRANSFER,
  toNotify,
  urged,
} from './testing.ts';
import { RECTIFY } from './testing-rectifying.ts';

const { handlerA, deputy, head, sealer } = CAST;
const VOID = { reason: '当事人名称有误。' };
const ORDER = { content: '按规定标价。', basis: '《价格法》第四十二条', by: '2026-06-10', court: null, again: null, ...OWN };
const URGE = { content: '缴纳罚款。', contact: '承办科 0478-0000000', ...OWN };
const CLOSE = { summary: '同意结案。' };
const of = (r: Rehearsal): OrdinaryPenalty => r.state as OrdinaryPenalty;
const acts = (r: Rehearsal) => r.tasks().map(({ act }) => act);
const voided = (r: Rehearsal) => settled(r).does(deputy, 'void-letter', VOID);
const sealed = (r: Rehearsal) => settled(settled(r, false).does(sealer, 'seal'));
const none = () => concluded({ ...REPORT, outcome: 'not-punished', tier: 'none', ...NONE }).does(head, 'decide-none', DECIDE_NONE);
const overdue = () => performing().on('2026-06-17').does(deputy, 'urge', URGE);
const FAILED = { how: '直接送达', reason: '下落不明。' };

describe('作废尚未送达的文书（处罚法第六十一条）', () => {
  it('由负责人作废；用印以后仍可以，送达以后、发出公告以后不能', () => {
    expect(decided().tries(deputy, 'void-letter', VOID)).toBeNull();
    expect(sealed(decided()).tries(head, 'void-letter', VOID)).toBeNull();
    expect(decided().tries(handlerA, 'void-letter', VOID)).toMatchObject({ refused: 'wrong-role' });
    expect(performing().tries(head, 'void-letter', VOID)).toMatchObject({ refused: 'no-letter', cite: { article: 61 } });
    expect(() => decided().tries(head, 'void-letter', { reason: null })).toThrow();
    const tried = sealed(decided()).does(handlerA, 'fail-service', FAILED).does(handlerA, 'fail-service', FAILED);
    expect(tried.tries(head, 'void-letter', VOID)).toBeNull();
    const out = tried.does(handlerA, 'announce', ANNOUNCE);
    expect(out.tries(head, 'void-letter', VOID)).toMatchObject({ refused: 'announced' });
  });

  it('以前几次未能送达不算在下一份文书上', () => {
    const tried = sealed(decided()).does(handlerA, 'fail-service', FAILED).does(handlerA, 'fail-service', FAILED);
    const again = sealed(voided(tried).does(head, 'decide', DECIDE));
    expect(of(again).failedServices).toEqual([]);
    expect(again.tries(handlerA, 'announce', ANNOUNCE)).toMatchObject({ refused: 'public-first' });
  });

  it('移送书、登记保存通知书不作废：移送书由受移送机关退回，登记保存作出处理', () => {
    const moved = investigated().does(head, 'transfer', TRANSFER);
    expect(moved.tries(head, 'void-letter', VOID)).toMatchObject({ refused: 'handed-on' });
    const kept = investigated().does(head, 'preserve', PRESERVE);
    expect(kept.tries(head, 'void-letter', VOID)).toMatchObject({ refused: 'in-effect' });
  });
});

describe('作废处罚决定书、不予处罚决定书：如同没有作出', () => {
  it('回到审议决定，办案期限照原来计算，没有决定送达的期限；可以重新作出、补充调查', () => {
    const back = voided(decided());
    expect(of(back)).toMatchObject({
      status: 'deliberating',
      decision: null,
      rounds: [],
      letters: [{}, { kind: 'decision', lapsed: true }],
    });
    expect([due(decided(), 'KE-06'), due(back, 'KE-06'), due(back, 'KE-37'), due(back, 'KE-01')]).toEqual([
      '2026-06-10',
      null,
      null,
      due(deliberating(), 'KE-01'),
    ]);
    expect(acts(back)).toEqual(acts(deliberating()));
    expect(columns(of(back))).toMatchObject({ decision_number: null, decided_on: null, fine_fen: null, due_fen: 0, letter_in_hand: null });
    expect(of(back).told?.decisions).toEqual([]);
    expect(penaltyFacts(of(back), { organ: null, certificates: new Map(), laws: [] as never })).toBeNull();
    expect(settled(back).tries(handlerA, 'serve', SERVE)).toMatchObject({ refused: 'no-letter' });
    expect(back.tries(deputy, 'reopen-inquiry', { reason: '补充' })).toBeNull();
    const again = sent(back.does(head, 'decide', DECIDE));
    expect(of(again)).toMatchObject({ status: 'performing', rounds: [], decision: { letterNo: 3 } });
    expect(of(again).told?.decisions).toHaveLength(1);
    expect(columns(of(again))['decision_number']).toBe(of(again).letters[2]?.number);
  });

  it('没有经过告知的不予处罚，回到审查调查结果；经过告知的回到审议决定', () => {
    expect(of(voided(none()))).toMatchObject({ status: 'concluded', decision: null });
    expect(voided(none()).tries(head, 'decide-none', DECIDE_NONE)).toBeNull();
    expect(of(voided(deliberating().does(head, 'decide-none', DECIDE_NONE)))).toMatchObject({ status: 'deliberating', decision: null });
  });

  it('决定里的责令改正随之没有；以前的责令改正不变', () => {
    const ordered = sent(investigated().does(deputy, 'order-correction', ORDER));
    expect(correctionLinesOf(of(ordered))).toHaveLength(1);
    const decision = { ...DECIDE, ordered: 'ordered', correction: '责令按规定明码标价。', correctBy: '2026-06-20' };
    const back = voided(deliberating().does(head, 'decide', decision));
    expect(correctionLinesOf(of(back))).toEqual([]);
  });

  it('撤销重作的决定作废的，重新等待作出，期限照原来计算；撤销的那一次不变', () => {
    const made = anew(revokedToRemake({ cause: 'procedure' })).does(head, 'decide', DECIDE);
    expect(due(made, 'KE-58')).toBeNull();
    const back = voided(made);
    expect(of(back)).toMatchObject({ status: 'deliberating', decision: null, redresses: [{ undoing: 'remake', redoneOn: null }] });
    expect(of(back).rounds).toHaveLength(1);
    expect(due(back, 'KE-58')).toBe(due(revokedToRemake({ cause: 'procedure' }), 'KE-58'));
    expect(of(back).told?.decisions).toHaveLength(1);
    expect(of(back.does(head, 'decide', DECIDE)).redresses[0]?.redoneOn).toBe(back.today);
  });

  it('已经公示、已经报送备案的不能作废；写明不公示的可以', () => {
    const published = decided().does(handlerA, 'publish', { on: '2026-06-01', where: '平台' });
    expect(published.tries(head, 'void-letter', VOID)).toMatchObject({ refused: 'published' });
    const filed = decided().withState(
      (s) => ({ ...(s as OrdinaryPenalty), filing: { filingId: String(FILED['filing']), on: '2026-06-01' } }) as never,
    );
    expect(filed.tries(head, 'void-letter', VOID)).toMatchObject({ refused: 'filed' });
    const not = decided().does(deputy, 'not-public', { reason: 'no-effect', words: '轻微' });
    expect(of(voided(not)).publication).toBeNull();
  });
});

describe('作废其他文书', () => {
  it('告知书：回到签发告知书，没有告知过；可以另行签发', () => {
    const back = voided(toNotify().does(deputy, 'notify', NOTIFY));
    expect(of(back)).toMatchObject({ status: 'notifying', notices: [] });
    expect([of(back).told?.notices, acts(back)]).toEqual([[], ['notify']]);
    expect(of(sent(back.does(deputy, 'notify', NOTIFY)))).toMatchObject({
      status: 'told',
      notices: [{ letterNo: 2, receivedOn: '2026-06-01' }],
    });
  });

  it('责令改正通知书：没有责令过；再次责令的，前一次仍待处理', () => {
    const back = voided(investigated().does(deputy, 'order-correction', ORDER));
    expect([of(back).corrections, back.state.status]).toEqual([[], 'investigating']);
    const disobeyed = sent(investigated().does(deputy, 'order-correction', ORDER))
      .on('2026-06-10')
      .does(handlerA, 'check-correction', { no: 1, corrected: false, found: '没有标价。', officers: [A, B] });
    const again = disobeyed.does(deputy, 'order-correction', { ...ORDER, by: '2026-06-20', again: 1 });
    expect(correctionLinesOf(of(again)).map((l) => l.standing)).toEqual(['followed', 'unserved']);
    expect(correctionLinesOf(of(voided(again))).map((l) => l.standing)).toEqual(['disobeyed']);
  });

  it('催告书：回到履行，没有催告过', () => {
    const back = voided(overdue());
    expect(of(back)).toMatchObject({ status: 'performing', urgings: [] });
    expect(back.tries(deputy, 'urge', URGE)).toBeNull();
    const twice = urged().does(deputy, 'urge', URGE);
    expect(of(voided(twice))).toMatchObject({ status: 'urged', urgings: [{ receivedOn: '2026-08-03' }] });
  });

  it('撤销、变更决定书：原决定照旧；归档以后签发的重新结案', () => {
    const back = voided(performing().does(head, 'correct-own', AMEND));
    expect(of(back)).toMatchObject({ status: 'performing', amendment: null, redresses: [] });
    const open = voided(archived().does(head, 'correct-own', AMEND));
    expect([of(open).status, open.tries(head, 'close', CLOSE)]).toEqual(['ended', null]);
  });

  it('更正书：没有更正过，可以结案', () => {
    const done = fulfilled().does(handlerA, 'publish', { on: '2026-06-01', where: '平台' });
    const rectifying = done.does(head, 'rectify', RECTIFY);
    expect(rectifying.tries(head, 'close', CLOSE)).toMatchObject({ refused: 'rectifying' });
    const back = voided(rectifying);
    expect([of(back).rectifications, back.tries(head, 'close', CLOSE)]).toEqual([[], null]);
  });
});

describe('当事人已经不在的，不先送达：在途的文书不再送（处罚法第五十七条、行政强制法第四十条）', () => {
  const lapsed = (r: Rehearsal) => of(r).letters.map((l) => l.lapsed ?? false);
  it('终止调查、撤销立案：登记保存处理以后，通知书没有送达的不再送达', () => {
    const kept = investigated({ party: FIRM }).does(deputy, 'preserve', PRESERVE);
    expect(kept.tries(head, 'terminate', TERMINATE)).toMatchObject({ refused: 'preserved', cite: { article: 56 } });
    const over = kept.does(deputy, 'settle-preservation', SETTLE);
    for (const ended of [over.does(head, 'terminate', TERMINATE), over.does(head, 'withdraw-case', { reason: '违法事实不能成立。' })])
      expect([lapsed(ended), ended.state.status]).toEqual([[true], 'ended']);
  });

  it('责令改正：当事人死亡、终止的不再送；其他情形终止的照送', () => {
    const ordered = (party: typeof FIRM) => investigated({ party }).does(deputy, 'order-correction', ORDER);
    expect(lapsed(ordered(PERSON).does(head, 'terminate', { ...TERMINATE, cause: 'died' }))).toEqual([true]);
    const lines = (r: Rehearsal) => correctionLinesOf(of(r)).map((l) => l.standing);
    const gone = { ...TERMINATE, cause: 'died' };
    expect(lines(ordered(PERSON).does(head, 'terminate', gone))).toEqual([]);
    expect(lines(ordered(FIRM).does(head, 'withdraw-case', { reason: '违法事实不能成立。' }))).toEqual([]);
    expect(lines(sent(ordered(PERSON)).does(head, 'terminate', gone))).toEqual(['open']);
    const again = sent(ordered(PERSON))
      .on('2026-06-10')
      .does(handlerA, 'check-correction', { no: 1, corrected: false, found: '没有标价。', officers: [A, B] })
      .does(deputy, 'order-correction', { ...ORDER, by: '2026-06-20', again: 1 });
    const stood = again.does(head, 'terminate', gone);
    expect([lines(again), lines(stood), acts(stood)]).toEqual([['followed', 'unserved'], ['disobeyed'], ['close', 'follow-correction']]);
    expect(stood.tries(head, 'follow-correction', { no: 1, how: 'moot', words: '当事人死亡。' })).toBeNull();
    const performed = performing().does(deputy, 'order-correction', ORDER);
    expect(lines(performed.does(head, 'end-execution', ENDING))).toEqual([]);
    expect(lines(performed.does(head, 'end-execution', { ...ENDING, cause: 'other' }))).toEqual(['unserved']);
    const other = ordered(FIRM).does(head, 'terminate', { ...TERMINATE, cause: 'other-law', basis: '《某规定》第一条' });
    expect(lapsed(other)).toEqual([false]);
    expect(acts(other)).toContain('seal');
  });

  it('终结执行：催告书不再送；当事人终止的，撤销、变更决定书也不再送，其他情形照送', () => {
    expect(lapsed(overdue().does(head, 'end-execution', ENDING)).at(-1)).toBe(true);
    const amending = performing().does(head, 'correct-own', AMEND);
    const gone = amending.does(head, 'end-execution', ENDING);
    expect([lapsed(gone).at(-1), of(gone).amendment]).toEqual([true, null]);
    const other = amending.does(head, 'end-execution', { ...ENDING, cause: 'other' });
    expect([lapsed(other).at(-1), of(other).amendment?.undoing]).toEqual([false, 'revoked']);
    expect(of(sent(other)).redresses).toMatchObject([{ undoing: 'revoked' }]);
  });
});

it('平台签发的文书不能补录作废；自有系统的文书报送作废的照收', () => {
  for (const person of [handlerA, CAST.machine])
    expect(decided().tries(person, 'void-letter', VOID, { reported: true })).toMatchObject({ refused: 'made-here' });
  const told = deliberating().reports(CAST.machine, 'decide', { ...DECIDE, ownNumber: '罚1号' }, '2026-06-01');
  expect(told.tries(CAST.machine, 'void-letter', VOID, { reported: true })).toBeNull();
});
