import { describe, expect, it } from 'vitest';
import { asking } from '#testing/asking';
import type { Rehearsal } from '#testing/rehearsal';
import { ORDINARY_PENALTY } from './kind.ts';
import { openSamples } from './lifecycle/samples.ts';
import type { OrdinaryPenalty } from './model.ts';
import { A, CAST, type Input, investigated, SAMPLE, SETTLE_SAMPLE, TERMINATE } from './testing.ts';
import { listsOfOrdinaryPenalty } from './web/form-lists.ts';
import { startsOfOrdinaryPenalty } from './web/form-starts.ts';

const { handlerA, deputy, head, machine } = CAST;
const TWO: Input = {
  ...SAMPLE,
  samples: [
    { name: '酱油', batch: null, base: null, quantity: '6瓶' },
    { name: '食醋', batch: null, base: null, quantity: '3瓶' },
  ],
};
const KEPT: Input = { ...TWO, keptAt: '机关物证室', keeper: '物证保管员' };
const state = (r: Rehearsal) => r.state as OrdinaryPenalty;
const sampled = (input = TWO) => investigated().does(handlerA, 'sample', input);
type Line = readonly [no: number, how: string];
const ends = (...lines: readonly Line[]): Input => ({
  ...SETTLE_SAMPLE,
  samples: lines.map(([no, how]) => ({ no, how, to: null })),
});
const settle = (at: Rehearsal, ...lines: readonly Line[]) => at.does(deputy, 'settle-sample', ends(...lines));
/** Ended without a decision, so that only what was sampled keeps it open. */
const ended = (at: Rehearsal) => at.does(head, 'terminate', TERMINATE);
const closing = (at: Rehearsal) => ended(at).tries(head, 'close', { summary: '同意结案。' });
const todos = (at: Rehearsal) => at.tasks().flatMap((t) => (t.act === 'settle-sample' || t.act === 'dispose-goods' ? [t.title] : []));

