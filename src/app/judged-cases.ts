import { ORDINARY_PENALTY } from '#enforcement/ordinary-penalty';
import { type BaseState, type LocalDate, type Refusal, type RuleContext, type SupervisionRule, shanghaiDay, termsOf } from '#law';
import {
  CASE_RULES,
  CASES_OF_ONE_PARTY_RULES,
  type CaseProcessFacts,
  type Judgement,
  judge,
  mustBeFiled,
  nextCaseChange,
  nextChange,
  nextRedressChange,
  PENALTY_RULES,
  REDRESS_RULES,
  type RuleSummary,
  TIMED_CASE_RULES,
  TIMED_REDRESS_RULES,
  TIMED_RULES,
  type ToldDecision,
  TWO_SOURCES_RULES,
  twoCertifiedOfficersEachTime,
} from '#law/rules/index';
import type { AfterAct } from '#platform/acts/after-act';
import type { Platform } from '#platform/acts/perform';
import { type Client, rows } from '#platform/db';
import { askEach, inGatheredTransaction, type Statement, sendLater } from '#platform/db-together';
import { type JudgedMatter, writeFindings } from '#platform/findings/judge-write';
import { lockPlaces, type MatterPlace } from '#platform/findings/load-standing';
import type { PartySealing } from '#platform/parties/hold';
import { SYSTEM_OPENING, SYSTEM_OPENING_REPEATED } from '#platform/session';
import { plain, toldDecision } from '../enforcement/penalty-records/rules/index.ts';
import { noteFilingDuties } from '../enforcement/penalty-records/store-filing-duty.ts';
import { noteFilingOf } from './filed-cases.ts';
import { judgeFiledTwice, NOTHING_FILED } from './filed-twice.ts';
import { type DecidedCase, joinRecordOf } from './joined-records.ts';
import {
  type AskedCase,
  CASE_KINDS,
  type CaseFacts,
  type CaseMatter,
  caseFacts,
  partyReader,
  processFacts,
} from './performed-penalties.ts';

type Case = {
  readonly kind: string;
  readonly state: BaseState;
  readonly place: MatterPlace;
  readonly by: JudgedMatter['by'];
};
type Day = { readonly nowMs: number; readonly context: RuleContext };

/**
 * Behind every act on a case the rules about whole cases judge it, and from its decision on those that judge reported
 * decisions, in the transaction of the act; a major penalty makes the duty to file it (细则 18), and the day on which time alone answers otherwise is noted.
 */
export function followCases(sealing: PartySealing): AfterAct {
  return async (client, done): Promise<Refusal | null> => {
    const last = done.acts.at(-1);
    if (!CASE_KINDS.includes(done.kind) || last === undefined) return null;
    const { matterId, city, cohort, label, title: subject, profile, law, today, nowMs } = done;
    const { regionOrd, lineOrd } = done.place;
    const place = { matterId, city, cohort, regionOrd, lineOrd, label, subject };
    const day = { nowMs, context: { profile, calendar: law.calendar, today } };
    const isUndecided = done.acts.some(({ type }) => UNDECIDES.includes(type));
    await judgeCase(
      client,
      sealing,
      day,
      { kind: done.kind, state: done.state, place, by: { actId: last.id, source: '' } },
      { isUndecided },
    );
    if (done.acts.some(({ type }) => DECIDES.includes(type) || FILES.includes(type))) await insertWake(client, place, today);
    return null;
  };
}

/**
 * Behind a step of a case that further steps of the same report follow at once: what they answer would be doubted until it comes.
 * Whoever takes the report judges the case at its end; the note wakes it for all rules, should that not happen.
 */
export const followReportedLater: AfterAct = async (client, { kind, matterId, city, today }) => {
  if (CASE_KINDS.includes(kind)) await insertWake(client, { city, matterId }, today, true);
  return null;
};

/**
 * `compares`: whether it is held against cases of other organs too, which whoever only handles it does not see. `isUndecided`: a
 * decision may have been in it before the act and be in it no more.
 */
type How = { readonly compares?: boolean; readonly isUndecided?: boolean };
const WHOLE: How = { compares: true, isUndecided: true };

