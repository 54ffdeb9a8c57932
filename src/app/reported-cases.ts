import type { ReportDeps } from '../enforcement/case-reports/actions-step.ts';
import { followReportedLater, judgeCaseAgain } from './judged-cases.ts';
import type { Opened } from './opened.ts';

/** What units' own systems tell of their cases, judged once for each call. */
export function reportingOf({ platform, identity }: Pick<Opened, 'platform' | 'identity'>): ReportDeps {
  const deps = { platform, sealing: identity.keys };
  const now = (city: number, matterId: string): Promise<void> => judgeCaseAgain(deps, city, matterId, '报送的步骤');
  return { ...deps, judging: { later: followReportedLater, now } };
}
