import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal, isSettledAll, isStayed, mustWithdraw, rowOf, weighsMore, weighsSame } from '#law';
import type { Rehearsal } from '#testing/rehearsal';
import type { OrdinaryPenalty } from './model.ts';
import {
  AMEND,
  APPLY,
  anew,
  archived,
  CAST,
  DECIDE,
  disputed,
  doubts,
  ENDING,
  EVIDENCE,
  fulfilled,
  type Input,
  KIND,
  NOTIFY,
  OWN,
  PAY,
  performing,
  QUESTION,
  REPORT,
  RESULT,
  REVIEW,
  revokedToRemake,
  SERVE,
  TERMINATE,
  TRANSFER,
  urged,
  VERIFY,
  WAIVE,
} from './testing.ts';
import { playing, reportedToo, type Try } from './testing-random.ts';

const of = (r: Rehearsal): OrdinaryPenalty => r.state as OrdinaryPenalty;
const openNo = (r: Rehearsal): number => of(r).disputes.find((d) => d.until === null)?.no ?? 1;
const fine = (sum: number): Input => ({ kinds: ['CF03'], fine: sum, income: null, goods: null, content: '罚款。' });
const ending =
  (more: Input) =>
  (r: Rehearsal): Input => ({ ...RESULT, no: openNo(r), effectOn: r.today, ...more });
const lastRedress = (r: Rehearsal): number => of(r).redresses.find((c) => mustWithdraw(c) || c.owesBack)?.no ?? 1;

/** What happens to a decision once it has been served: paid, enforced, disputed, put right, made anew; lawful and not. */
const TRIES: readonly Try[] = [
  ['dispute', (r) => ({ way: 'reconsideration', appliedOn: r.today, body: '区政府', papers: null })],
  ['dispute', (r) => ({ way: 'litigation', appliedOn: r.today, body: '临河区人民法院', papers: null })],
  ...[true, true, false].map(
    (accepted): Try => [
      'dispute-accepted',
      (r) => ({ no: openNo(r), accepted, on: r.today, caseNumber: null, copyOn: accepted ? r.today : null, isSimple: false }),
    ],
  ),
  ['dispute-answered', (r) => ({ no: openNo(r), on: r.today, papers: null })],
  ['dispute-ended', ending({})],
  ['dispute-ended', ending({ outcome: 'withdrawn', documentNumber: null })],
  ['dispute-ended', ending({ outcome: 'ended' })],
  ['dispute-ended', ending({ outcome: 'dismissed', opinionOn: '2026-06-01' })],
  ['dispute-ended', ending({ outcome: 'changed', cause: 'discretion', ...fine(100_000) })],
  ['dispute-ended', ending({ outcome: 'changed', cause: 'discretion', ...fine(900_000) })],
  ['dispute-ended', ending({ outcome: 'changed', cause: 'discretion', ...fine(900_000), heavierBecause: '第三人提出相反请求。' })],
  ...(['revoked', 'void', 'unlawful', 'remake', 'remake'] as const).map(
    (outcome): Try => ['dispute-ended', ending({ outcome, cause: 'facts' })],
  ),
  ['dispute-ended', ending({ outcome: 'remake', cause: 'procedure' })],
  ['report-correction', (r) => ({ no: openNo(r), on: r.today, words: '已整改。', papers: null })],
  ...['court', 'reconsideration', 'organ'].map((by): Try => ['stay', (r) => ({ by, from: r.today, reason: '裁定' })]),
  ['stay-ended', (r) => ({ no: Math.max(1, of(r).stays.length), until: r.today, reason: '恢复' })],
  ['withdraw-publication', (r) => ({ no: lastRedress(r), on: r.today, where: '平台', reason: '已被撤销' })],
  [
    'give-back',
    (r) => ({
      no: lastRedress(r),
      on: r.today,
      amount: of(r).redresses[lastRedress(r) - 1]?.backFen ?? 0,
      goods: null,
      less: null,
      receipt: '1',
    }),
  ],
  ['correct-own', () => AMEND],
  ['correct-own', () => ({ ...AMEND, undoing: 'changed', ...fine(100_000) })],
  ['correct-own', () => ({ ...AMEND, undoing: 'remake' })],
  ['pay', (r) => ({ ...PAY, receipt: `票${r.acts.length}` })],
  ['pay', (r) => ({ ...PAY, amount: 100_000, receipt: `票${r.acts.length}` })],
  ['complete-performance', () => ({ summary: '…' })],
  ['urge', () => ({ content: '…', contact: '…', ...OWN })],
  ['apply-court', () => APPLY],
  ['ruling', (r) => ({ ruling: 'granted', on: r.today, receivedOn: null, words: null })],
  ['ruling', (r) => ({ ruling: 'declined', on: r.today, receivedOn: null, words: null })],
  ['appeal-ruling', (r) => ({ on: r.today, court: '巴彦淖尔市中级人民法院', papers: null })],
  ['end-execution', () => ENDING],
  ['end-execution', () => ({ ...ENDING, cause: 'court-refused' })],
  ['publish', (r) => ({ on: r.today, where: '平台' })],
  ['close', () => ({ summary: '…' })],
  ['archive', () => ({ number: '1', pages: 1 })],
  ['seal', () => ({})],
  ['serve', (r) => ({ ...SERVE, receivedOn: r.today })],
  ['void-letter', () => ({ reason: '数额有误' })],
  ['evidence', () => EVIDENCE],
  ['question', () => QUESTION],
  ['verify-evidence', () => VERIFY],
  ['conclude', () => REPORT],
  ['conclude', () => ({ ...REPORT, differs: '补充了进货台账' })],
  ['conclude', () => ({ ...REPORT, ...fine(900_000) })],
  ['conclude', () => ({ ...REPORT, grounds: ['complex'] })],
  ['skip-review', () => ({ reason: '…' })],
  ['send-review', () => ({ explained: null, papers: null })],
  ['review', () => REVIEW],
  ['review', () => doubts('law')],
  ['notify', () => NOTIFY],
  ['waive', () => WAIVE],
  ['close-notice', () => ({})],
  ...Array.from({ length: 4 }, (): Try => ['decide', () => DECIDE]),
  ['decide', () => ({ ...DECIDE, ...fine(150_000) })],
  ['reopen-inquiry', () => ({ reason: '补充' })],
  ['terminate', () => TERMINATE],
  ['withdraw-case', () => ({ reason: '违法事实不能成立。' })],
  ['transfer', () => TRANSFER],
  ['transfer-decided', () => ({ decidedOn: '2026-06-01', words: '电话了解。' })],
  ['transfer-settled', () => ({ result: '受移送机关立案。' })],
  ['take-back', () => ({ reason: '退回' })],
  ['decide-recusal', () => ({ no: 1, granted: false, reason: '…' })],
  ['settle-review', () => ({ outcome: 'again', members: '局长、副局长', reason: '…' })],
];
const STARTS = [
  performing,
  () => disputed(performing()),
  () => disputed(performing(), 'litigation', '临河区人民法院'),
  () => disputed(fulfilled().does(CAST.handlerA, 'publish', { on: '2026-06-01', where: '平台' })),
  () => disputed(archived().on('2026-07-01')),
  urged,
  () => disputed(urged()),
  () => revokedToRemake(),
  () => revokedToRemake({ cause: 'procedure' }),
  () => anew(revokedToRemake()),
  () => anew(revokedToRemake({ cause: 'procedure' })),
];
const PEOPLE = [CAST.handlerA, CAST.head, CAST.deputy, CAST.legalOffice, CAST.sealer];
const PLAY = { starts: STARTS, tries: TRIES, people: PEOPLE, days: [1, 8, 20, 70] };
const walk = fc.noBias(fc.record({ start: fc.nat(STARTS.length - 1), moves: fc.array(fc.nat(9_999), { minLength: 8, maxLength: 30 }) }));

