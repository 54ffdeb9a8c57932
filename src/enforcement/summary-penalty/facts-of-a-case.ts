import {
  citedLaws,
  clearedOn,
  countedLastDay,
  courtWindowFrom,
  EDUCATED_FOR,
  hasTurned,
  type LocalDate,
  openDisputes,
  type PartyDetails,
  partyKindOf,
  type RuleContext,
  SHIPPED_LAWS,
  surchargeUpTo,
  unpaidOf,
} from '#law';
import type { ListsOfDay, Punished } from '#law/discretion/lists-of-day';
import { evidenceOf, monitoredFacts, stageFacts, stagesAskedFor } from '#law/evidence/index';
import type { CaseProcessFacts } from '#law/rules/index';
import { LEVELS } from './lifecycle/deciding.ts';
import { EXECUTING_ROOM } from './lifecycle/execution.ts';
import { ASKED_STAGES } from './lifecycle/recorded-stages.ts';
import { fineOf, kindsOf, punished, type SummaryPenalty, settledOn, standingOfProposed } from './model.ts';

type S = SummaryPenalty;

/** What lists and the encrypted party say of the case; null: nothing was decided, or the party is erased. */
export type CaseSurroundings = { readonly party: PartyDetails | null; readonly lists: ListsOfDay | null };

/** The whole case of a decision made on the spot, as the rules about cases see it. */
export function caseProcessFacts(s: S, { party, lists }: CaseSurroundings, context: RuleContext): CaseProcessFacts {
  return {
    ...NOT_HERE,
    ...decided(s),
    weighing: weighing(s, lists),
    ...proved(s, context),
    ...told(s),
    ...capable(s, party),
    ...money(s, context),
  };
}

/** Of pieces that were registered one by one; files alone that were attached tell nothing of what they are. */
function proved(s: S, { profile, today }: RuleContext) {
  const pieces = s.decision === null ? [] : evidenceOf(s);
  const sound = pieces.filter((e) => e.isLawful && e.verifiedOn !== null);
  const told = sound.map(({ no, kind }) => ({ no, sound: true, spoken: kind === 'testimony' || kind === 'statement' }));
  return {
    proofs: pieces.length === 0 ? [] : [{ no: 1, evidence: told }],
    monitored: monitoredFacts(s),
    stages: stageFacts(s, stagesAskedFor(ASKED_STAGES, s, profile, s.closedOn ?? today)),
  };
}

/** Of whom and what, and as of which day, lists and benchmark are asked; null: nothing has been decided. */
export function weighedOn(s: S): { readonly punished: Punished; readonly on: LocalDate } | null {
  return s.decision === null ? null : { punished: punished(s), on: s.decision.on };
}

function weighing(s: S, lists: ListsOfDay | null): CaseProcessFacts['weighing'] {
  const { decision } = s;
  if (decision === null || lists === null) return null;
  if (decision.mitigation === undefined || s.told === undefined) return 'untold';
  const { penalty, fineFen } = decision.original ?? decision;
  const { mitigation, weight, tier, valueFen = null, gainFen = null } = decision;
  return {
    weighed: {
      ...{ kinds: kindsOf(penalty), fineFen, incomeFen: null, gainFen, valueFen, levels: LEVELS[weight] },
      ...{ tier: tier?.tier ?? null, deviation: tier?.deviation ?? null, notFree: s.told.notFree, notLess: null, mitigation },
    },
    proven: null,
    harm: null,
    lists,
  };
}

/** What the procedure on the spot knows nothing of. */
const NOT_HERE = {
  procedure: 'summary',
  filedOn: null,
  firstNoticeOn: null,
  crews: [],
  recusals: [],
  related: null,
  measures: [],
  apart: [],
  sufficientOn: null,
  settledOn: null,
  pauses: [],
  movesOn: false,
  preservations: [],
  concludedOn: null,
  used: [],
  grounds: [],
  passedOn: null,
  isGrave: false,
  discussedOn: null,
  newFacts: false,
  hearing: null,
  confiscated: [],
  suspectedOn: null,
  // Nobody is asked on the spot whether it may be a crime.
  crimeAsked: false,
  transferredOn: null,
  crimeTransfers: [],
  answered: null,
} as const;

