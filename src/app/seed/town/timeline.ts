import { addDays, type LocalDate, shanghaiDay } from '#law';
import { sweep } from '#platform/acts/sweep';
import { inTransaction, rows } from '#platform/db';
import { drainOutbox } from '#platform/outbox';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { settleFilings } from '../../../supervision/major-penalty-filings/actions.ts';
import { handlersOf } from '../../reactions.ts';
import type { Town } from './town.ts';

/** What happens to somebody over days: it yields the day to which it waits, then goes on. */
export type Story = (town: Town) => AsyncGenerator<LocalDate, void>;

type Told = { readonly story: AsyncGenerator<LocalDate, void>; readonly day: LocalDate };

/**
 * Tells all stories at once, day by day up to the day before the anchor, so that numbers run as they would have run and
 * the platform's own acts (overdue …) happen on their true days.
 */
export async function tellStories(town: Town, stories: readonly Story[]): Promise<void> {
  let waiting = (await Promise.all(stories.map((story) => next(story(town))))).flatMap((told) => told ?? []);
  const first = waiting.map((w) => w.day).sort()[0];
  if (first === undefined) return;
  let day: LocalDate | null = first;
  while (day !== null && day < town.world.anchor) {
    await newDay(town, day);
    const later: Told[] = [];
    for (const told of waiting) {
      let one: Told | null = told;
      while (one !== null && one.day <= day) one = await next(one.story);
      if (one !== null) later.push(one);
    }
    waiting = later;
    day = await nextDay(town, day, waiting);
  }
  await newDay(town, town.world.anchor);
  if (waiting.length > 0) throw new Error('a story goes beyond the day before the anchor');
}

/** The next day on which somebody acts or a clock may take effect; nothing happens on those between. */
async function nextDay(town: Town, after: LocalDate, waiting: readonly Told[]): Promise<LocalDate | null> {
  const { pool } = town.opened.platform;
  const [wake] = await inTransaction(pool, SYSTEM_PREAMBLE, (client) =>
    rows<{ at: string | null }>(client, 'select min(wake_at) as at from matter where wake_at > $1', [
      new Date(town.clock.now()).toISOString(),
    ]),
  );
  const wakesOn = wake?.at === null || wake === undefined ? [] : [shanghaiDay(Date.parse(wake.at))];
  const days = [...waiting.map((w) => w.day), ...wakesOn].map((d) => (d <= after ? addDays(after, 1) : d));
  return days.sort()[0] ?? null;
}

async function next(story: AsyncGenerator<LocalDate, void>): Promise<Told | null> {
  const { done, value } = await story.next();
  return done === true ? null : { story, day: value };
}

/** Just after midnight clocks take effect; the people come at nine. */
async function newDay(town: Town, day: LocalDate): Promise<void> {
  const { clock, opened } = town;
  clock.to(day, 0);
  await settleFilings(opened.platform, () => false);
  while ((await sweep(opened.platform)) >= 100);
  while ((await drainOutbox(opened.platform, handlersOf(opened))) > 0);
  clock.to(day, 9);
}
