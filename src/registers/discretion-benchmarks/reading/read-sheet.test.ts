import { describe, expect, it } from 'vitest';
import { localDate } from '#law';
import { EXAMPLE, fine, withTier } from '#law/discretion/example.fixtures';
import { type SheetColumn, type SheetLine, sheetLines } from './benchmark-sheet.ts';
import { readSheet } from './read-sheet.ts';

const PUBLISHED = { documentNumber: '巴市监发〔2025〕8号', publishedOn: localDate('2025-03-01'), place: '网站' };
const linesOf = (violation: string, from: string, through: string | null, content = EXAMPLE): readonly SheetLine[] =>
  sheetLines({ violation, content, ...PUBLISHED, from: localDate(from), through: through === null ? null : localDate(through) });

/** Lines as a file has them: empty cells are absent, the first line of data is the second of the file. */
function rowsOf(lines: readonly SheetLine[], onlyFirst = false) {
  const whole: readonly string[] = onlyFirst ? ['level', 'words', 'cases', 'kinds', 'fine', 'note'] : [];
  return lines.map((line, i) => {
    const cells = Object.entries(line).filter(([key, value]) => value !== null && (!onlyFirst || i === 0 || whole.includes(key)));
    return { line: i + 2, cells: Object.fromEntries(cells) as Partial<Record<SheetColumn, string>> };
  });
}
const FIRST = linesOf('未明码标价', '2025-04-01', null);

