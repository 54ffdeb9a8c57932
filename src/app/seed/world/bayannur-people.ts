import { addDays, type LocalDate } from '#law';
import { BUREAU, DEPARTMENT, HANDLER, office, type Seat, SMALL, SUPERVISOR } from './staff.ts';
import type { SeedPerson } from './world.ts';

const STAFFED_DEPARTMENTS: readonly (readonly [unit: string, code: string])[] = [
  ['市市场监管局', 'scjg'],
  ['市交通局', 'jt'],
  ['市农牧局', 'nm'],
  ['市应急局', 'yj'],
  ['市卫健委', 'wj'],
  ['市自然资源局', 'zrzy'],
  ['市生态环境局', 'hj'],
  ['市人社局', 'rs'],
  ['市城管局', 'cg'],
  ['市文旅局', 'wl'],
  ['市税务局', 'shuiwu'],
  ['市气象局', 'qx'],
];
const OTHER_DEPARTMENTS: readonly (readonly [unit: string, code: string])[] = [
  ['市教育局', 'jy'],
  ['市林草局', 'lc'],
  ['市水利局', 'sl'],
  ['市住建局', 'zj'],
  ['市交通支队', 'jtzd'],
  ['巴经开', 'jkq'],
];
const LIAISONS: readonly (readonly [unit: string, code: string])[] = [
  ['市监委', 'jw'],
  ['市公安局', 'ga'],
  ['市检察院', 'jcy'],
  ['市法院', 'fy'],
  ['市审计局', 'sjj'],
];
const WITH_SYSTEM: readonly Seat[] = [...DEPARTMENT, { role: 'machine' }];
const RECEIVER_ONLY: readonly Seat[] = [{ role: 'receiver' }, { role: 'head' }];

/** The posts of demo-city.md: the city, two banners in full, one borrowed supervisor from a third. */
export function bayannurPeople(anchor: LocalDate): readonly SeedPerson[] {
  const { staff } = office(anchor);
  const city = (unit: string, code: string, seats: readonly Seat[]) => staff({ unit, code, region: '150800' }, seats);
  return [
    ...city('市政府', 'zf', [{ role: 'government-leader' }, { role: 'government-office' }]),
    ...city('市司法局', 'sf', cityBureau(anchor)),
    ...city('市司法局信息中心', 'gl', [{ role: 'system-admin' }, { role: 'security-admin' }, { role: 'audit-admin' }]),
    ...city('特邀监督员', 'tyjd', [{ role: 'special-supervisor' }]),
    ...STAFFED_DEPARTMENTS.flatMap(([unit, code]) => city(unit, code, departmentOf(unit, anchor))),
    ...OTHER_DEPARTMENTS.flatMap(([unit, code]) => city(unit, code, SMALL)),
    ...LIAISONS.flatMap(([unit, code]) => city(unit, code, [{ role: 'liaison' }])),
    ...linhe(anchor, staff),
    ...urad(staff),
    ...staff({ unit: '五原司法局', code: 'wy-sf', region: '150821' }, [{ ...SUPERVISOR, alsoAt: [lentTo('临河司法局', anchor)] }]),
  ];
}

/** Four with certificates, two of them free for review; one certificate ends today, one ended yesterday (细则 16). */
function cityBureau(anchor: LocalDate): readonly Seat[] {
  return [
    ...BUREAU.slice(0, 2),
    SUPERVISOR,
    SUPERVISOR,
    { ...SUPERVISOR, through: anchor },
    { ...SUPERVISOR, through: addDays(anchor, -1) },
    ...BUREAU.slice(2),
    { role: 'machine' },
  ];
}

/** Departments of the city that work in systems of their own, which tell their cases. */
const OWN_SYSTEM: readonly string[] = ['市交通局', '市城管局', '市卫健委', '市自然资源局', '市文旅局', '市应急局'];

function departmentOf(unit: string, anchor: LocalDate): readonly Seat[] {
  if (unit === '市农牧局') return withExpired(anchor);
  return OWN_SYSTEM.includes(unit) ? WITH_SYSTEM : DEPARTMENT;
}

/** Days from the anchor of the last valid day of one enforcement certificate (S09). */
export const EXPIRED = -100;

/** A third handler whose certificate has run out, so that what he signed since can be doubted. */
function withExpired(anchor: LocalDate): readonly Seat[] {
  return [...DEPARTMENT, { ...HANDLER, through: addDays(anchor, EXPIRED) }];
}

/** 力量统筹 (细则 23¶1): a second post for a time. */
function lentTo(unit: string, anchor: LocalDate) {
  return { unit, role: 'supervisor', from: addDays(anchor, -30), until: addDays(anchor, 61) } as const;
}

type Staff = ReturnType<typeof office>['staff'];

function linhe(anchor: LocalDate, staff: Staff): readonly SeedPerson[] {
  const at = (unit: string, code: string, seats: readonly Seat[]) => staff({ unit, code: `lh-${code}`, region: '150802' }, seats);
  return [
    ...at('临河政府', 'zf', [{ role: 'government-leader' }]),
    ...at('临河司法局', 'sf', BUREAU),
    // These work in systems of their own, which tell their cases.
    ...at('临河市场监管局', 'scjg', WITH_SYSTEM),
    ...at('临河自然资源局', 'zrzy', WITH_SYSTEM),
    ...at('临河城管局', 'cg', WITH_SYSTEM),
    ...at('临河狼山镇', 'ls', RECEIVER_ONLY),
    ...at('临河狼山镇执法队', 'lsd', [HANDLER, HANDLER]),
    ...at('临河狼山镇派驻中队', 'lspz', [HANDLER, HANDLER]),
    ...at('临河狼山镇司法所', 'ls', [{ role: 'justice-office', certificate: 'supervision', through: addDays(anchor, 300) }]),
    ...at('临河团结街道', 'tj', RECEIVER_ONLY),
  ];
}

function urad(staff: Staff): readonly SeedPerson[] {
  const at = (unit: string, code: string, seats: readonly Seat[]) => staff({ unit, code: `wz-${code}`, region: '150824' }, seats);
  return [
    ...at('乌中政府', 'zf', [{ role: 'government-leader' }]),
    ...at('乌中司法局', 'sf', BUREAU),
    ...at('乌中农牧局', 'nm', DEPARTMENT),
    ...at('乌中林草局', 'lc', WITH_SYSTEM),
    ...at('乌中呼勒斯太苏木', 'hl', [...RECEIVER_ONLY, { role: 'machine' }]),
    ...at('乌中呼勒斯太苏木执法队', 'hld', [HANDLER, HANDLER]),
    ...at('乌中呼勒斯太苏木派驻中队', 'hlpz', [HANDLER]),
    ...at('乌中呼勒斯太苏木司法所', 'hl', [{ role: 'justice-office', certificate: 'supervision' }]),
  ];
}
