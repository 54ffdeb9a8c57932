import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ActingPost, addDays, addWorkingDays } from '#law';
import type { OrdinaryPenalty } from './model.ts';
import {
  A,
  B,
  CALL,
  CALL_SERVED,
  CAST,
  concluded,
  DECIDE,
  DECIDE_NONE,
  DISCUSS,
  DISPOSE,
  deliberating,
  doubts,
  EVIDENCE,
  HAND_OVER,
  HELD,
  heard,
  investigated,
  LARGE,
  MOVE,
  NOTIFY,
  OWN,
  PAY,
  QUESTION,
  RECORDED,
  REPORT,
  REVIEW,
  reviewed,
  SERVE,
  STAGE,
  STORE,
  told,
  toNotify,
  VERIFY,
  WAIVE,
} from './testing.ts';
import { playing, reportedToo, type Try } from './testing-random.ts';

/** Acts as people would try them, lawful and not, in any order. */
const TRIES: readonly Try[] = [
  ['evidence', () => EVIDENCE],
  ['evidence', () => ({ ...EVIDENCE, officers: [A] })],
  ['question', () => ({ ...QUESTION, shown: false })],
  ['verify-evidence', () => VERIFY],
  ['verify-evidence', () => ({ ...VERIFY, items: [{ no: 1 }] })],
  ['preserve', () => ({ reason: '…', place: '仓库', keeper: '当事人', items: [{ name: '物', quantity: '1' }], officers: [A, B], ...OWN })],
  ['settle-preservation', () => ({ no: 1, how: 'released', reason: '…' })],
  ['take-goods', () => STORE],
  ['move-goods', () => MOVE],
  ['dispose-goods', () => DISPOSE],
  ['dispose-goods', () => ({ ...DISPOSE, how: 'destroyed', papers: [A] })],
  ['hand-over-evidence', () => HAND_OVER],
  ['record-av', () => ({ ...RECORDED, stage: 'preserve' })],
  ['ask-recusal', () => ({ officer: [B], by: '当事人', reason: '…' })],
  ['decide-recusal', () => ({ no: 1, granted: false, reason: '…' })],
  ['conclude', () => REPORT],
  ['conclude', () => ({ ...REPORT, ...LARGE, newFacts: '另查明' })],
  ['conclude', () => ({ ...REPORT, ...LARGE })],
  ['conclude', () => ({ ...REPORT, grounds: ['complex'] })],
  ['reopen-inquiry', () => ({ reason: '补充' })],
  ['skip-review', () => ({ reason: '…' })],
  ['send-review', () => ({ explained: null, papers: null })],
  ['review', () => REVIEW],
  ['review', () => doubts('law')],
  ['object-review', () => ({ reason: '适用法律正确', papers: null })],
  ['settle-review', () => ({ outcome: 'again', members: '局长、副局长', reason: '…' })],
  ['notify', () => NOTIFY],
  ['notify', () => ({ ...NOTIFY, hearing: true })],
  ['seal', () => ({})],
  ['serve', (r) => ({ ...SERVE, receivedOn: r.today })],
  ['void-letter', () => ({ reason: '数额有误' })],
  ['statement', () => ({ by: '当事人', content: '申辩', papers: null })],
  ['recheck', () => ({ no: 1, accepted: false, reason: '…' })],
  ['waive', () => WAIVE],
  ['ask-hearing', (r) => ({ by: '当事人', askedOn: r.today, papers: null })],
  ['notify-hearing', (r) => ({ ...CALL, on: addDays(r.today, 11) })],
  ['serve-hearing', (r) => ({ ...CALL_SERVED, receivedOn: r.today })],
  ['hold-hearing', () => HELD],
  ['close-notice', () => ({})],
  ['discuss', () => DISCUSS],
  ...Array.from({ length: 6 }, () => ['decide', () => DECIDE] as const),
  ['decide', () => ({ ...DECIDE, ...LARGE })],
  ['decide-none', () => DECIDE_NONE],
  ['pay', (r) => ({ ...PAY, receipt: `票${r.acts.length}` })],
  ['complete-performance', () => ({ summary: '…' })],
  ['urge', () => ({ content: '…', contact: '…', ...OWN })],
];
const STARTS = [
  investigated,
  concluded,
  toNotify,
  told,
  () => told({ ...LARGE }, { hearing: true }),
  heard,
  () => reviewed(heard()),
  deliberating,
  () => deliberating({ isGrave: true }),
  () => told().does(CAST.handlerA, 'waive', WAIVE),
];
const PEOPLE: readonly ActingPost[] = [CAST.handlerA, CAST.head, CAST.legalOffice, CAST.sealer];
const walk = fc.noBias(fc.record({ start: fc.nat(STARTS.length - 1), moves: fc.array(fc.nat(999), { minLength: 8, maxLength: 20 }) }));
const RUNS = { numRuns: 60, seed: 20_261_127 };
const played = playing({ starts: STARTS, tries: TRIES, people: PEOPLE, days: [1, 3, 8, 20] });

