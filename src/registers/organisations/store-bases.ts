import type { LocalDate } from '#law';
import { containing } from '#platform/containing';
import { type Queryable, rows } from '#platform/db';
import type { Session } from '#platform/session';
import type { MissingBasesExport } from './contract.ts';
import type { MissingBasis } from './model.ts';

/**
 * Relations of the units within the reach of a session on a day of which no paper is recorded (细则 2), in the order of the
 * region tree. A city has a few thousand of them at most.
 */
export async function missingBases(
  client: Queryable,
  session: Session,
  on: LocalDate,
  { relation, organisation, q = '' }: MissingBasesExport,
): Promise<readonly MissingBasis[]> {
  const { organisationId, region, line } = session;
  return rows<MissingBasis>(
    client,
    `select o.id, r.name, r.kind, x.relation, x.other as "otherId", t.name as "otherName", lower(r.valid) as since
     from organisation o join organisation_record r on r.organisation_id = o.id and r.valid @> $2::date and upper_inf(r.known)
     cross join lateral (values ('supervision', r.bureau_id, 1), ('guidance', r.line_superior_id, 2), ('entrusting', r.answers_through_id, 3))
       x(relation, other, n)
     left join organisation_today t on t.organisation_id = x.other
     where o.city = $1 and x.other is not null and not r.bases ? x.relation
       and (o.id = $3 or o.region_ord between $4 and $5 or o.line_ord between $6 and $7)
       and ($8::text is null or x.relation = $8) and ($9::uuid is null or o.id = $9) and r.name ilike $10
     order by o.region_ord, o.id, x.n`,
    [
      ...[session.city, on, organisationId, region.lo, region.hi, line.lo, line.hi],
      ...[relation ?? null, organisation ?? null, containing(q.trim())],
    ],
  );
}
