import { type Client, rows } from '../db.ts';
import type { Session } from '../session.ts';
import { findingConditions } from './conditions.ts';

export type RuleVersion = { readonly version: number; readonly since: string; readonly findings: number };

/** The versions of a rule by which findings in the reader's sight were last judged. */
export async function ruleVersions(client: Client, session: Session, rule: string): Promise<readonly RuleVersion[]> {
  const { where, values } = findingConditions(session, { rule });
  return rows<RuleVersion>(
    client,
    `select f.rule_version as version, min(f.opened_at) as since, count(*)::int as findings from finding f where ${where}
     group by f.rule_version order by 1 desc`,
    values,
  );
}
