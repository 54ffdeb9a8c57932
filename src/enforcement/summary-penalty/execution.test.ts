import { describe, expect, it } from 'vitest';
import type { Json } from '#law';
import type { Rehearsal } from '#testing/rehearsal';
import { due } from '#testing/running-clock';
import type { SummaryPenalty } from './model.ts';
import { moneyLineOf } from './money-line.ts';
import { COLLECTED, DEPUTY, delivered, HANDLER, MACHINE } from './testing.ts';
import { disputed, resulted } from './testing-disputes.ts';
import {
  AGREE,
  AMEND,
  APPLY,
  announced,
  DEFER,
  deferTo,
  ENDING,
  FAILED,
  HEAD,
  inCourt,
  owing,
  published,
  RECTIFY,
  ruled,
  SERVED,
  sealedForService,
  sent,
  URGE,
  urged,
} from './testing-execution.ts';

type Input = Readonly<Record<string, Json>>;
const acts = (r: Rehearsal) => r.tasks().map((t) => t.act);
const state = (r: Rehearsal) => r.state as SummaryPenalty;
const paying = (r: Rehearsal, day: string, more: Input) => r.on(day).tries(HANDLER, 'pay', { fine: 0, receipt: '1', ...more });

describe('延期、分期和加处罚款（处罚法66、72，强制法42）', () => {
  it('延期晚于原期限；届满前批准的，延期届满前不加处，次日起加处', () => {
    expect(owing().tries(DEPUTY, 'defer', deferTo('2026-06-16'))).toMatchObject({ refused: 'until-before' });
    expect(owing().tries(DEPUTY, 'defer', deferTo('2026-06-17'))).toBeNull();
    const deferred = owing().on('2026-06-16').does(DEPUTY, 'defer', DEFER);
    expect(due(deferred, 'KE-07')).toBeNull();
    expect(paying(deferred, '2026-07-31', { fine: 10_000, surcharge: 1 })).toMatchObject({
      refused: 'surcharge-rate',
      cite: { article: 72 },
    });
    expect(paying(deferred, '2026-08-01', { fine: 10_000, surcharge: 300 })).toBeNull();
    expect(paying(deferred, '2026-08-01', { fine: 10_000, surcharge: 301 })).toMatchObject({ refused: 'surcharge-rate' });
    expect(deferred.on('2026-07-31').tries(DEPUTY, 'urge', URGE)).toMatchObject({ refused: 'still-time' });
    expect(deferred.on('2026-08-01').tries(DEPUTY, 'urge', URGE)).toBeNull();
  });

  it('按期缴清的直接待结案；逾期缴清的，加处罚款缴清或者减免以后才履行完毕', () => {
    const pay = (day: string) => owing().on(day).does(HANDLER, 'pay', { fine: 10_000, receipt: '1' });
    expect(pay('2026-06-16').state.status).toBe('settled');
    const late = pay('2026-06-18');
    expect([late.state.status, acts(late)]).toEqual(['recorded', ['pay', 'complete-performance', 'record-av']]);
    expect(late.tries(HANDLER, 'complete-performance', { summary: '…' })).toMatchObject({ refused: 'unpaid', cite: { article: 67 } });
    const whole = late.does(HANDLER, 'pay', { fine: 0, surcharge: 600, receipt: '2' });
    expect(whole.does(HANDLER, 'complete-performance', { summary: '…' }).state.status).toBe('settled');
    expect(paying(late, '2026-06-18', {})).toMatchObject({ refused: 'nothing-paid' });
  });

  it('逾期只缴罚款的，申请法院的期限（KE-15）不止、仍可催告；加处罚款缴清之日止（强制法45、53）', () => {
    const window = (r: Rehearsal) => r.clocks().find((c) => c.clock === 'KE-15')?.stoppedOn;
    const pay = (day: string) => owing().on(day).does(HANDLER, 'pay', { fine: 10_000, receipt: '1' });
    expect([window(pay('2026-06-16')), window(pay('2026-06-17'))]).toEqual(['2026-06-16', null]);
    expect(pay('2026-06-17').tries(DEPUTY, 'urge', URGE)).toBeNull();
    const urgedFor = sent(pay('2026-06-17').does(DEPUTY, 'urge', URGE));
    expect(acts(urgedFor)).toContain('apply-court');
    const whole = pay('2026-06-17').on('2026-06-19').does(HANDLER, 'pay', { fine: 0, surcharge: 300, receipt: '2' });
    expect(window(whole)).toBe('2026-06-19');
  });

  it('减免只限已经加处的，且当事人采取了补救措施', () => {
    const at = owing().on('2026-06-17');
    expect(at.tries(DEPUTY, 'agree', AGREE)).toBeNull();
    expect(at.tries(DEPUTY, 'agree', { ...AGREE, waived: 301 })).toMatchObject({ refused: 'waives-fine', cite: { article: 42 } });
    expect(at.tries(DEPUTY, 'agree', { ...AGREE, remedied: null })).toMatchObject({ refused: 'not-remedied' });
    const waived = at.does(DEPUTY, 'agree', AGREE).does(HANDLER, 'pay', { fine: 10_000, receipt: '1' });
    expect(waived.does(HANDLER, 'complete-performance', { summary: '…' }).state.status).toBe('settled');
  });
});

