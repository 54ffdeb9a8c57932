import { randomUUID } from 'node:crypto';
import { shanghaiDay } from '#law';
import { kindsOf } from '#platform/acts/kinds';
import { type Platform, perform } from '#platform/acts/perform';
import { inTransaction, type Pool, rows } from '#platform/db';
import { loadLawContext } from '#platform/law-context';
import { type Session, SYSTEM_PREAMBLE } from '#platform/session';
import { BUREAUS, draftOf } from '#testing/document-writers';
import { testIdentity } from '#testing/identity';
import { listEntries, nextEntries } from '../../registers/power-lists/store.ts';
import { afterActs } from '../after-act.ts';
import { KINDS } from '../rooms.ts';
import { databasesOf } from './databases.ts';
import { type Benchmark, byTurns, type Line, median, ms, timed, times } from './measure.ts';
import { everyPost } from './people.ts';

const LONG = 50_000;
const SHORT = 500;
const ROUNDS = 30;
const ACTS_A_ROUND = 20;

/** Lists of 50,000 lines beside one of 500; an act that has to read its register facts beside one that has them kept. */
export const registers: Benchmark = async (world) => {
  const { dataDir } = await world.city();
  const { owned, unbound } = databasesOf(dataDir);
  try {
    await plantLines(unbound.pool);
    return [...(await pagesOf(owned.pool)), ...(await factsOf(owned.pool, unbound.pool))];
  } finally {
    await owned.close();
    await unbound.close();
  }
};

const CITY = 1508;

/** Two lists that nobody else has: one long, one short, over the departments of the city. */
async function plantLines(pool: Pool): Promise<void> {
  for (const [list, count] of [
    ['inspection', LONG],
    ['inspection-plan', SHORT],
  ] as const) {
    await pool.query(
      `insert into list_entry_record (id, city, list, organisation_id, code, name, basis, published_on, valid, known, act_id)
       select gen_random_uuid(), $1, $2, u.ids[1 + n % array_length(u.ids, 1)], 'BENCH-' || lpad(n::text, 6, '0'), '第' || n || '项监督检查',
         '《中华人民共和国安全生产法》第六十五条', current_date - 30, daterange(current_date - 30, null), tstzrange(now(), null), gen_random_uuid()
       from generate_series(1, $3::int) n,
         (select array_agg(organisation_id) as ids from organisation_today where kind = 'department') u`,
      [CITY, list, count],
    );
  }
  await pool.query('analyze list_entry_record');
}

async function pagesOf(pool: Pool): Promise<readonly Line[]> {
  const today = shanghaiDay(Date.now());
  const first = (list: 'inspection' | 'inspection-plan') =>
    inTransaction(pool, SYSTEM_PREAMBLE, (client) => listEntries(client, CITY, { list, limit: 20 }, today));
  const middle = async (list: 'inspection' | 'inspection-plan') => {
    const { cursor } = await inTransaction(pool, SYSTEM_PREAMBLE, (client) => nextEntries(client, CITY, { list }, today, undefined));
    return cursor ?? undefined;
  };
  const [long, short] = [await middle('inspection'), await middle('inspection-plan')];
  const next = (list: 'inspection' | 'inspection-plan', cursor: string | undefined) =>
    inTransaction(pool, SYSTEM_PREAMBLE, (client) =>
      listEntries(client, CITY, { list, limit: 20, ...(cursor === undefined ? {} : { cursor }) }, today),
    );
  const opened = await byTurns(
    ROUNDS,
    () => timed(() => first('inspection-plan')),
    () => timed(() => first('inspection')),
  );
  const turned = await byTurns(
    ROUNDS,
    () => timed(() => next('inspection-plan', short)),
    () => timed(() => next('inspection', long)),
  );
  return [line(`first page of a list of ${LONG} lines, its count included`, opened), line('a page further on', turned)];
}

function line(what: string, { baseline, subject }: { readonly baseline: number; readonly subject: number }): Line {
  const ratio = subject / baseline;
  return {
    what,
    measured: ms(subject),
    baseline: `a list of ${SHORT} lines: ${ms(baseline)}`,
    ratio: times(ratio),
    target: '≤ 3×',
    met: ratio <= 3,
  };
}

