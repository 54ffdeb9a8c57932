import { addDays, addYears, type LocalDate, yearOf, ymd } from '#law';
import { codeOf } from '../lists/items.ts';
import { dice } from '../world/seeded.ts';
import { unitCode } from '../world/unit-code.ts';
import type { SeedWorld } from '../world/world.ts';
import { CONDUCTS } from './conducts.ts';
import { type Conduct, lawful, numberOf, type Organ, party, type Row } from './decision.ts';
import { type Plant, type PlantingDays, plants, type Undoing } from './plants.ts';
import { type Reporter, reporters } from './reporting-units.ts';
import { type UnitPlant, unitPlants } from './unit-plants.ts';

/** One decision of the city. `plant` names its line in the truth table; null: nothing about it is doubtful. */
export type Planned = {
  readonly unit: string;
  readonly by: string;
  readonly decidedOn: LocalDate;
  readonly plant: string | null;
  readonly number: string;
  readonly undone: Undoing | null;
  /** What the department reports; null where only the credit platform shows it. */
  readonly own: Row | null;
  readonly credit: Row | null;
};

/** Months of both years in which every unit decides something: the same in both, so that nothing seems to grow. */
const MONTHS = [1, 2, 4, 5, 7, 8, 10, 11, 12];
/** Decisions reach the platform some days after they were made. */
const LATEST = -20;

type Draft = {
  readonly reporter: Reporter;
  readonly decidedOn: LocalDate;
  readonly plant: Plant | null;
  readonly month: number;
  /** What stands in its columns instead, beside what is planted. */
  readonly columns?: Row;
};

/** All decisions of the demonstration city, numbered by unit and year in the order of their days. */
export function plannedDecisions(world: SeedWorld, days: PlantingDays, rounds = 1): readonly Planned[] {
  const reporting = reporters(world);
  const planted = plants(days, rounds);
  const first = Math.min(...planted.map((p) => yearOf(p.decidedOn))) - 1;
  const drafts = [
    ...reporting.flatMap((r) => ordinary(r, days, first)),
    ...planted.map((p) => drafted(p, reporting)),
    ...planted.flatMap((p, i) => counterweight(p, i, drafted(p, reporting), days)),
    ...unitPlants(days, rounds).flatMap(ofUnit),
  ];
  const byUnit = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const key = `${draft.reporter.unit}/${yearOf(draft.decidedOn)}`;
    byUnit.set(key, [...(byUnit.get(key) ?? []), draft]);
  }
  const inOrder = [...byUnit.values()].flatMap((list) =>
    list.sort((a, b) => (a.decidedOn < b.decidedOn ? -1 : a.decidedOn > b.decidedOn ? 1 : 0)).map((draft, i) => ({ draft, number: i + 1 })),
  );
  return inOrder.map(({ draft, number }, i) => written(world, draft, number, i + 1));
}

function ordinary(reporter: Reporter, days: PlantingDays, firstYear: number): readonly Draft[] {
  const until = addDays(days.anchor, LATEST);
  const years = Array.from({ length: yearOf(days.anchor) - firstYear + 1 }, (_, i) => firstYear + i);
  return years.flatMap((year) =>
    MONTHS.flatMap((month) => {
      const day = ymd(year, month, 2 + dice(`${reporter.unit}/${month}`).below(24));
      const decidedOn = day === null ? null : days.working(day, 1);
      return decidedOn === null || decidedOn > until ? [] : [{ reporter, decidedOn, plant: null, month }];
    }),
  );
}

/** Units of which every single decision is planted, and too few for a year to be judged. */
const ONLY_PLANTED = ['市交通支队', '临河文物所', '临河生态环境分局', '临河狼山镇', '乌中呼勒斯太苏木'];

/** The same sum in the year before, lawfully imposed: what is planted must not make a whole year look suspicious. */
function counterweight(plant: Plant, i: number, { reporter, month }: Draft, days: PlantingDays): readonly Draft[] {
  if (ONLY_PLANTED.includes(plant.unit)) return [];
  const fine = plant.columns['罚款金额(元)'];
  const decidedOn = days.working(addDays(addYears(plant.decidedOn, -1), -1), 1);
  const amount = typeof fine === 'number' ? { '罚款金额(元)': fine, 处罚内容: `罚款人民币${fine}元` } : {};
  const who = party(COUNTERWEIGHTS + i, '法人及非法人组织');
  const columns = {
    ...amount,
    ...{ 行政相对人名称: who.name, 行政相对人类别: who.kind, 行政相对人统一社会信用代码: who.code, 证件类型: '', 证件号码: '' },
    ...{ 违法行为类型: `专项整治第${i + 1}类行为`, 备案日期: addDays(decidedOn, 5) },
  };
  return [{ reporter, decidedOn, plant: null, month, columns }];
}