const VOID: Input = { reason: '数额有误。' };

describe('终结执行只限法定情形（强制法40）', () => {
  const ending = (more: Input, r = owing()) => r.tries(DEPUTY, 'end', { ...ENDING, ...more });
  it('公民死亡的可以；以单位终止、撤销、法院裁定为由而与当事人、记录不符的不可以', () => {
    expect(ending({})).toBeNull();
    expect(ending({ cause: 'no-successor' })).toMatchObject({ refused: 'not-a-body', cite: { instrument: '行政强制法', article: 40 } });
    expect(ending({ cause: 'revoked' })).toMatchObject({ refused: 'not-revoked' });
    expect(ending({ cause: 'court-refused' })).toMatchObject({ refused: 'not-refused' });
    expect(ending({ cause: 'other' })).toBeNull();
    expect(() => ending({ cause: 'other', reason: null })).toThrow();
    expect(() => ending({ papers: null })).toThrow();
    expect(owing().tries(HANDLER, 'end', ENDING)).toMatchObject({ refused: 'wrong-role' });
  });
});

describe('催告、申请法院强制执行（强制法53至56，复议法23）', () => {
  it('缴款期限届满前不得催告，次日可以；停止执行的不得催告', () => {
    expect(owing().on('2026-06-16').tries(DEPUTY, 'urge', URGE)).toMatchObject({ refused: 'still-time', cite: { article: 54 } });
    expect(owing().on('2026-06-17').tries(DEPUTY, 'urge', URGE)).toBeNull();
    expect(owing().on('2026-06-17').tries(HANDLER, 'urge', URGE)).toMatchObject({ refused: 'wrong-role' });
    const stayed = disputed(owing()).does(DEPUTY, 'stay', { by: 'reconsideration', from: '2026-06-01', reason: '…' }).on('2026-06-17');
    expect(stayed.tries(DEPUTY, 'urge', URGE)).toMatchObject({ refused: 'stayed', cite: { article: 73 } });
  });

  it('催告书用印、送达以后十个工作日起算（KE-14）；届满当日不得申请，次日起看救济期限', () => {
    expect([urged().state.status, due(urged(), 'KE-14')]).toEqual(['urged', '2026-07-01']);
    const applying = (day: string, r = urged()) => r.on(day).tries(DEPUTY, 'apply-court', APPLY);
    expect(applying('2026-07-01')).toMatchObject({ refused: 'urged-too-soon', cite: { instrument: '行政强制法', article: 54 } });
    expect(applying('2026-07-02')).toMatchObject({ refused: 'remedies-open', cite: { instrument: '行政强制法', article: 53 } });
  });

  it('催告书、撤销变更决定书没有送达的，负责人可以作废：没有催告过，原决定照旧；送达以后不能（处罚法61）', () => {
    const urging = owing().on('2026-06-17').does(DEPUTY, 'urge', URGE);
    expect(urging.tries(HANDLER, 'void-letter', VOID)).toMatchObject({ refused: 'wrong-role' });
    const back = urging.does(DEPUTY, 'void-letter', VOID);
    expect(state(back)).toMatchObject({ status: 'recorded', urgings: [], letters: [{ kind: 'urging', lapsed: true }] });
    expect(back.tries(DEPUTY, 'urge', URGE)).toBeNull();
    expect(urged().tries(DEPUTY, 'void-letter', VOID)).toMatchObject({ refused: 'no-letter', cite: { article: 61 } });
    expect(announced('2026-06-18').tries(DEPUTY, 'void-letter', VOID)).toMatchObject({ refused: 'announced' });
    const amended = owing().does(HEAD, 'correct-own', AMEND).does(DEPUTY, 'void-letter', VOID);
    expect(state(amended)).toMatchObject({ status: 'recorded', amendment: null, redresses: [] });
  });

  it('催告书公告送达：登记发出公告，三十日届满当日不得登记送达，次日可以（民诉法95，KE-44）', () => {
    const running = announced('2026-06-18');
    expect(running.clocks().find((c) => c.clock === 'KE-44')).toMatchObject({
      dueOn: '2026-07-20',
      stoppedOn: null,
    });
    const serving = (on: string) =>
      running.on(on).tries(HANDLER, 'serve', { ...SERVED, how: 'public', publishedOn: '2026-06-18', receivedOn: on });
    expect(serving('2026-07-20')).toMatchObject({ refused: 'public-too-soon', cite: { instrument: '民事诉讼法', article: 95 } });
    expect(serving('2026-07-21')).toBeNull();
  });

  it('当场处罚先复议：六十日复议期限届满当日不得申请，次日可以；三个月届满当日可以，次日不可以（KE-15）', () => {
    const applying = (day: string, r = urged()) => r.on(day).tries(DEPUTY, 'apply-court', APPLY);
    expect(applying('2026-07-31')).toMatchObject({ refused: 'remedies-open' });
    expect(applying('2026-08-01')).toBeNull();
    expect(due(urged(), 'KE-15')).toBe('2026-11-02');
    expect(applying('2026-11-02')).toBeNull();
    expect(applying('2026-11-03')).toMatchObject({ refused: 'window-closed', cite: { article: 53 } });
  });

  it('申请过复议的，复议期间不得申请；决定以后十五日的起诉期限届满起三个月', () => {
    const applied = urged()
      .on('2026-06-20')
      .does(HANDLER, 'dispute', { way: 'reconsideration', appliedOn: '2026-06-20', body: '区政府', papers: null });
    const open = applied.does(HANDLER, 'dispute-accepted', {
      no: 1,
      accepted: true,
      on: '2026-06-20',
      caseNumber: null,
      copyOn: null,
      isSimple: true,
    });
    expect(open.on('2026-08-03').tries(DEPUTY, 'apply-court', APPLY)).toMatchObject({ refused: 'disputed' });
    const endedOn = (day: string) =>
      open.on(day).does(HANDLER, 'dispute-ended', {
        ...{ no: 1, outcome: 'upheld', documentNumber: '1', effectOn: day, result: '…', cause: null, redoBy: null, opinionOn: null },
        ...{ kinds: null, fine: null, income: null, goods: null, content: null, heavierBecause: null, papers: null },
      });
    const ended = endedOn('2026-08-10');
    expect(ended.on('2026-08-25').tries(DEPUTY, 'apply-court', APPLY)).toMatchObject({ refused: 'remedies-open' });
    expect(ended.on('2026-08-26').tries(DEPUTY, 'apply-court', APPLY)).toBeNull();
    // 十五日的末日8月22日是星期六，顺延至星期一（民诉法85，诉讼法101）。
    const toSaturday = endedOn('2026-08-07');
    expect(toSaturday.on('2026-08-24').tries(DEPUTY, 'apply-court', APPLY)).toMatchObject({ refused: 'remedies-open' });
    expect(toSaturday.on('2026-08-25').tries(DEPUTY, 'apply-court', APPLY)).toBeNull();
    expect(due(toSaturday, 'KE-15')).toBe('2026-11-24');
    expect(toSaturday.on('2026-11-24').tries(DEPUTY, 'apply-court', APPLY)).toBeNull();
    expect(toSaturday.on('2026-11-25').tries(DEPUTY, 'apply-court', APPLY)).toMatchObject({
      refused: 'window-closed',
      cite: { article: 53 },
    });
  });

  it('对复议决定起诉又撤诉的，诉讼期间不得申请，三个月自撤诉之日起算，不因诉讼期间经过而届满', () => {
    const upheld = resulted(disputed(urged().on('2026-06-20')).on('2026-08-10'), {});
    const suing = upheld
      .on('2026-08-20')
      .does(HANDLER, 'dispute', { way: 'litigation', appliedOn: '2026-08-20', body: '临河区人民法院', papers: null })
      .does(HANDLER, 'dispute-accepted', { no: 2, accepted: true, on: '2026-08-20', caseNumber: null, copyOn: null, isSimple: false });
    const asking = (day: string, r: Rehearsal) => r.on(day).tries(DEPUTY, 'apply-court', APPLY);
    expect(asking('2026-09-29', suing)).toMatchObject({ refused: 'disputed' });
    const withdrawn = resulted(suing.on('2026-09-30'), { no: 2, outcome: 'withdrawn' });
    expect(due(withdrawn, 'KE-15')).toBe('2026-12-30');
    expect(asking('2026-09-30', withdrawn)).toMatchObject({ refused: 'remedies-open' });
    expect([asking('2026-10-01', withdrawn), asking('2026-12-30', withdrawn)]).toEqual([null, null]);
    expect(asking('2026-12-31', withdrawn)).toMatchObject({ refused: 'window-closed', cite: { article: 53 } });
  });

  it('应当先申请复议而不予受理的，自收到之日起十五日内可以起诉，届满以前不得申请法院（复议法34）', () => {
    // The sixty days end on 2026-07-31; what was not taken up on 07-28 may be brought before the court until 08-12.
    const declined = urged()
      .on('2026-07-28')
      .does(HANDLER, 'dispute', { way: 'reconsideration', appliedOn: '2026-07-28', body: '临河区人民政府', papers: null })
      .does(HANDLER, 'dispute-accepted', { no: 1, accepted: false, on: '2026-07-28', caseNumber: null, copyOn: null, isSimple: false });
    const asking = (day: string) => declined.on(day).tries(DEPUTY, 'apply-court', APPLY);
    expect(asking('2026-08-12')).toMatchObject({ refused: 'remedies-open' });
    expect(asking('2026-08-13')).toBeNull();
    expect([due(declined, 'KE-26-after'), due(declined, 'KE-15')]).toEqual(['2026-08-12', '2026-11-12']);
  });

  it('本机关变更的不是当场作出的决定：复议、诉讼自收到变更决定书另行起算，不须先复议；三个月届满以后变更的，不再是逾期', () => {
    const change = { ...AMEND, undoing: 'changed', kinds: ['CF03'], fine: 5_000, content: '…' };
    const asking = (day: string, r: Rehearsal) => r.on(day).tries(DEPUTY, 'apply-court', APPLY);
    const early = sent(urged().on('2026-06-22').does(HEAD, 'correct-own', change));
    expect([due(early, 'KE-26'), due(early, 'KE-26-suit'), due(urged(), 'KE-26-suit')]).toEqual(['2026-08-21', '2026-12-22', null]);
    expect(asking('2026-08-03', early)).toMatchObject({ refused: 'remedies-open' });
    expect([asking('2026-12-22', early), asking('2026-12-23', early)]).toMatchObject([{ refused: 'remedies-open' }, null]);
    expect(asking('2026-11-05', urged())).toMatchObject({ refused: 'window-closed' });
    const late = sent(urged().on('2026-11-05').does(HEAD, 'correct-own', change));
    expect([asking('2026-11-05', late), asking('2027-05-06', late)]).toMatchObject([{ refused: 'remedies-open' }, null]);
  });

  it('法院准予的跟踪执行；不予受理的十五日内申请复议（KE-16），维持的不再执行', () => {
    expect(acts(inCourt())).toContain('ruling');
    expect(acts(ruled('granted'))).toEqual(['pay', 'complete-performance']);
    const declined = ruled('declined');
    expect(due(declined, 'KE-16')).toBe('2026-08-24');
    const appealing = (day: string) => declined.on(day).tries(DEPUTY, 'appeal-ruling', { on: day, court: '市中院', papers: null });
    expect(appealing('2026-08-24')).toBeNull();
    expect(appealing('2026-08-25')).toMatchObject({ refused: 'appealed-late', cite: { article: 56 } });
    const end = declined.does(DEPUTY, 'end', { ...ENDING, cause: 'court-refused' });
    expect([end.state.status, acts(end)]).toEqual(['settled', ['close']]);
  });

  it('只有警告的没有可以申请执行的；缴清以后没有送出的催告书不再送达', () => {
    const warned = delivered({ penalty: 'warning', fine: null, way: 'none', bank: null });
    expect(warned.clocks().map((c) => c.clock)).not.toContain('KE-15');
    const paid = owing().on('2026-06-17').does(DEPUTY, 'urge', URGE).does(HANDLER, 'pay', { fine: 10_000, surcharge: 300, receipt: '1' });
    const done = paid.does(HANDLER, 'complete-performance', { summary: '…' });
    expect([state(done).letters[0]?.lapsed, acts(done)]).toEqual([true, ['close']]);
  });
});

