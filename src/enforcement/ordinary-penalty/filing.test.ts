import { describe, expect, it } from 'vitest';
import type { Json, MatterFact } from '#law';
import { rehearse } from '#testing/rehearsal';
import { actor, certificate, idOf, register } from '#testing/rehearsal-city';
import { FORMS } from './forms.ts';
import {
  A,
  AUXILIARY,
  B,
  CARRIED,
  CAST,
  CLUE,
  clue,
  converted,
  EXPIRED,
  filed,
  investigated,
  KIND,
  OWN,
  PAUSE,
  PROPOSAL,
  proposed,
  STAGE,
  TERMINATE,
} from './testing.ts';

const { handlerA, legalOffice, deputy, head } = CAST;
const HARM = { harm: true, harmReason: '不合格食品致三人就医。' };
const proposing = (more: Readonly<Record<string, Json>>, acts: Readonly<Record<string, Json>> = {}) =>
  clue(acts).tries(handlerA, 'propose-filing', { ...PROPOSAL, ...more });

describe('线索和立案（处罚法第二十二条、第三十六条、第五十四条）', () => {
  it.each([
    ['满二年当日发现', { actStartedOn: '2024-05-20', actEndedOn: '2024-05-20', discoveredOn: '2026-05-20' }, null],
    ['满二年次日发现', { actStartedOn: '2024-05-19', actEndedOn: '2024-05-19', discoveredOn: '2026-05-20' }, 'time-barred'],
    ['有危害后果的五年以内', { actStartedOn: '2024-05-19', actEndedOn: '2024-05-19', discoveredOn: '2026-05-20', ...HARM }, null],
    [
      '有危害后果的满五年次日',
      { actStartedOn: '2021-05-19', actEndedOn: '2021-05-19', discoveredOn: '2026-05-20', ...HARM },
      'time-barred',
    ],
    ['连续、继续的自终了之日起算，尚未终了', { actStartedOn: '2020-01-01', actEndedOn: null, discoveredOn: '2026-05-20' }, null],
  ] as const)('追责时效：%s', (_, acts, refused) => {
    const answer = proposing({}, acts);
    if (refused === null) expect(answer).toBeNull();
    else expect(answer).toMatchObject({ refused, cite: { instrument: '行政处罚法', article: 36 } });
  });

  it('治安案件的时效六个月（治安管理处罚法第二十五条）', () => {
    const at = (day: string) => ({ actStartedOn: day, actEndedOn: day, discoveredOn: '2026-05-20' });
    const basis = '《中华人民共和国治安管理处罚法》第二十六条';
    expect(proposing({ basis }, at('2025-11-20'))).toBeNull();
    expect(proposing({ basis }, at('2025-11-19'))).toMatchObject({ refused: 'time-barred' });
  });

  it.each([
    ['两人持有效证件', [A, B], null],
    ['一人', [A], 'two-officers'],
    ['同一人填两次', [A, A], 'two-officers'],
    ['一人证件前一日到期', [A, EXPIRED], 'two-officers'],
    ['两人以外另列辅助人员', [A, B, AUXILIARY], 'no-certificate'],
  ] as const)('承办人：%s', (_, handlers, refused) => {
    const answer = proposing({ handlers: [...handlers] });
    if (refused === null) expect(answer).toBeNull();
    else expect(answer).toMatchObject({ refused, cite: { instrument: '行政处罚法', article: 42 } });
  });

  it('证件当日到期的仍有效；提请以后、批准以前失效的，不能立案', () => {
    const lastDay = (day: string) => {
      const held = [
        certificate('区市场监管局承办人甲', '区市场监管局', { kind: 'enforcement' }),
        certificate('区市场监管局承办人乙', '区市场监管局', { kind: 'enforcement', validThrough: day as never }),
      ];
      return rehearse(KIND, { ...STAGE, facts: register(held) }, '2026-06-01').does(handlerA, 'open', CLUE);
    };
    expect(lastDay('2026-05-31').tries(handlerA, 'propose-filing', PROPOSAL)).toMatchObject({ refused: 'two-officers' });
    const asked = lastDay('2026-06-01').does(handlerA, 'propose-filing', PROPOSAL);
    expect(asked.tries(head, 'file', { opinion: null, ...OWN })).toBeNull();
    expect(asked.on('2026-06-02').tries(head, 'file', { opinion: null, ...OWN })).toMatchObject({
      refused: 'two-officers',
      reason: expect.stringContaining('承办人乙在办理当日没有有效的行政执法证'),
    });
  });

  it('无管辖权、依据认不出、日期先后不符、受委托组织自己立案，一律不能', () => {
    expect(proposing({ region: idOf('市政府') })).toMatchObject({ refused: 'jurisdiction', cite: { article: 22 } });
    expect(proposing({ basis: '有关规定' })).toMatchObject({ refused: 'no-basis' });
    const start = rehearse(KIND, STAGE, '2026-06-01');
    const opening = (more: Readonly<Record<string, Json>>, by = handlerA) => start.tries(by, 'open', { ...CLUE, ...more });
    expect(opening({ actEndedOn: '2026-05-19' })).toMatchObject({ refused: 'act-days' });
    expect(opening({ discoveredOn: '2026-05-19' })).toMatchObject({ refused: 'discovered' });
    expect(opening({ discoveredOn: '2026-06-02' })).toMatchObject({ refused: 'discovered' });
    expect(opening({}, actor('交通支队', 'handler', '队员'))).toMatchObject({ refused: 'not-subject', cite: { article: 38 } });
  });

  it('当场处罚转来的，须是本机关已经转为普通程序的案件（第五十四条）', () => {
    const id = idOf('当场处罚');
    const opening = (more: Partial<MatterFact>) => {
      const fact: MatterFact = {
        ...{ id, kind: 'summary-penalty', status: 'converted', homeId: idOf('区市场监管局'), followsThis: false },
        ...{ type: null, about: [], isIssued: false, ...more },
      };
      const facts = { ...STAGE.facts, matters: new Map([[id, fact]]) };
      return rehearse(KIND, { ...STAGE, facts }, '2026-06-01').tries(handlerA, 'open', { ...CLUE, fromSummary: id });
    };
    expect(opening({})).toBeNull();
    expect(opening({ status: 'told' })).toMatchObject({ refused: 'not-converted', cite: { article: 54 } });
    expect(opening({ homeId: idOf('市交通局') })).toMatchObject({ refused: 'other-organs-matter' });
  });

  it('立案、不予立案由负责人决定；举报件不予立案的应当告知', () => {
    expect(proposed().tries(handlerA, 'file', { opinion: null, ...OWN })).toMatchObject({ refused: 'wrong-role' });
    expect(proposed().tries(legalOffice, 'file', { opinion: null, ...OWN })).toMatchObject({ refused: 'wrong-role' });
    const reported = clue({ source: 'report' });
    expect(reported.tries(head, 'decline', { reason: '不属实', told: null })).toMatchObject({ refused: 'not-told' });
    expect(reported.tries(head, 'decline', { reason: '不属实', told: '6月1日电话告知' })).toBeNull();
  });

  it('核查十五个工作日，可以延长一次至三十个工作日（内部提醒）', () => {
    expect(clue().clocks()).toEqual([{ clock: 'KE-50', key: '', dueOn: '2026-06-22', stoppedOn: null }]);
    const longer = clue().does(deputy, 'extend-clue', { reason: '检验' });
    expect(longer.clocks()).toMatchObject([{ stoppedOn: '2026-06-01' }, { clock: 'KE-50-extended', dueOn: '2026-07-13' }]);
    expect(longer.tries(deputy, 'extend-clue', { reason: '再延' })).toMatchObject({ refused: 'extended' });
  });
});

