import { type LocalDate, localDate, RELATIONS, type Relation } from '#law';
import { DEPARTMENTS, EXTERNALS, VERTICALS } from './departments.ts';
import type { Banner, Divisions, Township } from './divisions.ts';
import { type SeedPaper, type SeedUnit, unit } from './world.ts';

const NAME = '巴彦淖尔市';
const CITY = { tier: 'city', regionCode: '150800', bureau: '市司法局' } as const;

/** Organs with planted violations: marked in their names, hence in every document head and number list. */
const PLANTED = new Set([
  '市生态环境局',
  '市城管局',
  '市卫健委',
  '市人社局',
  '市文旅局',
  '市交通支队',
  '临河生态环境分局',
  '临河文物所',
  '市市场监管局',
  '市交通局',
  '市农牧局',
  '市应急局',
  '临河市场监管局',
  '临河自然资源局',
  '临河城管局',
  '乌中农牧局',
  '乌中林草局',
  '五原卫健委',
  '五原应急局',
  '五原人社局',
  '乌前自然资源局',
  '乌前文旅局',
  '临河狼山镇',
  '乌中呼勒斯太苏木',
  // Planted about in the year alone.
  '五原住建局',
  '磴口住建局',
  '杭后住建局',
  '乌前住建局',
  '五原民政局',
  '磴口民政局',
  '杭后民政局',
  '乌前民政局',
  '市工信局',
  '市水利局',
  '市商务局',
  '市民政局',
  '市能源局',
  '五原发改委',
  '磴口发改委',
  '乌前发改委',
  '五原工信局',
  '磴口工信局',
  '乌后工信局',
  '五原水利局',
  '磴口水利局',
  '杭后水利局',
  '乌前水利局',
  '五原医保局',
  '磴口医保局',
]);
const marked = (key: string, name: string) => (PLANTED.has(key) ? `${name}（演示）` : name);

/** `suspendedFrom`: the day from which one small unit may no longer decide. */
export function bayannurUnits(divisions: Divisions, suspendedFrom: LocalDate): readonly SeedUnit[] {
  return [
    ...cityUnits(),
    ...committees(divisions),
    ...divisions.banners.flatMap(bannerUnits),
    heritageOffice(suspendedFrom),
    ...externalUnits(),
  ].map(onPaper);
}

/** Two relations stand without a paper, for somebody to find: a stationed team, and a department whose line nobody has put down. */
const WITHOUT_PAPER: ReadonlyMap<string, Relation> = new Map([
  ['乌中呼勒斯太苏木派驻中队', 'entrusting'],
  ['五原教育局', 'guidance'],
]);
const REFORM: SeedPaper = { name: '机构改革方案（演示）', number: '演示〔2019〕1号', on: localDate('2019-02-20'), matterId: null };
const SIDES = { supervision: 'bureau', guidance: 'lineSuperior', entrusting: 'answersThrough' } as const satisfies Record<
  Relation,
  keyof SeedUnit
>;

function onPaper(u: SeedUnit): SeedUnit {
  const founded = RELATIONS.filter((r) => u[SIDES[r]] !== null && WITHOUT_PAPER.get(u.key) !== r);
  return { ...u, bases: Object.fromEntries(founded.map((r) => [r, REFORM])) };
}

function heritageOffice(suspendedFrom: LocalDate): SeedUnit {
  const key = '临河文物所';
  return unit({
    ...{ key, name: marked(key, '临河区文物保护管理所'), shortName: key, kind: 'authorised', tier: 'banner', regionCode: '150802' },
    ...{ superior: '临河政府', bureau: '临河司法局', documentPrefix: '临文物', domain: '文旅', suspendedFrom },
  });
}

function cityUnits(): readonly SeedUnit[] {
  const named = (key: string, name: string, mark: string | null) => ({ ...CITY, key, name: marked(key, name), documentPrefix: mark });
  return [
    unit({ ...named('市政府', `${NAME}人民政府`, '巴政'), kind: 'government', shortName: '市政府' }),
    unit({
      ...named('市司法局', `${NAME}司法局`, '巴司'),
      ...{ kind: 'bureau', shortName: '市司法局', superior: '市政府', lineSuperior: '自治区司法厅' },
    }),
    unit({ ...named('市司法局信息中心', `${NAME}司法局信息中心`, null), kind: 'subordinate', superior: '市司法局' }),
    ...DEPARTMENTS.flatMap((d) =>
      d.city === null
        ? []
        : [
            unit({
              ...named(`市${d.key}`, `${NAME}${d.city}`, `巴${d.mark}`),
              ...{ kind: 'department', shortName: `市${d.key}`, superior: '市政府', domain: d.domain },
            }),
          ],
    ),
    unit({
      ...named('市生态环境局', `${NAME}生态环境局`, '巴环'),
      ...{ kind: 'department', shortName: '市生态环境局', superior: '市政府', domain: '生态环境' },
    }),
    unit({
      ...named('市交通支队', `${NAME}交通运输综合行政执法支队`, null),
      ...{ kind: 'delegate', shortName: '市交通支队', superior: '市交通局', answersThrough: '市交通局', domain: '交通运输' },
    }),
    ...VERTICALS.map((v) =>
      unit({
        ...named(`市${v.key}`, v.city(NAME), `巴${v.mark}`),
        ...{ kind: 'vertical', shortName: `市${v.key}`, superior: v.above, lineSuperior: v.above, domain: v.domain },
        ...{ leadKind: v.leadKind, leadBasis: v.leadBasis },
      }),
    ),
  ];
}

