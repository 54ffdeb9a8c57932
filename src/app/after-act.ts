import type { AfterAct } from '#platform/acts/after-act';
import { followAlertCheck } from '#supervision/online-watch';

/** What follows from acts in their own transaction, room by room; the first refusal undoes the act. */
const FOLLOWERS: readonly AfterAct[] = [followAlertCheck];

export const AFTER_ACT: AfterAct = async (client, done) => {
  for (const follow of FOLLOWERS) {
    const refusal = await follow(client, done);
    if (refusal !== null) return refusal;
  }
  return null;
};
