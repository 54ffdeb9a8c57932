/** Epoch milliseconds. Everything that needs the time is given one of these; nothing else may read the machine's clock. */
export type Now = () => number;

/** The machine's clock: handed in once, by the composition in `src/app`. */
export const systemNow: Now = () => Date.now();

/** A clock that stands still until it is moved: for tests, replays and seeds. */
export type SteppedClock = { readonly now: Now; readonly advance: (milliseconds: number) => void; readonly set: (instant: string) => void };

/** Starts at `instant` (ISO with offset); throws on text that is no instant, because only code writes it. */
export function steppedClock(instant: string): SteppedClock {
  let at = epochOf(instant);
  return {
    now: () => at,
    advance: (milliseconds) => {
      at += milliseconds;
    },
    set: (next) => {
      at = epochOf(next);
    },
  };
}

function epochOf(instant: string): number {
  const at = Date.parse(instant);
  if (Number.isNaN(at)) throw new Error(`not an instant: ${instant}`);
  return at;
}