describe('抽样取证的样品：检验结论、退还、销毁、消耗（处罚法第五十六条）', () => {
  it('逐件编号，逐件登记去向；没有这一件、已经处理、填写两次的不办', () => {
    const one = settle(sampled(), [1, 'consumed']);
    expect(state(one).samples).toMatchObject([
      { no: 1, name: '酱油', ended: { on: '2026-06-01', how: 'consumed' } },
      { no: 2, name: '食醋', ended: null },
    ]);
    const trying = (...lines: readonly Line[]) => one.tries(deputy, 'settle-sample', ends(...lines));
    expect(trying([1, 'returned'])).toMatchObject({ refused: 'no-sample', cite: { article: 56 } });
    expect(trying([3, 'returned'])).toMatchObject({ refused: 'no-sample' });
    expect(trying([2, 'returned'], [2, 'destroyed'])).toMatchObject({ refused: 'sample-twice' });
    expect(trying([2, 'returned'])).toBeNull();
    expect(one.offers(handlerA, 'settle-sample')).toMatchObject({ refused: 'wrong-role' });
    expect(one.offers(deputy, 'settle-sample')).toBeNull();
    expect(settle(one, [2, 'returned']).offers(deputy, 'settle-sample')).toMatchObject({ refused: 'no-sample' });
  });

  it('抽样人员列入取证人员：报来只有一人的，由规则S09判断（第四十二条）', () => {
    const told = investigated().reports(machine, 'sample', { ...TWO, officers: [A] }, '2026-06-01');
    expect(state(told).told?.deeds.at(-1)).toEqual({ what: '抽样取证', on: '2026-06-01', officerIds: [A] });
  });

  it('再次抽样接着编号；处理日期不早于抽样日期', () => {
    const again = sampled().on('2026-06-03').does(handlerA, 'sample', SAMPLE);
    expect(state(again).samples?.map(({ no }) => no)).toEqual([1, 2, 3]);
    const on = (day: string) => again.tries(deputy, 'settle-sample', ends([3, 'returned']), { on: day });
    expect([on('2026-06-02'), on('2026-06-03')]).toMatchObject([{ refused: 'sample-before' }, null]);
  });

  it('处理通知书写明结论和每件的处理，交当事人；没有单独文号', () => {
    const paper = settle(sampled(), [1, 'consumed'], [2, 'returned']).issued.at(-1);
    expect(paper).toMatchObject({ kind: 'CT14-抽样取证物品处理通知书', numbered: false });
    expect(paper?.inside).toBeUndefined();
    const words = JSON.stringify(paper?.facts);
    for (const said of ['氨基酸态氮不符合标准', '["1","酱油","6瓶","检验消耗"]', '["2","食醋","3瓶","退还当事人"]', '2026年6月1日'])
      expect(words).toContain(said);
  });

  it('没有处理完的不能结案，处理完的可以；自有系统已经结案的照录（规则参数，待核定）', () => {
    const half = settle(sampled(), [1, 'consumed']);
    expect(closing(half)).toMatchObject({
      refused: 'samples',
      cite: { article: 56 },
      reason: expect.stringContaining('2号食醋（规则参数，待核定）'),
    });
    expect(closing(settle(half, [2, 'returned']))).toBeNull();
    expect(closing(half.under(asking('closing.samples-settled', 0)))).toBeNull();
    expect(ended(half).tries(machine, 'close', { summary: '同意结案。' }, { reported: true })).toBeNull();
    expect(todos(half)).toEqual([]);
    expect(todos(ended(half))).toEqual(['登记抽样取证样品的检验结论和去向（1件）']);
  });

  it('处理表单先列出没有处理的样品和名称', () => {
    const at = state(settle(sampled(), [1, 'consumed'])) as never;
    expect(startsOfOrdinaryPenalty(at, 'settle-sample')).toEqual({ samples: [{ no: 2 }] });
    expect(listsOfOrdinaryPenalty(at, 'settle-sample', {})).toEqual({
      'samples.no': [
        { value: '1', label: '1. 酱油（6瓶）', closed: '已经处理' },
        { value: '2', label: '2. 食醋（3瓶）' },
      ],
    });
  });
});

describe('由本机关保管的样品进入涉案财物台账（处罚法第七十四条）', () => {
  it('写明地点和保管人的进入，直接送检的不进入；只填一半的不办', () => {
    expect(state(sampled(KEPT)).goods).toMatchObject([
      { no: 1, name: '酱油', origin: 'sampled', place: '机关物证室', keeper: '物证保管员', ended: null },
      { no: 2, name: '食醋' },
    ]);
    expect(state(sampled()).goods).toEqual([]);
    expect(investigated().tries(handlerA, 'sample', { ...KEPT, keeper: null })).toMatchObject({ refused: 'half-kept' });
  });

  it('处理以后台账随之注销；移交、返还也可以直接在台账办，不必再登记一次', () => {
    const one = settle(sampled(KEPT), [1, 'consumed']);
    expect(state(one).goods).toMatchObject([{ ended: { on: '2026-06-01', how: 'consumed' } }, { ended: null }]);
    expect(todos(ended(one))).toEqual(['登记抽样取证样品的检验结论和去向（1件）']);
    const back = { things: [{ no: 2 }], how: 'returned', to: '当事人', reason: '检验合格，返还。', late: null, papers: null };
    const both = one.does(deputy, 'dispose-goods', back);
    expect([openSamples(state(both)), closing(both)]).toEqual([[], null]);
  });

  it('先前登记的抽样没有保管地点，仍逐件等候处理', () => {
    const { keptAt: _, keeper: __, ...old } = SAMPLE;
    const frame = { legalDate: '2026-06-01', mode: 'performed', recordedAt: '2026-06-01T01:00:00.000Z', doubts: [], files: [] };
    const folded = ORDINARY_PENALTY.folds.sample(state(investigated()), old as never, frame as never);
    expect([openSamples(folded), folded.goods]).toMatchObject([[{ no: 1, name: '酱油', goodNo: null }], []]);
  });
});
