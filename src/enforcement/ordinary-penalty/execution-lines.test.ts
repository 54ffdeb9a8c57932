import { describe, expect, it } from 'vitest';
import { BAYANNUR_2026, type LocalDate, localDate, type Profile } from '#law';
import { publicServiceLast } from '#law/rules/E03-public-service-last';
import { judge } from '#law/rules/index';
import type { Rehearsal } from '#testing/rehearsal';
import { caseProcessFacts } from './facts-of-a-case.ts';
import type { OrdinaryPenalty } from './model.ts';
import {
  A,
  APPLY,
  CALL,
  CALL_SERVED,
  CAST,
  DECIDE,
  DEFER,
  decided,
  deliberating,
  disputed,
  HELD,
  hearing,
  type Input,
  PAY,
  performing,
  resulted,
  ruled,
  STAGE,
  sent,
  settled,
  taken,
  urged,
} from './testing.ts';

const { handlerA, deputy, head, sealer } = CAST;
const paying = (day: string, amount: number, at = performing()) => at.on(day).tries(handlerA, 'pay', { ...PAY, amount, receipt: '0002' });

describe('延期、分期与加处罚款（处罚法第六十六条、第七十二条）', () => {
  const deferredOn = (day: string) => performing().on(day).does(deputy, 'defer', DEFER);
  it('期限届满前批准的，延期届满前不加处；届满以后批准的，已经加处的不因此消灭', () => {
    expect(paying('2026-07-31', 200_001, deferredOn('2026-06-16'))).toMatchObject({ refused: 'too-much' });
    // Two days late (17th and 18th), approved on the 19th: 6,000 fen a day stand.
    const late = deferredOn('2026-06-19');
    expect(paying('2026-07-31', 212_000, late)).toBeNull();
    expect(paying('2026-07-31', 212_001, late)).toMatchObject({ refused: 'too-much', cite: { article: 72 } });
    expect(paying('2026-08-01', 218_000, late)).toBeNull();
    expect(paying('2026-08-01', 218_001, late)).toMatchObject({ refused: 'too-much' });
  });

  it('部分缴纳以后按尚未缴纳的罚款计算（待核定的参数）', () => {
    const half = performing().does(handlerA, 'pay', { ...PAY, amount: 100_000 });
    expect(paying('2026-06-17', 103_000, half)).toBeNull();
    expect(paying('2026-06-17', 103_001, half)).toMatchObject({ refused: 'too-much' });
  });
});

describe('执行协议（行政强制法第四十二条）', () => {
  const agreeing = (more: Input, day = '2026-06-18') =>
    performing()
      .on(day)
      .tries(deputy, 'agree', { remedied: '已改正', plan: '分期', waived: 12_000, papers: [A], ...more });
  it('逾期以后才谈执行；减免只限已经加处的罚款，且当事人采取了补救措施', () => {
    expect(agreeing({}, '2026-06-16')).toMatchObject({ refused: 'still-time' });
    expect(agreeing({})).toBeNull();
    expect(agreeing({ waived: 12_001 })).toMatchObject({ refused: 'waives-fine', cite: { instrument: '行政强制法', article: 42 } });
    expect(agreeing({ remedied: null })).toMatchObject({ refused: 'not-remedied' });
    expect(agreeing({ remedied: null, waived: null })).toBeNull();
  });

  it('减免以后应缴的少了减免的数额', () => {
    const at = performing()
      .on('2026-06-18')
      .does(deputy, 'agree', { remedied: '已改正', plan: '分期', waived: 12_000, papers: [A] });
    expect(paying('2026-06-18', 200_000, at)).toBeNull();
    expect(paying('2026-06-18', 200_001, at)).toMatchObject({ refused: 'too-much' });
  });
});

