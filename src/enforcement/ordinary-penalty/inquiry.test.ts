import { describe, expect, it } from 'vitest';
import type { Json } from '#law';
import { PLATFORM } from '#testing/wander';
import type { OrdinaryPenalty } from './model.ts';
import {
  A,
  ASSISTED,
  B,
  C,
  CAST,
  EVIDENCE,
  EXPIRED,
  filed,
  INSPECT,
  investigated,
  NONE,
  OWN,
  PERSON,
  QUESTION,
  REPORT,
  SMALL,
  sent,
  settled,
  TAKE_ASSISTED,
  VERIFY,
} from './testing.ts';

type Input = Readonly<Record<string, Json>>;
const { handlerA, deputy, head } = CAST;
const MINOR = { mitigation: ['minor'], mitigationEvidence: '1' };
const concluding = (more: Input, at = investigated()) => at.tries(handlerA, 'conclude', { ...REPORT, ...more });

describe('调查取证（处罚法第四十二条、第四十六条、第五十五条）', () => {
  it.each([
    ['未出示证件', 'question', { ...QUESTION, shown: false }, 'not-shown'],
    ['未告知权利', 'question', { ...QUESTION, told: false }, 'not-told'],
    ['一人询问', 'question', { ...QUESTION, officers: [A] }, 'two-officers'],
    ['无签名也无说明', 'question', { ...QUESTION, papers: null }, 'unsigned'],
    ['拒绝签名注明', 'question', { ...QUESTION, papers: null, unsigned: '拒绝签名，已录像' }, null],
    ['检查未出示证件', 'inspect', { ...INSPECT, shown: false }, 'not-shown'],
    ['检查两人出示', 'inspect', INSPECT, null],
    ['一人取证', 'evidence', { ...EVIDENCE, officers: [B] }, 'two-officers'],
  ] as const)('%s', (_, act, input, refused) => {
    const answer = filed().tries(handlerA, act, input as Input);
    if (refused === null) expect(answer).toBeNull();
    else expect(answer).toMatchObject({ refused, cite: { instrument: '行政处罚法' } });
  });

  it('补录一人取证的照录，不作证据；查证、认定时不能引用', () => {
    const told = filed().reports(handlerA, 'evidence', { ...EVIDENCE, officers: [A] }, '2026-06-01');
    expect((told.state as OrdinaryPenalty).evidence).toMatchObject([{ no: 1, isLawful: false }]);
    expect(told.tries(handlerA, 'verify-evidence', { items: [{ no: 1 }], how: '核对' })).toMatchObject({ refused: 'unlawful-evidence' });
  });

  it('承办人的证件中途失效的，写明是谁、怎么办；更换承办人以后继续办理，已有的证据不变', () => {
    const lapsed = investigated().withState((s) => ({ ...(s as OrdinaryPenalty), handlerIds: [A, EXPIRED] }));
    expect(concluding({}, lapsed)).toMatchObject({
      refused: 'two-officers',
      cite: { article: 42 },
      reason: expect.stringMatching(/过期人员.*由负责人更换承办人后再办/),
    });
    const handedOver = lapsed.does(head, 'replace-handlers', { handlers: [A, C], reason: '证件到期' });
    expect(concluding({}, handedOver)).toBeNull();
    expect((handedOver.state as OrdinaryPenalty).evidence).toEqual((lapsed.state as OrdinaryPenalty).evidence);
  });

  it('回避由负责人决定，决定前不停止调查；决定回避的不再参与，承办人不足两人不能终结', () => {
    const asked = investigated().does(handlerA, 'ask-recusal', { officer: [B], by: '当事人', reason: '近亲属' });
    expect(asked.tries(handlerA, 'evidence', EVIDENCE)).toBeNull();
    expect(concluding({}, asked)).toMatchObject({ refused: 'recusal-open', cite: { article: 43 } });
    const off = asked.does(head, 'decide-recusal', { no: 1, granted: true, reason: '属实' });
    expect(concluding({}, off)).toMatchObject({ refused: 'two-officers' });
    expect(off.tries(handlerA, 'evidence', EVIDENCE)).toMatchObject({ refused: 'recused' });
    expect(off.tries(head, 'replace-handlers', { handlers: [A, B], reason: '…' })).toMatchObject({ refused: 'recused' });
    expect(concluding({}, off.does(head, 'replace-handlers', { handlers: [A, C], reason: '回避' }))).toBeNull();
    const stays = asked.does(head, 'decide-recusal', { no: 1, granted: false, reason: '不成立' });
    expect(concluding({}, stays)).toBeNull();
  });

  it('先行登记保存由负责人批准，七个工作日内处理；未处理的不能终结（第五十六条）', () => {
    const items = { reason: '可能灭失', place: '仓库', keeper: '当事人', items: [{ name: '价签', quantity: '10张' }], officers: [A, B] };
    expect(investigated().tries(handlerA, 'preserve', items)).toMatchObject({ refused: 'wrong-role' });
    const kept = sent(investigated().does(deputy, 'preserve', items));
    expect(kept.clocks().find((c) => c.clock === 'KE-03')).toEqual({ clock: 'KE-03', key: '第1次', dueOn: '2026-06-10', stoppedOn: null });
    expect(concluding({}, kept)).toMatchObject({ refused: 'preserved', cite: { article: 56 } });
    const free = kept.does(deputy, 'settle-preservation', { no: 1, how: 'released', reason: '已核实' });
    expect(concluding({}, free)).toBeNull();
  });

  it('先行登记保存通知书交当事人，不印内部审批；审批表留本机关', () => {
    const items = { reason: '可能灭失', place: '仓库', keeper: '当事人', items: [{ name: '价签', quantity: '10张' }], officers: [A, B] };
    const { issued } = investigated().does(deputy, 'preserve', items);
    const notice = issued.find((d) => d.name === '先行登记保存证据通知书');
    expect(notice).toMatchObject({ numbered: true, facts: { list: { rows: [['1', '价签', '10张']] }, on: '2026-06-01' } });
    expect(notice?.inside).toBeUndefined();
    expect(issued.find((d) => d.name === '先行登记保存证据审批表')).toMatchObject({
      inside: true,
      facts: { opinions: [{ label: '负责人审批意见', name: deputy.name }] },
    });
  });

  it('责令改正送达以后才复查；未送达的文书在手不能终结（第二十八条）', () => {
    const order = { content: '标价', basis: '《价格法》第四十二条', by: '2026-06-10', ...OWN };
    expect(investigated().tries(deputy, 'order-correction', { ...order, by: '2026-05-31' })).toMatchObject({ refused: 'by-past' });
    const signed = investigated().does(deputy, 'order-correction', order);
    const check = { no: 1, corrected: true, found: '已改', officers: [A, B] };
    expect(signed.tries(handlerA, 'check-correction', check)).toMatchObject({ refused: 'not-served' });
    expect(concluding({}, signed)).toMatchObject({ refused: 'letter-in-hand' });
    const out = sent(signed);
    expect(out.tries(handlerA, 'check-correction', check)).toBeNull();
    expect(concluding({}, out)).toBeNull();
  });
});

