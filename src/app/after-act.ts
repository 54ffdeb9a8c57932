import type { AfterAct } from '#platform/acts/after-act';
import type { IdentityKeys } from '#platform/identity/keys';
import { followAlertCheck } from '#supervision/online-watch';
import { followRecord } from '../enforcement/penalty-records/actions-judging.ts';

/** What follows from acts in their own transaction, room by room; the first refusal undoes the act. */
export function afterActs(keys: IdentityKeys): AfterAct {
  const followers: readonly AfterAct[] = [followAlertCheck, followRecord(keys)];
  return async (client, done) => {
    for (const follow of followers) {
      const refusal = await follow(client, done);
      if (refusal !== null) return refusal;
    }
    return null;
  };
}
