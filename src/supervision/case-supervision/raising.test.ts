import { describe, expect, it } from 'vitest';
import { type ActingPost, SECOND_CITY } from '#law';
import { rehearse } from '#testing/rehearsal';
import { actor, idOf } from '#testing/rehearsal-city';
import type { SupervisionCase } from './model.ts';
import { A, aClue, B, BUREAU, CITY_SUPERVISOR, DOCUMENT, established, filed, KIND, NEW, ON_SITE, proposed, STAGE } from './testing.ts';

const CITY_HEAD = actor('市司法局', 'head', '局长');
const CITY_DEPUTY = actor('市司法局', 'deputy-head', '副局长');
const BANNER_HEAD = actor('旗司法局', 'head', '局长');
const BANNER_SUPERVISOR = actor('旗司法局', 'supervisor', '监督员');
const UP = { handlers: [A], reason: '影响重大' };
const OVER = { to: idOf('旗司法局'), reason: '便于查明' };
const stateOf = (r: { readonly state: unknown }): SupervisionCase => r.state as SupervisionCase;

describe('提级、指定：自立案起，由上一级司法行政部门决定（行政执法监督条例，条款待核定）', () => {
  it.each<[string, ActingPost, string | null]>([
    ['上一级司法行政部门主要负责人', CITY_HEAD, null],
    ['上一级司法行政部门分管领导', CITY_DEPUTY, null],
    ['上一级监督员', CITY_SUPERVISOR, 'wrong-role'],
    ['承办机关自己', BUREAU.head, 'not-upper-bureau'],
    ['同级另一旗县区', BANNER_HEAD, 'not-upper-bureau'],
    ['被监督单位', actor('区市场监管局', 'head', '局长'), 'not-upper-bureau'],
  ])('%s', (_, by, refused) => {
    for (const [act, input] of [
      ['take-up', UP],
      ['designate', OVER],
    ] as const) {
      const answer = filed().tries(by, act, input);
      if (refused === null) expect(answer).toBeNull();
      else expect(answer).toMatchObject({ refused, cite: { instrument: '行政执法监督条例' } });
    }
  });

  it('立案以前、结案以后不能提级、指定', () => {
    expect(proposed().tries(CITY_HEAD, 'take-up', UP)).toMatchObject({ refused: 'wrong-state' });
    const closed = filed().does(BUREAU.deputy, 'no-problem', { reason: '…' });
    expect(closed.tries(CITY_HEAD, 'designate', OVER)).toMatchObject({ refused: 'wrong-state' });
    expect(established().tries(CITY_HEAD, 'take-up', UP)).toBeNull();
  });

  it('提级后由上级机关承办，原机关不再办理，只知其状态；期限照计', () => {
    const up = filed().on('2026-06-10').does(CITY_HEAD, 'take-up', UP);
    expect(stateOf(up)).toMatchObject({ status: 'inquiry', organId: idOf('市司法局'), handlerIds: [A], number: '临司执监立〔2026〕3号' });
    expect(KIND.homeId(up.state)).toBe(idOf('市司法局'));
    expect(KIND.participants(up.state)).toEqual([
      { organisationId: idOf('市司法局'), as: 'organ' },
      { organisationId: idOf('区司法局'), as: 'former' },
    ]);
    expect(up.tries(BUREAU.supervisorA, 'refusal', { person: '某', facts: '…' })).toMatchObject({ refused: 'wrong-role' });
    expect(up.tries(CITY_SUPERVISOR, 'refusal', { person: '某', facts: '…' })).toBeNull();
    expect(up.clocks().find((c) => c.clock === 'KS-45')).toMatchObject({ dueOn: '2026-07-31', stoppedOn: null });
    expect(filed().tries(CITY_HEAD, 'take-up', { ...UP, handlers: [NEW] })).toMatchObject({ refused: 'no-certificate' });
  });

  it('指定另一下级机关，由其确定承办人；不能指定原机关、部门、别人的下级', () => {
    const tries = (to: string) => filed().tries(CITY_HEAD, 'designate', { ...OVER, to: idOf(to) });
    expect(tries('区司法局')).toMatchObject({ refused: 'own-organ' });
    expect(tries('区市场监管局')).toMatchObject({ refused: 'not-lower-bureau' });
    expect(tries('市司法局')).toMatchObject({ refused: 'not-lower-bureau' });
    const over = filed().does(CITY_HEAD, 'designate', OVER);
    expect(stateOf(over)).toMatchObject({ organId: idOf('旗司法局'), handlerIds: [] });
    expect(over.tasks()).toContainEqual(expect.objectContaining({ act: 'appoint', organisationId: idOf('旗司法局') }));
    expect(over.tries(BANNER_SUPERVISOR, 'appoint', { handlers: [A] })).toMatchObject({ refused: 'wrong-role' });
    const ready = over.does(BANNER_HEAD, 'appoint', { handlers: [A] });
    expect(ready.tasks().some((t) => t.act === 'appoint')).toBe(false);
    expect(ready.tries(BANNER_SUPERVISOR, 'check-on-site', ON_SITE)).toBeNull();
  });
});

