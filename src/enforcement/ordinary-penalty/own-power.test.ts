import { describe, expect, it } from 'vitest';
import { BAYANNUR_2026, listKey, type PowerItemFact } from '#law';
import { CASE_RULES, judge } from '#law/rules/index';
import { rehearse } from '#testing/rehearsal';
import { actor, certificate, idOf, register } from '#testing/rehearsal-city';
import { caseProcessFacts } from './facts-of-a-case.ts';
import { placeInOneWord } from './lifecycle/own-power.ts';
import type { OrdinaryPenalty } from './model.ts';
import { A, B, CAST, CLUE, clue, type Input, KIND, OWN, PROPOSAL, PROPOSAL_ELSEWHERE, STAGE } from './testing.ts';

const { handlerA, machine, head } = CAST;
const TOWN = actor('狼山镇', 'handler', '镇执法员');

type Listed = Pick<PowerItemFact, 'listed' | 'empowered'>;
const fact = (code: string, on: Listed): PowerItemFact => ({ code, name: '未按规定明码标价', lenient: [], ...on });

function begun(unit: string, on: Listed | null, more: Input = {}, by = handlerA) {
  const items = new Map(on === null ? [] : [[listKey(idOf(unit), 'SJ-001'), fact('SJ-001', on)]]);
  const stage = { ...STAGE, facts: { ...STAGE.facts, items } };
  return rehearse(KIND, stage, '2026-06-01').does(by, 'open', { ...CLUE, ...more });
}
const ORGAN = '区市场监管局';
const proposing = (on: Listed | null, more: Input = {}, open: Input = {}) =>
  begun(ORGAN, on, open).tries(handlerA, 'propose-filing', { ...PROPOSAL, ...more });

describe('立案的处罚事项在本机关的清单内（处罚法第十七条、第二十四条，S02、S07）', () => {
  it('不在权责清单内的不能立案，在清单内的能；没有录入清单的不以清单判断', () => {
    expect(proposing({ listed: false, empowered: null })).toMatchObject({ refused: 'not-on-list', cite: { article: 17 } });
    expect(proposing({ listed: true, empowered: null })).toBeNull();
    expect(proposing({ listed: null, empowered: null })).toBeNull();
    expect(proposing(null)).toBeNull();
  });

  it('苏木乡镇、街道按赋权清单：不在的不能立案，在的能；没有录入赋权清单的看其权责清单', () => {
    const held = [
      certificate('狼山镇镇执法员', '狼山镇', { kind: 'enforcement' }),
      certificate('狼山镇镇执法员乙', '狼山镇', { kind: 'enforcement' }),
    ];
    const handlers = [idOf('狼山镇镇执法员'), idOf('狼山镇镇执法员乙')];
    const answer = (on: Listed) => {
      const items = new Map([[listKey(idOf('狼山镇'), 'SJ-001'), fact('SJ-001', on)]]);
      const stage = { ...STAGE, facts: { ...register(held), items, benchmarks: new Map() } };
      return rehearse(KIND, stage, '2026-06-01')
        .does(TOWN, 'open', CLUE)
        .tries(TOWN, 'propose-filing', { ...PROPOSAL, handlers, region: idOf('狼山镇') });
    };
    expect(answer({ listed: true, empowered: false })).toMatchObject({ refused: 'not-empowered' });
    expect(answer({ listed: false, empowered: true })).toBeNull();
    expect(answer({ listed: null, empowered: null })).toBeNull();
    expect(answer({ listed: false, empowered: null })).toMatchObject({ refused: 'not-on-list' });
  });

  it('线索没有选定事项的，提请立案时选定；选定的记入案件，补录的可以没有', () => {
    const on = { listed: true, empowered: null };
    expect(proposing(on, {}, { itemCode: null })).toMatchObject({ refused: 'no-item' });
    const filed = begun(ORGAN, on, { itemCode: null }).does(handlerA, 'propose-filing', { ...PROPOSAL, itemCode: 'SJ-001' });
    expect(filed.state).toMatchObject({ itemCode: 'SJ-001' });
    expect(begun(ORGAN, on).does(handlerA, 'propose-filing', PROPOSAL).state).toMatchObject({ itemCode: 'SJ-001' });
    const told = begun(ORGAN, null, { itemCode: null });
    expect(told.tries(machine, 'propose-filing', PROPOSAL_ELSEWHERE, { reported: true })).toBeNull();
  });

  it('自有系统报来的照录，由规则S02判断', () => {
    const told = begun(ORGAN, { listed: false, empowered: null }).reports(machine, 'propose-filing', PROPOSAL_ELSEWHERE, '2026-06-01');
    expect(told.stored.at(-1)?.frame.doubts).toEqual(['not-on-list']);
  });
});

