import { type LocalDate, monthOf, normaliseCode, yearOf, ymd } from '#law';
import type { FineIncome, YearOfDecisions } from '#law/rules/index';
import type { PenaltyRow } from '../model.ts';

/** What is counted of one unit in one year; a store may keep the same numbers by day. */
export type UnitYear = {
  readonly unit: string;
  readonly year: number;
  readonly incomeFen: number[];
  readonly cases: number[];
  readonly officers: Map<string, OfficerYear>;
  readonly items: Map<string, number>;
};
/** What one officer decided, whole and by day. */
type OfficerYear = { cases: number; readonly days: Map<LocalDate, number> };

/** Running counts over any number of rows: add each row once, then read the answers. */
export type DecisionCounters = {
  readonly units: Map<string, UnitYear>;
  /** Earliest decision of any unit, by year: how far the data reach. */
  readonly earliest: Map<number, LocalDate>;
};

export function newCounters(): DecisionCounters {
  return { units: new Map(), earliest: new Map() };
}

/** Counts one decision for its organ and year. */
export function countDecision(counters: DecisionCounters, row: PenaltyRow): void {
  const { decidedOn: day } = row;
  reachBack(counters, day);
  const counted = openYear(counters, unitKey(row), row.organ.name, yearOf(day));
  countMonth(counted, day, 1, incomeOf(row));
  const item = itemOf(row);
  if (item !== null) increment(counted.items, item, 1);
  for (const officer of officersOf(row)) countOfficer(counted, day, officer, 1);
}

/** What one unit decided on one day; a store keeps these, so that a year is judged without its decisions. */
export type UnitDay = {
  readonly day: LocalDate;
  cases: number;
  incomeFen: number;
  readonly officers: Map<string, number>;
  readonly items: Map<string, number>;
};

export function newDay(day: LocalDate): UnitDay {
  return { day, cases: 0, incomeFen: 0, officers: new Map(), items: new Map() };
}

type Counted = Pick<PenaltyRow, 'fineFen' | 'confiscatedFen' | 'conduct'> & {
  readonly extension: Pick<PenaltyRow['extension'], 'itemCode' | 'handler' | 'officers'>;
};

export function countOnDay(day: UnitDay, row: Counted): void {
  day.cases += 1;
  day.incomeFen += incomeOf(row);
  const item = itemOf(row);
  if (item !== null) increment(day.items, item, 1);
  for (const officer of officersOf(row)) increment(day.officers, officer, 1);
}

function incomeOf({ fineFen, confiscatedFen }: Counted): number {
  return (fineFen ?? 0) + (confiscatedFen ?? 0);
}

function itemOf({ extension, conduct }: Counted): string | null {
  return extension.itemCode ?? conduct;
}

/** Adds a day of a unit to its year. */
export function countDay(counters: DecisionCounters, key: string, unit: string, { day, cases, incomeFen, officers, items }: UnitDay): void {
  const counted = openYear(counters, key, unit, yearOf(day));
  countMonth(counted, day, cases, incomeFen);
  for (const [item, n] of items) increment(counted.items, item, n);
  for (const [officer, n] of officers) countOfficer(counted, day, officer, n);
}

function countMonth(counted: UnitYear, day: LocalDate, cases: number, incomeFen: number): void {
  const month = monthOf(day) - 1;
  counted.incomeFen[month] = (counted.incomeFen[month] ?? 0) + incomeFen;
  counted.cases[month] = (counted.cases[month] ?? 0) + cases;
}

function countOfficer({ officers }: UnitYear, day: LocalDate, officer: string, by: number): void {
  let counted = officers.get(officer);
  if (counted === undefined) {
    counted = { cases: 0, days: new Map() };
    officers.set(officer, counted);
  }
  counted.cases += by;
  increment(counted.days, day, by);
}

/** Notes a decision of any unit, so that the data are known to reach back to it. */
export function reachBack({ earliest }: DecisionCounters, day: LocalDate): void {
  const known = earliest.get(yearOf(day));
  if (known === undefined || day < known) earliest.set(yearOf(day), day);
}

export function unitKey({ organ }: PenaltyRow): string {
  return organ.uscc === null ? organ.name : normaliseCode(organ.uscc);
}

