import { type LocalDate, normaliseCode } from '#law';
import type { PenaltyRow } from '../model.ts';

/** Half-open days. */
export type ListedDays = { readonly from: LocalDate; readonly until: LocalDate | null };
/** The 权责清单 of one organ: the days for which any line of it is entered, and those of the items that were asked for. */
export type OrganList = { readonly held: readonly ListedDays[]; readonly items: ReadonlyMap<string, readonly ListedDays[]> };
/** By organ; of an organ that is not here no list is entered. */
export type PowerLists = ReadonlyMap<string, OrganList>;

export type ItemAsked = { readonly organId: string; readonly item: string };

export function itemsAsked(
  decisions: readonly { readonly organ: { readonly id: string }; readonly row: PenaltyRow }[],
): readonly ItemAsked[] {
  return decisions.flatMap(({ organ, row }) =>
    row.extension.itemCode === null ? [] : [{ organId: organ.id, item: normaliseCode(row.extension.itemCode) }],
  );
}

/** Whether the organ's list of that day holds the item; null: no item is named, or no list of that day is entered (令275). */
export function isListed(lists: PowerLists, organId: string, code: string | null, on: LocalDate): boolean | null {
  const list = lists.get(organId);
  if (code === null || list === undefined || !list.held.some((days) => coversDay(days, on))) return null;
  return (list.items.get(normaliseCode(code)) ?? []).some((days) => coversDay(days, on));
}

function coversDay({ from, until }: ListedDays, on: LocalDate): boolean {
  return from <= on && (until === null || on < until);
}
