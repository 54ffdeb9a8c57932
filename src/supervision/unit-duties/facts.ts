import { type LocalDate, type OrganisationKind, yearOf } from '#law';
import type { UnitDuties, UnitList } from '#law/rules/index';
import type { UnitRow } from './model.ts';

/** Pages of 事前公开 of which no register of the platform tells when they were brought up to date. */
const UNSEEN_PAGES = ['执法主体', '执法人员', '执法程序'];

/** Organs that enforce by their nature; of others only their lists tell. */
const ENFORCING: readonly OrganisationKind[] = ['department', 'authorised', 'vertical'];
const LISTS_OF_POWERS = ['power', 'inspection', 'spot-check', 'empowerment'] as const;

/** What the registers say of a unit, as the rules about its duties ask for it. */
export function unitDuties(unit: UnitRow, today: LocalDate): UnitDuties {
  const {
    kind,
    tier,
    lenientKept,
    powers,
    systems,
    plans,
    empowered,
    deeds,
    filedPenalties,
    statedFilings,
    madeDocuments,
    citesEnded,
    guides,
    line,
    rounds,
  } = unit;
  const lists = Object.fromEntries(unit.lists.map(({ list, ...counted }): [string, UnitList] => [list, counted]));
  const hasLists = LISTS_OF_POWERS.some((list) => lists[list] !== undefined);
  const publicPlan = plans.find((plan) => plan.code === String(yearOf(today)) && plan.publishedOn !== null);
  return {
    ...{ kind, tier, lists, lenientKept, systems, empowered, deeds, unseenPages: UNSEEN_PAGES },
    ...{ filedPenalties, statedFilings, madeDocuments, citesEnded, guides, line, rounds },
    // Inspections are not kept here yet.
    inspected: null,
    finesOn: lists['power'] === undefined ? null : powers.includes('penalty'),
    holdsPowers: hasLists || (ENFORCING.includes(kind) ? null : false),
    inspects: lists['inspection'] !== undefined || powers.includes('inspection'),
    plan: { hasEver: plans.length > 0, publishedOn: publicPlan?.publishedOn ?? null, publishedAt: publicPlan?.publishedAt ?? null },
  };
}
