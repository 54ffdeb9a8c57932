import { type RuleContext, shanghaiDay } from '#law';
import { type Judgement, nextChange } from '#law/rules/index';
import type { AfterAct } from '#platform/acts/after-act';
import type { Client } from '#platform/db';
import { askEach } from '#platform/db-together';
import { type JudgedMatter, writeFindings } from '#platform/findings/judge-write';
import { lockPlaces, type MatterPlace } from '#platform/findings/load-standing';
import { inSlices } from '#platform/in-slices';
import { keptLaws } from '#registers/law-library';
import type { LoadingDeps } from './actions.ts';
import { recordedDays } from './facts.ts';
import { filingReasonsNow } from './filing-duty.ts';
import { unitsOf } from './loading/delegates.ts';
import { certificatesNamed, joined, judgeDecision } from './loading/judge-rows.ts';
import { openWithheld, type Sealing, wholeRow } from './loading/person.ts';
import { itemsAsked } from './loading/power-lists.ts';
import { isOnDay } from './loading/prepare.ts';
import type { PenaltyRecord, PenaltyRow } from './model.ts';
import { ANSWERED_RULES, judgeUngrouped } from './rules/index.ts';
import { certificatesEver, organsEver, recordStates, sealedParties } from './store.ts';
import { delegatesEver } from './store-delegates.ts';
import { type JudgedDuty, noteFilingDuties } from './store-filing-duty.ts';
import { powerListsEver } from './store-lists.ts';
import { insertWakes, type Wake } from './store-wakes.ts';

/** The day and the law by which records are judged. */
export type JudgingDay = { readonly city: number; readonly nowMs: number; readonly context: RuleContext };

/** The rules of a city today; null: no profile is loaded for it. */
export function judgingDay({ platform }: Pick<LoadingDeps, 'platform'>, city: number): JudgingDay | null {
  const law = platform.law();
  const profile = law.currentProfile(city);
  const nowMs = platform.now();
  return profile === null ? null : { city, nowMs, context: { profile, calendar: law.calendar, today: shanghaiDay(nowMs) } };
}

/** Behind every act on a record (change, second source, merging, correction): the rules judge it anew in the same transaction. */
export function followRecord(sealing: Sealing): AfterAct {
  return async (client, { kind, matterId, city, cohort, title, label, place, state, acts, profile, law, today, nowMs }) => {
    const last = acts.at(-1);
    if (kind !== 'penalty-record' || last === undefined) return null;
    const { regionOrd, lineOrd } = place;
    const record = {
      state: state as PenaltyRecord,
      place: { matterId, city, cohort, regionOrd, lineOrd, label, subject: title },
    };
    const day = { city, nowMs, context: { profile, calendar: law.calendar, today } };
    const wakes = await judgeAnew(client, sealing, day, [{ ...record, by: { actId: last.id, source: '' } }]);
    await insertWakes(client, city, wakes);
    return null;
  };
}

/** A decision under its caller's lock, and by what it is judged now. */
type Written = { readonly state: PenaltyRecord; readonly place: MatterPlace; readonly by: JudgedMatter['by'] };

/**
 * Judges decisions anew by all that they and the registers say now, and brings their findings in line, in the caller's
 * transaction and under the caller's rights. A merged record is nobody's doubt any more. Answers the days on which time
 * will answer otherwise.
 */
async function judgeAnew(
  client: Client,
  sealing: Sealing,
  { city, nowMs, context }: JudgingDay,
  records: readonly Written[],
): Promise<readonly Wake[]> {
  const states = records.map(({ state }) => state);
  const organIds = [...new Set(states.map((s) => s.organId))];
  const [whole, organs, laws, certificates, lists] = await askEach(client, [
    () => wholeRows(client, sealing, states),
    () => organsEver(client, organIds),
    () => keptLaws(client),
    () => certificatesEver(client, certificatesNamed(states.map((s) => s.row))),
    () => powerListsEver(client, itemsAsked(states.map((s) => ({ organ: { id: s.organId }, row: s.row })))),
  ]);
  const delegates = await delegatesEver(client, organIds, unitsOf(certificates));
  const registers = { laws: laws.sources, certificates, lists, delegates };
  const matters = await inSlices(records, ({ state, place, by }): JudgedMatter => {
    const row = whole(state.row, state.party);
    const otherwise = state.otherwise === null ? null : whole(state.otherwise.row, state.otherwise.party);
    const organ = organs.get(state.organId)?.find((record) => isOnDay(record, row.decidedOn)) ?? null;
    const judgement =
      state.mergedInto === null
        ? joined(judgeDecision(row, organ, registers, otherwise, context), judgeUngrouped(row, state, context))
        : NOTHING_DOUBTED;
    return { matterId: place.matterId, place, organisationId: state.organId, by, judgement };
  });
  await writeFindings(client, { rules: ANSWERED_RULES, nowMs, matters });
  const duties = records.flatMap(({ state, place }): JudgedDuty[] => {
    const reasons = filingReasonsNow(state, context);
    return reasons === null ? [] : [{ matterId: place.matterId, reasons }];
  });
  await noteFilingDuties(client, city, duties);
  return records.flatMap(({ state, place }) => {
    const wakeOn = state.mergedInto === null ? nextChange(recordedDays(state.row), context) : null;
    return wakeOn === null ? [] : [{ matterId: place.matterId, wakeOn }];
  });
}

type Whole = (row: PenaltyRow, party: string | null) => PenaltyRow;

/** Gives rows back who they are about, for rules that look at names and numbers. */
async function wholeRows(client: Client, sealing: Sealing, states: readonly PenaltyRecord[]): Promise<Whole> {
  const parties = states.flatMap((s) => [s.party, s.otherwise?.party ?? null]).filter((id) => id !== null);
  const sealed = await sealedParties(client, parties);
  return (row, party) => {
    const bytes = party === null ? undefined : sealed.get(party);
    return party === null || bytes === undefined ? row : wholeRow(row, openWithheld(sealing, bytes, party));
  };
}

/** Judges stored decisions anew, each for a reason told in words. `movesDays`: also when time answers otherwise. */
export async function judgeStored(
  client: Client,
  sealing: Sealing,
  day: JudgingDay,
  touched: readonly { readonly matterId: string; readonly source: string }[],
  movesDays: boolean,
): Promise<void> {
  const ids = touched.map((t) => t.matterId);
  const places = new Map((await lockPlaces(client, ids)).map((place) => [place.matterId, place]));
  const states = new Map((await recordStates(client, day.city, ids)).map(({ matterId, state }) => [matterId, state]));
  const records = touched.flatMap(({ matterId, source }): Written[] => {
    const [place, state] = [places.get(matterId), states.get(matterId)];
    return place === undefined || state === undefined ? [] : [{ state, place, by: { actId: null, source } }];
  });
  const wakes = await judgeAnew(client, sealing, day, records);
  if (movesDays) await insertWakes(client, day.city, wakes);
}

const NOTHING_DOUBTED: Judgement = {
  doubts: [],
  notJudged: [],
  clean: ANSWERED_RULES.filter((rule) => rule.reach !== 'organisation').map((rule) => rule.id),
};
