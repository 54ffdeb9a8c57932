import { describe, expect, it } from 'vitest';
import { type ListKind, localDate, SHIPPED_LAWS } from '#law';
import type { Recorded } from '#registers/loading';
import { baseOf, type ChangeLine } from './change-lines.ts';
import { planLines, withBases } from './change-plan.ts';
import { endedLaws } from './ended-laws.ts';
import type { ListUnit } from './list-columns.ts';
import type { RegisteredEntry } from './load-plan.ts';
import type { EntryContent } from './model.ts';

const TODAY = localDate('2026-03-16');
const UNIT: ListUnit = { id: 'traffic', name: '市交通运输局', kind: 'department', tier: 'city' };
const EMPTY: EntryContent = {
  ...{ name: '甲', powerKind: 'penalty', basis: '《道路运输条例》第七十条', duty: null, accountability: null, conditions: null },
  ...{ measure: null, decision: null, publishedOn: null, publishedAt: null, domain: null, evaluatedOn: null },
  ...{ post: null, officer: null, certificate: null },
};
const record = (id: string, from: string, until: string | null, more: Partial<EntryContent> = {}): Recorded<EntryContent> => ({
  ...{ id, from: localDate(from), until: until === null ? null : localDate(until), content: { ...EMPTY, ...more } },
});
const entry = (code: string, ...records: Recorded<EntryContent>[]): RegisteredEntry => ({
  list: 'power',
  organisationId: UNIT.id,
  code,
  records,
});
const REGISTER = [
  entry('CF-1', record('r1', '2025-01-01', null)),
  entry('CF-2', record('r2', '2025-01-01', '2026-06-01'), record('r3', '2026-06-01', null, { name: '乙' })),
];
const set = (cells: ChangeLine['cells']): ChangeLine => ({
  what: 'set',
  base: null,
  cells: { code: 'CF-1', name: '甲', powerKind: '行政处罚', basis: '《道路运输条例》第七十条', from: '2026-04-01', ...cells },
});
const end = (code: string, through: string): ChangeLine => ({ what: 'end', base: null, cells: { code, through } });

type More = { readonly list?: ListKind; readonly published?: boolean; readonly register?: readonly RegisteredEntry[] };
function planned(lines: readonly ChangeLine[], { list = 'power', published = false, register = REGISTER }: More = {}) {
  return planLines(lines, {
    ...{ list, register, today: TODAY, unit: UNIT, unitOf: () => UNIT },
    endedBy: (text, on) => endedLaws(text, on, SHIPPED_LAWS),
    publication: published ? { on: TODAY, place: '本局网站' } : null,
  });
}
const said = (...args: Parameters<typeof planned>) => planned(...args).problems.map((p) => `${p.line} ${p.column}`);

