import { type RuleContext, shanghaiDay } from '#law';
import { type Judgement, nextChange } from '#law/rules/index';
import type { AfterAct } from '#platform/acts/after-act';
import type { Client } from '#platform/db';
import { type JudgedMatter, writeFindings } from '#platform/findings/judge-write';
import type { MatterPlace } from '#platform/findings/load-standing';
import { keptLaws } from '#registers/law-library';
import type { LoadingDeps } from './actions.ts';
import { recordedDays } from './facts.ts';
import { certificatesNamed, joined, judgeDecision } from './loading/judge-rows.ts';
import { findOrgan } from './loading/organ-book.ts';
import { openWithheld, type Sealing, wholeRow } from './loading/person.ts';
import { itemsAsked } from './loading/power-lists.ts';
import type { PenaltyRecord, PenaltyRow } from './model.ts';
import { ANSWERED_RULES, judgeUngrouped } from './rules/index.ts';
import { certificatesEver, readOrganBook, sealedParties } from './store.ts';
import { powerListsEver } from './store-lists.ts';
import { insertWakes } from './store-wakes.ts';

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
    await rejudge(client, sealing, day, record, { actId: last.id, source: '' });
    return null;
  };
}

/** A record as an act has just written it, under the act's lock. */
type Written = { readonly state: PenaltyRecord; readonly place: MatterPlace };

/**
 * Judges a record anew by all that it and the registers say now, and brings its findings in line, in the caller's
 * transaction and under the caller's rights. A merged record is nobody's doubt any more.
 */
async function rejudge(
  client: Client,
  sealing: Sealing,
  { city, nowMs, context }: JudgingDay,
  { state, place }: Written,
  by: JudgedMatter['by'],
): Promise<void> {
  const parties = [state.party, state.otherwise?.party ?? null].filter((id) => id !== null);
  const [sealed, book, laws, certificates, lists] = await Promise.all([
    sealedParties(client, parties),
    readOrganBook(client, city, null),
    keptLaws(client),
    certificatesEver(client, certificatesNamed([state.row])),
    powerListsEver(client, itemsAsked([{ organ: { id: state.organId }, row: state.row }])),
  ]);
  const whole = (row: PenaltyRow, party: string | null): PenaltyRow => {
    const bytes = party === null ? undefined : sealed.get(party);
    return party === null || bytes === undefined ? row : wholeRow(row, openWithheld(sealing, bytes, party));
  };
  const row = whole(state.row, state.party);
  const otherwise = state.otherwise === null ? null : whole(state.otherwise.row, state.otherwise.party);
  const found = findOrgan(book, row.organ, row.decidedOn);
  const organ = found.is === 'organ' ? found.organ : (book.byId.get(state.organId)?.[0] ?? null);
  const own = judgeDecision(row, organ, { laws: laws.sources, certificates, lists }, otherwise, context);
  const judgement = state.mergedInto === null ? joined(own, judgeUngrouped(row, state, context)) : NOTHING_DOUBTED;
  const judged = { matterId: place.matterId, place, organisationId: state.organId, by, judgement };
  await writeFindings(client, { rules: ANSWERED_RULES, nowMs, matters: [judged] });
  const wakeOn = state.mergedInto === null ? nextChange(recordedDays(state.row), context) : null;
  if (wakeOn !== null) await insertWakes(client, city, [{ matterId: place.matterId, wakeOn }]);
}

const NOTHING_DOUBTED: Judgement = {
  doubts: [],
  notJudged: [],
  clean: ANSWERED_RULES.filter((rule) => rule.reach !== 'organisation').map((rule) => rule.id),
};
