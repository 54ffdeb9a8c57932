import { citedLaws, hasTurned, type LocalDate, type PartyDetails, partyKindOf, type RuleContext, SHIPPED_LAWS } from '#law';
import type { ListsOfDay } from '#law/discretion/lists-of-day';
import { monitoredFacts, stageFacts } from '#law/evidence/index';
import type { CaseProcessFacts, Crew, OfficerOnCase, Sums } from '#law/rules/index';
import { lastDecision } from './facts.ts';
import { carriedOut } from './facts-of-execution.ts';
import { caseWeighing } from './facts-of-weighing.ts';
import { tookPart } from './lifecycle/conditions.ts';
import { stagesToRecord } from './lifecycle/recorded-stages.ts';
import { basisOf, reviewGrounds } from './lifecycle/thresholds.ts';
import type { OrdinaryPenalty } from './model.ts';
import { type Notice, type Penalty, REVIEW_GROUND_LABELS } from './model-deciding.ts';
import type { Told } from './model-told.ts';

type S = OrdinaryPenalty;

/** What registers and the encrypted party say of the case. */
export type CaseSurroundings = {
  /** An officer's certificate as registered on a day. */
  readonly officerOn: (officerId: string, on: LocalDate) => OfficerOnCase;
  /** null: erased, or sealed under another key. */
  readonly party: PartyDetails | null;
  /** Of the day on which the penalty was weighed; null: nothing is weighed yet. */
  readonly lists: ListsOfDay | null;
};

/** The whole case, performed here or reported, as the rules about cases see it. */
export function caseProcessFacts(s: S, around: CaseSurroundings, context: RuleContext): CaseProcessFacts {
  return {
    procedure: 'ordinary',
    partyKind: partyKindOf(s.party.kind),
    citations: basisOf(s) === null ? null : citedLaws(basisOf(s) ?? '', SHIPPED_LAWS),
    ...decided(s),
    weighing: caseWeighing(s, around.lists),
    ...inquiry(s, around),
    ...proofs(s),
    ...recorded(s),
    ...toldOf(s),
    ...reviewed(s),
    ...capable(s, around),
    ...carriedOut(s, context),
  };
}

const sumsOf = ({ content: _, ...sums }: Penalty): Sums => sums;
/** Which notice the decision that the rules look at was told by: of the report that stood then. */
const reportNoOf = (s: S): number => s.reports.length;

function decided(s: S) {
  const decision = lastDecision(s);
  const penalty = decision?.original ?? decision?.penalty ?? null;
  const told = s.told?.decisions.at(-1);
  const text =
    told === undefined || told.lacks === null
      ? null
      : { lacks: told.lacks, reconsiderDays: told.reconsiderDays, suitMonths: told.suitMonths, reconsiderFirst: null };
  return {
    filedOn: s.filedOn,
    decidedOn: decision?.on ?? null,
    outcome: decision?.outcome ?? null,
    penalty: penalty === null ? null : sumsOf(penalty),
    decisionText: text,
    correction: told === undefined ? null : told.corrected ? ('told' as const) : ('none' as const),
    recordedOn: null,
    underArticle33: decision?.reason === 'minor' || decision?.reason === 'first' || decision?.reason === 'faultless',
    educated: decision?.education != null,
    firstNoticeOn: s.letters.find(({ no }) => no === s.notices[0]?.letterNo)?.signedOn ?? null,
  };
}

