import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idOf } from '#testing/rehearsal-city';
import { stagesToRecord, unrecordedStages } from './lifecycle/recorded-stages.ts';
import type { OrdinaryPenalty } from './model.ts';
import {
  CAST,
  concluded,
  DECIDE,
  DISPOSE,
  decided,
  deliberating,
  EVIDENCE,
  FORFEIT,
  filed,
  HAND_OVER,
  INSPECT,
  type Input,
  investigated,
  MOVE,
  NOTIFY,
  PAY,
  PRESERVE,
  performing,
  QUESTION,
  RECORDED,
  REPORT,
  SERVE,
  STORE,
  sent,
  settled,
  WAIVE,
} from './testing.ts';

const { handlerA, deputy, head, sealer } = CAST;
const stateOf = (r: { readonly state: unknown }): OrdinaryPenalty => r.state as OrdinaryPenalty;
const preserved = () => filed().does(deputy, 'preserve', PRESERVE);
const FILE = [idOf('记录')];

describe('证据的取得（处罚法第四十一条、第四十六条、第四十七条）', () => {
  const MONITORED: Input = {
    ...EVIDENCE,
    ...{ kind: 'electronic', how: 'monitored', device: '电子警察 12号' },
    ...{
      reviewed: '法制科、技术科2026年1月5日审核',
      published: '胜利路口，2026年1月10日公布于本机关网站',
      checked: '清晰、完整、准确，法制科审核',
    },
  };
  it.each([
    ['设备未审核', { reviewed: null }, '设备的法制和技术审核'],
    ['设置地点未公布', { published: null }, '设置地点及其公布'],
    ['记录内容未审核', { checked: null }, '记录内容的审核'],
    ['没有设备编号', { device: null }, '监控设备编号'],
  ] as const)('电子监控证据%s：不得作为证据', (_, more, words) => {
    const answer = filed().tries(handlerA, 'evidence', { ...MONITORED, ...more });
    expect(answer).toMatchObject({
      refused: 'monitoring',
      cite: { instrument: '行政处罚法', article: 41 },
      reason: expect.stringContaining(words),
    });
  });

  it('电子监控证据审核齐全的可以登记；补录缺审核的照录而不作证据', () => {
    const s = stateOf(filed().does(handlerA, 'evidence', MONITORED));
    expect(s.evidence[0]).toMatchObject({
      no: 1,
      isLawful: true,
      monitoring: { device: '电子警察 12号' },
      form: 'copy',
      place: '经营场所',
    });
    const told = filed().reports(handlerA, 'evidence', { ...MONITORED, checked: null }, '2026-06-01');
    expect(stateOf(told).evidence[0]).toMatchObject({ isLawful: false });
    expect(told.tries(handlerA, 'verify-evidence', { items: [{ no: 1 }], how: '…' })).toMatchObject({ refused: 'unlawful-evidence' });
  });

  it('当日登记不须理由；事后登记的须写明理由，记入证据', () => {
    const next = filed().on('2026-06-03');
    expect(next.tries(handlerA, 'evidence', EVIDENCE)).toBeNull();
    expect(next.tries(handlerA, 'evidence', EVIDENCE, { on: '2026-06-01' })).toMatchObject({
      refused: 'late-reason',
      cite: { article: 47 },
    });
    expect(next.tries(handlerA, 'evidence', { ...EVIDENCE, late: '现场没有网络' }, { on: '2026-06-01' })).toBeNull();
    expect(next.tries(handlerA, 'evidence', EVIDENCE, { on: '2026-06-01', reported: true })).toBeNull();
  });

  it('作出决定以后才报到的证据：终结以前取得的照收，以后取得的照录而不符条件；平台上不能再登记（处罚法57，I06）', () => {
    const at = decided().on('2026-06-10');
    const report = (on: string) => at.reports(handlerA, 'evidence', EVIDENCE, on);
    const number = stateOf(at).evidence.length + 1;
    for (const one of [report('2026-06-01'), report('2026-06-09')]) {
      expect(one.state.status).toBe('decided');
      expect(stateOf(one).evidence.at(-1)).toMatchObject({ no: number, verifiedOn: null });
    }
    expect(at.tries(handlerA, 'evidence', EVIDENCE)).toMatchObject({
      ...{ refused: 'after-report', cite: { instrument: '行政处罚法', article: 57 } },
      reason: expect.stringContaining('2026-06-01已经作出决定') as string,
    });
    expect(at.tries(handlerA, 'question', QUESTION)).toMatchObject({ refused: 'wrong-state' });
  });

  it('调查终结以后不能再登记证据，退回补充调查以后可以（I06）', () => {
    const at = concluded().on('2026-06-03');
    const refused = { refused: 'after-report', cite: { instrument: '行政处罚法', article: 57 } };
    for (const act of [
      at.tries(handlerA, 'evidence', EVIDENCE),
      at.tries(handlerA, 'question', QUESTION),
      at.tries(handlerA, 'inspect', INSPECT),
    ])
      expect(act).toMatchObject(refused);
    expect(at.tries(handlerA, 'evidence', { ...EVIDENCE, late: '补登' }, { on: '2026-06-01' })).toMatchObject(refused);
    expect(concluded().does(deputy, 'reopen-inquiry', { reason: '补充' }).tries(handlerA, 'evidence', EVIDENCE)).toBeNull();
  });

  it('有自有系统的：终结以前取得、以后才报来的照收；终结以后取得的照录，不作证据（I06）', () => {
    const at = concluded().on('2026-06-03');
    const inTime = at.reports(CAST.machine, 'evidence', EVIDENCE, '2026-06-01');
    const late = at.reports(CAST.machine, 'evidence', EVIDENCE, '2026-06-02');
    expect([inTime, late].map((r) => stateOf(r).evidence.at(-1)?.isLawful)).toEqual([true, false]);
  });

  it('查证属实写明由谁查证', () => {
    expect(stateOf(investigated()).evidence.map((e) => e.verifiedBy)).toEqual(['承办人甲', '承办人甲']);
  });
});

