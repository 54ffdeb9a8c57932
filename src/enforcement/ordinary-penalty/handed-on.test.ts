import { describe, expect, it } from 'vitest';
import { BAYANNUR_2026, type LocalDate, localDate } from '#law';
import { CASE_RULES, type Judgement, judge, nextCaseChange } from '#law/rules/index';
import type { Rehearsal } from '#testing/rehearsal';
import { type CaseSurroundings, caseProcessFacts } from './facts-of-a-case.ts';
import type { OrdinaryPenalty } from './model.ts';
import {
  A,
  B,
  C,
  CAST,
  clue,
  concluded,
  DECIDE,
  DECIDE_NONE,
  decided,
  decidedAfterHearing,
  deliberating,
  EXPIRED,
  filed,
  hearing,
  investigated,
  NONE,
  noticed,
  paused,
  proposed,
  reviewing,
  STAGE,
  sent,
  TERMINATE,
  TRANSFER,
  told,
  toNotify,
} from './testing.ts';

const { deputy, head, handlerA } = CAST;
const AROUND: CaseSurroundings = { officerOn: (key) => ({ key, certificate: 'valid' }), party: null, lists: null };

function facts(r: Rehearsal, today: string) {
  const context = { profile: BAYANNUR_2026, calendar: STAGE.calendar, today: localDate(today) };
  return { process: caseProcessFacts(r.state as OrdinaryPenalty, AROUND, context), context };
}
function judged(r: Rehearsal, today: string): Judgement {
  const { process, context } = facts(r, today);
  return judge(CASE_RULES, process, context);
}
const doubted = (r: Rehearsal, today: string, rule: string): readonly string[] =>
  judged(r, today).doubts.flatMap((d) => (d.rule.id === rule ? [d.doubt.because] : []));
const lacks = (r: Rehearsal, today: string, rule: string): readonly string[] =>
  judged(r, today).notJudged.flatMap((n) => (n.rule === rule ? [n.missing] : []));
function wakes(r: Rehearsal, today: string): LocalDate | null {
  const { process, context } = facts(r, today);
  return nextCaseChange({ ...process, movesOn: false }, context);
}