function inquiry(s: S, { officerOn }: CaseSurroundings) {
  const { told } = s;
  const decision = lastDecision(s);
  const crewOf = ({ what, on, officerIds }: Told['deeds'][number]): Crew => ({
    what,
    on,
    officers: officerIds.map((id) => officerOn(id, on)),
  });
  const deciding = decision === null ? [] : [{ what: '作出决定时的承办人', on: decision.on, officerIds: s.handlerIds }];
  const isHost = s.hearing !== null && s.hearing.hostId !== null ? [tookPart(s, s.hearing.hostId)] : [];
  return {
    crews: told === undefined ? null : [...told.deeds, ...deciding].map(crewOf),
    // Neither relations of officers to the party nor coercive measures are told in a case yet.
    related: null,
    measures: null,
    recusals: s.recusals.map(({ no, askedOn, decidedOn }) => ({ no, askedOn, decidedOn })),
    apart: [
      ...s.reviews.map(({ by }, i) => ({
        role: '法制审核人员',
        name: by.name,
        tookPart: by.officerId === null || told?.reviewsElsewhere[i] !== false ? null : tookPart(s, by.officerId),
      })),
      ...isHost.map((part) => ({ role: '听证主持人', name: '', tookPart: part })),
    ],
    place: placeOf(s),
    sufficientOn: s.proposedOn,
    settledOn: s.clueEndedOn,
    pauses: [
      ...s.pauses.map((p) => ({ what: '中止', from: p.from, basis: p.basis, counts: p.counts })),
      ...s.extensions.map((e) => ({ what: '延长', from: e.on, basis: e.basis, counts: e.counts })),
    ],
    movesOn: s.filedOn !== null && decision === null && s.endedOn === null && s.transferredOn === null && !isPaused(s),
    lastRecordOn: told?.lastOn ?? null,
  };
}

function placeOf({ told, designation }: S): CaseProcessFacts['place'] {
  if (told === undefined || told.inPlace === null) return null;
  if (!told.inPlace) return 'outside';
  return (designation ?? null) === null ? 'own' : 'designated';
}

const isPaused = (s: S): boolean => s.pauses.some((p) => p.until === null && p.counts);

const SPOKEN: readonly string[] = ['testimony', 'statement'];

function proofs(s: S) {
  const report = s.reports.at(-1);
  const used = report?.outcome === 'penalty' ? report.facts : [];
  const of = (no: number) => s.evidence.find((e) => e.no === no);
  const numbers = [...new Set(used.flatMap((f) => f.evidence))];
  return {
    proofs: used.map(({ evidence }, i) => ({
      no: i + 1,
      evidence: evidence.map((no) => {
        const piece = of(no);
        const sound = piece?.isLawful === true && piece.verifiedOn !== null;
        return { no, sound, spoken: piece !== undefined && SPOKEN.includes(piece.kind) };
      }),
    })),
    concludedOn: report?.on ?? null,
    used: numbers.flatMap((no) => {
      const piece = of(no);
      return piece === undefined ? [] : [{ no, on: piece.on }];
    }),
    monitored: monitoredFacts(s),
  };
}

function recorded(s: S) {
  const { told } = s;
  return {
    visits: told?.visits ?? null,
    preservations: s.preservations.map((p, i) => ({
      ...{ no: p.no, on: p.on, approvedBy: told?.approvers[i] ?? null },
      settledOn: p.settledOn ?? s.transferredOn,
    })),
    stages: stageFacts(s, stagesToRecord(s)),
    closedOn: s.closedOn,
    entries: told?.late ?? null,
    elsewhere: told?.elsewhere ?? true,
  };
}

function toldOf(s: S) {
  const standing = s.notices.findLast((n) => n.reportNo === reportNoOf(s)) ?? null;
  const earlier = s.notices.findLast((n) => n !== standing && n.receivedOn !== null) ?? null;
  const report = s.reports.at(-1) ?? null;
  const { told } = s;
  // One that the case was put down from was neither held nor given up: nobody asks for a hearing until somebody does so again.
  const hearing = s.hearing !== null && s.hearing.doneOn !== null && s.hearing.outcome === null ? null : s.hearing;
  const ofNotice = (n: Notice) => ({
    ...{ servedOn: n.receivedOn, waivedOn: n.waivedOn, hearing: n.hearing, hearingWaivedOn: n.hearingWaivedOn },
    penalty: sumsOf(n.penalty),
    lacks: told?.notices[s.notices.indexOf(n)] ?? null,
  });
  return {
    notice: standing === null ? null : ofNotice(standing),
    earlier: earlier === null || s.rounds.length > 0 ? null : ofNotice(earlier),
    proposed: report?.penalty == null ? null : sumsOf(report.penalty),
    newFacts: (report?.newFacts ?? null) !== null,
    statements: s.statements.map(({ no, on, recheckedOn }) => ({ no, on, recheckedOn })),
    hearing:
      hearing === null
        ? null
        : {
            ...{ noticedOn: hearing.noticeReceivedOn ?? hearing.notifiedOn, heldOn: hearing.heldOn, outcome: hearing.outcome },
            ...(hearing.reportNo === reportNoOf(s) ? {} : { earlier: true as const }),
            ...{ open: hearing.isPublic, closedReason: told?.hearing.closedReason ?? false, transcript: told?.hearing.transcript ?? null },
          },
  };
}

