import { type Client, databaseTrouble, inTransaction } from '#platform/db';
import { inSlices } from '#platform/in-slices';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { lawsMoved } from '#registers/law-library';
import type { LoadingDeps } from './actions.ts';
import { GO, type Go } from './actions-groups.ts';
import { type JudgingDay, judgeStored, judgingDay } from './actions-judging.ts';
import { type Cause, type CauseIndex, causeIndex } from './model-causes.ts';
import { advanceRound, causesTaken, countRound, endRound, holdRound, nextDecisions, openRound, putOff } from './store-causes.ts';

/** Decisions that are passed in one transaction: those among them that are judged are locked for about as long as a page is read. */
const PAGE = 200;

type Walk = { readonly deps: LoadingDeps; readonly day: JudgingDay; readonly index: CauseIndex; readonly at: string };

/**
 * Judges again the stored decisions that changes of registers can touch (units, certificates, power lists, laws, holidays,
 * parameters): one walk through the city's decisions for all changes that wait, page by page, going on where it was cut
 * off. Answers how many decisions were judged.
 */
export async function settleCauses(deps: LoadingDeps, city: number, waitSeconds: number, go: Go = GO): Promise<number> {
  const day = judgingDay(deps, city);
  if (day === null) return 0;
  await inSystem(deps, (client) => openRound(client, city, waitSeconds));
  const walk = await inSystem(deps, async (client): Promise<Walk | null> => {
    const round = await holdRound(client, city);
    if (round === null) return null;
    const index = causeIndex(await causesOf(client, city));
    await countRound(client, city, index.organs);
    return { deps, day, index, at: round.at };
  });
  if (walk === null) return 0;
  let judged = 0;
  while (await go()) {
    const page = await passPage(walk);
    if (page === null) break;
    judged += page;
  }
  return judged;
}

/** Smaller and smaller steps, so that one decision that cannot be judged keeps no other from it. null: the round has ended. */
async function passPage(walk: Walk, limit = PAGE): Promise<number | null> {
  try {
    return await pass(walk, limit);
  } catch (error) {
    if (databaseTrouble(error) !== null) throw error;
    return limit === 1 ? passOver(walk, error) : passPage(walk, Math.ceil(limit / 2));
  }
}

function pass({ deps, day, index, at }: Walk, limit: number): Promise<number | null> {
  const { city } = day;
  return inSystem(deps, async (client) => {
    const round = await holdRound(client, city);
    if (round === null || round.at !== at) return null;
    const page = await nextDecisions(client, city, round, index.organs, limit);
    const last = page.at(-1);
    if (last === undefined) {
      await endRound(client, city);
      return null;
    }
    const reasons = await inSlices(page, ({ matterId, ...decision }) => ({ matterId, source: index.reason({ matterId, ...decision }) }));
    const touched = reasons.flatMap(({ matterId, source }) => (source === null ? [] : [{ matterId, source }]));
    if (touched.length > 0) await judgeStored(client, deps.sealing, day, touched, index.movesDays);
    await advanceRound(client, city, last, { seen: page.length, judged: touched.length });
    return touched.length;
  });
}

/** Leaves the next decision for a later round. */
async function passOver({ deps, day, index, at }: Walk, error: unknown): Promise<number | null> {
  const { city } = day;
  return inSystem(deps, async (client) => {
    const round = await holdRound(client, city);
    const [next] = round === null || round.at !== at ? [] : await nextDecisions(client, city, round, index.organs, 1);
    if (next === undefined) return null;
    await putOff(client, city, next.matterId, error instanceof Error ? error.message : String(error));
    await advanceRound(client, city, next, { seen: 1, judged: 0 });
    return 0;
  });
}

/** What the round goes by; texts of law also move those that they repeal or amend. */
async function causesOf(client: Client, city: number): Promise<readonly Cause[]> {
  const causes = await causesTaken(client, city);
  const moved = await lawsMoved(
    client,
    causes.flatMap(({ register, keys }) => (register === 'law' ? keys : [])),
  );
  return causes.map((cause) =>
    cause.register === 'law' ? { ...cause, keys: [...new Set(cause.keys.flatMap((law) => [law, ...(moved.get(law) ?? [])]))] } : cause,
  );
}

function inSystem<T>({ platform }: LoadingDeps, work: (client: Client) => Promise<T>): Promise<T> {
  return inTransaction(platform.pool, SYSTEM_PREAMBLE, work);
}
