import { type PlantingDays, plants } from '../decisions/plants.ts';
import { unitsOfLaterRounds } from '../decisions/unit-plants.ts';
import { tradeIn } from '../lists/items.ts';
import { type Listing, listingUnits } from '../lists/list-file.ts';
import type { SeedWorld } from '../world/world.ts';
import { EMPOWERED_UNITS } from './duties/listed.ts';

/** A unit of the year's life, and how much it decides beside the others. */
export type YearUnit = Listing & { readonly weight: number };

const WEIGHTS: Readonly<Record<string, number>> = {
  ...{ 市场监管局: 6, 交通局: 5, 城管局: 5, 自然资源局: 3, 农牧局: 3, 卫健委: 3, 应急局: 3, 人社局: 2, 林草局: 2, 文旅局: 2 },
};
/** A township decides little, by the powers given to it (处罚法 24). */
const TOWNSHIP = 0.4;

/** Departments of all banners and townships that decide nothing that is planted: their whole year is lawful. */
export function yearUnits(world: SeedWorld, days: PlantingDays): readonly YearUnit[] {
  const taken = new Set([
    ...listingUnits(world).map(({ key }) => key),
    ...plants(days).map(({ unit }) => unit),
    ...unitsOfLaterRounds(),
    ...EMPOWERED_UNITS,
  ]);
  return world.units.flatMap(({ key, kind, tier }): readonly YearUnit[] => {
    if (taken.has(key)) return [];
    if (kind === 'township' && tier === 'township' && !key.endsWith('执法队'))
      return [{ key, trade: /苏木|^乌/.test(key) ? '林草局' : '城管局', weight: TOWNSHIP }];
    const trade = kind === 'department' ? tradeIn(key) : null;
    return trade === null ? [] : [{ key, trade, weight: WEIGHTS[trade] ?? 1 }];
  });
}

/** Units of later rounds need lists like all that decide. */
export function laterUnits(): readonly Listing[] {
  return unitsOfLaterRounds().flatMap((key) => {
    const trade = tradeIn(key);
    return trade === null ? [] : [{ key, trade }];
  });
}
