import { normaliseDocumentNumber } from '#law';
import type { Platform } from '#platform/acts/perform';
import { containing } from '#platform/containing';
import { type Client, inTransaction, rows } from '#platform/db';
import { COUNT_LIMIT, readCursor, type Total, total, writeCursor } from '#platform/matters/cursor';
import { visible } from '#platform/matters/visible';
import { isUuid, type Session, sessionPreamble } from '#platform/session';
import type { DecisionItem, DecisionsQuery } from './contract.ts';
import type { PenaltyRecord } from './model.ts';

export type DecisionPage = { readonly items: readonly DecisionItem[]; readonly cursor: string | null; readonly total: Total };
export type DecisionFilter = Omit<DecisionsQuery, 'cursor' | 'limit'>;

/** Doubts that wait for somebody or have become problems; excluded and cleared ones are history. */
const LIVE = `f.tab in ('open', 'checking', 'established')`;
const SELECT = `select p.matter_id as id, p.number, p.decided_on as "decidedOn", p.organ_id as "organId",
  coalesce(organ.name, p.organ_name) as "organName", nullif(p.organ_name, organ.name) as "organWritten",
  p.party_name as "partyName", p.party_kind as "partyKind", p.party_uscc as "partyUscc", p.conduct, p.kinds, p.fine_fen as "fineFen",
  p.confiscated_fen as "confiscatedFen", p.item_code as "itemCode", not p.counted as merged, p.updates,
  case d.gravity when 3 then 'red' when 2 then 'orange' when 1 then 'yellow' end as severity, d.n as findings`;
const ORGAN = 'left join organisation_today organ on organ.organisation_id = p.organ_id';
const DOUBTS = `left join lateral (select max(f.gravity) as gravity, count(*)::int as n from finding f
  where f.city = p.city and f.cohort = p.cohort and f.matter_id = p.matter_id and ${LIVE}) d on true`;

/** Decisions in the reader's sight, the latest first; sealed ones are reached only by their own address. */
export function listDecisions(platform: Reading, session: Session, query: DecisionsQuery): Promise<DecisionPage> {
  return reading(platform, session, (client) => firstPage(client, session, query));
}

type Reading = Pick<Platform, 'pool' | 'now'>;

function reading<T>({ pool, now }: Reading, session: Session, read: (client: Client) => Promise<T>): Promise<T> {
  return inTransaction(pool, sessionPreamble(session, now()), read);
}

async function firstPage(client: Client, session: Session, query: DecisionsQuery): Promise<DecisionPage> {
  const { cursor, limit = 20, ...filter } = query;
  const { where, values } = await conditions(client, session, filter);
  const [counted] = await rows<{ n: number }>(
    client,
    `select count(*)::int as n from (select 1 from penalty_record p where ${where} limit ${COUNT_LIMIT + 1}) c`,
    values,
  );
  return { ...(await pageOf(client, where, values, cursor, limit)), total: total(counted?.n ?? 0) };
}

/** One page of the same list without its total, for exports that go on to the end. */
export function nextDecisions(
  platform: Reading,
  session: Session,
  filter: DecisionFilter,
  cursor: string | undefined,
): Promise<Omit<DecisionPage, 'total'>> {
  return reading(platform, session, async (client) => {
    const { where, values } = await conditions(client, session, filter);
    return pageOf(client, where, values, cursor, 1_000);
  });
}

async function pageOf(
  client: Client,
  where: string,
  values: readonly unknown[],
  cursor: string | undefined,
  limit: number,
): Promise<Omit<DecisionPage, 'total'>> {
  const after = readCursor(cursor, 2);
  const place = after === null ? '' : ` and (p.decided_on, p.matter_id) < ($${values.length + 1}::date, $${values.length + 2}::uuid)`;
  const list = await rows<DecisionItem>(
    client,
    `${SELECT} from (select * from penalty_record p where ${where}${place} order by p.decided_on desc, p.matter_id desc limit ${limit + 1}) p
     ${ORGAN} ${DOUBTS} order by p.decided_on desc, p.matter_id desc`,
    [...values, ...(after ?? [])],
  );
  const last = list.length > limit ? list[limit - 1] : undefined;
  return { items: list.slice(0, limit), cursor: last === undefined ? null : writeCursor([last.decidedOn, last.id]) };
}

