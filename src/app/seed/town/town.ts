import { addDays, isWorkingDay, type Json, type LocalDate } from '#law';
import { newId } from '#platform/acts/ids';
import { type Performed, perform } from '#platform/acts/perform';
import { insertFile } from '#platform/files';
import { drainOutbox } from '#platform/outbox';
import type { Session } from '#platform/session';
import type { Opened } from '../../opened.ts';
import { handlersOf } from '../../reactions.ts';
import { organisationId, type SeedWorld } from '../world/world.ts';
import { seatsOf } from './seats.ts';
import type { TownClock } from './town-clock.ts';

/** Everything that a story of the demonstration city uses: its people act through the one pipeline, on its own clock. */
export type Town = {
  readonly opened: Opened;
  readonly world: SeedWorld;
  readonly clock: TownClock;
  readonly seat: (login: string) => Session;
  /** Id of an organisation by its key. */
  readonly unit: (key: string) => string;
  /** Id of a person in the officers register. */
  readonly officer: (login: string) => string;
  /** One act, and all that follows from it. A refusal is a mistake in the story. */
  readonly act: (login: string, kind: string, act: string, matterId: string | null, input?: Json, reported?: string) => Promise<Performed>;
  /** A file brought along, not yet attached. */
  readonly upload: (login: string, name: string) => Promise<string>;
  /** The working day on or before so many days from the anchor. */
  readonly day: (fromAnchor: number) => LocalDate;
};

const PAPER = 'application/pdf';

/** `paper` is the one sheet that stands for every proof of the demonstration. */
export function townOf(opened: Opened, world: SeedWorld, clock: TownClock, paper: Buffer): Town {
  const seat = seatsOf(world);
  const handlers = handlersOf(opened);
  const { platform, blobs } = opened;
  const act: Town['act'] = async (login, kind, name, matterId, input = {}, reported) => {
    clock.tick();
    const by = seat(login);
    const more = reported === undefined ? {} : { reported: { source: reported } };
    const answer = await perform(platform, { by, kind, act: name, matterId, input, ...more });
    if (!answer.ok) throw new Error(`${clock.today()} ${login} ${kind} ${name}: ${JSON.stringify(answer)}`);
    while ((await drainOutbox(platform, handlers)) > 0);
    return answer.done;
  };
  const upload: Town['upload'] = async (login, name) => {
    const blob = await blobs.put(paper);
    if (blob === null) throw new Error('the sheet is too large');
    const nowMs = clock.now();
    const id = newId(nowMs);
    const { city, accountId } = seat(login);
    const at = new Date(nowMs).toISOString();
    await insertFile(platform.pool, { id, city, name, mediaType: PAPER, blob, uploadedBy: accountId, at, matter: null });
    return id;
  };
  return {
    ...{ opened, world, clock, seat, act, upload },
    unit: (key) => organisationId(world.city, key),
    officer: (login) => seat(login).officerId ?? '',
    day: (fromAnchor) => workingDayBefore(opened, addDays(world.anchor, fromAnchor)),
  };
}

function workingDayBefore({ platform }: Opened, day: LocalDate): LocalDate {
  let on = day;
  while (isWorkingDay(platform.law().calendar, on) === false) on = addDays(on, -1);
  return on;
}
