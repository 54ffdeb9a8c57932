import { type LocalDate, normaliseCode } from '#law';
import type { RowSurroundings } from '../facts.ts';
import type { PenaltyRow } from '../model.ts';

/** Half-open days. */
export type ListedDays = { readonly from: LocalDate; readonly until: LocalDate | null };
export type ItemDays = ListedDays & { readonly domain: string | null };
/** One list of one organ: the days for which any line of it is entered, and those of the items that were asked for. */
export type OrganList = { readonly held: readonly ListedDays[]; readonly items: ReadonlyMap<string, readonly ItemDays[]> };
/** 权责清单 and 赋权清单 by organ; of an organ that is not here no list is entered. */
export type PowerLists = Readonly<Record<'power' | 'empowerment', ReadonlyMap<string, OrganList>>>;
export const NO_LISTS: PowerLists = { power: new Map(), empowerment: new Map() };

export type ItemAsked = { readonly organId: string; readonly item: string };

export function itemsAsked(
  decisions: readonly { readonly organ: { readonly id: string }; readonly row: PenaltyRow }[],
): readonly ItemAsked[] {
  return decisions.flatMap(({ organ, row }) =>
    row.extension.itemCode === null ? [] : [{ organId: organ.id, item: normaliseCode(row.extension.itemCode) }],
  );
}

/** What the lists of an organ say of an item on a day. */
export type ItemStanding = Pick<RowSurroundings, 'itemListed' | 'itemEmpowered' | 'itemDomain'>;
export const NO_ITEM: ItemStanding = { itemListed: null, itemEmpowered: null, itemDomain: null };

/** Whether a list of that day holds the item (令275, 处罚法 24); null: no item is named, or no list of that day is entered. */
export function itemStanding(lists: PowerLists, organId: string, code: string | null, on: LocalDate): ItemStanding {
  if (code === null) return NO_ITEM;
  const key = normaliseCode(code);
  const power = lineOn(lists.power.get(organId), key, on);
  const empowered = lineOn(lists.empowerment.get(organId), key, on);
  return {
    itemListed: power === null ? null : power !== undefined,
    itemEmpowered: empowered === null ? null : empowered !== undefined,
    itemDomain: power?.domain ?? empowered?.domain ?? null,
  };
}

/** undefined: the list of that day has no such line; null: there is no list of that day. */
function lineOn(list: OrganList | undefined, key: string, on: LocalDate): ItemDays | undefined | null {
  if (list === undefined || !list.held.some((days) => coversDay(days, on))) return null;
  return list.items.get(key)?.find((days) => coversDay(days, on));
}

function coversDay({ from, until }: ListedDays, on: LocalDate): boolean {
  return from <= on && (until === null || on < until);
}
