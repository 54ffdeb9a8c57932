import { describe, expect, it } from 'vitest';
import { BAYANNUR_2026, decisionStands, type LocalDate } from '#law';
import { judge, REDRESS_RULES } from '#law/rules/index';
import { asking } from '#testing/asking';
import { type Rehearsal, testCalendar } from '#testing/rehearsal';
import { due } from '#testing/running-clock';
import { judgedNo, redressed } from './facts.ts';
import type { OrdinaryPenalty } from './model.ts';
import {
  AMEND,
  APPLY,
  anew,
  archived,
  CAST,
  DECIDE,
  deliberating,
  disputed,
  fulfilled,
  type Input,
  OWN,
  PAY,
  performing,
  REPORT,
  RESULT,
  resulted,
  revokedToRemake,
  SERVE,
  SMALL,
  sent,
  settled,
  urged,
} from './testing.ts';

const { handlerA, deputy, head } = CAST;
const state = (r: Rehearsal) => r.state as OrdinaryPenalty;
const acts = (r: Rehearsal) => r.tasks().map((t) => t.act);
const CHANGED: Input = { kinds: ['CF03'], fine: 100_000, income: null, goods: null, content: '罚款1,000元。' };

describe('复议、诉讼：申请、受理、答复、结果（处罚法第七十三条，复议法第三十条、第四十八条）', () => {
  it('送达以前没有可以申请的；申请日期在送达以后；先受理、再登记结果', () => {
    const applying = (appliedOn: string) =>
      performing().on('2026-06-10').tries(handlerA, 'dispute', { way: 'reconsideration', appliedOn, body: '区政府', papers: null });
    expect(applying('2026-05-31')).toMatchObject({ refused: 'day-before' });
    expect(applying('2026-06-11')).toMatchObject({ refused: 'day-ahead' });
    expect(applying('2026-06-10')).toBeNull();
    const only = performing().does(handlerA, 'dispute', { way: 'reconsideration', appliedOn: '2026-06-01', body: '区政府', papers: null });
    const end = { ...RESULT, effectOn: '2026-06-01' };
    expect(only.tries(handlerA, 'dispute-ended', end)).toMatchObject({ refused: 'not-accepted' });
    expect(only.tries(handlerA, 'dispute-ended', { ...end, outcome: 'withdrawn', documentNumber: null })).toBeNull();
    expect(acts(only)).toContain('dispute-accepted');
  });

  it('收到副本起十个工作日内答复（简易五个）；诉讼十五日内答辩', () => {
    const at = disputed(performing());
    expect(due(at, 'KE-27')).toBe('2026-06-15');
    expect(acts(at)).toContain('dispute-answered');
    const suit = disputed(performing(), 'litigation', '临河区人民法院');
    expect(due(suit, 'KE-27-suit')).toBe('2026-06-16');
    const answered = at.does(handlerA, 'dispute-answered', { no: 1, on: '2026-06-01', papers: null });
    expect([due(answered, 'KE-27'), acts(answered).includes('dispute-ended')]).toEqual([null, true]);
  });

  it('不予受理的不影响加处罚款；诉讼没有“维持”、没有复议意见书；结果写明文号、纠错原因；终止、终结的决定照旧', () => {
    const declined = performing()
      .on('2026-06-10')
      .does(handlerA, 'dispute', { way: 'reconsideration', appliedOn: '2026-06-10', body: '区政府', papers: null })
      .on('2026-06-17');
    const paying = (r: Rehearsal) => r.tries(handlerA, 'pay', { ...PAY, amount: 206_000 });
    expect(paying(declined)).toMatchObject({ refused: 'too-much' });
    const no = { no: 1, accepted: false, on: '2026-06-17', caseNumber: null, copyOn: null, isSimple: false };
    expect(paying(declined.does(handlerA, 'dispute-accepted', no))).toBeNull();
    const ending = (more: Input, way: 'litigation' | 'reconsideration' = 'litigation') =>
      disputed(performing(), way).tries(handlerA, 'dispute-ended', { ...RESULT, effectOn: '2026-06-01', ...more });
    expect(ending({})).toMatchObject({ refused: 'wrong-result' });
    expect(ending({ outcome: 'dismissed' })).toBeNull();
    expect(ending({ outcome: 'dismissed', opinionOn: '2026-06-01' })).toMatchObject({ refused: 'opinion-in-suit' });
    expect(ending({ opinionOn: '2026-06-01' }, 'reconsideration')).toBeNull();
    expect(ending({ outcome: 'dismissed', documentNumber: null })).toMatchObject({ refused: 'no-document' });
    expect(ending({ outcome: 'revoked' })).toMatchObject({ refused: 'no-cause' });
    expect([ending({ outcome: 'ended' }), ending({ outcome: 'ended' }, 'reconsideration')]).toEqual([null, null]);
    expect(ending({ outcome: 'ended', documentNumber: null })).toMatchObject({ refused: 'no-document' });
    expect(ending({ outcome: 'ended', ...CHANGED })).toMatchObject({ refused: 'not-changed' });
    const applied: Input = { way: 'litigation', appliedOn: '2026-06-01', body: '临河区人民法院', papers: null };
    const unaccepted = performing().does(handlerA, 'dispute', applied);
    expect(unaccepted.tries(handlerA, 'dispute-ended', { ...RESULT, effectOn: '2026-06-01', outcome: 'ended' })).toMatchObject({
      refused: 'not-accepted',
    });
    const ended = resulted(disputed(performing()), { outcome: 'ended' });
    expect([state(ended).redresses, ended.state.status, acts(ended)]).toEqual([[], 'performing', ['complete-performance']]);
    expect(ended.says).toContain('终止复议、终结诉讼');
    expect(ending({ outcome: 'changed', cause: 'discretion' })).toMatchObject({ refused: 'no-standing', cite: { article: 63 } });
  });

  it('撤回复议的，六个月起诉期限照旧；维持的，十五日', () => {
    const window = (outcome: string) => due(resulted(disputed(performing()).on('2026-07-01'), { outcome }), 'KE-15');
    expect(window('withdrawn')).toBe('2027-03-01');
    expect(window('upheld')).toBe('2026-10-16');
  });
});

