import { addDays, type LocalDate, type Role } from '#law';
import { enforcementCertificate, supervisionCertificate } from '../app/seed/world/people.ts';
import { type SeedCertificate, type SeedPost, type SeedUnit, unit } from '../app/seed/world/world.ts';

export type TestPost = {
  readonly role: Role;
  readonly name: string;
  readonly certificates: readonly SeedCertificate[];
  readonly alsoAt?: readonly SeedPost[];
};
export type TestUnit = { readonly unit: SeedUnit; readonly posts: Readonly<Record<string, TestPost>> };

const CITY = { tier: 'city', regionCode: '150800', bureau: '市司法局' } as const;
const DISTRICT = { tier: 'banner', regionCode: '150802', bureau: '区司法局' } as const;
const BANNER = { tier: 'banner', regionCode: '150824', bureau: '旗司法局' } as const;
const TOWN = { tier: 'township', regionCode: '150802100', bureau: '区司法局' } as const;
const SUMU = { tier: 'township', regionCode: '150824200', bureau: '旗司法局' } as const;

const post = (role: Role, name: string, certificates: readonly SeedCertificate[] = []): TestPost => ({ role, name, certificates });

/** A receiving unit's people: 收文员, 承办人 with a certificate each, 法制机构, leaders. */
function department(anchor: LocalDate, numbers: string) {
  return {
    receiver: post('receiver', '收文员'),
    handlerA: post('handler', '承办人甲', [enforcementCertificate(`${numbers}1`, anchor)]),
    handlerB: post('handler', '承办人乙', [enforcementCertificate(`${numbers}2`, anchor)]),
    legalOffice: post('legal-office', '法制员', [enforcementCertificate(`${numbers}3`, anchor)]),
    deputyHead: post('deputy-head', '分管副局长'),
    head: post('head', '局长'),
  };
}

/** A bureau's people; two supervisors may handle, the others are free for review. */
function bureau(anchor: LocalDate, numbers: string) {
  return {
    supervisorA: post('supervisor', '监督员甲', [supervisionCertificate(`${numbers}1`, anchor)]),
    supervisorB: post('supervisor', '监督员乙', [supervisionCertificate(`${numbers}2`, anchor)]),
    checker: post('checker', '审核员', [supervisionCertificate(`${numbers}3`, anchor)]),
    deputyHead: post('deputy-head', '分管副局长', [supervisionCertificate(`${numbers}4`, anchor)]),
    head: post('head', '局长', [supervisionCertificate(`${numbers}5`, anchor)]),
    sealKeeper: post('seal-keeper', '文印员'),
    receiver: post('receiver', '收文员'),
  };
}

