import { FINES_OF_ONE_PARTY_RULES, LIKE_CASES_RULES, type RuleSummary } from '#law/rules/index';
import { type Client, inTransaction, type Pool, rows } from '#platform/db';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { ANSWERED_RULES } from './rules/index.ts';

type Version = Pick<RuleSummary, 'id' | 'version'>;

/**
 * Has stored decisions asked again where this program brings other rules than those they were last judged by (a new, a
 * changed, a taken out rule). Noted in one transaction with the versions, so that one difference sets off one round.
 * Answers the ids of the rules that differ; none where nothing has been stored yet.
 */
export async function noteRuleVersions(pool: Pool, rules: readonly Version[] = ANSWERED_RULES): Promise<readonly string[]> {
  return inTransaction(pool, SYSTEM_PREAMBLE, async (client) => {
    await client.query(`select pg_advisory_xact_lock(hashtext('penalty rule versions'))`);
    const known = new Map(
      (await rows<Version>(client, 'select rule as id, version from penalty_rule_version')).map((r) => [r.id, r.version]),
    );
    const now = new Map(rules.map((r) => [r.id, r.version]));
    const differing = [...new Set([...known.keys(), ...now.keys()])].filter((id) => known.get(id) !== now.get(id)).sort();
    if (differing.length === 0) return [];
    await client.query('delete from penalty_rule_version');
    await client.query('insert into penalty_rule_version (rule, version) select * from unnest($1::text[], $2::int[])', [
      [...now.keys()],
      [...now.values()],
    ]);
    return (await askAgain(client, differing)) ? differing : [];
  });
}

async function askAgain(client: Client, rules: readonly string[]): Promise<boolean> {
  const cities = await rows(
    client,
    `insert into penalty_cause (city, register, keys)
       select city, 'rule', $1 from (select distinct city from penalty_record where counted) c returning city`,
    [rules],
  );
  if (cities.length === 0) return false;
  const changed = (those: readonly Version[]) => those.some(({ id }) => rules.includes(id));
  if (changed(FINES_OF_ONE_PARTY_RULES)) await askGroups(client, 'party', 'party_mark');
  if (changed(LIKE_CASES_RULES)) await askGroups(client, 'likeness', 'likeness');
  return true;
}

async function askGroups(client: Client, reach: 'party' | 'likeness', column: 'party_mark' | 'likeness'): Promise<void> {
  await client.query(
    `insert into penalty_due (city, reach, mark, from_on, until_on)
       select city, $1, ${column}, min(decided_on), max(decided_on) from penalty_record
       where counted and ${column} is not null group by city, ${column}`,
    [reach],
  );
}