const COUNTERWEIGHTS = 8000;

function ofUnit({ unit, trade, decisions }: UnitPlant): readonly Draft[] {
  return decisions.map(({ decidedOn, conduct, columns }) => ({
    ...{ reporter: { unit, trade, by: 'sf-jk' }, decidedOn, plant: null, month: conduct, columns },
  }));
}

/** Units that decide only what is planted report through the city's data exchange. */
function drafted(plant: Plant, reporting: readonly Reporter[]): Draft {
  const reporter = reporting.find((r) => r.unit === plant.unit) ?? { unit: plant.unit, trade: tradeOf(plant.unit), by: 'sf-jk' };
  // Rounds take turns between the two conducts, so that no year rests on one item; a planted sum belongs to the first.
  const month = plant.columns['罚款金额(元)'] === undefined ? (plant.round ?? 0) : 0;
  return { reporter, decidedOn: plant.decidedOn, plant, month };
}

function tradeOf(unit: string): string {
  return unit.includes('环境') ? '城管局' : unit.includes('文物') ? '文旅局' : '交通局';
}

function written(world: SeedWorld, { reporter, decidedOn, plant, month, columns }: Draft, number: number, serial: number): Planned {
  const organ = organOf(world, reporter.unit);
  const [first, second] = CONDUCTS[reporter.trade] ?? [];
  const conduct = (month % 2 === 0 ? first : second) ?? first;
  if (conduct === undefined) throw new Error(`no conducts for ${reporter.trade}`);
  const staff = officersOf(world, reporter.unit);
  const fine = fineOf(conduct, `${reporter.unit}/${month}`);
  const base = lawful(organ, number, decidedOn, {
    // From 5,000 yuan on a citizen's fine would have to be filed, and for a trader nobody can say.
    party: fine < 5000 ? party(serial) : party(serial, '法人及非法人组织'),
    conduct,
    fine,
    officers: staff.slice(0, 2).join('、'),
    handler: (staff[number % 2] ?? '').replace(/（.*/, ''),
  });
  const told = plant === null ? { ...base, ...columns } : { ...base, ...withNames(world, plant.columns, staff) };
  const own = { 事项编码: codeOf(reporter.unit, reporter.trade, String(told['违法行为类型'])), ...told };
  const credit = plant?.credit === undefined ? null : { ...own, ...(plant.credit === 'only' ? {} : plant.credit) };
  return {
    ...{ unit: reporter.unit, by: reporter.by, decidedOn, plant: plant?.id ?? null, number: numberOf(organ, decidedOn, number) },
    undone: plant?.undone ?? null,
    ...{ own: plant?.credit === 'only' ? null : own, credit },
  };
}

export function organOf(world: SeedWorld, key: string): Organ {
  const i = world.units.findIndex((u) => u.key === key);
  const u = world.units[i];
  if (u === undefined) throw new Error(`no unit ${key}`);
  return { key, name: u.name, uscc: unitCode(world, u, i) ?? '', mark: u.documentPrefix ?? u.shortName };
}

/** 张某（15080000001）: people of the unit with an enforcement certificate; elsewhere nobody is named. */
export function officersOf(world: SeedWorld, key: string): readonly string[] {
  return world.people
    .filter((p) => p.unit === key && p.posts[0]?.role === 'handler')
    .flatMap((p) => p.certificates.map((c) => `${p.name}（${c.number}）`));
}

/** $1, $2 …: the unit's own people, in their order; $1@市交通支队: those of another unit. */
function withNames(world: SeedWorld, columns: Row, staff: readonly string[]): Row {
  const of = (n: string, unit: string | undefined) => (unit === undefined ? staff : officersOf(world, unit))[Number(n) - 1] ?? '';
  return Object.fromEntries(
    Object.entries(columns).map(([title, value]) => [
      title,
      typeof value === 'string' ? value.replace(/\$(\d)(?:@([^、]+))?/g, (_, n: string, unit?: string) => of(n, unit)) : value,
    ]),
  );
}

function fineOf({ fine: [least, most] }: Conduct, seed: string): number {
  return least + Math.round(dice(`fine/${seed}`).below(most - least) / 50) * 50;
}
