import { sessionOfHeldPost } from '#platform/identity/held-post';
import { settleGroups } from '../enforcement/penalty-records/actions-groups.ts';
import { type ImportDeps, runNextImport } from '../enforcement/penalty-records/actions-import-run.ts';
import { settleUnits } from '../enforcement/penalty-records/actions-units.ts';
import { runNextLawImport } from '../registers/law-library/actions-import-job.ts';
import type { LongWork } from './background.ts';
import { listOperatorImpact } from './law-impact.ts';
import type { Opened } from './opened.ts';

/** What follows once the rows of a load are in: rules over several records, then rules over whole units. */
const PHASES: ImportDeps['phases'] = {
  peers: (deps, city, stopping) => settleGroups(deps, city, async () => !stopping()),
  units: (deps, city, stopping) => settleUnits(deps, city, async () => !stopping()),
};

export function importDeps({ platform, identity, blobs }: Pick<Opened, 'platform' | 'identity' | 'blobs'>): ImportDeps {
  return {
    platform,
    sealing: identity.keys,
    blobs,
    sessionOf: (accountId, postId) => sessionOfHeldPost(identity, accountId, postId),
    phases: PHASES,
  };
}

/** Loads of decisions, then of texts of law, then what the texts of the command line have moved, one after another in each lane. */
export function importWork(opened: Pick<Opened, 'platform' | 'identity' | 'blobs'>): LongWork {
  const deps = importDeps(opened);
  return async (stopping) =>
    (await runNextImport(deps, stopping)) || (await runNextLawImport(opened, stopping)) || listOperatorImpact(opened);
}
