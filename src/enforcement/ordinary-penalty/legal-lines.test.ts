import { describe, expect, it } from 'vitest';
import { type OrganisationFact, remediesEither } from '#law';
import { asking } from '#testing/asking';
import type { OrdinaryPenalty } from './model.ts';
import {
  A,
  APPLY,
  CALL,
  CAST,
  concluded,
  DECIDE,
  DECIDE_NONE,
  DISCUSS,
  decided,
  deferTo,
  deliberating,
  disputed,
  doubts,
  EVIDENCE,
  filed,
  heard,
  hearing,
  type Input,
  investigated,
  LARGE,
  NONE,
  NOTIFY,
  PAY,
  performing,
  QUESTION,
  REPORT,
  REVIEW,
  resulted,
  reviewed,
  SMALL,
  STAGE,
  sent,
  settled,
  TAKEN,
  told,
  toNotify,
  urged,
} from './testing.ts';

const { handlerA, handlerB, legalOffice, deputy, head } = CAST;
const SEND: Input = { explained: null, papers: null };
const wordsOf = (r: { issued: readonly { name: string; facts: unknown }[] }, name: string): string =>
  JSON.stringify(r.issued.findLast((d) => d.name === name)?.facts);

describe('绕不过法制审核（处罚法第五十八条）', () => {
  it('审核未通过的，重新提交报告以后仍须审核', () => {
    const again = concluded()
      .does(handlerA, 'send-review', SEND)
      .does(legalOffice, 'review', doubts('facts', 'disagree'))
      .does(handlerA, 'conclude', REPORT);
    expect(again.tries(deputy, 'skip-review', { reason: '…' })).toMatchObject({ refused: 'review-required', cite: { article: 58 } });
    expect(again.tasks()).toMatchObject([{ act: 'send-review' }]);
    expect(reviewed(again).state.status).toBe('notifying');
  });

  it('经过听证的，补充调查、重新告知以后仍须审核', () => {
    const again = heard().does(deputy, 'reopen-inquiry', { reason: '补充' }).does(handlerA, 'conclude', REPORT);
    expect(again.tries(deputy, 'skip-review', { reason: '…' })).toMatchObject({ refused: 'review-required' });
    expect(reviewed(again).tries(deputy, 'notify', NOTIFY)).toBeNull();
  });
});

describe('回避、调查与审核主持分开（处罚法第四十三条、第五十八条、第六十四条）', () => {
  const asked = (officerId: string | null, at = filed()) =>
    at.does(handlerA, 'ask-recusal', { officer: [officerId], by: '当事人', reason: '近亲属' });
  it('不决定自己的回避；被决定回避的不再办理本案', () => {
    const ofDeputy = asked(deputy.officerId);
    expect(ofDeputy.tries(deputy, 'decide-recusal', { no: 1, granted: false, reason: '…' })).toMatchObject({
      refused: 'own-recusal',
      cite: { article: 43 },
    });
    const off = ofDeputy.does(head, 'decide-recusal', { no: 1, granted: true, reason: '属实' });
    expect(off.tries(deputy, 'replace-handlers', { handlers: [A], reason: '…' })).toMatchObject({ refused: 'recused' });
    expect(off.tries(handlerA, 'evidence', EVIDENCE)).toBeNull();
  });

  it('提交调查终结报告的、被决定回避的人员不得主持听证、审核', () => {
    const called = (id: string | null) => hearing().tries(handlerA, 'notify-hearing', { ...CALL, host: [id] });
    expect(called(handlerA.officerId)).toMatchObject({ refused: 'host-investigated', cite: { article: 64 } });
    const byOther = investigated().does({ ...handlerB, officerId: deputy.officerId }, 'conclude', REPORT);
    const reviewing = byOther.does(handlerA, 'send-review', SEND);
    expect(reviewing.tries({ ...legalOffice, officerId: deputy.officerId }, 'review', REVIEW)).toMatchObject({ refused: 'own-case' });
  });
});

describe('陈述申辩、听证的权利不因程序往复而丢失（处罚法第四十五条、第六十四条）', () => {
  it('补充调查以前提出的陈述申辩仍应复核', () => {
    const again = sent(
      told()
        .does(handlerA, 'statement', { by: '当事人', content: '请求从轻', papers: null })
        .does(deputy, 'reopen-inquiry', { reason: '核实' })
        .does(handlerA, 'conclude', REPORT)
        .does(deputy, 'skip-review', { reason: '…' })
        .does(deputy, 'notify', NOTIFY),
    ).on('2026-06-09');
    expect(again.tries(handlerA, 'close-notice')).toMatchObject({ refused: 'not-rechecked', cite: { article: 45 } });
    expect(again.tasks()).toMatchObject([{ act: 'recheck' }]);
    expect(again.does(handlerA, 'recheck', { no: 1, accepted: false, reason: '不成立' }).tries(handlerA, 'close-notice')).toBeNull();
  });

  it('期限内寄出、期满以后收到的听证要求，决定以前都应当登记；已经听证的不再登记', () => {
    const closed = told({ ...LARGE }, { hearing: true })
      .on('2026-06-09')
      .does(handlerA, 'close-notice');
    const ask = (askedOn: string) => ({ by: '当事人', askedOn, papers: null });
    expect(closed.on('2026-06-10').tries(handlerA, 'ask-hearing', ask('2026-06-08'))).toBeNull();
    expect(closed.tries(handlerA, 'ask-hearing', ask('2026-06-09'))).toMatchObject({ refused: 'asked-late' });
    expect(heard().tries(handlerA, 'ask-hearing', ask('2026-06-05'))).toMatchObject({ refused: 'heard' });
  });
});

