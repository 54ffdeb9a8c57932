import { ORDINARY_PENALTY, type OrdinaryPenalty } from '#enforcement/ordinary-penalty';
import { SUMMARY_PENALTY, type SummaryPenalty } from '#enforcement/summary-penalty';
import {
  type BaseState,
  citedLaws,
  decisionStands,
  type LocalDate,
  normaliseCode,
  type PartyDetails,
  type PartyRef,
  type RuleContext,
} from '#law';
import {
  type CaseProcessFacts,
  type OfficerOnCase,
  type PenaltyFacts,
  type RecordedDay,
  type RedressFacts,
  redressFacts,
} from '#law/rules/index';
import type { Client, Queryable } from '#platform/db';
import { askEach } from '#platform/db-together';
import { type PartySealing, sealOf } from '#platform/parties/hold';
import { readParties } from '#platform/parties/store';
import { keptLaws } from '#registers/law-library';
import * as ordinary from '../enforcement/ordinary-penalty/facts.ts';
import { caseProcessFacts as ordinaryProcess } from '../enforcement/ordinary-penalty/facts-of-a-case.ts';
import { weighedOn as ordinaryWeighedOn } from '../enforcement/ordinary-penalty/facts-of-weighing.ts';
import { registersOn } from '../enforcement/ordinary-penalty/store.ts';
import { delegatesActing, unitsOf } from '../enforcement/penalty-records/loading/delegates.ts';
import { itemStanding } from '../enforcement/penalty-records/loading/power-lists.ts';
import type { PenaltyRow } from '../enforcement/penalty-records/model.ts';
import { certificatesOfOfficers, organsEver } from '../enforcement/penalty-records/store.ts';
import { delegatesEver } from '../enforcement/penalty-records/store-delegates.ts';
import { powerListsEver } from '../enforcement/penalty-records/store-lists.ts';
import * as summary from '../enforcement/summary-penalty/facts.ts';
import { caseProcessFacts as summaryProcess, weighedOn as summaryWeighedOn } from '../enforcement/summary-penalty/facts-of-a-case.ts';
import { listsOfDay } from './list-facts.ts';

/** Kinds of case in which a penalty is decided here, or told of by a unit with a system of its own. */
export const CASE_KINDS: readonly string[] = [ORDINARY_PENALTY.kind, SUMMARY_PENALTY.kind];

/** `number`: the 文号 of the decision; `twins`: the same decision as sources have told it, joined to the case. */
export type CaseFacts = {
  readonly organId: string;
  readonly number: string;
  readonly facts: PenaltyFacts;
  /** false once it has been revoked, or found unlawful or void. */
  readonly stands: boolean;
  readonly twins: readonly PenaltyRow[];
  /** What 复议, 诉讼 and the organ itself have put right in it. */
  readonly redress: RedressFacts;
};

export type CaseMatter = { readonly kind: string; readonly matterId: string; readonly state: BaseState };

/** The party of a case in whole, read once however many ask for it. */
export type ReadParty = () => Promise<PartyDetails | null>;

/** Of a matter of `CASE_KINDS`; asked of no other. */
export function partyReader(client: Queryable, sealing: PartySealing, matter: CaseMatter): ReadParty {
  let read: ReturnType<ReadParty> | null = null;
  return () => {
    read ??= wholeParty(client, sealing, matter);
    return read;
  };
}

/**
 * What the rules that judge reported decisions ask of a case, by what registers and lists say of the day of the decision.
 * null: no penalty has been decided in it.
 */
export async function caseFacts(client: Client, party: ReadParty, matter: CaseMatter): Promise<CaseFacts | null> {
  if (matter.kind === ORDINARY_PENALTY.kind) return ordinaryFacts(client, party, matter.matterId, matter.state as OrdinaryPenalty);
  if (matter.kind === SUMMARY_PENALTY.kind) return summaryFacts(client, party, matter.matterId, matter.state as SummaryPenalty);
  return null;
}

/** A case of which the rules ask, whatever has been decided in it; `organId`: the unit judged. */
export type AskedCase = { readonly organId: string; readonly process: CaseProcessFacts };

/** What the rules about whole cases ask, by the certificates of each day and what is known of the party. */
export async function processFacts(
  client: Client,
  readParty: ReadParty,
  matter: CaseMatter,
  context: RuleContext,
): Promise<AskedCase | null> {
  const { kind } = matter;
  if (kind === SUMMARY_PENALTY.kind) {
    const s = matter.state as SummaryPenalty;
    const [party, lists] = await askEach(client, [readParty, () => listsOfDay(client, summaryWeighedOn(s))]);
    return { organId: s.organId, process: summaryProcess(s, { party, lists }, context) };
  }
  if (kind !== ORDINARY_PENALTY.kind) return null;
  const s = matter.state as OrdinaryPenalty;
  const named = [...new Set([...s.handlerIds, ...(s.told?.deeds ?? []).flatMap((d) => d.officerIds)])];
  const [held, party, lists] = await askEach(client, [
    () => certificatesOfOfficers(client, named),
    readParty,
    () => listsOfDay(client, ordinaryWeighedOn(s)),
  ]);
  const numbers = numbersOf(held, named);
  return {
    organId: s.organId,
    process: ordinaryProcess(s, { officerOn: (id, on) => officerOf(id, numbers, heldOn(held, on), on), party, lists }, context),
  };
}

function heldOn(held: Certificates, on: LocalDate): Certificates {
  return new Map([...held].map(([number, all]) => [number, all.filter((c) => covers(c, on))] as const));
}