describe('停止执行：只有依法决定的才停止（处罚法第七十三条）', () => {
  it('复议期间不停止，可以催告；决定停止以后不得催告、申请执行，恢复以后可以', () => {
    const overdue = disputed(performing().on('2026-06-17'));
    const urging = (r: Rehearsal) => r.tries(deputy, 'urge', { content: '缴款', contact: '科室', ...OWN });
    expect(urging(overdue)).toBeNull();
    const stayed = overdue.does(handlerA, 'stay', { by: 'reconsideration', from: '2026-06-17', reason: '裁定' });
    expect(urging(stayed)).toMatchObject({ refused: 'stayed', cite: { article: 73 } });
    expect(overdue.tries(handlerA, 'stay', { by: 'organ', from: '2026-06-17', reason: '…' })).toMatchObject({ refused: 'not-leader' });
    expect(acts(stayed)).toContain('stay-ended');
    expect(urging(stayed.does(handlerA, 'stay-ended', { no: 1, until: '2026-06-17', reason: '恢复' }))).toBeNull();
    const late = disputed(urged()).does(head, 'stay', { by: 'organ', from: '2026-08-03', reason: '…' }).on('2026-12-21');
    expect(late.tries(head, 'apply-court', APPLY)).toMatchObject({ refused: 'stayed' });
  });
});

describe('变更：应缴的随之改变（复议法第六十三条、行政诉讼法第七十七条）', () => {
  const changing = (more: Input, r = performing()) =>
    disputed(r).tries(handlerA, 'dispute-ended', { ...RESULT, effectOn: '2026-06-01', outcome: 'changed', cause: 'discretion', ...more });
  it('不得更重，第三人提出相反请求的写明依据', () => {
    expect(changing(CHANGED)).toBeNull();
    expect(changing({ ...CHANGED, fine: 200_000 })).toBeNull();
    expect(changing({ ...CHANGED, fine: 200_001 })).toMatchObject({ refused: 'heavier', cite: { article: 63 } });
    expect(changing({ ...CHANGED, fine: 200_001, heavierBecause: '第三人提出相反请求' })).toBeNull();
  });

  it('没有缴的按变更后的缴清；缴多的退还，退清、重新公示以后才能结案', () => {
    const unpaid = resulted(disputed(performing()), { outcome: 'changed', cause: 'discretion', ...CHANGED });
    expect(unpaid.tries(handlerA, 'pay', { ...PAY, amount: 100_001 })).toMatchObject({ refused: 'too-much' });
    expect(unpaid.does(handlerA, 'pay', { ...PAY, amount: 100_000 }).tries(handlerA, 'complete-performance', { summary: '…' })).toBeNull();
    const paid = disputed(fulfilled().does(handlerA, 'publish', { on: '2026-06-01', where: '平台' }));
    const back = resulted(paid.on('2026-06-10'), { outcome: 'changed', cause: 'discretion', ...CHANGED });
    expect(acts(back).sort()).toEqual(['give-back', 'publish', 'withdraw-publication']);
    expect([due(back, 'KE-10'), due(back, 'KE-59'), due(back, 'KE-37')]).toEqual(['2026-06-15', '2026-07-01', '2026-06-19']);
    const giving = (more: Input) =>
      back.tries(handlerA, 'give-back', { no: 1, on: '2026-06-10', amount: 100_000, goods: null, less: null, receipt: '1', ...more });
    expect(giving({ amount: 100_001 })).toMatchObject({ refused: 'too-much' });
    expect(giving({ amount: 50_000 })).toMatchObject({ refused: 'less' });
    expect(giving({})).toBeNull();
    expect(back.tries(head, 'close', { summary: '…' })).toMatchObject({ refused: 'not-published' });
  });
});

