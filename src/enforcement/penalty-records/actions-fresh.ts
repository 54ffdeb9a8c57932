import { canonicalJson, type Json, type LocalDate, type RuleContext, shanghaiDay } from '#law';
import { type Judgement, nextChange } from '#law/rules/index';
import type { BulkAnswer } from '#platform/acts/bulk';
import { cohortOf, newId } from '#platform/acts/ids';
import type { Platform } from '#platform/acts/perform';
import type { Client } from '#platform/db';
import { writeFindings } from '#platform/findings/judge-write';
import { inSlices } from '#platform/in-slices';
import type { Session } from '#platform/session';
import { recordedDays } from './facts.ts';
import { filingReasons } from './filing-duty.ts';
import { joined, judgeDecision, type Registers } from './loading/judge-rows.ts';
import type { Sealing } from './loading/person.ts';
import type { Prepared } from './loading/prepare.ts';
import { ANSWERED_RULES, judgeLoneFine, judgeUngrouped } from './rules/index.ts';
import { insertParties, type SealedParty } from './store.ts';
import { type JudgedDuty, noteFilingDuties } from './store-filing-duty.ts';
import { insertWakes } from './store-wakes.ts';

export type LoadingDeps = { readonly platform: Platform; readonly sealing: Sealing };

/** Who loads, from where, and on behalf of what. */
export type Load = {
  readonly session: Session;
  readonly sourceOf: (line: number) => string;
  /** The import job or the batch; findings and judgements are counted by it. */
  readonly batchId: string;
  /** Awaited before anything is written: what comes before in the same file must have been stored. */
  readonly turn?: () => Promise<void>;
};

export type SealedPerson = Pick<SealedParty, 'id' | 'sealed'>;

/** Who a decision is about, encrypted under an id of its own; null where nothing is withheld. */
export function sealedParty({ platform, sealing }: LoadingDeps, { withheld }: Prepared): SealedPerson | null {
  if (withheld === null) return null;
  const id = newId(platform.now());
  return { id, sealed: sealing.seal(canonicalJson(withheld as unknown as Json), id) };
}

export async function storeParties(
  client: Client,
  city: number,
  parties: readonly (SealedPerson | null)[],
  opened: readonly BulkAnswer[],
): Promise<void> {
  const sealed = parties.flatMap((party, i): SealedParty[] => {
    const answer = opened[i];
    if (party === null || answer?.ok !== true) return [];
    return [{ ...party, matterId: answer.matterId, cohort: cohortOf(answer.matterId) }];
  });
  await insertParties(client, city, sealed);
}

/** wakeOn: the next day on which time changes the judgement. mustFile: why it is a major penalty that has to be filed. */
export type JudgedRow = {
  readonly p: Prepared;
  readonly judgement: Judgement;
  readonly wakeOn: LocalDate | null;
  readonly mustFile: readonly string[];
};

/** All rules of single decisions, before anything is written; empty where no profile is loaded for the city. */
export async function judgeFresh(
  { platform }: LoadingDeps,
  load: Load,
  registers: Registers,
  fresh: readonly Prepared[],
): Promise<readonly JudgedRow[]> {
  const law = platform.law();
  const profile = law.currentProfile(load.session.city);
  if (profile === null) return [];
  const context = { profile, calendar: law.calendar, today: shanghaiDay(platform.now()) };
  return inSlices(fresh, (p) => {
    const own = judgeDecision(p.row, p.organ, registers, null, context);
    const wakeOn = nextChange(recordedDays(p.row), context);
    return { p, judgement: joined(own, judgeBesideOthers(p, context)), wakeOn, mustFile: filingReasons(p.row, context) ?? [] };
  });
}

/** D05 and Q05 as far as they need no group: it is judged when the rows are in, and again whenever it changes. */
function judgeBesideOthers({ row, marks, isLone }: Prepared, context: RuleContext): Judgement {
  const ungrouped = judgeUngrouped(row, marks, context);
  return isLone ? joined(judgeLoneFine(row, context), ungrouped) : ungrouped;
}

export async function storeJudged(
  client: Client,
  { platform }: LoadingDeps,
  load: Load,
  judged: readonly JudgedRow[],
  opened: readonly BulkAnswer[],
): Promise<void> {
  await writeFindings(client, {
    rules: ANSWERED_RULES,
    nowMs: platform.now(),
    batchId: load.batchId,
    matters: judged.flatMap(({ p, judgement }, i) => {
      const answer = opened[i];
      if (answer?.ok !== true) return [];
      const { matterId, place } = answer;
      const by = { actId: null, source: load.sourceOf(p.line) };
      return [{ matterId, organisationId: p.organ.id, judgement, place, by, isNew: true }];
    }),
  });
  const wakes = judged.flatMap(({ wakeOn }, i) => {
    const answer = opened[i];
    return wakeOn === null || answer?.ok !== true ? [] : [{ matterId: answer.matterId, wakeOn }];
  });
  await insertWakes(client, load.session.city, wakes);
  const duties = judged.flatMap(({ mustFile }, i): JudgedDuty[] => {
    const answer = opened[i];
    return mustFile.length === 0 || answer?.ok !== true ? [] : [{ matterId: answer.matterId, reasons: mustFile }];
  });
  await noteFilingDuties(client, load.session.city, duties);
}
