import { describe, expect, it } from 'vitest';
import { type CertificateFact, localDate, SHIPPED_LAWS } from '#law';
import { reviewerQualified } from '#law/rules/S13-reviewer-qualified';
import { actsOf } from '#platform/matters/act-offers';
import { certificate, idOf, register } from '#testing/rehearsal-city';
import { penaltyFacts } from './facts.ts';
import type { OrdinaryPenalty } from './model.ts';
import { CAST, DECIDE, DISCUSS, type Input, investigated, KIND, NOTIFY, REPORT, REVIEW, STAGE, sent, WAIVE } from './testing.ts';

const { handlerA, head, deputy, legalOffice } = CAST;
const UNIT = '区市场监管局';
type Told = Partial<Pick<CertificateFact, 'legalQualification' | 'reviewsSince'>>;

/** The register as it is, with a card of the legal office that says this of its holder. */
const stage = (told: Told) => {
  const cards = [...STAGE.facts.certificates.values()].flat();
  return {
    ...STAGE,
    facts: { ...STAGE.facts, ...register([...cards, certificate(`${UNIT}法制员`, UNIT, { kind: 'enforcement', ...told })]) },
  };
};
const sentFor = (told: Told) =>
  investigated({}, stage(told)).does(handlerA, 'conclude', REPORT).does(handlerA, 'send-review', { explained: null, papers: null });
const OWN_WORD: Input = { ...REVIEW, firstAfter2018: false, qualification: null };

/** Reviewed before the register told anything. */
const rehearsedReview = () => sentFor({}).does(legalOffice, 'review', OWN_WORD);

describe('初次从事法制审核的人员的法律职业资格，先问证件名录（处罚法第五十八条）', () => {
  it.each([
    ['登记没有资格，没有登记何时从事审核', { legalQualification: '无' }, {}, 'registered-without'],
    [
      '登记没有资格，自己填写了证书号',
      { legalQualification: '无' },
      { firstAfter2018: true, qualification: 'A2020' },
      'registered-without',
    ],
    ['登记没有资格，2018年1月1日起从事审核', { legalQualification: '无', reviewsSince: localDate('2018-01-01') }, {}, 'registered-without'],
    ['登记没有资格，2017年12月31日已经从事审核', { legalQualification: '无', reviewsSince: localDate('2017-12-31') }, {}, null],
    ['登记了证书号，不必再填', { legalQualification: 'A20200000001' }, { firstAfter2018: true }, null],
    ['只登记2019年起从事审核，没有填证书号', { reviewsSince: localDate('2019-03-01') }, {}, 'no-qualification'],
    ['只登记2019年起从事审核，填了证书号', { reviewsSince: localDate('2019-03-01') }, { qualification: 'A2020' }, null],
    ['名录没有登记，照填写的判断：不是初次', {}, {}, null],
    ['名录没有登记，照填写的判断：初次而没有资格', {}, { firstAfter2018: true }, 'no-qualification'],
  ] as const)('%s', (_, told, more, refused) => {
    const answer = sentFor(told).tries(legalOffice, 'review', { ...OWN_WORD, ...more });
    if (refused === null) expect(answer).toBeNull();
    else expect(answer).toMatchObject({ refused, cite: { instrument: '行政处罚法', article: 58 } });
  });

  it.each([
    ['登记了证书号', { legalQualification: 'A20200000001' }, false],
    ['登记没有资格', { legalQualification: '无' }, false],
    ['2017年12月31日已经从事审核', { reviewsSince: localDate('2017-12-31') }, false],
    ['2018年1月1日起从事审核，没有登记证书号', { reviewsSince: localDate('2018-01-01') }, true],
    ['名录没有登记', {}, true],
  ] as const)('页面只问名录没有答复的：%s', (_, told, isAsked) => {
    const at = sentFor(told);
    const { state, today } = at;
    const days = { legalDate: today, today, lastStepOn: null, input: null };
    const participants = KIND.participants(state);
    const offers = actsOf(KIND, { ...stage(told), ...days, state, participants, actor: legalOffice, reported: false });
    const form = Object.keys(offers.find(({ act }) => act === 'review')?.form ?? {});
    expect([form.includes('firstAfter2018'), form.includes('qualification')]).toEqual([isAsked, isAsked]);
    expect(form).toContain('opinion');
  });

  it('审核意见书载明名录登记的证书号', () => {
    const done = sentFor({ legalQualification: 'A20200000001' }).does(legalOffice, 'review', OWN_WORD);
    expect(JSON.stringify(done.issued.at(-1)?.facts)).toContain('A20200000001');
  });

  it.each([
    ['登记没有资格', { legalQualification: '无' }, '没有登记法律职业资格'],
    ['登记2017年已经从事审核', { legalQualification: '无', reviewsSince: localDate('2017-12-31') }, null],
    ['登记了证书号', { legalQualification: 'A2020' }, null],
    ['名录没有登记，也没有填写', {}, 'not-judged'],
  ] as const)('同一事实由监督规则S13判断：%s', (_, told, because) => {
    const decided = sent(rehearsedReview().does(deputy, 'notify', NOTIFY))
      .does(handlerA, 'waive', WAIVE)
      .does(handlerA, 'close-notice')
      .does(head, 'discuss', DISCUSS)
      .does(head, 'decide', DECIDE);
    const facts = penaltyFacts(decided.state as OrdinaryPenalty, {
      ...{ organ: null, certificates: new Map(), laws: SHIPPED_LAWS },
      reviewers: new Map([[idOf(`${UNIT}法制员`), [told]]]),
    });
    const answer = facts === null ? null : reviewerQualified.check(facts, { ...STAGE, today: decided.today });
    if (because === null) expect(answer).toBeNull();
    else expect(JSON.stringify(answer)).toContain(because === 'not-judged' ? '缺初次从事法制审核的日期' : because);
  });
});
