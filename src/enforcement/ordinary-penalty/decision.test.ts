import { describe, expect, it } from 'vitest';
import { BAYANNUR_2026, type Json, type LocalDate, localDate, type Profile } from '#law';
import { publishing as shown } from '#law/execution/publishing';
import { publicServiceLast } from '#law/rules/E03-public-service-last';
import { judge } from '#law/rules/index';
import { asking } from '#testing/asking';
import { type Rehearsal, testCalendar } from '#testing/rehearsal';
import { caseProcessFacts } from './facts-of-a-case.ts';
import { EXECUTING_ROOM } from './lifecycle/execution.ts';
import type { OrdinaryPenalty } from './model.ts';
import {
  ANNOUNCE,
  APPLY,
  CAST,
  concluded,
  DECIDE,
  DECIDE_NONE,
  DEFER,
  DISCUSS,
  decided,
  deliberating,
  disputed,
  fulfilled,
  hearing,
  LARGE,
  NONE,
  PAY,
  performing,
  REPORT,
  resulted,
  SERVE,
  sent,
  settled,
  told,
  urged,
  WAIVE,
} from './testing.ts';

type Input = Readonly<Record<string, Json>>;
const { handlerA, deputy, head, sealer } = CAST;
const SCAN = '00000000-0000-4000-8000-000000000001';
const deciding = (more: Input, at = deliberating()) => at.tries(head, 'decide', { ...DECIDE, ...more });

describe('作出决定（处罚法第四十四条、第五十七条、第五十九条）', () => {
  it.each([
    ['等于告知', {}, null],
    ['轻于告知', { fine: 100_000 }, null],
    ['重于告知一分', { fine: 200_001 }, 'heavier'],
    ['告知以外的种类', { kinds: ['CF01', 'CF03'] }, 'heavier'],
    ['处罚内容写明的罚款与数额一致', { content: '罚款2,000元。' }, null],
    ['处罚内容写明另一数额的罚款', { content: '罚款20,000元。' }, 'other-fine'],
    ['没有责令改正', { correction: '无' }, 'no-correction'],
    ['罚款没有缴款方式', { payTo: null }, 'no-account'],
  ] as const)('%s', (_, more, refused) => {
    const answer = deciding(more as Input);
    if (refused === null) expect(answer).toBeNull();
    else expect(answer).toMatchObject({ refused, cite: { instrument: '行政处罚法' } });
  });

  it('重于告知的，理由并列告知的和决定的种类、数额（第四十四条）', () => {
    expect(deciding({ fine: 200_001 })).toMatchObject({
      reason: expect.stringContaining('告知的是罚款2,000元，决定的是罚款2,000.01元') as string,
    });
    expect(deciding({ kinds: ['CF01', 'CF03'] })).toMatchObject({
      reason: expect.stringContaining('告知的是罚款2,000元，决定的是警告、罚款2,000元') as string,
    });
  });

  it('情节复杂或者重大的集体讨论；承办人、法制机构不能决定', () => {
    const grave = deliberating({ isGrave: true });
    expect(deciding({}, grave)).toMatchObject({ refused: 'not-discussed', cite: { article: 57 } });
    expect(deciding({}, grave.does(head, 'discuss', DISCUSS))).toBeNull();
    const large = told({ ...LARGE }, { hearing: true })
      .does(handlerA, 'waive', WAIVE)
      .does(handlerA, 'close-notice');
    expect(deciding({ ...LARGE }, large)).toMatchObject({ refused: 'not-discussed' });
    // Below the threshold once the sum is lowered.
    expect(deciding({ fine: 4_999_999 }, large)).toBeNull();
    expect(deliberating().tries(handlerA, 'decide', DECIDE)).toMatchObject({ refused: 'wrong-role' });
  });

  it('审议时又提出的陈述申辩也要复核', () => {
    const stated = deliberating().does(handlerA, 'statement', { by: '当事人', content: '补充', papers: null });
    expect(deciding({}, stated)).toMatchObject({ refused: 'not-rechecked', cite: { article: 45 } });
  });

  it('不予处罚：第三十三条的情形应当教育；责任能力与报告一致', () => {
    const at = concluded({ ...REPORT, outcome: 'not-punished', tier: 'none', ...NONE });
    expect(at.tries(head, 'decide-none', { ...DECIDE_NONE, education: null })).toMatchObject({
      refused: 'not-educated',
      cite: { article: 33 },
    });
    expect(at.tries(head, 'decide-none', { ...DECIDE_NONE, reason: 'barred', education: null })).toMatchObject({ refused: 'not-barred' });
    expect(at.tries(head, 'decide-none', { ...DECIDE_NONE, reason: 'child', education: null })).toMatchObject({ refused: 'capacity' });
    expect(sent(at.does(head, 'decide-none', DECIDE_NONE)).state.status).toBe('ended');
  });

  it('决定书载明第五十九条的内容和正确的救济途径；报送系统的文号不由平台编', () => {
    const letter = decided().issued.find((d) => d.name === '行政处罚决定书');
    const words = JSON.stringify(letter?.facts);
    for (const part of [
      '违法事实和证据',
      '理由和依据',
      '处罚的种类、内容',
      '履行的方式和期限',
      '救济途径',
      '六十日',
      '六个月',
      '临河区人民政府',
    ])
      expect(words).toContain(part);
    expect(letter).toMatchObject({ numbered: true, facts: { number: expect.stringMatching(/^临市监罚〔2026〕\d+号$/) } });
    expect(deciding({ ownNumber: '临市监罚〔2026〕99号' })).toMatchObject({ refused: 'own-number' });
  });
});

