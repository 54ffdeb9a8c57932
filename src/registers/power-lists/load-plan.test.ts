import { describe, expect, it } from 'vitest';
import { type LocalDate, localDate, SHIPPED_LAWS } from '#law';
import type { RowProblem } from '#registers/loading';
import { listsDue } from './coverage.ts';
import { differences } from './differences.ts';
import { endedLaws } from './ended-laws.ts';
import type { ListColumn, ListUnit } from './list-columns.ts';
import { planLists, type RegisteredEntry } from './load-plan.ts';
import { type EntryContent, LIST_LABELS } from './model.ts';

const UNITS: readonly ListUnit[] = [
  { id: 'city-traffic', name: '市交通运输局', kind: 'department', tier: 'city' },
  { id: 'banner-traffic', name: '区交通运输局', kind: 'department', tier: 'banner' },
  { id: 'sumu', name: '呼勒斯太苏木', kind: 'township', tier: 'township' },
];
const unitOf = (written: string): ListUnit | null => UNITS.find((unit) => unit.name === written) ?? null;
const endedBy = (text: string, on: LocalDate) => endedLaws(text, on, SHIPPED_LAWS);

type Cells = Partial<Record<ListColumn, string>>;
const LINE: Cells = {
  list: '权责清单',
  organisation: '市交通运输局',
  code: '1508-CF-001',
  name: '对未按规定维护营运车辆的处罚',
  powerKind: '行政处罚',
  basis: '《道路运输条例》第七十条',
  from: '2025-01-01',
};
function planned(...lines: readonly Cells[]) {
  return planLists(
    lines.map((cells, i) => ({ line: i + 2, cells: { ...LINE, ...cells } })),
    { unitOf, endedBy, holderOf, register: [], today: localDate('2026-03-16') },
  );
}
/** 王某 of the city's traffic bureau, whose certificate ends on 2026-06-30. */
function holderOf(certificate: string, on: LocalDate) {
  const isHeld = certificate === '15080001' && on <= '2026-06-30';
  return isHeld ? { name: '王某', organisationId: 'city-traffic' } : null;
}
const said = (problems: readonly RowProblem[]) => problems.map((p) => `${p.line} ${p.column}：${p.reason}`);

describe('清单载入：一行一项，错在哪里说到哪里（细则第八条第三项）', () => {
  it('完整的一行新记一项，编码中的空格、全角字母归一', () => {
    const plan = planned({ code: ' １５０８-cf-001 ' });
    expect(plan.problems).toEqual([]);
    expect(plan.entries[0]).toMatchObject({ list: 'power', organisationId: 'city-traffic', code: '1508-CF-001', isNew: true });
    expect(plan.entries[0]?.revision.record).toHaveLength(1);
  });

  it('法制审核目录：处罚决定的情形写得出种类或者数额；其他执法类别照写', () => {
    const line = { list: '重大行政执法决定法制审核目录', code: '全部事项', name: '重大处罚', basis: '' };
    expect(planned({ ...line, conditions: '吊销许可证件、罚款5万元以上' }).entries[0]).toMatchObject({
      list: 'legal-review',
      code: '全部事项',
    });
    expect(said(planned({ ...line, conditions: '案情重大' }).problems)[0]).toContain('2 适用条件：处罚决定的审核情形应当写“全部”');
    expect(said(planned({ ...line, conditions: '' }).problems)).toHaveLength(1);
    expect(planned({ ...line, powerKind: '行政许可', conditions: '涉及重大公共利益的' }).problems).toEqual([]);
    expect(said(planned({ ...line, powerKind: '', conditions: '全部' }).problems)[0]).toContain('权力类别');
  });

  it('今日公布的可以载入；规范性文件公布目录写明公布日期的可以载入，不需要另写依据', () => {
    expect(planned({ publishedOn: '2026-03-16' }).problems).toEqual([]);
    const document = {
      list: '规范性文件公布目录',
      code: '巴交发〔2026〕8号',
      name: '办法',
      basis: '',
      powerKind: '',
      publishedOn: '2026-03-01',
    };
    expect(planned(document).entries[0]).toMatchObject({ list: 'normative-document', code: '巴交发〔2026〕8号' });
  });

  it.each([
    [{ organisation: '没有的局' }, '2 单位：名录中2025-01-01没有这个有效单位'],
    [{ basis: '' }, '2 设定依据：不能为空'],
    [{ powerKind: '' }, '2 权力类别：不能为空'],
    [{ powerKind: '处罚许可' }, '2 权力类别：应为'],
    [{ from: '2025年13月1日' }, '2 生效日：不是有效日期'],
    [{ through: '2024-12-31' }, '2 失效日：早于生效日2025-01-01'],
    [{ list: '五张清单' }, '2 清单：应为'],
    [{ name: '字'.repeat(501) }, '2 事项名称：超过500字'],
    [{ publishedOn: '2026-03-17' }, '2 公布日期：晚于今日（2026-03-16），尚未公布的不填公布日期'],
    [{ list: '规范性文件公布目录', code: '巴交发〔2026〕8号', name: '办法', basis: '' }, '2 公布日期：规范性文件公布目录应当写明公布日期'],
  ] as const)('%o 不能载入', (cells, reason) => {
    expect(said(planned(cells).problems).join('；')).toContain(reason);
  });

  it('同一清单、单位、编码的有效期重叠被指出；首尾相接不重叠', () => {
    expect(said(planned({ through: '2025-06-30' }, { from: '2025-06-30' }).problems)).toEqual([
      '3 生效日：与第2行同一清单、单位、编码的有效期重叠',
    ]);
    expect(planned({ through: '2025-06-30' }, { from: '2025-07-01', name: '新名称' }).problems).toEqual([]);
  });

  it('另一单位、另一清单用同一编码不算重叠', () => {
    expect(planned({}, { organisation: '区交通运输局' }, { list: '行政检查事项清单' }).problems).toEqual([]);
  });

  it('依据已经废止的法律逐行指出：废止当日起不能再用，前一日还可以', () => {
    const old = '《噪声污染防治法》第七十七条';
    expect(planned({ basis: old, from: '2026-08-14' }).problems).toEqual([]);
    expect(said(planned({ basis: old, from: '2026-08-15' }).problems)).toEqual([
      '2 设定依据：《噪声污染防治法》2026-08-15起已经废止，由《生态环境法典》替代',
    ]);
  });

  it('依据引用没有的条文被指出；未登记的法律不作判断', () => {
    expect(said(planned({ basis: '《行政处罚法》第一百条' }).problems)).toEqual(['2 设定依据：《行政处罚法》没有第100条']);
    expect(planned({ basis: '《从未登记的条例》第九百条' }).problems).toEqual([]);
  });
});

