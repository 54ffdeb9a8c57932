import { instalmentsOf, isJsonObject, isWarningAlone, type Json, partyKindOf, remakingOf } from '#law';
import { disobeyedOrders, uncheckedOrders } from '#law/correcting/index';
import { firstWaiting } from '#ui/form/penalty-starts.ts';
import type { FormStarts, FormUnasked } from '#ui/form/typed.ts';
import { untakenAnswers } from '../lifecycle/assistance.ts';
import { CORRECTING_ROOM } from '../lifecycle/corrections.ts';
import { dueSum, paidFen } from '../lifecycle/money.ts';
import { openSamples } from '../lifecycle/samples.ts';
import { weighingOf } from '../lifecycle/weighing.ts';
import { type OrdinaryPenalty, reportOf } from '../model.ts';
import type { Penalty, Report } from '../model-deciding.ts';

/** What the handlers of the case commonly do themselves; who else did it is named instead of them. */
const BY_HANDLERS: readonly string[] = ['evidence', 'question', 'inspect', 'sample', 'preserve', 'record-av', 'report-crime'];

const CORRECTIONS: readonly string[] = ['order-correction', 'check-correction', 'follow-correction'];

/** Lists of its own whose first open line an act settles, with what closes a line. */
const WAITING = {
  recheck: { list: 'statements', until: 'recheckedOn' },
  'settle-preservation': { list: 'preservations', until: 'settledOn' },
  'decide-recusal': { list: 'recusals', until: 'decidedOn' },
} as const;
const isWaitedFor = (act: string): act is keyof typeof WAITING => act in WAITING;

/**
 * The notice starts from the reasons of the report, the decision from what was told, a further report from the one before it, the first from what was proposed for filing,
 * what is taken from the handlers of the case, its verification from what is not verified, a payment from what is left to pay: nobody types
 * any of it twice.
 */
export const startsOfOrdinaryPenalty: FormStarts = (state, act) => {
  if (act === 'take-assistance') return 'handlerIds' in state ? answerToTake(state as unknown as OrdinaryPenalty) : null;
  if (CORRECTIONS.includes(act) && 'handlerIds' in state) return correctionInHand(state as unknown as OrdinaryPenalty, act);
  if (BY_HANDLERS.includes(act)) return 'handlerIds' in state ? byHandlers(state as unknown as OrdinaryPenalty) : null;
  // Its number stands nowhere else on the form.
  if (isWaitedFor(act)) return firstWaiting(state, WAITING[act]);
  if (act === 'propose-filing') return knownAtTheClue(state);
  if (act === 'settle-sample') return 'goods' in state ? notSettled(state as unknown as OrdinaryPenalty) : null;
  if (act === 'verify-evidence') return 'evidence' in state ? notVerified(state as unknown as OrdinaryPenalty) : null;
  if (act === 'pay') return 'payments' in state ? restToPay(state as unknown as OrdinaryPenalty) : null;
  const report = 'reports' in state ? reportOf(state as unknown as OrdinaryPenalty) : null;
  if (report === null) return act === 'conclude' ? knownAtTheFiling(state) : null;
  if (act === 'notify') return { reasons: report.tierReason };
  if (act === 'decide') return { ...penaltyInput(report.penalty), ...weighingInput(report) };
  if (act !== 'conclude') return null;
  const { facts, violated, basis, capacity, tierReason, outcome, isGrave, grounds } = report;
  return {
    ...{ violated, basis, capacity, tierReason, outcome, isGrave, grounds: [...grounds] },
    facts: facts.map(({ fact, evidence }) => ({ fact, evidence: evidence.join('、') })),
    ...(report.violation === undefined ? {} : { violation: report.violation }),
    ...penaltyInput(report.penalty),
    ...weighingInput(report),
    harmEvidence: (report.harmProof ?? []).join('、') || null,
  };
};

/** The first report asks nothing about an earlier one, nor for proof of harm that nobody has told of; only a warning wants a law to be shown by. */
export const unaskedOfOrdinaryPenalty: FormUnasked = (state, act) => {
  if (!('notices' in state)) return [];
  const s = state as unknown as OrdinaryPenalty;
  if (act === 'publish') return isWarningAlone(s.decision?.penalty?.kinds ?? []) ? [] : ['otherLaw'];
  if (act !== 'conclude') return [];
  const isAnew = remakingOf(s) !== null;
  return [...(s.harm ? [] : ['harmEvidence']), ...(isAnew || s.notices.length > 0 ? [] : ['newFacts']), ...(isAnew ? [] : ['differs'])];
};

