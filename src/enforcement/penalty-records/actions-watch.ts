import { shanghaiDay } from '#law';
import { inTransaction } from '#platform/db';
import { SYSTEM_PREAMBLE } from '#platform/session';
import type { LoadingDeps } from './actions.ts';
import { settleCauses } from './actions-causes.ts';
import { settleGroups } from './actions-groups.ts';
import { settleTimed } from './actions-timed.ts';
import { judgeAllUnits, settleUnits } from './actions-units.ts';
import { causesWait } from './store-causes.ts';
import { isQuiet } from './store-groups.ts';
import { citiesToWatch } from './store-units.ts';

/** How long, in seconds, nothing must have been added before it is judged by. */
export type Quiet = { readonly groups: number; readonly causes: number };

/**
 * While a load adds to groups they are not judged again and again; the load judges them when it ends. Changes of registers
 * wait longer: a chunk of decisions that has read the registers before must have been stored before they are passed.
 */
const QUIET: Quiet = { groups: 5, causes: 60 };
/** For callers that wait for the answer and know that nothing else is under way. */
export const AT_ONCE: Quiet = { groups: 0, causes: 0 };

/**
 * What nobody's act sets off: rules whose answer time has changed; rules over several records and over units, behind
 * everything that changes records: groups once they are quiet, units with them, and every unit once a day; and what has to
 * be judged again because a register has changed. Answers how much was judged, for whoever paces the work.
 */
export async function watchRecords(deps: LoadingDeps, isStopping: () => boolean, quiet: Quiet = QUIET): Promise<number> {
  const { platform } = deps;
  const today = shanghaiDay(platform.now());
  const cities = await inTransaction(platform.pool, SYSTEM_PREAMBLE, (client) => citiesToWatch(client, today));
  let judged = 0;
  for (const { city, waits, isNewDay, wakes } of cities) {
    if (isStopping()) return judged;
    const isDue = waits && (await inTransaction(platform.pool, SYSTEM_PREAMBLE, (client) => isQuiet(client, city, quiet.groups)));
    const go = async () => !isStopping();
    if (await inTransaction(platform.pool, SYSTEM_PREAMBLE, (client) => causesWait(client, city, quiet.causes)))
      judged += await settleCauses(deps, city, quiet.causes, go);
    if (wakes) judged += await settleTimed({ platform }, city, go);
    if (isDue) judged += (await settleGroups({ platform }, city, go)) + (await settleUnits({ platform }, city, go));
    if (isNewDay) await judgeAllUnits({ platform }, city);
  }
  return judged;
}