describe('办案期限（处罚法第六十条）', () => {
  const period = (r: ReturnType<typeof filed>) => r.clocks().filter((c) => c.clock.startsWith('KE-01'));
  it('自立案之日起九十日，不顺延；治安案件三十日', () => {
    expect(period(filed())).toEqual([{ clock: 'KE-01', key: '', dueOn: '2026-08-30', stoppedOn: null }]);
    const basis = '《中华人民共和国治安管理处罚法》第二十六条';
    const police = clue()
      .does(handlerA, 'propose-filing', { ...PROPOSAL, basis })
      .does(head, 'file', { opinion: null, ...OWN });
    expect(period(police)).toMatchObject([{ clock: 'KE-01-security', dueOn: '2026-07-01' }]);
  });

  it('只有法律、法规、规章规定的事由才中止、延长；日数写明', () => {
    const ground = { cause: 'appraisal', basis: '《某条例》第三条', reason: '鉴定' };
    const at = investigated();
    expect(at.tries(deputy, 'suspend', { ...ground, level: 'none' })).toMatchObject({ refused: 'no-basis', cite: { article: 60 } });
    for (const basis of ['等领导意见', '《某条例》', '某条例第三条', '第三条'])
      expect(at.tries(deputy, 'suspend', { ...ground, level: 'law', basis }), basis).toMatchObject({ refused: 'basis-unnamed' });
    const told = { ...ground, level: 'law', basis: '等领导意见' };
    expect(at.reports(CAST.machine, 'suspend', told, '2026-06-01').stored.at(-1)?.frame.doubts).toEqual(['basis-unnamed']);
    const paused = at.on('2026-06-05').does(deputy, 'suspend', { ...ground, level: 'law' });
    expect(period(paused)).toMatchObject([{ stoppedOn: '2026-06-05' }]);
    const resumed = paused.on('2026-06-15').does(deputy, 'resume', { reason: '完毕' });
    expect(period(resumed)).toEqual([{ clock: 'KE-01', key: '扣除中止10日', dueOn: '2026-09-09', stoppedOn: null }]);
    const more = { days: 30, basis: '《某规定》第五条', reason: '案情复杂' };
    expect(resumed.tries(deputy, 'extend-case', { ...more, level: 'none' })).toMatchObject({ refused: 'no-basis' });
    expect(resumed.tries(deputy, 'extend-case', { ...more, level: 'rule', basis: '案情复杂' })).toMatchObject({ refused: 'basis-unnamed' });
    const longer = resumed.does(deputy, 'extend-case', { ...more, level: 'rule' });
    expect(period(longer)).toMatchObject([{ key: '扣除中止10日、延长30日', dueOn: '2026-10-09' }]);
  });

  it('中止期间终止调查的，中止的日数同样扣除：第九十日中止的不逾期，第九十一日才中止的逾期一日；没有法律依据的中止不扣除', () => {
    const ended = (from: string) =>
      investigated().on(from).does(deputy, 'suspend', PAUSE).on('2026-10-30').does(head, 'terminate', TERMINATE);
    expect(period(ended('2026-08-30'))).toEqual([{ clock: 'KE-01', key: '扣除中止61日', dueOn: '2026-10-30', stoppedOn: '2026-10-30' }]);
    expect(period(ended('2026-08-31'))).toEqual([{ clock: 'KE-01', key: '扣除中止60日', dueOn: '2026-10-29', stoppedOn: '2026-10-30' }]);
    const groundless = investigated().reports(CAST.machine, 'suspend', { ...PAUSE, level: 'none' }, '2026-06-01');
    const over = groundless.on('2026-10-30').does(head, 'terminate', TERMINATE);
    expect(period(over)).toEqual([{ clock: 'KE-01', key: '', dueOn: '2026-08-30', stoppedOn: '2026-10-30' }]);
  });
});

it('提请立案必填承办人和依据，当场处罚转来的由页面填入；带来的人员证件失效的另行指定（处罚法第四十二条、第五十四条）', () => {
  const { handlers, basis } = FORMS['propose-filing'];
  expect([handlers.required, basis.required]).toEqual([true, true]);
  expect(converted().tries(handlerA, 'propose-filing', CARRIED)).toBeNull();
  expect(converted({ officers: [A, EXPIRED] }).tries(handlerA, 'propose-filing', { ...CARRIED, handlers: [A, EXPIRED] })).toMatchObject({
    cite: { article: 42 },
  });
  expect(converted({ officers: [A, EXPIRED] }).tries(handlerA, 'propose-filing', { ...CARRIED, handlers: [A, B] })).toBeNull();
  expect(() => proposing({ handlers: null })).toThrow('请填写“承办人”');
  expect(() => proposing({ basis: null })).toThrow('请填写“拟适用的法律依据”');
  expect(converted({ materials: null }).state).toMatchObject({ evidence: [] });
});