function cityUnits(anchor: LocalDate) {
  return {
    市政府: {
      unit: unit({ ...CITY, key: '市政府', name: '巴彦淖尔市人民政府', kind: 'government', documentPrefix: '巴政' }),
      posts: { leader: post('government-leader', '副市长'), office: post('government-office', '政府办文员') },
    },
    市司法局: {
      unit: unit({
        ...CITY,
        ...{ key: '市司法局', name: '巴彦淖尔市司法局', kind: 'bureau', documentPrefix: '巴司' },
        ...{ superior: '市政府', lineSuperior: '自治区司法厅' },
      }),
      posts: {
        ...bureau(anchor, '1508009000'),
        supervisorC: post('supervisor', '监督员丙', [supervisionCertificate('15080090006', anchor)]),
        supervisorD: post('supervisor', '监督员丁', [supervisionCertificate('15080090007', anchor)]),
        expiresToday: post('supervisor', '监督员戊', [supervisionCertificate('15080090008', anchor, anchor)]),
        expiredYesterday: post('supervisor', '监督员己', [supervisionCertificate('15080090009', anchor, addDays(anchor, -1))]),
        machine: post('machine', '系统对接账号'),
      },
    },
    平台运行中心: {
      unit: unit({ ...CITY, key: '平台运行中心', name: '巴彦淖尔市司法局信息中心', kind: 'subordinate', superior: '市司法局' }),
      posts: {
        systemAdmin: post('system-admin', '系统管理员'),
        securityAdmin: post('security-admin', '安全管理员'),
        auditAdmin: post('audit-admin', '审计管理员'),
      },
    },
    特邀监督员: {
      unit: unit({ ...CITY, key: '特邀监督员', name: '巴彦淖尔市行政执法特邀监督员', kind: 'external', superior: '市司法局' }),
      posts: { member: post('special-supervisor', '特邀监督员') },
    },
    市市场监管局: {
      unit: unit({
        ...CITY,
        ...{
          key: '市市场监管局',
          name: '巴彦淖尔市市场监督管理局（演示）',
          kind: 'department',
          superior: '市政府',
          documentPrefix: '巴市监',
        },
      }),
      posts: department(anchor, '1508001000'),
    },
    市交通局: {
      unit: unit({
        ...CITY,
        ...{ key: '市交通局', name: '巴彦淖尔市交通运输局', kind: 'department', superior: '市政府', documentPrefix: '巴交' },
      }),
      posts: department(anchor, '1508001001'),
    },
    交通支队: {
      unit: unit({
        ...CITY,
        ...{
          key: '交通支队',
          name: '巴彦淖尔市交通运输综合行政执法支队',
          kind: 'delegate',
          superior: '市交通局',
          answersThrough: '市交通局',
        },
      }),
      posts: { handlerA: post('handler', '承办人甲', [enforcementCertificate('15080010021', anchor)]), head: post('head', '支队长') },
    },
    市税务局: {
      unit: unit({
        ...CITY,
        ...{ key: '市税务局', name: '国家税务总局巴彦淖尔市税务局', kind: 'vertical', leadKind: 'vertical', leadBasis: '三定规定（演示）' },
        ...{ superior: '自治区税务局', lineSuperior: '自治区税务局', documentPrefix: '巴税' },
      }),
      posts: department(anchor, '1508001003'),
    },
  } satisfies Record<string, TestUnit>;
}

function externalUnits() {
  const external = (key: string, name: string, regionCode = '150800') => unit({ ...CITY, key, name, kind: 'external', regionCode });
  return {
    自治区司法厅: { unit: external('自治区司法厅', '内蒙古自治区司法厅', '150000'), posts: {} },
    自治区税务局: { unit: external('自治区税务局', '国家税务总局内蒙古自治区税务局', '150000'), posts: {} },
    市监委: { unit: external('市监委', '巴彦淖尔市监察委员会'), posts: { liaison: post('liaison', '监委联络人') } },
    市公安局: { unit: external('市公安局', '巴彦淖尔市公安局'), posts: { liaison: post('liaison', '公安联络人') } },
  } satisfies Record<string, TestUnit>;
}

function districtUnits(anchor: LocalDate) {
  return {
    区政府: {
      unit: unit({ ...DISTRICT, key: '区政府', name: '临河区人民政府', kind: 'government', superior: '市政府', documentPrefix: '临政' }),
      posts: { leader: post('government-leader', '副区长') },
    },
    区司法局: {
      unit: unit({
        ...DISTRICT,
        ...{ key: '区司法局', name: '临河区司法局', kind: 'bureau', superior: '区政府', lineSuperior: '市司法局', documentPrefix: '临司' },
      }),
      posts: bureau(anchor, '1508029000'),
    },
    区市场监管局: {
      unit: unit({
        ...DISTRICT,
        ...{ key: '区市场监管局', name: '临河区市场监督管理局（演示）', kind: 'department', superior: '区政府' },
        ...{ lineSuperior: '市市场监管局', documentPrefix: '临市监' },
      }),
      posts: department(anchor, '1508021000'),
    },
    狼山镇: {
      unit: unit({ ...TOWN, key: '狼山镇', name: '临河区狼山镇人民政府', kind: 'township', superior: '区政府', documentPrefix: '临狼' }),
      posts: { receiver: post('receiver', '收文员'), head: post('head', '镇长') },
    },
    狼山镇执法队: {
      unit: unit({
        ...TOWN,
        key: '狼山镇执法队',
        name: '狼山镇综合行政执法队',
        kind: 'township',
        superior: '狼山镇',
        answersThrough: '狼山镇',
      }),
      posts: { handlerA: post('handler', '承办人甲', [enforcementCertificate('15080210021', anchor)]) },
    },
    派驻中队: {
      unit: unit({
        ...TOWN,
        ...{ key: '派驻中队', name: '临河区市场监督管理局派驻狼山镇执法中队（演示）', kind: 'stationed', superior: '区市场监管局' },
        ...{ lineSuperior: '区市场监管局', answersThrough: '区市场监管局' },
      }),
      posts: { handlerA: post('handler', '承办人甲', [enforcementCertificate('15080210031', anchor)]) },
    },
    狼山司法所: {
      unit: unit({
        ...TOWN,
        key: '狼山司法所',
        name: '临河区司法局狼山司法所',
        kind: 'justice-office',
        superior: '区司法局',
        lineSuperior: '区司法局',
      }),
      posts: { officer: post('justice-office', '司法所所长', [supervisionCertificate('15080290021', anchor)]) },
    },
  } satisfies Record<string, TestUnit>;
}

