import { describe, expect, it } from 'vitest';
import { localDate, longtext, money, party, personal, rows, text } from '#law';
import { parseInput } from './parse-input.ts';

const ABOUT = { today: localDate('2026-06-01') };
const FORM = {
  reason: longtext('理由'),
  note: text('备注', { required: false }),
  receiver: personal('签收人'),
  lines: rows('清单', { name: text('名称') }),
};
const WRITTEN = { reason: '依据\u202e价格法', note: null, receiver: '王某', lines: [{ name: '价签' }] };
/** What a page shows as nothing: spaces, zero-width and control characters, fillers. */
const NOTHING = ['  ', '\u200b\u200b', '\u0000', '\u202e \u2066', '\u3000\u2800', '\u3164', '\uffff', '\ud800'];

describe('办理表单的文字', () => {
  it('看得见的照录，控制和改变方向的字符去掉', () => {
    expect(parseInput(FORM, WRITTEN, ABOUT)).toMatchObject({ ok: true, value: { reason: '依据价格法', note: null } });
  });

  it('半个字符和不是字符的码位去掉，成对的照录', () => {
    const odd = { ...WRITTEN, reason: '价\ud800格\uffff法\ufdd0\u{1fffe}', receiver: '王\udc00\u{20000}' };
    expect(parseInput(FORM, odd, ABOUT)).toMatchObject({ ok: true, value: { reason: '价格法', receiver: { name: '王\u{20000}' } } });
  });

  it.each(NOTHING)('只有看不见的字符等于没有填：%j', (nothing) => {
    const empty = { reason: nothing, note: nothing, receiver: nothing, lines: [{ name: nothing }] };
    const read = parseInput(FORM, empty, ABOUT);
    expect(read.ok ? [] : read.problems.map(({ path, reason }) => [path, reason])).toEqual([
      ['reason', '请填写“理由”'],
      ['receiver', '请填写“签收人”'],
      ['lines[0].name', '请填写“名称”'],
    ]);
    expect(parseInput(FORM, { ...WRITTEN, note: nothing }, ABOUT)).toMatchObject({ ok: true, value: { note: null } });
  });

  it('当事人的名称只有看不见的字符，也要填写', () => {
    const firm = { kind: 'legal-person', uscc: '91150802MA0000001B', legalRepresentative: '王某', address: '临河区演示路3号' };
    const named = (name: string) => parseInput({ party: party('当事人') }, { party: { ...firm, name } }, ABOUT);
    expect(named('\u200b')).toMatchObject({ ok: false, problems: [{ path: 'party.name' }] });
    expect(named('河套合作社')).toMatchObject({ ok: true });
  });
});

describe('办理表单的金额', () => {
  const fined = (fine: number) =>
    parseInput({ fine: money('罚款'), lines: rows('款项', { sum: money('数额') }) }, { fine, lines: [{ sum: fine }] }, ABOUT);
  it.each([0, 1, 10_000_000_000_000])('%d分在一千亿元以内', (fen) => {
    expect(fined(fen)).toEqual({ ok: true, value: { fine: fen, lines: [{ sum: fen }] } });
  });

  it.each([10_000_000_000_001, 1e15, Number.MAX_SAFE_INTEGER, 1e21])('%d分超过一千亿元，逐项说明是哪一栏', (fen) => {
    const read = fined(fen);
    expect(read.ok ? [] : read.problems).toEqual([
      { path: 'fine', label: '罚款', reason: '“罚款”不超过1,000亿元，请核对金额和单位' },
      { path: 'lines[0].sum', label: '数额', reason: '“数额”不超过1,000亿元，请核对金额和单位' },
    ]);
  });

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('%d不是分值', (fen) => {
    expect(fined(fen)).toMatchObject({
      ok: false,
      problems: [{ path: 'fine', reason: '金额应为不小于零的分值' }, { path: 'lines[0].sum' }],
    });
  });
});
