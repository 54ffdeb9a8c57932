import type { Stop } from './conditions.ts';
import { contextOf, doubted } from './doubted.ts';
import { listKey } from './list-facts.ts';
import type { BaseState, GuardCase, Need, OrganisationFact, RegisterFacts } from './matter-kind.ts';
import { itemOnPowerList } from './rules/S02-item-on-power-list.ts';
import { withinEmpowerment } from './rules/S07-within-empowerment.ts';

/** What the organ's lists say of the item: asked before `offList`. */
export function itemNeeds(organId: string | null, itemCode: string | null): readonly Need[] {
  return organId === null || itemCode === null ? [] : [{ register: 'power-item', key: listKey(organId, itemCode) }];
}

type Asked = Pick<GuardCase<BaseState, never>, 'facts' | 'legalDate' | 'profile' | 'today'> &
  Pick<GuardCase<BaseState, never>, 'calendar'> & { readonly organId: string; readonly itemCode: string };

/** S02 and S07 of an act on its day, by the rules themselves. An organ whose list nobody has entered cannot be held against it. */
export function offList({ organId, itemCode, facts, legalDate, ...reckoning }: Asked): Stop {
  const organ = facts.organisations.get(organId);
  if (organ === undefined || facts.items === undefined) return 'unknown';
  const item = facts.items.get(listKey(organId, itemCode));
  const asked = { itemCode, itemListed: item?.listed ?? null, itemEmpowered: item?.empowered ?? null, organ };
  return (
    doubted('not-empowered', withinEmpowerment.check({ ...asked, decidedOn: legalDate }, contextOf(reckoning))) ??
    doubted('not-on-list', itemOnPowerList.check(asked, contextOf(reckoning)))
  );
}

/** The place in which an act was committed, where it lies outside what the organ is in charge of (22); null: inside. */
export function outsideArea(
  organId: string,
  regionId: string,
  { organisations }: RegisterFacts,
): Pick<OrganisationFact, 'name'> | 'unknown' | null {
  const [organ, place] = [organisations.get(organId), organisations.get(regionId)];
  if (organ === undefined || place === undefined) return 'unknown';
  return isInCharge(organ, place) ? null : place;
}

/** A city's organ is in charge of its banners, a banner's of its towns, a town of itself. */
function isInCharge(organ: Pick<OrganisationFact, 'tier' | 'regionCode'>, place: Pick<OrganisationFact, 'regionCode'>): boolean {
  const length = { city: 4, banner: 6, township: 9 }[organ.tier];
  return place.regionCode.slice(0, length) === organ.regionCode.slice(0, length);
}
