import { describe, expect, it } from 'vitest';
import type { Json } from '#law';
import { idOf } from '#testing/rehearsal-city';
import {
  A,
  CALL,
  CALL_SERVED,
  CAST,
  concluded,
  HELD,
  HOST,
  hearing,
  investigated,
  LARGE,
  NOTIFY,
  PERSON,
  REPORT,
  SERVE,
  SMALL,
  STOP,
  STORE,
  sent,
  settled,
  TAKEN,
  told,
  toNotify,
  WAIVE,
} from './testing.ts';

type Input = Readonly<Record<string, Json>>;
const { handlerA, deputy } = CAST;
const notifying = (penalty: Input, more: Input = {}, party: Input = {}) =>
  investigated(party)
    .does(handlerA, 'take-goods', STORE)
    .does(handlerA, 'conclude', { ...REPORT, ...penalty })
    .does(deputy, 'skip-review', { reason: '不属于应当审核的情形。' })
    .tries(deputy, 'notify', { ...NOTIFY, ...more });

describe('告知听证权利（处罚法第六十三条）', () => {
  it.each([
    ['单位罚款低于标准一分', { ...SMALL, fine: 4_999_999 }, {}, null],
    ['单位罚款达到标准', { ...SMALL, fine: 5_000_000 }, {}, 'no-hearing-right'],
    ['公民罚款低于标准一分', { ...SMALL, fine: 499_999 }, { party: PERSON }, null],
    ['公民罚款达到标准', { ...SMALL, fine: 500_000 }, { party: PERSON }, 'no-hearing-right'],
    [
      '没收违法所得和物品合计达到标准',
      { ...SMALL, kinds: ['CF04', 'CF05'], fine: null, income: 3_000_000, goods: 2_000_000, things: '1' },
      {},
      'no-hearing-right',
    ],
    ['责令停产停业', STOP, {}, 'no-hearing-right'],
    ['吊销许可证件', TAKEN, {}, 'no-hearing-right'],
    ['警告', { ...SMALL, kinds: ['CF01'], fine: null, content: '警告。' }, {}, null],
  ] as const)('%s', (_, penalty, party, refused) => {
    const answer = notifying(penalty as Input, {}, party as Input);
    if (refused === null) expect(answer).toBeNull();
    else expect(answer).toMatchObject({ refused, cite: { instrument: '行政处罚法', article: 63 } });
    expect(notifying(penalty as Input, { hearing: true }, party as Input)).toBeNull();
  });
});

describe('陈述、申辩（处罚法第四十四条、第四十五条、第六十二条）', () => {
  const close = (r: ReturnType<typeof told>) => r.tries(handlerA, 'close-notice');
  it('五个工作日内不得审议决定，书面放弃的除外；告知书送达前不计', () => {
    expect(
      told()
        .clocks()
        .find((c) => c.clock === 'KE-52'),
    ).toMatchObject({ dueOn: '2026-06-08' });
    expect(close(told())).toMatchObject({ refused: 'still-time', cite: { article: 62 } });
    expect(close(told().on('2026-06-08'))).toMatchObject({ refused: 'still-time' });
    expect(close(told().on('2026-06-09'))).toBeNull();
    expect(close(told().does(handlerA, 'waive', { ...WAIVE, hearing: false }))).toBeNull();
    expect(told().tries(handlerA, 'waive', { ...WAIVE, statement: false, hearing: false })).toMatchObject({ refused: 'waives-nothing' });
  });

  it('有听证权利的，两项期限都满或者都放弃', () => {
    const at = told({ ...LARGE }, { hearing: true });
    expect(close(at.does(handlerA, 'waive', { ...WAIVE, hearing: false }))).toMatchObject({ refused: 'still-time' });
    expect(close(at.does(handlerA, 'waive', WAIVE))).toBeNull();
    expect(close(at.on('2026-06-09'))).toBeNull();
  });

  it('提出的陈述申辩都要复核', () => {
    const stated = told().does(handlerA, 'statement', { by: '当事人', content: '请求从轻', papers: null }).on('2026-06-09');
    expect(close(stated)).toMatchObject({ refused: 'not-rechecked', cite: { article: 45 } });
    expect(stated.tries(handlerA, 'recheck', { no: 2, accepted: true, reason: '…' })).toMatchObject({ refused: 'no-statement' });
    expect(close(stated.does(handlerA, 'recheck', { no: 1, accepted: true, reason: '成立' }))).toBeNull();
  });

  it('告知书没有送达的也可以补充调查：不再送达，不算告知过；责令改正的照送', () => {
    const reopened = toNotify().does(deputy, 'notify', NOTIFY).does(deputy, 'reopen-inquiry', { reason: '另有线索' });
    expect(reopened.state).toMatchObject({ status: 'investigating', letters: [{ kind: 'notice', receivedOn: null, lapsed: true }] });
    expect(reopened.tasks().map(({ act }) => act)).toEqual(['conclude']);
    expect(settled(reopened).tries(handlerA, 'serve', SERVE)).toMatchObject({ refused: 'no-letter' });
    // Nobody was told of a penalty that could have been made heavier.
    expect(reopened.tries(handlerA, 'conclude', { ...REPORT, ...LARGE })).toBeNull();
    const again = reopened.does(handlerA, 'conclude', REPORT).does(deputy, 'skip-review', { reason: '…' });
    expect(sent(again.does(deputy, 'notify', NOTIFY)).state).toMatchObject({
      status: 'told',
      letters: [{ lapsed: true }, { kind: 'notice' }],
    });
    const order = { content: '改正', basis: '《价格法》第十三条', by: '2026-06-10' };
    const ordered = concluded().does(deputy, 'order-correction', order).does(deputy, 'reopen-inquiry', { reason: '补充' });
    expect(sent(ordered).state).toMatchObject({ letters: [{ kind: 'correction', receivedOn: '2026-06-01' }] });
  });

  it('不因申辩加重：重新告知较重处罚的须有新查明的事实', () => {
    const again = told().does(deputy, 'reopen-inquiry', { reason: '核实申辩' });
    const heavier = { ...REPORT, ...LARGE };
    expect(again.tries(handlerA, 'conclude', heavier)).toMatchObject({
      ...{ refused: 'heavier-anew', cite: { article: 45 } },
      reason: expect.stringMatching(/^告知的是罚款2,000元，现在拟处罚的是罚款/) as string,
    });
    expect(again.tries(handlerA, 'conclude', { ...heavier, newFacts: '另查明五十种商品未标价' })).toBeNull();
    expect(again.tries(handlerA, 'conclude', { ...REPORT, ...SMALL, fine: 100_000 })).toBeNull();
  });

  it('重新告知以后，原告知的放弃、审核不再沿用', () => {
    const again = told()
      .does(handlerA, 'waive', WAIVE)
      .does(deputy, 'reopen-inquiry', { reason: '补充' })
      .does(handlerA, 'conclude', { ...REPORT, newFacts: '另查明' })
      .does(deputy, 'skip-review', { reason: '…' });
    expect(again.tasks()).toMatchObject([{ act: 'notify' }]);
    const renewed = sent(settled(again).does(deputy, 'notify', NOTIFY));
    expect(close(renewed)).toMatchObject({ refused: 'still-time' });
    expect(renewed.clocks().filter((c) => c.clock === 'KE-52')).toMatchObject([{ key: '' }, { key: '第2次告知', stoppedOn: null }]);
  });
});