describe('回避：监督人员未承办、未审核该执法行为', () => {
  it('登记人自己是承办、审核人员的，由其他监督人员登记', () => {
    const start = rehearse(KIND, STAGE, '2026-06-01');
    expect(start.tries(BUREAU.supervisorA, 'open', aClue({ involved: [A] }))).toMatchObject({
      refused: 'recusal',
      cite: { article: 9, item: 5 },
    });
    expect(start.tries(BUREAU.supervisorB, 'open', aClue({ involved: [A] }))).toBeNull();
  });

  it.each([
    ['decline', { reason: '…' }, proposed],
    ['suspend', { reason: '…' }, filed],
    ['no-problem', { reason: '…' }, filed],
    ['exempt', { problems: [{ no: 1 }], reason: '…' }, established],
    ['link-document', { document: DOCUMENT, problems: [{ no: 1 }] }, established],
  ] as const)('分管领导、监督员补记为审核人员后，不能办理 %s', (act, input, at) => {
    const by = act === 'link-document' ? BUREAU.supervisorB : BUREAU.deputy;
    expect(at().tries(by, act, input)).toBeNull();
    const involved = at().does(BUREAU.supervisorA, 'add-involved', { involved: [by.officerId ?? ''] });
    expect(involved.tries(by, act, input)).toMatchObject({ refused: 'recusal' });
  });

  it('承办人补记为回避人员的，退出承办，另行确定', () => {
    const left = filed().does(BUREAU.deputy, 'add-involved', { involved: [A, B] });
    expect(stateOf(left).handlerIds).toEqual([]);
    expect(left.tasks()).toContainEqual(expect.objectContaining({ act: 'appoint', organisationId: idOf('区司法局') }));
    expect(left.tries(BUREAU.deputy, 'appoint', { handlers: [A] })).toMatchObject({ refused: 'recusal' });
    expect(left.tries(BUREAU.deputy, 'add-involved', { involved: [A] })).toMatchObject({ refused: 'known' });
  });
});

describe('KS-45 六十日，可以延长一次三十日（内部提醒）', () => {
  it('延长后自立案起共九十日；只延长一次；第二市没有延长的规定', () => {
    const longer = filed().on('2026-07-20').does(BUREAU.deputy, 'extend', { reason: '案情复杂' });
    expect(longer.clocks().filter((c) => c.clock.startsWith('KS-45'))).toEqual([
      { clock: 'KS-45', key: '', dueOn: '2026-07-31', stoppedOn: '2026-07-20' },
      { clock: 'KS-45-extended', key: '', dueOn: '2026-08-31', stoppedOn: null },
    ]);
    expect(longer.tries(BUREAU.deputy, 'extend', { reason: '再延' })).toMatchObject({ refused: 'extended' });
    expect(filed().tries(BUREAU.supervisorA, 'extend', { reason: '…' })).toMatchObject({ refused: 'wrong-role' });
    const there = rehearse(KIND, { ...STAGE, profile: SECOND_CITY }, '2026-06-01')
      .does(BUREAU.supervisorA, 'open', aClue())
      .does(BUREAU.supervisorA, 'propose-filing', { opinion: '立案' })
      .does(BUREAU.deputy, 'file', { handlers: [A, B] });
    expect(there.tries(BUREAU.deputy, 'extend', { reason: '…' })).toMatchObject({ refused: 'no-extension' });
  });
});

describe('参与执法检查（细则第八条第七项、第九条第一项）', () => {
  const JOINED = {
    inspection: '临市监检通〔2026〕3号',
    place: '市场',
    time: '09:00至11:00',
    found: '检查过程规范。',
    officers: [A, B],
    inspectors: [idOf('执法员一'), idOf('执法员二')],
  };

  it('监督人员不计入执法检查人员；同样不少于两人持证', () => {
    expect(filed().tries(BUREAU.supervisorA, 'join-inspection', JOINED)).toBeNull();
    expect(filed().tries(BUREAU.supervisorA, 'join-inspection', { ...JOINED, inspectors: [A, idOf('执法员二')] })).toMatchObject({
      refused: 'as-inspector',
      cite: { instrument: '实施细则', article: 8, item: 7 },
    });
    expect(filed().tries(BUREAU.supervisorA, 'join-inspection', { ...JOINED, officers: [A] })).toMatchObject({ refused: 'two-on-site' });
  });

  it('记为现场记录，编入证据，生成记录', () => {
    const joined = filed().does(BUREAU.supervisorA, 'join-inspection', JOINED);
    expect(stateOf(joined).gathered).toMatchObject([
      { onSite: true, isEvidence: true, title: '参与执法检查记录（临市监检通〔2026〕3号）' },
    ]);
    expect(joined.issued.at(-1)).toMatchObject({ kind: 'DOC-3', name: '参与执法检查监督记录' });
  });
});
