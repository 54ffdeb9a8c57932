import { addDays, daysBetween, type Exclusion, isRefusal, isWorkingDay, type Json, type LocalDate } from '#law';
import { newId } from '#platform/acts/ids';
import { type ActAnswer, type Performed, perform } from '#platform/acts/perform';
import { inTransaction, rows } from '#platform/db';
import { insertFile, type StoredBlob } from '#platform/files';
import { type Session, SYSTEM_PREAMBLE } from '#platform/session';
import { excludeFindings, sendDown, takeUp } from '../../../supervision/online-watch/actions.ts';
import { CASE_OPENING } from '../../case-findings.ts';
import type { Opened } from '../../opened.ts';
import { handlersOf } from '../../reactions.ts';
import { organisationId, type SeedWorld } from '../world/world.ts';
import { followUp } from './follow-up.ts';
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
  readonly act: (login: string, kind: string, act: string, matterId: string | null, input?: Json, told?: Told) => Promise<Performed>;
  /** A file brought along, not yet attached; without contents of its own it is the one sheet that stands for all proofs. */
  readonly upload: (login: string, name: string, contents?: Contents) => Promise<string>;
  /** What an action of a room has answered, and all that follows from it. A refusal is a mistake in the story. */
  readonly settled: (answer: ActAnswer, what: string) => Promise<Performed>;
  /** The matter of a reported decision, by its 文号. */
  readonly decision: (number: string) => Promise<string>;
  /** Findings of a unit under a rule that wait for a decision, in a fixed order; none where the year's holidays are not known. */
  readonly findings: (unit: string, rule: string) => Promise<readonly string[]>;
  readonly exclude: (login: string, ids: readonly string[], reason: Exclusion, words: string) => Promise<void>;
  /** 下发核查 and 并入监督案件: the matter that comes of them. */
  readonly sendDown: (login: string, ids: readonly string[], request: string) => Promise<string>;
  readonly takeUp: (login: string, ids: readonly string[], words: string) => Promise<string>;
  /** Whether a matter stands in a state: where the platform moves it, the year's calendar decides when. */
  readonly is: (matterId: string, status: string) => Promise<boolean>;
  /** The working day on or before so many days from the anchor. */
  readonly day: (fromAnchor: number) => LocalDate;
  /** Days from the anchor. */
  readonly offset: (day: LocalDate) => number;
};

/** How an act is told otherwise than at once: `reported` by the unit's own system; `on`: entered later than the day on which it was done. */
export type Told = { readonly reported?: string; readonly on?: LocalDate };
export type Contents = { readonly mediaType: string; readonly text: string | Buffer };
const PAPER = 'application/pdf';

/** `blob` is the one stored sheet that stands for every proof of the demonstration. */
export function townOf(opened: Opened, world: SeedWorld, clock: TownClock, blob: StoredBlob): Town {
  const seat = seatsOf(world);
  const handlers = handlersOf(opened);
  const { platform } = opened;
  const act: Town['act'] = async (login, kind, name, matterId, input = {}, { reported, on } = {}) => {
    clock.tick();
    const by = seat(login);
    const more = { ...(reported === undefined ? {} : { reported: { source: reported } }), ...(on === undefined ? {} : { legalDate: on }) };
    const answer = await perform(platform, { by, kind, act: name, matterId, input, ...more });
    return settled(answer, `${login} ${kind} ${name}`);
  };
  async function settled(answer: ActAnswer, what: string): Promise<Performed> {
    if (!answer.ok) throw new Error(`${clock.today()} ${what}: ${JSON.stringify(answer)}`);
    await followUp(platform, handlers);
    return answer.done;
  }
  const upload: Town['upload'] = async (login, name, contents) => {
    const nowMs = clock.now();
    const id = newId(nowMs);
    const { city, accountId } = seat(login);
    const at = new Date(nowMs).toISOString();
    const stored = contents === undefined ? blob : await opened.blobs.put(Buffer.from(contents.text));
    const mediaType = contents?.mediaType ?? PAPER;
    await insertFile(platform.pool, { id, city, name, mediaType, blob: stored, uploadedBy: accountId, at, matter: null });
    return id;
  };
  return {
    ...{ opened, world, clock, seat, act, upload, settled },
    ...findingsOf(opened, world, seat, async (answer, what) => (await settled(answer, what)).matterId),
    is: async (matterId, status) => {
      const found = await asSystem(opened, 'select 1 from matter where id = $1 and status = $2', [matterId, status]);
      return found.length > 0;
    },
    decision: async (number) => {
      const [found] = await asSystem(opened, 'select matter_id as id from penalty_record where number = $1', [number]);
      if (found === undefined) throw new Error(`${number} has not been reported`);
      return found.id;
    },
    offset: (day) => daysBetween(world.anchor, day),
    unit: (key) => organisationId(world.city, key),
    officer: (login) => seat(login).officerId ?? '',
    day: (fromAnchor) => workingDayBefore(opened, addDays(world.anchor, fromAnchor)),
  };
}

function asSystem({ platform }: Opened, sql: string, values: readonly unknown[]): Promise<{ id: string }[]> {
  return inTransaction(platform.pool, SYSTEM_PREAMBLE, (client) => rows<{ id: string }>(client, sql, values));
}

const WAITING = `select f.id from finding f join matter m on m.id = f.matter_id
  where f.organisation_id = $1 and f.rule_id = $2 and f.status = 'open' order by m.title, f.fact`;

/** What supervisors do with findings. */
function findingsOf(
  opened: Opened,
  world: SeedWorld,
  seat: Town['seat'],
  matterOf: (answer: ActAnswer, what: string) => Promise<string>,
): Pick<Town, 'findings' | 'exclude' | 'sendDown' | 'takeUp'> {
  const { platform } = opened;
  const keyOf = (ids: readonly string[]) => `demonstration-${ids[0]}`;
  return {
    findings: async (unit, rule) => {
      const found = await asSystem(opened, WAITING, [organisationId(world.city, unit), rule]);
      return found.map((f) => f.id);
    },
    exclude: async (login, ids, reason, words) => {
      const done = await excludeFindings(platform, seat(login), { ids, reason, words }, null);
      if (isRefusal(done)) throw new Error(done.reason);
    },
    sendDown: async (login, ids, request) =>
      matterOf(await sendDown(platform, seat(login), { ids, request, idempotencyKey: keyOf(ids) }), 'send-down'),
    takeUp: async (login, ids, words) =>
      matterOf(await takeUp(platform, seat(login), CASE_OPENING, { ids, words, idempotencyKey: keyOf(ids) }), 'take-up'),
  };
}

function workingDayBefore({ platform }: Opened, day: LocalDate): LocalDate {
  let on = day;
  while (isWorkingDay(platform.law().calendar, on) === false) on = addDays(on, -1);
  return on;
}
