import { addDays, addMonths, type LocalDate } from '#law';
import { containing } from '#platform/containing';
import { type Queryable, rows } from '#platform/db';
import { COUNT_LIMIT, readCursor, total, writeCursor } from '#platform/matters/cursor';
import { visible } from '#platform/matters/visible';
import type { Session } from '#platform/session';
import type {
  CertificateAffairLine,
  CertificateItem,
  CertificatePage,
  CertificatePeriod,
  CertificatesExport,
  CertificatesQuery,
} from './contract.ts';
import type { OfficerScope } from './store.ts';

type Row = Omit<CertificatePeriod, 'through'> & { readonly until: LocalDate | null };

const COLUMNS = `c.id, c.kind, c.number, f.name as holder, c.organisation_id as "organisationId", coalesce(r.name, '') as "organisationName",
  c.status, c.domains, c.registered_on as "registeredOn", c.legal_qual_no as "legalQualification", c.review_since as "reviewsSince", lower(c.valid) as "from", upper(c.valid) as until`;
/** A unit bears the name that it has today; one that is gone, its last. */
const NAMED = `left join lateral (select name, bureau_id from organisation_record r where r.organisation_id = c.organisation_id and upper_inf(r.known)
  order by r.valid desc limit 1) r on true`;
const lastDay = (until: LocalDate | null): LocalDate | null => (until === null ? null : addDays(until, -1));

type Where = { readonly where: string; readonly values: readonly unknown[] };

/** Certificates of units within the reader's reach: names and numbers of officers are no public list (security §3.3). */
function conditions(scope: OfficerScope, filter: CertificatesExport, on: LocalDate): Where {
  const values: unknown[] = [scope.city, scope.organisationId, scope.region.lo, scope.region.hi, scope.line.lo, scope.line.hi];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const parts = [WITHIN, 'upper_inf(c.known)', `c.valid @> ${bind(on)}::date`];
  if (filter.kind !== undefined) parts.push(`c.kind = ${bind(filter.kind)}`);
  if (filter.status !== undefined) parts.push(`c.status = ${bind(filter.status)}`);
  if (filter.organisation !== undefined) parts.push(`c.organisation_id = ${bind(filter.organisation)}`);
  if (filter.ending !== undefined) parts.push(`c.status in ('valid', 'suspended') and ${ENDS} <= ${bind(addMonths(on, 3))}::date`);
  const words = filter.q?.trim() ?? '';
  if (words !== '') {
    const like = bind(containing(words));
    parts.push(`(f.name ilike ${like} or c.number ilike ${like})`);
  }
  return { where: parts.join(' and '), values };
}

const WITHIN = 'o.city = $1 and (c.organisation_id = $2 or o.region_ord between $3 and $4 or o.line_ord between $5 and $6)';
/** The last valid day of the card, whatever of it a period covers. */
const ENDS = `(select max(upper(e.valid)) - 1 from certificate_record e where e.kind = c.kind and e.number = c.number and upper_inf(e.known))`;
const FROM = `certificate_record c join officer f on f.id = c.officer_id join organisation o on o.id = c.organisation_id`;

/** Certificates on a day, by number; the total is exact to 10,000. */
export async function listCertificates(
  client: Queryable,
  scope: OfficerScope,
  query: CertificatesQuery,
  on: LocalDate,
): Promise<CertificatePage> {
  const { cursor, limit = 20, ...filter } = query;
  const at = conditions(scope, filter, on);
  const [counted] = await rows<{ n: number }>(
    client,
    `select count(*)::int as n from (select from ${FROM} where ${at.where} limit ${COUNT_LIMIT + 1}) c`,
    at.values,
  );
  return { ...(await pageOf(client, at, cursor, limit)), total: total(counted?.n ?? 0) };
}

/** The same list, page by page to its end. */
export async function nextCertificates(
  client: Queryable,
  scope: OfficerScope,
  filter: CertificatesExport,
  on: LocalDate,
  cursor: string | undefined,
): Promise<Pick<CertificatePage, 'items' | 'cursor'>> {
  return pageOf(client, conditions(scope, filter, on), cursor, 1_000);
}

async function pageOf(client: Queryable, { where, values }: Where, cursor: string | undefined, limit: number) {
  const after = readCursor(cursor, 2);
  const place = after === null ? '' : ` and (c.number, c.kind) > ($${values.length + 1}, $${values.length + 2})`;
  const found = await rows<Row & { ends: LocalDate | null }>(
    client,
    `select ${COLUMNS}, ${ENDS} as ends from ${FROM} ${NAMED} where ${where}${place} order by c.number, c.kind limit ${limit + 1}`,
    [...values, ...(after ?? [])],
  );
  const last = found.length > limit ? found[limit - 1] : undefined;
  const items = found.slice(0, limit).map(({ until, ...row }): CertificateItem => ({ ...row, through: lastDay(until) }));
  return { items, cursor: last === undefined ? null : writeCursor([last.number, last.kind]) };
}

export type CertificateHistory = {
  readonly periods: readonly (CertificatePeriod & { readonly recordedBy: string | null; readonly byAct: boolean })[];
  readonly bureauId: string | null;
  readonly affairs: readonly CertificateAffairLine[];
};

/**
 * All periods of the certificate to which a record belongs, as known now or at an instant; null: none within reach. The
 * unit that has it as known now decides who may read it.
 */
export async function certificateHistory(
  client: Queryable,
  session: Session,
  id: string,
  knownAt: string | null,
): Promise<CertificateHistory | null> {
  const scope = [session.city, session.organisationId, session.region.lo, session.region.hi, session.line.lo, session.line.hi];
  const [card] = await rows<{ kind: string; number: string; bureauId: string | null }>(
    client,
    `select c.kind, c.number, r.bureau_id as "bureauId" from certificate_record this join certificate_record c
       on c.kind = this.kind and c.number = this.number and upper_inf(c.known) join organisation o on o.id = c.organisation_id ${NAMED}
     where this.id = $7 and ${WITHIN} and not exists (select from certificate_record later where later.kind = c.kind and later.number = c.number
       and upper_inf(later.known) and lower(later.valid) > lower(c.valid))`,
    [...scope, id],
  );
  if (card === undefined) return null;
  const found = await rows<Row & { recordedBy: string | null; byAct: boolean }>(
    client,
    `select ${COLUMNS}, c.by_act as "byAct", (select m.id from act a join matter m on m.id = a.matter_id and m.cohort = a.cohort
       where a.id = c.act_id and ${visible(session, 'm', 'id')}) as "recordedBy"
     from certificate_record c join officer f on f.id = c.officer_id ${NAMED} where c.kind = $1 and c.number = $2
       and case when $3::timestamptz is null then upper_inf(c.known) else c.known @> $3::timestamptz end order by lower(c.valid) desc`,
    [card.kind, card.number, knownAt],
  );
  const affairs = await rows<CertificateAffairLine>(
    client,
    `select m.id, m.title, m.status from certificate_affair a join matter m on m.city = a.city and m.cohort = a.cohort and m.id = a.matter_id
     where a.certificate_kind = $1 and (a.certificate_number = $2 or a.new_number = $2) and ${visible(session, 'm', 'id')}
     order by m.opened_on desc, m.id desc limit 100`,
    [card.kind, card.number],
  );
  return { periods: found.map(({ until, ...row }) => ({ ...row, through: lastDay(until) })), bureauId: card.bureauId, affairs };
}
