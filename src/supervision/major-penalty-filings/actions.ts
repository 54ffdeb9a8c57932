import { type LocalDate, type OrganisationFact, shanghaiDay } from '#law';
import { type ActAnswer, type Platform, perform } from '#platform/acts/perform';
import { factsOn, registersAbout } from '#platform/acts/registers';
import { databaseTrouble, inTransaction } from '#platform/db';
import { SYSTEM_PREAMBLE } from '#platform/session';
import type { Decided } from './decided.ts';
import { type DutyInput, endingWithout, type Settling, settling } from './duty.ts';
import { recipientsOf } from './recipients.ts';
import { decisionsOf, dutiesPutOff, dutiesSettled, filingsOf, type KnownFiling, type WaitingDuty, waitingDuties } from './store.ts';

const KIND = 'major-penalty-filing';

const RETRY_MS = 3_600_000;

/**
 * Brings the filings in line with the decisions that were judged since it last looked: opens what is owed, puts right what
 * a decision says otherwise now, ends what is owed no more. What is refused stays owed and is tried again an hour later.
 * May be called again, and by several servers at once. Answers how many decisions were looked at.
 */
export async function settleFilings(platform: Platform, stopping: () => boolean): Promise<number> {
  let looked = 0;
  const failed: string[] = [];
  while (!stopping()) {
    const page = await readPage(platform);
    if (page.duties.length === 0) break;
    const settled: WaitingDuty[] = [];
    const refused: WaitingDuty[] = [];
    for (const duty of page.duties) {
      if (stopping()) break;
      const failure = await settleOne(platform, page, duty).catch(faultOf);
      if (failure !== null) failed.push(failure);
      (failure === null ? settled : refused).push(duty);
    }
    await inTransaction(platform.pool, SYSTEM_PREAMBLE, async (client) => {
      await dutiesSettled(client, settled);
      await dutiesPutOff(client, refused, new Date(platform.now() + RETRY_MS).toISOString());
    });
    looked += settled.length + refused.length;
  }
  // One decision that cannot be listed keeps no other from it; the operator is told of it all the same.
  if (failed.length > 0) throw new Error(failed.join('\n'));
  return looked;
}

/** A fault of one decision; a database that is gone is everybody's. */
function faultOf(error: unknown): string {
  if (databaseTrouble(error) !== null) throw error;
  return error instanceof Error ? error.message : String(error);
}

type PageOfDuties = {
  readonly today: LocalDate;
  readonly duties: readonly WaitingDuty[];
  readonly decisions: ReadonlyMap<string, Decided | null>;
  readonly filings: Map<string, KnownFiling>;
  readonly organs: ReadonlyMap<string, OrganisationFact>;
};

function readPage({ pool, now }: Platform): Promise<PageOfDuties> {
  const today = shanghaiDay(now());
  return inTransaction(pool, SYSTEM_PREAMBLE, async (client) => {
    const duties = await waitingDuties(client, new Date(now()).toISOString());
    const ids = duties.map((d) => d.decisionId);
    const decisions = await decisionsOf(client, ids);
    const about = { organisations: [...new Set([...decisions.values()].flatMap((d) => d?.organId ?? []))], persons: [] };
    const registers = await registersAbout(client, pool, about);
    const { organisations: organs } = factsOn(registers, about, today);
    return { today, duties, decisions, filings: new Map(await filingsOf(client, ids)), organs };
  });
}

async function settleOne(platform: Platform, page: PageOfDuties, duty: WaitingDuty): Promise<string | null> {
  const decided = page.decisions.get(duty.decisionId);
  const organ = page.organs.get(decided?.organId ?? '');
  if (decided === undefined) return null;
  if (decided === null) return endWithoutDecision(platform, page, duty);
  const nobody = { bureauId: null, reviewerId: null, upperId: null };
  const recipients = organ === undefined ? nobody : recipientsOf(organ, (id) => page.organs.get(id));
  const filing = page.filings.get(duty.decisionId) ?? null;
  for (const wanted of settling({ decided, reasons: duty.reasons, recipients }, filing?.state ?? null)) {
    const answer = await doneOnTheDay(platform, page, duty, decided, wanted, filing);
    if (!answer.ok) return `${decided.number}：${'refusal' in answer ? answer.refusal.reason : answer.error}`;
  }
  return null;
}

/** The decision was voided before its service: nothing is left that would have to be filed. */
async function endWithoutDecision(platform: Platform, page: PageOfDuties, { city, decisionId }: WaitingDuty): Promise<string | null> {
  const filing = page.filings.get(decisionId) ?? null;
  const ending = endingWithout(filing?.state ?? null);
  if (filing === null || ending === null) return null;
  const answer = await perform(platform, { by: { system: true, city }, kind: KIND, ...ending, matterId: filing.id });
  if (answer.ok) return null;
  return `${filing.state.decision.number}：${'refusal' in answer ? answer.refusal.reason : answer.error}`;
}

/** The duty arises with the decision and is dated so; where the register does not know its organ of then, today. */
async function doneOnTheDay(
  platform: Platform,
  { today }: PageOfDuties,
  { city, decisionId }: WaitingDuty,
  { organId, no, decidedOn, fromCase }: Decided,
  { act, input }: Settling,
  filing: KnownFiling | null,
): Promise<ActAnswer> {
  const by = { system: true, city } as const;
  if (act !== 'open') return perform(platform, { by, kind: KIND, act, matterId: filing?.id ?? null, input });
  const opening: DutyInput = { decision: decisionId, decisionNo: no, organ: organId, fromCase, ...input };
  const on = (legalDate: LocalDate): Promise<ActAnswer> =>
    perform(platform, {
      ...{ by, kind: KIND, act, matterId: null, input: opening, legalDate },
      idempotencyKey: `filing-of-${decisionId}-${filing?.count ?? 0}-${legalDate}`,
    });
  const then = await on(decidedOn);
  return !then.ok && then.error === 'refused' && decidedOn !== today ? on(today) : then;
}