describe('拟调整的事项与清单核对（细则第八条第三、九、十项）', () => {
  it('自某日起变更：前一日仍是从前的内容，取代其后登记的内容时写明', () => {
    const plan = planned([set({ name: '新名称' }), set({ code: 'CF-2', name: '丙' })]);
    expect(plan.problems).toEqual([]);
    expect(plan.entries[0]?.timeline.map(({ from, until, content }) => [from, until, content.name])).toEqual([
      ['2025-01-01', '2026-04-01', '甲'],
      ['2026-04-01', null, '新名称'],
    ]);
    expect(plan.differences[0]).toMatchObject({
      line: 1,
      what: 'changed',
      from: '2026-04-01',
      fields: [{ label: '名称', before: '甲', after: '新名称' }],
    });
    expect(plan.differences[1]?.fields.map((f) => f.label)).toContain('2026-06-01起的内容');
  });

  it.each([
    ['最后有效日当日有效、次日起无', end('CF-1', '2026-04-30'), []],
    ['最后有效日早于事项的生效日', end('CF-1', '2024-12-31'), ['1 失效日']],
    ['清单没有的事项', end('CF-9', '2026-04-30'), ['1 事项编码']],
    ['没有写最后有效日', { what: 'end', base: null, cells: { code: 'CF-1' } } satisfies ChangeLine, ['1 失效日']],
  ])('终止：%s', (_, line, problems) => expect(said([line])).toEqual(problems));

  it('终止的次日记为失去效力的第一日；依据有误的事项也能终止', () => {
    const old = [entry('CF-1', record('r1', '2025-01-01', null, { basis: '《行政处罚法》第一百条' }))];
    const plan = planned([end('CF-1', '2026-04-30')], { register: old });
    expect(plan.problems).toEqual([]);
    expect(plan.differences).toMatchObject([{ what: 'ended', from: '2026-05-01' }]);
    expect(plan.entries[0]?.timeline.map(({ from, until }) => [from, until])).toEqual([['2025-01-01', '2026-05-01']]);
  });

  it('补记公布日期不改有效期；今日可以，明日不可以', () => {
    const date = (publishedOn: string): ChangeLine => ({
      what: 'date',
      base: null,
      cells: { code: 'CF-1', from: '2025-01-01', publishedOn },
    });
    const plan = planned([date(TODAY)]);
    expect(plan.problems).toEqual([]);
    expect(plan.backdated).toEqual([]);
    expect(plan.entries[0]?.timeline).toMatchObject([{ from: '2025-01-01', until: null, content: { publishedOn: TODAY } }]);
    expect(said([date('2026-03-17')])).toEqual(['1 公布日期']);
  });

  it('自昨日起的算追溯，自今日起的不算', () => {
    expect(planned([set({ name: '新', from: '2026-03-15' })]).backdated).toEqual([1]);
    expect(planned([set({ name: '新', from: TODAY })]).backdated).toEqual([]);
    expect(planned([end('CF-1', '2026-03-14')]).backdated).toEqual([1]);
    expect(planned([end('CF-1', '2026-03-15')]).backdated).toEqual([]);
  });

  it('没有写公布日期的，以公布时登记的为准；写明的照写', () => {
    const [first, second] = planned([set({ name: '新' }), set({ code: 'CF-3', publishedOn: '2026-03-01' })], { published: true }).entries;
    expect(first?.timeline.at(-1)?.content).toMatchObject({ publishedOn: TODAY, publishedAt: '本局网站' });
    expect(second?.timeline.at(-1)?.content).toMatchObject({ publishedOn: '2026-03-01', publishedAt: null });
  });

  it('同一事项既变更又终止、变更的有效期重叠，指明后一行', () => {
    expect(said([set({}), end('cf-1', '2026-05-01')])).toEqual(['2 事项编码']);
    expect(said([set({}), set({ from: '2026-05-01' })])).toEqual(['2 生效日']);
    expect(said([set({ through: '2026-04-30' }), set({ from: '2026-05-01', name: '新' })])).toEqual([]);
  });

  it('检查与载入相同：依据没有的条文、四张清单的适用条件、权力类别', () => {
    expect(said([set({ basis: '《行政处罚法》第一百条' })])).toEqual(['1 设定依据']);
    expect(said([set({})], { list: 'no-penalty' })).toEqual(['1 适用条件']);
    expect(said([set({ powerKind: '' })])).toEqual(['1 权力类别']);
  });

  it('与现行内容相同的行没有变化', () => {
    const plan = planned([set({ from: '2025-01-01' }), set({ code: 'CF-4' })]);
    expect(plan.idle).toEqual([1]);
    expect(plan.differences.map((d) => d.line)).toEqual([2]);
  });
});

describe('拟制以后另有调整的，不覆盖', () => {
  it('登记没有变的照旧；变了的指明哪一行；从变了的一页打开的同样', () => {
    const [line] = withBases([set({ name: '新' })], { list: 'power', register: REGISTER });
    expect(line?.base).toBe(baseOf([{ id: 'r1' }]));
    expect(planned(line === undefined ? [] : [line]).stale).toEqual([]);
    const later = [entry('CF-1', record('r9', '2026-02-01', null, { name: '别人改的' }))];
    const plan = planned(line === undefined ? [] : [line], { register: later });
    expect(plan.stale).toEqual([1]);
    expect(plan.problems[0]?.reason).toContain('别人改的');
    const opened = withBases([{ ...set({ name: '新' }), seen: 'r1' }], { list: 'power', register: later });
    expect(planned(opened, { register: later }).stale).toEqual([1]);
  });
});
