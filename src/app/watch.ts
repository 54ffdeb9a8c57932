import { databaseTrouble } from '#platform/db';
import type { Background } from './background.ts';

/** Work that nobody waits for and that looks again by itself; `what` names it in the log. */
export type Watch = {
  readonly what: string;
  readonly everyMs: number;
  readonly work: (stopping: () => boolean) => Promise<unknown>;
};

/** Beside the work that people wait for. Any number of servers may run it; a database that is gone is waited for. */
export function startWatch(watch: Watch, say: (line: string) => void): Background {
  let stopping = false;
  let wake: () => void = () => undefined;
  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, watch.everyMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const loop = async (): Promise<void> => {
    while (!stopping) {
      try {
        await watch.work(() => stopping);
      } catch (error) {
        if (databaseTrouble(error) === null)
          say(`${watch.what}出错：${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      }
      if (!stopping) await pause();
    }
  };
  const running = loop();
  return {
    stop: async () => {
      stopping = true;
      wake();
      await running;
    },
  };
}