export type UnitFacts<F> = { readonly unit: string; readonly key: string; readonly facts: F };

/** A01 of every unit and year. A year that still runs is compared up to the last month that has ended. */
export function fineIncomes(counters: DecisionCounters, today: LocalDate): readonly UnitFacts<FineIncome>[] {
  return [...counters.units].flatMap(([key, counted]) => {
    const { year } = counted;
    const throughMonth = year < yearOf(today) ? 12 : monthOf(today) - 1;
    const before = counters.earliest.get(year - 1);
    const fromMonth = before === undefined || counters.earliest.has(year - 2) ? 1 : monthOf(before);
    const previous = counters.units.get(`${keyOf(key)}|${year - 1}`);
    if (year > yearOf(today) || throughMonth < fromMonth) return [];
    const sum = (list: readonly number[]) => list.slice(fromMonth - 1, throughMonth).reduce((a, b) => a + b, 0);
    const facts: FineIncome = {
      year,
      fromMonth,
      throughMonth,
      incomeFen: sum(counted.incomeFen),
      previousIncomeFen: before === undefined ? null : previous === undefined ? 0 : sum(previous.incomeFen),
      cases: counted.cases.reduce((a, b) => a + b, 0),
      topOfficer: top(Array.from(counted.officers, ([name, { cases }]) => [name, cases] as const)),
      topItem: top(counted.items),
    };
    return [{ unit: counted.unit, key: keyOf(key), facts }];
  });
}

/** A03 of every unit and year. */
export function yearsOfDecisions(counters: DecisionCounters): readonly UnitFacts<YearOfDecisions>[] {
  return [...counters.units].map(([key, counted]) => {
    const facts: YearOfDecisions = {
      year: counted.year,
      cases: counted.cases.reduce((a, b) => a + b, 0),
      decemberCases: counted.cases[11] ?? 0,
      dataFrom: counters.earliest.get(counted.year) ?? ymd(counted.year, 12, 31),
      busiest: busiestDay(counted),
    };
    return { unit: counted.unit, key: keyOf(key), facts };
  });
}

type Busiest = NonNullable<YearOfDecisions['busiest']>;

/** The most that one officer decided on one day; of equals the earliest day, on one day the first by name. */
function busiestDay({ officers }: UnitYear): Busiest | null {
  let busiest: Busiest | null = null;
  for (const [officer, { days }] of officers) {
    for (const [day, cases] of days) {
      if (busiest !== null && cases < busiest.cases) continue;
      const found = { officer, day, cases };
      if (busiest === null || isBusier(found, busiest)) busiest = found;
    }
  }
  return busiest;
}

function isBusier(a: Busiest, b: Busiest): boolean {
  if (a.cases !== b.cases) return a.cases > b.cases;
  return a.day === b.day ? a.officer < b.officer : a.day < b.day;
}

function keyOf(unitAndYear: string): string {
  return unitAndYear.slice(0, -5);
}

/** The year of a unit, empty until something is counted in it. */
export function openYear(counters: DecisionCounters, key: string, unit: string, year: number): UnitYear {
  const place = `${key}|${String(year).padStart(4, '0')}`;
  let counted = counters.units.get(place);
  if (counted === undefined) {
    const months = () => new Array<number>(12).fill(0);
    counted = { unit, year, incomeFen: months(), cases: months(), officers: new Map(), items: new Map() };
    counters.units.set(place, counted);
  }
  return counted;
}

/** The handler, or else everybody named on the case, by certificate number where there is one. */
function officersOf({ extension }: Counted): readonly string[] {
  if (extension.handler !== null) return [extension.handler];
  if (extension.officers === null) return [];
  return [...new Set(extension.officers.map(({ name, certNo }) => (certNo === null ? name : `${name}（${certNo}）`)))];
}

function increment<K extends string>(counts: Map<K, number>, key: K, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

/** Of equals the first by name, whatever the order in which they were counted. */
function top(counts: Iterable<readonly [name: string, cases: number]>) {
  let best: { name: string; cases: number } | null = null;
  for (const [name, cases] of counts) {
    if (best === null || cases > best.cases || (cases === best.cases && name < best.name)) best = { name, cases };
  }
  return best;
}