describe('公示、撤回公示、自行撤销变更（处罚法48、75）', () => {
  it('公示日期在决定和登记之间；办理过的不再办理；当场处罚不在报送范围，不公示也可以结案', () => {
    const publishing = (on: string) => owing().tries(HANDLER, 'publish', { on, where: '执法公示平台' });
    expect(publishing('2026-05-31')).toMatchObject({ refused: 'published-on', cite: { article: 48 } });
    expect(publishing('2026-06-01')).toBeNull();
    expect(published().tries(HANDLER, 'publish', { on: '2026-06-01', where: '…' })).toMatchObject({ refused: 'published' });
    expect(owing().does(HANDLER, 'pay', { fine: 10_000, receipt: '1' }).tries(DEPUTY, 'close')).toBeNull();
  });

  it('企业公示系统不公示只有警告的；公示文本含有个人信息的，写明删去的内容才能登记（P03、P06）', () => {
    const publishing = (at: Rehearsal, more: Input) =>
      at.tries(HANDLER, 'publish', { on: '2026-06-01', where: '执法公示平台', channels: ['enforcement'], ...more });
    const warned = owing({ penalty: 'warning', fine: null, way: 'none', bank: null });
    expect(publishing(warned, { channels: ['enterprise'] })).toMatchObject({ refused: 'warning-only', cite: { article: 2 } });
    expect([publishing(warned, {}), publishing(owing(), { channels: ['enterprise'] })]).toEqual([null, null]);
    const named = owing().withState((s) => ({ ...s, facts: '证人王小明证实没有亮照。' }) as never);
    expect(publishing(named, {})).toMatchObject({ refused: 'personal-data', cite: { article: 50 } });
    expect(publishing(named, { redacted: '删去证人姓名' })).toBeNull();
  });

  it('一张票据只对应一笔缴款：同一票据号（不计全半角、空格）不再登记，补录的照录（第六十七条）', () => {
    const half = owing().does(HANDLER, 'pay', { fine: 5_000, receipt: 'A 001' });
    const again = (receipt: string, reported = false) => half.tries(HANDLER, 'pay', { fine: 5_000, receipt }, { reported });
    expect(again('ａ００１')).toMatchObject({ refused: 'receipt-twice', cite: { article: 67 } });
    expect([again('A002'), again('A001', true)]).toEqual([null, null]);
  });

  it('主要负责人决定，送达以后生效：撤销的终止处罚，撤回公示、退还罚款以后才能结案', () => {
    const paid = published().does(HANDLER, 'pay', { fine: 10_000, receipt: '1' });
    expect(paid.tries(DEPUTY, 'correct-own', AMEND)).toMatchObject({ refused: 'wrong-role' });
    const signed = paid.does(HEAD, 'correct-own', AMEND);
    expect(signed.tries(DEPUTY, 'close')).toMatchObject({ refused: 'amending', cite: { article: 75 } });
    expect([state(signed).redresses, acts(signed)]).toEqual([[], ['seal']]);
    const undone = sent(signed);
    expect([undone.state.status, acts(undone), due(undone, 'KE-10')]).toEqual([
      'settled',
      ['withdraw-publication', 'give-back'],
      '2026-06-04',
    ]);
    expect(undone.tries(HEAD, 'correct-own', AMEND)).toMatchObject({ refused: 'revoked', cite: { article: 75, paragraph: 2 } });
    expect(moneyLineOf(state(undone))).toMatchObject({
      decidedFen: 10_000,
      dueFen: 0,
      paidFen: 10_000,
      backFen: 10_000,
      backOpenFen: 10_000,
    });
    const withdrawn = undone.does(HANDLER, 'withdraw-publication', { no: 1, on: '2026-06-01', where: '…', reason: '已撤销' });
    expect(withdrawn.tries(DEPUTY, 'close')).toMatchObject({ refused: 'not-settled' });
    const given = withdrawn.does(HANDLER, 'give-back', {
      no: 1,
      on: '2026-06-01',
      amount: 10_000,
      goods: null,
      less: null,
      receipt: '退1',
    });
    expect(given.tries(DEPUTY, 'close')).toBeNull();
    expect(moneyLineOf(state(given))).toMatchObject({ backFen: 10_000, backOpenFen: 0 });
  });

  it('变更不得更重；变更后的按新的数额缴纳，公示另行办理；撤销重作的在普通程序重新处理', () => {
    const change = (fine: number) => ({ ...AMEND, undoing: 'changed', kinds: ['CF03'], fine, content: '…' });
    expect(published().tries(HEAD, 'correct-own', change(10_001))).toMatchObject({ refused: 'heavier' });
    const changed = sent(published().does(HEAD, 'correct-own', change(5_000)));
    expect([state(changed).decision?.fineFen, state(changed).publication]).toEqual([5_000, null]);
    expect(changed.tries(HANDLER, 'pay', { fine: 5_001, receipt: '1' })).toMatchObject({ refused: 'too-much' });
    const anew = sent(owing().does(HEAD, 'correct-own', { ...AMEND, undoing: 'remake' }));
    expect([anew.state.status, acts(anew)]).toEqual(['remaking', ['remade']]);
  });
});

