import { describe, expect, it } from 'vitest';
import { idOf } from '#testing/rehearsal-city';
import { CITY_BUREAU, DONE, FAILED, handling, PARTIAL, PASSED, received, reported, UNIT } from './testing.ts';

const A = idOf('市司法局监督员甲');
const SUSPENDED = idOf('市司法局监督员丙');
const BORROWED = idOf('旗司法局借调监督员');

describe('收文单位承办（细则第二十二条第一款）', () => {
  const at = handling(received());
  const tries = (row: Parameters<typeof reported>[1]) => at.tries(UNIT.handler, 'handle', { results: row ?? [] });

  it('已处理的应当有方式、日期和证明；部分处理、未处理的应当有原因', () => {
    expect(tries([{ no: 1, ...DONE }])).toBeNull();
    expect(tries([{ no: 1, ...DONE, way: null }])).toMatchObject({ refused: 'incomplete', cite: { article: 22 } });
    expect(tries([{ no: 1, ...DONE, proof: [] }])).toMatchObject({ refused: 'incomplete' });
    expect(tries([{ no: 1, result: 'undone' }])).toMatchObject({ refused: 'incomplete' });
    expect(tries([{ no: 1, ...PARTIAL }])).toBeNull();
  });

  it('缺什么一次说全，各项问题都说到', () => {
    const bare = { ...DONE, way: null, on: null, proof: [] };
    expect(
      tries([
        { no: 1, ...bare },
        { no: 2, result: 'undone' },
      ]),
    ).toMatchObject({ reason: '第1项问题已处理的，还缺处理方式、处理日期、证明材料；第2项问题未说明部分处理或者未处理的原因' });
  });

  it('序号不重、不错，日期不晚于办理日期', () => {
    expect(tries([{ no: 3, ...DONE }])).toMatchObject({ refused: 'no-such-problem' });
    expect(
      tries([
        { no: 1, ...DONE },
        { no: 1, ...DONE },
      ]),
    ).toMatchObject({ refused: 'doubled' });
    expect(tries([{ no: 1, ...DONE, on: '2026-09-02' }])).toMatchObject({ refused: 'future' });
    expect(tries([{ no: 1, ...DONE, refundedOn: '2026-09-02' }])).toMatchObject({ refused: 'future' });
  });

  it('各项问题均有结果才能送法制审核；承办人不得自审', () => {
    const half = at.does(UNIT.handler, 'handle', { results: [{ no: 1, ...DONE }] });
    expect(half.tries(UNIT.handler, 'submit-report', { summary: '…' })).toMatchObject({ refused: 'unanswered' });
    const submitted = half
      .does(UNIT.legalOffice, 'handle', { results: [{ no: 2, ...DONE }] })
      .does(UNIT.handler, 'submit-report', { summary: '…' });
    expect(submitted.tries(UNIT.legalOffice, 'legal-check', { opinion: '同意' })).toMatchObject({ refused: 'own-handling' });
    expect(submitted.tries(UNIT.deputy, 'legal-check', { opinion: '同意' })).toBeNull();
    expect(submitted.does(UNIT.deputy, 'return-handling', { reason: '证明不足' }).state.status).toBe('handling');
  });

  it('一份报告同送发文机关和同级司法行政部门', () => {
    const report = reported(at);
    expect(report.says).toBe('报告已送发文机关和同级司法行政部门；等待整改核查。');
    expect(report.issued.at(-1)).toMatchObject({ kind: 'DOC-12', facts: { to: ['巴彦淖尔市司法局', '临河区司法局'], signedBy: '局长' } });
  });
});

describe('整改核查，逐项销号', () => {
  const report = reported(handling(received()));

  it('报告为已处理的才能销号', () => {
    const part = reported(handling(received()), [
      { no: 1, ...DONE },
      { no: 2, ...PARTIAL },
    ]);
    expect(part.tries(CITY_BUREAU.supervisorB, 'verify', PASSED)).toMatchObject({
      refused: 'not-handled',
      cite: { article: 22, paragraph: 2 },
    });
    expect(report.tries(CITY_BUREAU.supervisorB, 'verify', PASSED)).toBeNull();
  });

  it('各项均销号才能办结', () => {
    const one = report.does(CITY_BUREAU.supervisorB, 'verify', { results: [{ no: 1, outcome: 'passed' }], onSite: false });
    expect(one.tries(CITY_BUREAU.supervisorB, 'close')).toMatchObject({ refused: 'not-all-cleared' });
    const both = one.does(CITY_BUREAU.supervisorB, 'verify', { results: [{ no: 2, outcome: 'passed' }], onSite: false });
    expect(both.does(CITY_BUREAU.supervisorB, 'close').state).toMatchObject({ status: 'closed', closedOn: '2026-09-01' });
  });

  it('没有不合格的，不能退回', () => {
    expect(report.tries(CITY_BUREAU.supervisorB, 'return-report', { reason: '退' })).toMatchObject({ refused: 'nothing-open' });
    expect(
      report.does(CITY_BUREAU.supervisorB, 'verify', FAILED).tries(CITY_BUREAU.supervisorB, 'return-report', { reason: '退' }),
    ).toBeNull();
  });

  it('不合格的应当写明意见', () => {
    const silent = { results: [{ no: 1, outcome: 'failed' }], onSite: false };
    expect(report.tries(CITY_BUREAU.supervisorB, 'verify', silent)).toMatchObject({ refused: 'incomplete' });
  });
});

describe('现场核查不少于两人并持有效行政执法监督证（细则第十六条）', () => {
  const report = reported(handling(received()));
  it.each([
    ['两人均持证', [A, idOf('市司法局监督员乙')], null],
    ['借调人员持证，计入', [A, BORROWED], null],
    ['只有一人', [A], 'two-on-site'],
    ['一人证件暂扣', [A, SUSPENDED], 'two-on-site'],
    ['同一人填写两次', [A, A], 'two-on-site'],
  ])('%s', (_, officers, refused) => {
    const answer = report.tries(CITY_BUREAU.supervisorB, 'verify', { ...PASSED, onSite: true, officers });
    if (refused === null) expect(answer).toBeNull();
    else expect(answer).toMatchObject({ refused, cite: { instrument: '实施细则', article: 16 } });
  });

  it('书面核查不受两人限制', () => {
    expect(report.tries(CITY_BUREAU.supervisorB, 'verify', PASSED)).toBeNull();
  });
});
