import { describe, expect, it } from 'vitest';
import { type CatalogueLine, listKey } from '#law';
import { asking } from '#testing/asking';
import { idOf } from '#testing/rehearsal-city';
import {
  A,
  CAST,
  concluded,
  DISCUSS,
  doubts,
  heard,
  type Input,
  investigated,
  LARGE,
  NONE,
  OWN,
  REPORT,
  REVIEW,
  STAGE,
  sent,
  toNotify,
  VERIFY,
} from './testing.ts';

const { handlerA, deputy, head, legalOffice } = CAST;

const OBJECTION: Input = { reason: '适用法律正确。', papers: null };
const AGAIN: Input = { outcome: 'again', members: '局长、副局长', reason: '理由成立，请复审。' };
const sentFor = (more: Input) => concluded(more).does(handlerA, 'send-review', { explained: null, papers: null });

describe('本机关的法制审核目录（处罚法第五十八条）', () => {
  const at = (lines: readonly CatalogueLine[] | null) => {
    const catalogues = new Map([[listKey(idOf('区市场监管局'), 'SJ-001'), lines]]);
    return investigated({}, { ...STAGE, facts: { ...STAGE.facts, catalogues } });
  };
  const line = (conditions: string): CatalogueLine => ({ code: 'SJ-001', name: '价格处罚', conditions });
  it('列入目录的，没有写明应当审核的不能终结；写明以后不能跳过审核', () => {
    const caught = at([line('罚款2000元以上')]);
    expect(caught.tries(handlerA, 'conclude', REPORT)).toMatchObject({ refused: 'catalogued', cite: { article: 58 } });
    expect(caught.under(asking('penalty.catalogue-reviewed', 0)).tries(handlerA, 'conclude', REPORT)).toBeNull();
    const concludedAs = caught.does(handlerA, 'conclude', { ...REPORT, grounds: ['catalogue'] });
    expect(concludedAs.tasks()).toMatchObject([{ act: 'send-review' }]);
    expect(concludedAs.tries(deputy, 'skip-review', { reason: '…' })).toMatchObject({ refused: 'review-required' });
  });

  it('没有达到目录的数额、没有录入目录、不予处罚的，不按目录判断', () => {
    expect(at([line('罚款2001元以上')]).tries(handlerA, 'conclude', REPORT)).toBeNull();
    expect(at(null).tries(handlerA, 'conclude', REPORT)).toBeNull();
    const none = { ...REPORT, ...NONE, tier: 'none', outcome: 'not-punished' };
    expect(at([line('全部')]).tries(handlerA, 'conclude', none)).toBeNull();
  });

  it('报来的照录，列入目录而没有写明的转为预警', () => {
    expect(at([line('全部')]).tries(handlerA, 'conclude', REPORT, { reported: true })).toBeNull();
  });
});