describe('调查终结（处罚法第三十条、第四十条、第五十七条）', () => {
  it('每一项事实有查证属实的证据', () => {
    const facts = (evidence: string) => ({ facts: [{ fact: '未标价', evidence }] });
    expect(concluding(facts('见卷'))).toMatchObject({ refused: 'evidence', cite: { article: 40 } });
    expect(concluding(facts('3'))).toMatchObject({ refused: 'evidence' });
    const more = investigated().does(handlerA, 'evidence', EVIDENCE);
    expect(concluding(facts('1、3'), more)).toMatchObject({ refused: 'unverified' });
    expect(concluding(facts('1、3'), more.does(handlerA, 'verify-evidence', { ...VERIFY, items: [{ no: 3 }] }))).toBeNull();
  });

  it('没有责任能力的不予处罚，未成年人从轻或者减轻；按出生日期核对', () => {
    expect(concluding({ capacity: 'none' })).toMatchObject({ refused: 'incapable', cite: { article: 30 } });
    expect(concluding({ capacity: 'minor' })).toMatchObject({ refused: 'minor' });
    expect(concluding({ capacity: 'minor', tier: 'mitigated', ...MINOR })).toBeNull();
    const born = (birth: string) =>
      investigated({ party: { ...PERSON, idKind: 'passport', idNumber: 'E12345678', birth, guardian: '父亲' } });
    expect(concluding({}, born('2010-01-01'))).toMatchObject({ refused: 'capacity' });
    expect(concluding({ capacity: 'minor', tier: 'lighter', ...MINOR }, born('2010-01-01'))).toBeNull();
    expect(concluding({ capacity: 'minor', tier: 'lighter' }, born('2013-01-01'))).toMatchObject({ refused: 'capacity' });
    expect(concluding({}, born('1990-01-01'))).toBeNull();
  });

  it.each([
    ['种类与数额不符', { kinds: ['CF01'] }, 'sum'],
    ['罚款没有数额', { fine: null }, 'sum'],
    ['没有处罚种类', { kinds: null }, 'kinds'],
    ['没有处罚内容', { content: null }, 'content'],
    ['不予处罚又填处罚', { outcome: 'not-punished', tier: 'none' }, 'no-penalty'],
    ['处罚而档次为不予', { tier: 'none' }, 'tier'],
    ['不予处罚', { outcome: 'not-punished', tier: 'none', ...NONE }, null],
  ] as const)('处理意见：%s', (_, more, refused) => {
    const answer = concluding(more as Input);
    if (refused === null) expect(answer).toBeNull();
    else expect(answer).toMatchObject({ refused });
  });

  it('终结以后不再取证；补充调查的重新提交报告', () => {
    const done = investigated().does(handlerA, 'conclude', REPORT);
    expect(done.tries(handlerA, 'evidence', EVIDENCE)).toMatchObject({ refused: 'after-report' });
    const again = done.does(deputy, 'reopen-inquiry', { reason: '补充' });
    expect(again.tries(handlerA, 'evidence', EVIDENCE)).toBeNull();
    expect((settled(again).does(handlerA, 'conclude', { ...REPORT, ...SMALL }).state as OrdinaryPenalty).reports).toHaveLength(2);
  });
});

