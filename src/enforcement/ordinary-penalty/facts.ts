import {
  type CertificateFact,
  certifiedOfficers,
  citedLaws,
  decisionStands,
  publishedFact as factOfPublication,
  type LawSources,
  type LocalDate,
  letterInHand,
  licencesTaken,
  type OrganisationFact,
  type PublicDecision,
  publicityOf,
  registeredReviewer,
  reviewerAsKnown,
  shownFact,
} from '#law';
import { type OfficerOnCase, type PenaltyFacts, type RecordedDay, type RedressFacts, redressFacts, undoneOf } from '#law/rules/index';
import { filingFacts } from './facts-of-filing.ts';
import { isMinor, publicTexts } from './facts-of-publicity.ts';
import { shiftOf } from './lifecycle/case-period.ts';
import { harmOf } from './lifecycle/time-bar.ts';
import { weighingOf } from './lifecycle/weighing.ts';
import type { OrdinaryPenalty } from './model.ts';
import type { Decision } from './model-deciding.ts';

type S = OrdinaryPenalty;

/** What registers say about one decision, on its day. */
export type DecisionSurroundings = {
  readonly organ: Pick<OrganisationFact, 'kind' | 'qualification'> | null;
  /** 行政执法证 of the handlers, by officer id; one without an entry holds none. */
  readonly certificates: ReadonlyMap<string, readonly HeldCertificate[]>;
  readonly laws: LawSources;
  /** What the register says of those who reviewed the case, by officer id; left out where it was not asked. */
  readonly reviewers?: ReadonlyMap<string, readonly Pick<CertificateFact, 'legalQualification' | 'reviewsSince'>[]>;
  /** What the lists of the day say of the item; left out where they were not asked. */
  readonly items?: Pick<PenaltyFacts, 'itemListed' | 'itemEmpowered' | 'itemDomain'>;
  /** Whether and when it was filed as a major penalty; left out where that was not asked. */
  readonly recordFiled?: RecordedDay;
  readonly partyScale?: PenaltyFacts['partyScale'];
};
export type HeldCertificate = CertificateFact & { readonly domains: readonly string[] };

/**
 * A decision made here as the rules see a reported one. null: no penalty has been decided. What a performed case does not
 * know yet stays null: not judged, never lawful.
 */
export function penaltyFacts(s: S, around: DecisionSurroundings): PenaltyFacts | null {
  const [report, decision] = [s.reports.at(-1), lastDecision(s)];
  const penalty = decision?.original ?? decision?.penalty ?? null;
  const filing = filingFacts(s, decision);
  if (report === undefined || decision === null || penalty === null || filing === null) return null;
  return {
    ...filing,
    served: servedDay(s, decision),
    published: publishedFact(s),
    recordFiled: around.recordFiled ?? null,
    undone: undoneOf(s, judgedNo(s)),
    partyScale: around.partyScale ?? null,
    partyCode: s.party.uscc,
    organCode: null,
    partyId: null,
    representativeId: null,
    statedFineFen: null,
    licence: penalty.kinds.some((kind) => kind === 'CF06' || kind === 'CF08') ? (licencesTaken(penalty.terms) ?? penalty.content) : null,
    illegalIncomeFen: (decision.weighing ?? weighingOf(report)).gainFen ?? penalty.incomeFen,
    procedure: 'ordinary',
    citations: citedLaws(report.basis, around.laws),
    actStartedOn: s.actStartedOn,
    // An act that goes on when it is found has not begun to run out.
    actEndedOn: s.actEndedOn ?? s.discoveredOn,
    discoveredOn: s.discoveredOn,
    // The ninety days are those of the first decision; a re-made one has a period of its own.
    filedOn: s.rounds.at(-1) === undefined ? s.filedOn : decision.on,
    ...shiftOf(s),
    harm: harmOf(s),
    lighterNewLaw: null,
    officers: s.handlerIds.map((id) => officerOf(id, decision.on, around)),
    organ: around.organ,
    itemCode: s.itemCode,
    itemListed: around.items?.itemListed ?? null,
    itemEmpowered: around.items?.itemEmpowered ?? null,
    itemDomain: around.items?.itemDomain ?? null,
    // A case of a delegate cannot be opened in its own name here.
    delegated: null,
    measures: null,
    reviewers: s.reviews.map((r) => ({
      name: r.by.name,
      ...reviewerAsKnown(r, registeredReviewer(around.reviewers?.get(r.by.officerId ?? '') ?? [])),
    })),
    validUntil: null,
    publicUntil: null,
    publicTexts: publicTexts(s, report, penalty.content, decision.on),
    shown: shownFact(s.publication, isMinor(s)),
    creditShownOn: null,
  };
}