describe('变更得更重的（复议法第六十三条第二款但书）', () => {
  it('履行完毕、归档以后变更得更重的，回到履行决定，缴清以后才能再结案', () => {
    const heavier = { outcome: 'changed', cause: 'discretion', ...CHANGED, fine: 300_000, heavierBecause: '第三人提出相反请求' };
    for (const done of [fulfilled(), archived().on('2026-06-02')]) {
      const at = resulted(disputed(done), heavier);
      expect([at.state.status, acts(at).includes('complete-performance')]).toEqual(['performing', true]);
      expect(at.tries(handlerA, 'complete-performance', { summary: '…' })).toMatchObject({ refused: 'unpaid' });
      const paid = at
        .does(handlerA, 'pay', { ...PAY, amount: 100_000, receipt: '0002' })
        .does(handlerA, 'complete-performance', { summary: '…' });
      expect([paid.state.status, state(paid).ending]).toEqual(['ended', 'performed']);
    }
  });
});

describe('撤销：处罚终止（复议法第六十四条）', () => {
  it('没有履行的待结案，不再催告、公示；归档以后被撤销的重新打开，办完再归档', () => {
    const ended = resulted(disputed(performing()), { outcome: 'revoked', cause: 'facts' });
    expect([ended.state.status, state(ended).ending, acts(ended)]).toEqual(['ended', 'revoked', ['close']]);
    const reopened = disputed(archived().on('2026-07-01'));
    expect([reopened.state.status, acts(reopened)]).toEqual(['ended', ['dispute-answered']]);
    const undone = resulted(reopened, { outcome: 'void', cause: 'subject' });
    expect(acts(undone).sort()).toEqual(['give-back', 'withdraw-publication']);
    const done = undone
      .does(handlerA, 'withdraw-publication', { no: 1, on: '2026-07-01', where: '平台', reason: '确认无效' })
      .does(handlerA, 'give-back', { no: 1, on: '2026-07-01', amount: 200_000, goods: null, less: null, receipt: '1' })
      .does(head, 'close', { summary: '…' })
      .does(handlerA, 'archive', { number: '2026-001补', pages: 60 });
    expect([done.state.status, done.tasks(), done.clocks().filter((c) => c.stoppedOn === null)]).toEqual(['archived', [], []]);
  });

  it('确认违法不撤销的，处罚继续履行，公示撤回', () => {
    const at = resulted(disputed(performing().does(handlerA, 'publish', { on: '2026-06-01', where: '平台' })), {
      outcome: 'unlawful',
      cause: 'procedure',
    });
    expect([at.state.status, acts(at).includes('withdraw-publication')]).toEqual(['performing', true]);
  });
});