async function judgeCase(
  client: Client,
  sealing: PartySealing,
  day: Day,
  one: Case,
  { compares = false, isUndecided = false }: How = {},
): Promise<CaseFacts | null> {
  const { kind, place, by } = one;
  const { city, matterId } = place;
  const { context } = day;
  const [asked, known, besides] = await allFacts(client, sealing, one, context, compares);
  if (asked === null) return null;
  const ofCase = joined(judge(processRules(kind), asked.process, context), besides);
  const gone = known === null && isUndecided ? await doubtsOfDecision(client, matterId, ofCase) : [];
  const ofDecision = known === null ? { doubts: [], notJudged: [], clean: gone } : judgeDecision(kind, known, place.subject, context);
  const judgement = joined(ofCase, ofDecision);
  const matters = [{ matterId, place, organisationId: asked.organId, by, judgement }];
  await writeFindings(client, { rules: ASKED_RULES, nowMs: day.nowMs, matters });
  await noteWake(client, place, asked, known, context);
  if (known === null) {
    if (isUndecided) await noteFilingDuties(client, city, [{ matterId, reasons: [] }]);
    return null;
  }
  const reasons = filingReasons(known, day.context);
  if (reasons !== null) await noteFilingDuties(client, city, [{ matterId, reasons }]);
  return known;
}

/** Rules that doubted a decision which is in the case no more: nothing is left of what they doubted. */
async function doubtsOfDecision(client: Client, matterId: string, ofCase: Judgement): Promise<readonly string[]> {
  const asked = new Set([...ofCase.clean, ...ofCase.doubts.map((d) => d.rule.id), ...ofCase.notJudged.map((n) => n.rule)]);
  const about = [...PENALTY_RULES, ...REDRESS_RULES, ...TWO_SOURCES_RULES].map(({ id }) => id).filter((id) => !asked.has(id));
  const found = await rows<{ rule: string }>(
    client,
    'select distinct rule_id as rule from finding where matter_id = $1 and stands and rule_id = any($2::text[])',
    [matterId, about],
  );
  return found.map(({ rule }) => rule);
}

/** What the rules about whole cases ask, what those about decisions do, and what comparing it with other cases answers, in one round trip. */
function allFacts(client: Client, sealing: PartySealing, { kind, state, place }: Case, context: RuleContext, compares: boolean) {
  const matter: CaseMatter = { kind, matterId: place.matterId, state };
  const party = partyReader(client, sealing, matter);
  return askEach(client, [
    () => processFacts(client, party, matter, context),
    () => caseFacts(client, party, matter),
    async () => (compares ? judgeFiledTwice(client, { kind, state, place }, context) : NOTHING_FILED),
  ]);
}

const ASKED_RULES: readonly RuleSummary[] = [
  ...PENALTY_RULES,
  ...REDRESS_RULES,
  ...TWO_SOURCES_RULES,
  ...CASE_RULES,
  ...CASES_OF_ONE_PARTY_RULES,
];

/** Of an ordinary case S09 is asked of every deed, not of the decision alone; what is decided on the spot is one deed. */
function processRules(kind: string): readonly SupervisionRule<CaseProcessFacts>[] {
  return kind === ORDINARY_PENALTY.kind ? [...CASE_RULES, twoCertifiedOfficersEachTime] : CASE_RULES;
}

function judgeDecision(kind: string, known: CaseFacts, where: string, context: RuleContext): Judgement {
  const isAskedEachTime = kind === ORDINARY_PENALTY.kind;
  const rules = isAskedEachTime ? PENALTY_RULES.filter(({ id }) => id !== twoCertifiedOfficersEachTime.id) : PENALTY_RULES;
  const own = joined(judge(rules, known.facts, context), judge(REDRESS_RULES, known.redress, context));
  return joined(own, judgeTwins(known, where, context));
}

/** Acts by which a decision comes to be: a source may have told of it before. */
const DECIDES: readonly string[] = ['decide'];
/** Acts that may take a decision out of its case: it is voided before its service, or was put in by mistake. */
const UNDECIDES: readonly string[] = ['void-letter', 'platform.correct', 'platform.retract'];
/** Acts after which another organ may have filed the same before or after: looked at by whoever sees all organs, not by the handler. */
const FILES: readonly string[] = ['file', 'transfer', 'take-back', 'withdraw-case', 'platform.correct', 'platform.retract'];

/** P07: what sources tell of the decision that the case has made. */
function judgeTwins({ facts, number, twins }: CaseFacts, where: string, context: RuleContext): Judgement {
  const [otherwise] = twins;
  if (otherwise === undefined) return judge(TWO_SOURCES_RULES, { told: null, otherwise: null }, context);
  const there = toldDecision(otherwise);
  const told: ToldDecision = {
    source: `平台案件 ${number}`,
    fineFen: facts.fineFen,
    confiscatedFen: facts.confiscatedFen,
    kinds: facts.kinds,
    decidedOn: facts.decidedOn,
    // A person stands on both sides only as the name may be shown.
    party: facts.partyKind === 'person' ? there.party : plain(facts.publicTexts[0]?.text ?? where),
  };
  return judge(TWO_SOURCES_RULES, { told, otherwise: there }, context);
}