function bannerUnits(anchor: LocalDate) {
  /** 力量统筹 (细则 23¶1): also serves the neighbouring bureau, from thirty days ago through sixty days ahead. */
  const borrowed: SeedPost = { unit: '区司法局', role: 'supervisor', from: addDays(anchor, -30), until: addDays(anchor, 61) };
  return {
    旗政府: {
      unit: unit({
        ...BANNER,
        key: '旗政府',
        name: '乌拉特中旗人民政府',
        kind: 'government',
        superior: '市政府',
        documentPrefix: '乌中政',
      }),
      posts: { leader: post('government-leader', '副旗长') },
    },
    旗司法局: {
      unit: unit({
        ...BANNER,
        ...{
          key: '旗司法局',
          name: '乌拉特中旗司法局',
          kind: 'bureau',
          superior: '旗政府',
          lineSuperior: '市司法局',
          documentPrefix: '乌中司',
        },
      }),
      posts: {
        ...bureau(anchor, '1508249000'),
        borrowed: { ...post('supervisor', '借调监督员', [supervisionCertificate('15082490006', anchor)]), alsoAt: [borrowed] },
      },
    },
    旗市场监管局: {
      unit: unit({
        ...BANNER,
        ...{ key: '旗市场监管局', name: '乌拉特中旗市场监督管理局', kind: 'department', superior: '旗政府' },
        ...{ lineSuperior: '市市场监管局', documentPrefix: '乌中市监' },
      }),
      posts: department(anchor, '1508241000'),
    },
    呼勒斯太苏木: {
      unit: unit({ ...SUMU, key: '呼勒斯太苏木', name: '乌拉特中旗呼勒斯太苏木人民政府', kind: 'township', superior: '旗政府' }),
      posts: { receiver: post('receiver', '收文员'), head: post('head', '苏木达') },
    },
    呼勒斯太司法所: {
      unit: unit({
        ...SUMU,
        ...{ key: '呼勒斯太司法所', name: '乌拉特中旗司法局呼勒斯太司法所', kind: 'justice-office' },
        ...{ superior: '旗司法局', lineSuperior: '旗司法局' },
      }),
      posts: { officer: post('justice-office', '司法所所长', [supervisionCertificate('15082490021', anchor)]) },
    },
  } satisfies Record<string, TestUnit>;
}

/** One city, two banners, a township each, a vertical unit, a delegate, a stationed team, two 司法所. */
export function smallCityUnits(anchor: LocalDate) {
  return { ...cityUnits(anchor), ...externalUnits(), ...districtUnits(anchor), ...bannerUnits(anchor) };
}

const OTHER = { tier: 'city', regionCode: '990100', bureau: '司法局' } as const;

/** 磴洲: a city that does not exist, with another profile and no branch of 司法所. */
export function secondCityUnits(anchor: LocalDate) {
  return {
    市政府: {
      unit: unit({ ...OTHER, key: '市政府', name: '磴洲市人民政府', kind: 'government', documentPrefix: '磴政' }),
      posts: { leader: post('government-leader', '副市长') },
    },
    司法局: {
      unit: unit({ ...OTHER, key: '司法局', name: '磴洲市司法局', kind: 'bureau', superior: '市政府', documentPrefix: '磴司' }),
      posts: bureau(anchor, '9901009000'),
    },
    市场监管局: {
      unit: unit({
        ...OTHER,
        ...{ key: '市场监管局', name: '磴洲市市场监督管理局（演示）', kind: 'department', superior: '市政府', documentPrefix: '磴市监' },
      }),
      posts: department(anchor, '9901001000'),
    },
  } satisfies Record<string, TestUnit>;
}