/** What the law asks of any decision, read off the case without the conditions themselves. */
function wrongs(s: OrdinaryPenalty): readonly string[] {
  const [report, decision] = [s.reports.at(-1), s.decision];
  const verified = new Set(s.evidence.filter((e) => e.isLawful && e.verifiedOn !== null && e.collectorIds.length >= 2).map((e) => e.no));
  const unproved = (report?.facts ?? []).filter((f) => !f.evidence.every((no) => verified.has(no))).length;
  const kept = s.status === 'investigating' ? 0 : s.preservations.filter((p) => p.settledOn === null).length;
  const astray = s.goods.filter((g) => g.ended === null && (g.place === '' || g.keeper === '')).length;
  const unlawful = s.goods.filter((g) => g.ended?.how === 'destroyed' && s.decision?.penalty?.kinds.includes('CF05') !== true).length;
  const always = [
    ...(unproved > 0 ? ['事实没有证据'] : []),
    ...(kept > 0 ? ['登记保存没有处理'] : []),
    ...(s.letters.some((l) => l.lapsed === true && l.receivedOn !== null) ? ['不再送达的文书又送达'] : []),
    ...(s.letters.some((l) => l.lapsed === true && l.no === s.decision?.letterNo) ? ['决定书作废，决定仍在'] : []),
    ...(s.decision === null && s.status === 'decided' ? ['没有决定即等待送达决定书'] : []),
    ...(astray > 0 ? ['物品没有存放地点、保管人'] : []),
    ...(unlawful > 0 ? ['没有没收决定即销毁'] : []),
    ...(['closed', 'archived'].includes(s.status) && s.goods.some((g) => g.ended === null) ? ['物品没有处置即结案'] : []),
  ];
  if (decision === null || decision.penalty === null) return always;
  const told = s.notices.filter((n) => n.receivedOn !== null && n.receivedOn <= decision.on).at(-1);
  const reviews = s.reviews.filter((r) => r.opinion === 'agree' && r.reportNo === s.reports.length);
  const isHeard = s.hearing?.outcome === 'held' && s.hearing.reportNo === s.reports.length;
  const mustReview = (report?.grounds.length ?? 0) > 0 || isHeard;
  const isLarge = (decision.penalty.fineFen ?? 0) >= 5_000_000;
  const over = told?.receivedOn == null ? null : addWorkingDays(STAGE.calendar, told.receivedOn, 5);
  return [
    ...always,
    ...(told === undefined || told.reportNo !== s.reports.length ? ['没有告知'] : []),
    ...((decision.penalty.fineFen ?? 0) > (told?.penalty.fineFen ?? 0) ? ['重于告知'] : []),
    ...(told?.waivedOn == null && !(over !== null && decision.on > over) ? ['期限未满'] : []),
    ...(s.statements.some((one) => one.reportNo === s.reports.length && one.recheckedOn === null && one.on <= decision.on)
      ? ['申辩未复核']
      : []),
    ...(mustReview && !reviews.some((r) => !isHeard || r.afterHearing) ? ['应审未审'] : []),
    ...(isLarge && told?.hearing !== true ? ['没有告知听证'] : []),
    ...(isLarge && !s.discussions.some((d) => d.reportNo === s.reports.length) ? ['没有集体讨论'] : []),
    ...(s.recusals.some((r) => r.askedOn <= decision.on && r.decidedOn === null && r.askedOn < decision.on) ? ['回避未决定'] : []),
  ];
}

/** What is refused whoever tells it: nothing to act upon, figures that do not fit each other. */
const FORM_CODES: readonly string[] = [
  'letter-in-hand',
  'made-here',
  'no-letter',
  'in-effect',
  'not-sealed',
  'no-such-evidence',
  'not-keeper',
  'no-such-goods',
  'goods-ended',
  'goods-before',
  'no-preservation',
  'no-failed-review',
  'disagreed',
  'no-disagreement',
  'no-recusal',
  'no-statement',
  'no-penalty',
  'told',
  'not-called',
  'sum',
];

describe('任意次序办理（处罚法第三十八条、第四十条、第四十四条、第五十八条、第六十二条）', () => {
  it('平台办理走到哪里都合法、有人可办；因违法被拒绝的，补录都照实收下', () => {
    let [decisions, taken] = [0, 0];
    fc.assert(
      fc.property(walk, (moves) => {
        const at = played(moves, (now, act, input) => {
          if (reportedToo(now, act, input, FORM_CODES)) taken += 1;
        });
        const s = at.state as OrdinaryPenalty;
        if (s.decision?.penalty != null) decisions += 1;
        expect(wrongs(s), at.acts.join(' → ')).toEqual([]);
        expect(at.tasks(), at.acts.join(' → ')).not.toEqual([]);
      }),
      RUNS,
    );
    expect(decisions).toBeGreaterThan(5);
    expect(taken).toBeGreaterThan(100);
  });
});
