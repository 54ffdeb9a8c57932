import type { Json, LocalDate } from '#law';
import type { Way } from './ways/way.ts';

export type Input = Readonly<Record<string, Json>>;
/** What a case told from a unit's own system is built with. `papers`: files of the reporter's, not attached yet. */
export type CaseParts = {
  readonly ref: string;
  /** Cases that last long are opened some time earlier. */
  readonly openedOn: LocalDate;
  readonly officers: readonly string[];
  /** A colleague of theirs who has not looked into the case. */
  readonly host: string;
  /** Of these no two acts attach the same. */
  readonly papers: readonly string[];
};

/** One step, so many days after the one before it. */
export type Told = (act: string, input?: Input, days?: number) => void;
/** How a case is being told: each step on the day of the one before it, or later. */
export type Telling = CaseParts & {
  readonly way: Way;
  readonly step: Told;
  /** The day of the last step, so many days later. */
  readonly day: (days?: number) => LocalDate;
  readonly own: (series: string) => Input;
  readonly paper: () => string;
};

export const IN_PERSON: Input = { how: 'in-person', receivedOn: '', receiver: '负责人' };
