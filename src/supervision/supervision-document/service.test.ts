import { describe, expect, it } from 'vitest';
import { idOf } from '#testing/rehearsal-city';
import { CITY_BUREAU, KIND, received, rendered, served, signed, UNIT } from './testing.ts';

const SCAN = { scan: [idOf('扫描件')] };
const relations = (state: Parameters<typeof KIND.participants>[0]) => KIND.participants(state).map((p) => p.as);

describe('未用印的文书不得送达', () => {
  it('文书生成后才能用印，签发人本人不得用印', () => {
    expect(signed().tries(CITY_BUREAU.sealKeeper, 'seal')).toMatchObject({ refused: 'not-rendered' });
    expect(rendered(signed(), false).tries(CITY_BUREAU.sealKeeper, 'seal')).toBeNull();
    expect(rendered(signed(), false).tries(CITY_BUREAU.head, 'seal')).toMatchObject({ refused: 'own-seal' });
  });

  it('电子用印后，用印文书有摘要才能送达', () => {
    const sealed = rendered(signed(), false).does(CITY_BUREAU.sealKeeper, 'seal');
    expect(sealed.tries(CITY_BUREAU.supervisorA, 'serve')).toMatchObject({ refused: 'not-sealed', cite: { article: 22, paragraph: 1 } });
    expect(rendered(sealed, true).tries(CITY_BUREAU.supervisorA, 'serve')).toBeNull();
  });

  it('手工用印并上传扫描件的，可以送达', () => {
    expect(signed().does(CITY_BUREAU.sealKeeper, 'seal-by-hand', SCAN).tries(CITY_BUREAU.supervisorA, 'serve')).toBeNull();
  });
});

describe('送达以前文书只属于发文机关', () => {
  it('送达以后收文单位和其同级司法行政部门才参与', () => {
    expect(relations(rendered(signed(), true).state)).toEqual(['issuer']);
    expect(relations(served({ copies: [idOf('区政府')], concerned: idOf('派驻中队') }).state)).toEqual([
      'issuer',
      'addressee',
      'bureau',
      'concerned',
      'copied',
    ]);
  });

  it('送达以前可以撤回，文号作废；送达以后只能以关联文书更正或者撤销', () => {
    const withdrawn = signed().does(CITY_BUREAU.deputy, 'withdraw', { reason: '主送单位有误' });
    expect(withdrawn.says).toBe('已撤回，文号巴司执监意〔2026〕5号作废。');
    expect(relations(withdrawn.state)).toEqual(['issuer']);
    expect(KIND.lifecycle['withdraw']?.documents).toBe('void');
    expect(served().tries(CITY_BUREAU.deputy, 'withdraw', { reason: '晚了' })).toMatchObject({ refused: 'wrong-state' });
    const replaced = received().does(CITY_BUREAU.head, 'replace', { by: idOf('新文书'), effect: 'replaces', reason: '要求变更' });
    expect(replaced.state.status).toBe('replaced');
  });

  it('新文书送达以前本文书仍然有效；无关的、别的机关的、没有的文书不能取代本文书', () => {
    const tries = (by: string) => received().tries(CITY_BUREAU.head, 'replace', { by: idOf(by), effect: 'replaces', reason: '要求变更' });
    for (const by of ['无关文书', '另一机关的文书', '没有的文书']) expect(tries(by)).toMatchObject({ refused: 'not-follower' });
    for (const by of ['尚未送达的新文书', '已撤回的新文书']) expect(tries(by)).toMatchObject({ refused: 'not-served' });
    expect(tries('新文书')).toBeNull();
  });

  it('只更正文字的，要求和期限不变', () => {
    const before = received();
    const noted = before.does(CITY_BUREAU.head, 'replace', { by: idOf('更正'), effect: 'notes', reason: '错字' });
    expect(noted.state.status).toBe('proposing');
    expect(noted.clocks()).toEqual(before.clocks());
  });
});

describe('签收', () => {
  it('收文员或者负责人签收，期限自签收次日起算；他人不能代签', () => {
    expect(served().tries(UNIT.head, 'receive')).toBeNull();
    expect(served().tries(CITY_BUREAU.supervisorA, 'receive')).toMatchObject({ refused: 'wrong-role' });
    expect(received('2026-09-03').state).toMatchObject({ status: 'proposing', letter: { receipt: { mode: 'system', on: '2026-09-03' } } });
  });

  it('平台签收三个工作日未办的提醒纸质送达；留置送达应当有见证人', () => {
    const waiting = served();
    expect(waiting.clocks()).toEqual([{ clock: 'KS-46', key: '', dueOn: '2026-09-03', stoppedOn: null }]);
    const slip = { receiver: '门卫', slip: [idOf('回证')] };
    expect(waiting.tries(CITY_BUREAU.supervisorA, 'serve-on-paper', { mode: 'left', ...slip })).toMatchObject({ refused: 'no-witness' });
    expect(waiting.tries(CITY_BUREAU.supervisorA, 'serve-on-paper', { mode: 'left', witness: '社区干部', ...slip })).toBeNull();
    const onPaper = waiting.on('2026-09-04').does(CITY_BUREAU.supervisorA, 'serve-on-paper', { mode: 'in-person', ...slip });
    expect(onPaper.clocks()).toEqual([
      { clock: 'KS-01', key: '', dueOn: '2026-10-08', stoppedOn: null },
      { clock: 'KS-46', key: '', dueOn: '2026-09-03', stoppedOn: '2026-09-04' },
    ]);
  });

  it('每次送达有送达回证，平台签收另存一份', () => {
    expect(
      received()
        .issued.filter((i) => i.kind === 'DOC-11')
        .map((i) => i.name),
    ).toEqual(['送达回证', '送达回证（平台签收）']);
  });
});