describe('涉嫌犯罪的移送（行政处罚法第二十七条，T02）', () => {
  const crime = () => investigated().does(head, 'transfer', { ...TRANSFER, criminal: true, reportedOn: '2026-06-01' });

  it('签发以后没有送达的：次日不疑，第二日起疑，直到送达', () => {
    expect(doubted(crime(), '2026-06-02', 'T02')).toEqual([]);
    expect(wakes(crime(), '2026-06-01')).toBe('2026-06-03');
    expect(doubted(crime(), '2026-06-03', 'T02')).toEqual(['涉嫌犯罪的移送2026-06-01决定，届满没有送达受移送机关']);
    expect(doubted(crime(), '2026-12-20', 'T02')).toHaveLength(1);
    expect(doubted(sent(crime()), '2026-12-20', 'T02')).toEqual([]);
  });

  const reported = () => investigated().does(handlerA, 'report-crime', { officers: [A, B], facts: '数额较大。', papers: null });
  it('提出移送报告：第三日不疑，次日没有决定的疑；由主要负责人决定，移送时不必再填报告日期', () => {
    expect(doubted(reported(), '2026-06-04', 'T02')).toEqual([]);
    expect(wakes(reported(), '2026-06-01')).toBe('2026-06-05');
    expect(doubted(reported(), '2026-06-05', 'T02')).toEqual(['涉嫌犯罪的移送2026-06-01报告，届满没有决定是否移送']);
    const moved = (on: string) =>
      sent(
        reported()
          .on(on)
          .does(head, 'transfer', { ...TRANSFER, criminal: true }),
      );
    expect(doubted(moved('2026-06-04'), '2026-12-20', 'T02')).toEqual([]);
    expect(lacks(moved('2026-06-04'), '2026-12-20', 'T02')).toEqual([]);
    expect(doubted(moved('2026-06-05'), '2026-12-20', 'T02')).toHaveLength(1);
    expect(reported().tries(handlerA, 'report-crime', { officers: [A, B], facts: '数额较大。', papers: null })).toMatchObject({
      refused: 'crime-reported',
      cite: { article: 27 },
    });
  });

  it('决定不移送的须有报告、由主要负责人决定并记录理由；没有理由的照实记录，转为疑点', () => {
    const kept = (reason: string) => reported().on('2026-06-03').does(head, 'keep-crime', { reason, decidedBy: null });
    expect(kept('数额没有达到立案追诉标准。').state.status).toBe('investigating');
    expect(doubted(kept('数额没有达到立案追诉标准。'), '2026-12-20', 'T02')).toEqual([]);
    expect(doubted(kept('无'), '2026-12-20', 'T02')).toEqual(['涉嫌犯罪的移送2026-06-03决定不移送，没有记录理由']);
    expect(investigated().tries(head, 'keep-crime', { reason: '不构成犯罪。', decidedBy: null })).toMatchObject({
      refused: 'no-crime-report',
    });
    expect(reported().tries(deputy, 'keep-crime', { reason: '不构成犯罪。', decidedBy: null })).toMatchObject({ refused: 'wrong-role' });
  });

  it('报告由两名持证人员提出，没有被决定回避；决定不移送以后可以再报告', () => {
    const report = (officers: readonly string[], at = investigated()) =>
      at.tries(handlerA, 'report-crime', { officers, facts: '数额较大。', papers: null });
    expect(report([A])).toMatchObject({ refused: 'two-officers', cite: { article: 42 } });
    expect(report([A, EXPIRED])).toMatchObject({ refused: 'two-officers' });
    const recused = investigated()
      .does(handlerA, 'ask-recusal', { officer: [B], by: '当事人', reason: '近亲属' })
      .does(head, 'decide-recusal', { no: 1, granted: true, reason: '属实' });
    expect(report([A, B], recused)).toMatchObject({ refused: 'recused', cite: { article: 43 } });
    expect(report([A, C], recused)).toBeNull();
    const kept = reported().does(head, 'keep-crime', { reason: '数额没有达到立案追诉标准。', decidedBy: null });
    expect(report([A, B], kept)).toBeNull();
    expect(kept.tries(head, 'keep-crime', { reason: '同上。', decidedBy: null })).toMatchObject({ refused: 'no-crime-report' });
  });

  it('移送报告没有决定的，不能作出处罚决定、不予处罚、撤销立案、终止调查、不予立案、移送其他机关；决定不移送以后可以；报来的照录', () => {
    const openIn = (at: Rehearsal) => at.does(handlerA, 'report-crime', { officers: [A, B], facts: '数额较大。', papers: null });
    const none = { ...DECIDE_NONE, reason: 'minor' };
    const ends = [
      [deliberating(), 'decide', DECIDE],
      [concluded({ ...NONE, tier: 'none', outcome: 'not-punished' }), 'decide-none', none],
      [investigated(), 'withdraw-case', { reason: '违法事实不能成立。' }],
      [investigated(), 'terminate', TERMINATE],
      [clue(), 'decline', { reason: '没有违法事实。', told: null }],
      [clue(), 'transfer', TRANSFER],
    ] as const;
    for (const [at, act, input] of ends) {
      expect(openIn(at).tries(head, act, input), act).toMatchObject({ refused: 'crime-open', cite: { article: 27 } });
      const kept = openIn(at).does(head, 'keep-crime', { reason: '数额没有达到立案追诉标准。', decidedBy: null });
      expect(kept.tries(head, act, input), act).toBeNull();
    }
    expect(openIn(clue()).tries(head, 'transfer', { ...TRANSFER, criminal: true })).toBeNull();
    expect(
      openIn(deliberating()).tries(handlerA, 'decide', { ...DECIDE, ownNumber: '临市监罚〔2026〕9号' }, { reported: true }),
    ).toBeNull();
  });

  it('决定以前的每一个环节都可以报告、决定不移送、移送，主要负责人有待办；决定以后没有', () => {
    const report = { officers: [A, B], facts: '数额较大。', papers: null };
    const stages: readonly Rehearsal[] = [
      ...[clue(), proposed(), filed(), paused(), concluded(), reviewing(), toNotify(), noticed(), told(), hearing(), deliberating()],
    ];
    for (const at of stages) {
      const { status } = at.state;
      const open = at.does(handlerA, 'report-crime', report);
      expect(open.state.status).toBe(status);
      expect(
        open.tasks().find(({ key }) => key === 'crime-report'),
        status,
      ).toMatchObject({ act: 'transfer', roles: ['head'], clock: { id: 'KE-30' } });
      expect(open.tries(deputy, 'transfer', { ...TRANSFER, criminal: true }), status).toMatchObject({ refused: 'not-chief' });
      const kept = open.does(head, 'keep-crime', { reason: '数额没有达到立案追诉标准。', decidedBy: null });
      expect([kept.state.status, kept.tasks().some(({ key }) => key === 'crime-report')]).toEqual([status, false]);
      expect(open.does(head, 'transfer', { ...TRANSFER, criminal: true }).state.status, status).toBe('transferred');
    }
    for (const [act, input] of [
      ['report-crime', report],
      ['transfer', { ...TRANSFER, criminal: true }],
    ] as const)
      expect(decided().tries(act === 'transfer' ? head : handlerA, act, input)).toMatchObject({ refused: 'wrong-state' });
  });

  it('移送不涉嫌犯罪的，没有这两个期限', () => {
    expect(doubted(investigated().does(head, 'transfer', TRANSFER), '2026-12-20', 'T02')).toEqual([]);
  });
});