describe('当场收缴的二日内交机关、二日内缴银行（处罚法第七十一条）', () => {
  const due = (r: ReturnType<typeof taken>, clock: string) => r.clocks().find((c) => c.clock === clock)?.dueOn;
  it('自收缴之日起二个工作日；水上收缴的自抵岸之日起；交机关以后再二个工作日', () => {
    expect(due(taken(), 'KE-09')).toBe('2026-06-03');
    const late = { ...PAY, channel: 'on-spot', onSpot: 'remote', landedOn: '2026-06-05' };
    const landed = performing().on('2026-06-05').does(handlerA, 'pay', late);
    expect(due(landed, 'KE-09')).toBe('2026-06-09');
    const landing = (landedOn: string) =>
      performing()
        .on('2026-06-05')
        .tries(handlerA, 'pay', { ...late, landedOn });
    expect(landing('2026-06-04')).toMatchObject({ refused: 'landed-before', cite: { article: 71 } });
    expect(landing('2026-06-06')).toMatchObject({ refused: 'landed-ahead' });
    const handed = taken().on('2026-06-05').does(handlerA, 'hand-in', { proof: null });
    expect(due(handed, 'KE-09-bank')).toBe('2026-06-09');
  });

  it('没有缴付银行的不能登记履行完毕；先交机关，再缴银行', () => {
    const completing = (r: ReturnType<typeof taken>) => r.tries(handlerA, 'complete-performance', { summary: '已缴清。' });
    expect(
      taken()
        .tasks()
        .map((t) => t.act),
    ).toContain('hand-in');
    expect(taken().tries(handlerA, 'bank', { proof: '1' })).toMatchObject({ refused: 'nothing-handed-in' });
    expect(completing(taken())).toMatchObject({ refused: 'not-banked', cite: { article: 71 } });
    const banked = taken().does(handlerA, 'hand-in', { proof: null }).does(handlerA, 'bank', { proof: '1' });
    expect(completing(banked)).toBeNull();
    expect(banked.tries(handlerA, 'hand-in', { proof: null })).toMatchObject({ refused: 'nothing-collected' });
  });
});

describe('听证通知自当事人收到之日起算（处罚法第六十四条第二项）', () => {
  const called = () => hearing().does(handlerA, 'notify-hearing', CALL);
  const served = (receivedOn: string) =>
    called()
      .on(receivedOn)
      .does(handlerA, 'serve-hearing', { ...CALL_SERVED, receivedOn });
  it('收到距举行满七个工作日的可以举行，少一日的另定日期；没有登记送达的不能举行，也不能认定缺席', () => {
    const holding = (at: ReturnType<typeof called>, outcome = 'held') =>
      at.on('2026-06-16').tries(handlerA, 'hold-hearing', { ...HELD, outcome });
    expect(holding(served('2026-06-05'))).toBeNull();
    expect(holding(served('2026-06-08'))).toMatchObject({ refused: 'told-late', cite: { article: 64 } });
    expect(holding(called(), 'absent')).toMatchObject({ refused: 'notice-unserved' });
    expect(holding(called(), 'withdrawn')).toBeNull();
    // Told too late: called anew for another day, and served anew.
    const again = served('2026-06-08').does(handlerA, 'notify-hearing', { ...CALL, on: '2026-06-23' });
    expect(again.tasks()).toMatchObject([{ act: 'serve-hearing' }]);
  });

  it('送达有回证，没有的写明；电子送达先有确认书', () => {
    const serving = (more: Input) => called().tries(handlerA, 'serve-hearing', { ...CALL_SERVED, ...more });
    expect(serving({ papers: null })).toMatchObject({ refused: 'no-receipt' });
    expect(serving({ papers: null, unproved: '当事人当面拒收，有录像' })).toBeNull();
    expect(serving({ how: 'electronic' })).toMatchObject({ refused: 'no-confirmation', cite: { article: 61 } });
    expect(serving({ receivedOn: '2026-06-04' })).toMatchObject({ refused: 'day-between' });
  });

  it('公告送达在两次未能送达以后，满三十日才是收到；收到以后再满七个工作日才能举行（民诉法第九十五条）', () => {
    const failed = ['2026-06-05', '2026-06-08'].map((on) => ({ on, how: '邮寄，退回' }));
    const PUBLIC: Input = { ...CALL_SERVED, how: 'public', publishedOn: '2026-06-08', failed, receivedOn: '2026-07-09' };
    const calledFor = (on: string) => hearing().does(handlerA, 'notify-hearing', { ...CALL, on });
    const serving = (more: Input) =>
      calledFor('2026-07-20')
        .on('2026-07-09')
        .tries(handlerA, 'serve-hearing', { ...PUBLIC, ...more });
    expect(serving({})).toBeNull();
    // The thirtieth day is 2026-07-08.
    expect(serving({ receivedOn: '2026-07-08' })).toMatchObject({
      refused: 'public-too-soon',
      cite: { instrument: '民事诉讼法', article: 95 },
    });
    expect(serving({ failed: failed.slice(1) })).toMatchObject({ refused: 'public-first' });
    expect(serving({ failed: [...failed.slice(1), { on: '2026-06-04', how: '另一文书' }] })).toMatchObject({ refused: 'public-first' });
    expect(serving({ publishedOn: '2026-06-04' })).toMatchObject({ refused: 'published-before' });
    expect(serving({ papers: null, unproved: '没有' })).toMatchObject({ refused: 'no-notice-text' });
    expect(serving({ publishedOn: null })).toMatchObject({ refused: 'not-published' });
    const holding = (on: string) =>
      calledFor(on)
        .on('2026-07-09')
        .does(handlerA, 'serve-hearing', PUBLIC)
        .on(on)
        .tries(handlerA, 'hold-hearing', { ...HELD, outcome: 'absent' });
    expect(holding('2026-07-17')).toMatchObject({ refused: 'told-late', cite: { article: 64 } });
    expect(holding('2026-07-20')).toBeNull();
    const told = (more: Input) =>
      calledFor('2026-07-20')
        .on('2026-07-09')
        .reports(CAST.machine, 'serve-hearing', { ...PUBLIC, ...more }, '2026-07-09');
    expect(told({}).stored.at(-1)?.frame.doubts ?? []).toEqual([]);
    const e03 = (at: Rehearsal) => {
      const context = { today: at.today as LocalDate, profile: BAYANNUR_2026, calendar: STAGE.calendar };
      const around = { officerOn: (key: string) => ({ key, certificate: 'valid' as const }), party: null, lists: null };
      const { letters } = caseProcessFacts(at.state as OrdinaryPenalty, around, context);
      return judge([publicServiceLast], { letters } as never, context).doubts.map(({ doubt }) => doubt.because);
    };
    expect(e03(told({}))).toEqual([]);
    expect(e03(told({ failed: null }))).toEqual([expect.stringContaining('听证通知书公告送达（2026-07-09），此前记明的未能送达0次')]);
    expect(told({ failed: null }).stored.at(-1)?.frame.doubts).toEqual(['public-first']);
    expect((told({}).state as OrdinaryPenalty).told?.hearing).toMatchObject({
      how: 'public',
      announced: { attempts: 2, publishedOn: '2026-06-08' },
    });
  });
});