describe('协助答复（行政处罚法第二十六条）', () => {
  it('列入案件、成为待办，由两名执法人员列为证据，查证以后才能认定事实；不予协助的、已经列过的不能再列', () => {
    const noted = filed().does(PLATFORM, 'note-assistance', ASSISTED);
    expect(noted.tasks()).toContainEqual(expect.objectContaining({ act: 'take-assistance' }));
    expect(noted.tries(handlerA, 'take-assistance', { ...TAKE_ASSISTED, no: 2 })).toMatchObject({ refused: 'no-answer' });
    expect(noted.tries(handlerA, 'take-assistance', { ...TAKE_ASSISTED, officers: [A] })).not.toBeNull();
    const taken = noted.does(handlerA, 'take-assistance', TAKE_ASSISTED);
    expect(taken.state).toMatchObject({
      evidence: [{ no: 1, source: '巴彦淖尔市交通运输局（巴交函〔2026〕9号）', verifiedOn: null, files: [{}] }],
      assistance: [{ no: 1, evidenceNo: 1 }],
    });
    expect(taken.tries(handlerA, 'take-assistance', TAKE_ASSISTED)).toMatchObject({ refused: 'no-answer' });
    const refused = filed().does(PLATFORM, 'note-assistance', { ...ASSISTED, outcome: 'refused', papers: null });
    expect(refused.tries(handlerA, 'take-assistance', TAKE_ASSISTED)).toMatchObject({ refused: 'no-answer' });
    expect(filed().tries(handlerA, 'note-assistance', ASSISTED)).not.toBeNull();
  });
});
