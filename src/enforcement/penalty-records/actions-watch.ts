import { shanghaiDay } from '#law';
import type { Platform } from '#platform/acts/perform';
import { inTransaction } from '#platform/db';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { settleGroups } from './actions-groups.ts';
import { settleTimed } from './actions-timed.ts';
import { judgeAllUnits, settleUnits } from './actions-units.ts';
import { isQuiet } from './store-groups.ts';
import { citiesToWatch } from './store-units.ts';

/** While a load adds to groups they are not judged again and again; the load judges them when it ends. */
const QUIET_SECONDS = 5;

/**
 * What nobody's act sets off: rules whose answer time has changed; rules over several records and over units, behind
 * everything that changes records: groups once they are quiet, units with them, and every unit once a day. Answers how much was judged, for whoever paces the work.
 */
export async function watchRecords(platform: Platform, isStopping: () => boolean, quietSeconds = QUIET_SECONDS): Promise<number> {
  const today = shanghaiDay(platform.now());
  const cities = await inTransaction(platform.pool, SYSTEM_PREAMBLE, (client) => citiesToWatch(client, today));
  let judged = 0;
  for (const { city, waits, isNewDay, wakes } of cities) {
    if (isStopping()) return judged;
    const isDue = waits && (await inTransaction(platform.pool, SYSTEM_PREAMBLE, (client) => isQuiet(client, city, quietSeconds)));
    const go = async () => !isStopping();
    if (wakes) judged += await settleTimed({ platform }, city, go);
    if (isDue) judged += (await settleGroups({ platform }, city, go)) + (await settleUnits({ platform }, city, go));
    if (isNewDay) await judgeAllUnits({ platform }, city);
  }
  return judged;
}
