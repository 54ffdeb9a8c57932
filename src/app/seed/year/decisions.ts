import { addDays, type LocalDate, yearOf, ymd } from '#law';
import { CONDUCTS } from '../decisions/conducts.ts';
import { lawful, party, type Row } from '../decisions/decision.ts';
import { organOf } from '../decisions/plan.ts';
import type { PlantingDays } from '../decisions/plants.ts';
import { codeOf } from '../lists/items.ts';
import { dice, syntheticName } from '../world/seeded.ts';
import type { SeedWorld } from '../world/world.ts';
import { type YearUnit, yearUnits } from './units.ts';

/** How much of a year, and from which source of choices. */
export type YearPlan = { readonly seed: number; readonly perYear: number };

/** Parties of the planted decisions have smaller serials. */
const PARTIES_FROM = 20_000;
const LATEST = -20;
/** Cases of a year that one person handles at most; a small unit has four people. */
const CASES_OF_ONE = 60;

/**
 * What the other departments decide in the whole calendar year before the anchor's and in the anchor's year so far: as
 * much in every month of both years, so that neither grows nor crowds. In the order of their days, numbered by unit and year.
 */
export function yearDecisions(world: SeedWorld, plan: YearPlan, days: PlantingDays): readonly Row[] {
  const units = yearUnits(world, days);
  const all = units.reduce((sum, u) => sum + u.weight, 0);
  const year = yearOf(days.anchor);
  const rows: { readonly on: LocalDate; readonly row: Row }[] = [];
  for (const unit of units) {
    const chance = dice(`${plan.seed}/${unit.key}`).below(1000);
    const share = (plan.perYear * unit.weight) / all;
    const cases = Math.floor(share) + (chance < (share % 1) * 1000 ? 1 : 0);
    for (const y of [year - 1, year]) {
      const dates = datesOf(unit, plan, y, cases, days).filter(({ on }) => on <= addDays(days.anchor, LATEST));
      for (const [i, { on, nth }] of dates.entries())
        rows.push({ on, row: decisionOf(world, unit, plan, { on, nth, cases }, i + 1, PARTIES_FROM + rows.length) });
    }
  }
  return rows.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)).map(({ row }) => row);
}

/** Spread over the twelve months; early enough in each that a run of holidays does not push a day into the next. */
function datesOf({ key }: YearUnit, { seed }: YearPlan, year: number, cases: number, days: PlantingDays) {
  const dates = Array.from({ length: cases }, (_, nth) => {
    const month = 1 + Math.floor((nth * 12) / cases);
    const day = ymd(year, month, 3 + dice(`${seed}/${key}/${nth}`).below(16)) ?? days.anchor;
    return { on: days.working(addDays(day, -1), 1), nth };
  });
  return dates.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.nth - b.nth));
}

/** The nth of a unit's cases in a year. */
type Case = { readonly on: LocalDate; readonly nth: number; readonly cases: number };

/** The nth case is alike in both years: same conduct, same fine, another party. */
function decisionOf(world: SeedWorld, unit: YearUnit, { seed }: YearPlan, { on, nth, cases }: Case, number: number, serial: number): Row {
  const from = dice(`${seed}/${unit.key}/${nth}/case`);
  const conducts = CONDUCTS[unit.trade];
  const conduct = conducts?.[nth % 2 === 0 ? 0 : 1];
  if (conduct === undefined) throw new Error(`no conducts for ${unit.trade}`);
  const [least, most] = conduct.fine;
  const fine = least + Math.round(from.below(most - least) / 50) * 50;
  // For a trader nobody can say which limits hold; a citizen's fine would have to be filed from 5,000 yuan on.
  const onTheSpot = fine <= 3000 && from.below(10) < 3;
  const who = onTheSpot || fine >= 5000 ? party(serial, '法人及非法人组织') : party(serial);
  const row = lawful(organOf(world, unit.key), number, on, {
    ...{ party: who, conduct, fine, officers: '' },
    handler: syntheticName(`${unit.key}/${nth % Math.max(4, Math.ceil(cases / CASES_OF_ONE))}`),
  });
  const spot = onTheSpot ? { 程序: '简易程序', 立案日期: '', 公示日期: '', 公示截止期: '' } : {};
  return { 事项编码: codeOf(unit.key, unit.trade, conduct.what), ...row, ...spot };
}