describe('送达（处罚法第六十一条、民事诉讼法第九十五条）', () => {
  const sealed = () => settled(settled(decided(), false).does(sealer, 'seal'));
  const serving = (more: Input, at = sealed()) => at.tries(handlerA, 'serve', { ...SERVE, ...more });
  it('未用印不得送达；签发人不得用印；七个工作日', () => {
    expect(serving({}, settled(decided(), false))).toMatchObject({ refused: 'not-sealed' });
    expect(settled(decided(), false).tries({ ...head, role: 'deputy-head' }, 'seal')).toMatchObject({ refused: 'own-seal' });
    expect(
      decided()
        .clocks()
        .find((c) => c.clock === 'KE-06'),
    ).toMatchObject({ dueOn: '2026-06-10', stoppedOn: null });
  });

  it.each([
    ['直接送达', {}, null],
    ['早于签发', { receivedOn: '2026-05-31' }, 'day-before'],
    ['晚于今天', { receivedOn: '2026-06-02' }, 'day-ahead'],
    ['留置没有见证', { how: 'left' }, 'no-witness'],
    ['留置有见证', { how: 'left', witness: '居委会干部' }, null],
    ['电子送达没有确认书', { how: 'electronic' }, 'no-confirmation'],
    ['没有登记发出公告', { how: 'public', publishedOn: '2026-06-01' }, 'not-announced'],
  ] as const)('%s', (_, more, refused) => {
    const answer = serving(more as Input);
    if (refused === null) expect(answer).toBeNull();
    else expect(answer).toMatchObject({ refused });
  });

  it('电子送达先有同意的确认书', () => {
    const confirm = (electronic: boolean) => sealed().does(handlerA, 'confirm-address', { electronic, channel: '邮箱', papers: [SCAN] });
    expect(serving({ how: 'electronic' }, confirm(false))).toMatchObject({ refused: 'no-confirmation', cite: { article: 61 } });
    expect(serving({ how: 'electronic' }, confirm(true))).toBeNull();
  });

  const failed = { how: '直接送达', reason: '下落不明' };
  const twice = () => sealed().does(handlerA, 'fail-service', failed).does(handlerA, 'fail-service', failed);
  const inTime = (at: Rehearsal, clock = 'KE-06') => at.clocks().find((c) => c.clock === clock);
  const announce = (on: string, at = twice()) => at.on(on).does(handlerA, 'announce', { ...ANNOUNCE, on });

  it('没有登记发出公告的，满三十日也不得登记公告送达；登记以后自发出之日起满三十日的次日可以（第九十五条）', () => {
    const published = (day: string, at = announce('2026-06-01')) =>
      serving({ how: 'public', publishedOn: '2026-06-01', receivedOn: day }, at.on(day));
    expect(published('2026-07-02', twice())).toMatchObject({
      ...{ refused: 'not-announced', cite: { instrument: '民事诉讼法', article: 95 } },
    });
    expect(published('2026-07-01')).toMatchObject({ refused: 'public-too-soon', cite: { instrument: '民事诉讼法', article: 95 } });
    expect(published('2026-07-02')).toBeNull();
    const undated = serving({ how: 'public', receivedOn: '2026-07-02' }, announce('2026-06-01').on('2026-07-02'));
    expect(undated).toMatchObject({ refused: 'not-published' });
  });

  it('自有系统没有报送发出公告即报来公告送达的，照录并留下问题；报送过的没有', () => {
    const elsewhere = deliberating().reports(handlerA, 'decide', { ...DECIDE, ownNumber: '临市监罚〔2026〕9号' }, '2026-06-01');
    const tried = elsewhere.reports(handlerA, 'fail-service', failed, '2026-06-01').reports(handlerA, 'fail-service', failed, '2026-06-01');
    const told = (at: Rehearsal) => {
      const input = { ...SERVE, how: 'public', publishedOn: '2026-06-01', receivedOn: '2026-07-02' };
      const served = at.on('2026-07-02').reports(handlerA, 'serve', input, '2026-07-02');
      return [served.state.status, served.stored.at(-1)?.frame.doubts ?? []];
    };
    expect(told(tried)).toEqual(['performing', ['not-announced']]);
    expect(told(tried.reports(handlerA, 'announce', { ...ANNOUNCE, on: '2026-06-01' }, '2026-06-01'))).toEqual(['performing', []]);
  });

  it('发出公告逐次登记：其他方式无法送达在先，在签发以后、办理以前，不重复登记（第九十五条）', () => {
    const announcing = (more: Input, at = twice()) => at.tries(handlerA, 'announce', { ...ANNOUNCE, ...more });
    expect(announcing({})).toBeNull();
    expect(announcing({ on: '2026-05-31' })).toMatchObject({ refused: 'published-before' });
    expect(announcing({ on: '2026-06-02' })).toMatchObject({ refused: 'day-ahead' });
    expect(announcing({}, sealed().does(handlerA, 'fail-service', failed))).toMatchObject({
      ...{ refused: 'public-first', cite: { instrument: '民事诉讼法', article: 95 } },
    });
    expect(announcing({}, sealed().does(handlerA, 'fail-service', failed).under(asking('E03.tries', 1)))).toBeNull();
    expect(announcing({}, announce('2026-06-01'))).toMatchObject({ refused: 'announced' });
    expect(announcing({}, settled(decided(), false))).toMatchObject({ refused: 'not-sealed' });
    const late = serving({ how: 'public', publishedOn: '2026-06-02', receivedOn: '2026-07-03' }, announce('2026-06-01').on('2026-07-03'));
    expect(late).toMatchObject({ refused: 'published-otherwise' });
  });

  it.each([
    ['第七个工作日发出公告，不逾期', '2026-06-10', false],
    ['次日才发出公告，逾期', '2026-06-11', true],
  ] as const)('%s；三十日另计（KE-06、KE-44）', (_, on, isLate) => {
    const running = announce(on);
    expect(inTime(running)).toMatchObject({ dueOn: '2026-06-10', stoppedOn: on });
    expect((inTime(running)?.stoppedOn ?? '') > '2026-06-10').toBe(isLate);
    const last = on === '2026-06-10' ? '2026-07-10' : '2026-07-13';
    expect(inTime(running, 'KE-44')).toMatchObject({ dueOn: last, stoppedOn: null });
    const before = serving({ how: 'public', publishedOn: on, receivedOn: last }, running.on(last));
    expect(before).toMatchObject({ refused: 'public-too-soon' });
    const next = on === '2026-06-10' ? '2026-07-11' : '2026-07-14';
    const served = running.on(next).does(handlerA, 'serve', { ...SERVE, how: 'public', publishedOn: on, receivedOn: next });
    expect([inTime(served)?.stoppedOn, inTime(served, 'KE-44')?.stoppedOn]).toEqual([on, last]);
  });

  it('公告没有发出的，期限不停；公告期间找到当事人直接送达的，期限仍止于发出公告之日', () => {
    expect(inTime(twice().on('2026-06-11'))?.stoppedOn).toBeNull();
    const found = announce('2026-06-10')
      .on('2026-06-20')
      .does(handlerA, 'serve', { ...SERVE, receivedOn: '2026-06-20' });
    expect([inTime(found)?.stoppedOn, inTime(found, 'KE-44')?.stoppedOn]).toEqual(['2026-06-10', '2026-06-20']);
  });

  it('补录的公告同样停止期限；没有先用其他方式的照录，由E03提出预警', () => {
    const elsewhere = deliberating().reports(handlerA, 'decide', { ...DECIDE, ownNumber: '临市监罚〔2026〕9号' }, '2026-06-01');
    const told = elsewhere.on('2026-06-11').reports(handlerA, 'announce', { ...ANNOUNCE, on: '2026-06-10' }, '2026-06-10');
    expect(inTime(told)).toMatchObject({ dueOn: '2026-06-10', stoppedOn: '2026-06-10' });
    const tooLate = elsewhere.on('2026-06-11').reports(handlerA, 'announce', { ...ANNOUNCE, on: '2026-06-11' }, '2026-06-11');
    expect(inTime(tooLate)).toMatchObject({ stoppedOn: '2026-06-11' });
    const asked = (at: Rehearsal) => {
      const context = { today: at.today as LocalDate, profile: BAYANNUR_2026, calendar: testCalendar({}) };
      const around = { officerOn: (key: string) => ({ key, certificate: 'valid' as const }), party: null, lists: null };
      const { letters } = caseProcessFacts(at.state as OrdinaryPenalty, around, context);
      return judge([publicServiceLast], { letters } as never, context).doubts.map(({ doubt }) => doubt.because);
    };
    expect(asked(told)).toEqual([expect.stringContaining('此前记明的未能送达0次')]);
    expect(asked(announce('2026-06-10'))).toEqual([]);
    expect(told.tasks().map(({ title }) => title)).toContain('2026年6月10日发出公告，满三十日后登记临市监罚〔2026〕9号送达');
  });
});

