import { addedFineRuns, type ClockRun, firstPaidOn, type LocalDate, openDisputes, publicationRuns, sentOutOn } from '#law';
import type { OrdinaryPenalty } from '../model.ts';
import type { Decision } from '../model-deciding.ts';
import { EXECUTING_ROOM } from './execution.ts';
import { decisionNo, runOf } from './rounds.ts';

type S = OrdinaryPenalty;

const run = (s: S, key: string, startedOn: LocalDate | null, stoppedOn: LocalDate | null): readonly ClockRun[] =>
  startedOn === null ? [] : [{ key, startedOn, stoppedOn, boundId: s.organId }];

/** When a revoked decision ceased to be. */
function revokedOn(s: S, redressNo: number): LocalDate | null {
  return s.redresses.find((c) => c.no === redressNo)?.effectOn ?? null;
}

/**
 * Service of every decision of the case, the revoked ones with their own runs (KE-06). A notice to the public that has begun keeps
 * the seven days, as E01 counts them: its thirty days are a period of their own (KE-44).
 */
export function services(s: S): readonly ClockRun[] {
  const sentOn = (d: Decision | null) => (d === null ? null : sentOutOn(s, d.letterNo, d.receivedOn));
  const earlier = s.rounds.flatMap((r, i) => run(s, runOf(i + 1), r.decision.on, sentOn(r.decision)));
  return [...earlier, ...run(s, runOf(decisionNo(s)), s.decision?.on ?? null, sentOn(s.decision) ?? s.endedOn)];
}

/** The party's fifteen days for every decision that takes a fine, and for what a change adds to it (KE-07). */
export function payments(s: S): readonly ClockRun[] {
  const takesFine = (d: Decision | null): boolean => (d?.original ?? d?.penalty ?? null)?.fineFen != null;
  const earlier = s.rounds.flatMap((r, i) =>
    takesFine(r.decision) ? run(s, runOf(i + 1), r.decision.receivedOn, r.payments.at(-1)?.on ?? revokedOn(s, r.redressNo)) : [],
  );
  const added = addedFineRuns(EXECUTING_ROOM, s, s.endedOn);
  if (!takesFine(s.decision)) return [...earlier, ...added];
  const stoppedOn = s.deferrals[0]?.on ?? firstPaidOn(EXECUTING_ROOM, s) ?? s.endedOn;
  return [...earlier, ...run(s, runOf(decisionNo(s)), s.decision?.receivedOn ?? null, stoppedOn), ...added];
}

/** Publication of every penalty, and of every change of it (KE-37). */
export function publications(s: S): readonly ClockRun[] {
  const earlier = s.rounds.flatMap((r, i) =>
    r.decision.outcome === 'penalty' ? run(s, runOf(i + 1), r.decision.on, r.publication?.on ?? revokedOn(s, r.redressNo)) : [],
  );
  return [...earlier, ...publicationRuns(EXECUTING_ROOM, s, s.endedOn)];
}

/** The run of KE-54 that is open: a case opened again by a dispute is closed and archived once more. */
export function closingKey(s: S): string {
  return s.archivedBefore.length === 0 ? '' : `第${s.archivedBefore.length + 1}次归档`;
}

/** From the end of performance, or of the last dispute, to the archive (KE-54); none runs while a dispute goes on. */
export function closings(s: S): readonly ClockRun[] {
  const earlier = s.archivedBefore.flatMap((a, i) => run(s, i === 0 ? '' : `第${i + 1}次归档`, a.endedOn, a.archivedOn));
  if (openDisputes(s).length > 0) return earlier;
  const ends = [s.endedOn, ...s.disputes.map((d) => d.until), ...s.redresses.map((c) => c.effectOn)].filter((day) => day !== null);
  const startedOn = s.endedOn === null ? null : (ends.toSorted().at(-1) ?? null);
  return [...earlier, ...run(s, closingKey(s), startedOn, s.archivedOn)];
}