type Conditions = { readonly where: string; readonly values: readonly unknown[] };

async function conditions(client: Client, session: Session, filter: DecisionFilter): Promise<Conditions> {
  const parts = [visible(session, 'p', 'matter_id'), 'p.label < 4'];
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const organs = await organsInSight(client, session);
  if (organs !== null) parts.push(`p.organ_id = any(${bind(organs)}::uuid[])`);
  parts.push(filter.merged === true ? 'not p.counted' : 'p.counted');
  if (filter.organ !== undefined) parts.push(isUuid(filter.organ) ? `p.organ_id = ${bind(filter.organ)}` : 'false');
  if (filter.from !== undefined) parts.push(`p.decided_on >= ${bind(filter.from)}`);
  if (filter.until !== undefined) parts.push(`p.decided_on <= ${bind(filter.until)}`);
  if (filter.kind !== undefined) parts.push(`p.kinds @> array[${bind(filter.kind)}]`);
  const like = (text: string): string => bind(containing(text));
  const number = filter.number?.trim() ?? '';
  // A whole 文号 is found in every writing, a part of one as it was written.
  const sameNumber = (text: string): string => {
    const key = normaliseDocumentNumber(text)?.key;
    return key === undefined ? '' : ` or p.number_key = ${bind(key)}`;
  };
  if (number !== '') parts.push(`(p.number ilike ${like(number)}${sameNumber(number)})`);
  const words = filter.q?.trim() ?? '';
  if (words !== '') {
    const text = like(words);
    parts.push(`(p.party_name ilike ${text} or p.number ilike ${text} or p.organ_name ilike ${text} or p.conduct ilike ${text}
      or p.organ_id in (select r.organisation_id from organisation_today r where r.name ilike ${text} or r.short_name ilike ${text})
      or p.party_uscc = ${bind(words.toUpperCase())}${sameNumber(words)})`);
  }
  const own = 'f.city = p.city and f.cohort = p.cohort and f.matter_id = p.matter_id';
  if (filter.severity !== undefined) {
    parts.push(`exists (select 1 from finding f where ${own} and ${LIVE} and f.severity = ${bind(filter.severity)})`);
  }
  if (filter.batch !== undefined) {
    parts.push(
      isUuid(filter.batch) ? `p.matter_id in (select r.matter_id from import_row r where r.job_id = ${bind(filter.batch)})` : 'false',
    );
  }
  return { where: parts.join(' and '), values };
}

/**
 * The organs whose decisions a reader sees, where they are few: then the list is read along their index and a small unit
 * does not pay for a large city. null: no such bound (a wide range, or single matters opened to the account).
 */
async function organsInSight(client: Client, session: Session): Promise<readonly string[] | null> {
  const { region, line, organisationId, accountId, city } = session;
  const found = await rows<{ id: string; all: number; granted: boolean }>(
    client,
    `select o.id, (select count(*)::int from organisation where city = $1) as all,
       exists (select 1 from access_grant g where g.account_id = $7 and g.held @> (select app_now())) as granted
     from organisation o where (o.city = $1 and (o.region_ord between $2 and $3 or o.line_ord between $4 and $5)) or o.id = $6`,
    [city, region.lo, region.hi, line.lo, line.hi, organisationId, accountId],
  );
  const [first] = found;
  if (first === undefined) return [];
  return first.granted || found.length * 2 > first.all ? null : found.map((o) => o.id);
}

/** One decision with what later reports and other sources say of it; null when there is none in the reader's sight. */
export function decisionState(platform: Reading, session: Session, id: string): Promise<PenaltyRecord | null> {
  return reading(platform, session, async (client) => {
    const [found] = await rows<{ state: PenaltyRecord }>(
      client,
      `select m.state from matter m where m.id = $1 and m.kind = 'penalty-record' and ${visible(session, 'm', 'id')}`,
      [id],
    );
    return found?.state ?? null;
  });
}
