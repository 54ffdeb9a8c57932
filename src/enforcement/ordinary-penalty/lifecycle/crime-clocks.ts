import type { ClockRun, LocalDate } from '#law';
import type { OrdinaryPenalty } from '../model.ts';

type S = OrdinaryPenalty;

const run = (s: S, startedOn: LocalDate | null, stoppedOn: LocalDate | null): readonly ClockRun[] =>
  startedOn === null ? [] : [{ key: '', startedOn, stoppedOn, boundId: s.organId }];

/** The transfer of what may be a crime, with the day on which its letter arrived; null: there is none, or it came back unopened. */
function handedOn(s: S) {
  const crime = s.told?.crime ?? null;
  if (crime === null) return null;
  const arrivedOn = s.letters.find(({ no }) => no === crime.letterNo)?.receivedOn ?? null;
  return s.transferredOn === null && arrivedOn === null ? null : { ...crime, arrivedOn };
}

/** KE-30: the chief decides within three days of the written report. */
export function crimeDecision(s: S): readonly ClockRun[] {
  const crime = handedOn(s);
  return crime === null ? [] : run(s, crime.reportedOn, crime.on);
}

/** KE-31: what is decided to be handed on goes out within twenty-four hours. */
export function crimeDelivery(s: S): readonly ClockRun[] {
  const crime = handedOn(s);
  return crime === null ? [] : run(s, crime.on, crime.arrivedOn);
}

/** KE-33: the police decide within three days whether to open a case; who sends it back has decided as well. */
export function crimeAnswer(s: S): readonly ClockRun[] {
  const crime = handedOn(s);
  const answered = s.told?.answered ?? null;
  const doneOn = answered?.decidedOn ?? answered?.toldOn ?? null;
  return crime === null || (s.transferredOn === null && doneOn === null) ? [] : run(s, crime.arrivedOn, doneOn);
}