describe('催告书写明应当缴纳的数额（行政强制法第三十五条第三项、第五十四条）', () => {
  const URGE: Input = { content: '到指定银行缴纳。', contact: '承办科 0478-0000000', ownNumber: null };
  const paper = (r: ReturnType<typeof urged>) => JSON.stringify(r.issued.findLast((d) => d.kind === 'urging')?.facts);
  const urgedFor = (more: Input) => sent(deliberating(more).does(head, 'decide', { ...DECIDE, ...more })).on('2026-08-03');

  it('只有罚款的写明罚款；并处没收违法所得的分别写明，不漏没收的数额', () => {
    expect(paper(urged())).toContain('罚款60,000元（大写：陆万元整），已缴纳0元；加处罚款自缴款期限届满的次日起');
    const both = { kinds: ['CF03', 'CF04'], income: 50_000 };
    expect(paper(urgedFor(both).does(deputy, 'urge', URGE))).toContain(
      '罚款2,000元、没收违法所得500元，共计2,500元（大写：贰仟伍佰元整），已缴纳0元；加处罚款',
    );
  });

  it('缴纳了一部分的写明已缴数额', () => {
    const partly = urgedFor({}).does(handlerA, 'pay', { ...PAY, amount: 50_000 });
    expect(paper(partly.does(deputy, 'urge', URGE))).toContain('罚款2,000元（大写：贰仟元整），已缴纳500元');
  });
});