const AWAY = { region: idOf('市政府') };
const DESIGNATED: Input = {
  ...{ designatedBy: '巴彦淖尔市市场监督管理局', designationNumber: '巴市监指〔2026〕1号', designatedOn: '2026-05-30' },
  designationPapers: [idOf('指定管辖通知书')],
};
const F02 = CASE_RULES.filter(({ id }) => id === 'F02');
function doubted(state: unknown): readonly string[] {
  const around = { officerOn: (key: string) => ({ key, certificate: 'valid' as const }), party: null, lists: null };
  const context = { profile: BAYANNUR_2026, calendar: STAGE.calendar, today: '2026-06-01' as never };
  return judge(F02, caseProcessFacts(state as OrdinaryPenalty, around, context), context).doubts.map(({ rule }) => rule.id);
}

describe('违法行为由本机关管辖（处罚法第二十二条、第二十五条，F02）', () => {
  const asked = (more: Input) => clue().tries(handlerA, 'propose-filing', { ...PROPOSAL, ...more });

  it('写明发生地；在本区域内、本区域的苏木乡镇内的能立案，以外的不能', () => {
    expect(asked({ region: null })).toMatchObject({ refused: 'no-region', cite: { article: 22 } });
    expect(asked({ region: idOf('区政府') })).toBeNull();
    expect(asked({ region: idOf('狼山镇') })).toBeNull();
    expect(asked(AWAY)).toMatchObject({ refused: 'jurisdiction', reason: expect.stringContaining('巴彦淖尔市人民政府') });
  });

  it('区域以外的须有指定管辖的机关、文号、日期和文书，缺一不可；指定在后的不能', () => {
    expect(asked({ ...AWAY, ...DESIGNATED })).toBeNull();
    for (const missing of ['designatedBy', 'designationNumber', 'designatedOn', 'designationPapers'])
      expect(asked({ ...AWAY, ...DESIGNATED, [missing]: null })).toMatchObject({ refused: 'jurisdiction' });
    expect(asked({ ...AWAY, ...DESIGNATED, designatedOn: '2026-06-01' })).toBeNull();
    expect(asked({ ...AWAY, ...DESIGNATED, designatedOn: '2026-06-02' })).toMatchObject({ refused: 'designated-ahead' });
  });

  it('指定管辖载入立案审批表', () => {
    const filed = clue()
      .does(handlerA, 'propose-filing', { ...PROPOSAL, ...AWAY, ...DESIGNATED })
      .does(head, 'file', { opinion: null, ...OWN });
    const form = filed.issued.find(({ kind }) => kind === 'CT14-立案审批表');
    expect(JSON.stringify(form?.facts)).toContain('巴市监指〔2026〕1号');
    expect(doubted(filed.state)).toEqual([]);
  });

  it('自有系统报来的照录：在区域以外又没有指定的，由规则F02判断；原案件只说了一句的照样', () => {
    const told = (more: Input) => clue().reports(machine, 'propose-filing', { ...PROPOSAL_ELSEWHERE, ...more }, '2026-06-01').state;
    expect(doubted(told({ jurisdiction: 'outside' }))).toEqual(['F02']);
    expect(doubted(told({ jurisdiction: null, ...AWAY }))).toEqual(['F02']);
    expect(doubted(told({ jurisdiction: null, ...AWAY, ...DESIGNATED, designationPapers: null }))).toEqual([]);
    expect(doubted(told({ jurisdiction: null, region: idOf('狼山镇') }))).toEqual([]);
    expect(doubted(told({}))).toEqual([]);
  });

  it('原来的记录只有一句话，照原意读出', () => {
    const handlers = [A, B];
    expect(placeInOneWord({ handlers, place: true })).toEqual({ handlers, jurisdiction: 'own' });
    expect(placeInOneWord({ handlers, place: false })).toEqual({ handlers, jurisdiction: 'outside' });
  });
});