async function ordinaryFacts(client: Client, readParty: ReadParty, matterId: string, s: OrdinaryPenalty): Promise<CaseFacts | null> {
  const decision = ordinary.lastDecision(s);
  if (decision === null) return null;
  const { on } = decision;
  const code = s.itemCode === null ? null : normaliseCode(s.itemCode);
  const number = s.letters.find(({ no }) => no === decision.letterNo)?.number ?? '';
  const [registers, laws, lists, recordFiled, party, twins] = await askEach(client, [
    () => registersOn(client, s.organId, s.handlerIds, reviewersOf(s), on),
    () => keptLaws(client),
    () => powerListsEver(client, code === null ? [] : [{ organId: s.organId, item: code }]),
    () => filedDay(client, matterId, { no: ordinary.judgedNo(s), number }),
    readParty,
    () => twinsOf(client, matterId),
  ]);
  const facts = ordinary.penaltyFacts(s, {
    ...{ ...registers, laws: laws.sources, recordFiled, partyScale: scaleOf(party) },
    ...(code === null ? {} : { items: itemStanding(lists, s.organId, s.itemCode, on) }),
  });
  if (facts === null) return null;
  return {
    ...{ organId: s.organId, number, facts, twins, stands: decisionStands(s, ordinary.judgedNo(s)) },
    redress: ordinary.redressed(s),
  };
}

function reviewersOf(s: OrdinaryPenalty): readonly string[] {
  return s.reviews.flatMap(({ by }) => by.officerId ?? []);
}

const TWINS = `from matter_link l join matter m on m.id = l.matter_id
     where l.other_id = $1 and l.relation = 'same-subject' and m.kind = 'penalty-record'`;

async function twinsOf(client: Queryable, caseId: string): Promise<readonly PenaltyRow[]> {
  const text = `select m.state->'row' as row ${TWINS} order by m.id`;
  const found = await client.query<{ row: PenaltyRow }>({ name: 'twins', text, values: [caseId] });
  return found.rows.map(({ row }) => row);
}

/**
 * Filed through the platform, for the decision of the case or for a record of it before it was joined; a case has no other way to
 * be filed. What was filed of a decision that was revoked since is not the filing of the one made anew: a record has its number.
 */
async function filedDay(
  client: Queryable,
  caseId: string,
  decision: { readonly no: number; readonly number: string },
): Promise<RecordedDay> {
  const text = `select max(filed_on) as on from major_penalty_filing
     where decision_id = any(array(select $1::uuid union all select m.id ${TWINS}))
       and ($2 = 1 or decision_no = $2 or (decision_id <> $1 and number = $3))`;
  const values = [caseId, decision.no, decision.number];
  const found = await client.query<{ on: LocalDate | null }>({ name: 'filed day', text, values });
  return { on: found.rows[0]?.on ?? null };
}

function scaleOf(party: PartyDetails | null): PenaltyFacts['partyScale'] {
  if (party?.scale == null) return null;
  return party.scale === 'micro' ? 'micro' : 'larger';
}

async function summaryFacts(client: Client, readParty: ReadParty, matterId: string, s: SummaryPenalty): Promise<CaseFacts | null> {
  const on = s.decision?.on;
  if (on === undefined) return null;
  const [around, twins] = await askEach(client, [() => surroundings(client, readParty, s, on), () => twinsOf(client, matterId)]);
  const facts = summary.penaltyFacts(s, around);
  if (facts === null) return null;
  return {
    ...{ organId: s.organId, number: s.decision?.number ?? '', facts, twins, stands: decisionStands(s, 1) },
    redress: redressFacts(s, null),
  };
}

async function surroundings(client: Client, readParty: ReadParty, s: SummaryPenalty, on: LocalDate): Promise<summary.DecisionSurroundings> {
  const [held, organs, lists, laws, party] = await askEach(client, [
    () => certificatesOfOfficers(client, s.officerIds),
    () => organsEver(client, [s.organId]),
    () => powerListsEver(client, [{ organId: s.organId, item: normaliseCode(s.itemCode) }]),
    () => keptLaws(client),
    readParty,
  ]);
  const organ = organs.get(s.organId)?.find((record) => covers(record, on)) ?? null;
  const numbers = numbersOf(held, s.officerIds);
  const ofDay = heldOn(held, on);
  const delegates = await delegatesEver(client, [s.organId], unitsOf(held));
  const named = numbers.map(({ number }) => number);
  return {
    organ,
    officers: s.officerIds.map((id) => officerOf(id, numbers, ofDay, on)),
    ...itemStanding(lists, s.organId, s.itemCode, on),
    delegated: organ === null ? null : delegatesActing(delegates, s.organId, named, ofDay, on),
    citations: citedLaws(s.basis, laws.sources),
    party,
  };
}

/** A party whose row is not the one that the act was bound to tells nothing. */
async function wholeParty(client: Queryable, sealing: PartySealing, { matterId, state }: CaseMatter): Promise<PartyDetails | null> {
  const { party } = state as CaseMatter['state'] & { readonly party: PartyRef };
  const details = (await readParties(client, sealing, matterId, [party.id])).get(party.id);
  return details !== undefined && sealOf(sealing, party.id, details) === party.seal ? details : null;
}

type Certificates = Awaited<ReturnType<typeof certificatesOfOfficers>>;
type Held = { readonly officerId: string; readonly number: string };

/** Under which numbers each of the officers holds or has held an enforcement certificate. */
function numbersOf(held: Certificates, officerIds: readonly string[]): readonly Held[] {
  return [...held].flatMap(([number, all]) => {
    const holders = new Set(all.filter(({ kind }) => kind === 'enforcement').map((c) => c.officerId));
    return officerIds.filter((id) => holders.has(id)).map((officerId) => ({ officerId, number }));
  });
}

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