describe('催告书、强制执行申请书写明计算到当日的加处罚款（处罚法第七十二条第一款第一项，强制法第三十五条、第四十五条）', () => {
  const URGE: Input = { content: '到指定银行缴纳。', contact: '承办科 0478-0000000', ownNumber: null };
  const urgedOn = (day: string, at = performing()) =>
    JSON.stringify(
      at
        .on(day)
        .does(deputy, 'urge', URGE)
        .issued.findLast((d) => d.kind === 'urging')?.facts,
    );

  // A fine of 2,000 yuan, to be paid until 2026-06-16: 60 yuan a day.
  it.each([
    ['2026-06-17', '计算至2026年6月17日（含当日）为60元（大写：陆拾元整）；至该日尚应缴纳合计2,060元', '届满的次日是第一日'],
    ['2026-06-18', '计算至2026年6月18日（含当日）为120元（大写：壹佰贰拾元整）；至该日尚应缴纳合计2,120元', '第二日'],
    ['2026-07-19', '计算至2026年7月19日（含当日）为1,980元（大写：壹仟玖佰捌拾元整）', '第三十三日，不到罚款的数额'],
    ['2026-07-20', '计算至2026年7月20日（含当日）为2,000元（大写：贰仟元整）；至该日尚应缴纳合计4,000元', '第三十四日，以罚款的数额为限'],
    ['2026-09-30', '计算至2026年9月30日（含当日）为2,000元', '以后不再增加'],
  ])('%s催告：%s（%s）', (day, words) => {
    expect(urgedOn(day)).toContain(words);
  });

  it('催告书没有送达就已经缴清的，不再送达，不妨碍结案', () => {
    const paid = performing()
      .on('2026-06-17')
      .does(deputy, 'urge', URGE)
      .does(handlerA, 'pay', { ...PAY, amount: 206_000 });
    expect(paid.tasks().map(({ act }) => act)).toContain('seal');
    const over = paid.does(handlerA, 'complete-performance', { summary: '已缴清' });
    expect(over.state).toMatchObject({ status: 'ended', letters: [{}, {}, { kind: 'urging', receivedOn: null, lapsed: true }] });
    expect(over.tasks().map(({ act }) => act)).toEqual(['publish', 'close']);
  });

  it('届满当日还不能催告，没有加处的数额可写', () => {
    expect(performing().on('2026-06-16').tries(deputy, 'urge', URGE)).toMatchObject({ refused: 'still-time' });
  });

  it('复议期间不计算；延期内不计算', () => {
    const upheld = resulted(disputed(performing().on('2026-06-18')).on('2026-07-10'), { outcome: 'upheld' });
    expect(urgedOn('2026-07-11', upheld)).toContain('计算至2026年7月11日（含当日）为120元');
    const deferred = performing().on('2026-06-16').does(deputy, 'defer', DEFER);
    expect(urgedOn('2026-08-01', deferred)).toContain('计算至2026年8月1日（含当日）为60元');
  });

  it('缴纳了一部分的写明按尚未缴纳的计算；减免的已经减去；没有罚款的不写', () => {
    const half = performing().does(handlerA, 'pay', { ...PAY, amount: 100_000 });
    expect(urgedOn('2026-06-18', half)).toContain(
      '已经缴纳一部分的按尚未缴纳的罚款计算，计算至2026年6月18日（含当日）为60元（大写：陆拾元整）；至该日尚应缴纳合计1,060元',
    );
    const reduced = performing()
      .on('2026-06-18')
      .does(deputy, 'agree', { remedied: '已改正', plan: '分期', waived: 12_000, papers: [A] });
    expect(urgedOn('2026-06-18', reduced)).toContain('为0元（大写：零元整）（已减去减免的120元）；至该日尚应缴纳合计2,000元');
    const income = { ...DECIDE, kinds: ['CF04'], fine: null, income: 50_000 };
    const onlyIncome = sent(deliberating({ kinds: ['CF04'], fine: null, income: 50_000 }).does(head, 'decide', income));
    expect(urgedOn('2026-08-03', onlyIncome)).toContain('没收违法所得500元（大写：伍佰元整），已缴纳0元。');
  });

  it('强制执行申请书计算到申请之日', () => {
    const applied = urged().on('2026-12-21').does(head, 'apply-court', APPLY);
    expect(JSON.stringify(applied.issued.findLast((d) => d.kind === 'CT14-强制执行申请书')?.facts)).toContain(
      '计算至2026年12月21日（含当日）为60,000元（大写：陆万元整）；至该日尚应缴纳合计120,000元（大写：壹拾贰万元整）',
    );
  });
});

