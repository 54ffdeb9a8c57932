import { addDays, addMonths, type LocalDate } from '#law';
import { FINES_OF_ONE_PARTY_RULES, judge, LIKE_CASES_RULES } from '#law/rules/index';
import type { Platform } from '#platform/acts/perform';
import { type Client, inTransaction } from '#platform/db';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { type GroupJudged, judgeLoneFines, storeGroups } from './actions-groups-write.ts';
import { type JudgingDay, judgingDay } from './actions-judging.ts';
import { OPEN_ENDED } from './model.ts';
import { EarlierFines, inOrder } from './rules/earlier-fines.ts';
import { finedOf, likenessWords } from './rules/index.ts';
import { LikeWindow, WINDOW_MONTHS, windowStart } from './rules/like-window.ts';
import { type Claim, claimGroups, type DueGroup, type Reach, settleClaim } from './store-groups.ts';
import { type After, type FinedMember, finedMembers, finesBefore, likeFines, likeMembers } from './store-members.ts';

/** Asked before each piece of long work: false means to leave at once. */
export type Go = () => Promise<boolean>;
export const GO: Go = async () => true;

type Watching = { readonly platform: Platform };

/** Members that are read together, and findings that are written together. */
const PAGE = 2_000;

/**
 * Judges groups that have changed (D05, Q05) until none waits, or until `go` says to leave. Answers how many groups were judged.
 * A record of a group is judged by whatever its group says now: what changes meanwhile is noted again and judged again.
 */
export async function settleGroups({ platform }: Watching, city: number, go: Go = GO): Promise<number> {
  const day = judgingDay({ platform }, city);
  if (day === null) return 0;
  let judged = 0;
  for (const reach of ['party', 'likeness'] as const) {
    while (await go()) {
      const claim = await inTransaction(platform.pool, SYSTEM_PREAMBLE, (client) => claimGroups(client, city, reach));
      if (claim === null) break;
      await judgeClaim(platform, day, reach, claim);
      judged += claim.groups.length;
    }
  }
  return judged;
}

async function judgeClaim(platform: Platform, day: JudgingDay, reach: Reach, claim: Claim): Promise<void> {
  const judgements = reach === 'party' ? judgeParties : judgeLikes;
  const isLone = ({ members }: DueGroup) => reach === 'party' && members === 1;
  const alone = claim.groups.filter(isLone).map((g) => g.mark);
  if (alone.length > 0) await judgeLoneFines(platform, day, alone);
  for (const groups of together(claim.groups.filter((g) => !isLone(g)))) {
    let waiting: GroupJudged[] = [];
    for await (const judged of judgements(platform, day, groups)) {
      waiting.push(judged);
      if (waiting.length < PAGE) continue;
      await storeGroups(platform, day, reach, waiting);
      waiting = [];
    }
    if (waiting.length > 0) await storeGroups(platform, day, reach, waiting);
  }
  await inTransaction(platform.pool, SYSTEM_PREAMBLE, (client) => settleClaim(client, claim));
}

/** Small groups share their queries; one that is larger than a page is read alone. */
function together(groups: readonly DueGroup[]): readonly (readonly DueGroup[])[] {
  const sets: DueGroup[][] = [];
  let open: DueGroup[] = [];
  let members = 0;
  for (const group of groups) {
    if (group.members === 0) continue;
    if (open.length > 0 && members + group.members > PAGE) {
      sets.push(open);
      [open, members] = [[], 0];
    }
    open.push(group);
    members += group.members;
  }
  return open.length > 0 ? [...sets, open] : sets;
}

/** Only fines at or after the day of a change can be doubted otherwise than before. */
async function* judgeParties({ pool }: Platform, { city, context }: JudgingDay, groups: readonly DueGroup[]): AsyncGenerator<GroupJudged> {
  const since = groups.map((g) => ({ mark: g.mark, from: g.from, until: OPEN_ENDED }));
  const before = await inTransaction(pool, SYSTEM_PREAMBLE, (client) => finesBefore(client, city, since));
  const parties = new Map<string, EarlierFines>();
  const earlierOf = (mark: string): EarlierFines => {
    const known = parties.get(mark);
    if (known !== undefined) return known;
    const earlier = new EarlierFines();
    for (const { fined } of inOrderOfFines(before.get(mark) ?? [])) earlier.next(fined);
    parties.clear();
    parties.set(mark, earlier);
    return earlier;
  };
  const members = paged((client, after) => finedMembers(client, city, since, after, PAGE), pool);
  for await (const ofDay of dayByDay(members)) {
    for (const { member, fined } of inOrderOfFines(ofDay)) {
      const facts = earlierOf(member.mark).next(fined);
      yield { matterId: member.matterId, mark: member.mark, judgement: judge(FINES_OF_ONE_PARTY_RULES, facts, context) };
    }
  }
}

function inOrderOfFines(members: readonly FinedMember[]) {
  return members
    .map((member) => ({ member, fined: finedOf({ ...member, id: member.matterId }) }))
    .sort((a, b) => inOrder(a.fined, b.fined));
}

/** A fine counts for like cases up to two years after it. */
async function* judgeLikes({ pool }: Platform, { city, context }: JudgingDay, groups: readonly DueGroup[]): AsyncGenerator<GroupJudged> {
  const compared = groups.map((g) => ({ mark: g.mark, from: windowStart(g.from), until: windowEnd(g.until) }));
  const fines = await inTransaction(pool, SYSTEM_PREAMBLE, (client) => likeFines(client, city, compared));
  const windows = new Map<string, LikeWindow>();
  const touched = groups.map((g) => ({ mark: g.mark, from: g.from, until: windowEnd(g.until) }));
  const members = paged((client, after) => likeMembers(client, city, touched, after, PAGE), pool);
  for await (const { mark, matterId, decidedOn, fineFen, conduct, kinds } of members) {
    const window = windows.get(mark) ?? new LikeWindow(fines.get(mark) ?? []);
    windows.set(mark, window);
    const others = fineFen === null || fineFen <= 0 ? null : window.othersOf(decidedOn, fineFen);
    const facts = { fineFen, decidedOn, others, likeness: likenessWords(conduct, kinds) };
    yield { matterId, mark, judgement: judge(LIKE_CASES_RULES, facts, context) };
  }
}

/** Three days more, because the 31st of a month answers to the last of a shorter one. */
function windowEnd(until: LocalDate): LocalDate {
  return addDays(addMonths(until, WINDOW_MONTHS), 3);
}

async function* paged<T extends NonNullable<After>>(
  read: (client: Client, after: After) => Promise<readonly T[]>,
  pool: Platform['pool'],
): AsyncGenerator<T> {
  let after: After = null;
  for (;;) {
    const place: After = after;
    const page: readonly T[] = await inTransaction(pool, SYSTEM_PREAMBLE, (client) => read(client, place));
    yield* page;
    after = page.at(-1) ?? null;
    if (page.length < PAGE) return;
  }
}

/** Decisions of one group and one day together. */
async function* dayByDay<T extends NonNullable<After>>(members: AsyncIterable<T>): AsyncGenerator<readonly T[]> {
  let ofDay: T[] = [];
  for await (const member of members) {
    const [first] = ofDay;
    if (first !== undefined && (first.mark !== member.mark || first.decidedOn !== member.decidedOn)) {
      yield ofDay;
      ofDay = [];
    }
    ofDay.push(member);
  }
  if (ofDay.length > 0) yield ofDay;
}