/** How it was served, or how often that failed while the decision is still in hand. */
function servedDay(s: S, { letterNo, receivedOn: on }: Decision): PenaltyFacts['served'] {
  const letter = s.letters.find(({ no }) => no === letterNo);
  if (letter?.announced !== undefined) return { on, announced: { on: letter.announced.on } };
  if (on === null) return letterInHand(s)?.no === letterNo ? { on, tries: s.failedServices.length } : { on };
  return letter?.how === 'public' ? { on, announced: { on: s.told?.services[letterNo]?.publishedOn ?? null } } : { on };
}

function officerOf(id: string, on: LocalDate, { certificates }: DecisionSurroundings): OfficerOnCase {
  const held = certificates.get(id) ?? [];
  const valid = certifiedOfficers([id], { organisations: new Map(), certificates }, on).length === 1;
  return { key: id, certificate: valid ? 'valid' : held.length === 0 ? 'none' : 'invalid', domains: held[0]?.domains ?? null };
}

/** The decision that the rules look at: the one in hand, or, while it is to be made anew, the one that was revoked. */
export function lastDecision(s: S): Decision | null {
  return s.decision ?? s.rounds.at(-1)?.decision ?? null;
}

/** Number of the decision that the rules look at. */
export const judgedNo = (s: S): number => (s.decision === null ? s.rounds.length : s.rounds.length + 1);

/** What 复议, 诉讼 and the organ's own second thoughts have asked of this case. */
export function redressed(s: S): RedressFacts {
  const { decision } = s;
  const penalty = decision?.original ?? decision?.penalty ?? null;
  const differs = (s.reports.at(-1)?.differs ?? null) !== null;
  return redressFacts(s, decision === null ? null : { decidedOn: decision.on, penalty, differs });
}

function publishedFact(s: S): PenaltyFacts['published'] {
  const publication = s.publication ?? (s.decision === null ? (s.rounds.at(-1)?.publication ?? null) : null);
  return factOfPublication(s, judgedNo(s), publication, s.ending !== 'revoked' && s.decision !== null);
}

/** The decision in hand as it is reported and published; null: none stands in the case. */
export function publicDecision(s: S): PublicDecision | null {
  const [report, { decision }] = [s.reports.at(-1), s];
  const penalty = decision?.penalty ?? null;
  if (report === undefined || decision === null || penalty === null) return null;
  return {
    number: s.letters.find(({ no }) => no === decision.letterNo)?.number ?? '',
    decidedOn: decision.on,
    party: s.party,
    cause: s.cause,
    facts: report.facts.map(({ fact }) => fact).join('；'),
    basis: report.basis,
    kinds: penalty.kinds,
    content: penalty.content,
    licences: licencesTaken(penalty.terms),
    fineFen: penalty.fineFen,
    confiscatedFen: penalty.incomeFen === null && penalty.goodsFen === null ? null : (penalty.incomeFen ?? 0) + (penalty.goodsFen ?? 0),
    procedure: 'ordinary',
    stands: s.ending !== 'revoked' && decisionStands(s, judgedNo(s)),
    ...publicityOf(s.publication),
  };
}