describe('调查、移送（处罚法第二十七条、第三十六条、第四十六条、第五十六条）', () => {
  it('改引没有特别时效的法律的，按二年重新判断', () => {
    const tax = { basis: '《中华人民共和国税收征收管理法》第六十三条' };
    const old = { actStartedOn: '2023-01-10', actEndedOn: '2023-01-10' };
    const at = settled(
      filed({ ...old, discoveredOn: '2025-01-10' })
        .does(handlerA, 'evidence', EVIDENCE)
        .does(handlerA, 'question', QUESTION)
        .does(handlerA, 'verify-evidence', { items: [{ no: 1 }, { no: 2 }], how: '核对' }),
    );
    expect(at.tries(handlerA, 'conclude', REPORT)).toBeNull();
    const late = at.withState((s) => ({ ...s, discoveredOn: '2025-01-11' }) as never);
    expect(late.tries(handlerA, 'conclude', REPORT)).toMatchObject({ refused: 'time-barred', cite: { article: 36 } });
    expect(late.tries(handlerA, 'conclude', { ...REPORT, ...tax })).toBeNull();
    expect(late.tries(handlerA, 'conclude', { ...REPORT, outcome: 'not-punished', tier: 'none', ...NONE })).toBeNull();
  });

  it('一项事实只有一份言词证据的，不能认定', () => {
    const only = (evidence: string) =>
      investigated().tries(handlerA, 'conclude', { ...REPORT, facts: [{ fact: '没有标明价格。', evidence }] });
    expect(only('2')).toMatchObject({ refused: 'single-word', cite: { article: 40 } });
    expect(only('1')).toBeNull();
    expect(only('1、2')).toBeNull();
  });

  it('登记保存的物品不能先行没收', () => {
    const items = [{ name: '价签', quantity: '10张' }];
    const kept = filed().does(deputy, 'preserve', {
      reason: '可能灭失',
      place: '仓库',
      keeper: '当事人',
      items,
      officers: [A, handlerB.officerId],
    });
    const settle = (how: string) => kept.tries(deputy, 'settle-preservation', { no: 1, how, reason: '…' });
    expect(settle('confiscated')).toMatchObject({ refused: 'confiscated', cite: { article: 56 } });
    expect(settle('seized')).toBeNull();
  });

  it('涉嫌犯罪的移送由正职负责人决定，其他移送不限', () => {
    const moving = (criminal: boolean) => investigated().tries(deputy, 'transfer', { to: '市公安局', criminal, reason: '…' });
    expect(moving(true)).toMatchObject({ refused: 'not-chief', cite: { article: 27 } });
    expect(moving(false)).toBeNull();
    expect(investigated().tries(head, 'transfer', { to: '市公安局', criminal: true, reason: '…' })).toBeNull();
  });
});