function joined(a: Judgement, b: Judgement): Judgement {
  return { doubts: [...a.doubts, ...b.doubts], notJudged: [...a.notJudged, ...b.notJudged], clean: [...a.clean, ...b.clean] };
}

/** null: nothing may be concluded. A decision that no longer stands has nothing left to be filed. */
function filingReasons({ facts, stands }: CaseFacts, context: RuleContext): readonly string[] | null {
  if (!stands || termsOf(context.profile, 'local.major-penalty-filing', facts.decidedOn) === null) return [];
  const duty = mustBeFiled(facts, context);
  return duty.is === 'unclear' ? null : duty.is === 'must' ? duty.because : [];
}

/** Only added: nobody who acts in a case waits for the work that judges it. */
async function noteWake(
  client: Client,
  { city, matterId }: MatterPlace,
  { process }: AskedCase,
  known: CaseFacts | null,
  context: RuleContext,
): Promise<void> {
  const ofDecision = known === null ? [] : [nextChange(known.facts, context), nextRedressChange(known.redress, context)];
  const [wakeOn] = [nextCaseChange(process, context), ...ofDecision].filter((day) => day !== null).toSorted();
  if (wakeOn !== undefined) await insertWake(client, { city, matterId }, wakeOn);
}

async function insertWake(
  client: Client,
  { city, matterId }: Pick<MatterPlace, 'city' | 'matterId'>,
  wakeOn: LocalDate,
  isWhole = false,
): Promise<void> {
  await sendLater(client, {
    name: 'case wake',
    text: 'insert into case_wake (city, matter_id, wake_on, whole) values ($1, $2, $3, $4) on conflict do nothing',
    values: [city, matterId, wakeOn, isWhole],
  });
}

type Deps = { readonly platform: Platform; readonly sealing: PartySealing };
type Stored = { readonly kind: string; readonly state: BaseState; readonly doubted: readonly string[] };

/**
 * Judges one stored case by all rules again, for a reason told in words. For whoever notes only afterwards that it is done, and
 * asks again where that has not been noted: what is found stands on the disk with that note.
 */
export async function judgeCaseAgain(deps: Deps, city: number, matterId: string, source: string): Promise<void> {
  await judgeOnce(deps, SYSTEM_OPENING_REPEATED, city, matterId, source);
}

async function judgeOnce({ platform, sealing }: Deps, opening: Statement, city: number, matterId: string, source: string): Promise<void> {
  const day = dayOf(platform, city);
  if (day === null) return;
  await inGatheredTransaction(platform.pool, [opening], (client) => judgeStored(client, sealing, day, matterId, source));
}

/** The end of a report: judged unless its last step was, and the note that its steps have left goes, for nobody has to judge it again. */
export async function settleReported({ platform, sealing }: Deps, city: number, matterId: string, isJudged: boolean): Promise<void> {
  const day = dayOf(platform, city);
  if (day === null) return;
  await inGatheredTransaction(platform.pool, [SYSTEM_OPENING], async (client) => {
    if (!isJudged) await judgeStored(client, sealing, day, matterId, '报送的步骤');
    else await judgeStoredBesides(client, day, matterId);
    await sendLater(client, { name: 'whole wake settled', text: WHOLE_SETTLED, values: [matterId] });
  });
}

/** By comparison with other cases alone: everything else has been answered behind the last step. */
async function judgeStoredBesides(client: Client, day: Day, matterId: string): Promise<void> {
  const [[place], found] = await lockedCase(client, matterId);
  if (place === undefined || found === null) return;
  const judgement = await judgeFiledTwice(client, { ...found, place }, day.context);
  const { organId } = found.state as { readonly organId?: string } & BaseState;
  if (organId === undefined || judgement === NOTHING_FILED) return;
  const matters = [{ matterId, place, organisationId: organId, by: { actId: null, source: '报送的步骤' }, judgement }];
  await writeFindings(client, { rules: CASES_OF_ONE_PARTY_RULES, nowMs: day.nowMs, matters });
}

/** A note that a walk has in hand is left to it: nobody waits for the work that judges. */
const WHOLE_SETTLED = 'delete from case_wake where id in (select id from case_wake where matter_id = $1 and whole for update skip locked)';

async function judgeStored(client: Client, sealing: PartySealing, day: Day, matterId: string, source: string): Promise<void> {
  const [[place], found] = await lockedCase(client, matterId);
  if (place === undefined || found === null) return;
  await judgeCase(client, sealing, day, { ...found, place, by: { actId: null, source } }, WHOLE);
}

function dayOf(platform: Platform, city: number): Day | null {
  const law = platform.law();
  const profile = law.currentProfile(city);
  const nowMs = platform.now();
  return profile === null ? null : { nowMs, context: { profile, calendar: law.calendar, today: shanghaiDay(nowMs) } };
}

