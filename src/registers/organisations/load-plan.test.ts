import { describe, expect, it } from 'vitest';
import { localDate } from '#law';
import { recognise, type TableRow } from '#registers/loading';
import type { RegisteredUnit } from './load-model.ts';
import { planOrganisations } from './load-plan.ts';
import { ORGANISATION_COLUMNS, type OrganisationColumn } from './load-row.ts';
import { unreachedUnits } from './load-warnings.ts';
import type { Bases } from './model.ts';

const today = localDate('2026-03-16');
const ALL: ReadonlySet<OrganisationColumn> = new Set(Object.keys(ORGANISATION_COLUMNS) as OrganisationColumn[]);

type Cells = Partial<Record<OrganisationColumn, string>>;
const row = (line: number, cells: Cells): TableRow<OrganisationColumn> => ({ line, cells: { from: '2019-03-01', ...cells } });

/** A city of six rows: governments, bureaus, a department of each tier. */
const SMALL: readonly TableRow<OrganisationColumn>[] = [
  row(2, { code: 'ZF', name: '巴彦淖尔市人民政府', kind: '人民政府', tier: '市', region: '150800' }),
  row(3, {
    code: 'SF',
    name: '巴彦淖尔市司法局',
    kind: '司法行政部门',
    tier: '市',
    region: '150800',
    superior: 'ZF',
    documentPrefix: '巴司',
  }),
  row(4, { code: 'JT', name: '巴彦淖尔市交通运输局', kind: '行政执法部门', tier: '市', region: '150800', superior: 'ZF', bureau: 'SF' }),
  row(5, { code: 'LZF', name: '临河区人民政府', kind: '人民政府', tier: '旗县区', region: '150802', superior: 'ZF' }),
  row(6, {
    code: 'LSF',
    name: '临河区司法局',
    kind: '司法行政部门',
    tier: '旗县区',
    region: '150802',
    superior: 'LZF',
    lineSuperior: 'SF',
  }),
  row(7, {
    code: 'LJT',
    name: '临河区交通运输局',
    kind: '行政执法部门',
    tier: '旗县区',
    region: '150802',
    superior: 'LZF',
    lineSuperior: '巴彦淖尔市交通运输局',
  }),
];

const plan = (rows: readonly TableRow<OrganisationColumn>[], register: readonly RegisteredUnit[] = [], columns = ALL) =>
  planOrganisations(rows, { city: 1508, today, register, newId: (code) => `id-${code}`, columns });

/** The register once a plan has been carried out. */
const carriedOut = (rows: readonly TableRow<OrganisationColumn>[]): readonly RegisteredUnit[] =>
  plan(rows).units.map((u) => ({ id: u.id, code: u.code, records: u.timeline.map((p, i) => ({ ...p, id: `${u.id}-${i}` })) }));

const with_ = (line: number, cells: Cells) => SMALL.map((r) => (r.line === line ? { line, cells: { ...r.cells, ...cells } } : r));
const problems = (rows: readonly TableRow<OrganisationColumn>[], register: readonly RegisteredUnit[] = []) =>
  plan(rows, register).problems.map((p) => `${p.line} ${p.column} ${p.value}：${p.reason}`);