describe('原件的交接、查阅和副本（处罚法第四十六条）', () => {
  it('一环接一环：移交人须是现在的保管人', () => {
    const first = investigated().does(handlerA, 'hand-over-evidence', HAND_OVER);
    expect(first.tries(handlerA, 'hand-over-evidence', HAND_OVER)).toMatchObject({
      refused: 'not-keeper',
      reason: expect.stringContaining('鉴定人'),
    });
    const back = first.does(handlerA, 'hand-over-evidence', {
      ...HAND_OVER,
      from: '鉴定人',
      to: '承办人乙',
      place: '证据柜',
      why: '检验完毕',
    });
    expect(stateOf(back).evidence[0]?.custody?.map(({ from, to }) => `${from}→${to}`)).toEqual(['承办人甲→鉴定人', '鉴定人→承办人乙']);
    expect(
      back.on('2026-06-05').tries(handlerA, 'hand-over-evidence', { ...HAND_OVER, from: '承办人乙', late: '补' }, { on: '2026-05-30' }),
    ).toMatchObject({ refused: 'hand-over-before' });
  });

  it('没有的证据不能移交、查阅；查阅和遮盖件都记入该证据，原件的摘要不变', () => {
    expect(investigated().tries(handlerA, 'hand-over-evidence', { ...HAND_OVER, no: 9 })).toMatchObject({ refused: 'no-such-evidence' });
    const before = stateOf(investigated()).evidence[0];
    const after = investigated()
      .does(handlerA, 'view-original', { no: 1, who: '代理人', why: '核对', resealed: true, late: null })
      .does(handlerA, 'attach-redacted', { no: 1, how: '姓名', papers: FILE });
    const one = stateOf(after).evidence[0];
    expect(one).toMatchObject({ looks: [{ who: '代理人', resealed: true }], files: before?.files });
    expect(one?.redacted).toHaveLength(1);
  });
});

