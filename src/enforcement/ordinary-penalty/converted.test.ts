import { expect, it } from 'vitest';
import type { Json } from '#law';
import { keeperAlone } from './lifecycle/converted.ts';
import type { OrdinaryPenalty } from './model.ts';
import { A, B, CARRIED, CAST, converted, type Input } from './testing.ts';

const { handlerA, head } = CAST;
const TAKEN = { on: '2026-05-20', from: '当事人', to: '承办人甲', place: '证据柜', why: '取得' };
const TESTED = { on: '2026-05-22', from: '承办人甲', to: '检验员', place: '检验所', why: '送检' };
const BACK = { on: '2026-05-28', from: '检验员', to: '保管员', place: '物证室', why: '检验完毕' };
const LOOK = { on: '2026-05-25', who: '检验所人员', why: '检验', resealed: true };
const PIECE: Input = {
  ...{ kind: 'material', name: '电子秤', proves: '计量不准', source: '当事人', place: '摊位', on: '2026-05-20', how: 'obtained' },
  ...{ form: 'original', device: null, reviewed: null, published: null, checked: null, officers: [A, B], isLawful: true },
  ...{ unsigned: null, late: null, papers: null, custody: [TAKEN, TESTED, BACK], looks: [LOOK] },
};
const pieceOf = (pieces: readonly Input[]) => (converted({ pieces }).state as OrdinaryPenalty).evidence[0];

it('当场处罚转来的证据带入全部交接和查阅，不只是最后的保管人；没有保管人的没有交接（处罚法第四十六条）', () => {
  expect(pieceOf([PIECE])).toMatchObject({ name: '电子秤', custody: [TAKEN, TESTED, BACK], looks: [LOOK] });
  expect(pieceOf([{ ...PIECE, custody: null, looks: null }])?.custody).toEqual([]);
});

it('转来以后由现在的保管人移交，交接接着原来的；不是现在的保管人的不能移交', () => {
  const filed = converted({ pieces: [PIECE] })
    .does(handlerA, 'propose-filing', CARRIED)
    .does(head, 'file', { opinion: null, ownNumber: null });
  const handing = { no: 1, from: '保管员', to: '承办人乙', place: '办公室', why: '核对', late: null, papers: null };
  expect(filed.tries(handlerA, 'hand-over-evidence', { ...handing, from: '检验员' })).toMatchObject({ refused: 'not-keeper' });
  const custody = (filed.does(handlerA, 'hand-over-evidence', handing).state as OrdinaryPenalty).evidence[0]?.custody;
  expect(custody?.map(({ from, to }) => [from, to])).toEqual([
    ['当事人', '承办人甲'],
    ['承办人甲', '检验员'],
    ['检验员', '保管员'],
    ['保管员', '承办人乙'],
  ]);
});

it('先前转来的只记有最后保管人的，仍然读得出', () => {
  const { custody: _, looks: __, ...before } = PIECE;
  const kept: Json = { ...before, keeper: '承办人甲', keptAt: '证据柜', keptSince: '2026-05-21' };
  expect(keeperAlone({ pieces: [kept] })).toEqual({
    pieces: [{ ...before, custody: [{ on: '2026-05-21', from: '当事人', to: '承办人甲', place: '证据柜', why: '取得' }], looks: null }],
  });
  const nobody: Json = { ...before, keeper: null, keptAt: null, keptSince: null };
  expect(keeperAlone({ pieces: [nobody] })).toEqual({ pieces: [{ ...before, custody: null, looks: null }] });
  expect(keeperAlone({ pieces: null })).toEqual({ pieces: null });
});
