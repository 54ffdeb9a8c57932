import { describe, expect, it } from 'vitest';
import { SECOND_CITY } from '#law';
import { rehearse } from '#testing/rehearsal';
import { actor, idOf } from '#testing/rehearsal-city';
import { aDraft, CITY_BUREAU, handling, KIND, received, rendered, STAGE, UNIT } from './testing.ts';

describe('复核只在本市规则参数启用时受理（待核定）', () => {
  const OBJECTION = { grounds: '事实认定有误' };
  const inSecondCity = handling(received('2026-09-01', {}, { ...STAGE, profile: SECOND_CITY }));

  it('巴彦淖尔市未启用；第二市启用', () => {
    expect(handling(received()).tries(UNIT.head, 'object', OBJECTION)).toMatchObject({ refused: 'review-off' });
    expect(inSecondCity.tries(UNIT.head, 'object', OBJECTION)).toBeNull();
  });

  it('复核由其他监督人员办理，期间不停止计算期限', () => {
    const objected = inSecondCity.does(UNIT.head, 'object', OBJECTION);
    expect(objected.tries(UNIT.head, 'object', OBJECTION)).toMatchObject({ refused: 'objected' });
    const result = { result: 'upheld', reason: '原文书事实清楚' };
    for (const took of [CITY_BUREAU.supervisorA, CITY_BUREAU.supervisorB, CITY_BUREAU.checker])
      expect(objected.tries(took, 'decide-objection', result)).toMatchObject({ refused: 'took-part' });
    const decided = objected.does(CITY_BUREAU.supervisorC, 'decide-objection', result);
    expect(decided.tries(CITY_BUREAU.supervisorC, 'decide-objection', result)).toMatchObject({ refused: 'no-objection' });
    expect(objected.clocks().find((c) => c.clock === 'KS-01')).toMatchObject({ dueOn: '2026-09-16', stoppedOn: null });
    expect(objected.on('2026-09-17').state.status).toBe('lapsed');
  });
});

describe('对垂直领导单位的函件（行政执法监督条例第四十二条第二款）', () => {
  const letter = {
    type: 'inquiry',
    addressee: idOf('市税务局'),
    reportTo: null,
    basisLevel: 'law',
    basis: '《中华人民共和国行政处罚法》第七十五条',
  };
  const reviewed = rehearse(KIND, STAGE, '2026-08-31')
    .does(CITY_BUREAU.supervisorA, 'draft', aDraft(letter))
    .does(CITY_BUREAU.supervisorA, 'submit')
    .does(CITY_BUREAU.supervisorB, 'check')
    .does(CITY_BUREAU.checker, 'review');
  const received = rendered(rendered(reviewed.does(CITY_BUREAU.head, 'sign'), false).does(CITY_BUREAU.sealKeeper, 'seal'), true)
    .does(CITY_BUREAU.supervisorA, 'serve')
    .does(actor('市税务局', 'receiver', '收文员'), 'receive');

  it('由主要负责人签发', () => {
    expect(reviewed.tries(CITY_BUREAU.deputy, 'sign')).toMatchObject({ refused: 'head-only' });
    expect(reviewed.tries(CITY_BUREAU.head, 'sign')).toBeNull();
  });

  it('没有法定期限，不计时，不逾期，不采取处理措施', () => {
    expect(received.state.status).toBe('answering');
    expect(received.clocks().map((c) => c.clock)).toEqual(['KS-46']);
    const later = received.on('2026-12-31');
    expect(later.state.status).toBe('answering');
    const measure = { measure: 'correct', ground: 'not-handled', content: '责令改正' };
    expect(later.tries(CITY_BUREAU.head, 'take-measures', measure)).toMatchObject({ refused: 'wrong-state' });
  });

  it('复函登记后归档', () => {
    const answered = received.does(actor('市税务局', 'receiver', '收文员'), 'answer', { words: '情况属实。' });
    expect(answered.does(CITY_BUREAU.supervisorA, 'close-letter', { reason: '已核实' }).state.status).toBe('closed');
  });
});