describe('受移送机关的回告（细则第二十条第二款，T03）', () => {
  const moved = () => sent(investigated().does(head, 'transfer', TRANSFER));
  const known = () => moved().on('2026-06-20').does(handlerA, 'transfer-decided', { decidedOn: '2026-06-03', words: '电话了解。' });

  it('得知已经决定而没有书面告知的：第二十日不疑，次日疑', () => {
    expect(known().state.status).toBe('transferred');
    expect(doubted(known(), '2026-06-23', 'T03')).toEqual([]);
    expect(wakes(known(), '2026-06-20')).toBe('2026-06-24');
    expect(doubted(known(), '2026-06-24', 'T03')).toEqual(['受移送机关2026-06-03作出决定，应当至2026-06-23告知，届满没有收到书面告知']);
  });

  it('登记结果时不必再填决定日期；期限内收到的不疑，退回的也是回告', () => {
    const settled = (on: string) => known().on(on).does(handlerA, 'transfer-settled', { result: '已经处理。' });
    expect(doubted(settled('2026-06-23'), '2026-12-01', 'T03')).toEqual([]);
    expect(doubted(settled('2026-06-24'), '2026-12-01', 'T03')).toEqual([
      '受移送机关2026-06-03作出决定，应当至2026-06-23告知，2026-06-24才收到',
    ]);
    const back = known().on('2026-06-22').does(head, 'take-back', { reason: '不予受理' });
    expect(doubted(back, '2026-12-01', 'T03')).toEqual([]);
  });

  it('决定日期不早于移送、不晚于登记之日；没有登记决定日期的无法判断', () => {
    const tries = (decidedOn: string) => moved().on('2026-06-20').tries(handlerA, 'transfer-decided', { decidedOn, words: '电话了解。' });
    expect(tries('2026-05-31')).toMatchObject({ refused: 'decided-otherwise', cite: { article: 20 } });
    expect(tries('2026-06-01')).toBeNull();
    expect(tries('2026-06-20')).toBeNull();
    expect(tries('2026-06-21')).toMatchObject({ refused: 'decided-otherwise' });
    const unknown = moved().on('2026-06-20').does(handlerA, 'transfer-settled', { result: '已经处理。' });
    expect(lacks(unknown, '2026-12-01', 'T03')).toEqual(['缺受移送机关作出决定的日期']);
  });
});

describe('没有人查对是否涉嫌犯罪的处罚（行政处罚法第二十七条，T01）', () => {
  it('没有法制审核的无法判断，审核过⑨的已经判断', () => {
    expect(lacks(decided(), '2026-06-30', 'T01')).toEqual(['缺涉嫌犯罪移送标准']);
    expect(lacks(decidedAfterHearing(), '2026-06-30', 'T01')).toEqual([]);
  });
});