describe('四张清单由市级部门制定，写明适用条件（细则第十九条第二款）', () => {
  it.each(['不予处罚清单', '从轻处罚清单', '减轻处罚清单', '不予实施行政强制措施清单'])('%s', (list) => {
    expect(planned({ list, conditions: '初次违法，及时改正' }).problems).toEqual([]);
    expect(said(planned({ list }).problems)[0]).toContain('适用条件：');
    expect(said(planned({ list, organisation: '区交通运输局', conditions: '初次违法' }).problems)).toEqual([
      '2 单位：四张清单由市级行政执法部门制定（《实施细则》第十九条第二款）',
    ]);
  });
});

describe('赋权清单（处罚法第二十四条）', () => {
  const given: Cells = { list: '赋权清单', organisation: '呼勒斯太苏木', decision: '内政发〔2020〕1号' };
  it('单位是苏木乡镇、街道，写明决定文号', () => {
    expect(planned(given).problems).toEqual([]);
    expect(said(planned({ ...given, organisation: '市交通运输局' }).problems)[0]).toContain('应为苏木乡镇、街道');
    expect(said(planned({ ...given, decision: '' }).problems)[0]).toContain('决定的文号');
  });
});

describe('岗位职责分解：岗位、事项、执法人员逐项对应（细则第八条第三、五项）', () => {
  const duty: Cells = { list: '岗位职责分解', basis: '', powerKind: '', post: '执法一中队', officer: '王某', certificate: '15080001' };
  it('事项在本单位清单内、人员当日持有效证件的可以载入；一人一项为一条', () => {
    const plan = planned({}, duty);
    expect(plan.problems).toEqual([]);
    expect(plan.entries[1]).toMatchObject({ list: 'post-duty', code: '1508-CF-001/15080001' });
  });
  it('证件有效期最后一日可以，次日不行', () => {
    expect(planned({}, { ...duty, from: '2026-06-30' }).problems).toEqual([]);
    expect(said(planned({}, { ...duty, from: '2026-07-01' }).problems)).toEqual([
      '3 执法证号：2026-07-01本单位没有持该有效行政执法证的这名人员（《实施细则》第八条第五项）',
    ]);
  });
  it.each([
    [{ officer: '李某' }, '执法证号：2025-01-01本单位没有持该有效行政执法证的这名人员'],
    [{ certificate: '15089999' }, '执法证号：2025-01-01本单位没有持该有效行政执法证的这名人员'],
    [{ organisation: '区交通运输局' }, '执法证号：2025-01-01本单位没有持该有效行政执法证的这名人员'],
    [{ post: '' }, '岗位：岗位职责分解应当写明岗位'],
    [{ officer: '' }, '执法人员：岗位职责分解应当写明执法人员'],
    [{ certificate: '' }, '执法证号：岗位职责分解应当写明执法证号'],
    [{ code: '1508-CF-009' }, '事项编码：本单位权责清单2025-01-01没有这个事项'],
    [{ from: '2024-12-31' }, '事项编码：本单位权责清单2024-12-31没有这个事项'],
  ] as const)('%o 不能载入', (cells, reason) => {
    expect(said(planned({}, { ...duty, ...cells }).problems).join('；')).toContain(reason);
  });
  it('清单已经登记的，文件里不必再有；事项终止之日起不能再分解', () => {
    const register: readonly RegisteredEntry[] = [
      {
        ...{ list: 'power', organisationId: 'city-traffic', code: '1508-CF-001' },
        records: [{ id: 'a', from: localDate('2025-01-01'), until: localDate('2025-07-01'), content: content({}) }],
      },
    ];
    const on = (from: string) =>
      planLists([{ line: 2, cells: { ...LINE, ...duty, from } }], { unitOf, endedBy, holderOf, register }).problems;
    expect(on('2025-06-30')).toEqual([]);
    expect(said(on('2025-07-01'))[0]).toContain('没有这个事项');
  });
});

