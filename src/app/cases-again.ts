import { shanghaiDay } from '#law';
import type { Platform } from '#platform/acts/perform';
import { type Client, databaseTrouble, inTransaction } from '#platform/db';
import type { PartySealing } from '#platform/parties/hold';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { lawsMoved } from '#registers/law-library';
import { type CaseCause, type CaseIndex, caseIndex } from './cases-again-index.ts';
import {
  advanceCaseRound,
  caseCausesTaken,
  citiesToJudgeAgain,
  endCaseRound,
  holdCaseRound,
  nextCases,
  openCaseRound,
  putCaseOff,
} from './cases-again-store.ts';
import { judgeCaseAgain } from './judged-cases.ts';

/** Cases that are looked at in one step, and of these how many are judged before the step is written down. */
const PAGE = 200;
const AT_MOST = 20;
/** An act that has read the registers before their change has been written, and judged its case, long before. */
const QUIET_SECONDS = 60;

type Deps = { readonly platform: Platform; readonly sealing: PartySealing };
type Walk = { readonly deps: Deps; readonly city: number; readonly index: CaseIndex; readonly at: string };

/**
 * Judges again the cases that changes of registers can touch (units, certificates, lists, benchmarks, deeds of delegation, laws,
 * holidays, parameters): one walk through each city's cases for all changes that wait, going on where it was cut off. Each case
 * is judged in a transaction of its own: whoever acts in one waits for no other. Answers how many were judged.
 */
export async function settleCaseCauses(deps: Deps, isStopping: () => boolean, waitSeconds = QUIET_SECONDS): Promise<number> {
  let judged = 0;
  for (const city of await inSystem(deps, (client) => citiesToJudgeAgain(client, waitSeconds))) {
    const walk = await beginWalk(deps, city, waitSeconds);
    while (walk !== null && !isStopping()) {
      const step = await pass(walk);
      if (step === null) break;
      judged += step;
    }
  }
  return judged;
}

async function beginWalk(deps: Deps, city: number, waitSeconds: number): Promise<Walk | null> {
  await inSystem(deps, (client) => openCaseRound(client, city, waitSeconds));
  return inSystem(deps, async (client) => {
    const round = await holdCaseRound(client, city);
    return round === null ? null : { deps, city, index: caseIndex(await causesOf(client, city)), at: round.at };
  });
}

/**
 * null: the round has ended. Cases are judged between two transactions of the round, which holds nothing meanwhile: a second
 * server may judge the same ones, finds them as they are by then, and writes nothing.
 */
async function pass({ deps, city, index, at }: Walk): Promise<number | null> {
  const page = await inSystem(deps, async (client) => {
    const round = await holdCaseRound(client, city);
    if (round === null || round.at !== at) return null;
    const today = shanghaiDay(deps.platform.now());
    const cases = await nextCases(client, { city, round, organs: index.organs, limit: PAGE, today });
    if (cases.length === 0) await endCaseRound(client, city);
    return { round, cases };
  });
  const end = page?.cases.at(-1);
  if (page === null || end === undefined) return null;
  const touched = page.cases.flatMap((one) => {
    const reason = index.reason(one);
    return reason === null ? [] : [{ one, reason }];
  });
  const step = touched.slice(0, AT_MOST);
  for (const { one, reason } of step) await judgeOne(deps, city, one.matterId, reason);
  const last = touched.length > step.length ? (step.at(-1)?.one ?? end) : end;
  await inSystem(deps, (client) => advanceCaseRound(client, city, page.round, last));
  return step.length;
}

/** One case that cannot be judged keeps no other from it. */
async function judgeOne(deps: Deps, city: number, matterId: string, reason: string): Promise<void> {
  try {
    await judgeCaseAgain(deps, city, matterId, reason);
  } catch (error) {
    if (databaseTrouble(error) !== null) throw error;
    await inSystem(deps, (client) => putCaseOff(client, city, matterId, error instanceof Error ? error.message : String(error)));
  }
}

/** What the round goes by; texts of law also move those that they repeal or amend. */
async function causesOf(client: Client, city: number): Promise<readonly CaseCause[]> {
  const causes = await caseCausesTaken(client, city);
  const named = causes.flatMap(({ register, keys }) => (register === 'law' ? keys : []));
  const moved = await lawsMoved(client, named);
  return causes.map((cause) =>
    cause.register === 'law' ? { ...cause, keys: [...new Set(cause.keys.flatMap((law) => [law, ...(moved.get(law) ?? [])]))] } : cause,
  );
}

function inSystem<T>({ platform }: Deps, work: (client: Client) => Promise<T>): Promise<T> {
  return inTransaction(platform.pool, SYSTEM_PREAMBLE, work);
}
