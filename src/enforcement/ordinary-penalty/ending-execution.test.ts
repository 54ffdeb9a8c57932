import { describe, expect, it } from 'vitest';
import type { Json } from '#law';
import { ORDINARY_PENALTY } from './kind.ts';
import type { OrdinaryPenalty } from './model.ts';
import { A, CAST, DECIDE, deliberating, ENDING, FORFEIT, type Input, performing, ruled, sent } from './testing.ts';

const { handlerA, deputy, head } = CAST;
const ending = (more: Input, at = performing()) => at.tries(deputy, 'end-execution', { ...ENDING, ...more });
const closed = (r: ReturnType<typeof performing>) => (r.state as OrdinaryPenalty).endReason;

describe('终结执行只限法定情形，写明查明的情况，附证明材料（行政强制法第四十条）', () => {
  it('单位终止的可以；公民死亡与单位当事人不符的不可以；没有证明材料的填不成', () => {
    expect(ending({})).toBeNull();
    expect(ending({ cause: 'no-estate' })).toMatchObject({ refused: 'not-a-person', cite: { instrument: '行政强制法', article: 40 } });
    expect(() => ending({ papers: null })).toThrow();
    expect(() => ending({ cause: '与本局关系良好，不再追缴' })).toThrow();
    expect(performing().tries(handlerA, 'end-execution', ENDING)).toMatchObject({ refused: 'wrong-role' });
  });

  it('本机关认为需要终结的其他情形（第五项）写明查明的情况；法律、法规、规章另有规定的写明依据', () => {
    expect(ending({ cause: 'other' })).toBeNull();
    expect(() => ending({ cause: 'other', reason: null })).toThrow();
    expect(() => ending({ cause: 'other', papers: null })).toThrow();
    const told = performing().does(deputy, 'end-execution', { ...ENDING, cause: 'other', basis: '《某法》第十条', papers: [A] });
    expect(closed(told)).toContain('《某法》第十条');
  });

  it('标的灭失只适用于金钱以外还没有执行的处罚', () => {
    expect(ending({ cause: 'object-lost' })).toMatchObject({ refused: 'no-object' });
    const both = sent(deliberating({ ...FORFEIT }).does(head, 'decide', { ...DECIDE, ...FORFEIT }));
    expect(ending({ cause: 'object-lost' }, both)).toBeNull();
  });

  it('决定没有登记撤销的，不能以撤销终结', () => {
    expect(ending({ cause: 'revoked' })).toMatchObject({ refused: 'not-revoked' });
  });

  it('法院裁定不予受理、不予执行的可以；没有裁定、准予执行、上一级法院还没有裁定的不可以', () => {
    const byCourt = (at: ReturnType<typeof performing>) => ending({ cause: 'court-refused' }, at);
    expect(byCourt(performing())).toMatchObject({ refused: 'not-refused' });
    expect(byCourt(ruled('granted'))).toMatchObject({ refused: 'not-refused' });
    expect(byCourt(ruled('declined'))).toBeNull();
    const asked = ruled('refused').does(head, 'appeal-ruling', { on: '2026-12-28', court: '市中级人民法院', papers: null });
    expect(byCourt(asked)).toMatchObject({ refused: 'not-refused' });
    const upheld = asked.on('2027-01-20').does(handlerA, 'ruling', { ruling: 'refused', on: '2027-01-19', words: null });
    expect(byCourt(upheld)).toBeNull();
  });

  it('补录与当事人不符的，照录并作为疑点；审批表写明情形；先前只有文字的记录照旧', () => {
    expect(performing().tries(handlerA, 'end-execution', { ...ENDING, cause: 'no-estate' }, { reported: true })).toBeNull();
    const ended = performing().does(deputy, 'end-execution', { ...ENDING, papers: [A] });
    expect(JSON.stringify(ended.issued.findLast((d) => d.kind === 'CT14-终结执行审批表')?.facts)).toContain('第四十条第二项');
    expect(closed(ended)).toContain('第四十条第二项');
    const old: Json = { reason: '无财产可供执行' };
    const told = ORDINARY_PENALTY.upcasters?.['end-execution@1']?.(old);
    expect(told).toEqual({ cause: 'other', basis: null, papers: null, reason: '无财产可供执行' });
    const fold = ORDINARY_PENALTY.folds['end-execution'];
    expect(fold(performing().state as never, told as never, performing().stored.at(-1)?.frame as never).endReason).toBe('无财产可供执行');
  });
});
