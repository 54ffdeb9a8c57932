import { describe, expect, it } from 'vitest';
import type { Rehearsal } from '#testing/rehearsal';
import { PLATFORM } from '#testing/wander';
import {
  AMEND,
  ASSISTED,
  B,
  CAST,
  clue,
  concluded,
  DEFER,
  DISCUSS,
  decided,
  deliberating,
  doubts,
  EVIDENCE,
  filed,
  fulfilled,
  HEARING_REPORT,
  HOSTING,
  heard,
  type Input,
  investigated,
  NOTIFY,
  OWN,
  PAY,
  PRESERVE,
  PROPOSAL,
  performing,
  QUESTION,
  SERVE,
  SETTLE,
  STATEMENT,
  settled,
  TAKE_ASSISTED,
  taken,
  told,
  toNotify,
  VERIFY,
  WAIVE,
} from './testing.ts';
import { RECTIFY } from './testing-rectifying.ts';

const { handlerA, deputy, head, sealer, legalOffice, machine } = CAST;
const ORDER = { content: '按规定标价。', basis: '《价格法》第四十二条', by: null, court: null, again: null, ...OWN };
const PERFORMED = { content: '已经执行。' };
const RECUSAL: Input = { officer: [B], by: '当事人', reason: '近亲属' };
const LONGER: Input = { days: 30, level: 'law', basis: '《某法》第十条', reason: '委托鉴定。' };
const NOT_PUBLIC = { reason: 'no-effect', words: '轻微' };
const unverified = () => filed().does(handlerA, 'evidence', EVIDENCE).does(handlerA, 'question', QUESTION);
const sealed = () => settled(settled(decided(), false).does(sealer, 'seal'));
const failedReview = () =>
  concluded().does(handlerA, 'send-review', { explained: null, papers: null }).does(legalOffice, 'review', doubts('law', 'disagree'));
const collected = () => taken().does(handlerA, 'hand-in', { proof: null });

