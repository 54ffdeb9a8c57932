import { type Client, rows } from '../db.ts';
import { visible } from '../matters/visible.ts';
import { isUuid, type Session } from '../session.ts';

export type NotJudgedCount = {
  readonly rule: string;
  readonly missing: string;
  /** Matters, or units' years where the rule looks at a unit as a whole. */
  readonly of: 'matter' | 'unit';
  readonly count: number;
};
export type NotJudged = {
  /** Matters that were asked about at all. */
  readonly judged: number;
  /** Units' years that were asked about. */
  readonly units: number;
  readonly items: readonly NotJudgedCount[];
  readonly lastJudgedAt: string | null;
};
export type NotJudgedFilter = { readonly rule?: string; readonly organisation?: string; readonly batch?: string };

/** A unit's year stands under the unit's own id in the place of a matter's. */
const OF_UNIT = '(j.matter_id = j.organisation_id)';

/**
 * Which rule lacks which fact, for how many of the matters in the reader's sight. Counted over patterns: one row a matter
 * is read, and no text. Sealed matters are left out.
 */
export async function countNotJudged(client: Client, session: Session, filter: NotJudgedFilter): Promise<NotJudged> {
  const { where, values } = conditions(session, filter);
  const [summary] = await rows<{ judged: number; units: number; lastJudgedAt: string | null }>(
    client,
    `select count(*) filter (where not ${OF_UNIT})::int as judged, count(*) filter (where ${OF_UNIT})::int as units, max(j.judged_at) as "lastJudgedAt"
     from judgement j where ${where}`,
    values,
  );
  const rule = filter.rule === undefined ? '' : `where m ->> 0 = $${values.push(filter.rule)}`;
  const items = await rows<NotJudgedCount>(
    client,
    `with seen as (select j.pattern, ${OF_UNIT} as unit, count(*)::int as n from judgement j where ${where} group by 1, 2)
     select m ->> 0 as rule, m ->> 1 as missing, case when s.unit then 'unit' else 'matter' end as of, sum(s.n)::int as count
     from seen s join judgement_pattern p on p.id = s.pattern, jsonb_array_elements(p.missing) m ${rule}
     group by 1, 2, 3 order by 4 desc, 1, 2 limit 1000`,
    values,
  );
  return { judged: summary?.judged ?? 0, units: summary?.units ?? 0, lastJudgedAt: summary?.lastJudgedAt ?? null, items };
}

/** How many matters in the reader's sight each rule was asked about, and how many of those it could not judge. */
export async function countRuns(
  client: Client,
  session: Session,
): Promise<ReadonlyMap<string, { readonly asked: number; readonly missing: number }>> {
  const { where, values } = conditions(session, {});
  const found = await rows<{ rule: string; asked: number; missing: number }>(
    client,
    `with seen as (select j.pattern, count(*)::int as n from judgement j where ${where} group by j.pattern)
     select a ->> 0 as rule, sum(s.n)::int as asked,
       coalesce(sum(s.n) filter (where exists (select 1 from jsonb_array_elements(p.missing) m where m ->> 0 = a ->> 0)), 0)::int as missing
     from seen s join judgement_pattern p on p.id = s.pattern, jsonb_array_elements(p.asked) a group by 1`,
    values,
  );
  return new Map(found.map(({ rule, asked, missing }) => [rule, { asked, missing }]));
}

function conditions(session: Session, { organisation, batch }: NotJudgedFilter): { where: string; values: unknown[] } {
  const parts = [visible(session, 'j', 'matter_id'), 'j.label < 4'];
  const values: unknown[] = [];
  for (const [column, id] of [
    ['j.organisation_id', organisation],
    ['j.batch_id', batch],
  ]) {
    if (id !== undefined) parts.push(isUuid(id) ? `${column} = $${values.push(id)}` : 'false');
  }
  return { where: parts.join(' and '), values };
}
