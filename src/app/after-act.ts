import type { AfterAct } from '#platform/acts/after-act';
import { tableOf } from '#platform/acts/kinds';
import type { IdentityKeys } from '#platform/identity/keys';
import { followAlertCheck, followCase } from '#supervision/online-watch';
import { followRecord } from '../enforcement/penalty-records/actions-judging.ts';
import { followCertificate } from '../registers/certificates/actions.ts';
import { followBenchmark } from '../registers/discretion-benchmarks/actions-register.ts';
import { followHandlingMode } from '../registers/handling-modes/actions.ts';
import { followListChange } from '../registers/list-changes/actions-register.ts';
import { followSubjectChange } from '../registers/subject-changes/actions.ts';
import { followNormativeFiling } from '../supervision/normative-filings/actions-catalogue.ts';
import { CASE_ACTS } from './case-findings.ts';
import { followCases } from './judged-cases.ts';
import { KINDS } from './rooms.ts';
import { followHeldReports } from './skipped-steps.ts';

/** What follows from acts in their own transaction, room by room; the first refusal undoes the act. */
export function afterActs(keys: IdentityKeys): AfterAct {
  const followers: readonly AfterAct[] = [
    followBenchmark,
    followListChange,
    followCertificate,
    followNormativeFiling,
    followHandlingMode,
    followAlertCheck,
    followCase(CASE_ACTS),
    followRecord(keys),
    followCases(keys),
    followHeldReports(keys),
    followSubjectChange(KINDS.map(tableOf)),
  ];
  return async (client, done) => {
    for (const follow of followers) {
      const refusal = await follow(client, done);
      if (refusal !== null) return refusal;
    }
    return null;
  };
}