async function factsOf(pool: Pool, unbound: Pool): Promise<readonly Line[]> {
  const law = await loadLawContext(pool);
  const platform: Platform = {
    pool,
    kinds: kindsOf(KINDS),
    now: Date.now,
    law: () => law,
    reactsTo: new Set<string>(),
    afterAct: afterActs(testIdentity(pool, Date.now).keys),
  };
  const drafter = (await everyPost(pool)).find((p) => p.login === BUREAUS.city.drafter);
  if (drafter === undefined) throw new Error('no drafter in the city');
  const act = actor(platform, drafter.session);
  const ids: string[] = [];
  for (let i = 0; i < ACTS_A_ROUND; i += 1) ids.push(await act('draft', null));
  await unbound.query('create table if not exists bench_note (at timestamptz not null)');
  const elsewhere = await changerElsewhere(unbound, drafter.session);
  // The act's own register facts: the next act has to read them again, in one query.
  const own = () => unbound.query('update officer set name = name where id = $1', [drafter.session.officerId]);
  // As durable as a change of a register, but none.
  const none = () => unbound.query('insert into bench_note (at) values (now())');
  const against = (change: Before) => actByAct(ids, (id) => timed(() => act('revise', id)), none, change);
  return [
    added('the first act after a change of some other unit or person in the registers', await against(elsewhere)),
    added(
      `an act where the registers change once in ${ACTS_A_ROUND} acts, each time the person who acts`,
      await against((nth) => (nth === 0 ? own() : none())),
    ),
    {
      ...added('the first act after a change of the person who acts, whose facts have to be read again (one query)', await against(own)),
      ...{ target: '–', met: null },
    },
  ];
}

type Before = (nth: number) => Promise<unknown>;

/**
 * Each act of the subject beside one of the baseline on the same matter, first the one, then the other: a machine that is
 * slower for a second burdens both. What a stall adds to single rounds is no part of their median.
 */
async function actByAct(ids: readonly string[], act: (id: string) => Promise<number>, none: Before, change: Before) {
  const turns = [
    ['baseline', none],
    ['subject', change],
  ] as const;
  const seen = { baseline: [] as number[], subject: [] as number[] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const took = { baseline: 0, subject: 0 };
    for (const [nth, id] of ids.entries()) {
      for (const [which, before] of (round + nth) % 2 === 0 ? turns : turns.toReversed()) {
        await before(nth);
        took[which] += await act(id);
      }
    }
    if (round === 0) continue;
    seen.baseline.push(took.baseline / ids.length);
    seen.subject.push(took.subject / ids.length);
  }
  return { baseline: median(seen.baseline), subject: median(seen.subject) };
}

/** Changes a unit, a person or a certificate by turns, none of them of the session's own organisation. */
async function changerElsewhere(unbound: Pool, { organisationId }: Session): Promise<() => Promise<unknown>> {
  const others = await rows<{ id: string; unit: string }>(
    unbound,
    'select id, organisation_id as unit from officer where organisation_id <> $1 order by id limit 60',
    [organisationId],
  );
  const changes = [
    'update officer set name = name where id = $1 and organisation_id = $2',
    'update organisation_record set phone = phone where organisation_id = $2 and $1::uuid is not null',
    'update certificate_record set status = status where officer_id = $1 and $2::uuid is not null',
  ];
  let turn = 0;
  return () => {
    const { id, unit } = others[turn % others.length] ?? { id: '', unit: '' };
    turn += 1;
    return unbound.query(changes[turn % changes.length] ?? '', [id, unit]);
  };
}

function added(what: string, { baseline, subject }: { readonly baseline: number; readonly subject: number }): Line {
  const ratio = subject / baseline;
  return {
    what,
    measured: ms(subject),
    baseline: `the same act, its facts kept: ${ms(baseline)}`,
    ratio: times(ratio),
    target: '≤ 1.10×',
    met: ratio <= 1.1,
  };
}

function actor(platform: Platform, by: Session): (name: string, matterId: string | null) => Promise<string> {
  return async (name, matterId) => {
    const request = { by, kind: 'supervision-document', act: name, matterId, input: draftOf(BUREAUS.city, '基准') };
    const answer = await perform(platform, { ...request, idempotencyKey: randomUUID() });
    if (!answer.ok) throw new Error(JSON.stringify(answer));
    return answer.done.matterId;
  };
}