describe('导入裁量权基准：一档一行（细则第八条第八项）', () => {
  it.each([
    ['各行都填写的', false],
    ['只在第一行填写的', true],
  ])('%s，读出同一个基准', (_, onlyFirst) => {
    const { benchmarks, problems } = readSheet(rowsOf(FIRST, onlyFirst));
    expect(problems).toEqual([]);
    expect(benchmarks).toMatchObject([{ line: 2, violation: '未明码标价', ...PUBLISHED, from: '2025-04-01', lastDay: null, law: [] }]);
    expect(benchmarks[0]?.content.tiers).toHaveLength(EXAMPLE.tiers.length);
  });

  it('第三行坏了的，指明行、列、内容和理由，整个基准不读出，其余照读', () => {
    const rows = rowsOf([...FIRST, ...linesOf('短斤少两', '2025-04-01', null)]);
    const broken = rows.map((row) => (row.line === 3 ? { ...row, cells: { ...row.cells, fine: '酌情' } } : row));
    const { benchmarks, problems } = readSheet(broken);
    expect(problems).toMatchObject([{ line: 3, column: '罚款幅度', value: '酌情' }]);
    expect(benchmarks.map((b) => b.violation)).toEqual(['短斤少两']);
  });

  it.each([
    ['没有违法行为', { violation: undefined }, 2, '违法行为'],
    ['没有文号', { documentNumber: undefined }, 2, '文号'],
    ['施行日期读不出', { from: '2025年13月1日' }, 2, '施行日期'],
    ['最后有效日早于施行日期', { lastDay: '2025-03-31' }, 2, '最后有效日'],
  ])('%s', (_, cells, line, column) => {
    const rows = rowsOf(FIRST, true).map((row, i) => (i > 0 ? row : { ...row, cells: { ...row.cells, ...cells } as typeof row.cells }));
    expect(readSheet(rows).problems).toMatchObject([{ line, column }]);
  });

  it('五百个基准照读，多一个的整个文件不读，也不逐行比对', () => {
    const many = (count: number) =>
      rowsOf(FIRST.slice(0, 1)).flatMap((row) =>
        Array.from({ length: count }, (_, i) => ({ line: i + 2, cells: { ...row.cells, violation: `行为${i}` } })),
      );
    expect(readSheet(many(500)).problems.filter(({ line }) => line === 0)).toEqual([]);
    expect(readSheet(many(20_000))).toMatchObject({ benchmarks: [], problems: [{ line: 0, reason: expect.stringContaining('500个') }] });
  });

  it('最后有效日就是施行日期的可以', () => {
    const [only] = readSheet(rowsOf(linesOf('一日有效', '2025-04-01', '2025-04-01'))).benchmarks;
    expect(only).toMatchObject({ from: '2025-04-01', lastDay: '2025-04-01' });
  });

  const OPTION = '没有或者轻微';
  it.each([
    ['危害后果：没有或者轻微', [[{ factor: '危害后果', options: [OPTION] }]]],
    [
      '危害后果：没有或者轻微或者危害后果：严重',
      [[{ factor: '危害后果', options: [OPTION] }], [{ factor: '危害后果', options: ['严重'] }]],
    ],
    [
      '危害后果：没有或者轻微；或者危害后果：严重',
      [[{ factor: '危害后果', options: [OPTION] }], [{ factor: '危害后果', options: ['严重'] }]],
    ],
    ['危害后果：没有或者轻微｜严重', [[{ factor: '危害后果', options: [OPTION, '严重'] }]]],
  ])('选项里的“或者”不隔开两种情形：%s', (cases, read) => {
    const rows = rowsOf(FIRST.slice(0, 1)).map((row) => ({ ...row, cells: { ...row.cells, factors: `危害后果：${OPTION}｜严重`, cases } }));
    const { benchmarks, problems } = readSheet(rows);
    expect(problems).toEqual([]);
    expect(benchmarks[0]?.content.tiers[0]?.cases).toEqual(read);
  });

  it('同一基准的各行写得不一致的，指明与哪一行不一致', () => {
    const rows = rowsOf(FIRST).map((row) => (row.line === 4 ? { ...row, cells: { ...row.cells, place: '公报' } } : row));
    expect(readSheet(rows).problems).toMatchObject([{ line: 4, column: '公布载体', value: '公报' }]);
  });

  it('前一版本最后有效日的次日起施行的不重叠，当日起施行的重叠', () => {
    const next = (from: string) =>
      readSheet(rowsOf([...linesOf('未明码标价', '2024-01-01', '2025-03-31'), ...linesOf('未明码标价', from, null)]));
    expect(next('2025-04-01').problems).toEqual([]);
    expect(next('2025-03-31').problems).toMatchObject([{ line: 2 + FIRST.length, column: '施行日期', value: '2025-03-31' }]);
  });

  it('同一违法行为用于两个权责事项的，是两件；有效期不算重叠；导出再导入不变', () => {
    const [first, second] = ['CF-1', 'CF-2'].map((itemCode) => ({ ...EXAMPLE, itemCode }));
    const lines = [first, second].flatMap((content) => linesOf('未明码标价', '2025-04-01', null, content));
    const { benchmarks, problems } = readSheet(rowsOf(lines));
    expect(problems).toEqual([]);
    expect(benchmarks.map(({ content }) => [content.itemCode, content.tiers.length])).toEqual(
      ['CF-1', 'CF-2'].map((code) => [code, EXAMPLE.tiers.length]),
    );
    expect(readSheet(rowsOf(lines.map((line) => ({ ...line, itemCode: 'CF-1' })))).benchmarks).toHaveLength(1);
  });

  it.each([
    ['两个编码', 'CF-1、CF-2', '只填一个'],
    ['没有字母和数字', '——', '不是事项编码'],
    ['六十一个字', 'C'.repeat(61), '不能超过60个字'],
  ])('权责事项编码写了%s的，指明行、列和理由', (_, itemCode, reason) => {
    const rows = rowsOf(FIRST, true).map((row, i) => (i > 0 ? row : { ...row, cells: { ...row.cells, itemCode } }));
    expect(readSheet(rows).problems).toMatchObject([
      { line: 2, column: '权责事项编码', value: itemCode, reason: expect.stringContaining(reason) },
    ]);
  });

  it('超出法定幅度的读出来，说明何处不合', () => {
    const [read] = readSheet(
      rowsOf(linesOf('超出幅度', '2025-04-01', null, withTier(4, { fine: fine(9_000_000, 99_000_000) }))),
    ).benchmarks;
    expect(read?.law.length).toBeGreaterThan(0);
  });
});