/** An open case is somebody's: it has tasks of its stage, and somebody whose task it is can go on. */
function ownerless(r: Rehearsal): string | null {
  const tasks = r.tasks();
  if (KIND.closed.includes(r.state.status)) return tasks.length === 0 ? null : '已办结仍有待办';
  const misplaced = tasks.find(({ act }) => rowOf(KIND, act)?.from.includes(r.state.status) !== true);
  if (tasks.length === 0 || misplaced !== undefined) return `${r.state.status}：${misplaced?.act ?? '没有待办'}`;
  const goesOn = TRIES.some(
    ([act, make]) =>
      rowOf(KIND, act)?.from.includes(r.state.status) === true &&
      PEOPLE.some(
        (person) => tasks.some((task) => task.roles.some((role) => role === person.role)) && r.tries(person, act, make(r)) === null,
      ),
  );
  return goesOn ? null : `${r.state.status}：${tasks.map((t) => t.act).join()}都无人能办`;
}

/** What the law asks of any case after its decision, read off the case without the conditions themselves. */
function wrongs(s: OrdinaryPenalty): readonly string[] {
  const over = ['closed', 'archived'].includes(s.status);
  const penalty = s.decision?.penalty ?? null;
  const paid = s.payments.reduce((sum, p) => sum + p.fen, 0);
  const most = Math.max(penalty?.fineFen ?? 0, s.decision?.original?.fineFen ?? 0) * 2;
  const remade = s.redresses.findLast((c) => c.undoing === 'remake' && c.decisionNo === s.rounds.length);
  const isSame = penalty !== null && remade?.before != null && weighsSame(penalty, remade.before);
  const heavier = s.redresses.filter((c) => c.undoing === 'changed' && c.via === 'own' && c.before !== null && c.after !== null);
  return [
    ...(s.letters.some((l) => l.lapsed === true && l.receivedOn !== null) ? ['不再送达的文书又送达'] : []),
    ...(s.letters.some((l) => l.lapsed === true && l.no === s.decision?.letterNo) ? ['决定书作废，决定仍在'] : []),
    ...(s.decision === null && s.status === 'decided' ? ['没有决定即等待送达决定书'] : []),
    ...(over && !isSettledAll(s) ? ['复议、诉讼的后续没有办完即结案'] : []),
    ...(over && penalty !== null && s.ending === 'performed' && paid < (penalty.fineFen ?? 0) ? ['没有缴清即结案'] : []),
    ...(over && s.publication === null && s.ending === 'performed' ? ['没有公示即结案'] : []),
    ...(paid > most ? ['多收'] : []),
    ...(isSame && remade?.cause !== 'procedure' && s.redresses.every((c) => c.undoing !== 'changed' || c.decisionNo !== s.rounds.length + 1)
      ? (s.reports.at(-1)?.differs ?? null) === null
        ? ['重新作出基本相同的决定']
        : []
      : []),
    ...(s.stays.some((stay) => !isGrounded(s, stay)) ? ['没有相应的复议、诉讼即停止执行'] : []),
    ...(heavier.some((c) => c.before !== null && c.after !== null && weighsMore(c.after, c.before)) ? ['自行变更更重'] : []),
    ...(s.redresses.some((c) => c.undoing === 'remake' && c.redoneOn === null) && s.decision !== null ? ['已经重作仍在等候'] : []),
    ...s.rounds.flatMap((round) =>
      round.publication !== null && 'where' in round.publication && !isDown(s, round.redressNo) ? ['公示没有撤回的途径'] : [],
    ),
  ];
}
/** Nobody but who has the decision before it stays it, and only for as long as that goes on (处罚法 73¶1). */
const isGrounded = (s: OrdinaryPenalty, { by, from }: OrdinaryPenalty['stays'][number]): boolean =>
  s.disputes.some(
    (d) =>
      d.from <= from &&
      (d.until === null || d.until >= from) &&
      (by === 'organ' || d.way === (by === 'court' ? 'litigation' : 'reconsideration')),
  );
