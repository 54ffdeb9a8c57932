import { shanghaiDay } from '#law';
import type { Platform } from '#platform/acts/perform';
import { inTransaction } from '#platform/db';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { settleGroups } from './actions-groups.ts';
import { judgeAllUnits, settleUnits } from './actions-units.ts';
import { isQuiet } from './store-groups.ts';
import { citiesToWatch } from './store-units.ts';

/** While a load adds to groups they are not judged again and again; the load judges them when it ends. */
const QUIET_SECONDS = 5;

/**
 * Rules over several records and over units, behind everything that changes records: groups once they are quiet, units
 * with them, and every unit once a day. Answers how much was judged, for whoever paces the work.
 */
export async function watchRecords(platform: Platform, isStopping: () => boolean, quietSeconds = QUIET_SECONDS): Promise<number> {
  const today = shanghaiDay(platform.now());
  const cities = await inTransaction(platform.pool, SYSTEM_PREAMBLE, (client) => citiesToWatch(client, today));
  let judged = 0;
  for (const { city, waits, isNewDay } of cities) {
    if (isStopping()) return judged;
    const isDue = waits && (await inTransaction(platform.pool, SYSTEM_PREAMBLE, (client) => isQuiet(client, city, quietSeconds)));
    if (isDue) judged += await judgeTogether({ platform }, city, isStopping);
    if (isNewDay) await judgeAllUnits({ platform }, city);
  }
  return judged;
}

/** All that several records or a unit's year say by now; what an import does when its rows are in. */
export async function judgeTogether(
  watching: { readonly platform: Platform },
  city: number,
  isStopping: () => boolean = () => false,
): Promise<number> {
  const groups = await settleGroups(watching, city, isStopping);
  return groups + (await settleUnits(watching, city, isStopping));
}