describe('申请法院强制执行的材料和对裁定的复议（行政强制法第五十五条、第五十六条）', () => {
  const applying = (more: Input) =>
    urged()
      .on('2026-12-21')
      .tries(head, 'apply-court', { ...APPLY, ...more });
  it('写明当事人的意见和催告情况、执行标的情况', () => {
    expect(applying({})).toBeNull();
    expect(applying({ opinions: '无' })).toMatchObject({ refused: 'no-materials', cite: { article: 55 } });
    expect(applying({ object: '无' })).toMatchObject({ refused: 'no-materials' });
  });

  it('不予受理、不予执行的，十五日内申请复议；准予执行的没有可以复议的', () => {
    const appealing = (day: string, ruling = 'declined') =>
      ruled(ruling).on(day).tries(head, 'appeal-ruling', { on: day, court: '市中级人民法院', papers: null });
    expect(ruled('declined').tasks()).toMatchObject([{ act: 'appeal-ruling' }]);
    expect(appealing('2026-12-31', 'granted')).toMatchObject({ refused: 'nothing-to-appeal' });
    expect(appealing('2026-12-31')).toBeNull();
    const appealed = ruled('refused').does(head, 'appeal-ruling', { on: '2026-12-28', court: '市中级人民法院', papers: null });
    expect(appealed.tasks()).toMatchObject([{ act: 'ruling' }]);
  });
});

describe('决定、用印与承办分开（规则参数，待核定）', () => {
  const seal = (r: Rehearsal) => r.tasks().find(({ act }) => act === 'seal');
  /** The city asks for another hand (1) or not (0), until a day. */
  const asking = (value: number, until: LocalDate | null = null): Profile => ({
    ...BAYANNUR_2026,
    parameters: BAYANNUR_2026.parameters.map((p) =>
      p.name === 'penalty.sealer-apart' ? { ...p, value, inForce: { ...p.inForce, until } } : p,
    ),
  });
  it('承办本案的负责人不作决定；承办人不为自己的案件用印', () => {
    expect(deliberating().tries({ ...head, officerId: A }, 'decide', DECIDE)).toMatchObject({
      refused: 'own-decision',
      cite: { article: 57 },
    });
    expect(deliberating().tries(head, 'decide', DECIDE)).toBeNull();
    const letter = settled(decided(), false);
    expect(letter.tries({ ...handlerA, officerId: A }, 'seal')).toMatchObject({ refused: 'handler-seals' });
    expect(letter.tries(sealer, 'seal')).toBeNull();
  });

  it('承办人不用印的，待办不列给承办人；不作要求的，承办人也有待办、也可以用印（处罚法61，待核定）', () => {
    const apart = settled(decided(), false);
    expect(seal(apart)?.roles).toEqual(['seal-keeper', 'legal-office', 'deputy-head']);
    const together = apart.under(asking(0));
    expect(seal(together)?.roles).toEqual(['seal-keeper', 'legal-office', 'handler', 'deputy-head']);
    expect(together.tries({ ...handlerA, officerId: A }, 'seal')).toBeNull();
  });

  it('按文书签发之日的规定：签发以后才放开的，仍由他人用印，待办与用印条件一致', () => {
    const letter = settled(decided(), false);
    const lifted = (day: string) => letter.on('2026-06-05').under(asking(1, localDate(day)));
    expect(seal(lifted('2026-06-02'))?.roles).not.toContain('handler');
    expect(lifted('2026-06-02').tries({ ...handlerA, officerId: A }, 'seal')).toMatchObject({ refused: 'handler-seals' });
    expect(seal(lifted('2026-06-01'))?.roles).toContain('handler');
    expect(lifted('2026-06-01').tries({ ...handlerA, officerId: A }, 'seal')).toBeNull();
  });

  it('文印、法制机构、分管领导都空缺的，由没有签发的主要负责人用印', () => {
    const letter = settled(deliberating().does(deputy, 'decide', DECIDE), false);
    expect(letter.tries(head, 'seal')).toBeNull();
    expect(settled(decided(), false).tries(head, 'seal')).toMatchObject({ refused: 'own-seal' });
  });
});

it('当事人的期限届满，待办不因此显示逾期（KE-07、KE-14、KE-52）', () => {
  for (const task of [...performing().tasks(), ...urged().tasks()]) expect(['KE-07', 'KE-14', 'KE-52']).not.toContain(task.clock?.id);
});