function reviewed(s: S) {
  const review = s.reviews.findLast((r) => r.reportNo === reportNoOf(s)) ?? null;
  const heard = s.hearing?.outcome === 'held' && s.hearing.reportNo === reportNoOf(s);
  const passed = review !== null && review.opinion === 'agree' && (!heard || review.afterHearing);
  const failed = s.reviews.at(-1)?.opinion !== undefined && s.reviews.at(-1)?.opinion !== 'agree' ? ['法制审核没有通过'] : [];
  const suspects = s.reviews.find((r) => r.doubtful.includes('crime'));
  const isCleared = suspects !== undefined && s.reviews.some((r) => r.on >= suspects.on && r !== suspects && r.opinion === 'agree');
  return {
    grounds: [...reviewGrounds(s).map((ground) => REVIEW_GROUND_LABELS[ground]), ...failed],
    passedOn: passed ? review.on : null,
    isGrave: s.reports.at(-1)?.isGrave === true,
    discussedOn: s.discussions.find((d) => d.reportNo === reportNoOf(s))?.on ?? null,
    suspectedOn: isCleared ? null : (suspects?.on ?? null),
    transferredOn: s.transferredOn,
    // Each review answers ⑨ of the report that it reads.
    crimeAsked: s.reviews.some((r) => r.reportNo === reportNoOf(s)),
    crimeTransfers: [...crimeHandedOn(s), ...reportedCrime(s)],
    answered: s.told?.answered ?? null,
  };
}

function crimeHandedOn({ told, letters }: S): CaseProcessFacts['crimeTransfers'] {
  const crime = told?.crime ?? null;
  if (crime === null) return [];
  const { letterNo, on: decidedOn, reportedOn, byChief } = crime;
  return [{ reportedOn, decidedOn, byChief, deliveredOn: letters.find((l) => l.no === letterNo)?.receivedOn ?? null }];
}

/** Reported, and not transferred since: nobody has decided, or it was decided not to. */
function reportedCrime({ told }: S): CaseProcessFacts['crimeTransfers'] {
  const report = told?.crimeReport ?? null;
  if (report === null) return [];
  const { on: reportedOn, kept } = report;
  if (kept === null) return [{ reportedOn, decidedOn: null, byChief: null, deliveredOn: null }];
  const refusal = kept.reasoned ? 'reasoned' : 'unreasoned';
  return [{ reportedOn, decidedOn: kept.on, byChief: kept.byChief, deliveredOn: null, refusal }];
}

function capable(s: S, { party }: CaseSurroundings) {
  const on = s.actEndedOn ?? s.actStartedOn;
  const report = s.reports.at(-1);
  const age = party === null || party.birth === null ? null : ageOf(party, on);
  return {
    age,
    isIncapable: report?.capacity === 'none',
    isLess: report?.tier === 'lighter' || report?.tier === 'mitigated',
  };
}

function ageOf(party: Pick<PartyDetails, 'birth'>, on: LocalDate): CaseProcessFacts['age'] {
  if (hasTurned(party, 14, on) === false) return 'child';
  return hasTurned(party, 18, on) === false ? 'minor' : 'grown';
}
