import type { ReportDeps } from '../enforcement/case-reports/actions-step.ts';
import { followReportedLater, settleReported } from './judged-cases.ts';
import type { Opened } from './opened.ts';

/** What units' own systems tell of their cases, judged once for each call. */
export function reportingOf({ platform, identity }: Pick<Opened, 'platform' | 'identity'>): ReportDeps {
  const deps = { platform, sealing: identity.keys };
  const settle = (city: number, matterId: string, isJudged: boolean): Promise<void> => settleReported(deps, city, matterId, isJudged);
  return { ...deps, judging: { later: followReportedLater, settle } };
}