/** 经开区, 口岸, 农高区: organs sent out by the city government; they have a region of their own. */
function committees(divisions: Divisions): readonly SeedUnit[] {
  return divisions.committees.map((c) =>
    unit({
      ...CITY,
      ...{ key: c.mark, name: `${c.name}管理委员会`, shortName: `${c.mark}管委会`, kind: 'committee', regionCode: c.code },
      ...{ superior: '市政府', documentPrefix: c.mark },
    }),
  );
}

function bannerUnits(b: Banner): readonly SeedUnit[] {
  const bureau = `${b.short}司法局`;
  const base = { tier: 'banner', regionCode: b.code, bureau } as const;
  const government = `${b.short}政府`;
  return [
    unit({
      ...base,
      ...{ key: government, name: `${b.name}人民政府`, shortName: government, kind: 'government' },
      ...{ superior: '市政府', documentPrefix: `${b.mark}政` },
    }),
    unit({
      ...base,
      ...{ key: bureau, name: `${b.name}司法局`, shortName: bureau, kind: 'bureau', superior: government },
      ...{ lineSuperior: '市司法局', documentPrefix: `${b.mark}司` },
    }),
    ...DEPARTMENTS.flatMap((d) =>
      d.banner === null
        ? []
        : [
            unit({
              ...base,
              ...{ key: `${b.short}${d.key}`, name: marked(`${b.short}${d.key}`, `${b.name}${d.banner}`), shortName: `${b.short}${d.key}` },
              ...{
                kind: 'department',
                superior: government,
                lineSuperior: `市${d.key}`,
                documentPrefix: `${b.mark}${d.mark}`,
                domain: d.domain,
              },
            }),
          ],
    ),
    ...branchesOfCity(b, base),
    ...b.townships.flatMap((t) => townshipUnits(b, t)),
  ];
}

type Base = { readonly tier: 'banner'; readonly regionCode: string; readonly bureau: string };

/** Located in the banner, led by the city's organ: vertical units and the branch of the environment bureau. */
function branchesOfCity(b: Banner, base: Base): readonly SeedUnit[] {
  const branch = `${b.short}生态环境分局`;
  return [
    unit({
      ...base,
      ...{
        key: branch,
        name: marked(branch, `${NAME}生态环境局${b.name}分局`),
        shortName: branch,
        kind: 'subordinate',
        domain: '生态环境',
      },
      ...{ superior: '市生态环境局', lineSuperior: '市生态环境局', answersThrough: '市生态环境局' },
    }),
    ...VERTICALS.flatMap((v) =>
      v.banner === null
        ? []
        : [
            unit({
              ...base,
              ...{ key: `${b.short}${v.key}`, name: v.banner(b.name), shortName: `${b.short}${v.key}`, kind: 'vertical', domain: v.domain },
              ...{ superior: `市${v.key}`, lineSuperior: `市${v.key}`, documentPrefix: `${b.mark}${v.mark}` },
              ...{ leadKind: v.leadKind, leadBasis: v.leadBasis },
            }),
          ],
    ),
  ];
}

const STATIONED = new Map([
  ['150802100', '自然资源局'],
  ['150824200', '林草局'],
]);

/** 苏木乡镇街道 with its team, its 司法所 (of the banner bureau), and in two places a stationed team (细则 23). */
function townshipUnits(b: Banner, t: Township): readonly SeedUnit[] {
  const isStreet = t.kind === '街道';
  const stem = t.name.replace(/(街道|镇|乡|苏木)$/, '');
  const key = `${b.short}${t.name}`;
  const base = { tier: 'township', regionCode: t.code, bureau: `${b.short}司法局` } as const;
  const stationed = STATIONED.get(t.code);
  return [
    unit({
      ...base,
      ...{ key, name: marked(key, `${b.name}${t.name}${isStreet ? '办事处' : '人民政府'}`), shortName: t.name, kind: 'township' },
      ...{ superior: `${b.short}政府`, documentPrefix: `${b.mark}${isStreet ? `${stem}街` : stem}` },
    }),
    unit({
      ...base,
      ...{ key: `${key}执法队`, name: `${b.name}${t.name}综合行政执法队`, shortName: `${t.name}执法队`, kind: 'township' },
      ...{ superior: key, answersThrough: key },
    }),
    unit({
      ...base,
      ...{ key: `${key}司法所`, name: `${b.name}司法局${isStreet ? t.name : stem}司法所`, shortName: `${stem}司法所` },
      ...{ kind: 'justice-office', superior: `${b.short}司法局`, lineSuperior: `${b.short}司法局` },
    }),
    ...(stationed === undefined ? [] : [stationedTeam(b, t, stationed)]),
  ];
}

function stationedTeam(b: Banner, t: Township, department: string): SeedUnit {
  const of = `${b.short}${department}`;
  return unit({
    ...{ tier: 'township', regionCode: t.code, bureau: `${b.short}司法局`, kind: 'stationed' },
    ...{ key: `${b.short}${t.name}派驻中队`, name: `${b.name}${department}派驻${t.name}执法中队`, shortName: `派驻${t.name}中队` },
    ...{ superior: of, lineSuperior: of, answersThrough: of },
  });
}

function externalUnits(): readonly SeedUnit[] {
  const outside = (key: string, name: string, regionCode: string) =>
    unit({ ...CITY, key, name, kind: 'external', regionCode, bureau: null });
  return [
    outside('自治区司法厅', '内蒙古自治区司法厅', '150000'),
    ...VERTICALS.map((v) => outside(v.above, v.above, '150000')),
    ...EXTERNALS.map(([key, name]) => outside(`市${key}`, name, '150800')),
    unit({ ...CITY, key: '特邀监督员', name: `${NAME}行政执法特邀监督员`, kind: 'external', superior: '市司法局' }),
  ];
}
