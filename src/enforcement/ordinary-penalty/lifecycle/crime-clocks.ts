import type { ClockRun, LocalDate } from '#law';
import type { OrdinaryPenalty } from '../model.ts';
import type { Told } from '../model-told.ts';

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

/** Names the run of the three days that is open. */
export function crimeReportKey({ told }: S): string {
  return keyOf(decidedReports(told).length);
}

/** KE-30: the chief decides within three days of every written report. What nobody decided until the case was put away was never decided. */
export function crimeDecision(s: S): readonly ClockRun[] {
  const decided = decidedReports(s.told).map(({ on, decidedOn }, i) => ({ key: keyOf(i), startedOn: on, stoppedOn: decidedOn }));
  const report = s.told?.crimeReport ?? null;
  const putAwayOn = s.archivedOn ?? (s.status === 'not-filed' ? s.clueEndedOn : null);
  const open = report === null || report.kept !== null ? [] : [{ key: crimeReportKey(s), startedOn: report.on, stoppedOn: putAwayOn }];
  return [...decided, ...open].map((one) => ({ ...one, boundId: s.organId }));
}

const keyOf = (before: number): string => (before === 0 ? '' : `第${before + 1}次报告`);

/** A case that was decided on before the reports were kept tells of the last one alone. */
function decidedReports(told: S['told']): NonNullable<Told['crimeDecided']> {
  if (told === undefined) return [];
  const { crimeDecided, crime, crimeReport } = told;
  if (crimeDecided !== undefined) return crimeDecided;
  const handed = crime === null || crime.reportedOn === null ? [] : [{ on: crime.reportedOn, decidedOn: crime.on }];
  return crimeReport?.kept == null ? handed : [...handed, { on: crimeReport.on, decidedOn: crimeReport.kept.on }];
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
