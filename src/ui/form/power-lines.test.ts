import { describe, expect, it } from 'vitest';
import { type LinesRead, lineOf, lineWords, offeredLines, type PowerLine, seeksName, standingOf, standingWords } from './power-lines.ts';

const line = (code: string, name: string, more: Partial<PowerLine> = {}): PowerLine => ({
  ...{ list: 'power', code, name, powerKind: 'penalty', basis: '《价格法》第四十二条' },
  ...more,
});
const LICENCE = line('SJ-XK-001', '食品经营许可', { powerKind: 'licence', basis: '《食品安全法》第三十五条' });
const PRICE = line('SJ-CF-001', '未按规定明码标价');
const PRICES = line('SJ-CF-0011', '拒绝提供价格监督检查所需资料');
const LINES = [LICENCE, PRICES, PRICE];
const codes = (typed: string, lines: readonly PowerLine[] = LINES) => offeredLines(lines, typed, 'penalty').map(({ code }) => code);

describe('填写事项编码时列出本机关清单的事项', () => {
  it('没有填写的全部列出，行政处罚在前，其余照清单的顺序', () => {
    expect(codes('')).toEqual(['SJ-CF-0011', 'SJ-CF-001', 'SJ-XK-001']);
  });
  it.each`
    typed            | found                                       | because
    ${'明码标价'}    | ${['SJ-CF-001']}                            | ${'名称的一部分'}
    ${'cf-001'}      | ${['SJ-CF-0011', 'SJ-CF-001']}              | ${'编码的一部分，不分大小写'}
    ${'SJ-CF-001'}   | ${['SJ-CF-001', 'SJ-CF-0011']}              | ${'正是这个编码的在最前'}
    ${' sj cf 001 '} | ${['SJ-CF-001', 'SJ-CF-0011']}              | ${'编码照规则的比法，空格、横线不算'}
    ${'第四十二条'}  | ${['SJ-CF-0011', 'SJ-CF-001']}              | ${'依据的一部分'}
    ${'无照经营'}    | ${[]}                                       | ${'没有相符的'}
    ${'-'}           | ${['SJ-CF-0011', 'SJ-CF-001', 'SJ-XK-001']} | ${'只有横线，编码里都有'}
  `('填“$typed”的列出$found：$because', ({ typed, found }) => {
    expect(codes(typed)).toEqual(found);
  });
  it('苏木乡镇的赋权清单和权责清单有同一编码的只列一次，取赋权清单的', () => {
    const given = line('sj cf 001', '赋权的明码标价', { list: 'empowerment' });
    expect(codes('', [given, PRICE])).toEqual(['sj cf 001']);
    expect(lineWords(given)).toBe('sj cf 001　赋权的明码标价 · 行政处罚 · 赋权清单');
  });
  it('列出编码、名称和权力类别；没有类别的不写', () => {
    expect(lineWords(PRICE)).toBe('SJ-CF-001　未按规定明码标价 · 行政处罚');
    expect(lineWords(line('1', '事项', { powerKind: null }))).toBe('1　事项');
  });
  it('填汉字是找名称，回车取第一项；填编码的，不标明哪一项就照填的写', () => {
    expect(seeksName('明码')).toBe(true);
    expect(seeksName('SJ-CF-9')).toBe(false);
    expect(seeksName('')).toBe(false);
  });
});

describe('编码下面写明是哪一项，或者为什么没有', () => {
  const read = (lines: readonly PowerLine[], more: Partial<LinesRead> = {}): LinesRead => ({
    ...{ lines, isWhole: true, isReading: false, failure: null },
    ...more,
  });
  const said = (typed: string, found: LinesRead, any = read([])) => standingWords(standingOf(typed, found, any), typed, null);

  it('编码在清单里的写出事项，空格、横线、大小写不算', () => {
    expect(lineOf(LINES, 'sjcf001')).toBe(PRICE);
    expect(said(' sj-cf-001', read(LINES))).toBe('SJ-CF-001　未按规定明码标价 · 行政处罚');
  });
  it('没有填写、清单有事项的不写', () => {
    expect(said('', read(LINES))).toBe('');
  });
  it('有相符的事项而填的不是编码，请选一项；没有列全的不断言', () => {
    expect(said('明码', read([PRICE]))).toBe('“明码”不是本机关权责清单里的编码，请从列出的事项中选一项，或者核对编码。');
    expect(said('明码', read([PRICE], { isWhole: false }))).toBe('');
  });
  it('没有相符的，分清是没有这一项还是没有录入清单', () => {
    expect(said('无照', read([]), read([PRICE]))).toBe('本机关权责清单里没有与“无照”相符的事项，请换个写法再查，或者核对编码。');
    expect(said('无照', read([]), read([]))).toBe('还没有录入本机关权责清单，不能从中选；知道编码的，直接填写。');
    expect(said('', read([]))).toBe('还没有录入本机关权责清单，不能从中选；知道编码的，直接填写。');
  });
  it('补录的，写明是哪一日的清单', () => {
    const standing = standingOf('无照', read([]), read([PRICE]));
    expect(standingWords(standing, '无照', '2026-03-01')).toMatch(/^本机关2026-03-01有效的权责清单里没有/);
  });
  it('还在查的不写，也不说没有；查不到的写明原因，仍可填写', () => {
    expect(said('无照', read([], { isReading: true }))).toBe('');
    expect(said('无照', read([]), read([], { isReading: true }))).toBe('');
    const failure = '无法连接服务器，请检查网络后重试';
    expect(said('CF', read([], { failure }))).toBe(`权责清单没有查到：${failure}。知道编码的，可以直接填写。`);
    expect(said('CF', read([]), read([], { failure }))).toMatch(/^权责清单没有查到/);
  });
});