const isDown = (s: OrdinaryPenalty, no: number): boolean =>
  s.redresses.some((c) => c.no === no && (c.offlineOn !== null || mustWithdraw(c)));

/** What is refused whoever tells it: nothing to act upon, figures and days that do not fit each other. */
const FORM_CODES: readonly string[] = [
  'no-letter',
  'handed-on',
  'no-dispute',
  'not-accepted',
  'no-stay',
  'no-copy',
  'not-served',
  'letter-in-hand',
  'made-here',
  'accepted',
  'no-opinion',
  'not-public',
  'nothing-owed',
  'no-recusal',
  'no-disagreement',
  'published',
  'stayed',
  'already-open',
  'revoked',
  'no-decision',
  'wrong-result',
  'opinion-in-suit',
  'answered',
  'reported',
  'amending',
];

describe('决定以后任意次序办理：履行、执行、复议、诉讼、撤销重作（处罚法第七十三条、复议法第六十四条、行政诉讼法第七十一条）', () => {
  it('平台办理走到哪里都合法，总有人可办、能办；因违法被拒绝的，补录都照实收下', () => {
    let [redresses, remade, taken] = [0, 0, 0];
    const play = playing(PLAY);
    fc.assert(
      fc.property(walk, (moves) => {
        let seen: Rehearsal | null = null;
        const at = play(moves, (now, act, input) => {
          if (now !== seen) expect(ownerless(now), now.acts.join(' → ')).toBeNull();
          seen = now;
          if (reportedToo(now, act, input, FORM_CODES)) taken += 1;
          const isExecuting = act === 'urge' || act === 'apply-court';
          if (isExecuting && isStayed(of(now))) for (const by of PEOPLE) expect(isRefusal(now.tries(by, act, input))).toBe(true);
        });
        const s = of(at);
        redresses += s.redresses.length;
        if (s.rounds.length > 0 && s.decision !== null) remade += 1;
        expect(wrongs(s), at.acts.join(' → ')).toEqual([]);
      }),
      { numRuns: 80, seed: 20_261_128 },
    );
    expect([redresses > 30, remade > 3, taken > 100], `${redresses} ${remade} ${taken}`).toEqual([true, true, true]);
  });
});