it('水上当场收缴的自抵岸之日起二日内交至机关；抵岸不早于收缴、不晚于今天（处罚法71）', () => {
  const taking = (landedOn: string | null) => ({ ...COLLECTED, ground: 'remote', reason: '当事人提出', landedOn });
  const at = delivered();
  expect(due(at.does(HANDLER, 'collect', taking(null)), 'KE-09')).toBe('2026-06-03');
  expect(at.on('2026-06-04').tries(HANDLER, 'collect', taking('2026-06-03'))).toMatchObject({
    refused: 'landed-before',
    cite: { article: 71 },
  });
  expect(at.on('2026-06-04').tries(HANDLER, 'collect', taking('2026-06-05'))).toMatchObject({ refused: 'landed-ahead' });
  expect(due(at.on('2026-06-04').does(HANDLER, 'collect', taking('2026-06-04')), 'KE-09')).toBe('2026-06-08');
});

describe('更正书只更正笔误，用印、送达当事人，原决定书不变（处罚法59、75）', () => {
  const row = (wrong: string, right: string): Input => ({
    ...RECTIFY,
    items: [{ what: 'writing', place: '第四段', wrong, right }],
  });
  it('时间误写可以更正；改变罚款数额、处罚种类的不能用更正书', () => {
    expect(owing().tries(DEPUTY, 'rectify', RECTIFY)).toBeNull();
    const dearer = row('罚款100元', '罚款200元');
    expect(owing().tries(DEPUTY, 'rectify', dearer)).toMatchObject({ refused: 'changes-sum', cite: { article: 75 } });
    expect(owing().tries(DEPUTY, 'rectify', row('罚款', '罚款、警告'))).toMatchObject({ refused: 'changes-kind' });
  });
  it('原文在当场处罚决定书中没有的、不止一处的不能更正', () => {
    expect(owing().tries(DEPUTY, 'rectify', row('9时31分', '9时03分'))).toMatchObject({
      refused: 'not-in-decision',
      cite: { article: 59 },
    });
    expect(owing().tries(DEPUTY, 'rectify', row('你（单位）', '你单位'))).toMatchObject({ refused: 'not-one-place' });
  });
  it('送达以前不能结案；送达以后原决定、期限都不变', () => {
    const paid = owing().does(HANDLER, 'pay', { fine: 10_000, receipt: '1' });
    const signed = paid.does(DEPUTY, 'rectify', RECTIFY);
    expect(acts(signed)).toContain('seal');
    expect(signed.tries(DEPUTY, 'close')).toMatchObject({ refused: 'rectifying' });
    const out = sent(signed);
    expect(state(out).decision).toEqual(state(paid).decision);
    expect(state(out).rectifications).toMatchObject([{ receivedOn: '2026-06-01' }]);
    expect(out.tries(DEPUTY, 'close')).toBeNull();
    expect(due(sent(owing().does(DEPUTY, 'rectify', RECTIFY)), 'KE-07')).toBe('2026-06-16');
  });
});