describe('载入单位名录：整表可用才载入，每处错误指明行、列、值和理由', () => {
  it('完整的一张表没有错误，上级写编码或名称都可以', () => {
    const { units, problems: found } = plan(SMALL);
    expect(found).toEqual([]);
    expect(units).toHaveLength(6);
    expect(units.find((u) => u.code === 'LJT')?.timeline[0]?.content).toMatchObject({ superiorId: 'id-LZF', lineSuperiorId: 'id-JT' });
  });

  it('再载入同一张表没有任何变化', () => {
    expect(plan(SMALL, carriedOut(SMALL)).units.flatMap((u) => [...u.revision.supersede, ...u.revision.record])).toEqual([]);
  });

  it('只改一个单位，就只有这个单位有新记载', () => {
    const next = with_(4, { name: '巴彦淖尔市交通运输管理局', from: '2026-02-01' }).map((r) =>
      r.line === 7 ? { ...r, cells: { ...r.cells, lineSuperior: 'JT' } } : r,
    );
    const changed = plan(next, carriedOut(SMALL)).units.filter((u) => u.revision.record.length > 0);
    expect(changed.map((u) => u.code)).toEqual(['JT']);
    expect(changed[0]?.timeline.map((p) => [p.from, p.until, p.content.name])).toEqual([
      ['2019-03-01', '2026-02-01', '巴彦淖尔市交通运输局'],
      ['2026-02-01', null, '巴彦淖尔市交通运输管理局'],
    ]);
  });

  it('文件没有的列保留名录原值；有列而留空则清空', () => {
    const register = carriedOut(SMALL);
    const bare = SMALL.map((r) => ({ ...r, cells: { ...r.cells, documentPrefix: '' } }));
    const without = new Set([...ALL].filter((c) => c !== 'documentPrefix'));
    expect(plan(bare, register, without).units.every((u) => u.revision.record.length === 0)).toBe(true);
    expect(
      plan(bare, register)
        .units.filter((u) => u.revision.record.length > 0)
        .map((u) => u.code),
    ).toEqual(['SF']);
  });

  it('上级不存在', () => {
    expect(problems(with_(7, { superior: '不存在的局' }))).toEqual(['7 上级 不存在的局：文件和名录中都没有这个单位']);
  });

  it('上级关系成环', () => {
    const rows = SMALL.map((r) =>
      r.line === 4 ? { ...r, cells: { ...r.cells, superior: 'LJT' } } : r.line === 7 ? { ...r, cells: { ...r.cells, superior: 'JT' } } : r,
    );
    expect(problems(rows)).toEqual([
      '4 上级 临河区交通运输局：上级关系成环：逐级向上又回到本单位',
      '7 上级 巴彦淖尔市交通运输局：上级关系成环：逐级向上又回到本单位',
    ]);
  });

  it('条线关系成环', () => {
    expect(problems(with_(4, { lineSuperior: 'LJT' })).map((p) => p.slice(0, 6))).toEqual(['4 条线上级', '7 条线上级']);
  });

  it('同一编码两行的有效期重叠；前一行写明失效日、次日接续则可以', () => {
    const second = row(8, { ...SMALL[2]?.cells, from: '2026-02-01', name: '巴彦淖尔市交通局' });
    expect(problems([...SMALL, second])[0]).toBe('8 生效日 2026-02-01：与第4行同一编码的有效期重叠（第4行没有失效日）');
    const ended = (through: string) => [
      ...with_(4, { through }).map((r) => (r.line === 7 ? { ...r, cells: { ...r.cells, lineSuperior: 'JT' } } : r)),
      second,
    ];
    expect(problems(ended('2026-01-31'))).toEqual([]);
    expect(problems(ended('2026-02-01'))).toHaveLength(1);
  });

  it('失效日早于生效日；失效日当日仍有效', () => {
    expect(problems(with_(4, { from: '2026-02-01', through: '2026-01-31' }))[0]).toContain('4 失效日 2026-01-31：早于生效日2026-02-01');
    const one = plan(with_(7, { from: '2026-02-01', through: '2026-02-01' }));
    expect(one.units.find((u) => u.code === 'LJT')?.timeline).toMatchObject([{ from: '2026-02-01', until: '2026-02-02' }]);
  });

  it('上级在当日已失效', () => {
    expect(problems(with_(4, { through: '2026-03-01' }))).toEqual(['7 条线上级 ：该单位在2026-03-16不是有效单位']);
  });

  it('区划没有机关、区划不属于本市、同一区划两个机关', () => {
    expect(problems(with_(7, { region: '150821' }))).toEqual(['7 区划 150821：该区划没有人民政府、苏木乡镇街道或管委会']);
    expect(problems(with_(7, { region: '150102' }))).toEqual(['7 区划 150102：不属于本市（1508）']);
    expect(problems([...SMALL, row(8, { ...SMALL[3]?.cells, code: 'LZF2', name: '临河区第二人民政府' })])).toHaveLength(1);
  });

  it('类别、日期、信用代码写错，第三行损坏，一次全部指出且不影响别行', () => {
    const rows = [
      ...with_(4, { kind: '执法局', from: '2019年13月1日', uscc: '11150800000000001X' }).filter((r) => r.line !== 5),
      { line: 5, cells: { code: 'LZF' } },
    ];
    const found = problems(rows);
    expect(found).toContain(
      '4 类别 执法局：应为：人民政府、司法行政部门、行政执法部门、所属机构/派出机构、派出机关与管委会、垂直或双重领导机关、法律法规授权组织、受委托组织、苏木乡镇/街道及其综合行政执法机构、派驻执法队伍、司法所、外部机关',
    );
    expect(found).toContain('4 生效日 2019年13月1日：不是有效日期，应写作2026-03-16');
    expect(found).toContain('4 信用代码 11150800000000001X：校验码不符（GB 32100）');
    expect(found).toContain('5 名称 ：不能为空');
    expect(found.every((p) => ['4', '5', '6', '7'].includes(p.charAt(0)))).toBe(true);
  });

  it('垂直管理须有依据文件，不凭名称推断（R825-15）', () => {
    expect(problems(with_(7, { leadKind: '垂直管理' }))[0]).toContain('7 领导体制依据');
    expect(problems(with_(7, { leadKind: '垂直管理', leadBasis: '三定规定' }))).toEqual([]);
  });

  it('机关代字、信用代码、名称在同一日不得重复', () => {
    expect(problems(with_(4, { documentPrefix: '巴司' }))).toEqual(['4 机关代字 巴司：与“巴彦淖尔市司法局”重复']);
    expect(problems(with_(6, { name: '临河区交通运输局' }))).not.toEqual([]);
  });

  it('表头写法不同也能认出：全角、括号说明、带星号、尾号', () => {
    const found = recognise(ORGANISATION_COLUMNS, ['序号', '*单位编码（必填）', '名　称', '区划代码_1', '生效日期']);
    expect([...found]).toEqual([
      ['code', 1],
      ['name', 2],
      ['region', 3],
      ['from', 4],
    ]);
  });
});

