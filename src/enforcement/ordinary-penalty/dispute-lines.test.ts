import { describe, expect, it } from 'vitest';
import type { Rehearsal } from '#testing/rehearsal';
import { due } from '#testing/running-clock';
import type { OrdinaryPenalty } from './model.ts';
import {
  AMEND,
  APPLY,
  CAST,
  disputed,
  type Input,
  performing,
  RESULT,
  resulted,
  revokedToRemake,
  TERMINATE,
  TRANSFER,
  urged,
} from './testing.ts';

const { handlerA, deputy, head, sealer } = CAST;
const DISPUTE: Input = { way: 'reconsideration', appliedOn: '2026-06-01', body: '区政府', papers: null };
const ACCEPTED: Input = { no: 1, accepted: true, on: '2026-06-01', caseNumber: null, copyOn: null, isSimple: false };
const ANSWER: Input = { no: 1, on: '2026-06-01', papers: null };
const REPORTED: Input = { no: 1, on: '2026-06-01', words: '已整改。', papers: null };
const STAY: Input = { by: 'reconsideration', from: '2026-06-01', reason: '裁定' };
const RESUMED: Input = { no: 1, until: '2026-06-01', reason: '恢复' };
const TAKEN_DOWN: Input = { no: 1, on: '2026-06-01', where: '平台', reason: '已撤销' };
const GIVEN: Input = { no: 1, on: '2026-06-01', amount: 200_000, goods: null, less: null, receipt: '1' };
const END: Input = { ...RESULT, effectOn: '2026-06-01' };

describe('复议、诉讼的各项登记只办一次，先后有序（处罚法第七十三条，复议法第三十条、第四十八条、第七十六条）', () => {
  const going = disputed(performing());
  const opinion = resulted(going, { opinionOn: '2026-06-01' });
  const stayed = going.does(handlerA, 'stay', STAY);
  it.each([
    ['同一机关的同一复议', going, 'dispute', DISPUTE, 'already-open'],
    ['另行提起诉讼', going, 'dispute', { ...DISPUTE, way: 'litigation', body: '临河区人民法院' }, null],
    ['没有登记过的复议', performing(), 'dispute-accepted', ACCEPTED, 'no-dispute'],
    ['再次登记受理', going, 'dispute-accepted', ACCEPTED, 'accepted'],
    [
      '没有收到副本即答复',
      performing().does(handlerA, 'dispute', DISPUTE).does(handlerA, 'dispute-accepted', ACCEPTED),
      'dispute-answered',
      ANSWER,
      'no-copy',
    ],
    ['收到副本以后答复', going, 'dispute-answered', ANSWER, null],
    ['再次答复', going.does(handlerA, 'dispute-answered', ANSWER), 'dispute-answered', ANSWER, 'answered'],
    ['再次登记结果', opinion, 'dispute-ended', END, 'no-dispute'],
    ['没有收到意见书即报告', resulted(going, {}), 'report-correction', REPORTED, 'no-opinion'],
    ['收到意见书以后报告', opinion, 'report-correction', REPORTED, null],
    ['再次报告', opinion.does(handlerA, 'report-correction', REPORTED), 'report-correction', REPORTED, 'reported'],
    ['再次停止执行', stayed, 'stay', STAY, 'stayed'],
    ['没有停止即恢复', going, 'stay-ended', RESUMED, 'no-stay'],
    ['停止以后恢复', stayed, 'stay-ended', RESUMED, null],
    ['维持的撤回公示', resulted(going, {}), 'withdraw-publication', TAKEN_DOWN, 'not-public'],
    ['维持的退还款物', resulted(going, {}), 'give-back', GIVEN, 'nothing-owed'],
  ] as const)('%s：%#', (_, at, act, input, refused) => {
    const answer = at.tries(handlerA, act, input);
    if (refused === null) expect(answer).toBeNull();
    else expect(answer).toMatchObject({ refused });
  });

  const declined = performing()
    .does(handlerA, 'dispute', DISPUTE)
    .does(handlerA, 'dispute-accepted', { ...ACCEPTED, accepted: false });
  it.each([
    ['没有复议、诉讼的', performing(), []],
    ['登记以后', performing().does(handlerA, 'dispute', DISPUTE), ['dispute-accepted', 'dispute-ended']],
    ['受理以后', going, ['dispute-answered', 'dispute-ended', 'dispute-extended', 'dispute-suspended']],
    ['不予受理的', declined, []],
    ['收到意见书以后', opinion, ['report-correction']],
    ['停止执行以后', stayed, ['dispute-answered', 'dispute-ended', 'dispute-extended', 'dispute-suspended', 'stay-ended']],
  ] as const)('没有对象的办理项不开放，写明原因：%s', (_, at, open) => {
    const acts = ['accepted', 'answered', 'extended', 'suspended', 'resumed', 'ended'].map((act) => `dispute-${act}`);
    const all = [...acts, 'report-correction', 'stay-ended', 'withdraw-publication', 'give-back'];
    expect(all.filter((act) => at.offers(handlerA, act) === null).toSorted()).toEqual(open);
  });

  it('都由承办人登记，用印人员不能；已经被撤销的决定不能再自行撤销', () => {
    const acts = [
      'dispute',
      'dispute-accepted',
      'dispute-answered',
      'dispute-ended',
      'report-correction',
      'withdraw-publication',
      'give-back',
    ];
    for (const act of [...acts, 'stay', 'stay-ended']) expect(opinion.offers(sealer, act), act).toMatchObject({ refused: 'wrong-role' });
    const revoked = resulted(going, { outcome: 'revoked', cause: 'facts' });
    expect(revoked.tries(head, 'correct-own', AMEND)).toMatchObject({ refused: 'revoked', cite: { article: 75 } });
  });
});