describe('执法全过程记录（处罚法第四十七条；环节清单待核定）', () => {
  it('先行登记保存须有音像记录：附上以前是待办，附上以后不再提示', () => {
    const before = preserved();
    expect(unrecordedStages(stateOf(before)).map((one) => one.words)).toEqual(['2026-06-01先行登记保存']);
    expect(before.tasks().map((task) => task.title)).toContainEqual(expect.stringContaining('2026-06-01先行登记保存须有音像记录'));
    const recorded = before.does(handlerA, 'record-av', { ...RECORDED, stage: 'preserve' });
    expect(unrecordedStages(stateOf(recorded))).toEqual([]);
    expect(recorded.tasks().filter((task) => task.act === 'record-av')).toEqual([]);
  });

  it('别的环节、别日的记录不算', () => {
    const other = preserved().does(handlerA, 'record-av', { ...RECORDED, stage: 'inspect' });
    const later = preserved()
      .on('2026-06-02')
      .does(handlerA, 'record-av', { ...RECORDED, stage: 'preserve' });
    expect([unrecordedStages(stateOf(other)).length, unrecordedStages(stateOf(later)).length]).toEqual([1, 1]);
  });

  it.each([
    ['9:10', '10:00', 'times'],
    ['09:10', '09:10', 'times'],
    ['10:00', '09:10', 'times'],
    ['09:10', '24:00', 'times'],
    ['09:10', '09:11', null],
    ['00:00', '23:59', null],
  ])('起止时间 %s 至 %s', (from, until, refused) => {
    const answer = preserved().tries(handlerA, 'record-av', { ...RECORDED, stage: 'preserve', from, until });
    if (refused === null) expect(answer).toBeNull();
    else expect(answer).toMatchObject({ refused });
  });

  it('说明只能写给缺少记录的环节；写明以后可以结案，但仍算没有记录', () => {
    const wrong = { stage: 'preserve', on: '2026-06-02', reason: '…' };
    expect(preserved().tries(deputy, 'explain-unrecorded', wrong)).toMatchObject({ refused: 'recorded' });
    const told = preserved().does(deputy, 'explain-unrecorded', { ...wrong, on: '2026-06-01' });
    expect([unrecordedStages(stateOf(told)), stagesToRecord(stateOf(told)).length]).toEqual([[], 1]);
  });

  it('留置送达没有记录：结案时不准，附上记录或者说明以后准', () => {
    const sealed = settled(settled(deliberating().does(head, 'decide', DECIDE), false).does(sealer, 'seal'));
    const left = sealed.does(handlerA, 'serve', { ...SERVE, how: 'left', witness: '嘎查干部', receivedOn: sealed.today });
    const ended = left
      .does(handlerA, 'pay', PAY)
      .does(handlerA, 'complete-performance', { summary: '已缴清。' })
      .does(handlerA, 'publish', { on: '2026-06-01', where: '执法公示平台' });
    expect(ended.tries(head, 'close', { summary: '同意' })).toMatchObject({ refused: 'unrecorded', cite: { article: 47 } });
    const recorded = ended.does(handlerA, 'record-av', { ...RECORDED, stage: 'left' });
    expect(recorded.tries(head, 'close', { summary: '同意' })).toBeNull();
    const explained = ended.does(head, 'explain-unrecorded', { stage: 'left', on: '2026-06-01', reason: '设备故障' });
    expect(explained.tries(head, 'close', { summary: '同意' })).toBeNull();
  });
});