describe('履行、加处罚款（处罚法第六十六条至第七十三条）', () => {
  const paying = (day: string, amount: number, at = performing()) => at.on(day).tries(handlerA, 'pay', { ...PAY, amount });
  it('十五日内缴纳；逾期次日起每日百分之三，不超过罚款本数', () => {
    expect(
      performing()
        .clocks()
        .find((c) => c.clock === 'KE-07'),
    ).toMatchObject({ dueOn: '2026-06-16' });
    expect(paying('2026-06-16', 200_001)).toMatchObject({ refused: 'too-much', cite: { article: 72 } });
    expect(paying('2026-06-17', 206_000)).toBeNull();
    expect(paying('2026-06-17', 206_001)).toMatchObject({ refused: 'too-much' });
    expect(paying('2026-07-19', 398_000)).toBeNull();
    expect(paying('2026-07-20', 400_000)).toBeNull();
    expect(paying('2026-12-31', 400_001)).toMatchObject({ refused: 'too-much' });
  });

  it('复议、诉讼期间不计加处罚款；延期的自延期届满起算', () => {
    const going = disputed(performing().on('2026-06-10'));
    expect(paying('2026-07-31', 200_001, going)).toMatchObject({ refused: 'too-much' });
    const ended = resulted(going.on('2026-07-31'), {});
    expect(paying('2026-08-01', 206_000, ended)).toBeNull();
    const deferred = performing().does(deputy, 'defer', DEFER);
    expect(paying('2026-07-31', 200_001, deferred)).toMatchObject({ refused: 'too-much' });
    expect(paying('2026-08-01', 206_000, deferred)).toBeNull();
  });

  it('罚缴分离：当场收缴只限法定情形；没有缴清不能结束', () => {
    const spot = (onSpot: string | null) => performing().tries(handlerA, 'pay', { ...PAY, channel: 'on-spot', onSpot });
    expect(spot('small')).toMatchObject({ refused: 'on-spot', cite: { article: 69 } });
    expect(spot(null)).toMatchObject({ refused: 'on-spot' });
    const into = (channel: string) => performing().tries(handlerA, 'pay', { ...PAY, channel });
    expect(into('own-account')).toMatchObject({ refused: 'own-account', cite: { article: 67 } });
    expect(into('bank')).toBeNull();
    expect(spot('remote')).toBeNull();
    const part = performing().does(handlerA, 'pay', { ...PAY, amount: 199_999 });
    expect(part.tries(handlerA, 'complete-performance', { summary: '…' })).toMatchObject({ refused: 'unpaid' });
  });
});