describe('撤销并责令重新作出（行政诉讼法第七十一条、复议法第六十四条）', () => {
  it('事实不清的回到调查取证，程序违法的回到审查调查结果；重作有期限，原告知、审核不再沿用', () => {
    const facts = revokedToRemake();
    expect([facts.state.status, due(facts, 'KE-58'), due(facts, 'KE-01')]).toEqual(['investigating', '2026-09-08', null]);
    expect(state(facts).rounds).toHaveLength(1);
    const procedure = revokedToRemake({ cause: 'procedure', redoBy: '2026-08-10' });
    expect([procedure.state.status, due(procedure, 'KE-58-ordered')]).toEqual(['concluded', '2026-08-10']);
    const notify = settled(procedure).does(deputy, 'skip-review', { reason: '…' });
    expect(acts(notify)).toContain('notify');
  });

  it('不得以同一事实和理由作出基本相同的决定；有变化的写明；只因程序违法的可以', () => {
    const same = anew(revokedToRemake());
    expect(same.tries(head, 'decide', DECIDE)).toMatchObject({ refused: 'same-again', cite: { instrument: '行政诉讼法', article: 71 } });
    expect(same.tries(head, 'decide', { ...DECIDE, fine: 150_000 })).toBeNull();
    expect(anew(revokedToRemake(), { differs: '补充了进货台账' }).tries(head, 'decide', DECIDE)).toBeNull();
    const procedure = revokedToRemake({ cause: 'procedure' });
    expect(anew(procedure).tries(head, 'decide', DECIDE)).toBeNull();
  });

  it('重作的处罚不重于被撤销的，有新事实的除外（待核定）', () => {
    const more = { ...SMALL, fine: 160_000 };
    const lighter = sent(deliberating().does(head, 'decide', { ...DECIDE, fine: 150_000 }));
    const at = resulted(disputed(lighter).on('2026-07-10'), { outcome: 'remake', cause: 'facts' });
    expect(at.tries(handlerA, 'conclude', { ...REPORT, ...more, fine: 150_000 })).toBeNull();
    expect(at.tries(handlerA, 'conclude', { ...REPORT, ...more })).toMatchObject({ refused: 'worse-again' });
    const freely = at.under(asking('penalty.remade-not-heavier', 0));
    expect(freely.tries(handlerA, 'conclude', { ...REPORT, ...more })).toBeNull();
    expect(at.tries(handlerA, 'conclude', { ...REPORT, ...more, newFacts: '另查明两次同类违法' })).toBeNull();
  });

  it('重作以后重新送达、履行、归档，期限各算各的；规则看的是新决定', () => {
    const again = sent(anew(revokedToRemake()).does(head, 'decide', { ...DECIDE, fine: 150_000 }));
    expect(again.state.status).toBe('performing');
    expect(due(again, 'KE-58')).toBeNull();
    expect(
      again
        .clocks()
        .filter((c) => c.clock === 'KE-06')
        .map((c) => c.key),
    ).toEqual(['', '第2次决定']);
    const done = again
      .does(handlerA, 'pay', { ...PAY, amount: 150_000 })
      .does(handlerA, 'complete-performance', { summary: '…' })
      .does(handlerA, 'publish', { on: again.today, where: '平台' })
      .does(head, 'close', { summary: '…' })
      .does(handlerA, 'archive', { number: '1', pages: 1 });
    expect([done.state.status, done.clocks().filter((c) => c.stoppedOn === null)]).toEqual(['archived', []]);
    // 细则 18: the one that was revoked is owed to nobody any more, the new one is looked at for itself.
    const standing = [revokedToRemake(), done].map((r) => [judgedNo(state(r)), decisionStands(state(r), judgedNo(state(r)))]);
    expect(standing).toEqual([
      [1, false],
      [2, true],
    ]);
    const context = { profile: BAYANNUR_2026, calendar: testCalendar({}), today: done.today as LocalDate };
    expect(judge(REDRESS_RULES, redressed(state(done)), context).doubts).toEqual([]);
    const late = { ...context, today: '2026-09-09' as LocalDate };
    expect(judge(REDRESS_RULES, redressed(state(revokedToRemake())), late).doubts.map((d) => d.rule.id)).toEqual(['O01']);
  });

  it('已经缴纳的罚款应当退还，新决定的缴款另算', () => {
    const paid = resulted(disputed(fulfilled()), { outcome: 'remake', cause: 'facts' });
    expect(acts(paid)).toContain('give-back');
    expect([state(paid).payments, state(paid).rounds[0]?.payments]).toMatchObject([[], [{ fen: 200_000 }]]);
  });
});

