import { cite } from '#law';
import type { RuleSummary } from '#law/rules/index';
import { newId } from '#platform/acts/ids';
import { inTransaction, type Pool, type Queryable, rows } from '#platform/db';
import { writeFindings } from '#platform/findings/judge-write';
import { SYSTEM_PREAMBLE } from '#platform/session';
import type { Organisation } from './city.ts';

/** The city, the unit's place, and as many matters as asked: bare rows for tests of what hangs on a matter. Answers their ids. */
export async function insertMatters(
  owner: Queryable,
  unit: Organisation,
  { now, count = 1, label = 2, title = '处罚决定' }: { now: number; count?: number; label?: number; title?: string },
): Promise<readonly string[]> {
  const ids = Array.from({ length: count }, () => newId(now));
  await rows(
    owner,
    `insert into matter (city, cohort, id, kind, status, title, state, seq, head, last_step_on, participants, home_id, region_ord, line_ord, label, opened_on, profile_id, profile_version, recorded_at, changed_at)
     select o.city, extract(year from $3::timestamptz at time zone 'Asia/Shanghai')::int, x.id, 'test-record', 'loaded', $5 || ' ' || x.n, '{}', 1, '\\x00', $3::timestamptz::date, '[]', o.id, o.region_ord, o.line_ord, $4, $3::timestamptz::date, 'p', 1, $3, $3
     from unnest($1::uuid[]) with ordinality as x(id, n), organisation o where o.id = $2`,
    [ids, unit.id, new Date(now).toISOString(), label, title],
  );
  return ids;
}

/** Rules for tests of what becomes of their answers; none of them is ever run. */
export function aRule(id: string, more: Partial<RuleSummary> = {}): RuleSummary {
  return {
    ...{ id, version: 1, title: `问题${id}`, cite: [cite('行政处罚法', 60)], grade: 'statute', severity: 'orange' },
    ...{ mode: 'A', reach: 'matter', conduct: null, head: '8(7)', asks: '应当' },
    ...more,
  };
}

/** A doubt of each rule about each matter, as an import would leave it. Answers the findings' ids, in the order of the matters. */
export async function doubtAbout(
  pool: Pool,
  unit: Organisation,
  matterIds: readonly string[],
  { now, rules, because = '有疑点' }: { now: number; rules: readonly RuleSummary[]; because?: string },
): Promise<readonly string[]> {
  const doubts = rules.map((rule) => ({ rule, doubt: { because, facts: { 用时: '95日' }, clears: '延期批准' } }));
  const judgement = { doubts, notJudged: [{ rule: 'S09', missing: '缺执法人员及证号' }], clean: [] };
  const matters = matterIds.map((matterId) => ({ matterId, organisationId: unit.id, judgement, by: { actId: null, source: '导入' } }));
  await inTransaction(pool, SYSTEM_PREAMBLE, (client) => writeFindings(client, { rules, nowMs: now, matters }));
  const found = await rows<{ id: string }>(
    pool,
    'select f.id from unnest($1::uuid[]) with ordinality as w(id, n) join finding f on f.matter_id = w.id order by w.n, f.rule_id',
    [matterIds],
  );
  return found.map((f) => f.id);
}