describe('送达、缴纳、申请执行的界限', () => {
  it('第六十八条的当场收缴只适用于当场作出的决定，普通程序的罚款只能依照第六十九条当场收缴', () => {
    const small = performing().withState((s) => {
      const { decision } = s as OrdinaryPenalty;
      return { ...s, decision: { ...decision, penalty: { ...decision?.penalty, fineFen: 10_000 } } } as never;
    });
    const spot = (onSpot: string) => small.tries(handlerA, 'pay', { ...PAY, amount: 10_000, channel: 'on-spot', onSpot });
    for (const ground of ['small', 'hard-later']) expect(spot(ground)).toMatchObject({ refused: 'on-spot', cite: { article: 69 } });
    expect(spot('remote')).toBeNull();
  });

  it('一张票据只对应一笔缴款：同一票据号（不计全半角、空格）不再登记，补录的照录（第六十七条）', () => {
    const half = performing().does(handlerA, 'pay', { ...PAY, amount: 100_000, receipt: 'A 001' });
    const again = (receipt: string, reported = false) => half.tries(handlerA, 'pay', { ...PAY, amount: 100_000, receipt }, { reported });
    expect(again('ａ００１')).toMatchObject({ refused: 'receipt-twice', cite: { article: 67 } });
    expect(again('A002')).toBeNull();
    expect(again('A001', true)).toBeNull();
    const freely = half.under(asking('payment.receipt-once', 0));
    expect(freely.tries(handlerA, 'pay', { ...PAY, amount: 100_000, receipt: 'A001' })).toBeNull();
  });

  it('延期、分期不得短于十五日的缴款期限（第六十六条、第六十七条）', () => {
    const until = (day: string) => performing().tries(deputy, 'defer', deferTo(day));
    expect(until('2026-06-16')).toMatchObject({ refused: 'until-before', cite: { article: 66 } });
    expect(until('2026-06-17')).toBeNull();
  });

  it('复议以后的起诉期限十五日，自其届满起三个月内申请（行政诉讼法第四十五条、行政强制法第五十三条）', () => {
    const done = resulted(disputed(urged()).on('2026-10-09'), { effectOn: '2026-09-30' });
    const applying = (day: string) => done.on(day).tries(head, 'apply-court', APPLY);
    expect(applying('2026-10-15')).toMatchObject({ refused: 'remedies-open', cite: { article: 53 } });
    expect(applying('2026-10-16')).toBeNull();
    expect(done.clocks().find((c) => c.clock === 'KE-15' && c.stoppedOn === null)).toMatchObject({ dueOn: '2027-01-15' });
    const papers = done.on('2026-10-16').does(head, 'apply-court', APPLY);
    const words = wordsOf(papers, '行政处罚强制执行申请书');
    expect(words).not.toContain('没有申请行政复议或者提起行政诉讼，又不履行');
    expect(words).toContain('行政机关负责人（签名）');
  });
});

describe('文书载明的内容（处罚法第三十条、第三十一条、第五十九条）', () => {
  it('罚款数额按核对过的数额印出，不只凭文字', () => {
    const vague = deliberating().does(head, 'decide', { ...DECIDE, content: '按告知的数额罚款。' });
    expect(wordsOf(vague, '行政处罚决定书')).toContain('罚款2,000元');
    expect(wordsOf(toNotify().does(deputy, 'notify', NOTIFY), '行政处罚事先告知书')).toContain('罚款2,000元');
  });

  it('只没收违法所得的也写明缴纳方式', () => {
    const income = { ...SMALL, kinds: ['CF04'], fine: null, income: 100_000, content: '没收违法所得1,000元。' };
    const at = deliberating(income);
    expect(at.tries(head, 'decide', { ...DECIDE, ...income, payTo: null })).toMatchObject({ refused: 'no-account', cite: { article: 59 } });
    expect(wordsOf(at.does(head, 'decide', { ...DECIDE, ...income }), '行政处罚决定书')).toContain('没收的违法所得');
  });

  it('罚款并处吊销的，两项的履行都写明', () => {
    const both = { ...TAKEN, ...SMALL, kinds: ['CF03', 'CF08'], content: '罚款2,000元，吊销许可证。' };
    const at = deliberating(both, { hearing: true })
      .does(head, 'discuss', DISCUSS)
      .does(head, 'decide', { ...DECIDE, ...both });
    expect(wordsOf(at, '行政处罚决定书')).toContain('罚款、没收违法所得以外的处罚，自收到本决定书之日起履行');
    expect(wordsOf(at, '行政处罚决定书')).toContain('吊销许可证件（食品经营许可证，编号JY11508000000001）');
  });

  it('不满十四周岁、没有责任能力的，责令监护人管教、看管', () => {
    const none = { ...REPORT, outcome: 'not-punished', tier: 'none', capacity: 'none', ...NONE };
    const words = (reason: string) => wordsOf(concluded(none).does(head, 'decide-none', { ...DECIDE_NONE, reason }), '不予行政处罚决定书');
    expect(words('child')).toContain('责令监护人加以管教');
    expect(words('incapable')).toContain('责令监护人严加看管和治疗');
    expect(words('first')).not.toContain('监护人');
  });

  it('派出机构、授权组织以自己名义作出的，复议机关是本级人民政府（复议法第二十四条）', () => {
    const s = decided().state as OrdinaryPenalty;
    const own = STAGE.facts.organisations.get(s.organId) as OrganisationFact;
    const station: OrganisationFact = { ...own, id: 'station', kind: 'subordinate', superiorId: own.id };
    const facts = { ...STAGE.facts, organisations: new Map([...STAGE.facts.organisations, ['station', station] as const]) };
    const words = (kind: OrganisationFact['kind']) => {
      const organisations = new Map([...facts.organisations, ['station', { ...station, kind }] as const]);
      return remediesEither('station', '法院', { ...facts, organisations });
    };
    for (const kind of ['subordinate', 'authorised', 'stationed'] as const) expect(words(kind)).toContain('向临河区人民政府申请行政复议');
  });
});

it('听证记录齐备的案件照常决定', () => {
  const at = reviewed(heard());
  expect(at.does(head, 'discuss', DISCUSS).tries(head, 'decide', { ...DECIDE, ...LARGE })).toBeNull();
});