describe('自行撤销、变更（处罚法第七十五条第二款）', () => {
  const amending = (more: Input, by = head, r = performing()) => r.tries(by, 'correct-own', { ...AMEND, ...more });
  it('由主要负责人决定；变更不加重；更重的撤销后重新作出', () => {
    expect(amending({})).toBeNull();
    expect(amending({}, deputy)).toMatchObject({ refused: 'wrong-role' });
    expect(amending({ undoing: 'changed', ...CHANGED })).toBeNull();
    expect(amending({ undoing: 'changed', ...CHANGED, fine: 200_001 })).toMatchObject({ refused: 'heavier', cite: { article: 75 } });
    expect(amending({ undoing: 'changed' })).toMatchObject({ refused: 'no-standing' });
    expect(amending({ ...CHANGED })).toMatchObject({ refused: 'not-changed' });
  });

  it('送达以后才生效：此前处罚照旧；生效以后按结果办', () => {
    const signed = performing().does(head, 'correct-own', AMEND);
    expect([signed.state.status, state(signed).redresses]).toEqual(['performing', []]);
    const served = sent(signed);
    expect([served.state.status, state(served).redresses[0]?.via]).toEqual(['ended', 'own']);
    const changed = sent(performing().does(head, 'correct-own', { ...AMEND, undoing: 'changed', ...CHANGED }));
    expect([changed.state.status, state(changed).decision?.penalty?.fineFen]).toEqual(['performing', 100_000]);
    const remade = sent(performing().does(head, 'correct-own', { ...AMEND, undoing: 'remake' }));
    expect(remade.state.status).toBe('investigating');
    expect(JSON.stringify(signed.issued.at(-1)?.facts)).toContain('撤销本机关');
  });
});

describe('变更以后，此前签发、还没有送达的变更决定书、催告书不再送达（处罚法第七十五条，强制法第五十四条）', () => {
  const own: Input = { ...AMEND, undoing: 'changed', ...CHANGED };
  const changing: Input = { outcome: 'changed', cause: 'discretion', ...CHANGED, fine: 50_000, content: '罚款500元。' };
  const posted = disputed(performing()).does(head, 'correct-own', own);
  const serving = (r: Rehearsal) => r.tries(handlerA, 'serve', { ...SERVE, receivedOn: r.today });

  it('自行变更的决定书在途，复议变更的：以复议变更为准，决定书作废；复议维持的，照旧送达生效', () => {
    const changed = resulted(posted, changing);
    expect([state(changed).amendment, state(changed).decision?.penalty?.fineFen]).toEqual([null, 50_000]);
    expect(serving(changed)).toMatchObject({ refused: 'no-letter' });
    expect([acts(changed).includes('seal'), acts(changed).includes('complete-performance')]).toEqual([false, true]);
    expect(changed.tries(handlerA, 'pay', { ...PAY, amount: 50_001 })).toMatchObject({ refused: 'too-much' });
    const upheld = sent(resulted(posted, {}));
    expect([state(upheld).amendment, state(upheld).decision?.penalty?.fineFen]).toEqual([null, 100_000]);
    // Changed again by the organ itself, now from what the 复议 has left.
    expect(changed.tries(head, 'correct-own', own)).toMatchObject({ refused: 'heavier' });
    const again = sent(changed.does(head, 'correct-own', { ...own, fine: 10_000 }));
    expect([state(again).decision?.penalty?.fineFen, state(again).redresses.map(({ via }) => via)]).toEqual([
      10_000,
      ['reconsideration', 'own'],
    ]);
  });

  it('催告书还没有送达的作废，重新催告；已经送达的照旧', () => {
    const going = disputed(performing().on('2026-06-17'));
    const urging = { content: '缴款', contact: '科室', ...OWN };
    const unserved = resulted(going.does(deputy, 'urge', urging), changing);
    expect([unserved.state.status, state(unserved).urgings, acts(unserved).includes('seal')]).toEqual(['performing', [], false]);
    expect([serving(unserved), unserved.tries(deputy, 'urge', urging)]).toMatchObject([{ refused: 'no-letter' }, null]);
    const served = resulted(sent(going.does(deputy, 'urge', urging)), changing);
    expect([served.state.status, state(served).urgings.length]).toEqual(['urged', 1]);
  });

  it('第二份催告书还没有送达的，第一份仍是已经送达的催告', () => {
    const urging = { content: '缴款', contact: '科室', ...OWN };
    const twice = disputed(sent(performing().on('2026-06-17').does(deputy, 'urge', urging)).does(deputy, 'urge', urging));
    const changed = resulted(twice, changing);
    expect([changed.state.status, state(changed).urgings.map(({ receivedOn }) => receivedOn)]).toEqual(['urged', ['2026-06-17']]);
  });

  it('责令改正通知书照旧送达', () => {
    const order = { content: '按规定标价。', basis: '《价格法》第四十二条', by: '2026-06-10', court: null, again: null, ...OWN };
    const ordered = resulted(disputed(performing()).does(deputy, 'order-correction', order), changing);
    expect([acts(ordered).includes('seal'), state(ordered).decision?.penalty?.fineFen]).toEqual([true, 50_000]);
    expect(state(sent(ordered)).letters.at(-1)).toMatchObject({ kind: 'correction', receivedOn: '2026-06-01' });
  });
});