describe('停止执行只在复议、诉讼期间，由依法有权的机关决定（处罚法第七十三条，复议法第四十二条，行政诉讼法第五十六条）', () => {
  const inSuit = disputed(performing(), 'litigation', '临河区人民法院');
  const by = (body: string, from = '2026-06-01'): Input => ({ ...STAY, by: body, from });
  it.each([
    ['没有复议、诉讼，法院裁定的', performing(), by('court'), 'not-disputed', '行政处罚法', 73],
    ['没有复议、诉讼，本机关决定的', performing(), by('organ'), 'not-disputed', '行政处罚法', 73],
    ['复议已经结束的', resulted(disputed(performing()), {}), by('organ'), 'not-disputed', '行政处罚法', 73],
    ['只有复议，法院裁定的', disputed(performing()), by('court'), 'not-before-it', '行政诉讼法', 56],
    ['只有诉讼，复议机关决定的', inSuit, by('reconsideration'), 'not-before-it', '行政复议法', 42],
    ['申请复议的前一日起停止的', disputed(performing()), by('reconsideration', '2026-05-31'), 'stayed-before', '行政处罚法', 73],
  ] as const)('不能登记：%s', (_, at, input, refused, instrument, article) => {
    expect(at.tries(head, 'stay', input)).toMatchObject({ refused, cite: { instrument, article } });
    expect(at.tries(handlerA, 'stay', input, { reported: true })).toBeNull();
  });

  it.each([
    ['复议期间，复议机关决定的', disputed(performing()), 'reconsideration'],
    ['诉讼期间，法院裁定的', inSuit, 'court'],
    ['复议期间，本机关决定的', disputed(performing()), 'organ'],
    ['诉讼期间，本机关决定的', inSuit, 'organ'],
    ['诉讼期间，法律规定停止的', inSuit, 'law'],
  ] as const)('可以登记：%s', (_, at, body) => {
    expect(at.tries(head, 'stay', by(body))).toBeNull();
  });

  it('没有复议、诉讼的，页面不开放停止执行', () => {
    expect(performing().offers(head, 'stay')).toMatchObject({ refused: 'not-disputed' });
    expect(disputed(performing()).offers(head, 'stay')).toBeNull();
  });

  it('复议结束而停止执行没有恢复的，待办提示恢复执行', () => {
    const title = (r: Rehearsal) => r.tasks().find((t) => t.act === 'stay-ended')?.title;
    const stayed = disputed(performing()).does(handlerA, 'stay', STAY);
    expect([title(stayed), title(resulted(stayed, {}))]).toEqual([
      '第1次停止执行：原因消除后恢复执行',
      '第1次停止执行：复议、诉讼已经结束，恢复执行',
    ]);
    expect(title(resulted(stayed, {}).does(handlerA, 'stay-ended', RESUMED))).toBeUndefined();
  });
});