describe('没有司法行政部门的单位：可以载入，但先说明后果（细则第二十二条）', () => {
  const warned = (rows: readonly TableRow<OrganisationColumn>[]) => {
    const { units, untouched } = plan(rows);
    return unreachedUnits(units, untouched).map((w) => `${w.line} ${w.subject}`);
  };

  it('填写了司法行政部门、或者条线上级就是司法行政部门的不提示，没有的逐个提示', () => {
    expect(warned(SMALL)).toEqual(['7 临河区交通运输局']);
    expect(warned(with_(7, { bureau: 'LSF' }))).toEqual([]);
    expect(warned(with_(7, { lineSuperior: 'LSF' }))).toEqual([]);
    expect(warned(with_(4, { bureau: '' }))).toEqual(['4 巴彦淖尔市交通运输局', '7 临河区交通运输局']);
  });

  it('司法行政部门一栏填的不是司法行政部门的，同样提示', () => {
    expect(warned(with_(7, { bureau: 'ZF' }))).toEqual(['7 临河区交通运输局']);
  });

  it('已经终止的、不受监督文书的（人民政府、司法局）不提示', () => {
    expect(warned(with_(7, { through: '2026-01-31' }))).toEqual([]);
    expect(warned(SMALL.filter((r) => r.line !== 7 && r.line !== 4))).toEqual([]);
  });

  it('文件没有这一列的，名录里已经登记的保留，不提示', () => {
    const register = carriedOut(with_(7, { bureau: 'LSF' }));
    const columns = new Set([...ALL].filter((column) => column !== 'bureau'));
    const { units, untouched } = plan([row(2, { ...with_(7, {})[5]?.cells, phone: '0478-0000000' })], register, columns);
    expect(unreachedUnits(units, untouched)).toEqual([]);
  });
});

describe('关系的依据文件（细则第二条）', () => {
  const PAPER = { guidanceBasis: '《条线管理规定》', guidanceNumber: '巴政发〔2019〕2号', guidanceOn: '2019-02-20' };
  const basesOf = (made: ReturnType<typeof plan>) => made.units.find((u) => u.code === 'LJT')?.timeline.at(-1)?.content.bases;

  it('三列一并填写的记作该关系的依据，书名号不重复', () => {
    const made = plan(with_(7, PAPER));
    expect(made.problems).toEqual([]);
    expect(basesOf(made)).toEqual({
      guidance: { name: '条线管理规定', number: '巴政发〔2019〕2号', on: '2019-02-20', matterId: null },
    });
  });

  it.each([
    ['缺文号', { ...PAPER, guidanceNumber: '' }, '7 条线依据文号 ：应当写依据文件的文号，没有文号的写“无文号”'],
    ['缺名称', { guidanceNumber: '无文号', guidanceOn: '2019-02-20' }, '7 条线依据 ：写了文号或者日期，也应当写依据文件的名称'],
    ['缺日期', { ...PAPER, guidanceOn: '' }, '7 条线依据日期 ：应当写依据文件的日期'],
    ['日期就是生效日', { ...PAPER, guidanceOn: '2019-03-01' }, null],
    ['日期晚于生效日', { ...PAPER, guidanceOn: '2019-03-02' }, '7 条线依据日期 2019-03-02：晚于生效日2019-03-01'],
    ['没有这一关系', { entrustingBasis: '委托书', entrustingNumber: '无文号', entrustingOn: '2019-02-20' }, '没有委托、派驻或者归口关系'],
  ])('%s', (_, cells, said) => {
    const found = problems(with_(7, cells));
    if (said === null) expect(found).toEqual([]);
    else expect(found).toEqual([expect.stringContaining(said)]);
  });

  it('没有这几列的文件：关系不变依据不变，另一方变了依据不再算数', () => {
    const known = carriedOut(with_(7, PAPER));
    const without = new Set([...ALL].filter((key) => !/(Basis|Number|On)$/.test(key)));
    expect(basesOf(plan(SMALL, known, without))).toHaveProperty('guidance');
    expect(basesOf(plan(with_(7, { lineSuperior: 'SF', from: '2026-02-01' }), known, without))).toEqual({});
    expect(basesOf(plan(SMALL, known))).toEqual({});
  });

  it('公告登记的依据再由文件写同一份，仍可找到公告', () => {
    const known = carriedOut(with_(7, PAPER)).map((u) => ({
      ...u,
      records: u.records.map((r) => ({ ...r, content: { ...r.content, bases: withMatter(r.content.bases) } })),
    }));
    expect(plan(with_(7, PAPER), known).units.flatMap((u) => u.revision.record)).toEqual([]);
    expect(basesOf(plan(with_(7, PAPER), known))?.guidance?.matterId).toBe('公告');
  });
});

function withMatter(bases: Bases): Bases {
  return bases.guidance === undefined ? bases : { guidance: { ...bases.guidance, matterId: '公告' } };
}
