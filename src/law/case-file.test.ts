import { describe, expect, it } from 'vitest';
import { bound, type CaseFilePlan, type CasePaper } from './case-file.ts';

const PLAN: Pick<CaseFilePlan<never>, 'sections' | 'behindLetter'> = {
  sections: [
    { volume: 'main', documents: ['决定书'], acts: [] },
    { volume: 'main', documents: ['告知书'], acts: ['放弃'] },
    { volume: 'main', documents: ['笔录'], acts: ['询问'] },
    { volume: 'side', documents: ['立案审批表'], acts: ['登记'] },
    { volume: 'side', documents: ['审核意见'], acts: [] },
  ],
  behindLetter: { documents: ['回证'], acts: ['送达'] },
};
const document = (kind: string, seq: number, more: Partial<CasePaper> = {}): CasePaper => ({
  ...{ of: 'document', kind, name: kind, number: null, seq, inside: false, ...more },
});
const file = (kind: string, seq: number, name: string, inside = false): CasePaper => ({
  ...{ of: 'file', kind, name, number: null, seq, inside },
});
const names = (papers: readonly CasePaper[], isOne = false) =>
  bound(PLAN, papers, isOne).map(({ volume, papers: own }) => [volume, own.map((p) => p.name)]);

const CASE = [
  file('登记', 1, '举报信'),
  document('立案审批表', 2, { inside: true }),
  document('笔录', 3),
  file('询问', 3, '签名的笔录'),
  document('审核意见', 4, { inside: true }),
  document('告知书', 5, { number: '罚告1号' }),
  document('回证', 7, { name: '告知书的回证' }),
  file('放弃', 8, '放弃声明'),
  document('决定书', 9, { number: '罚1号' }),
  file('送达', 11, '签收的回证'),
  document('回证', 11, { name: '决定书的回证' }),
];

describe('案卷的卷和次序', () => {
  it('决定书和它的回证在前，告知书和它的回证在后，签名的笔录跟着笔录；审批、审核意见入副卷', () => {
    expect(names(CASE)).toEqual([
      ['main', ['决定书', '决定书的回证', '签收的回证', '告知书', '告知书的回证', '放弃声明', '笔录', '签名的笔录']],
      ['side', ['举报信', '立案审批表', '审核意见']],
    ]);
  });

  it('内部文书即使没有列入次序，也入副卷，排在最后；对外的没有列入的排在正卷最后', () => {
    expect(names([document('新的审批表', 1, { inside: true }), ...CASE, document('新的通知', 12)])).toEqual([
      ['main', expect.arrayContaining(['新的通知'])],
      ['side', ['举报信', '立案审批表', '审核意见', '新的审批表']],
    ]);
    expect(names([...CASE, document('新的通知', 12)])[0]?.[1]?.at(-1)).toBe('新的通知');
    // 列在正卷的种类，一旦是内部的，不进正卷。
    expect(names([document('笔录', 1, { inside: true })])).toEqual([['side', ['笔录']]]);
  });

  it('回证之前没有编号的文书的，按自己的次序；没有材料的卷不出现', () => {
    expect(names([document('回证', 1)])).toEqual([['main', ['回证']]]);
    expect(names([])).toEqual([]);
    expect(names([], true)).toEqual([]);
  });

  it('参数定为一卷的，正卷材料在前，内部材料在后', () => {
    const [one, ...others] = names(CASE, true);
    expect([one?.[0], others]).toEqual(['main', []]);
    expect(one?.[1]?.slice(-3)).toEqual(['举报信', '立案审批表', '审核意见']);
  });
});