describe('撤销以后没有死路', () => {
  it('重作期间终止、撤销立案的，不再等待重新决定，可以结案', () => {
    const ended = revokedToRemake().does(head, 'terminate', TERMINATE);
    expect([due(ended, 'KE-58'), ended.tries(head, 'close', { summary: '…' })]).toEqual([null, null]);
    const withdrawn = revokedToRemake().does(head, 'withdraw-case', { reason: '违法事实不能成立。' });
    expect(withdrawn.tries(head, 'close', { summary: '…' })).toBeNull();
  });

  it('重作期间移送的不再等待；被退回的，重新决定的期限仍自撤销生效起算', () => {
    const moved = revokedToRemake().does(head, 'transfer', TRANSFER);
    expect(due(moved, 'KE-58')).toBeNull();
    expect(due(moved.does(head, 'take-back', { reason: '不属于本机关管辖' }), 'KE-58')).toBe('2026-09-08');
  });

  it('自行撤销的决定书送达以前，处罚已经被复议撤销的，不再送达，可以结案', () => {
    const signed = disputed(performing()).does(head, 'correct-own', AMEND);
    const revoked = resulted(signed, { outcome: 'revoked', cause: 'facts' });
    expect([(revoked.state as OrdinaryPenalty).amendment, revoked.tries(head, 'close', { summary: '…' })]).toEqual([null, null]);
  });
});

describe('申请执行的三个月和对裁定的十五日（行政强制法第五十三条、第五十六条）', () => {
  it('复议、诉讼没有结束的，三个月不起算；结束以后自其届满起算', () => {
    expect(due(urged(), 'KE-15')).toBe('2027-03-16');
    const going = disputed(urged());
    expect(due(going, 'KE-15')).toBeNull();
    expect(due(resulted(going.on('2026-10-09'), { effectOn: '2026-09-30' }), 'KE-15')).toBe('2027-01-15');
  });

  const applied = resulted(disputed(urged()).on('2026-10-09'), { effectOn: '2026-09-30' })
    .on('2026-10-16')
    .does(head, 'apply-court', APPLY);
  const ruled = (more: Input = {}) =>
    applied
      .on('2026-10-23')
      .does(handlerA, 'ruling', { ruling: 'refused', on: '2026-10-20', receivedOn: '2026-10-23', words: null, ...more });
  const appeal = (on: string): Input => ({ on, court: '市中级人民法院', papers: null });
  it('自收到裁定之日起十五日：最后一日为休息日的顺延，次日不能；没有写明收到日期的按裁定日期', () => {
    expect(due(ruled(), 'KE-16')).toBe('2026-11-09');
    expect(ruled().on('2026-11-09').tries(head, 'appeal-ruling', appeal('2026-11-09'))).toBeNull();
    expect(ruled().on('2026-11-10').tries(head, 'appeal-ruling', appeal('2026-11-10'))).toMatchObject({
      ...{ refused: 'appealed-late', cite: { instrument: '行政强制法', article: 56 } },
    });
    expect(due(ruled({ receivedOn: null }), 'KE-16')).toBe('2026-11-04');
    expect(ruled().tries(head, 'appeal-ruling', appeal('2026-10-22'))).toMatchObject({ refused: 'appealed-on' });
    expect(applied.offers(deputy, 'ruling')).toMatchObject({ refused: 'wrong-role' });
    const early = { ruling: 'refused', on: '2026-10-20', receivedOn: '2026-10-19', words: null };
    expect(applied.on('2026-10-23').tries(handlerA, 'ruling', early)).toMatchObject({ refused: 'ruling-received' });
  });

  it('只申请一次；上一级法院维持的，期限不重新起算', () => {
    const appealed = ruled().does(head, 'appeal-ruling', appeal('2026-10-23'));
    expect(appealed.tries(head, 'appeal-ruling', appeal('2026-10-23'))).toMatchObject({ refused: 'appealed' });
    const again = appealed
      .on('2026-11-20')
      .does(handlerA, 'ruling', { ruling: 'refused', on: '2026-11-19', receivedOn: null, words: null });
    expect(again.clocks().filter((c) => c.clock === 'KE-16')).toMatchObject([{ dueOn: '2026-11-09', stoppedOn: '2026-10-23' }]);
    expect(again.tasks()).toMatchObject([{ act: 'end-execution' }]);
  });
});
