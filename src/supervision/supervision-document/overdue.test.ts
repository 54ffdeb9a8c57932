import { describe, expect, it } from 'vitest';
import { BAYANNUR_2026, type BaseState, type Json, SECOND_CITY } from '#law';
import { rehearse } from '#testing/rehearsal';
import { actor, idOf } from '#testing/rehearsal-city';
import { GROUND_LABELS, MEASURE_LABELS } from './model.ts';
import { aDraft, CITY_BUREAU, DONE, handling, KIND, lapsed, PASSED, received, rendered, STAGE, UNIT } from './testing.ts';

type Input = Readonly<Record<string, Json>>;
const measures = (measure: string, ground: string): Input => ({ measure, ground, content: '责令你单位限期改正。' });
const MAYOR = actor('市政府', 'government-leader', '副市长');
const LATE: Input = {
  results: [
    { no: 1, ...DONE },
    { no: 2, ...DONE },
  ],
  summary: '已全部处理。',
};

describe('逾期未处理的，由发文机关按行为的性质和程度作出处理（细则第二十二条第二款）', () => {
  it('只有发文机关主要负责人作出处理，事由属于该项措施', () => {
    expect(lapsed().tries(CITY_BUREAU.head, 'take-measures', measures('correct', 'not-handled'))).toBeNull();
    expect(lapsed().tries(CITY_BUREAU.deputy, 'take-measures', measures('correct', 'not-handled'))).toMatchObject({
      refused: 'wrong-role',
    });
    expect(lapsed().tries(CITY_BUREAU.head, 'take-measures', measures('correct', 'pointless'))).toMatchObject({
      refused: 'ground',
      cite: { article: 22, paragraph: 2 },
    });
  });

  it('尚在期限内，不能作出处理', () => {
    expect(
      handling(received()).on('2026-10-08').tries(CITY_BUREAU.head, 'take-measures', measures('correct', 'not-handled')),
    ).toMatchObject({
      refused: 'wrong-state',
    });
  });

  it.each(['revoke', 'change', 'confirm-unlawful', 'confirm-void'])('%s 应当先经政府决定', (measure) => {
    const ground = BAYANNUR_2026.measures.list.find((m) => m.id === measure)?.grounds[0]?.code ?? '';
    expect(lapsed().tries(CITY_BUREAU.head, 'take-measures', measures(measure, ground))).toMatchObject({ refused: 'government-first' });
    const asked = lapsed().does(CITY_BUREAU.head, 'request-government', { government: idOf('市政府'), measure, words: '请示' });
    expect(KIND.participants(asked.state)).toContainEqual({ organisationId: idOf('市政府'), as: 'government' });
    const approved = asked.does(MAYOR, 'government-decision', { outcome: 'approved', number: '巴政〔2026〕5号', papers: [idOf('批复')] });
    expect(approved.tries(CITY_BUREAU.head, 'take-measures', measures(measure, ground))).toBeNull();
    const refused = asked.does(MAYOR, 'government-decision', { outcome: 'refused', papers: [idOf('批复')] });
    expect(refused.tries(CITY_BUREAU.head, 'take-measures', measures(measure, ground))).toMatchObject({ refused: 'government-first' });
  });

  it('政府决定的是一项措施，不能用于另一项；请示的只能是人民政府', () => {
    const asked = lapsed().does(CITY_BUREAU.head, 'request-government', { government: idOf('市政府'), measure: 'change', words: '请示' });
    const approved = asked.does(MAYOR, 'government-decision', { outcome: 'approved', papers: [idOf('批复')] });
    expect(approved.tries(CITY_BUREAU.head, 'take-measures', measures('revoke', 'facts'))).toMatchObject({ refused: 'government-first' });
    const wrong = { government: idOf('市公安局'), measure: 'revoke', words: '请示' };
    expect(lapsed().tries(CITY_BUREAU.head, 'request-government', wrong)).toMatchObject({ refused: 'not-government' });
  });

  it('请示的措施和政府决定，处理决定送达以前不告诉被监督单位；政府看得见；与决定不一致的始终不告诉', () => {
    const asked = lapsed().does(CITY_BUREAU.head, 'request-government', { government: idOf('市政府'), measure: 'revoke', words: '请示' });
    const seenBy = (party: string, s: BaseState) => JSON.stringify(KIND.shown?.(s, (of) => of === party));
    for (const party of ['issuer', 'government']) expect(seenBy(party, asked.state), party).toContain('"measure":"revoke"');
    for (const party of ['addressee', 'bureau', 'concerned', 'copied']) expect(seenBy(party, asked.state), party).not.toContain('revoke');
    expect([KIND.lifecycle['request-government']?.inside, KIND.lifecycle['government-decision']?.inside]).toEqual(['issuer', 'issuer']);
    const ground = BAYANNUR_2026.measures.list.find((m) => m.id === 'revoke')?.grounds[0]?.code ?? '';
    const decided = asked
      .does(MAYOR, 'government-decision', { outcome: 'approved', number: '巴政〔2026〕5号', papers: [idOf('批复')] })
      .does(CITY_BUREAU.head, 'take-measures', measures('revoke', ground));
    expect(seenBy('addressee', decided.state)).not.toContain('revoke');
    const sealed = rendered(rendered(decided, false).does(CITY_BUREAU.sealKeeper, 'seal'), true);
    expect(seenBy('addressee', sealed.state)).not.toContain('revoke');
    expect(seenBy('addressee', sealed.does(CITY_BUREAU.supervisorA, 'serve').state)).toContain('"measure":"revoke"');
    const refused = asked.does(MAYOR, 'government-decision', { outcome: 'refused', papers: [idOf('批复')] });
    const other = refused.does(CITY_BUREAU.head, 'take-measures', measures('correct', 'not-handled'));
    const served = rendered(rendered(other, false).does(CITY_BUREAU.sealKeeper, 'seal'), true).does(CITY_BUREAU.supervisorA, 'serve');
    expect(seenBy('addressee', served.state)).not.toContain('revoke');
  });

  it('请示本级人民政府或者市人民政府，不请示别处的人民政府', () => {
    const to = (government: string) =>
      lapsed().tries(CITY_BUREAU.head, 'request-government', { government: idOf(government), measure: 'revoke', words: '请示' });
    expect(to('市政府')).toBeNull();
    expect(to('区政府')).toMatchObject({ refused: 'other-government' });
  });

  it('本市规则参数没有的措施不能采取', () => {
    const stage = { ...STAGE, profile: SECOND_CITY };
    const at = handling(received('2026-09-01', {}, stage)).on('2026-09-17');
    expect(at.state.status).toBe('lapsed');
    expect(at.tries(CITY_BUREAU.head, 'take-measures', measures('perform', 'not-performing'))).toMatchObject({
      refused: 'no-such-measure',
    });
    expect(at.tries(CITY_BUREAU.head, 'take-measures', measures('correct', 'not-handled'))).toBeNull();
  });

  it('措施和事由的名称与各市规则参数一致', () => {
    for (const { measures: m } of [BAYANNUR_2026, SECOND_CITY])
      for (const measure of m.list) {
        expect(Object.keys(MEASURE_LABELS)).toContain(measure.id);
        for (const ground of measure.grounds) expect(Object.keys(GROUND_LABELS)).toContain(ground.code);
      }
  });

  it('处理决定送达前可以撤回，文号作废，原文书仍为逾期未处理；送达后只能以关联文书更正或者撤销', () => {
    const decided = lapsed().does(CITY_BUREAU.head, 'take-measures', measures('correct', 'not-handled'));
    expect(decided.tries(CITY_BUREAU.deputy, 'withdraw-decision', { reason: '事由有误' })).toMatchObject({ refused: 'wrong-role' });
    expect(decided.tries(CITY_BUREAU.deputy, 'withdraw', { reason: '原文书已送达' })).toMatchObject({ refused: 'wrong-state' });
    const back = decided.does(CITY_BUREAU.head, 'withdraw-decision', { reason: '事由有误' });
    expect(back.state).toMatchObject({ status: 'lapsed', decision: null, measures: null, letter: { receipt: { on: '2026-09-01' } } });
    expect(back.clocks().find((c) => c.clock === 'KS-48')).toMatchObject({ stoppedOn: null });
    expect(back.tries(CITY_BUREAU.head, 'take-measures', measures('correct', 'not-handled'))).toBeNull();
    const sealed = rendered(rendered(decided, false).does(CITY_BUREAU.sealKeeper, 'seal'), true);
    expect(sealed.tries(CITY_BUREAU.head, 'withdraw-decision', { reason: '事由有误' })).toBeNull();
    const replace = { by: idOf('新文书'), effect: 'replaces', reason: '决定有误' };
    expect(sealed.tries(CITY_BUREAU.head, 'replace', replace)).toMatchObject({ refused: 'wrong-state' });
    const servedOut = sealed.does(CITY_BUREAU.supervisorA, 'serve');
    expect(servedOut.tries(CITY_BUREAU.head, 'withdraw-decision', { reason: '晚了' })).toMatchObject({ refused: 'wrong-state' });
    const performing = servedOut.does(UNIT.receiver, 'receive');
    const performed = performing.does(UNIT.head, 'report-performance', { summary: '已履行。' });
    for (const at of [servedOut, performing, performed])
      expect(at.does(CITY_BUREAU.head, 'replace', replace).state.status).toBe('replaced');
  });

  it('请示政府、提请司法行政部门处理期间，原文书也可以更正或者撤销', () => {
    const asked = lapsed().does(CITY_BUREAU.head, 'request-government', { government: idOf('市政府'), measure: 'revoke', words: '请示' });
    const replace = { by: idOf('新文书'), effect: 'replaces', reason: '原文书有误' };
    expect(asked.tries(CITY_BUREAU.head, 'replace', replace)).toBeNull();
    expect(asked.tries(CITY_BUREAU.head, 'replace', { ...replace, by: idOf('无关文书') })).toMatchObject({ refused: 'not-follower' });
  });

  it('处理决定同样用印、送达、签收，履行后办结', () => {
    const decided = lapsed().does(CITY_BUREAU.head, 'take-measures', measures('correct', 'not-handled'));
    expect(decided.says).toMatch(/^已作出处理决定，文号巴司执监决〔2026〕\d+号；等待用印。$/);
    expect(decided.tries(CITY_BUREAU.sealKeeper, 'seal')).toMatchObject({ refused: 'not-rendered' });
    const sealed = rendered(decided, false).does(CITY_BUREAU.sealKeeper, 'seal');
    expect(sealed.tries(CITY_BUREAU.supervisorA, 'serve')).toMatchObject({ refused: 'not-sealed' });
    const performing = rendered(sealed, true).does(CITY_BUREAU.supervisorA, 'serve').does(UNIT.receiver, 'receive');
    expect(performing.state.status).toBe('performing');
    const ended = performing
      .does(UNIT.head, 'report-performance', { summary: '已履行。' })
      .does(CITY_BUREAU.head, 'conclude', { conclusion: 'performed', reason: '经核查已履行。' });
    expect(ended.state.status).toBe('closed');
    expect(ended.clocks().find((c) => c.clock === 'KS-28')).toBeUndefined();
  });

  it('第二市启用履行报告期限，自处理决定签收起二十日', () => {
    const stage = { ...STAGE, profile: SECOND_CITY };
    const lapsedThere = handling(received('2026-09-01', {}, stage)).on('2026-09-17');
    const decided = lapsedThere.does(CITY_BUREAU.head, 'take-measures', measures('correct', 'not-handled'));
    const sealed = rendered(rendered(decided, false).does(CITY_BUREAU.sealKeeper, 'seal'), true);
    const performing = sealed.does(CITY_BUREAU.supervisorA, 'serve').does(UNIT.receiver, 'receive');
    expect(performing.clocks().find((c) => c.clock === 'KS-28')?.dueOn).toBe('2026-10-08');
  });
});