/** Everything of these cases happened on 2026-06-01. */
describe('登记的事项不早于它所依据的前一步骤；前一步骤当日可以（处罚法第五条、第五十四条）', () => {
  it.each([
    ['陈述申辩，早于签发告知书', told(), handlerA, 'statement', STATEMENT, 45],
    [
      '复核，早于陈述申辩',
      told().does(handlerA, 'statement', STATEMENT),
      handlerA,
      'recheck',
      { no: 1, accepted: false, reason: '不成立。' },
      45,
    ],
    ['书面放弃，早于告知书送达', told(), handlerA, 'waive', WAIVE, 62],
    ['集体讨论，早于调查终结报告', deliberating(), head, 'discuss', DISCUSS, 57],
    ['不同意审核意见，早于审核意见', failedReview(), handlerA, 'object-review', { reason: '适用法律正确。', papers: null }, 58],
    ['责令改正，早于登记线索', investigated(), deputy, 'order-correction', ORDER, 28],
    ['延长办案期限，早于立案', investigated(), deputy, 'extend-case', LONGER, 60],
    ['回避申请，早于登记线索', investigated(), handlerA, 'ask-recusal', RECUSAL, 43],
    [
      '决定是否回避，早于申请',
      investigated().does(handlerA, 'ask-recusal', RECUSAL),
      head,
      'decide-recusal',
      { no: 1, granted: false, reason: '不成立' },
      43,
    ],
    ['查证属实，早于取得', unverified(), handlerA, 'verify-evidence', VERIFY, 46],
    [
      '列为证据，早于收到协助答复',
      filed().does(PLATFORM, 'note-assistance', ASSISTED),
      handlerA,
      'take-assistance',
      { ...TAKE_ASSISTED, late: '补登。' },
      46,
    ],
    ['处理登记保存，早于登记保存', investigated().does(deputy, 'preserve', PRESERVE), deputy, 'settle-preservation', SETTLE, 56],
    ['未能送达，早于签发', sealed(), handlerA, 'fail-service', { how: '直接送达', reason: '下落不明' }, 61],
    ['决定不公示，早于处罚决定', fulfilled(), head, 'not-public', NOT_PUBLIC, 48],
    ['延期缴纳，早于处罚决定', performing(), deputy, 'defer', DEFER, 66],
    ['自行撤销，早于处罚决定送达', performing(), head, 'correct-own', AMEND, 75],
    ['更正笔误，早于处罚决定送达', performing(), deputy, 'rectify', RECTIFY, 59],
    ['缴款，早于处罚决定', performing(), handlerA, 'pay', PAY, 67],
    ['交至本机关，早于收缴', taken(), handlerA, 'hand-in', { proof: null }, 71],
    ['缴付银行，早于交至本机关', collected(), handlerA, 'bank', { proof: '1' }, 71],
    ['其他处罚的执行，早于处罚决定', performing(), handlerA, 'record-performance', PERFORMED, 66],
  ] as const)('%s', (_, at: Rehearsal, by, act, input: Input, article) => {
    const later = at.on('2026-06-08');
    expect(later.tries(by, act, input, { on: '2026-05-31' })).toMatchObject({ refused: 'too-soon', cite: { article } });
    expect(later.tries(by, act, input, { on: '2026-06-01' })).toBeNull();
  });

  it('告知书在途时的陈述申辩、立案以前的责令改正、决定送达以前批准的延期可以登记', () => {
    const noticeOnItsWay = settled(settled(toNotify().does(deputy, 'notify', NOTIFY), false).does(sealer, 'seal')).on('2026-06-05');
    const laterTold = noticeOnItsWay.does(handlerA, 'serve', { ...SERVE, receivedOn: '2026-06-05' });
    const stated = (on: string) => laterTold.tries(handlerA, 'statement', STATEMENT, { on });
    expect([stated('2026-06-02'), laterTold.tries(handlerA, 'waive', WAIVE, { on: '2026-06-04' })]).toMatchObject([
      null,
      { refused: 'too-soon', cite: { article: 62 } },
    ]);
    expect(laterTold.tries(handlerA, 'waive', WAIVE, { on: '2026-06-05' })).toBeNull();

    const laterFiled = clue()
      .on('2026-06-05')
      .does(handlerA, 'propose-filing', PROPOSAL)
      .does(head, 'file', { opinion: null, ...OWN });
    expect(laterFiled.tries(deputy, 'order-correction', ORDER, { on: '2026-06-02' })).toBeNull();
    expect(laterFiled.tries(deputy, 'extend-case', LONGER, { on: '2026-06-04' })).toMatchObject({
      refused: 'too-soon',
      cite: { article: 60 },
    });

    const laterServed = settled(settled(decided(), false).does(sealer, 'seal'))
      .on('2026-06-05')
      .does(handlerA, 'serve', { ...SERVE, receivedOn: '2026-06-05' });
    expect(laterServed.tries(deputy, 'defer', DEFER, { on: '2026-06-02' })).toBeNull();
    for (const [by, act, input, article] of [
      [head, 'correct-own', AMEND, 75],
      [deputy, 'rectify', RECTIFY, 59],
    ] as const) {
      expect(laterServed.tries(by, act, input, { on: '2026-06-04' })).toMatchObject({ refused: 'too-soon', cite: { article } });
      expect(laterServed.tries(by, act, input, { on: '2026-06-05' })).toBeNull();
    }
  });

  it('补录的按原来的日期登记，不因先后拒绝', () => {
    const at = told().on('2026-06-08');
    expect(at.tries(machine, 'statement', STATEMENT, { on: '2026-05-31', reported: true })).toBeNull();
    expect(
      performing()
        .on('2026-06-08')
        .tries(machine, 'correct-own', { ...AMEND, ownNumber: '临市监撤〔2026〕1号' }, { on: '2026-05-31', reported: true }),
    ).toBeNull();
  });

  it('听证报告，早于举行听证', () => {
    const reporting = (on: string) => heard().on('2026-06-20').tries(HOSTING, 'report-hearing', HEARING_REPORT, { on });
    expect(reporting('2026-06-15')).toMatchObject({ refused: 'too-soon', cite: { article: 65 } });
    expect(reporting('2026-06-16')).toBeNull();
  });
});
