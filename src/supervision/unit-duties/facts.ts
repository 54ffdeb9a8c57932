import { type LocalDate, yearOf } from '#law';
import type { UnitDuties, UnitList } from '#law/rules/index';
import type { UnitRow } from './model.ts';

/** Pages of 事前公开 of which no register of the platform tells when they were brought up to date. */
const UNSEEN_PAGES = ['执法主体', '执法人员', '执法程序'];

/** What the registers say of a unit, as the rules about its duties ask for it. */
export function unitDuties(unit: UnitRow, today: LocalDate): UnitDuties {
  const { kind, tier, lenientKept, powers, systems, plans, empowered, deeds } = unit;
  const lists = Object.fromEntries(unit.lists.map(({ list, ...counted }): [string, UnitList] => [list, counted]));
  const thisYear = plans.filter((plan) => plan.code === String(yearOf(today)));
  return {
    ...{ kind, tier, lists, lenientKept, empowered, deeds, unseenPages: UNSEEN_PAGES },
    finesOn: lists['power'] === undefined ? null : powers.includes('penalty'),
    systems: systems.length === 0 ? null : systems,
    inspects: lists['inspection'] !== undefined || powers.includes('inspection'),
    plan: { hasEver: plans.length > 0, publishedOn: thisYear.find((plan) => plan.publishedOn !== null)?.publishedOn ?? null },
  };
}
