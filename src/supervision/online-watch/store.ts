import type { CertificateFact, LocalDate, RegisterFacts } from '#law';
import type { Platform } from '#platform/acts/perform';
import { registerFacts } from '#platform/acts/register-facts';
import { type Client, inTransaction, type Queryable, rows } from '#platform/db';
import type { FindingFilter } from '#platform/findings/conditions';
import { countFindings, type FindingGroup, type FindingPage, groupFindings, listFindings } from '#platform/findings/list';
import { countNotJudged, countRuns, type NotJudged, type NotJudgedFilter } from '#platform/findings/not-judged';
import { type RuleFigures, ruleFigures } from '#platform/findings/rule-figures';
import { type RuleVersion, ruleVersions } from '#platform/findings/rule-versions';
import { findingView } from '#platform/findings/view';
import { type Session, sessionPreamble } from '#platform/session';
import type { FindingsSummary } from './contract.ts';

/** The certificates of one officer whose period covers the day, as known now. */
export async function certificatesOn(client: Queryable, officerId: string | null, on: LocalDate): Promise<RegisterFacts> {
  const certificates = await rows<CertificateFact>(
    client,
    `select c.id as "recordId", c.officer_id as "officerId", o.name as "officerName", c.organisation_id as "organisationId", c.kind,
       c.number, c.status, (upper(c.valid) - 1) as "validThrough"
     from certificate_record c join officer o on o.id = c.officer_id
     where c.officer_id = $1 and upper_inf(c.known) and c.valid @> $2::date`,
    [officerId, on],
  );
  return registerFacts([], certificates);
}

function reading<T>({ pool, now }: Pick<Platform, 'pool' | 'now'>, session: Session, read: (client: Client) => Promise<T>): Promise<T> {
  return inTransaction(pool, sessionPreamble(session, now()), read);
}

export function readFindings(
  platform: Platform,
  session: Session,
  filter: FindingFilter,
  page: { readonly cursor?: string; readonly limit?: number },
): Promise<FindingPage> {
  return reading(platform, session, (client) => listFindings(client, session, filter, page));
}

export function readGroups(
  platform: Platform,
  session: Session,
  filter: FindingFilter,
  by: 'rule' | 'organisation',
): Promise<readonly FindingGroup[]> {
  return reading(platform, session, (client) => groupFindings(client, session, filter, by));
}

/** How many findings stand in each tab, and when the rules last judged anything in the reader's sight. */
export function readSummary(platform: Platform, session: Session, filter: Omit<FindingFilter, 'tab' | 'status'>): Promise<FindingsSummary> {
  return reading(platform, session, async (client) => {
    const counted = await countFindings(client, session, filter);
    const { lastJudgedAt } = await countNotJudged(client, session, {});
    return { ...counted, lastJudgedAt };
  });
}

export function readNotJudged(platform: Platform, session: Session, filter: NotJudgedFilter): Promise<NotJudged> {
  return reading(platform, session, (client) => countNotJudged(client, session, filter));
}

/** One finding with the certificates on which decisions about it turn; null when there is none in the reader's sight. */
export function readFinding(platform: Platform, session: Session, id: string, today: LocalDate) {
  return reading(platform, session, async (client) => {
    const view = await findingView(client, session, id);
    return view === null ? null : { view, certificates: await certificatesOn(client, session.officerId, today) };
  });
}

export type Runs = ReadonlyMap<string, { readonly asked: number; readonly missing: number }>;

/** What has become of every rule within the reader's sight. */
export function readFigures(
  platform: Platform,
  session: Session,
): Promise<{ readonly runs: Runs; readonly figures: ReadonlyMap<string, RuleFigures> }> {
  return reading(platform, session, async (client) => ({
    runs: await countRuns(client, session),
    figures: await ruleFigures(client, session),
  }));
}

export function readRuleHistory(
  platform: Platform,
  session: Session,
  rule: string,
): Promise<{ readonly versions: readonly RuleVersion[]; readonly notJudged: NotJudged }> {
  return reading(platform, session, async (client) => ({
    versions: await ruleVersions(client, session, rule),
    notJudged: await countNotJudged(client, session, { rule }),
  }));
}