/** Locked first and then read: what another act has just written is in it. */
function lockedCase(client: Client, matterId: string) {
  return askEach(client, [() => lockPlaces(client, [matterId]), () => storedCase(client, matterId)]);
}

async function storedCase(client: Client, matterId: string): Promise<Stored | null> {
  const text = `select m.kind, m.state,
       array(select f.rule_id from finding f where f.city = m.city and f.cohort = m.cohort and f.matter_id = m.id and f.stands) as doubted
     from matter m where m.id = $1 and m.kind = any($2)`;
  const found = await client.query<Stored>({ name: 'case', text, values: [matterId, CASE_KINDS] });
  return found.rows[0] ?? null;
}

/**
 * Judges the cases whose period for service, publication or filing (E01, P01, B01), for a step of the case, or for what follows from a redress (O01),
 * has ended with the day still empty, also those whose day fell into a downtime. Only rules that do not doubt a case yet are asked: a doubt that a person has excluded
 * does not come back by the passing of days. Answers how many were looked at.
 */
export async function watchCases(deps: Deps, isStopping: () => boolean): Promise<number> {
  let looked = 0;
  while (!isStopping()) {
    const woken = await inGatheredTransaction(deps.platform.pool, [SYSTEM_OPENING], (client) => judgeNextWoken(client, deps));
    if (woken === null) break;
    if (woken.decided !== null && (await joinRecordOf(deps.platform, woken.decided))) await judgeJoined(deps, woken.city, woken.matterId);
    looked += 1;
  }
  return looked;
}

/** A case that another source has told of too: what was filed for the record of that source was filed for the case. */
export async function judgeJoined(deps: Deps, city: number, matterId: string): Promise<void> {
  if (await noteFilingOf(deps.platform, city, matterId)) return;
  // Nobody asks again: the record has been joined.
  await judgeOnce(deps, SYSTEM_OPENING, city, matterId, '同一决定的另一来源');
}

type Woken = { readonly city: number; readonly matterId: string; readonly decided: DecidedCase | null };

/** Every act has added a row of its own: one look answers all of a case that are due. One that another server has in hand is passed over. */
const NEXT_WOKEN = `
with next as (select matter_id from case_wake where wake_on <= $1 order by wake_on, id limit 1 for update skip locked),
  due as (select id from case_wake where wake_on <= $1 and matter_id = (select matter_id from next) for update skip locked)
delete from case_wake where id in (select id from due) returning city, matter_id as "matterId", whole`;

async function judgeNextWoken(client: Client, { platform, sealing }: Deps): Promise<Woken | null> {
  const today = shanghaiDay(platform.now());
  const notes = await rows<{ city: number; matterId: string; whole: boolean }>(client, NEXT_WOKEN, [today]);
  const [woken] = notes;
  if (woken === undefined) return null;
  const { city, matterId } = woken;
  const [[place], found] = await lockedCase(client, matterId);
  const day = dayOf(platform, city);
  if (place === undefined || found === null || day === null) return { city, matterId, decided: null };
  const one = { ...found, place };
  const known = notes.some(({ whole }) => whole)
    ? await judgeCase(client, sealing, day, { ...one, by: { actId: null, source: '报送的步骤' } }, WHOLE)
    : await judgeAsTimePasses(client, sealing, day, { ...one, by: { actId: null, source: '期限届满' } }, found.doubted);
  if (known === null) return { city, matterId, decided: null };
  const { organId, number, facts } = known;
  return { city, matterId, decided: { city, matterId, organId, number, decidedOn: facts.decidedOn } };
}

async function judgeAsTimePasses(
  client: Client,
  sealing: PartySealing,
  day: Day,
  one: Case,
  doubted: readonly string[],
): Promise<CaseFacts | null> {
  const { place, by } = one;
  const { matterId } = place;
  const [asked, known, besides] = await allFacts(client, sealing, one, day.context, true);
  if (asked === null) return null;
  const notYet = ({ id }: { readonly id: string }): boolean => !doubted.includes(id);
  const ofCase = joined(judge(TIMED_CASE_RULES.filter(notYet), asked.process, day.context), besides);
  const judgement =
    known === null
      ? ofCase
      : joined(
          ofCase,
          joined(
            judge(TIMED_RULES.filter(notYet), known.facts, day.context),
            judge(TIMED_REDRESS_RULES.filter(notYet), known.redress, day.context),
          ),
        );
  const matters = [{ matterId, place, organisationId: asked.organId, by, judgement }];
  await writeFindings(client, { rules: ASKED_RULES, nowMs: day.nowMs, matters });
  await noteWake(client, place, asked, known, day.context);
  return known;
}
