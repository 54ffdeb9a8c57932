import { type LocalDate, shanghaiDay, shanghaiMidnight } from '#law';

/** The clock of the days before the anchor: it only goes forward. */
export type TownClock = {
  readonly now: () => number;
  readonly today: () => LocalDate;
  /** A few minutes between two acts. */
  readonly tick: () => void;
  /** To an hour of a day, unless it is later already. */
  readonly to: (day: LocalDate, hour: number) => void;
};

const MINUTE = 60_000;

export function townClock(start: number): TownClock {
  let at = start;
  return {
    now: () => at,
    today: () => shanghaiDay(at),
    tick: () => {
      at += MINUTE;
    },
    to: (day, hour) => {
      at = Math.max(at, shanghaiMidnight(day) + hour * 60 * MINUTE);
    },
  };
}