/** The law in whose name the filing was proposed; a body answers for itself (处罚法 30, 31 are about natural persons). */
function knownAtTheFiling({ basis, party }: Parameters<FormStarts>[0]): { readonly [key: string]: Json } | null {
  const isBody = isJsonObject(party ?? null) && partyKindOf((party as unknown as OrdinaryPenalty['party']).kind) === 'organisation';
  const known = { ...(typeof basis === 'string' ? { basis } : {}), ...(isBody ? { capacity: 'full' } : {}) };
  return Object.keys(known).length > 0 ? known : null;
}

/** The item, where the clue named one already; who was there and what it rests on came with a case from the spot. */
function knownAtTheClue(state: Parameters<FormStarts>[0]): { readonly [key: string]: Json } | null {
  const { handlerIds: handlers, itemCode, regionId: region, basis } = state;
  const spot = Array.isArray(handlers) && handlers.length > 0 ? { handlers, basis: basis ?? null } : {};
  // The region stands there where the filing was sent back.
  const told = { ...(typeof itemCode === 'string' ? { itemCode } : {}), ...(typeof region === 'string' ? { region } : {}) };
  const known = { ...spot, ...told };
  return Object.keys(known).length > 0 ? known : null;
}

function byHandlers({ handlerIds }: OrdinaryPenalty): { readonly [key: string]: Json } | null {
  return handlerIds.length === 0 ? null : { officers: [...handlerIds] };
}

/** The order that waits for its re-check, or for what follows from it; an order rests on the law of the case, and one that repeats another asks for the same. */
function correctionInHand(s: OrdinaryPenalty, act: string): { readonly [key: string]: Json } | null {
  const [disobeyed] = disobeyedOrders(CORRECTING_ROOM, s);
  const [unchecked] = uncheckedOrders(CORRECTING_ROOM, s);
  if (act === 'check-correction') return { ...byHandlers(s), ...(unchecked === undefined ? {} : { no: unchecked.no }) };
  if (act === 'follow-correction') return disobeyed === undefined ? null : { no: disobeyed.no };
  const basis = reportOf(s)?.basis ?? s.basis;
  const again = disobeyed === undefined ? {} : { again: disobeyed.no, content: disobeyed.content };
  return basis === null && disobeyed === undefined ? null : { ...again, basis };
}

/** The answer that has waited longest; its number stands nowhere else on the page. */
function answerToTake(s: OrdinaryPenalty): { readonly [key: string]: Json } | null {
  const [first] = untakenAnswers(s);
  return first === undefined ? byHandlers(s) : { ...byHandlers(s), no: first.no };
}

/** What is left of the fine and the income, or of the first part of a plan that is not paid; what was added is reckoned on the day. */
function restToPay(s: OrdinaryPenalty): { readonly [key: string]: Json } | null {
  const rest = dueSum(s) - paidFen(s);
  const plan = s.deferrals.at(-1);
  const later = plan === undefined ? 0 : (instalmentsOf(plan).find(({ laterFen }) => laterFen < rest)?.laterFen ?? 0);
  return rest > 0 ? { amount: rest - later } : null;
}

/** What may still be found true: what was taken against the law never is (处罚法 46). */
function notVerified({ evidence }: OrdinaryPenalty): { readonly [key: string]: Json } | null {
  const open = evidence.filter(({ verifiedOn, isLawful }) => verifiedOn === null && isLawful);
  return open.length === 0 ? null : { items: open.map(({ no }) => ({ no })) };
}

function notSettled(s: OrdinaryPenalty): { readonly [key: string]: Json } | null {
  const open = openSamples(s);
  return open.length === 0 ? null : { samples: open.map(({ no }) => ({ no })) };
}

function penaltyInput(penalty: Penalty | null): { readonly [key: string]: Json } {
  if (penalty === null) return {};
  const { kinds, fineFen, incomeFen, goodsFen, content, terms, things } = penalty;
  return {
    ...{ kinds: [...kinds], fine: fineFen, income: incomeFen, goods: goodsFen, content },
    ...(terms === undefined ? {} : { terms: terms.map((term) => ({ ...term })) }),
    ...(things === undefined ? {} : { things: things.join('、') }),
  };
}

function weighingInput(report: Report): { readonly [key: string]: Json } {
  const { tier, benchmarkTier, mitigation, proof, deviation, notFree, notLess, valueFen, gainFen } = weighingOf(report);
  return {
    ...{ tier, benchmarkTier, deviation, notFree, notLess },
    mitigation: [...mitigation],
    mitigationEvidence: proof.join('、') || null,
    ...(valueFen === undefined ? {} : { valueGoods: valueFen }),
    ...(gainFen === undefined ? {} : { gain: gainFen }),
  };
}