describe('登记的事项不早于它所依据的前一步骤；前一步骤当日可以（处罚法第五条）', () => {
  const onSpot = () => delivered({ way: 'on-the-spot', bank: null });
  it.each([
    ['当场收缴，早于处罚决定', onSpot(), HANDLER, 'collect', COLLECTED, 67],
    ['缴款，早于处罚决定', owing(), HANDLER, 'pay', { fine: 10_000, receipt: '1' }, 67],
    ['交至本机关，早于收缴', onSpot().does(HANDLER, 'collect', COLLECTED), HANDLER, 'hand-in', { proof: null }, 71],
    [
      '缴付银行，早于交至本机关',
      onSpot().does(HANDLER, 'collect', COLLECTED).does(HANDLER, 'hand-in', { proof: null }),
      HANDLER,
      'bank',
      { proof: '1' },
      71,
    ],
    ['延期缴纳，早于处罚决定', owing(), DEPUTY, 'defer', DEFER, 66],
    ['决定不公示，早于处罚决定', owing(), DEPUTY, 'not-public', { reason: 'no-effect', words: '轻微' }, 48],
    ['自行撤销，早于处罚决定交付', owing(), HEAD, 'correct-own', AMEND, 75],
    ['更正笔误，早于处罚决定交付', owing(), DEPUTY, 'rectify', RECTIFY, 59],
  ] as const)('%s', (_, at: Rehearsal, by, act, input: Input, article) => {
    const tried = (on: string) => at.on('2026-06-08').tries(by, act, input, { on });
    expect(tried('2026-05-31')).toMatchObject({ refused: 'too-soon', cite: { article } });
    expect(tried('2026-06-01')).toBeNull();
  });

  it('未能送达，早于签发文书', () => {
    const tried = (on: string) =>
      sealedForService(owing().on('2026-06-17').does(DEPUTY, 'urge', URGE))
        .on('2026-06-20')
        .tries(HANDLER, 'fail-service', FAILED, { on });
    expect(tried('2026-06-16')).toMatchObject({ refused: 'too-soon', cite: { article: 61 } });
    expect(tried('2026-06-17')).toBeNull();
  });

  it('补录的按原来的日期登记', () => {
    const reported = owing().on('2026-06-08').tries(MACHINE, 'pay', { fine: 10_000, receipt: '1' }, { on: '2026-05-31', reported: true });
    expect(reported).toBeNull();
  });
});
