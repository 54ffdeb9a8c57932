import {
  type CitedLaw,
  decisionStands,
  ENDS_PENALTY,
  hasTurned,
  ID_KIND_LABELS,
  type LocalDate,
  type PartyDetails,
  type PublicDecision,
  partyKindOf,
  penaltyNames,
  publicityOf,
  publishedFact,
  shownFact,
  yuan,
} from '#law';
import { type PenaltyFacts, undoneOf } from '#law/rules/index';
import { publicTexts } from './facts-of-publicity.ts';
import { kindsOf, type SummaryPenalty } from './model.ts';

/** What registers, lists and the encrypted party say of a decision, on its day. */
export type DecisionSurroundings = Pick<
  PenaltyFacts,
  'organ' | 'officers' | 'itemListed' | 'itemEmpowered' | 'itemDomain' | 'delegated'
> & {
  readonly citations: readonly CitedLaw[];
  /** null: erased, or sealed under another key. */
  readonly party: PartyDetails | null;
};

/**
 * A decision made on the spot here, as the rules see every penalty: the same facts that a reported one is mapped to. What has
 * not happened yet is told as such (`on: null`), what this room has no field for stays null. null: nothing is decided.
 */
export function penaltyFacts(s: SummaryPenalty, around: DecisionSurroundings): PenaltyFacts | null {
  const { decision } = s;
  if (decision === null) return null;
  const made = decision.original ?? decision;
  const { organ, officers, itemListed, itemEmpowered, itemDomain, delegated, citations, party } = around;
  return {
    decidedOn: decision.on,
    served: { on: s.delivery?.on ?? null },
    published: publishedFact(s, 1, s.publication, !s.redresses.some((c) => ENDS_PENALTY.includes(c.undoing))),
    recordFiled: null,
    undone: undoneOf(s, 1),
    partyKind: partyKindOf(s.party.kind),
    partyScale: party?.scale == null ? null : party.scale === 'micro' ? 'micro' : 'larger',
    partyCode: s.party.uscc,
    organCode: null,
    partyId: idOf(party),
    representativeId: null,
    kinds: kindsOf(made.penalty),
    kindsUnclear: false,
    fineFen: made.fineFen,
    statedFineFen: null,
    confiscatedFen: 0,
    detentionDays: null,
    licence: null,
    illegalIncomeFen: s.decision?.gainFen ?? null,
    procedure: 'summary',
    citations,
    actStartedOn: s.actOn,
    actEndedOn: s.actOn,
    discoveredOn: s.openedOn,
    filedOn: null,
    excludedDays: null,
    extendedDays: null,
    harm: null,
    lighterNewLaw: null,
    officers,
    organ,
    itemCode: s.itemCode,
    itemListed,
    itemEmpowered,
    itemDomain,
    delegated,
    measures: [],
    reviewers: [],
    validUntil: null,
    publicUntil: null,
    publicTexts: publicTexts(s, decision.on),
    shown: shownFact(s.publication, minorOf(party, decision.on)),
    creditShownOn: null,
  };
}

/** null: no natural person, or of unknown age. */
function minorOf(party: PartyDetails | null, on: LocalDate): boolean | null {
  if (party === null || partyKindOf(party.kind) === 'organisation') return null;
  const isGrown = hasTurned(party, 18, on);
  return isGrown === null ? null : !isGrown;
}

function idOf(party: PartyDetails | null): PenaltyFacts['partyId'] {
  if (party === null || party.idKind === null || party.idNumber === null) return null;
  return { kind: ID_KIND_LABELS[party.idKind], number: party.idNumber };
}

/** The decision as it would be reported and published; null: none has been made. */
export function publicDecision(s: SummaryPenalty): PublicDecision | null {
  const { decision } = s;
  if (decision === null) return null;
  const kinds = kindsOf(decision.penalty);
  const fineFen = kinds.includes('CF03') ? decision.fineFen : null;
  return {
    ...{
      number: decision.number,
      decidedOn: decision.on,
      party: s.party,
      cause: s.conduct,
      facts: s.facts,
      basis: s.basis,
      kinds,
      fineFen,
    },
    content: [penaltyNames(kinds), ...(fineFen === null ? [] : [yuan(fineFen)])].join('，'),
    ...{ confiscatedFen: null, procedure: 'summary', stands: decisionStands(s, 1) },
    ...publicityOf(s.publication),
  };
}
