import { shanghaiDay, yearOf } from '#law';
import type { Platform } from '#platform/acts/perform';
import { recountProvisional, sweep } from '#platform/acts/sweep';
import { databaseTrouble } from '#platform/db';
import { drainOutbox, type Handlers, type OnGivenUp } from '#platform/outbox';

export type Background = { readonly stop: () => Promise<void> };

const IDLE_MS = 500;
const SWEEP_MS = 15_000;
const CLEAR_MS = 600_000;
const LANES = 2;

/** One long piece of work; false: there is none. It leaves by itself once `stopping` says so. */
export type LongWork = (stopping: () => boolean) => Promise<boolean>;

export type BackgroundWork = {
  readonly platform: Platform;
  readonly handlers: Handlers;
  readonly onGivenUp: OnGivenUp;
  readonly refreshLaw: () => Promise<boolean>;
  /** Clears what nobody took up; answers how much was due. */
  readonly clearing: () => Promise<number>;
  readonly longWork: LongWork;
  readonly say: (line: string) => void;
};

/**
 * The work that nobody waits for: what follows from acts (outbox), and what the passing of days does (sweep). Any number
 * of servers may run it side by side. A database that is gone is waited for; nothing here ever ends the server.
 * Long work (loads of files) runs in lanes beside it: nothing else waits for it, and a short load not for a long one.
 */
export function startBackground({ platform, handlers, onGivenUp, refreshLaw, clearing, longWork, say }: BackgroundWork): Background {
  let stopping = false;
  const wakes = new Set<() => void>();
  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        wakes.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      wakes.add(wake);
    });
  const afterFault = (error: unknown): Promise<void> => {
    if (databaseTrouble(error) === null) say(`后台处理出错：${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return stopping ? Promise.resolve() : pause(3_000);
  };
  const lane = async (): Promise<void> => {
    while (!stopping) {
      try {
        if (!(await longWork(() => stopping))) await pause(IDLE_MS);
      } catch (error) {
        await afterFault(error);
      }
    }
  };
  const loop = async (): Promise<void> => {
    let sweptAt = 0;
    let clearedAt = 0;
    let cohort = 0;
    while (!stopping) {
      try {
        cohort = await aheadOfYear(platform, cohort);
        const handled = await drainOutbox(platform, handlers, { onGivenUp });
        if (platform.now() - sweptAt >= SWEEP_MS) {
          if (await refreshLaw()) await recountProvisional(platform);
          while (!stopping && (await sweep(platform)) >= 100);
          sweptAt = platform.now();
        }
        if (platform.now() - clearedAt >= CLEAR_MS) {
          while (!stopping && (await clearing()) >= 100);
          clearedAt = platform.now();
        }
        if (handled === 0) await pause(IDLE_MS);
      } catch (error) {
        await afterFault(error);
      }
    }
  };
  const running = Promise.all([loop(), ...Array.from({ length: LANES }, lane)]);
  return {
    stop: async () => {
      stopping = true;
      for (const wake of [...wakes]) wake();
      await running;
    },
  };
}

/** The partitions of this year and the next exist before the first matter of a new year is opened. */
async function aheadOfYear(platform: Platform, done: number): Promise<number> {
  const year = yearOf(shanghaiDay(platform.now()));
  if (year !== done) await platform.pool.query('select ensure_cohort($1), ensure_cohort($2)', [year, year + 1]);
  return year;
}