describe('法制审核（处罚法第五十八条）', () => {
  const reviewing = (more: Input) =>
    concluded()
      .does(handlerA, 'send-review', { explained: null, papers: null })
      .tries(legalOffice, 'review', { ...REVIEW, ...more });
  it('应当审核的不能跳过；不需要审核的可以由负责人直接审查', () => {
    for (const ground of ['public-interest', 'complex', 'statutory'])
      expect(concluded({ grounds: [ground] }).tries(deputy, 'skip-review', { reason: '…' })).toMatchObject({
        refused: 'review-required',
        cite: { article: 58 },
      });
    expect(concluded().tries(deputy, 'skip-review', { reason: '…' })).toBeNull();
    expect(concluded({ grounds: ['complex'] }).tasks()).toMatchObject([{ act: 'send-review' }]);
  });

  it.each([
    ['九项符合，同意', {}, null],
    ['九项符合，却不同意', { opinion: 'disagree' }, 'sound'],
    ['一项有问题，却同意', { procedure: 'doubtful' }, 'doubtful'],
    ['一项有问题，建议纠正', doubts('procedure'), null],
    ['一项有问题，没有写明问题', { procedure: 'doubtful', opinion: 'correct' }, 'no-concern'],
    ['程序有问题，建议移送', doubts('procedure', 'transfer'), 'no-ground'],
    ['涉嫌犯罪，建议移送', doubts('crime', 'transfer'), null],
    ['初次审核没有法律职业资格', { qualification: null }, 'no-qualification'],
    ['不是初次审核', { qualification: null, firstAfter2018: false }, null],
  ] as const)('%s', (_, more, refused) => {
    const answer = reviewing(more as Input);
    if (refused === null) expect(answer).toBeNull();
    else expect(answer).toMatchObject({ refused, cite: { instrument: '行政处罚法', article: refused === 'no-ground' ? 27 : 58 } });
  });

  it('参与调查的人不得审核；未通过的退回调查', () => {
    const own = { ...legalOffice, officerId: A };
    const at = concluded().does(handlerA, 'send-review', { explained: null, papers: null });
    expect(at.tries(own, 'review', REVIEW)).toMatchObject({ refused: 'own-case' });
    expect(at.tries(handlerA, 'review', REVIEW)).toMatchObject({ refused: 'wrong-role' });
    const back = at.does(legalOffice, 'review', doubts('facts'));
    expect(back.state.status).toBe('investigating');
    expect(back.tries(handlerA, 'verify-evidence', VERIFY)).toBeNull();
  });

  it('经过听证的，听证以后再审，通过以前不得决定', () => {
    const before = heard();
    expect(before.tasks()).toMatchObject([{ act: 'send-review' }]);
    const decide = { ...LARGE, reasons: '…', correction: '责令改正', ordered: 'ordered', payTo: '银行', court: '法院', ownNumber: null };
    const discussed = before.does(head, 'discuss', DISCUSS);
    expect(discussed.tries(head, 'decide', decide)).toMatchObject({ refused: 'not-reviewed', cite: { article: 58 } });
    const passed = discussed.does(handlerA, 'send-review', { explained: null, papers: null }).does(legalOffice, 'review', REVIEW);
    expect(passed.tries(head, 'decide', decide)).toBeNull();
    expect(toNotify().state.status).toBe('notifying');
  });

  it('承办人不同意审核意见的，由主要负责人处理；退回复审须集体研究，未通过以前仍不得决定', () => {
    const failed = sentFor({ grounds: ['complex'] }).does(legalOffice, 'review', doubts('law', 'disagree'));
    expect(concluded().tries(handlerA, 'object-review', OBJECTION)).toMatchObject({ refused: 'wrong-state' });
    expect(investigated().tries(handlerA, 'object-review', OBJECTION)).toMatchObject({ refused: 'no-failed-review' });
    expect(failed.tries(head, 'settle-review', AGAIN)).toMatchObject({ refused: 'no-disagreement' });
    const objected = failed.does(handlerA, 'object-review', OBJECTION);
    expect(objected.tries(handlerA, 'object-review', OBJECTION)).toMatchObject({ refused: 'disagreed' });
    expect(objected.tasks()).toMatchObject([{ act: 'settle-review', roles: ['head'] }, { act: 'conclude' }]);
    expect(objected.tries(deputy, 'settle-review', AGAIN)).toMatchObject({ refused: 'wrong-role' });
    expect(objected.tries(head, 'settle-review', { ...AGAIN, members: null })).toMatchObject({ refused: 'not-together' });
    const again = objected.does(head, 'settle-review', AGAIN);
    expect(again.state.status).toBe('reviewing');
    expect(again.tasks()).toMatchObject([{ act: 'review', title: '出具法制审核意见（复审；拟罚款2,000元）' }]);
    const twice = again.does(legalOffice, 'review', doubts('law', 'disagree'));
    expect(twice.state.status).toBe('investigating');
    expect(twice.tries(handlerA, 'object-review', OBJECTION)).toBeNull();
    expect(again.does(legalOffice, 'review', REVIEW).state.status).toBe('notifying');
  });

  it('审核意见成立的，继续补充调查；重新提交报告的，异议不再处理', () => {
    const objected = sentFor({}).does(legalOffice, 'review', doubts('facts')).does(handlerA, 'object-review', OBJECTION);
    const upheld = objected.does(head, 'settle-review', { ...AGAIN, outcome: 'upheld', members: null });
    expect(upheld.state.status).toBe('investigating');
    expect(upheld.tasks()).toMatchObject([{ act: 'conclude' }]);
    const anew = objected.does(handlerA, 'conclude', REPORT);
    expect(anew.tasks()).toMatchObject([{ act: 'send-review' }]);
    expect(anew.does(deputy, 'reopen-inquiry', { reason: '补充' }).tries(head, 'settle-review', AGAIN)).toMatchObject({
      refused: 'no-disagreement',
    });
  });

  it('责令改正通知书还没有送达的，审核、中止期间照样送达', () => {
    const order = { content: '按规定标价。', basis: '《价格法》第四十二条', by: '2026-06-10', ...OWN };
    const reviewing = concluded().does(deputy, 'order-correction', order).does(handlerA, 'send-review', { explained: null, papers: null });
    expect(reviewing.tasks()).toMatchObject([{ act: 'seal' }, { act: 'review' }]);
    expect(sent(reviewing).tasks()).toMatchObject([{ act: 'review' }, { act: 'check-correction' }]);
    const ground = { cause: 'appraisal', level: 'law', basis: '《某法》第十条', reason: '委托鉴定。' };
    const suspended = investigated().does(deputy, 'order-correction', order).does(deputy, 'suspend', ground);
    expect(sent(suspended).tasks()).toMatchObject([{ act: 'resume' }, { act: 'check-correction' }]);
  });
});
