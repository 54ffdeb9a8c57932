import { chineseDay, type LocalDate } from '#law';
import type { Client } from '#platform/db';
import type { AskedList } from './asked-list.ts';
import type { PublishedEntry, PublishedRegister } from './published-page.ts';

/** One page of a register on a day, and how many answer in all. */
export type Read = (client: Client, asked: AskedList, first: number, count: number) => Promise<Found>;
export type Found = { readonly entries: readonly PublishedEntry[]; readonly total: number };
export type OpenRegister = PublishedRegister & { readonly read: Read };

export function daysOf(from: LocalDate, lastDay: LocalDate | null): string {
  return lastDay === null ? `${chineseDay(from)}起` : `${chineseDay(from)}至${chineseDay(lastDay)}`;
}

/** Rows that each carry the number of all. */
export function foundIn<R extends { readonly total: string }>(lines: readonly R[], entryOf: (row: R) => PublishedEntry): Found {
  return { entries: lines.map(entryOf), total: Number(lines[0]?.total ?? 0) };
}