describe('听证（处罚法第六十四条、第六十五条）', () => {
  const asked = (day: string, askedOn = day) =>
    told({ ...LARGE }, { hearing: true })
      .on(day)
      .tries(handlerA, 'ask-hearing', { by: '当事人', askedOn, papers: null });
  it('五个工作日内要求；没有告知、已经放弃的不能登记', () => {
    expect(asked('2026-06-08')).toBeNull();
    expect(asked('2026-06-09')).toMatchObject({ refused: 'asked-late', cite: { article: 64 } });
    expect(asked('2026-06-09', '2026-06-08')).toBeNull();
    expect(asked('2026-06-05', '2026-06-06')).toMatchObject({ refused: 'asked-ahead' });
    const ask = { by: '当事人', askedOn: '2026-06-01', papers: null };
    expect(told().tries(handlerA, 'ask-hearing', ask)).toMatchObject({ refused: 'not-offered' });
    const waived = told({ ...LARGE }, { hearing: true }).does(handlerA, 'waive', WAIVE);
    expect(waived.tries(handlerA, 'ask-hearing', ask)).toMatchObject({ refused: 'waived' });
  });

  it.each([
    ['第七个工作日举行', { on: '2026-06-16' }, null],
    ['早一日', { on: '2026-06-15' }, 'too-soon'],
    ['承办人主持', { host: [A] }, 'host-investigated'],
    ['两人主持', { host: [HOST, idOf('另一人')] }, 'one-host'],
    ['不公开没有理由', { isPublic: false }, 'not-public'],
    ['不公开有理由', { isPublic: false, closedReason: '涉及商业秘密' }, null],
  ] as const)('通知：%s', (_, more, refused) => {
    const answer = hearing().tries(handlerA, 'notify-hearing', { ...CALL, ...(more as Input) });
    if (refused === null) expect(answer).toBeNull();
    else expect(answer).toMatchObject({ refused, cite: { instrument: '行政处罚法', article: 64 } });
  });

  it('不提前举行；笔录签名或者注明；撤回的随时登记', () => {
    expect(hearing().tries(handlerA, 'hold-hearing', HELD)).toMatchObject({ refused: 'not-called' });
    expect(hearing().tries(handlerA, 'hold-hearing', { ...HELD, outcome: 'withdrawn' })).toBeNull();
    const called = hearing().does(handlerA, 'notify-hearing', CALL).does(handlerA, 'serve-hearing', CALL_SERVED);
    expect(called.tries(handlerA, 'hold-hearing', HELD)).toMatchObject({ refused: 'not-its-day' });
    expect(called.tries(handlerA, 'hold-hearing', { ...HELD, outcome: 'withdrawn' })).toBeNull();
    const day = called.on('2026-06-16');
    expect(day.tries(handlerA, 'hold-hearing', { ...HELD, signed: false })).toMatchObject({ refused: 'unsigned' });
    expect(day.tries(handlerA, 'hold-hearing', { ...HELD, signed: false, unsigned: '拒绝签名' })).toBeNull();
  });
});