describe('逾期以后', () => {
  it('逾期报告记为逾期；全部销号后可以办结，但要写明不再处理的理由，由领导决定', () => {
    const late = lapsed().does(UNIT.head, 'late-report', LATE).does(CITY_BUREAU.supervisorB, 'verify', PASSED);
    expect(late.tries(CITY_BUREAU.supervisorB, 'close')).toMatchObject({ refused: 'wrong-state' });
    expect(late.tries(CITY_BUREAU.supervisorB, 'close-late', { reason: '轻微' })).toMatchObject({ refused: 'wrong-role' });
    const ended = late.does(CITY_BUREAU.deputy, 'close-late', { reason: '逾期一日，已全部纠正，情节轻微。' });
    expect(ended.state).toMatchObject({ status: 'closed', lapsedOn: '2026-10-09' });
    expect(ended.clocks().find((c) => c.clock === 'KS-01')).toMatchObject({ dueOn: '2026-10-08', stoppedOn: '2026-10-09' });
  });

  it('逾期报告应当逐项有结果', () => {
    expect(lapsed().tries(UNIT.head, 'late-report', { summary: '…' })).toMatchObject({ refused: 'unanswered' });
    expect(lapsed().tries(UNIT.head, 'late-report', LATE)).toBeNull();
  });

  it('催办函可以在期限内外发出，不改变期限', () => {
    const before = handling(received());
    const reminded = before.does(CITY_BUREAU.supervisorA, 'remind', {});
    expect(reminded.clocks()).toEqual(before.clocks());
    expect(reminded.issued.at(-1)).toMatchObject({ kind: 'DOC-13', name: '催办函' });
    expect(lapsed().tries(CITY_BUREAU.supervisorA, 'remind', {})).toBeNull();
  });

  it('部门法制机构制发的，逾期后提请同级司法行政部门处理', () => {
    const legal = actor('市交通局', 'legal-office', '法制员');
    const boss = actor('市交通局', 'head', '局长');
    const second = actor('市交通局', 'deputy-head', '副局长');
    const team = { receiver: actor('交通支队', 'receiver', '收文员'), head: actor('交通支队', 'head', '支队长') };
    const signed = rehearse(KIND, STAGE, '2026-08-31')
      .does(legal, 'draft', aDraft({ addressee: idOf('交通支队'), reportTo: idOf('市司法局') }))
      .does(legal, 'submit')
      .does(second, 'check')
      .does(second, 'review')
      .does(boss, 'sign')
      .does(second, 'seal-by-hand', { scan: [idOf('扫描件')] })
      .does(legal, 'serve')
      .on('2026-09-01')
      .does(team.receiver, 'receive');
    const late = signed.on('2026-10-09');
    expect(late.state.status).toBe('lapsed');
    expect(late.tries(boss, 'take-measures', measures('correct', 'not-handled'))).toMatchObject({ refused: 'decision-off' });
    const referred = late.does(boss, 'refer', { reason: '逾期未处理' });
    expect(referred.tasks()).toMatchObject([{ act: 'conclude-referral', organisationId: idOf('市司法局') }]);
    expect(referred.does(CITY_BUREAU.head, 'conclude-referral', { outcome: '已另行制发意见书。' }).state.status).toBe('closed');
    expect(lapsed().tries(CITY_BUREAU.head, 'refer', { reason: '…' })).toMatchObject({ refused: 'own-measures' });
  });
});
