import { type OrdinaryPenalty, publicDecision as ordinaryDecision } from '#enforcement/ordinary-penalty';
import { type SummaryPenalty, publicDecision as summaryDecision } from '#enforcement/summary-penalty';
import type { LocalDate, PublicDecision } from '#law';
import { type Queryable, rows } from '#platform/db';
import { COUNT_LIMIT, readCursor, total, writeCursor } from '#platform/matters/cursor';
import { visible } from '#platform/matters/visible';
import type { Session } from '#platform/session';
import type { PublicityExport } from './contract.ts';

/** A decided case within the reader's sight. */
export type DecidedCase = {
  readonly matterId: string;
  readonly organ: string;
  readonly organUscc: string | null;
  readonly decidedOn: LocalDate;
  readonly dueOn: LocalDate | null;
  readonly decision: PublicDecision;
};
type Asked = { readonly filter: PublicityExport; readonly cursor?: string | undefined; readonly limit: number };
type Row = Omit<DecidedCase, 'decision'> & { readonly kind: string; readonly state: unknown };

export async function countDecided(client: Queryable, session: Session, filter: PublicityExport) {
  const { from, values } = source(session, filter);
  const [counted] = await rows<{ n: number }>(
    client,
    `select count(*)::int as n from (select 1 ${from} limit ${COUNT_LIMIT + 1}) x`,
    values,
  );
  return total(counted?.n ?? 0);
}

/** The latest decisions first, and where the next page goes on. Sealed cases have no place in lists. */
export async function nextDecided(
  client: Queryable,
  session: Session,
  { filter, cursor, limit }: Asked,
): Promise<{ readonly cases: readonly DecidedCase[]; readonly cursor: string | null }> {
  const { from, values, bind } = source(session, filter);
  const after = readCursor(cursor, 2);
  const rest = after === null ? '' : ` and (p.decided_on, p.matter_id) < (${bind(after[0])}::date, ${bind(after[1])}::uuid)`;
  const found = await rows<Row>(
    client,
    `select p.matter_id as "matterId", m.kind, m.state, r.name as organ, r.uscc as "organUscc", p.decided_on as "decidedOn",
       (select c.due_on from clock c where c.city = p.city and c.cohort = p.cohort and c.matter_id = p.matter_id and c.clock_id = 'KE-37'
         order by c.started_on desc limit 1) as "dueOn"
     ${from}${rest} order by p.decided_on desc, p.matter_id desc limit ${bind(limit)}`,
    values,
  );
  const last = found.length === limit ? found.at(-1) : undefined;
  return {
    cases: found.flatMap(({ kind, state, ...one }) => {
      const decision = kind === 'ordinary-penalty' ? ordinaryDecision(state as OrdinaryPenalty) : summaryDecision(state as SummaryPenalty);
      return decision === null ? [] : [{ ...one, decision }];
    }),
    cursor: last === undefined ? null : writeCursor([last.decidedOn, last.matterId]),
  };
}

const DECIDED = `(select city, cohort, matter_id, region_ord, line_ord, label, organ_id, decided_on from ordinary_penalty
    where decided_on is not null and cardinality(kinds) > 0
  union all select city, cohort, matter_id, region_ord, line_ord, label, organ_id, decided_on from summary_penalty where decided_on is not null)`;

function source(session: Session, filter: PublicityExport) {
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const parts = ['p.label < 4', visible(session, 'p', 'matter_id')];
  if (filter.organisation !== undefined) parts.push(`p.organ_id = ${bind(filter.organisation)}`);
  if (filter.from !== undefined) parts.push(`p.decided_on >= ${bind(filter.from)}::date`);
  if (filter.until !== undefined) parts.push(`p.decided_on <= ${bind(filter.until)}::date`);
  const from = `from ${DECIDED} p
     join matter m on m.city = p.city and m.cohort = p.cohort and m.id = p.matter_id
     join lateral (select x.name, x.uscc from organisation_record x where x.organisation_id = p.organ_id and upper_inf(x.known)
       order by lower(x.valid) desc limit 1) r on true
     where ${parts.join(' and ')}`;
  return { from, values, bind };
}