describe('催告、申请法院强制执行（行政强制法第五十三条、第五十四条）', () => {
  const urging = (day: string) => performing().on(day).tries(deputy, 'urge', { content: '缴款', contact: '科室', ownNumber: null });
  it('逾期不履行的才催告', () => {
    expect(urging('2026-06-16')).toMatchObject({ refused: 'still-time', cite: { instrument: '行政强制法', article: 54 } });
    expect(urging('2026-06-17')).toBeNull();
  });

  it('催告送达十个工作日后、救济期限届满之日起三个月内申请', () => {
    const applying = (day: string, at = urged()) => at.on(day).tries(head, 'apply-court', APPLY);
    const received = (urged().state as OrdinaryPenalty).decision?.receivedOn;
    expect(received).toBe('2026-06-16');
    expect(applying('2026-08-17')).toMatchObject({ refused: 'urged-too-soon', cite: { article: 54 } });
    expect(applying('2026-08-18')).toMatchObject({ refused: 'remedies-open', cite: { article: 53 } });
    expect(applying('2026-12-16')).toMatchObject({ refused: 'remedies-open' });
    expect(applying('2026-12-17')).toBeNull();
    expect(
      urged()
        .clocks()
        .find((c) => c.clock === 'KE-15'),
    ).toMatchObject({ dueOn: '2027-03-16' });
    expect(applying('2026-12-17', disputed(urged(), 'litigation', '法院'))).toMatchObject({ refused: 'disputed' });
  });
});

