import { kindsOf } from '#platform/acts/kinds';
import type { Platform } from '#platform/acts/perform';
import { inTransaction, type Pool } from '#platform/db';
import { listFindings } from '#platform/findings/list';
import { loadLawContext } from '#platform/law-context';
import { listMatters } from '#platform/matters/list';
import { listTasks } from '#platform/matters/tasks';
import { isAdministrator, type Session, sessionPreamble } from '#platform/session';
import { KINDS } from '../rooms.ts';
import { databasesOf } from './databases.ts';
import { handWritten, type Page } from './hand-written.ts';
import { type Benchmark, byTurns, type Line, ms, timed, times } from './measure.ts';
import { everyPost, type Poster } from './people.ts';
import { plantTasks } from './plant-tasks.ts';

const ROUNDS = 4;

/** Every page of every kind of post, against the same page written by hand without row security. */
export const lists: Benchmark = async (world, say) => {
  const { dataDir } = await world.city();
  const { owned, unbound } = databasesOf(dataDir);
  try {
    await plantTasks(unbound.pool);
    const law = await loadLawContext(owned.pool);
    const platform: Platform = { pool: owned.pool, kinds: kindsOf(KINDS), now: Date.now, law: () => law, reactsTo: new Set() };
    const readers = distinctReaders(await everyPost(owned.pool));
    const lines: Line[] = [];
    for (const page of PAGES) lines.push(...(await linesOf(page, platform, unbound.pool, readers, say)));
    return lines;
  } finally {
    await owned.close();
    await unbound.close();
  }
};

type Listing = {
  readonly page: Page;
  readonly what: string;
  readonly subject: (platform: Platform, session: Session) => Promise<readonly string[]>;
};

const KIND = 'penalty-record';
const PAGES: readonly Listing[] = [
  {
    page: 'by-change',
    what: 'work list of one kind, newest change first',
    subject: async (platform, session) => (await listMatters(platform, session, { kind: KIND })).items.map((i) => i.id),
  },
  {
    page: 'by-due',
    what: 'work list of one kind, open, nearest due date first',
    subject: async (platform, session) => (await listMatters(platform, session, { kind: KIND, sort: 'due' })).items.map((i) => i.id),
  },
  {
    page: 'tasks',
    what: 'tasks to do',
    subject: async (platform, session) => (await listTasks(platform, session, 'todo', undefined)).items.map((i) => i.matterId),
  },
  {
    page: 'findings',
    what: 'open findings, gravest first',
    subject: (platform, session) =>
      inTransaction(platform.pool, sessionPreamble(session, platform.now()), async (client) =>
        (await listFindings(client, session, { tab: 'open' }, {})).items.map((i) => i.id),
      ),
  },
];

async function linesOf(
  listing: Listing,
  platform: Platform,
  unbound: Pool,
  readers: readonly Poster[],
  say: (text: string) => void,
): Promise<readonly Line[]> {
  const found: { readonly name: string; readonly baseline: number; readonly subject: number }[] = [];
  for (const { login, unitKind, tier, session } of readers) {
    const asked = () => listing.subject(platform, session);
    const byHand = () => handWritten(unbound, listing.page, session);
    const [ours, theirs] = [await asked(), await byHand()];
    if (ours.join() !== theirs.join()) throw new Error(`${login} ${listing.page}: both lists differ\n${ours.join()}\n${theirs.join()}`);
    const took = await byTurns(
      ROUNDS,
      () => timed(byHand),
      () => timed(asked),
    );
    found.push({ name: `${session.role}, ${tier} ${unitKind}`, ...took });
    say(`${listing.page} ${login} (${session.role}, ${tier} ${unitKind}): ${ours.length} rows, ${ms(took.subject)} : ${ms(took.baseline)}`);
  }
  const worst = [...found].sort((a, b) => b.subject / b.baseline - a.subject / a.baseline);
  const slowest = [...found].sort((a, b) => b.subject - a.subject)[0];
  const shown = [
    ...new Set([
      ...worst.slice(0, 2),
      ...worst.filter((f) => /vertical/.test(f.name)).slice(0, 1),
      ...worst.filter((f) => /^(handler|receiver), banner department/.test(f.name)).slice(0, 1),
      ...(slowest === undefined ? [] : [slowest]),
    ]),
  ];
  return shown.map((f, i) => {
    const ratio = f.subject / f.baseline;
    const rank = i === 0 ? `worst of ${found.length} kinds of post: ` : '';
    return {
      what: `${listing.what}; ${rank}${f.name}`,
      measured: ms(f.subject),
      baseline: ms(f.baseline),
      ratio: times(ratio),
      target: '≤ 3×',
      met: ratio <= 3,
    };
  });
}

/** One person for each role in each kind of unit; administrators see no business data and have no such list. */
function distinctReaders(posts: readonly Poster[]): readonly Poster[] {
  const first = new Map<string, Poster>();
  for (const post of posts) {
    if (isAdministrator(post.session) || post.session.role === 'machine') continue;
    const key = `${post.session.role} ${post.tier} ${post.unitKind}`;
    if (!first.has(key)) first.set(key, post);
  }
  return [...first.values()];
}