function decided(s: S) {
  const { decision, instead } = s;
  const isSpared = s.status === 'not-punished' && instead !== null;
  return {
    decidedOn: decision?.on ?? (isSpared ? instead.on : null),
    outcome: decision !== null ? ('penalty' as const) : isSpared ? ('not-punished' as const) : null,
    penalty: decision === null ? null : standingOfProposed(decision.original ?? decision),
    partyKind: partyKindOf(s.party.kind),
    citations: citedLaws(s.basis, SHIPPED_LAWS),
    // The platform's own form says everything; what a form of another system says is not told.
    decisionText: s.told?.elsewhere === false ? { lacks: [], reconsiderDays: 60, suitMonths: null, reconsiderFirst: true } : null,
    correction: decision === null ? null : ('told' as const),
    recordedOn: s.reportedOn,
    // Told in words alone it is taken for what nearly all are.
    underArticle33: isSpared && (instead.ground === undefined || EDUCATED_FOR.includes(instead.ground)),
    educated: (instead?.education ?? null) !== null,
    closedOn: s.closedOn,
    lastRecordOn: s.told?.lastOn ?? null,
    place: s.regionId === null ? ('own' as const) : s.designation?.number != null ? ('designated' as const) : null,
  };
}

function told(s: S) {
  const { hearing, openedOn } = s;
  const notice =
    hearing === null
      ? null
      : {
          ...{ servedOn: hearing.on, waivedOn: null, hearing: false, hearingWaivedOn: null, penalty: standingOfProposed(hearing.proposed) },
          lacks: s.told === undefined || s.told.informed === null ? null : s.told.informed ? [] : ['处罚内容及事实、理由、依据和权利'],
        };
  const first = s.told?.proposedFirst ?? null;
  return {
    visits: s.told === undefined ? null : [{ what: '当场调查', on: openedOn, shown: s.told.cardShown, signed: true }],
    entries: s.told?.late ?? null,
    elsewhere: s.told?.elsewhere ?? true,
    notice,
    earlier: first === null || notice === null ? null : { ...notice, penalty: standingOfProposed(first) },
    proposed: hearing === null ? null : standingOfProposed(hearing.proposed),
    statements: hearing?.made === true ? [{ no: 1, on: hearing.on, recheckedOn: hearing.review === null ? null : hearing.on }] : [],
  };
}

function capable(s: S, party: PartyDetails | null) {
  const known = party !== null && party.birth !== null;
  const isUnder = (years: number): boolean => known && hasTurned(party, years, s.actOn) === false;
  return {
    age: !known ? null : isUnder(14) ? ('child' as const) : isUnder(18) ? ('minor' as const) : ('grown' as const),
    isIncapable: false,
    isLess: s.decision !== null && s.decision.weight !== 'none',
  };
}

const GROUNDS = { 'at-most-100': 'small', 'hard-later': 'hard-later', remote: 'remote' } as const;

function money(s: S, context: RuleContext) {
  const { collection } = s;
  const decided = EXECUTING_ROOM.decision(s);
  const owes = fineOf(s) > 0;
  return {
    collected: collection === null ? [] : [{ on: collection.on, fen: fineOf(s), ground: GROUNDS[collection.ground] }],
    handedIn: EXECUTING_ROOM.takings(s).map(({ on, landedOn, handedInOn, bankedOn }) => ({ on: landedOn ?? on, handedInOn, bankedOn })),
    surcharges: surcharges(s, context),
    letters: letters(s),
    windowFrom: owes && decided?.stands === true && openDisputes(s).length === 0 ? courtWindowFrom(EXECUTING_ROOM, s, context) : null,
    performedOn: s.ended?.on ?? clearedOn(EXECUTING_ROOM, { ...context, state: s }) ?? settledOn(s),
    urgedOn: s.urgings.at(-1)?.receivedOn ?? null,
    appliedOn: s.enforcement?.appliedOn ?? null,
  };
}

function surcharges(s: S, { profile, calendar }: RuleContext): CaseProcessFacts['surcharges'] {
  const c = { state: s, profile, calendar };
  const last = countedLastDay(EXECUTING_ROOM, c);
  if (last === null || last === 'unknown') return [];
  const unpaid = unpaidOf(EXECUTING_ROOM, c, last);
  return s.payments.flatMap(({ on }, i) => {
    const takenFen = s.payments.slice(0, i + 1).reduce((sum, p) => sum + p.surchargeFen, 0);
    return takenFen === 0 ? [] : [{ on, takenFen, mostFen: surchargeUpTo({ ...unpaid, payments: s.payments.slice(0, i) }, on) }];
  });
}

/** Letters beside the decision, which is handed over where it is made. */
function letters(s: S): CaseProcessFacts['letters'] {
  const agreed = s.confirmation?.electronic === true ? s.confirmation.on : null;
  return s.letters.flatMap((letter) => {
    const { how, receivedOn, number } = letter;
    if (how === null || receivedOn === null || how === 'public') return [];
    const what = `${EXECUTING_ROOM.letterName(s, letter)}${number}`;
    return [{ what, how: how === 'electronic' ? how : 'other', receivedOn, confirmedOn: agreed, attempts: null, publishedOn: null }];
  });
}