describe('公示、结案（处罚法第四十八条）', () => {
  it('决定七个工作日内公示，或者写明不公示的理由，才能结案', () => {
    expect(
      decided()
        .clocks()
        .find((c) => c.clock === 'KE-37'),
    ).toMatchObject({ dueOn: '2026-06-10' });
    expect(fulfilled().tries(head, 'close', { summary: '…' })).toMatchObject({ refused: 'not-published', cite: { article: 48 } });
    const publish = (on: string) => fulfilled().tries(handlerA, 'publish', { on, where: '平台' });
    expect(publish('2026-05-31')).toMatchObject({ refused: 'published-on' });
    expect(publish('2026-06-02')).toMatchObject({ refused: 'published-on' });
    expect(publish('2026-06-01')).toBeNull();
    expect(fulfilled().tries(handlerA, 'not-public', { reason: 'privacy', words: '…' })).toMatchObject({ refused: 'wrong-role' });
  });

  const PUBLIC = { on: '2026-06-01', where: '执法公示平台', channels: ['enforcement'] };
  /** What the conditions of the act answer of a case that differs in so much. */
  const publishing = (more: Partial<OrdinaryPenalty>, input: Input = {}, profile: Profile = BAYANNUR_2026) => {
    const at = {
      state: { ...own(), ...more },
      input: { redacted: null, ...PUBLIC, ...input },
      legalDate: localDate('2026-06-01'),
      profile,
    };
    const answers = (shown(EXECUTING_ROOM).publish.inputGuards ?? []).map((guard) => guard.check(at as never));
    return answers.find((answer) => answer !== null) ?? null;
  };
  const own = () => fulfilled().state as OrdinaryPenalty;
  const reportOf = (more: Partial<OrdinaryPenalty['reports'][number]>) => ({ reports: own().reports.map((r) => ({ ...r, ...more })) });

  it('公示文本含有个人信息的不能公示，写明位置；写明删去内容的可以（P06，处罚法第五十条）', () => {
    const witness = reportOf({ facts: [{ fact: '证人王小明证实没有标价。', evidence: [1] }] });
    expect(publishing(witness)).toMatchObject({
      refused: 'personal-data',
      cite: { article: 50 },
      reason: expect.stringContaining('“违法事实”第3字起有证人、举报人等的姓名'),
    });
    expect(JSON.stringify(publishing(witness))).not.toContain('王小明');
    expect(publishing(witness, { redacted: '证人姓名' })).toBeNull();
    expect(publishing(reportOf({ facts: [{ fact: '证人王某证实没有标价。', evidence: [1] }] }))).toBeNull();
  });

  it('当事人是未成年人的不公示（参数，待核定），成年人的公示（P03，信息公开条例第十五条）', () => {
    const minor = reportOf({ capacity: 'minor' });
    expect(publishing(minor)).toMatchObject({ refused: 'minor', cite: { article: 15 }, reason: expect.stringContaining('待核定') });
    expect(publishing(minor, {}, asking('publicity.minor-not-shown', 0))).toBeNull();
    expect(publishing(reportOf({ capacity: 'full' }))).toBeNull();
  });

  it('因秘密、隐私没有公开听证的，写明删去的内容才能公示；公开听证的不问（处罚法第五十条）', () => {
    const told = hearing().state as OrdinaryPenalty;
    const heard = (isPublic: boolean): Partial<OrdinaryPenalty> =>
      told.hearing === null ? {} : { hearing: { ...told.hearing, isPublic, outcome: 'held' } };
    expect(told.hearing).not.toBeNull();
    expect(publishing(heard(false))).toMatchObject({ refused: 'secret', cite: { article: 50 } });
    expect(publishing(heard(false), { redacted: '工艺参数' })).toBeNull();
    expect(publishing(heard(true))).toBeNull();
  });

  const ofKinds = (...kinds: readonly ('CF01' | 'CF02' | 'CF03')[]): Partial<OrdinaryPenalty> => {
    const { decision } = own();
    if (decision?.penalty == null) throw new Error('no penalty');
    return { decision: { ...decision, penalty: { ...decision.penalty, kinds } } };
  };

  it('信用平台只见摘要，原则上不公示轻微失信信息：照登并提示待核定，参数开启的才不能登记（P03，36号令）', () => {
    const verified = asking('publicity.slight-not-on-credit', 1);
    const credit = { channels: ['credit'] };
    for (const kind of ['CF01', 'CF02'] as const) {
      expect(publishing(ofKinds(kind), credit)).toBeNull();
      expect(publishing(ofKinds(kind), credit, verified)).toMatchObject({ refused: 'slight', reason: expect.stringContaining('待核定') });
    }
    expect(publishing(ofKinds('CF01', 'CF03'), credit, verified)).toBeNull();
    expect(publishing(ofKinds('CF01'), {}, verified)).toBeNull();
    const publication = { on: localDate('2026-06-01'), where: '…', channels: ['credit'] } as const;
    const says = (kinds: Partial<OrdinaryPenalty>) =>
      shown(EXECUTING_ROOM).publish.says({ ...own(), ...kinds, publication }, fulfilled().stored.at(-1)?.frame as never);
    expect(says(ofKinds('CF01'))).toContain('待核定');
    expect(says(ofKinds('CF03'))).not.toContain('待核定');
  });

  it('企业公示系统不公示只有警告的，法律、行政法规另有规定的写明依据；执法公示平台都可以（P03，令45第二条）', () => {
    const enterprise = { channels: ['enterprise'] };
    expect(publishing(ofKinds('CF01'), enterprise)).toMatchObject({ refused: 'warning-only', cite: { article: 2 } });
    expect(publishing(ofKinds('CF01'), { ...enterprise, otherLaw: '《某法》第十条' })).toBeNull();
    expect(publishing(ofKinds('CF02'), enterprise)).toBeNull();
    expect(publishing(ofKinds('CF01'))).toBeNull();
  });
});
