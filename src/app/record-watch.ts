import type { Platform } from '#platform/acts/perform';
import { databaseTrouble } from '#platform/db';
import { watchRecords } from '../enforcement/penalty-records/actions-watch.ts';
import type { Background } from './background.ts';

const IDLE_MS = 3_000;

/**
 * Rules over several records and over units, beside the work that people wait for. Any number of servers may run it; a
 * database that is gone is waited for.
 */
export function startRecordWatch(platform: Platform, say: (line: string) => void): Background {
  let stopping = false;
  let wake: () => void = () => undefined;
  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, IDLE_MS);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const loop = async (): Promise<void> => {
    while (!stopping) {
      try {
        await watchRecords(platform, () => stopping);
      } catch (error) {
        if (databaseTrouble(error) === null)
          say(`比对处罚决定出错：${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
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