describe('涉案财物台账（处罚法第五十六条、第七十四条）', () => {
  it('登记保存的物品自动入账；解除即返还，查封扣押的继续在库', () => {
    expect(stateOf(preserved()).goods).toMatchObject([
      { no: 1, name: '电子秤', origin: 'preserved', place: '仓库', keeper: '仓库管理员', ended: null },
      { no: 2, name: '价签', ended: null },
    ]);
    const settledAs = (how: string) => stateOf(preserved().does(deputy, 'settle-preservation', { no: 1, how, reason: '…' })).goods;
    expect(settledAs('released').map((g) => g.ended?.how)).toEqual(['returned', 'returned']);
    expect(settledAs('transferred').map((g) => g.ended?.how)).toEqual(['transferred', 'transferred']);
    expect(settledAs('seized').map((g) => [g.origin, g.ended])).toEqual([
      ['seized', null],
      ['seized', null],
    ]);
  });

  it('移交以后换了地点和保管人，经过留痕；不在库的不能再移交、处置', () => {
    const moved = filed().does(handlerA, 'take-goods', STORE).does(handlerA, 'move-goods', MOVE);
    expect(stateOf(moved).goods[0]).toMatchObject({ place: '检验所', keeper: '检验员', moves: [{ why: '送检' }] });
    const gone = moved.does(deputy, 'dispose-goods', DISPOSE);
    expect(gone.tries(handlerA, 'move-goods', MOVE)).toMatchObject({ refused: 'goods-ended' });
    expect(gone.tries(deputy, 'dispose-goods', DISPOSE)).toMatchObject({ refused: 'goods-ended' });
    expect(gone.tries(handlerA, 'move-goods', { ...MOVE, things: [{ no: 7 }] })).toMatchObject({ refused: 'no-such-goods' });
  });

  const forfeiting = () => deliberating({ ...FORFEIT }).does(head, 'decide', { ...DECIDE, ...FORFEIT });
  const forfeited = () => sent(forfeiting());
  it('没有没收决定、没有送达、没有凭证的，不得销毁、拍卖、上缴；返还不受限', () => {
    for (const how of ['destroyed', 'auctioned', 'treasury']) {
      const input = { ...DISPOSE, how, papers: FILE };
      expect(filed().does(handlerA, 'take-goods', STORE).tries(deputy, 'dispose-goods', input)).toMatchObject({
        ...{ refused: 'not-confiscated', cite: { instrument: '行政处罚法', article: 74 } },
      });
      expect(forfeited().tries(deputy, 'dispose-goods', { ...input, papers: null })).toMatchObject({ refused: 'no-proof' });
      expect(forfeited().tries(deputy, 'dispose-goods', input)).toBeNull();
    }
    expect(filed().does(handlerA, 'take-goods', STORE).tries(deputy, 'dispose-goods', DISPOSE)).toBeNull();
    expect(forfeiting().tries(deputy, 'dispose-goods', { ...DISPOSE, how: 'destroyed', papers: FILE })).toMatchObject({
      refused: 'not-served',
    });
  });

  it('没收的写明台账序号；决定以外的物品不得销毁、拍卖、上缴，只能返还', () => {
    const at = deliberating({ ...FORFEIT });
    const deciding = (things: string | null) => at.tries(head, 'decide', { ...DECIDE, ...FORFEIT, things });
    for (const [things, reason] of [
      [null, '请填写没收的财物在涉案财物台账上的序号'],
      ['一号', '应当填写涉案财物台账的序号'],
      ['1、2', '没有第2号物品'],
    ] as const)
      expect(deciding(things)).toMatchObject({ refused: 'things', cite: { article: 74 }, reason: expect.stringContaining(reason) });
    expect(deciding('1')).toBeNull();
    expect(at.tries(head, 'decide', { ...DECIDE, things: '1' })).toMatchObject({ refused: 'things' });
    const gone = investigated().does(handlerA, 'take-goods', STORE).does(deputy, 'dispose-goods', DISPOSE);
    expect(gone.tries(handlerA, 'conclude', { ...REPORT, ...FORFEIT })).toMatchObject({
      refused: 'things',
      reason: expect.stringContaining('已经返还'),
    });
    const more = forfeited().does(handlerA, 'take-goods', STORE);
    const other = { ...DISPOSE, how: 'destroyed', things: [{ no: 2 }], papers: FILE };
    expect(more.tries(deputy, 'dispose-goods', other)).toMatchObject({
      refused: 'not-confiscated',
      reason: expect.stringContaining('第2号物品不在处罚决定没收的财物（台账第1号）之内'),
    });
    expect(more.tries(deputy, 'dispose-goods', { ...other, things: [{ no: 1 }] })).toBeNull();
    expect(more.tries(deputy, 'dispose-goods', { ...other, how: 'returned' })).toBeNull();
  });

  it('决定没收的财物多于告知的，是加重，须重新告知', () => {
    const at = deliberating({ ...FORFEIT }).does(handlerA, 'take-goods', STORE);
    expect(at.tries(head, 'decide', { ...DECIDE, ...FORFEIT, things: '1、2' })).toMatchObject({
      refused: 'heavier',
      cite: { article: 44 },
    });
  });

  it('自有系统报来的没收没有写明台账序号，照录；台账没有登记的，几句说明不能代替，不能结案', () => {
    const { things: _, ...untold } = FORFEIT;
    const report = concluded().does(deputy, 'reopen-inquiry', { reason: '补充' }).on('2026-06-01');
    const elsewhere = report
      .reports(CAST.machine, 'conclude', { ...REPORT, ...untold }, '2026-06-01')
      .does(deputy, 'skip-review', { reason: '不属于应当审核的情形。' })
      .does(deputy, 'notify', NOTIFY);
    const at = sent(elsewhere).does(handlerA, 'waive', WAIVE).does(handlerA, 'close-notice');
    const decided = at
      .reports(CAST.machine, 'decide', { ...DECIDE, ...untold, ownNumber: '原1号' }, '2026-06-01')
      .does(handlerA, 'serve', SERVE);
    const ended = decided
      .does(handlerA, 'pay', PAY)
      .does(handlerA, 'record-performance', { content: '已经没收。' })
      .does(handlerA, 'complete-performance', { summary: '已执行完毕。' })
      .does(handlerA, 'publish', { on: '2026-06-01', where: '执法公示平台' });
    expect(ended.tries(head, 'close', { summary: '同意' })).toMatchObject({
      refused: 'goods',
      reason: expect.stringContaining('写明存放地点、保管人'),
    });
    const sold = ended.does(handlerA, 'take-goods', STORE).does(deputy, 'dispose-goods', { ...DISPOSE, how: 'auctioned', papers: FILE });
    expect(sold.tries(head, 'close', { summary: '同意' })).toBeNull();
  });

  it('在库的物品没有返还、处置，不能结案；处置以后可以', () => {
    const held = performing()
      .does(handlerA, 'take-goods', STORE)
      .does(handlerA, 'pay', PAY)
      .does(handlerA, 'complete-performance', { summary: '已缴清。' })
      .does(handlerA, 'publish', { on: '2026-06-01', where: '执法公示平台' });
    expect(held.tries(head, 'close', { summary: '同意' })).toMatchObject({
      refused: 'goods',
      reason: expect.stringContaining('1号电子秤（执法仓库，仓库管理员保管）'),
    });
    expect(held.tasks().map((task) => task.act)).toContain('dispose-goods');
    expect(held.does(deputy, 'dispose-goods', DISPOSE).tries(head, 'close', { summary: '同意' })).toBeNull();
  });

  it('任意次序入库、移交、处置：每件物品在合法去向以前都有地点和保管人，去向只有一次', () => {
    const STEPS = [
      ['take-goods', STORE],
      ['move-goods', MOVE],
      ['move-goods', { ...MOVE, things: [{ no: 2 }], place: '冷库' }],
      ['dispose-goods', DISPOSE],
      ['dispose-goods', { ...DISPOSE, things: [{ no: 2 }], how: 'destroyed', papers: FILE }],
      ['settle-preservation', { no: 1, how: 'released', reason: '…' }],
    ] as const;
    fc.assert(
      fc.property(fc.array(fc.nat(STEPS.length - 1), { maxLength: 12 }), (moves) => {
        let at = preserved();
        const ended = new Map<number, string>();
        for (const move of moves) {
          const [act, input] = STEPS[move] ?? STEPS[0];
          if (at.tries(deputy, act, input) === null) at = at.does(deputy, act, input);
          else if (at.tries(handlerA, act, input) === null) at = at.does(handlerA, act, input);
          for (const good of stateOf(at).goods) {
            if (good.ended === null) expect([good.place, good.keeper].every((word) => word !== '')).toBe(true);
            expect(ended.get(good.no) ?? good.ended?.how).toBe(good.ended?.how);
            if (good.ended !== null) ended.set(good.no, good.ended.how);
          }
        }
        expect(stateOf(at).goods.filter((g) => g.ended?.how === 'destroyed')).toEqual([]);
      }),
      { numRuns: 60, seed: 20_261_127 },
    );
  });
});