describe('内部监督制度（细则第二十五条）和年度行政检查计划', () => {
  const system: Cells = { list: '内部监督制度', code: '25(1)', name: '执法人员管理办法', basis: '', decision: '巴交发〔2025〕1号' };
  it('机构、人员和六项制度各有固定编码，写明文号', () => {
    expect(planned(system, { ...system, code: '机构' }, { ...system, code: '２５（６）' }).problems).toEqual([]);
    expect(said(planned({ ...system, code: '25(7)' }).problems)[0]).toContain('25(6)（责任追究制度）（《实施细则》第二十五条）');
    expect(said(planned({ ...system, decision: '' }).problems)[0]).toContain('文号');
  });
  it('计划的编码是年份', () => {
    const plan: Cells = { list: '年度行政检查计划', code: '2026', name: '2026年度行政检查计划', basis: '' };
    expect(planned(plan).problems).toEqual([]);
    expect(said(planned({ ...plan, code: '26' }).problems)).toEqual(['2 事项编码：年度行政检查计划的编码写年份，如2026']);
  });
});

const content = (changed: Partial<EntryContent>): EntryContent => ({
  name: '对未按规定维护营运车辆的处罚',
  powerKind: 'penalty',
  basis: '《道路运输条例》第七十条',
  duty: null,
  accountability: null,
  conditions: null,
  measure: null,
  decision: null,
  publishedOn: null,
  publishedAt: null,
  domain: null,
  evaluatedOn: null,
  post: null,
  officer: null,
  certificate: null,
  ...changed,
});

describe('再次载入', () => {
  const register: readonly RegisteredEntry[] = [
    {
      list: 'power',
      organisationId: 'city-traffic',
      code: '1508-CF-001',
      records: [{ id: 'a', from: localDate('2025-01-01'), until: null, content: content({}) }],
    },
  ];
  it('内容相同的没有变化；自某日起改名的，取代旧记载并保留以前的日子', () => {
    const again = planLists([{ line: 2, cells: LINE }], { unitOf, endedBy, register });
    expect(again.entries[0]?.revision).toEqual({ supersede: [], record: [] });
    const renamed = planLists([{ line: 2, cells: { ...LINE, from: '2026-01-01', name: '改名' } }], { unitOf, endedBy, register });
    expect(renamed.entries[0]?.revision).toMatchObject({
      supersede: ['a'],
      record: [
        { from: '2025-01-01', until: '2026-01-01' },
        { from: '2026-01-01', until: null, content: { name: '改名' } },
      ],
    });
  });
});

describe('两日之间的变化', () => {
  it('新增、终止、变更各说各的，没有变化的不列', () => {
    const before = [
      { code: '1', content: content({}) },
      { code: '2', content: content({ name: '要终止的' }) },
      { code: '3', content: content({ publishedOn: null }) },
    ];
    const after = [
      { code: '1', content: content({}) },
      { code: '3', content: content({ publishedOn: localDate('2026-03-02') }) },
      { code: '4', content: content({ name: '新来的' }) },
    ];
    expect(differences(before, after)).toEqual([
      { what: 'ended', code: '2', name: '要终止的', fields: [] },
      { what: 'changed', code: '3', name: content({}).name, fields: [{ label: '公布日期', before: '', after: '2026-03-02' }] },
      { what: 'added', code: '4', name: '新来的', fields: [] },
    ]);
  });
});

describe('应录未录（细则第八条第九、十项）', () => {
  it('确认主体资格的部门应录权责清单、随机抽查事项、内部监督制度；苏木乡镇应录权责清单', () => {
    expect(listsDue({ kind: 'department', tier: 'banner', qualification: 'confirmed' })).toEqual([
      'power',
      'spot-check',
      'internal-system',
    ]);
    expect(listsDue({ kind: 'township', tier: 'township', qualification: 'confirmed' })).toEqual(['power']);
  });
  it('受委托组织、司法行政部门、主体资格暂停的单位不因此算缺；四张清单没有也不算缺', () => {
    expect(listsDue({ kind: 'delegate', tier: 'city', qualification: 'confirmed' })).toEqual([]);
    expect(listsDue({ kind: 'bureau', tier: 'city', qualification: 'confirmed' })).toEqual([]);
    expect(listsDue({ kind: 'department', tier: 'city', qualification: 'suspended' })).toEqual([]);
    for (const list of listsDue({ kind: 'department', tier: 'city', qualification: 'confirmed' }))
      expect(LIST_LABELS[list]).not.toContain('处罚清单');
  });
});
