import type { FastifyRequest } from 'fastify';
import { type LocalDate, parseLocalDate } from '#law';
import type { Now } from '#platform/clock-now';
import type { Pool } from '#platform/db';

/** What the routes of a public list work with. */
export type ListOptions = {
  readonly pool: Pool;
  readonly now: Now;
  /** Whether this address has asked too much in the running minute, this question counted. */
  readonly isTooOften: (request: FastifyRequest) => boolean;
};
/** What of a public list is looked for: words, the day on which an entry counts, the page from 1 on. */
export type AskedList = { readonly words: string; readonly on: LocalDate; readonly page: number };

const LONGEST = 60;

/** Reads the question in an address; `isDay` tells whether the day typed is one, and where it is none the question is about today. */
export function askedList(query: unknown, today: LocalDate): { readonly asked: AskedList; readonly isDay: boolean } {
  const words = plain(query, 'q')
    .slice(0, LONGEST)
    .replace(/[\p{Cf}\p{Cc}]/gu, '')
    .trim();
  const typedDay = plain(query, 'on');
  const on = typedDay === '' ? today : parseLocalDate(typedDay);
  return { asked: { words, on: on ?? today, page: pageIn(query) }, isDay: on !== null };
}

/** The page asked for, from 1 on. */
export function pageIn(query: unknown): number {
  const typed = plain(query, 'page');
  return /^[1-9]\d{0,3}$/.test(typed) ? Number(typed) : 1;
}

/** How many pages so many entries fill: an empty list has one. */
export function pagesOf(total: number, onOne: number): number {
  return Math.max(1, Math.ceil(total / onOne));
}

/** Anybody may give a parameter twice: only one plain value counts. */
export function plain(query: unknown, name: string): string {
  const value: unknown = typeof query === 'object' && query !== null ? Reflect.get(query, name) : null;
  return typeof value === 'string' ? value : '';
}
