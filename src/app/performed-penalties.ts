import type { SummaryPenalty } from '#enforcement/summary-penalty';
import { citedLaws, type LocalDate, normaliseCode, type PartyDetails } from '#law';
import { judge, type OfficerOnCase, PENALTY_RULES } from '#law/rules/index';
import type { AfterAct } from '#platform/acts/after-act';
import { type Client, type Queryable, rows } from '#platform/db';
import { writeFindings } from '#platform/findings/judge-write';
import { type PartySealing, sealOf } from '#platform/parties/hold';
import { readParties } from '#platform/parties/store';
import { keptLaws } from '#registers/law-library';
import { delegatesActing, unitsOf } from '../enforcement/penalty-records/loading/delegates.ts';
import { itemStanding } from '../enforcement/penalty-records/loading/power-lists.ts';
import { certificatesEver, organsEver } from '../enforcement/penalty-records/store.ts';
import { delegatesEver } from '../enforcement/penalty-records/store-delegates.ts';
import { powerListsEver } from '../enforcement/penalty-records/store-lists.ts';
import { type DecisionSurroundings, penaltyFacts } from '../enforcement/summary-penalty/facts.ts';

/**
 * Behind every act on a summary penalty from its decision on: the rules that judge reported decisions judge it too, in the
 * transaction of the act, by what registers and lists say of the day of the decision.
 */
export function followSummaryPenalty(sealing: PartySealing): AfterAct {
  return async (client, { kind, matterId, city, cohort, title, label, place, state, acts, profile, law, today, nowMs }) => {
    const last = acts.at(-1);
    if (kind !== 'summary-penalty' || last === undefined) return null;
    const s = state as SummaryPenalty;
    const on = s.decision?.on;
    if (on === undefined) return null;
    const facts = penaltyFacts(s, await surroundings(client, sealing, matterId, s, on));
    if (facts === null) return null;
    const judgement = judge(PENALTY_RULES, facts, { profile, calendar: law.calendar, today });
    const { regionOrd, lineOrd } = place;
    const matter = {
      ...{ matterId, organisationId: s.organId, by: { actId: last.id, source: '' }, judgement },
      place: { matterId, city, cohort, regionOrd, lineOrd, label, subject: title },
    };
    await writeFindings(client, { rules: PENALTY_RULES, nowMs, matters: [matter] });
    return null;
  };
}

type Held = { readonly officerId: string; readonly number: string };

async function surroundings(
  client: Client,
  sealing: PartySealing,
  matterId: string,
  s: SummaryPenalty,
  on: LocalDate,
): Promise<DecisionSurroundings> {
  const numbers = await certificatesOf(client, s.officerIds);
  const held = await certificatesEver(
    client,
    numbers.map(({ number }) => number),
  );
  const organ = (await organsEver(client, [s.organId])).get(s.organId)?.find((record) => covers(record, on)) ?? null;
  const lists = await powerListsEver(client, [{ organId: s.organId, item: normaliseCode(s.itemCode) }]);
  const ofDay = new Map([...held].map(([number, all]) => [number, all.filter((c) => covers(c, on))] as const));
  const delegates = await delegatesEver(client, [s.organId], unitsOf(held));
  const named = numbers.map(({ number }) => number);
  return {
    organ,
    officers: s.officerIds.map((id) => officerOf(id, numbers, ofDay, on)),
    ...itemStanding(lists, s.organId, s.itemCode, on),
    delegated: organ === null ? null : delegatesActing(delegates, s.organId, named, ofDay, on),
    citations: citedLaws(s.basis, (await keptLaws(client)).sources),
    party: await wholeParty(client, sealing, matterId, s),
  };
}

/** A party whose row is not the one that the act was bound to tells nothing. */
async function wholeParty(
  client: Queryable,
  sealing: PartySealing,
  matterId: string,
  { party }: SummaryPenalty,
): Promise<PartyDetails | null> {
  const details = (await readParties(client, sealing, matterId, [party.id])).get(party.id);
  return details !== undefined && sealOf(sealing, party.id, details) === party.seal ? details : null;
}

function certificatesOf(client: Queryable, officerIds: readonly string[]): Promise<Held[]> {
  return rows<Held>(
    client,
    `select distinct officer_id as "officerId", number from certificate_record
     where officer_id = any($1::uuid[]) and kind = 'enforcement' and upper_inf(known)`,
    [officerIds],
  );
}

type Certificates = Awaited<ReturnType<typeof certificatesEver>>;

function officerOf(id: string, numbers: readonly Held[], ofDay: Certificates, on: LocalDate): OfficerOnCase {
  const own = numbers.filter((n) => n.officerId === id);
  if (own.length === 0) return { key: id, certificate: 'none' };
  const valid = own
    .flatMap(({ number }) => ofDay.get(number) ?? [])
    .find((c) => c.status === 'valid' && (c.validThrough === null || on <= c.validThrough));
  return valid === undefined ? { key: id, certificate: 'invalid' } : { key: id, certificate: 'valid', domains: valid.domains };
}

type Dated = { readonly from: LocalDate | null; readonly until: LocalDate | null };

function covers({ from, until }: Dated, on: LocalDate): boolean {
  return (from === null || from <= on) && (until === null || on < until);
}
